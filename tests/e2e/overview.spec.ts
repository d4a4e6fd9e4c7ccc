// 总览: the headline numbers of the year, the records behind them, and the wall.
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { begin, register, saved, setField, sign } from "./helpers/work";
import type { Page } from "@playwright/test";

const card = (page: Page, metric: string) => page.locator(`.headline[data-metric=${metric}]`);

test("a headline number opens its records, and a milestone moves it", async ({ office }) => {
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  await page.goto("./#/assessment/overview");
  await expect(page.getByText("还没有可以总览的数")).toBeVisible();

  const address = await register(page, "云岭一号项目", "2亿元");
  await setField(page, "责任单位", "云岭镇");
  await page.goto("./#/assessment/overview");
  await expect(card(page, "signed").locator("[data-first=true] b")).toHaveText("0个");
  await page.goto(`./${address}`);
  await sign(page, { evidence: "QY-1" });
  await page.goto("./#/assessment/overview");
  const signed = card(page, "signed");
  await expect(signed.locator("[data-first=true] b")).toHaveText("1个");
  await expect(signed).toContainText("2.00 亿元");
  await expect(signed).toContainText("未设目标");
  await expect(page.locator("[data-block=units] tbody tr")).toContainText("云岭镇");
  await expect(page.locator("[data-block=funnel] tbody tr", { hasText: "签约" })).toContainText("1");
  await expectAccessible(page);

  await signed.getByRole("link", { name: "1个" }).click();
  await expect(page.locator(".record-table .grid [data-index]")).toHaveCount(1);
  await expect(page.locator(".record-table")).toContainText("云岭一号项目");
});

test("the sample county's year is seen on the page and on the wall, and Esc leaves it", async ({ office }) => {
  const page = await office.visitSample("#/assessment/overview");
  await expect(page.locator(".headline")).toHaveCount(3);
  await expect(page.locator(".headline .light").first()).toContainText(/序时|已完成/);
  await expect(page.locator("[data-block=ranking] tbody tr")).toHaveCount(10);
  await expect(page.locator("[data-block=ranking] .help")).toContainText("得分");
  // The curve of another number, and of its money.
  await expect(page.locator(".curve svg .dot").first()).toBeAttached();
  await page.getByRole("radio", { name: "金额" }).check();
  await expect(page).toHaveURL(/in=money/);
  await expect(page.locator(".curve svg .done-name")).toContainText("亿元");
  await expectAccessible(page);

  // The last dot of the curve is the headline number: as many projects behind it.
  const signed = card(page, "signed").locator("[data-first=true] .done a");
  const count = Number((await signed.innerText()).replace(/\D/g, ""));
  await signed.click();
  await expect(page.getByText(new RegExp(`^${String(count)} / \\d+ 条$`))).toBeVisible();

  await page.goto("./#/assessment/overview");
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.keyboard.press("w");
  const wall = page.locator(".wall");
  await expect(wall).toBeVisible();
  await expect(wall.locator(".headline")).toHaveCount(3);
  const overflow = await wall.locator(".stage").evaluate((stage) => stage.scrollHeight - stage.clientHeight);
  expect(overflow).toBeLessThanOrEqual(0);
  for (const block of await wall.locator("[data-block]").all()) {
    expect(await block.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThanOrEqual(1);
  }
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(wall).toHaveCount(0);
  await expect(page.locator(".overview-page")).toBeVisible();
  await page.getByRole("button", { name: "大屏" }).click();
  await expect(wall).toBeVisible();
  await wall.getByRole("button", { name: "退出（Esc）" }).click();
  await expect(wall).toHaveCount(0);
});
