// 附件: photos and scans of a project, kept in the browser, sent along, backed up, and never taken for what they are not.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import { altered, handIn, merge, saveFile } from "./helpers/exchange";
import { pdf, photo } from "./helpers/files";
import type { Office } from "./helpers/office";
import { expect, test } from "./helpers/test";
import { begin, register, saved } from "./helpers/work";

const NAME = "年产八万吨再生铝合金试验项目";
const SITE = photo("开工现场.png", 1);
const SCAN = pdf("投资协议扫描件.pdf");

const panel = (page: Page) => page.locator(".panel.attachments");
const tiles = (page: Page) => panel(page).locator(".tiles > li");
const picker = (page: Page) => panel(page).locator("input[type=file]");
const viewer = (page: Page) => page.locator("dialog[open]");

/** Whether a picture is really drawn. */
async function isDrawn(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).first().evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0);
}

/** What lies in the database of contents: for each key the first bytes. */
const stored = (page: Page): Promise<Record<string, number[]>> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((go, fail) => { request.onsuccess = () => go(request.result); request.onerror = () => fail(request.error!); });
    const database = await done(indexedDB.open("zs-files-real"));
    const store = database.transaction("pieces").objectStore("pieces");
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    database.close();
    return Object.fromEntries(keys.map((key, at) => [String(key), [...(values[at] as Uint8Array).slice(0, 4)]]));
  });

/** Neither a project nor a note of a file: looked at in a second tab, because the first has the file waiting. */
async function expectNothingMerged(office: Office): Promise<void> {
  await expect(office.page.locator(".received tbody tr")).toHaveCount(0);
  const second = await office.newTab("#/projects/board");
  await expect(second.getByRole("heading", { level: 1, name: "看板" })).toBeVisible();
  await expect(second.getByText(NAME)).toHaveCount(0);
  await second.close();
}

/** An office with a project that has a photo and a scan. */
async function attached(office: Office): Promise<string> {
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  const address = await register(page, NAME, "1.2亿");
  await picker(page).setInputFiles([SITE, SCAN]);
  await expect(tiles(page)).toHaveCount(2);
  await saved(page);
  return address;
}

test("photos and scans are attached, shown, described, and taken back", async ({ office }) => {
  const { page } = office;
  await attached(office);
  await expect(panel(page).locator("h2")).toContainText("2");
  const site = tiles(page).filter({ hasText: SITE.name });
  await expect(site.locator("img")).toBeVisible();
  await expect.poll(() => isDrawn(page, ".tiles img")).toBe(true);
  await expect(tiles(page).filter({ hasText: SCAN.name }).locator(".ending")).toHaveText("PDF");
  await expectAccessible(page);

  // By itself: what it is, of which milestone, when and where, who says so.
  await site.getByRole("button").click();
  await expect(viewer(page).locator(".stage img")).toBeVisible();
  await viewer(page).getByLabel("材料类别").fill("现场照片");
  await viewer(page).getByLabel("材料类别").press("Enter");
  await viewer(page).getByLabel("佐证节点").selectOption("started");
  await viewer(page).getByLabel("地点").fill("云岭镇三号地块");
  await viewer(page).getByLabel("地点").press("Enter");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(site).toContainText("开工 · 现场照片");

  // The arrows go through them; a document is opened in a tab, as what its bytes are.
  await site.getByRole("button").click();
  await viewer(page).getByRole("button", { name: "下一个" }).or(viewer(page).getByRole("button", { name: "上一个" })).first().focus();
  const first = await tiles(page).first().locator(".name").textContent();
  await page.keyboard.press(first === SITE.name ? "ArrowRight" : "ArrowLeft");
  await expect(viewer(page).locator("h2")).toHaveText(SCAN.name);
  const opened = office.context.waitForEvent("page");
  await viewer(page).getByRole("button", { name: "打开", exact: true }).click();
  expect((await opened).url()).toMatch(/^blob:/);
  await (await opened).close();
  const copy = await office.download(() => viewer(page).getByRole("button", { name: "另存" }).click());
  expect(copy.name).toBe(SCAN.name);
  expect(copy.bytes.equals(SCAN.buffer)).toBe(true);

  // Deleted, and taken back; all is there after a new start.
  await viewer(page).getByRole("button", { name: "删除" }).click();
  await expect(viewer(page)).toHaveCount(0);
  await expect(tiles(page)).toHaveCount(1);
  await page.getByRole("button", { name: /^撤销/ }).first().click();
  await expect(tiles(page)).toHaveCount(2);
  await saved(page);
  await page.reload();
  await expect(tiles(page)).toHaveCount(2);
  await expect.poll(() => isDrawn(page, ".tiles img")).toBe(true);
  await expect(site).toContainText("开工 · 现场照片");
});

test("what cannot be attached is named with the reason and the remedy, and a screenshot is pasted", async ({ office }) => {
  const { page } = office;
  await attached(office);
  const nothing = { name: "空.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) };
  await picker(page).setInputFiles([nothing, { ...SITE, name: "又一次.png" }]);
  await expect(panel(page).getByRole("alert")).toContainText("空.txt：文件是空的，未存入。");
  await expect(panel(page).getByRole("alert")).toContainText("又一次.png：这里已有同样的附件。");
  await expect(tiles(page)).toHaveCount(2);
  const large = { name: "录像.mp4", mimeType: "video/mp4", buffer: Buffer.alloc(50_000_001) };
  await picker(page).setInputFiles(large);
  await expect(panel(page).getByRole("alert")).toContainText("录像.mp4：超过 50 MB，未存入。请压缩或拆分后再放。");

  // A page in disguise is a file like any other: it is never opened.
  const disguised = { name: "说明.pdf", mimeType: "application/pdf", buffer: Buffer.from("<script>alert(1)</script>") };
  await picker(page).setInputFiles(disguised);
  await tiles(page).filter({ hasText: disguised.name }).getByRole("button").click();
  await expect(viewer(page)).toContainText("这类文件不在这里显示");
  await expect(viewer(page).getByRole("button", { name: "打开", exact: true })).toHaveCount(0);
  await page.keyboard.press("Escape");

  const shot = photo("image.png", 9, 40, 30);
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], "image.png", { type: "image/png" }));
    window.dispatchEvent(new ClipboardEvent("paste", { clipboardData, cancelable: true }));
  }, shot.buffer.toString("base64"));
  await expect(tiles(page)).toHaveCount(4);
});

test("attachments go along with a file, and a record without its content says so until it comes", async ({ office, newOffice }) => {
  const address = await attached(office);
  const send = office.page.locator(".send");
  await office.page.getByRole("link", { name: "交换", exact: true }).click();
  await expect(send.getByText(/连同附件（2 个，/)).toBeVisible();
  await expectAccessible(office.page);
  const whole = await saveFile(office);
  expect(whole.name).toMatch(/\.zip$/);
  await send.getByLabel(/连同附件/).uncheck();
  const bare = await saveFile(office);
  expect(bare.name).toMatch(/\.json$/);
  // For leaders there are none.
  await send.getByLabel("给谁看").selectOption("leaders");
  await expect(send.getByText(/连同附件/)).toHaveCount(0);

  // A colleague gets the records first.
  const other = await newOffice();
  const { page } = other;
  await begin(other, "试验员乙", "城关镇");
  await merge(other, bare);
  await page.goto(address);
  await expect(tiles(page).filter({ hasText: "内容不在这台电脑" })).toHaveCount(2);
  await tiles(page).filter({ hasText: SITE.name }).getByRole("button").click();
  await expect(viewer(page)).toContainText("请登记人“发送”时勾选“连同附件”");
  await page.keyboard.press("Escape");
  // The same file dropped here fills it in, and makes no second record.
  await picker(page).setInputFiles({ ...SITE, name: "别的名字.png" });
  await expect(tiles(page).filter({ hasText: "内容不在这台电脑" })).toHaveCount(1);
  await expect(tiles(page)).toHaveCount(2);
  // Then the whole file.
  const card = await handIn(other, whole);
  await expect(card).toContainText(/随文件来的附件 2 个/);
  await card.getByRole("button", { name: "合并", exact: true }).click();
  await expect(card).toContainText("存入附件 1 个。");
  await page.goto(address);
  await expect(tiles(page)).toHaveCount(2);
  await expect(tiles(page).filter({ hasText: "内容不在这台电脑" })).toHaveCount(0);

  // One altered on the way is not taken for what it was.
  const third = await newOffice();
  await begin(third, "试验员丙", "龙泉镇");
  const altered = Buffer.from(whole.buffer);
  altered[altered.indexOf(SCAN.buffer) + 20]! ^= 1;
  const hit = await merge(third, { ...whole, buffer: altered });
  await expect(hit).toContainText("存入附件 1 个；1 个不属于任何登记或已被改动，未存入。");
  // One that was cut says so.
  const cut = await handIn(third, { ...whole, buffer: whole.buffer.subarray(0, whole.buffer.length - 100) });
  await expect(cut).toContainText("文件不完整");
});

test("a file whose attachments the browser has no room for is not merged, and goes in when there is room", async ({ office, newOffice }) => {
  const address = await attached(office);
  const whole = await saveFile(office);
  const other = await newOffice();
  const { page } = other;
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...all: Parameters<typeof put>) {
      const request = put.apply(this, all);
      const { transaction } = this;
      // A full disk is known only when everything has been handed over.
      if (transaction.db.name === "zs-files-real" && document.documentElement.dataset.full) {
        queueMicrotask(() => { try { transaction.abort(); } catch { /* It is aborted. */ } });
      }
      return request;
    };
  });
  await begin(other, "试验员乙", "城关镇");
  const card = await handIn(other, whole);
  await page.evaluate(() => { document.documentElement.dataset.full = "yes"; });
  const merging = card.getByRole("button", { name: "合并", exact: true });
  await merging.click();
  await expect(page.locator(".toast", { hasText: "附件存不下，文件没有合并，什么都没有改。请腾出磁盘空间，或让对方不带附件再发一份。" })).toBeVisible();
  await expectAccessible(page);
  await expectNothingMerged(other);

  await page.evaluate(() => { delete document.documentElement.dataset.full; });
  await merging.click();
  await expect(card).toContainText("已合并");
  await expect(card).toContainText("存入附件 2 个。");
  await saved(page);
  await page.goto(address);
  await expect(tiles(page)).toHaveCount(2);
  await expect(tiles(page).filter({ hasText: "内容不在这台电脑" })).toHaveCount(0);
  await expect.poll(() => isDrawn(page, ".tiles img")).toBe(true);
});

test("where room ends half-way none of several files is merged, and what came in already is not lost", async ({ office, newOffice }) => {
  await attached(office);
  const whole = await saveFile(office);
  await office.page.locator(".send").getByLabel(/连同附件/).uncheck();
  const bare = await saveFile(office);
  const other = await newOffice();
  const { page } = other;
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    let contents = 0;
    IDBObjectStore.prototype.put = function (...all: Parameters<typeof put>) {
      const isContent = this.transaction.db.name === "zs-files-real" && String(all[1]).startsWith("c.");
      if (isContent && (contents += 1) === 2) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, all);
    };
  });
  await begin(other, "试验员乙", "城关镇");
  await page.getByRole("link", { name: "交换", exact: true }).click();
  await page.locator(".drop-zone input[type=file]").setInputFiles([whole, bare]);
  const merging = page.locator("article.many").getByRole("button", { name: "合并这 2 份" });
  await merging.click();
  await expect(page.locator(".toast", { hasText: "附件存不下，文件没有合并" })).toBeVisible();
  await expectNothingMerged(other);
  await merging.click();
  const receipt = page.locator("article.many[data-receipt]");
  await expect(receipt).toContainText("已合并 2 份文件");
  await expect(receipt).toContainText("存入附件 1 个。");
  expect(Object.keys(await stored(page))).toHaveLength(3);
});

test("attachments that no file can hold are said to stay behind, and the records go without them", async ({ office, newOffice }) => {
  const address = await attached(office);
  const send = office.page.locator(".send");
  await office.page.getByRole("link", { name: "交换", exact: true }).click();
  await send.getByLabel(/连同附件/).uncheck();
  const bare = await saveFile(office);
  // One byte more than a file holds, by what the record says.
  const size = `"size": ${String(SITE.buffer.length)}`;
  expect(bare.buffer.toString("utf8")).toContain(size);
  const other = await newOffice();
  const { page } = other;
  await begin(other, "试验员乙", "城关镇");
  await merge(other, altered(bare, (text) => text.replace(size, '"size": 1000000001')));
  await page.goto(address);
  await picker(page).setInputFiles(SITE);
  await expect(tiles(page).filter({ hasText: "内容不在这台电脑" })).toHaveCount(1);
  await page.getByRole("link", { name: "交换", exact: true }).click();
  const own = page.locator(".send");
  await expect(own).toContainText("附件超过 1 GB，一个文件装不下。请按单位或按选中的项目分几次存。");
  await expect(own.getByRole("button", { name: "存成文件" })).toBeDisabled();
  await expectAccessible(page);
  await own.getByLabel(/连同附件/).uncheck();
  expect((await saveFile(other)).name).toMatch(/\.json$/);

  // A backup by hand is made all the same, and says what it is without.
  await page.goto("./#/settings/storage");
  const backup = await other.download(() => page.getByRole("button", { name: "立即备份" }).click());
  expect(backup.name).toMatch(/\.json$/);
  await expect(page.locator(".toast", { hasText: "附件超过 1 GB，一个文件装不下：这份备份里没有附件。" })).toBeVisible();
});

test("with a passphrase contents are encrypted where they lie, in files and beside backups", async ({ office, newOffice }) => {
  const { page } = office;
  const address = await attached(office);
  const passphrase = "云岭镇二〇二六内部台账";
  expect(Object.values(await stored(page)).some(([a, b]) => a === 0x5a && b === 0xe5)).toBe(false);
  await page.goto("./#/settings/storage");
  await page.getByRole("button", { name: "设置口令" }).click();
  await page.getByLabel("新口令").fill(passphrase);
  await page.getByLabel("再输一遍").fill(passphrase);
  await page.getByLabel("我知道忘了口令数据就没有了").check();
  await page.getByRole("button", { name: "设置并加密" }).click();
  const unlock = async () => {
    await page.locator(".lock-screen").getByLabel("口令").fill(passphrase);
    await page.getByLabel("口令").press("Enter");
    await expect(page.locator(".lock-screen")).toHaveCount(0);
  };
  await unlock();
  const sealed = await stored(page);
  // Two contents and one small picture.
  expect(Object.keys(sealed)).toHaveLength(3);
  expect(Object.values(sealed).every(([a, b]) => a === 0x5a && b === 0xe5)).toBe(true);
  await page.goto(address);
  await expect(tiles(page)).toHaveCount(2);
  await expect.poll(() => isDrawn(page, ".tiles img")).toBe(true);

  // A backup by hand is one file with everything, encrypted; another computer reads it with the passphrase.
  await page.goto("./#/settings/storage");
  const backup = await office.download(() => page.getByRole("button", { name: "立即备份" }).click());
  expect(backup.name).toMatch(/\.zip\.age$/);
  expect(backup.bytes.indexOf(SCAN.buffer)).toBe(-1);
  const other = await newOffice();
  await begin(other, "试验员乙", "城关镇");
  const card = await handIn(other, { name: backup.name, mimeType: "application/octet-stream", buffer: backup.bytes });
  await card.getByLabel("口令").fill(passphrase);
  await card.getByLabel("口令").press("Enter");
  await expect(card).toContainText(/随文件来的附件 2 个/);
  await card.getByRole("button", { name: "合并", exact: true }).click();
  await expect(card).toContainText("存入附件 2 个。");
  await other.page.goto(address);
  await expect(tiles(other.page).filter({ hasText: "内容不在这台电脑" })).toHaveCount(0);

  // Taken away again, all is as it was.
  await page.getByRole("button", { name: "取消口令" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "取消口令" }).click();
  await unlock();
  await page.goto(address);
  await expect.poll(() => isDrawn(page, ".tiles img")).toBe(true);
  expect(Object.values(await stored(page)).some(([a, b]) => a === 0x5a && b === 0xe5)).toBe(false);
});

test("contents go into the backup folder once, and come back from it after everything was erased", async ({ office }) => {
  await office.context.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle("备份盘", { create: true }),
    });
  });
  const { page } = office;
  const address = await attached(office);
  await page.goto("./#/settings/storage");
  await expect(page.locator("[data-attachments]")).toContainText("附件 2 个");
  await page.getByRole("button", { name: "选择备份文件夹…" }).click();
  await expect(page.locator("dl.backup")).toContainText("自动存入文件夹“备份盘”");
  await expect(page.locator("dl.backup")).toContainText("此后没有改动");
  const beside = await page.evaluate(async () => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("备份盘");
    const names: string[] = [];
    for await (const name of (await root.getDirectoryHandle("zhaoshang-files")).keys()) names.push(name);
    return names;
  });
  expect(beside).toHaveLength(2);

  await page.getByRole("button", { name: "清空数据" }).first().click();
  await page.getByRole("dialog").getByRole("textbox").fill("清空");
  await page.getByRole("dialog").getByRole("button", { name: "清空数据" }).click();
  await page.getByLabel("姓名").fill("试验员甲");
  await page.getByLabel("单位").first().fill("云岭镇");
  await page.getByRole("button", { name: "从空白开始" }).click();
  await page.getByRole("link", { name: "交换", exact: true }).click();
  await page.locator(".kept-backups summary").click();
  await page.locator(".kept-backups").getByRole("button").first().click();
  await page.locator(".incoming").getByRole("button", { name: "合并", exact: true }).click();
  await expect(page.locator(".incoming")).toContainText("已合并");
  await page.goto(address);
  await expect(tiles(page)).toHaveCount(2);
  await expect(tiles(page).filter({ hasText: "内容不在这台电脑" })).toHaveCount(0);
  await expect.poll(() => isDrawn(page, ".tiles img")).toBe(true);
});

test("the content of a deleted attachment is kept until it is removed for good", async ({ office }) => {
  const { page } = office;
  await attached(office);
  await tiles(page).filter({ hasText: SCAN.name }).getByRole("button").click();
  await viewer(page).getByRole("button", { name: "删除" }).click();
  await expect(tiles(page)).toHaveCount(1);
  await page.goto("./#/settings/storage");
  await expect(page.locator("[data-attachments]")).toContainText("已删附件的内容 1 个");
  await page.getByRole("button", { name: "清除已删附件的内容" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "清除已删附件的内容" }).click();
  await expect(page.locator("[data-attachments]")).not.toContainText("已删附件的内容");
  expect(Object.keys(await stored(page))).toHaveLength(2);
});
