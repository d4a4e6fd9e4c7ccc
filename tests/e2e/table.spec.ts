// The table: arranged as its user wants it, worked on as in a spreadsheet, and taken out as a file.
import { expectAccessible } from "./helpers/axe";
import { cell, column, columnMenu, copy, head, menu, number, paste, place } from "./helpers/grid";
import { expect, test } from "./helpers/test";
import { readCsv, readWorkbook } from "./helpers/workbook";
import { begin, register, saved, setField } from "./helpers/work";

test("columns, sorts, widths, conditions and groups are kept in a saved view", async ({ office }) => {
  const page = await office.visitSample("#/projects/table");
  const status = page.locator(".page-head").getByRole("status");
  await expect(status).toHaveText("64 条");
  await page.getByRole("button", { name: "列", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("searchbox").fill("面积");
  await dialog.getByRole("checkbox", { name: "用地面积" }).check();
  await dialog.getByRole("button", { name: "确定" }).click();
  await expect(head(page, "用地面积")).toHaveCount(1);
  await columnMenu(page, "所属产业", "隐藏此列");
  await expect(head(page, "所属产业")).toHaveCount(0);

  await head(page, "总投资").locator("button.name").click();
  await expect(head(page, "总投资")).toHaveAttribute("aria-sort", "ascending");
  await head(page, "总投资").locator("button.name").click();
  await expect(head(page, "总投资")).toHaveAttribute("aria-sort", "descending");
  const amounts = (await column(page, "总投资")).filter((text) => /^[\d,.]+$/.test(text)).map(number);
  expect(amounts.length).toBeGreaterThan(8);
  expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));

  const wide = async () => (await head(page, "项目名称").boundingBox())!.width;
  const width = await wide();
  const edge = (await head(page, "项目名称").locator(".resizer").boundingBox())!;
  await page.mouse.move(edge.x + edge.width / 2, edge.y + 10);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width / 2 - 60, edge.y + 10, { steps: 4 });
  await page.mouse.up();
  await expect.poll(wide).toBeCloseTo(width - 60, 0);

  await columnMenu(page, "阶段", "冻结到此列");
  const stands = async () => (await head(page, "阶段").boundingBox())!.x;
  const x = await stands();
  await page.locator(".grid [role=grid]").evaluate((grid) => { grid.scrollLeft = 400; });
  await expect.poll(stands).toBe(x);
  await page.locator(".grid [role=grid]").evaluate((grid) => { grid.scrollLeft = 0; });

  await menu(page, "筛选", "责任单位");
  await dialog.getByRole("checkbox", { name: "青禾镇" }).check();
  await dialog.getByRole("checkbox", { name: "双桥镇" }).check();
  await dialog.getByRole("button", { name: "应用" }).click();
  await expect(page.locator(".chip")).toHaveText("责任单位：青禾镇、双桥镇");
  await expect(status).toHaveText(/^\d+ \/ 64 条$/);
  await menu(page, "分组", "责任单位");
  const groups = page.locator(".grid .group-label");
  await expect(groups).toHaveCount(2);
  await menu(page, "分组", "全部收起");
  await expect(page.locator(".grid [data-index]")).toHaveCount(2);
  const counts = await groups.locator("small").allInnerTexts();
  expect(counts.map(number).reduce((a, b) => a + b)).toBe(Number((await status.innerText()).split(" ")[0]));
  const at = String((await place(page, "总投资")) + 2);
  const subtotals = await page.locator(`.grid [data-index] [role=gridcell][aria-colindex="${at}"] span:first-child`).allInnerTexts();
  const total = await page.locator(`.grid .totals [aria-colindex="${at}"] span`).first().innerText();
  expect(subtotals.map(number).reduce((a, b) => a + b)).toBeCloseTo(number(total), 0);
  await expectAccessible(page);

  await menu(page, "视图", "另存为视图…");
  await dialog.getByLabel("视图名称").fill("两镇大项目");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(page).toHaveURL(/view=v-/);
  await saved(page);
  await page.reload();
  await expect(page.locator(".page-head").getByRole("button", { name: "两镇大项目" })).toBeVisible();
  await expect(page.locator(".chip")).toHaveText("责任单位：青禾镇、双桥镇");
  await expect(groups).toHaveCount(2);
  await expect(head(page, "总投资")).toHaveAttribute("aria-sort", "descending");
  await expect(head(page, "用地面积")).toHaveCount(1);
  await expect(head(page, "阶段")).toHaveClass(/frozen/);
  expect(await wide()).toBeCloseTo(width - 60, 0);
  await menu(page, "两镇大项目", "重命名…");
  await expect(dialog).toHaveAccessibleName("重命名视图");
  await dialog.getByLabel("视图名称").fill("两镇");
  await dialog.getByRole("button", { name: "保存" }).click();
  await menu(page, "两镇", "默认视图");
  await expect(status).toHaveText("64 条");
  await expect(groups).toHaveCount(0);
  await menu(page, "视图", "两镇");
  await expect(groups).toHaveCount(2);

  // All means all, whatever is filtered, folded and hidden.
  const all = readCsv((await office.download(() => menu(page, "导出", "导出全部行和列为 CSV"))).bytes);
  expect(all[1]!.map((heading) => heading.replace(/\(.*\)$/, ""))).toContain("所属产业");
  expect(all.slice(2).filter((row) => row[0] !== "合计")).toHaveLength(64);

  await menu(page, "两镇", "删除此视图");
  await expect(status).toHaveText("64 条");
  await page.getByRole("button", { name: "视图", exact: true }).click();
  await expect(page.getByRole("menuitemradio", { name: "两镇" }).or(page.getByRole("menuitem", { name: "两镇" }))).toHaveCount(0);
});

test("cells are edited in place, pasted from a spreadsheet and set in bulk, and every step is undone", async ({ office }) => {
  const page = await office.visitSample("#/projects/table");
  const total = await place(page, "总投资");
  const [first, second] = [cell(page, 0, total), cell(page, 1, total)];
  const before = [await first.innerText(), await second.innerText()];
  await first.click();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("1.5亿");
  await page.keyboard.press("Enter");
  await expect(first).toHaveText("15,000");
  await expect(second).toHaveAttribute("data-cursor", "true");
  await page.keyboard.type("99");
  await page.keyboard.press("Escape");
  await expect(second).toHaveText(before[1]!);
  await page.keyboard.type("abc");
  await page.keyboard.press("Enter");
  await expect(page.getByText("读不懂，请改写")).toBeVisible();
  await page.keyboard.press("Escape");

  await first.click();
  await paste(page, [["1.2亿"], ["8800万元"]]);
  await expect(first).toHaveText("12,000");
  await expect(second).toHaveText("8,800");
  await page.keyboard.press("Shift+ArrowDown");
  expect(await copy(page)).toBe("12000\r\n8800\r\n");
  await page.keyboard.press("Control+z");
  await expect(first).toHaveText("15,000");
  await expect(second).toHaveText(before[1]!);
  await page.keyboard.press("Control+z");
  await expect(first).toHaveText(before[0]!);

  await paste(page, [["12,000"]]);
  await expect(first).toHaveText("12,000");
  await page.keyboard.press("Control+z");
  await expect(first).toHaveText(before[0]!);

  // One Esc gives up an editor with a list as it does any other.
  const industry = await place(page, "所属产业");
  const listed = cell(page, 0, industry);
  const word = await listed.innerText();
  await listed.click();
  await page.keyboard.type("新");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".cell-editor")).toHaveCount(0);
  await expect(page.locator(".grid .pen")).toBeFocused();
  await expect(listed).toHaveText(word);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Escape");
  await expect(page.locator(".cell-editor")).toHaveCount(0);
  await expect(listed).toHaveText(word);

  // What cannot be written is said before anything is.
  await first.click();
  await paste(page, [["3.2亿", "100"]]);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("row").filter({ hasText: "到位资金" })).toContainText("此列由系统计算，不能直接填写");
  await expectAccessible(page, "dialog[open]");
  await dialog.getByRole("button", { name: "粘贴 1 格" }).click();
  await expect(first).toHaveText("32,000");

  const words = await column(page, "所属产业");
  for (const row of [0, 1, 2]) await page.locator(`.grid [data-index="${String(row)}"]`).getByRole("checkbox").check();
  await expect(page.locator(".tools b")).toHaveText("已选 3 条");
  await page.getByRole("button", { name: "批量修改…" }).click();
  await dialog.getByLabel("要修改的字段").fill("所属产业");
  await dialog.getByRole("option", { name: "所属产业", exact: true }).click();
  await dialog.getByLabel("改为").fill("应急装备");
  await dialog.getByRole("option", { name: "应急装备", exact: true }).click();
  await dialog.getByRole("button", { name: "修改 3 条" }).click();
  for (const row of [0, 1, 2]) await expect(cell(page, row, industry)).toHaveText("应急装备");
  await page.keyboard.press("Control+z");
  for (const row of [0, 1, 2]) await expect(cell(page, row, industry)).toHaveText(words[row]!);
  await expect(page.getByText("已撤销：批量修改")).toBeVisible();
});

test("an input method writes on a cell as in a spreadsheet, from the first letter on", async ({ office }) => {
  const page = await office.visitSample("#/projects/table");
  const method = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    method.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  const write = (text: string) => method.send("Input.insertText", { text });
  // By its record: a new name takes the row to another place.
  const first = cell(page, 0, await place(page, "项目名称"));
  const link = await first.locator("a.open").getAttribute("href");
  const name = page.getByRole("gridcell").filter({ has: page.locator(`a.open[href="${link!}"]`) });
  const before = await name.innerText();
  await name.click();
  const pen = page.locator(".grid .pen");
  await expect(pen).toBeFocused();
  const active = await pen.getAttribute("aria-activedescendant");
  await expect(page.locator(`[id="${active!}"]`)).toHaveAttribute("data-cursor", "true");
  await compose("cheng'nan");
  await expect(pen).toHaveCSS("opacity", "1");
  const [laid, under] = [await pen.boundingBox(), await name.boundingBox()];
  expect(Math.abs(laid!.x - under!.x) + Math.abs(laid!.y - under!.y)).toBeLessThan(2);
  await write("城南");
  await expect(name.locator("textarea")).toHaveValue("城南");
  await compose("xin");
  await write("新");
  await expect(name.locator("textarea")).toHaveValue("城南新");
  await page.keyboard.press("Enter");
  await expect(name).toHaveText("城南新");
  await expect(pen).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(name).toHaveText(before);

  const industry = cell(page, 0, await place(page, "所属产业"));
  await industry.click();
  await compose("xin");
  await write("新");
  await expect(industry.getByRole("combobox")).toHaveValue("新");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Escape");

  // What cannot be written on says so and keeps nothing for the next cell.
  const stage = cell(page, 0, await place(page, "阶段"));
  await stage.click();
  await write("开工");
  await expect(pen).toHaveValue("");
  await name.click();
  await write("城北");
  await expect(name.locator("textarea")).toHaveValue("城北");
  await page.keyboard.press("Escape");
  await expect(name).toHaveText(before);
});

test("what is shown goes out as workbook and as text, cell by cell, and no text runs as a formula", async ({ office }) => {
  const page = await begin(office, "试验员甲", "云岭镇");
  await register(page, '=HYPERLINK("http://x","试验")', "1.2亿");
  await register(page, "+86试验, “引号”", "3000.5万");
  await setField(page, "项目名称", '+86试验, "引号"');
  await register(page, "-平常试验项目", "1200万美元");
  await page.goto("#/projects/table");
  await columnMenu(page, "总投资", "升序");
  await columnMenu(page, "所属产业", "隐藏此列");
  const names = (await page.getByRole("columnheader").locator(".name").evaluateAll((heads) =>
    heads.map((head) => head.getAttribute("title") ?? "")));
  const lines = await page.locator(".grid [data-index]").evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll("[data-column]")].map((cell) => cell.querySelector("span")?.textContent ?? "")));
  expect(lines).toHaveLength(3);

  const book = await office.download(() => menu(page, "导出", "导出所见为 Excel"));
  const { rows, formulas } = readWorkbook(book.bytes);
  expect(formulas).toBe(0);
  const text = await office.download(() => menu(page, "导出", "导出所见为 CSV"));
  const csv = readCsv(text.bytes);
  expect([book.name, text.name].map((name) => name.replace(/\d{4}-\d\d-\d\d/, "日"))).toEqual(["项目表 日.xlsx", "项目表 日.csv"]);
  for (const table of [rows, csv]) {
    expect(table[0]![0]).toBe("项目表");
    expect(table[1]!.map((heading) => heading.replace(/\(.*\)$/, ""))).toEqual(names);
    expect(table).toHaveLength(2 + 3 + 1);
    expect(table.at(-1)![0]).toBe("合计");
  }
  const at = names.indexOf("总投资");
  for (const [row, line] of lines.entries()) {
    const [bare, plain] = [rows[row + 2]!, csv[row + 2]!];
    // A workbook says of a cell that it is text; in plain text an apostrophe does.
    expect(bare[0]).toBe(line[0]);
    expect(plain[0]).toBe(`'${line[0]!}`);
    for (const [column, shown] of line.entries()) {
      if (column === 0) continue;
      // The grid rounds amounts to whole 万元; a file does not.
      const wanted = shown === "–" ? "" : shown === "3,001" ? "3000.5" : shown.replaceAll(",", "");
      expect(plain[column], names[column]).toBe(wanted);
      expect(/^\d{4}-\d\d-\d\d$/.test(wanted) ? dayOf(bare[column]!) : bare[column], names[column]).toBe(wanted);
    }
  }
  expect(Number(csv.at(-1)![at])).toBe(15_000.5);
});

/** A day as a workbook counts it. */
function dayOf(serial: string): string {
  return new Date(Date.UTC(1899, 11, 30) + Number(serial) * 86_400_000).toISOString().slice(0, 10);
}
