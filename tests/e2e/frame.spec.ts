// The frame around every page: the address, the keyboard, the language, the appearance.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import type { Office } from "./helpers/office";
import { expect, test } from "./helpers/test";

/** Opens the sample county, so that every place has something to show. */
async function visit(office: Office, route: string): Promise<Page> {
  await office.context.addInitScript(() => {
    // Not on the blank page that axe opens, which has no storage.
    if (location.protocol !== "about:") localStorage.setItem("zs.sample-open", "true");
  });
  return office.visit(route);
}

test("every place is one key pair away, and Back returns", async ({ office }) => {
  const page = await visit(office, "#/companies");
  await page.locator("main").focus();
  for (const [keys, place] of [["gp", "#/projects/board"], ["ge", "#/exchange"], ["gs", "#/settings/office"]] as const) {
    for (const key of keys) await page.keyboard.press(key);
    await expect(page).toHaveURL(new RegExp(`${place}$`));
    await expect(page.locator(".rail [aria-current=page]")).toHaveCount(1);
  }
  await page.goBack();
  await expect(page).toHaveURL(/#\/exchange$/);
});

test("plain keys are text while the user types", async ({ office }) => {
  const page = await visit(office, "#/companies");
  await page.keyboard.press("Control+k");
  const search = page.locator("[role=search] input");
  await expect(search).toBeFocused();
  await page.keyboard.type("g?e");
  await expect(search).toHaveValue("g?e");
  await expect(page).toHaveURL(/#\/companies$/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a new page takes the focus, so that a screen reader follows", async ({ office }) => {
  const page = await visit(office, "#/companies");
  await page.getByRole("link", { name: "交换" }).click();
  await expect(page.locator("main")).toBeFocused();
  await expect(page).toHaveTitle("交换 · 招商簿");
});

test("an address that leads nowhere says so and leads back", async ({ office }) => {
  const page = await visit(office, "#/nowhere");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("没有这个页面");
  await expectAccessible(page);
});

test("the language changes at once, in the title too, and is kept", async ({ office }) => {
  const page = await visit(office, "#/companies");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page).toHaveTitle("Companies · Zhaoshang");
  await page.reload();
  await expect(page).toHaveTitle("Companies · Zhaoshang");
});

test("colours and size are chosen by keyboard and kept", async ({ office }) => {
  const page = await visit(office, "#/companies");
  const menu = page.getByRole("button", { name: "外观" });
  await menu.press("ArrowDown");
  await page.getByRole("menuitemcheckbox", { name: "深色" }).press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(menu).toBeFocused();
  await menu.click();
  await page.getByRole("menuitemcheckbox", { name: "投影" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-size", "projector");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("html")).toHaveAttribute("data-size", "projector");
  await expectAccessible(page);
});

test("the list of shortcuts names the keys of the page that is shown", async ({ office }) => {
  const page = await office.visitSample("#/projects/board");
  const listed = page.getByRole("dialog").locator("dt");
  await expect(page.locator(".card").first()).toBeVisible();
  await page.keyboard.press("?");
  await expect(listed.getByText("拿起卡片，再按一次放下")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "表格" }).click();
  await expect(page.locator(".record-table .grid")).toBeVisible();
  await page.keyboard.press("?");
  await expect(listed.getByText("选中行")).toBeVisible();
  await expect(listed.getByText("拿起卡片，再按一次放下")).toHaveCount(0);
});

test("the list of shortcuts opens with ? and gives the focus back", async ({ office }) => {
  const page = await visit(office, "#/companies");
  await page.locator("main").focus();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "键盘快捷键" });
  await expect(help).toContainText("撤销");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  await expect(page.locator("main")).toBeFocused();
});

test("on a phone nothing is wider than the screen", async ({ newOffice }) => {
  const office = await newOffice({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  for (const route of ["#/today", "#/companies", "#/exchange", "#/settings/office"]) {
    const page = await visit(office, route);
    const surplus = await page.locator("main").evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(surplus, route).toBeLessThanOrEqual(0);
  }
});
