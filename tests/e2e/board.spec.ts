// The board: moving a project along its stages by mouse, keyboard, finger and menu.
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import type { Office } from "./helpers/office";
import { expect, test } from "./helpers/test";

const NAME = "年产二十万套压铸件试验项目";

/** A project of our own among those of the sample county. */
async function register(office: Office, name = NAME): Promise<Page> {
  const page = await office.visitSample("#/project/new");
  await page.getByLabel(/^项目名称/).fill(name);
  await page.getByLabel("总投资", { exact: true }).fill("98亿");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByRole("link", { name: "项目", exact: true }).click();
  await expect(page.locator(".board")).toBeVisible();
  return page;
}

const column = (page: Page, stage: string): Locator => page.locator(`[data-column=${stage}]`);
const card = (within: Page | Locator, name = NAME): Locator => within.locator(".card", { hasText: name });

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  const area = (await to.boundingBox())!;
  await page.mouse.move(area.x + area.width / 2, area.y + 90, { steps: 8 });
  await expect(page.locator(".ghost")).toBeVisible();
  await page.mouse.up();
}

test("four columns stand side by side on a laptop, each with count and sum", async ({ office }) => {
  const page = await register(office);
  const board = (await page.locator(".board").boundingBox())!;
  const whole = [];
  for (const stage of ["planned", "negotiating", "signed", "landed"]) {
    const area = (await column(page, stage).boundingBox())!;
    if (area.x + area.width <= board.x + board.width) whole.push(stage);
  }
  expect(whole).toHaveLength(4);
  await expect(column(page, "planned").locator(".sum")).toContainText("亿元");
  await expect(page.locator("[data-first-card]")).toHaveCount(1);
  await expect(column(page, "planned").locator(".card").first()).toContainText(NAME);
});

test("a card goes forward with date and evidence, and back with consent", async ({ office }) => {
  const page = await register(office);
  await drag(page, card(column(page, "planned")), column(page, "signed"));
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("签约");
  await dialog.getByLabel("协议扫描件").fill("QY-2026-018");
  await dialog.getByRole("button", { name: "登记" }).click();
  await expect(card(column(page, "signed"))).toBeVisible();
  await expect(card(column(page, "planned"))).toHaveCount(0);

  await drag(page, card(column(page, "signed")), column(page, "planned"));
  await expect(dialog.getByRole("listitem")).toContainText("签约");
  await dialog.getByRole("button", { name: "退回" }).click();
  await expect(card(column(page, "planned"))).toBeVisible();
});

test("a card is lifted, moved and dropped with the keyboard, and keeps the focus", async ({ office }) => {
  const page = await register(office);
  const link = card(page).getByRole("link");
  await link.focus();
  await page.keyboard.press("Space");
  await expect(page.locator("[data-held]")).toHaveCount(1);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("status").filter({ hasText: "洽谈" })).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-held]")).toHaveCount(0);
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "登记" }).click();
  await expect(card(column(page, "negotiating"))).toBeVisible();
  await expect(link).toBeFocused();
});

test("within its column a card stays where it was dropped", async ({ office }) => {
  const page = await register(office);
  await card(page).getByRole("link").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(column(page, "planned").locator(".row[data-index='1']")).toContainText(NAME);
});

test("a finger lifts a card by resting on it", async ({ newOffice }) => {
  const office = await newOffice({ hasTouch: true });
  const page = await register(office);
  const from = (await card(page).boundingBox())!;
  const to = (await column(page, "negotiating").boundingBox())!;
  const touch = await page.context().newCDPSession(page);
  const at = (x: number, y: number) => [{ x, y }];
  const start = { x: from.x + 60, y: from.y + 50 };
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(start.x, start.y) });
  await expect(page.locator(".ghost")).toBeVisible();
  await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(start.x + 40, start.y + 10) });
  await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(to.x + 100, to.y + 120) });
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect(page.getByRole("dialog")).toContainText("洽谈");
});

test("the menu moves a card, and out of the pipeline", async ({ office }) => {
  const page = await register(office);
  await card(page).hover();
  await card(page).getByRole("button", { name: "移到…" }).click();
  await page.getByRole("menuitem", { name: "暂缓" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("原因").fill("失联");
  await dialog.getByRole("option", { name: "失联" }).click();
  await dialog.getByRole("button", { name: "登记" }).click();
  await expect(card(page)).toHaveCount(0);
  await page.getByLabel(/^已退出/).check();
  await expect(card(column(page, "exits"))).toContainText("暂缓");
});

test("initials filter the board, and the address keeps the filter", async ({ office }) => {
  const page = await register(office);
  await page.getByRole("searchbox", { name: /筛选/ }).fill("yzjsy");
  await expect(page.locator(".card")).toHaveCount(1);
  await expect(card(page)).toBeVisible();
  await expect(page).toHaveURL(/q=yzjsy/);
});

test("a project opens beside the board, and the next one is a key away", async ({ office }) => {
  const page = await register(office);
  await card(page).getByRole("link").click();
  const panel = page.locator(".side-panel");
  await expect(panel.getByRole("heading", { level: 2 }).first()).toHaveText(NAME);
  await expect(page).toHaveURL(/board\?open=p-/);
  await page.keyboard.press("ArrowDown");
  await expect(panel.getByRole("heading", { level: 2 }).first()).not.toHaveText(NAME);
  await page.keyboard.press("ArrowUp");
  await expect(panel.getByRole("heading", { level: 2 }).first()).toHaveText(NAME);
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(card(page).getByRole("link")).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`has no accessibility violation (${colorScheme})`, async ({ newOffice }) => {
    const office = await newOffice({ colorScheme });
    const page = await register(office);
    await expectAccessible(page);
    await card(page).getByRole("link").click();
    await expect(page.locator(".side-panel")).toBeVisible();
    await expectAccessible(page);
  });
}
