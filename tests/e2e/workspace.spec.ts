// What was written is there again: after a reload, in another tab, from the mirror.
import type { Page } from "@playwright/test";
import { expect, test } from "./helpers/test";
import { begin, note, register, saved, setField } from "./helpers/work";

/** How many overdue steps Today lists. */
const overdue = (page: Page) =>
  page.locator(".day-list").filter({ hasText: "已逾期的下一步" }).locator(".count");

const tick = (page: Page) => page.getByRole("button", { name: "办结" }).first().click();

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

test("two tabs show the same where the browser has no channels", async ({ office }) => {
  await office.context.addInitScript(() => Reflect.deleteProperty(window, "BroadcastChannel"));
  const page = await office.visitSample("#/today");
  await saved(page);
  const second = await office.newTab("#/today");
  expect(await second.evaluate(() => "BroadcastChannel" in window)).toBe(false);
  const before = Number(await overdue(page).textContent());
  await expect(overdue(second)).toHaveText(String(before));
  await tick(page);
  await expect(overdue(second)).toHaveText(String(before - 1));
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

test("neither a search nor a draft of the sample county goes on in the office's own data", async ({ office }) => {
  const page = await begin(office, "试验员甲", "云岭镇");
  await page.reload();
  await page.goto("#/first-run");
  await page.getByRole("button", { name: "看看示例县" }).click();
  await page.locator(".sample-strip").waitFor();
  await saved(page);
  await page.reload();
  const box = page.getByRole("combobox", { name: "搜索" });
  await box.fill("jcldc");
  await expect(page.getByRole("option", { name: /^景澄锂电池隔膜项目/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.goto("#/project/new");
  await page.getByLabel(/^项目名称/).fill("样例里的草稿");
  await page.getByLabel("责任单位", { exact: true }).fill("青禾");
  await page.getByRole("option", { name: /^青禾镇/ }).click();
  await page.goto("#/import");
  await page.getByLabel(/粘贴从表格复制/).fill("项目名称\t责任单位\n样例里的台账\t青禾镇");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".column-table")).toBeVisible();
  await page.getByRole("button", { name: "回到本单位" }).click();
  await expect(page.locator(".sample-strip")).toHaveCount(0);
  await box.fill("jcldc");
  await expect(page.getByText("没有匹配项")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.goto("#/project/new");
  await expect(page.getByLabel(/^项目名称/)).toHaveValue("");
  await expect(page.getByLabel("责任单位", { exact: true })).toHaveValue("");
  await page.goto("#/import");
  await expect(page.locator(".import-source")).toBeVisible();
});

test("a second tab and the other language: an edit in one is in the other, each in its words", async ({ office }) => {
  const page = await begin(office, "试验员甲", "云岭镇");
  const address = await register(page, "双语试验项目", "1.2亿");
  await saved(page);
  const second = await office.newTab(address);
  await expect(second.getByLabel("总投资", { exact: true })).toHaveValue("12000");
  await second.getByRole("button", { name: "English" }).click();
  const total = second.getByLabel("Total investment", { exact: true });
  await total.fill("USD 3 million");
  await total.press("Enter");
  await expect(page.locator("[data-field=total_investment]")).toContainText("300万美元");
  await setField(page, "总投资", "1.5亿");
  await expect(total).toHaveValue("150");
  await second.getByRole("button", { name: /^Undo/ }).click();
  // Each tab undoes what was done in it; the later edit of the other stays.
  await expect(total).toHaveValue("150");
  await page.getByRole("button", { name: /^撤销/ }).click();
  await expect(page.locator("[data-field=total_investment]")).toContainText("300万美元");
  await page.close();
  await second.reload();
  await expect(second.locator("html")).toHaveAttribute("lang", "en");
  await expect(second.locator("[data-field=total_investment]")).toContainText("USD");
  await expect(second).toHaveTitle("双语试验项目 · Zhaoshang");
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

test("two tabs that write at once for a minute show everything, and lose nothing", async ({ office }) => {
  test.setTimeout(180_000);
  const page = await begin(office, "试验员甲", "云岭镇");
  const address = await register(page, "两个标签页同时写", "3亿元");
  const second = await office.newTab(address);
  const minute = 60_000;
  const made = await Promise.all([
    note(page, { prefix: "左", milliseconds: minute }), note(second, { prefix: "右", milliseconds: minute }),
  ]);
  expect(Math.min(...made), "each tab wrote all the time").toBeGreaterThan(60);
  const total = made[0] + made[1];
  for (const tab of [page, second]) {
    await tab.getByRole("button", { name: `显示全部 ${String(total)} 条` }).click();
    await expect(tab.getByText(/^左\d+$/)).toHaveCount(made[0]);
    await expect(tab.getByText(/^右\d+$/)).toHaveCount(made[1]);
  }
  await page.reload();
  await expect(page.getByRole("button", { name: `显示全部 ${String(total)} 条` })).toBeVisible();
});
