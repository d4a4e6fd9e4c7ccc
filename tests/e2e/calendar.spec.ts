// 日历: what is due and what takes place by month and week, for other calendars too; and a follow-up from anywhere.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { begin, register, saved } from "./helpers/work";

const NAME = "闽锂新材料正极材料项目";

/** The day so many days from now where the browser is. */
const day = (page: Page, ahead: number): Promise<string> =>
  page.evaluate((ahead) => {
    const at = new Date();
    at.setDate(at.getDate() + ahead);
    const two = (n: number) => String(n).padStart(2, "0");
    return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  }, ahead);

const cell = (page: Page, on: string) => page.locator(`[id="day-${on}"]`);

test("a follow-up noted from anywhere stands in the calendar on the day of its next step", async ({ office }) => {
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  await register(page, NAME, "3亿元");
  await page.goto("./#/companies");
  await page.locator("main").focus();
  await page.keyboard.press("f");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("项目", { exact: true }).fill("mlxcl");
  await page.getByRole("option", { name: NAME }).click();
  await dialog.getByLabel("跟进", { exact: true }).fill("对方确认下周来县考察");
  await dialog.getByLabel("下一步", { exact: true }).fill("提供地块控规指标");
  await dialog.getByRole("button", { name: "明天" }).click();
  await expectAccessible(page);
  await dialog.getByLabel("跟进", { exact: true }).press("Enter");
  await expect(dialog).toHaveCount(0);
  await saved(page);

  await page.getByRole("link", { name: "行动", exact: true }).click();
  await expect(page).toHaveURL(/#\/actions\/calendar/);
  await page.goto(`./#/actions/calendar?view=week&on=${await day(page, 1)}`);
  const entry = cell(page, await day(page, 1)).locator("li");
  await expect(entry).toHaveCount(1);
  await expect(entry).toContainText("下一步 提供地块控规指标");
  await expectAccessible(page);
  await entry.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
  await expect(page.locator(".stream")).toContainText("对方确认下周来县考察");
});

test("the keys move the day, the week and the month", async ({ office }) => {
  const page = await office.visitSample("#/actions/calendar?on=2026-01-31");
  await cell(page, "2026-01-31").focus();
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, "2026-02-01")).toBeFocused();
  await expect(page.locator(".calendar-period strong")).toHaveText("2026年2月");
  await page.keyboard.press("ArrowDown");
  await expect(cell(page, "2026-02-08")).toBeFocused();
  await page.keyboard.press("PageUp");
  await expect(page).toHaveURL(/on=2026-01-08/);
  await page.keyboard.press("t");
  await expect(page).toHaveURL(new RegExp(`on=${await day(page, 0)}`));
  await expect(page.locator("td[data-today]")).toHaveCount(1);
  await page.getByRole("radio", { name: "周" }).check({ force: true });
  await expect(page.locator(".calendar tbody tr")).toHaveCount(1);
});

test("the sample county has a full month, with what is overdue lit, and saves it for other calendars", async ({ office }) => {
  const page = await office.visitSample("#/actions/calendar");
  await expect(page.locator(".calendar li").first()).toBeVisible();
  expect(await page.locator(".calendar li").count()).toBeGreaterThan(20);
  await expect(page.locator(".counts .light")).toContainText(/逾期 \d+ 项/);
  await expectAccessible(page);
  const { name, bytes } = await office.download(async () => {
    await page.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: /\.ics/ }).click();
  });
  expect(name).toMatch(/^招商日历 \d{4}-\d\d-\d\d\.ics$/);
  const text = bytes.toString("utf8");
  expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true);
  expect(text.split("BEGIN:VEVENT").length).toBeGreaterThan(10);
  expect(text).toMatch(/UID:w-[0-9a-z]+-step@zhaoshang/);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  // On a phone the days are a list, and nothing is wider than the screen.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expect(page.locator(".calendar thead")).toBeHidden();
});
