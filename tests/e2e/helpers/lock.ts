// The passphrase: set in the settings, and given on the locked page.
import { expect, type Page } from "@playwright/test";

export const PASSPHRASE = "云岭镇二〇二六内部台账";

export const lockScreen = (page: Page) => page.locator(".lock-screen");

/** Types a passphrase on the locked page. */
export async function enter(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel("口令").fill(passphrase);
  await page.getByLabel("口令").press("Enter");
}

/** Opens what is locked. */
export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await expect(lockScreen(page)).toBeVisible();
  await enter(page, passphrase);
  await expect(lockScreen(page)).toHaveCount(0);
}

/** Sets a passphrase in the settings, and gives it once more on the page that opens. */
export async function protect(page: Page): Promise<void> {
  await page.goto(`${page.url().split("#")[0]!}#/settings/storage`);
  await page.getByRole("button", { name: "设置口令" }).click();
  await page.getByLabel("新口令").fill(PASSPHRASE);
  await page.getByLabel("再输一遍").fill(PASSPHRASE);
  await page.getByLabel("我知道忘了口令数据就没有了").check();
  await page.getByRole("button", { name: "设置并加密" }).click();
  await unlock(page);
}
