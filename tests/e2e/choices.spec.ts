// Choosing from a list: looking changes nothing, what was typed is not lost, leaving ends it.
import type { Page } from "@playwright/test";
import type { Office } from "./helpers/office";
import { expect, test } from "./helpers/test";

/** The cell of the second row under a heading, ready for the keyboard. */
async function cellUnder(office: Office, heading: string): Promise<Page> {
  const page = await office.visitSample("#/projects/table");
  const at = await page.getByRole("columnheader").evaluateAll(
    (all, name) => all.findIndex((head) => head.textContent?.includes(name)), heading);
  await page.locator(".rows .row").nth(1).locator("> *").nth(at).click();
  return page;
}

test("opening a list and pressing Enter keeps what was chosen", async ({ office }) => {
  const page = await cellUnder(office, "投资方");
  const chosen = page.locator("[data-cursor]");
  const before = await chosen.textContent();
  const undo = page.getByRole("button", { name: /^撤销/ });
  const undoable = (await undo.getAttribute("aria-label"))!;
  await page.keyboard.press("Enter");
  const box = page.locator(".cell-editor [role=combobox]");
  await expect(box).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Enter");
  await expect(box).toHaveCount(0);
  await page.keyboard.press("ArrowUp");
  await expect(chosen).toHaveText(before!);
  // Nothing was written.
  await expect(undo).toHaveAttribute("aria-label", undoable);
});

test("a press elsewhere ends the choosing in a cell", async ({ office }) => {
  const page = await cellUnder(office, "投资方");
  await page.keyboard.press("Enter");
  await expect(page.locator(".cell-editor")).toBeVisible();
  await page.locator(".rows .row").nth(4).getByRole("checkbox").check();
  await expect(page.locator(".cell-editor")).toHaveCount(0);
});

test("Tab takes what was typed for and goes on to the next cell", async ({ office }) => {
  const page = await cellUnder(office, "所属产业");
  await page.keyboard.press("Enter");
  await page.locator(".cell-editor [role=combobox]").fill("现代物流");
  await page.keyboard.press("Tab");
  await expect(page.locator(".cell-editor")).toHaveCount(0);
  await expect(page.locator(".rows .row").nth(1)).toContainText("现代物流");
  // The cursor stands in the same row, one column on.
  await expect(page.locator(".rows .row").nth(1).locator("[data-cursor]")).toHaveCount(1);
});

test("Tab creates what is not in the list, and no empty list stays behind", async ({ office }) => {
  const page = await office.visitSample("#/project/new");
  const unit = page.getByLabel("责任单位", { exact: true });
  await unit.fill("试验产业新区");
  await expect(page.getByRole("option", { name: "新建“试验产业新区”" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(unit).toHaveValue("试验产业新区");
  await expect(page.getByLabel("跟踪负责人", { exact: true })).toBeFocused();
  await expect(page.locator(".combo-list:popover-open")).toHaveCount(0);
});
