// What stands in one place and is asked in many: a promise in a currency without a rate, a problem handed on twice in a
// day. The panel, the page of 监督 and the warnings say the same.
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { begin, register, saved } from "./helpers/work";

test.describe.configure({ timeout: 120_000 });

/** Fills in a field where a record is chosen, making the record if there is none. */
async function choose(form: Locator, label: string, name: string): Promise<void> {
  const field = form.getByLabel(label);
  await field.fill(name);
  await field.press("Enter");
}

/** The figure of a page of supervision with this name. */
function figure(page: Page, name: string): Locator {
  return page.locator(".strip .figures > div").filter({ has: page.locator("dt", { hasText: name }) }).locator("dd");
}

test("an amount without a rate is compared with itself, is in no sum, and says so", async ({ office }) => {
  const { page } = office;
  await office.context.clock.setFixedTime(new Date("2026-09-30T10:00:00+08:00"));
  await begin(office, "试验员甲", "云岭镇");
  const project = await register(page, "闽锂新材料正极材料项目", "3亿元");
  const panel = page.locator(".panel.promises");
  await panel.getByRole("button", { name: "登记承诺" }).click();
  const form = panel.locator("form.ask");
  await form.getByLabel("条款").fill("设备补助");
  await form.getByLabel("承诺金额").fill("5万英镑");
  await form.getByLabel("应兑现日期").fill("2026-09-01");
  await form.getByRole("button", { name: "记下" }).click();
  const line = panel.locator(".belongings > li");
  await expect(line).toContainText("应兑未兑");
  await expect(line).toContainText("没有英镑汇率，金额不计入合计");
  await expectAccessible(page);
  await saved(page);
  await page.goto("./#/supervision/promises");
  await expect(figure(page, "缺汇率，未计入合计")).toHaveText("1");
  await figure(page, "缺汇率，未计入合计").locator("a").click();
  await expect(page.locator(".grid [data-index='0']")).toContainText("设备补助");
  await page.goto("./#/supervision/warnings");
  await expect(page.locator(".warning-list")).toContainText("设备补助");

  // A part of it with a day is not the whole; the whole is, with or without a rate.
  await page.goto(`./${project}`);
  for (const [paid, standing] of [["2万英镑", "应兑未兑"], ["3万英镑", "已兑现"]] as const) {
    await line.getByRole("button", { name: "兑现" }).click();
    await line.getByLabel("本次兑现金额").fill(paid);
    await line.locator("form.ask").getByRole("button", { name: "兑现" }).click();
    await expect(line.locator(".badge")).toHaveText(standing);
  }
  await saved(page);
  await page.goto("./#/supervision/warnings");
  await expect(page.locator(".page")).not.toContainText("设备补助");
});

test("a problem handed on twice in a day is with the last, and the one between had it for no day", async ({ office }) => {
  const { page } = office;
  await office.context.clock.setFixedTime(new Date("2026-09-30T10:00:00+08:00"));
  await begin(office, "试验员甲", "云岭镇");
  await register(page, "闽锂新材料正极材料项目", "3亿元");
  const panel = page.locator(".panel.issues");
  await panel.getByRole("button", { name: "登记问题" }).click();
  const form = panel.locator("form.ask");
  await form.getByLabel("问题").fill("正式用电容量不足");
  await choose(form, "责任部门", "供电公司");
  await form.getByLabel("办理期限").fill("2026-09-20");
  await form.getByRole("button", { name: "记下" }).click();
  const line = panel.locator(".belongings > li");
  for (const department of ["发展改革局", "财政局"]) {
    await line.getByRole("button", { name: "转办" }).click();
    await choose(line.locator("form.ask"), "转办", department);
    await line.locator("form.ask").getByRole("button", { name: "转办" }).click();
    await expect(line).toContainText(`${department} 在手 0 天`);
  }
  await expect(line).toContainText("供电公司 当天转出 → 发展改革局 当天转出 → 财政局 0 天");
  await expect(line).toContainText("转办 2 次");
  await saved(page);
  // The warning is with the department that has it now, and so is the line of the calendar.
  await page.goto("./#/supervision/warnings");
  await expect(page.locator(".warning-list tbody tr", { hasText: "正式用电容量不足" })).toContainText("财政局");
  await page.goto("./#/supervision/issues?show=response");
  const rows = page.locator(".sums tbody tr");
  // 部门, 超期, 在手, 最长在手, 经手, 办结, 按期, 用时, 转出.
  await expect(rows.filter({ hasText: "财政局" }).locator("th, td")).toHaveText(["财政局", "1", "1", "–", "1", "–", "", "", "–"]);
  await expect(rows.filter({ hasText: "发展改革局" }).locator("th, td")).toHaveText(["发展改革局", "–", "–", "–", "1", "–", "", "", "1"]);
});
