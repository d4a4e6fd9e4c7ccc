// The pipeline as it was on a past day: every page shows it, nothing can be changed, and the present goes on.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import type { Office } from "./helpers/office";
import { expect, test } from "./helpers/test";
import { begin, register, saved, setField } from "./helpers/work";

const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);
const strip = (page: Page) => page.getByRole("region", { name: "过去的样子" });
const lead = (page: Page) => page.locator(".page-head .lead");

/** An office with a year behind it. Returns the address of a project that changed. */
async function year(office: Office): Promise<{ page: Page; address: string }> {
  await office.page.clock.setFixedTime(noon("2026-09-15"));
  const page = await begin(office, "试验员甲", "云岭镇");
  const address = await register(page, "九月的项目", "3亿元");
  await saved(page);
  await page.clock.setFixedTime(noon("2026-10-20"));
  await setField(page, "总投资", "5亿元");
  await register(page, "十月的项目", "1亿元");
  await saved(page);
  await page.clock.setFixedTime(noon("2026-11-27"));
  await register(page, "十一月的项目", "2亿元");
  await saved(page);
  await page.goto("./#/projects/board");
  await page.reload();
  await expect(lead(page)).toContainText("3 个项目");
  return { page, address };
}

test("every page shows a past day, nothing can be changed, and the present goes on", async ({ office }) => {
  const { page, address } = await year(office);
  await page.getByRole("button", { name: "看过去某天的样子" }).click();
  await expect(strip(page).getByRole("textbox")).toBeFocused();
  await expect(lead(page)).toContainText("3 个项目");
  await strip(page).getByRole("button", { name: "上月末" }).click();
  await expect(strip(page)).toContainText("2026-10-31 结束时的样子，只能看。当时 2 个项目，现在 3 个。");
  await expect(lead(page)).toContainText("2 个项目");
  await expectAccessible(page);
  await strip(page).getByRole("button", { name: "上季末" }).click();
  await expect(lead(page)).toContainText("1 个项目");
  await expect(page.getByText("十月的项目")).toHaveCount(0);

  await page.goto(`./${address}`);
  const total = page.getByLabel("总投资", { exact: true }).first();
  await expect(total).toHaveValue(/^3/);
  await total.fill("9亿元");
  await total.press("Enter");
  await expect(page.locator(".toasts")).toContainText("正在看过去的样子，只能看");
  await expect(page.locator(".saved")).toHaveAttribute("data-state", "saved");
  // What is found is of that day too.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("项目");
  await expect(page.getByRole("option", { name: /九月的项目/ })).toBeVisible();
  await expect(page.getByRole("option", { name: /十月的项目/ })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.goto("./#/exchange");
  await expect(page.getByRole("heading", { name: "这里只有现在的内容" }).first()).toBeVisible();
  await expectAccessible(page);

  // Another tab goes on in the present, and nothing of it is lost here.
  const other = await office.newTab(address);
  await other.clock.setFixedTime(noon("2026-11-27"));
  await setField(other, "总投资", "6亿元");
  await register(other, "又一个项目", "4亿元");
  await expect(strip(page)).toContainText("现在 4 个");
  await page.goto(`./${address}`);
  await expect(total).toHaveValue(/^3/);
  await strip(page).getByRole("button", { name: "回到现在" }).click();
  await expect(strip(page)).toHaveCount(0);
  await expect(total).toHaveValue(/^6/);
  await setField(page, "总投资", "7亿元");
  await page.reload();
  await expect(total).toHaveValue(/^7/);
});

test("a day is typed, must be over, and is reached from the history", async ({ office }) => {
  const { page, address } = await year(office);
  await page.goto(`./${address}`);
  await page.getByRole("button", { name: "看过去某天的样子" }).click();
  const day = strip(page).getByRole("textbox");
  await day.fill("2027-01-01");
  await day.press("Enter");
  await expect(strip(page)).toContainText("请选今天以前的一天");
  await day.fill("9月14日");
  await day.press("Enter");
  await expect(strip(page)).toContainText("2026-09-14 结束时还没有项目；现在有 3 个。");
  await strip(page).getByRole("button", { name: "回到现在" }).click();

  await page.locator("details.history > summary").click();
  await page.locator("details.history li").filter({ hasText: "2026-09-15" }).getByRole("button", { name: "看当天的样子" }).click();
  await expect(strip(page)).toContainText("2026-09-15 结束时的样子");
  await expect(page.getByLabel("总投资", { exact: true }).first()).toHaveValue(/^3/);
  // On paper it says which day it is of.
  await page.emulateMedia({ media: "print" });
  await expect(strip(page).getByRole("status")).toBeVisible();
  await expect(strip(page).getByRole("textbox")).toBeHidden();
});

test("what only writes is not offered for a past day, and is there again in the present", async ({ office }) => {
  const { page, address } = await year(office);
  const button = (name: string) => page.getByRole("main").getByRole("button", { name, exact: true });
  const writers: [string, () => Promise<void>][] = [
    ["./#/projects/board", async () => {
      await expect(button("导入")).toHaveCount(0);
      await expect(button("登记项目")).toHaveCount(0);
      await page.locator(".card").first().hover();
      await expect(page.locator(".card > .icon-button").first()).toBeHidden();
    }],
    ["./#/projects/table", async () => {
      await expect(button("导入")).toHaveCount(0);
      await expect(button("登记项目")).toHaveCount(0);
      await page.locator(".page-head .actions").getByRole("button").first().click();
      await expect(page.getByRole("menuitem", { name: "另存为视图…" })).toHaveCount(0);
      await page.keyboard.press("Escape");
    }],
    ["./#/companies", async () => expect(button("登记企业")).toHaveCount(0)],
    [`./${address}`, async () => {
      await expect(page.locator("form.composer")).toHaveCount(0);
      const milestones = page.getByRole("region", { name: "节点与佐证" });
      await expect(milestones.getByRole("button")).toHaveCount(0);
      await expect(page.getByRole("list", { name: "阶段" }).getByRole("button").first()).toBeDisabled();
      await expect(button("登记到资")).toHaveCount(0);
      await page.locator(".page-head .actions").getByRole("button").click();
      await expect(page.getByRole("menuitem", { name: "打印" })).toBeVisible();
      await expect(page.getByRole("menuitem", { name: "删除项目" })).toHaveCount(0);
      await page.keyboard.press("Escape");
    }],
  ];
  await page.getByRole("button", { name: "看过去某天的样子" }).click();
  await strip(page).getByRole("button", { name: "上月末" }).click();
  for (const [place, nothingWrites] of writers) {
    await page.goto(place);
    await expect(strip(page)).toContainText("只能看");
    await nothingWrites();
    await expectAccessible(page);
  }
  await strip(page).getByRole("button", { name: "回到现在" }).click();
  await expect(page.locator("form.composer")).toBeVisible();
  await expect(page.getByRole("list", { name: "阶段" }).getByRole("button").first()).toBeEnabled();
  await page.goto("./#/projects/board");
  await expect(button("登记项目")).toBeVisible();
  await page.locator(".card").first().hover();
  await expect(page.locator(".card > .icon-button").first()).toBeVisible();
});
