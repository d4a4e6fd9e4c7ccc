// What was written is there again: after a reload, in another tab, from the mirror.
import type { Page } from "@playwright/test";
import { expect, test } from "./helpers/test";

/** How many overdue steps Today lists. */
const overdue = (page: Page) =>
  page.locator(".day-list").filter({ hasText: "已逾期的下一步" }).locator(".count");

const tick = (page: Page) => page.getByRole("button", { name: "办结" }).first().click();

/** Everything written is known to be on disk. */
const saved = (page: Page) => expect(page.locator(".saved")).toHaveAttribute("data-state", "saved");

test("an edit is there after a reload", async ({ office }) => {
  const page = await office.visitSample("#/today");
  const before = Number(await overdue(page).textContent());
  await tick(page);
  await expect(overdue(page)).toHaveText(String(before - 1));
  await saved(page);
  await page.reload();
  await expect(overdue(page)).toHaveText(String(before - 1));
});

test("two tabs of one laptop show the same", async ({ office }) => {
  const page = await office.visitSample("#/today");
  await saved(page);
  const second = await office.newTab("#/today");
  const before = Number(await overdue(page).textContent());
  await expect(overdue(second)).toHaveText(String(before));
  await tick(page);
  await expect(overdue(second)).toHaveText(String(before - 1));
  await tick(second);
  await expect(overdue(page)).toHaveText(String(before - 2));
});

test("what localStorage lost comes back from the mirror", async ({ office }) => {
  const page = await office.visitSample("#/today");
  const before = Number(await overdue(page).textContent());
  await tick(page);
  await saved(page);
  // As after a killed browser: the last pieces are gone here and kept there.
  const lost = await page.evaluate(() => {
    const keys = Object.keys(localStorage).filter((key) => /^zs\.sample\.[jc]\./.test(key));
    keys.forEach((key) => localStorage.removeItem(key));
    return keys.length;
  });
  expect(lost).toBeGreaterThan(0);
  await page.reload();
  await expect(overdue(page)).toHaveText(String(before - 1));
});

test("the sample county and the office's own data share nothing", async ({ office }) => {
  const page = await office.visitSample("#/today");
  await expect(overdue(page)).toBeVisible();
  await page.getByRole("button", { name: "回到本单位" }).click();
  await expect(page.locator(".sample-strip")).toHaveCount(0);
  await expect(page).toHaveURL(/#\/first-run/);
});

test("undo does not take the sample county away", async ({ office }) => {
  const page = await office.visit("#/first-run");
  await page.getByRole("button", { name: "看看示例县" }).click();
  await expect(page.locator(".sample-strip")).toBeVisible();
  await expect(page.getByRole("button", { name: "撤销", exact: true })).toBeDisabled();
});

test("a tab that is still opening does not undo what another tab chose meanwhile", async ({ office }) => {
  // Opening waits for a lock; here until the other tab has chosen.
  await office.page.addInitScript(() => {
    const request = navigator.locks.request.bind(navigator.locks) as (...all: unknown[]) => Promise<unknown>;
    const released = new Promise<void>((resolve) => { (window as unknown as { release: () => void }).release = resolve; });
    navigator.locks.request = (async (...all: unknown[]) => {
      await released;
      return request(...all);
    }) as typeof navigator.locks.request;
  });
  const page = await office.visit();
  await page.evaluate(() => {
    localStorage.setItem("zs.sample-open", "true");
    (window as unknown as { release: () => void }).release();
  });
  await expect(page).toHaveURL(/#\/first-run/);
  expect(await page.evaluate(() => localStorage.getItem("zs.sample-open"))).toBe("true");
});
