// 考核年度: an office that counts from December sees other days on its pages, and its papers of before stay as they are.
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { introduce, onDay, register, saved, setField, sign } from "./helpers/work";

test("the year begins in December: progress counts other days, a bulletin of before does not move", async ({ newOffice }) => {
  const office = await newOffice();
  const { page } = office;
  await onDay(office, "2026-12-01");
  await introduce(page, "试验员甲", "云岭镇");
  // By the calendar 2026 has the second to the fourth; from December 2025 to November 2026 it has all but the fourth.
  for (const [name, day] of [["一号项目", "2025-12-01"], ["二号项目", "2026-01-31"], ["三号项目", "2026-11-30"], ["四号项目", "2026-12-01"], ["五号项目", "2025-12-31"]] as const) {
    await register(page, name, "1亿元");
    await setField(page, "责任单位", "云岭镇");
    await sign(page, { day });
  }
  await page.goto("./#/assessment/progress?metric=signed");
  const caption = page.locator(".caption");
  const done = page.locator(".sums tbody tr", { hasText: "云岭镇" }).locator("td").nth(2);
  await expect(caption).toContainText("2026年 · 新签约项目 · 截至 2026-12-01");
  // 31 January, 30 November and 1 December.
  await expect(done).toHaveText("3");

  await page.goto("./#/assessment/bulletins");
  await page.getByRole("button", { name: "新通报" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("通报期").selectOption("2026");
  await dialog.getByRole("button", { name: "新建" }).click();
  const paper = page.locator(".paper");
  await expect(paper).toContainText("2026年，");
  await expect(paper).toContainText("新签约项目3个");
  const made = new URL(page.url()).hash;
  await saved(page);

  await page.goto("./#/settings/office");
  const month = page.getByLabel("考核年度起始月");
  await expect(month).toHaveValue("1");
  await month.selectOption("12");
  await expect(page.locator(".section")).toContainText("现在是2027年度：2026年12月—2027年11月");
  await expectAccessible(page);
  await saved(page);

  await page.goto("./#/assessment/progress?metric=signed");
  await expect(caption).toContainText("2027年度（2026年12月—2027年11月） · 新签约项目 · 截至 2026-12-01");
  await expect(done).toHaveText("1");
  await page.getByLabel("年份").selectOption("2026");
  await expect(caption).toContainText("2026年度（2025年12月—2026年11月） · 新签约项目 · 截至 2026-11-30");
  await expect(done).toHaveText("4");
  await page.getByLabel("周期").selectOption({ label: "一季度（12—2月）" });
  await expect(caption).toContainText("2026年度一季度（2025年12月—2026年2月）");
  await expect(done).toHaveText("3");
  await page.getByLabel("周期").selectOption({ label: "12月" });
  await expect(caption).toContainText("2025年12月");
  await expect(done).toHaveText("2");
  await expectAccessible(page);

  await page.goto(`./${made}`);
  await expect(paper).toContainText("2026年，");
  await expect(paper).toContainText("新签约项目3个");

  await page.goto("./#/settings/office");
  await expect(month).toHaveValue("12");
  await page.getByRole("button", { name: /^撤销/ }).first().click();
  await expect(month).toHaveValue("1");
  await page.goto("./#/assessment/progress?metric=signed");
  await expect(caption).toContainText("2026年 · 新签约项目 · 截至 2026-12-01");
});
