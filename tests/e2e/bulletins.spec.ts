// 通报: a month's bulletin whose numbers are those of the progress page, files that hold the same, tables that are
// sent up, and the pack of a meeting.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import type { Office } from "./helpers/office";
import { expect, test } from "./helpers/test";
import { saved } from "./helpers/work";
import { unzip } from "./helpers/workbook";

/** One part of an office file. */
const part = (bytes: Buffer, name: string) => unzip(bytes).get(name)!;

const plain = (xml: string) => xml.replace(/<\/w:p>|<\/c>/g, "\n").replace(/<[^>]+>/g, "");

async function download(office: Office, button: string): Promise<Buffer> {
  const { bytes } = await office.download(() => office.page.getByRole("button", { name: button }).click());
  return bytes;
}

async function newBulletin(page: Page): Promise<void> {
  await page.getByRole("button", { name: "新通报" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "新建" }).click();
  await expect(page.locator(".paper .paper-title")).toContainText("招商引资工作通报");
  await saved(page);
}

test("a month's bulletin says what the progress page says, on the page and in its files", async ({ office }) => {
  const page = await office.visitSample("#/assessment/progress?metric=signed");
  const done = (await page.locator(".sums tfoot td").nth(2).innerText()).trim();
  expect(done).toMatch(/^[0-9]+$/);
  await page.goto("./#/assessment/bulletins");
  await newBulletin(page);
  const paper = page.locator(".paper");
  await expect(paper).toContainText(`新签约项目${done}个`);
  await expectAccessible(page);

  // A name of the office's own choice, put where the cursor is.
  const first = page.getByLabel("一、总体");
  await first.fill("新签约");
  await page.getByLabel("查找名称").fill("新签约项目.完成");
  await page.locator(".names li button", { hasText: /^新签约项目\.完成$/ }).click();
  await expect(first).toHaveValue("新签约{新签约项目.完成}");
  await expect(paper.locator("p", { hasText: new RegExp(`^新签约${done}个$`) })).toBeVisible();

  // A name that nobody knows stays as it is and is told with its remedy.
  await first.fill("新签约{新签约项目.完成}，{没有这个}");
  await expect(page.locator(".banner")).toContainText("{没有这个}");
  await expect(paper).toContainText("{没有这个}");
  await first.fill("新签约{新签约项目.完成}。");
  await expect(page.locator(".banner")).toHaveCount(0);
  await first.blur();
  await saved(page);

  const text = plain(part(await download(office, "Word"), "word/document.xml"));
  expect(text).toContain(`新签约${done}个。`);
  expect(text).toContain("招商引资工作目标进度汇总表");
  const book = await download(office, "Excel");
  expect(part(book, "xl/workbook.xml")).toContain("招商引资工作目标进度汇总表");
  expect(plain(part(book, "xl/worksheets/sheet1.xml"))).toContain(`新签约${done}个。`);

  // It is there again, and the next one begins with its texts.
  await page.getByRole("button", { name: "全部通报" }).click();
  await expect(page.locator(".bulletin-list tbody tr")).toHaveCount(1);
  await newBulletin(page);
  await expect(page.getByLabel("一、总体")).toHaveValue("新签约{新签约项目.完成}。");
});

test("each table is sent up by itself", async ({ office }) => {
  const page = await office.visitSample("#/assessment/bulletins?show=tables");
  await expect(page.locator(".paper-title")).toHaveText("招商引资工作目标进度汇总表");
  await expect(page.locator(".paper tbody tr").first()).toBeVisible();
  await expectAccessible(page);
  const total = await page.locator(".paper tfoot td").allInnerTexts();
  const sheet = part(await download(office, "Excel"), "xl/worksheets/sheet1.xml");
  const last = plain(sheet.slice(sheet.lastIndexOf("合计"))).split("\n").filter((cell) => cell !== "");
  const numbers = total.filter((cell) => /^[0-9]/.test(cell)).map((cell) => Number(cell.replace(/,/g, "")));
  expect(last.map(Number).filter((cell) => cell > 0)).toEqual(numbers.filter((cell) => cell > 0));
  for (const table of ["registered", "started", "producing", "heads", "chains", "intake", "duel", "indicators", "kept", "digest"]) {
    await page.goto(`./#/assessment/bulletins?show=tables&table=${table}`);
    await expect(page.locator(".paper thead th").first()).toBeVisible();
  }
});

test("the pack of a meeting is one file, and says what it leaves out", async ({ office }) => {
  const page = await office.visitSample("#/assessment/bulletins?show=pack");
  await expect(page.locator(".paper h3", { hasText: "目录" })).toBeVisible();
  await expect(page.locator(".paper h3.section", { hasText: "排名" })).toBeVisible();
  await expect(page.locator(".paper")).toContainText("无内容而未列入：通报");
  await expectAccessible(page);
  const text = plain(part(await download(office, "Word"), "word/document.xml"));
  expect(text).toContain("招商引资会议材料");
  expect(text).toContain("考核办法：");
});
