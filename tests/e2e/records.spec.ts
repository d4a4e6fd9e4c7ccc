// Records listed in a table and edited beside it: trips, receptions, issues and the others.
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { begin, saved } from "./helpers/work";

test("a record is added, filled in beside its table, found again and deleted; an untouched one leaves nothing", async ({ office }) => {
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await page.getByRole("navigation", { name: "行动" }).getByRole("link", { name: "外出" }).click();
  await expect(page.getByText("还没有外出招商")).toBeVisible();
  const panel = page.locator(".side-panel");

  // Closed as it was opened, it was never there.
  await page.getByRole("button", { name: "登记外出招商" }).first().click();
  await expect(panel).toBeVisible();
  await panel.getByRole("button", { name: "关闭" }).click();
  await expect(page.getByText("还没有外出招商")).toBeVisible();

  await page.getByRole("button", { name: "登记外出招商" }).first().click();
  await panel.getByLabel("目的地").fill("苏州");
  await panel.getByLabel("目的地").press("Tab");
  await panel.getByLabel("天数").fill("1.5天");
  await panel.getByLabel("天数").press("Tab");
  const people = panel.getByLabel("同行人员");
  for (const name of ["李海燕", "王建国"]) {
    await people.fill(name);
    await people.press("Enter");
  }
  await expect(panel.locator(".members").first()).toHaveText("李海燕王建国");
  await panel.getByRole("button", { name: "去掉李海燕" }).click();
  await expect(panel.locator(".members").first()).toHaveText("王建国");
  await expect(panel.getByRole("heading", { level: 2 })).toContainText("苏州");
  await saved(page);
  await expectAccessible(page);
  await panel.getByRole("button", { name: "关闭" }).click();

  const row = page.getByRole("grid").getByRole("row").filter({ hasText: "苏州" });
  await expect(row).toContainText("云岭镇");
  await expect(row).toContainText("1.5");
  await row.getByRole("link", { name: "打开" }).click();
  await expect(panel.getByLabel("天数")).toHaveValue("1.5");
  await panel.getByRole("button", { name: "删除" }).click();
  await expect(page.getByText("还没有外出招商")).toBeVisible();
  await page.getByRole("button", { name: /^撤销/ }).first().click();
  await expect(row).toBeVisible();
});

test("both places lead to their pages, in both languages, and the kinds of a page are told apart", async ({ office }) => {
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  await page.goto("./#/actions/teams");
  await page.getByRole("radio", { name: "招商大使" }).click();
  await page.getByRole("button", { name: "登记招商大使" }).first().click();
  await page.locator(".side-panel").getByLabel("姓名").fill("大使甲");
  await page.locator(".side-panel").getByLabel("姓名").press("Tab");
  await page.locator(".side-panel").getByRole("button", { name: "关闭" }).click();
  await expect(page.getByRole("grid")).toContainText("大使甲");
  await page.getByRole("radio", { name: "驻点" }).click();
  await expect(page.getByText("还没有驻点")).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByText("No stations yet")).toBeVisible();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Supervision" }).click();
  const pages = page.getByRole("navigation", { name: "Supervision" });
  await pages.getByRole("link", { name: "Inspections" }).click();
  await expect(page.getByText("No findings yet")).toBeVisible();
  await expectAccessible(page);
});
