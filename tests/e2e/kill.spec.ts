// The browser is killed, as by a power cut or an empty battery: what was said to be saved is there.
import { setTimeout as passed } from "node:timers/promises";
import { type Page, test as base } from "@playwright/test";
import { Laptop } from "./helpers/killable";
import { photo } from "./helpers/files";
import { introduce, note, register } from "./helpers/work";
import { expect } from "./helpers/test";

const test = base.extend<{ laptop: Laptop }>({
  laptop: async ({}, use) => {
    const laptop = await Laptop.unpack();
    await use(laptop);
    await laptop.discard();
  },
});

/** A project to work on, in an office of its own. Returns its address. */
async function project(laptop: Laptop): Promise<{ page: Page; address: string }> {
  const page = await laptop.start("#/first-run");
  await introduce(page, "试验员甲", "云岭镇");
  const address = await register(page, "断电试验项目", "3亿元");
  return { page, address };
}

for (const age of [0, 50, 200, 1000, 3000]) {
  test(`a saved edit survives a kill ${age} ms later, five times of five`, async ({ laptop }) => {
    let { page, address } = await project(laptop);
    for (const round of [1, 2, 3, 4, 5]) {
      await note(page, { contents: [`第 ${round} 次断电前`] });
      await passed(age);
      await laptop.kill();
      page = await laptop.start(address);
      for (let each = 1; each <= round; each += 1) await expect(page.getByText(`第 ${each} 次断电前`)).toBeVisible();
    }
  });
}

test("the 500th edit in a minute survives a kill, with all before it", async ({ laptop }) => {
  const { page, address } = await project(laptop);
  const begun = Date.now();
  await note(page, { contents: Array.from({ length: 500 }, (_, n) => `连续第 ${n + 1} 条`) });
  expect(Date.now() - begun, "500 edits must be made within a minute").toBeLessThan(60_000);
  await laptop.kill();
  const after = await laptop.start(address);
  await after.getByRole("button", { name: /显示全部.*500/ }).click();
  await expect(after.getByText(/^连续第 \d+ 条$/)).toHaveCount(500);
});

test("an attachment survives a kill as soon as it is said to be saved", async ({ laptop }) => {
  let { page, address } = await project(laptop);
  for (const round of [1, 2, 3]) {
    await page.locator(".attachments input[type=file]").setInputFiles(photo(`现场${round}.png`, round));
    await expect(page.locator(".attachments .tiles > li")).toHaveCount(round);
    await expect(page.locator(".saved")).toHaveAttribute("data-state", "saved");
    await laptop.kill();
    page = await laptop.start(address);
    await expect(page.locator(".attachments li[data-here=true]")).toHaveCount(round);
    await expect(page.locator(".attachments li[data-here=false]")).toHaveCount(0);
  }
  // The whole of it is there, and not only its small picture.
  await page.locator(".attachments .tiles button").first().click();
  const drawn = page.locator("dialog[open] .stage img");
  await expect.poll(() => drawn.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(800);
});

test("a large import survives a kill straight after it", async ({ laptop }) => {
  const page = await laptop.start("#/first-run");
  await introduce(page, "试验员甲", "云岭镇");
  await page.goto(`${page.url().split("#")[0]!}#/import`);
  const rows = Array.from({ length: 3000 }, (_, n) => `断电试验第${n + 1}号项目,试验投资方第${n + 1}号,${n + 1}万元,2026-03-0${n % 9 + 1}`);
  await page.locator("input[type=file]").setInputFiles({
    name: "大台账.csv", mimeType: "text/csv", buffer: Buffer.from(`项目名称,投资方,总投资,签约时间\n${rows.join("\n")}\n`),
  });
  await page.getByRole("button", { name: "核对各行" }).click();
  await page.locator(".import-bar").getByRole("button", { name: "导入", exact: true }).click();
  await expect(page.locator(".import-done .tally")).toContainText("已新增 3,000 个项目");
  await expect(page.locator(".saved")).toHaveAttribute("data-state", "saved");
  await laptop.kill();
  const after = await laptop.start("#/projects/board");
  await expect(after.locator(".page-head .lead")).toContainText("3,000 个项目");
});
