// From a county's spreadsheet to its pipeline: every row as a careful person reads it, duplicates
// asked about, nothing written before the button, the same file twice changes nothing.
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import { dist } from "./helpers/settings";
import { expect, test } from "./helpers/test";

const ledgers = path.join(import.meta.dirname, "../data/ledgers");
const ledger = (name: string) => path.join(ledgers, name);
const expected = async (name: string): Promise<Row[]> =>
  (JSON.parse(await readFile(ledger(name), "utf8")) as { rows: Row[] }).rows;

type Row = Record<string, string | number | boolean | null | undefined>;

/** An office of its own, at the import. */
async function begin(page: Page): Promise<void> {
  await page.getByLabel(/^姓名/).fill("李海燕");
  await page.getByLabel(/^单位/).fill("招商服务中心");
  await page.getByRole("button", { name: /导入台账/ }).click();
  await expect(page.locator(".import-source")).toBeVisible();
}

const choose = async (page: Page, name: string) => page.locator("input[type=file]").setInputFiles(ledger(name));

/** From an opened file to the rows. */
async function check(page: Page): Promise<void> {
  await page.getByRole("button", { name: "核对各行" }).click();
  await expect(page.locator(".import-grid, .import-check .empty-state")).toBeVisible();
}

const bar = (page: Page) => page.locator(".import-bar");
const write = (page: Page) => bar(page).getByRole("button", { name: "导入", exact: true });
const panel = (page: Page) => page.locator(".side-panel");
const saved = (page: Page) => expect(page.locator(".saved")).toHaveAttribute("data-state", "saved");

/** The values of a row of the preview as they were read, by target. Scrolls the row into sight. */
async function readRow(page: Page, at: number): Promise<Record<string, string>> {
  const list = page.locator(".import-grid .virtual-list");
  await list.evaluate((element, row) => { element.scrollTop = row * 44; }, at);
  const row = page.locator(`.import-grid .row[data-index="${String(at)}"]`);
  await expect(row).toBeAttached();
  return row.evaluate((element) => Object.fromEntries(
    [...element.querySelectorAll<HTMLElement>("[data-key]")].map((cell) =>
      [cell.dataset.key ?? "", cell.querySelector(".read")?.textContent?.trim() ?? ""])));
}

/** "1.5亿元" and "3500万元" in yuan. */
function yuan(shown: string | undefined): number | null {
  const found = /^(-?[\d,.]+)(亿|万)?元?$/.exec(shown ?? "");
  if (!found) return null;
  const scale = found[2] === "亿" ? 1e8 : found[2] === "万" ? 1e4 : 1;
  return Math.round(Number(found[1]!.replaceAll(",", "")) * scale);
}

// The expectations come from before the cells were rounded: 2.3亿 is 229 999 999 there, 22,999万 in the
// file, and 0.375亿 is 0.38 in a column of two decimals.
const near = (shown: string | undefined, wanted: Row[string], by: number) => {
  if (typeof wanted !== "number") return;
  expect(Math.abs((yuan(shown) ?? 0) - wanted), `${shown ?? ""} for ${String(wanted)}`).toBeLessThanOrEqual(by);
};

function same(read: Record<string, string>, row: Row): void {
  for (const [key, of] of [["name", "name"], ["investor", "investor"], ["unit", "unit"], ["owner", "owner"],
    ["leader", "leader"], ["signed_on", "signed"], ["started_on", "started"], ["code", "code"],
    ["capital_origin", "origin"]] as const) {
    if (row[of] === undefined) continue;
    expect(read[key], `${key} of ${String(row.name)}`).toBe(row[of] ?? "");
  }
  near(read.total_investment, row.total_yuan, 9_999);
  near(read.fixed_investment, row.fixed_yuan, 500_000);
  near(read.arrived_total, row.arrived_yuan, 9_999);
  if (typeof row.mu === "number") expect(read.land_area).toBe(`${String(row.mu)}亩`);
  if (typeof row.contact === "string") expect(read.contact_phone).toBe(`${row.contact} ${String(row.phone)}`);
}

test("the county ledger is read row by row, its two duplicates asked about", async ({ office }) => {
  const page = await office.visit();
  await begin(page);
  await choose(page, "county-ledger.xlsx");
  await expect(page.locator(".column-table")).toBeVisible();
  await check(page);
  const rows = await expected("county-ledger.expected.json");
  for (const [at, row] of rows.entries()) same(await readRow(page, at), row);
  await expect(bar(page)).toContainText("将新增 60 个项目");
  await expect(bar(page)).toContainText("2 行疑似重复还没定");
  await expectAccessible(page);

  await page.getByRole("button", { name: "下一条待定" }).click();
  await expect(panel(page).locator(".compare")).toContainText("厦门金禾瑞生物有限责任公司");
  await expect(panel(page)).toContainText("应是同一个项目");
  await expectAccessible(page);
  // 3 keeps both, with a reason; then the next one is open, and 4 skips it.
  await page.keyboard.press("3");
  await panel(page).getByLabel(/为什么是两个项目/).fill("二期，另一地块");
  await page.keyboard.press("Enter");
  await expect(panel(page).locator(".compare")).toContainText("深圳锐合新材料股份有限责任公司");
  await page.keyboard.press("4");
  await expect(bar(page)).toContainText("将新增 61 个项目");
  await write(page).click();
  await expect(page.locator(".import-done .tally")).toContainText("已新增 61 个项目");

  const { name, bytes } = await office.download(() => page.getByRole("button", { name: "把未导入的行存成表格" }).click());
  expect(name).toBe("未导入的行.xlsx");
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  await saved(page);

  // The same file again: the row kept apart is known again, the skipped one is asked about again.
  await page.getByRole("button", { name: "换一个文件" }).click();
  await choose(page, "county-ledger.xlsx");
  await expect(page.getByText("已沿用上次的对应关系")).toBeVisible();
  await check(page);
  await expect(bar(page)).toContainText("与本簿一致，没有要改的");
  await expect(write(page)).toBeDisabled();
});

test("undo takes the whole import back, and it can be done again", async ({ office }) => {
  const page = await office.visit();
  await begin(page);
  for (const round of [1, 2]) {
    await choose(page, "town-ledger-gbk.csv");
    await check(page);
    await expect(bar(page), `round ${String(round)}`).toContainText("将新增 40 个项目");
    await write(page).click();
    await expect(page.locator(".import-done")).toBeVisible();
    if (round === 1) await page.locator(".import-done").getByRole("button", { name: "撤销" }).click();
  }
  await saved(page);
  await page.reload();
  await page.goto("./#/import");
  await choose(page, "town-ledger-gbk.csv");
  await check(page);
  await expect(bar(page)).toContainText("与本簿一致，没有要改的");
});

test("a GB 18030 file is read row by row", async ({ office }) => {
  const page = await office.visit();
  await begin(page);
  await choose(page, "town-ledger-gbk.csv");
  await check(page);
  const rows = await expected("town-ledger-gbk.expected.json");
  for (const [at, row] of rows.entries()) same(await readRow(page, at), row);
});

test("cells are pasted, one is put right in place, and an updated paste updates", async ({ office }) => {
  const page = await office.visit();
  await begin(page);
  const paste = async (rows: string[][]) => {
    await page.getByLabel(/粘贴从表格复制/).fill(rows.map((row) => row.join("\t")).join("\n"));
    await page.keyboard.press("Control+Enter");
    await expect(page.locator(".column-table")).toBeVisible();
    await check(page);
  };
  const head = ["项目名称", "投资方", "总投资(亿元)", "责任单位", "签约时间"];
  const first = ["景澄动力电池基地", "苏州景澄锂能有限公司", "约3.5", "新港镇", "2026.3.8"];
  const second = ["零碳物流园", "厦门佳域科技有限公司", "待核", "高新区", ""];
  await paste([head, first, second]);
  const cell = page.locator('.import-grid .row[data-index="1"] [data-key="total_investment"]');
  await expect(cell).toHaveAttribute("data-doubt", "true");
  await cell.getByRole("button").click();
  await cell.getByRole("textbox").fill("2.6亿");
  await page.keyboard.press("Enter");
  await expect(cell.locator(".read")).toHaveText("2.6亿元");
  await write(page).click();
  await expect(page.locator(".import-done .tally")).toContainText("已新增 2 个项目");

  await page.getByRole("button", { name: "换一个文件" }).click();
  await paste([head, [first[0]!, first[1]!, "4.2", first[3]!, ""], [second[0]!, second[1]!, "2.6亿", second[3]!, ""]]);
  await expect(bar(page)).toContainText("将更新 1 个项目");
  await write(page).click();
  await expect(page.locator(".import-done .tally")).toContainText("已更新 1 个项目");
  // Who comes back after an import has another file.
  await page.goto("./#/today");
  await page.goto("./#/import");
  await expect(page.locator("input[type=file]")).toHaveCount(1);
  await expect(page.locator(".import-done")).toHaveCount(0);
});

test("what a column is, once put right by hand, is known for the next file with the same headings", async ({ office }) => {
  const page = await office.visit();
  await begin(page);
  const file = (rows: string) => page.locator("input[type=file]").setInputFiles({
    name: "台账.csv", mimeType: "text/csv", buffer: Buffer.from(`项目名称,投资方,体量,签约时间\n${rows}`),
  });
  await file("甲项目,甲公司,5000,2026.3.8\n");
  const column = page.locator(".column-table").getByRole("combobox", { name: "对应字段 · 体量" });
  await expect(column).not.toHaveValue("total_investment");
  await column.selectOption("total_investment");
  await page.locator(".column-table").getByRole("combobox", { name: "单位 · 体量", exact: true }).selectOption({ label: "万元" });
  await check(page);
  await write(page).click();
  await expect(page.locator(".import-done .tally")).toContainText("已新增 1 个项目");
  await page.getByRole("button", { name: "换一个文件" }).click();
  await file("甲项目,甲公司,5000,2026.3.8\n乙项目,乙公司,700,2026.4.1\n");
  await expect(page.getByText("已沿用上次的对应关系")).toBeVisible();
  await expect(column).toHaveValue("total_investment");
  await check(page);
  expect((await readRow(page, 1)).total_investment).toBe("700万元");
  await expect(bar(page)).toContainText("将新增 1 个项目");
});

test("an import is taken back whole later, but not what was worked on since", async ({ office }) => {
  const page = await office.visit();
  await begin(page);
  await choose(page, "town-ledger-gbk.csv");
  await check(page);
  await write(page).click();
  await expect(page.locator(".import-done")).toBeVisible();
  await saved(page);
  const rows = await expected("town-ledger-gbk.expected.json");
  const worked = String(rows[0]!.name);
  await page.keyboard.press("Control+k");
  await page.keyboard.type(worked);
  await page.getByRole("option", { name: worked }).first().click();
  await page.getByPlaceholder(/跟进/).first().fill("到现场看地");
  await page.keyboard.press("Enter");
  await expect(page.getByText("到现场看地")).toBeVisible();
  await saved(page);
  await page.reload();

  await page.goto("./#/import");
  const past = page.locator(".past-imports");
  await expect(past.getByRole("listitem")).toContainText("town-ledger-gbk.csv");
  await expect(past.getByRole("listitem")).toContainText("新增 40");
  await past.getByRole("button", { name: "整批撤回" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.locator(".outcome")).toContainText("撤去 39 个项目");
  await expect(dialog.getByRole("listitem")).toHaveText([worked]);
  await expectAccessible(page);
  await dialog.getByRole("checkbox").check();
  await expect(dialog.locator(".outcome")).toContainText("撤去 40 个项目");
  await dialog.getByRole("checkbox").uncheck();
  await dialog.getByRole("button", { name: "整批撤回" }).click();
  await expect(past.getByRole("listitem")).toContainText("已撤回");
  await page.goto("./#/projects/board");
  await expect(page.locator(".page-head .lead")).toContainText("1 个项目");
  await page.keyboard.press("Control+z");
  await expect(page.locator(".page-head .lead")).toContainText("40 个项目");
});

test("a picture is refused in words", async ({ office }) => {
  const page = await office.visit();
  await begin(page);
  const picture = path.join(dist, "icons/icon-180.png");
  await page.locator("input[type=file]").setInputFiles(picture);
  await expect(page.getByRole("alert").filter({ hasText: "这不是表格文件" })).toBeVisible();
  await expect(page.locator(".import-source")).toBeVisible();
});

test("the steps are accessible in the dark and on a phone", async ({ newOffice }) => {
  const office = await newOffice({ colorScheme: "dark", viewport: { width: 390, height: 844 } });
  const page = await office.visit();
  await begin(page);
  await expectAccessible(page);
  await choose(page, "county-ledger.xlsx");
  await expect(page.locator(".column-table")).toBeVisible();
  await expectAccessible(page);
  await check(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "下一条待定" }).click();
  await expectAccessible(page);
});

test("the import can be reached when there are projects already", async ({ office }) => {
  const page = await office.visitSample("#/projects/board");
  await page.locator(".page-head").getByRole("button", { name: "导入台账" }).click();
  await expect(page.locator(".import-source")).toBeVisible();
  await page.goto("./#/exchange");
  await page.locator(".receive").getByRole("link", { name: "导入台账" }).click();
  await expect(page.locator(".import-source")).toBeVisible();
});

test("on a phone both rows are kept with a press, and the last decision uncovers the import", async ({ newOffice }) => {
  const office = await newOffice({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await office.visit();
  await begin(page);
  await choose(page, "county-ledger.xlsx");
  await check(page);
  await page.getByRole("button", { name: "下一条待定" }).click();
  await panel(page).getByRole("button", { name: "两条都留" }).click();
  await panel(page).getByLabel(/为什么是两个项目/).fill("二期，另一地块");
  await panel(page).locator("[data-kind=primary]").click();
  await panel(page).getByRole("button", { name: /^4?\s*跳过/ }).click();
  await expect(panel(page)).toHaveCount(0);
  await expect(bar(page)).toContainText("将新增 61 个项目");
  await write(page).click();
  await expect(page.locator(".import-done")).toBeVisible();
});

test("a row that looks like a heading or a sum is listed, and is a project when it is ticked", async ({ office }) => {
  const page = await office.visit();
  await begin(page);
  const csv = "序号,项目名称,投资方,总投资(万元)\n1,甲项目,甲公司,5000\n,临港汽车产业园,,\n2,乙项目,乙公司,3000\n合计,,,8000\n";
  await page.locator("input[type=file]").setInputFiles({ name: "台账.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  const others = page.locator(".other-rows");
  await others.getByText("另有 2 行不是项目").click();
  await expect(others.getByRole("listitem")).toContainText(["第 3 行分组标题临港汽车产业园", "第 5 行合计合计 · 8000"]);
  await others.getByRole("checkbox").first().check();
  await expect(others.getByText("另有 1 行不是项目")).toBeVisible();
  await check(page);
  await expect(page.locator('.import-grid [data-key="name"] .read')).toHaveText(["甲项目", "临港汽车产业园", "乙项目"]);
  await bar(page).getByRole("button", { name: "上一步" }).click();
  await page.locator(".other-rows summary").click();
  await page.locator(".other-rows").getByRole("checkbox").first().uncheck();
  await check(page);
  await expect(page.locator('.import-grid [data-key="name"] .read')).toHaveText(["甲项目", "乙项目"]);
});
