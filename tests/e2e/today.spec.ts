// Today: what to do next; and the search box, which every page has.
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";

test("a step is ticked off, and undone", async ({ office }) => {
  const page = await office.visitSample("#/today");
  const overdue = page.locator(".day-list").filter({ hasText: "已逾期的下一步" });
  const count = async () => Number(await overdue.locator(".count").textContent());
  const before = await count();
  expect(before).toBeGreaterThan(0);
  await overdue.getByRole("button", { name: "办结" }).first().click();
  await expect.poll(count).toBe(before - 1);
  await page.keyboard.press("Control+z");
  await expect.poll(count).toBe(before);
  await expect(page.getByText("已撤销：办结下一步")).toBeVisible();
});

test("a project is found by initials and opened by keyboard", async ({ office }) => {
  const page = await office.visitSample("#/today");
  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox", { name: "搜索" });
  await expect(box).toBeFocused();
  await box.pressSequentially("jcldc");
  const first = page.getByRole("option").first();
  await expect(first).toContainText("景澄锂电池隔膜项目");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/project\/p-/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("景澄锂电池隔膜项目");
});

test("the switch says whose list is shown, also for who owns no project", async ({ office }) => {
  const page = await office.visitSample("#/today");
  await expect(page.getByText("以下是全部项目")).toBeVisible();
  await expect(page.getByRole("radio", { name: "全部" })).toBeChecked();
  const mine = page.getByRole("radio", { name: "我的" });
  await mine.check({ force: true });
  await expect(mine).toBeChecked();
  await expect(page.getByRole("heading", { name: "没有以您为跟踪负责人的在管项目" })).toBeVisible();
  await expect(page.locator(".day-list")).toHaveCount(0);
  await page.getByRole("radio", { name: "全部" }).check({ force: true });
  await expect(page.locator(".day-list").first()).toBeVisible();
});

test("both languages, without violations, light and dark", async ({ office }) => {
  const page = await office.visitSample("#/today");
  await expect(page.getByRole("heading", { name: "超期未跟进" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Not followed up in time" })).toBeVisible();
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
});
