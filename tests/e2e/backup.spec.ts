// Backups: by itself into a folder, thinned out by age, restored with a preview; reminded of where there is no folder.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import type { Office } from "./helpers/office";
import { expect, test } from "./helpers/test";
import { begin, introduce, note, register, saved } from "./helpers/work";

/** Gives the page a folder: the browser's own, which is picked without a dialog and behaves as any other. */
async function withFolder(office: Office): Promise<void> {
  await office.context.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle("备份盘", { create: true }),
    });
  });
}

/** The names of the files in the folder. */
const names = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("备份盘");
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    return names.sort();
  });

const notice = (page: Page) => page.locator(".backup-notice .banner");
const facts = (page: Page) => page.locator("dl.backup");
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);

test("backups go into a folder by themselves, thin out with age, and are restored with a preview", async ({ office, newOffice }) => {
  await withFolder(office);
  await office.page.clock.install({ time: noon("2026-11-20") });
  const page = await begin(office, "试验员甲", "云岭镇");
  await register(page, "第一个项目", "3亿元");
  await saved(page);
  await page.goto("./#/settings/storage");
  await expect(facts(page)).toContainText("还没有备份过");
  await facts(page).getByRole("button", { name: "选择备份文件夹…" }).click();
  await expect(facts(page)).toContainText("自动存入文件夹“备份盘”");
  await expect(facts(page)).toContainText("2026-11-20 12:00 · 此后没有改动");
  await expectAccessible(page);
  const first = await names(page);
  expect(first).toEqual([expect.stringMatching(/^招商簿备份-\w{13}-20261120-1200\.json$/)]);

  // A change is backed up ten minutes after the last backup, by itself, and no earlier.
  await page.clock.fastForward("01:00");
  await register(page, "第二个项目", "1亿元");
  await page.goto("./#/settings/storage");
  await expect(facts(page)).toContainText(/此后有 \d+ 次改动/);
  await page.clock.fastForward("05:00");
  expect(await names(page)).toEqual(first);
  await page.clock.fastForward("05:00");
  await expect(facts(page)).toContainText("2026-11-20 12:11 · 此后没有改动");
  // Of the same hour only the latest is kept, and after a restart it goes on.
  expect(await names(page)).toEqual([expect.stringMatching(/-1211\.json$/)]);
  await page.clock.setSystemTime(noon("2026-11-27"));
  await page.reload();
  await expect(facts(page)).toContainText("自动存入文件夹“备份盘”");
  await register(page, "第三个项目", "2亿元");
  await saved(page);
  await page.clock.fastForward("00:05");
  await expect.poll(() => names(page)).toHaveLength(2);

  // Everything is erased; the folder brings it back.
  const [, latest] = await names(page);
  const bytes = await page.evaluate(async (name) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("备份盘");
    return (await (await folder.getFileHandle(name!)).getFile()).text();
  }, latest);
  await page.goto("./#/exchange");
  await page.locator(".kept-backups > summary").click();
  await expect(page.locator(".kept-backups li")).toHaveCount(2);
  await expectAccessible(page);
  await page.locator(".kept-backups li").first().getByRole("button", { name: "预览" }).click();
  await expect(page.getByRole("article").last()).toContainText(latest!);

  // On a new computer it is the first thing offered.
  const second = await newOffice();
  const fresh = await second.visit();
  await fresh.getByLabel("姓名").fill("试验员甲");
  await fresh.getByLabel("单位").first().fill("云岭镇");
  await fresh.getByRole("button", { name: /接收同事的文件或备份/ }).click();
  await fresh.locator(".drop-zone input[type=file]").setInputFiles({ name: latest!, mimeType: "application/json", buffer: Buffer.from(bytes) });
  await fresh.getByRole("article").last().getByRole("button", { name: "合并", exact: true }).click();
  await fresh.goto("./#/projects/board");
  await expect(fresh.locator(".page-head .lead")).toContainText("3 个项目");
});

test("a folder that is gone is said, and written to again when it is back", async ({ office }) => {
  await withFolder(office);
  await office.page.clock.install({ time: noon("2026-11-20") });
  const page = await begin(office, "试验员甲", "云岭镇");
  await page.goto("./#/settings/storage");
  await facts(page).getByRole("button", { name: "选择备份文件夹…" }).click();
  await expect(facts(page)).toContainText("自动存入文件夹“备份盘”");
  // The first backup is there; who takes a folder away while it is written to is refused.
  await expect(facts(page)).toContainText("此后没有改动");
  await page.evaluate(async () => { await (await navigator.storage.getDirectory()).removeEntry("备份盘", { recursive: true }); });
  await page.clock.fastForward("11:00");
  await register(page, "又一个项目", "1亿元");
  await page.clock.fastForward("00:05");
  await expect(notice(page)).toContainText("自动备份写不进文件夹“备份盘”");
  await expectAccessible(page);
  await page.evaluate(async () => { await (await navigator.storage.getDirectory()).getDirectoryHandle("备份盘", { create: true }); });
  await page.clock.fastForward("01:05");
  await expect(notice(page)).toHaveCount(0);
  expect(await names(page)).toHaveLength(1);
  await page.goto("./#/settings/storage");
  await facts(page).getByRole("button", { name: "停止自动备份" }).click();
  await expect(facts(page).getByRole("button", { name: "选择备份文件夹…" })).toBeVisible();
  await page.reload();
  await expect(facts(page).getByRole("button", { name: "选择备份文件夹…" })).toBeVisible();
});

test("without a folder it reminds after the stated number of changes", async ({ office }) => {
  await office.context.addInitScript(() => { Reflect.deleteProperty(window, "showDirectoryPicker"); });
  const page = await begin(office, "试验员甲", "云岭镇");
  await page.goto("./#/settings/storage");
  await expect(facts(page)).toContainText("这个浏览器不让网页写入文件夹");
  await facts(page).getByRole("combobox", { name: "提醒备份" }).selectOption({ label: "每 20 次改动" });
  await register(page, "一个项目", "1亿元");
  await note(page, { contents: Array.from({ length: 25 }, (_, n) => `第 ${String(n + 1)} 条`) });
  await expect(notice(page)).toContainText(/已有 \d+ 次改动还没有备份/);
  await expectAccessible(page);
  await notice(page).getByRole("button", { name: "以后再说" }).click();
  await expect(notice(page)).toHaveCount(0);
  await note(page, { contents: Array.from({ length: 21 }, (_, n) => `再第 ${String(n + 1)} 条`) });
  const backup = await office.download(() => notice(page).getByRole("button", { name: "立即备份" }).click());
  expect(backup.bytes.length).toBeGreaterThan(1_000);
  await expect(notice(page)).toHaveCount(0);
  await page.reload();
  await expect(notice(page)).toHaveCount(0);
});

test("the browser is asked once to keep the data, at the first project, and its answer shown", async ({ office }) => {
  await office.context.addInitScript(() => {
    StorageManager.prototype.persist = async () => {
      document.documentElement.dataset.asked = String(Number(document.documentElement.dataset.asked ?? 0) + 1);
      return Promise.resolve(true);
    };
  });
  const asked = () => page.locator("html").getAttribute("data-asked");
  await office.visit("#/first-run");
  const page = await introduce(office.page, "试验员甲", "云岭镇");
  expect(await asked()).toBeNull();
  await register(page, "第一个项目", "1亿元");
  await expect(page.locator(".toasts")).toContainText("浏览器已承诺长期保存本机数据");
  await register(page, "第二个项目", "1亿元");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "第二个项目" })).toBeVisible();
  expect(await asked()).toBeNull();
});

test("before the browser's room is used up a backup is offered", async ({ office }) => {
  await office.context.addInitScript(() => {
    // Not on a blank page, which has no storage.
    if (location.protocol !== "about:") navigator.storage.estimate = async () => ({ usage: Number(sessionStorage.getItem("used") ?? 1e6), quota: 1e9 });
  });
  const page = await begin(office, "试验员甲", "云岭镇");
  const strip = page.locator(".room-notice .banner");
  await page.goto("./#/settings/storage");
  await expect(page.locator("dl.facts").last()).toContainText("1 GB");
  await expect(strip).toHaveCount(0);
  await page.evaluate(() => { sessionStorage.setItem("used", "850000000"); });
  await page.reload();
  await expect(strip).toContainText("已用 850 MB，上限 1 GB");
  await expectAccessible(page);
  const { name } = await office.download(() => strip.getByRole("button", { name: "立即备份" }).click());
  expect(name).toMatch(/\.json$/);
  await strip.getByRole("button", { name: "以后再说" }).click();
  await expect(strip).toHaveCount(0);
});
