// 目标与进度: a target set in the table shows in the progress, a milestone moves it, its number opens its record.
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { begin, register, saved, setField } from "./helpers/work";

const NAME = "智能仓储试验项目";

/** Today, as the page writes it. */
const today = () => new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });

test("a target is divided, a milestone moves the progress, its number opens the project, and all is undone", async ({ newOffice }) => {
  const office = await newOffice();
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  const project = await register(page, NAME, "2亿元");
  await setField(page, "责任单位", "云岭镇");

  await page.goto("./#/assessment/targets");
  await page.getByLabel("加一项指标").selectOption("signed");
  const county = page.getByLabel("全县 · 新签约项目");
  await county.fill("3");
  await county.press("Enter");
  const unit = page.getByLabel("云岭镇 · 新签约项目");
  await expect(unit).toBeFocused();
  await unit.fill("若干");
  await unit.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "若干" })).toBeVisible();
  await unit.fill("2");
  await unit.press("Enter");
  await expect(page.locator("tr[data-kind=county] .gap")).toContainText("还差新签约项目1个未分解");
  await saved(page);
  await expectAccessible(page);

  await page.goto("./#/assessment/progress");
  const row = page.locator(".sums tbody tr", { hasText: "云岭镇" });
  await expect(row.locator("td").nth(1)).toHaveText("2");
  await expect(row.locator("td").nth(2)).toHaveText("–");
  await expect(page.locator(".caption")).toContainText("序时进度按月计");

  await page.goto(`./${project}`);
  await page.getByRole("list", { name: "阶段" }).getByRole("button", { name: "签约" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^发生日期/).fill(today());
  await dialog.getByRole("button", { name: "登记" }).click();
  await expect(dialog).toHaveCount(0);
  await saved(page);

  await page.goto("./#/assessment/progress");
  await expect(row.locator("td").nth(2)).toHaveText("1");
  await expect(row.locator("td").nth(3)).toHaveText("50.0");
  await row.locator("td").nth(2).getByRole("link").click();
  await expect(page.locator(".grid [data-index]")).toHaveCount(1);
  await expect(page.locator(".grid")).toContainText(NAME);
  await page.goBack();
  const { name, bytes } = await office.download(async () => {
    await page.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: /CSV/ }).click();
  });
  expect(name).toMatch(/序时进度.*\.csv$/);
  expect(bytes.toString("utf8")).toContain("云岭镇,");
  await page.getByRole("button", { name: /^撤销/ }).first().click();
  await expect(row.locator("td").nth(2)).toHaveText("–");
});

test("a table of targets is pasted, looked at, and written as one command", async ({ newOffice }) => {
  const office = await newOffice();
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  await page.goto("./#/assessment/targets");
  await page.getByRole("button", { name: "导入目标表" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("粘贴目标任务分解表").fill(
    "单位\t新签约（个）\t到位资金（亿元）\t财政收入\n全县\t30\t12\t1\n云岭镇\t12\t5.5\t1\n无名镇\t1\t1\t1\n",
  );
  await expect(dialog).toContainText("读出 4 个目标，其中 4 个有变化");
  await expect(dialog).toContainText("不认识的名称（不导入） 无名镇");
  await expect(dialog).toContainText("不认识的指标（不导入） 财政收入");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "写入 4 个目标" }).click();
  await expect(page.getByLabel("云岭镇 · 新签约项目")).toHaveValue("12");
  await expect(page.getByLabel("云岭镇 · 到位资金")).toHaveValue("55,000");
  await page.getByRole("button", { name: /^撤销/ }).first().click();
  await expect(page.locator(".targets input")).toHaveCount(0);
});
