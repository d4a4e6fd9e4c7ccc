// Companies and contacts.
import { expectAccessible } from "./helpers/axe";
import { menu } from "./helpers/grid";
import { expect, test } from "./helpers/test";
import { readCsv, readWorkbook } from "./helpers/workbook";
import { begin, saved, setField } from "./helpers/work";

test("a new company is registered and merged into another", async ({ office }) => {
  const page = await office.visit("#/first-run");
  await page.getByRole("button", { name: "看看示例县" }).click();
  await expect(page.getByText("样例数据")).toBeVisible();
  for (const name of ["某某测试甲", "某某测试乙"]) {
    await page.goto("./#/companies");
    await page.getByRole("button", { name: "登记企业" }).click();
    await page.getByLabel("新企业名称").fill(name);
    await page.getByRole("dialog").getByRole("button", { name: "登记", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
  await page.locator(".page-head").getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "并入另一家企业" }).click();
  await page.getByRole("combobox", { name: "保留哪一家" }).fill("mmcsj");
  await page.getByRole("option", { name: "某某测试甲" }).click();
  await page.getByRole("button", { name: "合并", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "某某测试甲" })).toBeVisible();
});

test("a company gets facts and contacts, and both are found by initials", async ({ office }) => {
  const page = await begin(office, "试验员甲", "云岭镇");
  await page.goto("#/companies");
  await page.getByRole("button", { name: "登记企业" }).first().click();
  await page.getByLabel("新企业名称").fill("景澄锂能试验有限公司");
  await page.getByRole("dialog").getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "景澄锂能试验有限公司" })).toBeVisible();
  await setField(page, "来源地", "江苏省苏州市");
  await page.getByRole("button", { name: "新增客商" }).click();
  await expect(page.getByText("请填姓名")).toBeVisible();
  await page.getByLabel("新客商姓名").fill("试验客商乙");
  await page.getByLabel("新客商姓名").press("Enter");
  const edited = page.locator("li.edited");
  await edited.getByLabel("职务").fill("投资总监");
  await edited.getByLabel("电话").fill("138 0000 0000");
  await edited.getByRole("button", { name: "完成" }).click();
  const contact = page.locator(".people li", { hasText: "试验客商乙" });
  await expect(contact).toContainText("投资总监");
  await expect(contact.getByRole("link")).toHaveAttribute("href", "tel:13800000000");
  await expectAccessible(page);
  await saved(page);
  await page.reload();
  await expect(contact).toContainText("投资总监");

  await page.goto("#/today");
  const box = page.getByRole("combobox", { name: "搜索" });
  for (const typed of ["jcln", "jingcheng", "锂能"]) {
    await page.keyboard.press("Control+k");
    await box.fill(typed);
    await expect(page.getByRole("option").first()).toContainText("景澄锂能试验有限公司");
  }
  await box.fill("syksy");
  await expect(page.getByRole("option").first()).toContainText("试验客商乙");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "景澄锂能试验有限公司" })).toBeVisible();
  await page.goto("#/companies");
  const list = page.getByRole("searchbox", { name: /搜企业/ });
  await list.fill("jcln");
  await expect(page.getByRole("table", { name: "企业" })).toContainText("景澄锂能试验有限公司");
  await list.fill("zzzz");
  await expect(page.getByText("没有找到")).toBeVisible();
});

test("companies, contacts, follow-ups and funds go out as spreadsheets, those shown or all", async ({ office }) => {
  const page = await office.visitSample("#/companies");
  const names = page.locator(".company-row a");
  await expect(names.first()).toBeVisible();
  const all = Number((await page.locator(".page-head .lead").textContent())!.replace(/\D/g, ""));
  const list = page.getByRole("searchbox", { name: /搜企业/ });
  await list.fill("科技");
  await expect.poll(async () => Number((await page.locator(".page-head .lead").textContent())!.replace(/\D/g, ""))).toBeLessThan(all);
  const shown = await names.allInnerTexts();
  const seen = await office.download(() => menu(page, "导出", "导出所见为 Excel"));
  const { rows, formulas } = readWorkbook(seen.bytes);
  expect([formulas, rows[0]![0], rows[1]![0]]).toEqual([0, "企业表", "企业名称"]);
  expect(rows.slice(2).map((row) => row[0]).slice(0, shown.length)).toEqual(shown);
  const csv = readCsv((await office.download(() => menu(page, "导出", "导出所见为 CSV"))).bytes);
  expect(csv.slice(1)).toEqual(rows.slice(1));
  const everything = readCsv((await office.download(() => menu(page, "导出", "导出全部行和列为 CSV"))).bytes);
  expect(everything).toHaveLength(2 + all);
  const people = readWorkbook((await office.download(() => menu(page, "导出", "导出所见企业的客商为 Excel"))).bytes).rows;
  expect(people.length).toBeGreaterThan(2);
  const employers = new Set(people.slice(2).map((row) => row[1]!));
  expect(rows.slice(2).map((row) => row[0])).toEqual(expect.arrayContaining([...employers]));

  await page.goto("#/projects/table");
  for (const [entry, title, heading] of [
    ["导出全部跟进记录为 Excel", "跟进记录表", "内容"],
    ["导出全部到资记录为 Excel", "到资记录表", "金额"],
  ] as const) {
    const book = readWorkbook((await office.download(() => menu(page, "导出", entry))).bytes);
    expect(book.rows[0]![0]).toBe(title);
    expect(book.rows[1]!.join()).toContain(heading);
    expect(book.rows.length).toBeGreaterThan(20);
  }
});

test("the list is there on a page that opens with it", async ({ office }) => {
  const page = await office.visitSample("#/companies");
  await expect(page.locator(".company-row a").first()).toBeVisible();
  await page.getByRole("searchbox").last().fill("没有这样的企业");
  await expect(page.locator(".company-row a")).toHaveCount(0);
  await page.getByRole("searchbox").last().fill("");
  await expect(page.locator(".company-row a").first()).toBeVisible();
});

test("the whole list goes on paper, not only the rows in sight", async ({ office }) => {
  const page = await office.visitSample("#/companies");
  await expect(page.locator(".company-row a").first()).toBeVisible();
  const shown = Number((await page.locator(".page-head .lead").textContent())!.replace(/\D/g, ""));
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".printed-companies tbody tr")).toHaveCount(shown);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".printed-companies")).toBeVisible();
});

test("what is not known of a company is not printed", async ({ office }) => {
  const page = await office.visitSample("#/companies");
  await page.locator(".company-row a").first().click();
  const field = (name: string) => page.locator(`.company .facts .cell[data-field=${name}]`);
  await expect(field("address")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(field("name")).toBeVisible();
  await expect(field("address")).toBeHidden();
});
