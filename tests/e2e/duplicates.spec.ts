// The same project, registered by two units: found after their files are merged, made one with both histories.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { begin, note, register, saved, setField } from "./helpers/work";

const pair = (page: Page) => page.locator("article.pair");
const lead = (page: Page) => page.locator(".page-head .lead");
const board = async (page: Page, count: string) => {
  await page.goto("./#/projects/board");
  await expect(lead(page)).toContainText(count);
};

test("two units' accounts of one project are found, compared and made one, with both histories", async ({ newOffice }) => {
  const town = await newOffice();
  await town.page.clock.setFixedTime(new Date("2026-11-02T09:00:00+08:00"));
  await begin(town, "试验员甲", "云岭镇");
  await register(town.page, "闽锂新材料正极材料项目", "3亿元");
  await note(town.page, { contents: ["镇里先谈的"] });
  await town.page.goto("./#/exchange");
  const { name, bytes } = await town.download(() => town.page.getByRole("button", { name: "存成文件" }).click());

  const centre = await newOffice();
  await centre.page.clock.setFixedTime(new Date("2026-11-20T09:00:00+08:00"));
  const page = await begin(centre, "试验员乙", "招商服务中心");
  const address = await register(page, "闽锂新材料正极材料项目", "3.5亿元");
  await note(page, { contents: ["中心后谈的"] });
  await register(page, "毫不相干的物流园", "1亿元");
  await saved(page);
  await page.goto("./#/exchange");
  await page.locator(".drop-zone input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: bytes });
  const card = page.getByRole("article").last();
  await card.getByRole("button", { name: "合并", exact: true }).click();
  await card.getByRole("link", { name: "查重" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "查重" })).toBeVisible();
  await expect(pair(page)).toHaveCount(1);
  await expect(pair(page)).toContainText("应是同一个项目");
  // Who was first, when and of which unit is told on either side.
  const first = pair(page).getByRole("columnheader").filter({ hasText: "先登记" });
  await expect(first).toHaveCount(1);
  const registered = pair(page).getByRole("row", { name: /^登记/ });
  await expect(registered).toContainText("云岭镇");
  await expect(registered).toContainText("招商服务中心");
  await expect(registered).toContainText("2026-11-02");
  await expect(pair(page).getByRole("row", { name: /总投资/ })).toContainText("不同");
  await expectAccessible(page);

  // The first account is kept.
  const headers = await pair(page).getByRole("columnheader").allTextContents();
  const side = headers.filter((text) => text.trim() !== "").findIndex((text) => text.includes("先登记"));
  await pair(page).getByRole("button", { name: side === 0 ? "合并，留左边" : "合并，留右边" }).click();
  await expect(pair(page)).toHaveCount(0);
  await expect(page.getByText("没有疑似重复的项目")).toBeVisible();
  await board(page, "2 个项目");
  await page.getByRole("link", { name: "闽锂新材料正极材料项目" }).click();
  const panel = page.locator(".side-panel");
  await expect(panel.getByText("镇里先谈的")).toBeVisible();
  await expect(panel.getByText("中心后谈的")).toBeVisible();
  await panel.locator("details.history > summary").click();
  await expect(panel.locator("details.history")).toContainText("2026-11-02 09:00");
  await expect(panel.locator("details.history")).toContainText("（并入的“闽锂新材料正极材料项目”）");

  // Undo brings the pair back; told apart with a reason it is not asked about again.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await board(page, "3 个项目");
  await page.goto("./#/projects/duplicates");
  await pair(page).getByRole("button", { name: "不是同一个…" }).click();
  await pair(page).getByLabel("理由").fill("一期和二期");
  await page.keyboard.press("Enter");
  await expect(pair(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("没有疑似重复的项目")).toBeVisible();
  await page.goto(`./${address}`);
  await setField(page, "总投资", "4亿元");
});
