// When the browser's storage is damaged, full, refused or of a newer version: it is said, and nothing is lost.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import { damage, everything, makeNewer, storedKeys } from "./helpers/stored";
import { chance } from "./helpers/chance";
import { expect, test } from "./helpers/test";
import type { Office } from "./helpers/office";

/** How many overdue steps Today lists. */
const overdue = (page: Page) =>
  page.locator(".day-list").filter({ hasText: "已逾期的下一步" }).locator(".count");
const tick = (page: Page) => page.getByRole("button", { name: "办结" }).first().click();
/** What the frame says of the last change. */
const state = (page: Page) => page.locator(".saved");
const saved = (page: Page) => expect(state(page)).toHaveAttribute("data-state", "saved");
const trouble = (page: Page) => page.locator(".trouble .banner");

/** Begins an office of its own. */
async function begin(office: Office): Promise<Page> {
  const page = await office.visit("#/first-run");
  await page.getByLabel("姓名").fill("试验员甲");
  await page.getByLabel("单位").first().fill("云岭镇");
  await page.getByRole("button", { name: "从空白开始" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "看板" })).toBeVisible();
  await saved(page);
  return page;
}

/** Writes something in the settings of this computer. */
async function nameComputer(page: Page, name: string): Promise<void> {
  await page.goto("./#/settings/storage");
  await page.getByLabel("这台电脑的叫法").fill(name);
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByRole("button", { name: "保存", exact: true })).toBeDisabled();
  await saved(page);
}

const nodes = async (page: Page) => (await everything(page, "real"))["zs.real.node"].split(" ");

test("a damaged value is set aside and listed, and all the rest is there", async ({ office }) => {
  const page = await begin(office);
  const before = await storedKeys(page, "real");
  const [node] = await nodes(page);
  await nameComputer(page, "试验机");
  const [added] = (await storedKeys(page, "real")).filter((key) => !before.includes(key));
  await damage(page, "real", added, "毁");
  await page.reload();

  await expect(trouble(page)).toContainText("有 1 处存储内容读不出");
  await expectAccessible(page);
  await trouble(page).getByRole("link", { name: "查看" }).click();
  const lost = page.locator(".lost");
  await expect(lost.getByRole("row")).toHaveCount(2);
  await expect(lost).toContainText(added.replace("zs.real.", ""));
  await expect(lost).toContainText("内容损坏，校验码不符");
  await expect(page.getByLabel("姓名")).toHaveValue("试验员甲");
  await expect(page.getByLabel("这台电脑的叫法")).toHaveValue("");
  await expectAccessible(page);
  // It is kept as it was, and part of the copy that can be saved.
  const aside = added.replace("zs.real.", "zs.real.q.");
  expect((await everything(page, "real"))[aside]).toBe("毁");
  const copy = await office.download(() => lost.getByRole("button", { name: "原样存成文件" }).click());
  expect(JSON.parse(copy.bytes.toString("utf8")).localStorage[aside]).toBe("毁");
  // What was lost may have been made under the old id: the same person goes on under a new one.
  await expect.poll(() => nodes(page)).toEqual([expect.not.stringMatching(node), node]);

  await page.reload();
  await expect(lost.getByRole("row")).toHaveCount(2);
  await expect(page.getByLabel("姓名")).toHaveValue("试验员甲");
  await lost.getByRole("button", { name: "移除" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "移除" }).click();
  await expect(lost).toHaveCount(0);
  await expect(trouble(page)).toHaveCount(0);
  await page.reload();
  await saved(page);
  await expect(page.getByLabel("姓名")).toHaveValue("试验员甲");
  await expect(trouble(page)).toHaveCount(0);
});

test("a value damaged in localStorage is made whole from the mirror", async ({ office }) => {
  const page = await office.visitSample("#/today");
  const before = Number(await overdue(page).textContent());
  const keys = await storedKeys(page, "sample");
  await tick(page);
  await saved(page);
  const [added] = (await storedKeys(page, "sample")).filter((key) => !keys.includes(key));
  const whole = await page.evaluate((key) => {
    const whole = localStorage.getItem(key);
    localStorage.setItem(key, "毁");
    return whole;
  }, added);
  await page.reload();
  await expect(overdue(page)).toHaveText(String(before - 1));
  expect((await everything(page, "sample"))[added]).toBe(whole);
  await expect(trouble(page)).toHaveCount(0);
});

test("data of a newer version can be read and not changed", async ({ office }) => {
  const page = await office.visitSample("#/today");
  await tick(page);
  await saved(page);
  const keys = await storedKeys(page, "sample");
  await tick(page);
  await saved(page);
  const [added] = (await storedKeys(page, "sample")).filter((key) => !keys.includes(key));
  const stored = await everything(page, "sample");
  await damage(page, "sample", added, makeNewer(stored[added]));
  await page.reload();
  await expect(trouble(page)).toContainText("由更新版本的程序写成");
  await expect(trouble(page).getByRole("button", { name: "重新加载" })).toBeVisible();
  await expect(state(page)).toHaveAttribute("data-state", "read-only");
  const untouched = await everything(page, "sample");
  const shown = await overdue(page).textContent();
  await tick(page);
  await expect(page.locator(".toasts")).toContainText("本页只能查看");
  await expect(overdue(page)).toHaveText(shown!);
  expect(await everything(page, "sample")).toEqual(untouched);
  await expectAccessible(page);
});

test("a workspace that only a newer version can read is not taken for a new office", async ({ office }) => {
  const page = await begin(office);
  const stored = await everything(page, "real");
  for (const key of await storedKeys(page, "real")) await damage(page, "real", key, makeNewer(stored[key]));
  await page.goto("./#/today");
  await page.reload();
  await expect(trouble(page)).toContainText("由更新版本的程序写成");
  await expect(page).toHaveURL(/#\/today/);
});

test("a full storage is told, nothing is lost, and with room again it goes on", async ({ office }) => {
  const page = await office.visitSample("#/today");
  await saved(page);
  await page.evaluate(() => {
    for (let size = 1 << 20, n = 0; size >= 1; n += 1) {
      try { localStorage.setItem(`filler.${n}`, "x".repeat(size)); } catch { size = Math.floor(size / 2); }
    }
  });
  const before = await everything(page, "sample");
  const shown = await overdue(page).textContent();
  await tick(page);
  await expect(state(page)).toHaveAttribute("data-state", "failed");
  await expect(page.locator(".toasts")).toContainText("空间已满");
  await expect(page.locator(".toasts")).toContainText("设置 · 本机与备份");
  await expect(overdue(page)).toHaveText(shown!);
  expect(await everything(page, "sample")).toEqual(before);
  // The way out works on a full storage.
  await page.goto("./#/settings/storage");
  const backup = await office.download(() => page.getByRole("button", { name: "立即备份" }).click());
  expect(backup.bytes.length).toBeGreaterThan(1_000);
  await page.goto("./#/today");
  await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("filler."))
    .forEach((key) => localStorage.removeItem(key)));
  await tick(page);
  await saved(page);
  await expect(overdue(page)).toHaveText(String(Number(shown) - 1));
  await page.reload();
  await expect(overdue(page)).toHaveText(String(Number(shown) - 1));
});

/** So many units Chromium gives to a site, and so many are left for the records of a test. */
const [LIMIT, LEFT] = [5 * 1024 * 1024, 500_000];

/** Text that cannot be made smaller: characters by chance, of those in use. */
function incompressible(length: number, next: () => number): string {
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(next() * 20_000))).join("");
}

test("ledgers fill the storage to its limit: what is older moves to IndexedDB, and all is there after a restart", async ({ office }) => {
  test.setTimeout(300_000);
  const page = await begin(office);
  const next = chance(7);
  const [files, rows, length] = [5, 400, 300];
  const away = async () => Object.keys(await everything(page, "real")).filter((key) => key.startsWith("zs.real.a.")).length;
  const [texts, units]: [Map<string, string>, number[]] = [new Map(), []];
  // Another page of the same site holds most of what there is, so that a test need not type for an hour.
  await page.evaluate(([limit, left]) => { localStorage.setItem("other", "x".repeat(limit! - left!)); }, [LIMIT, LEFT]);
  for (let file = 1; file <= files; file += 1) {
    const lines = Array.from({ length: rows }, (_, n) => {
      const name = `装满试验第${String(file)}批第${String(n + 1)}号`;
      const text = incompressible(length, next);
      if (n === 0) texts.set(name, text);
      return `${name},试验投资方第${String(file * rows + n)}号,${String(n + 1)}万元,${text}`;
    });
    await page.goto("./#/import");
    await page.locator("input[type=file]").setInputFiles({
      name: `台账${String(file)}.csv`, mimeType: "text/csv", buffer: Buffer.from(`项目名称,投资方,总投资,建设内容及规模\n${lines.join("\n")}\n`),
    });
    await page.getByRole("button", { name: "核对各行" }).click();
    await page.locator(".import-bar").getByRole("button", { name: "导入", exact: true }).click();
    await expect(page.locator(".import-done .tally")).toContainText(`已新增 ${String(rows)} 个项目`);
    await saved(page);
    await page.getByRole("button", { name: "换一个文件" }).click();
    units.push(await page.evaluate(() => Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0)));
  }
  // The limit was met by records: there is more than fits, and as much as fits is here.
  expect(await away()).toBeGreaterThan(0);
  expect(Math.max(...units)).toBeGreaterThan(LIMIT - LEFT / 2);
  expect(Math.max(...units)).toBeLessThanOrEqual(LIMIT);

  await page.goto("./#/projects/board");
  await page.reload();
  await expect(page.locator(".page-head .lead")).toContainText(`${(files * rows).toLocaleString("en")} 个项目`);
  await expect(trouble(page)).toHaveCount(0);
  await saved(page);
  for (const [name, text] of texts) {
    await page.keyboard.press("Control+k");
    await page.keyboard.type(name);
    await page.getByRole("option", { name }).first().click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await page.locator("details.fact-group > summary").filter({ hasText: "项目概况" }).click();
    await expect(page.getByLabel("建设内容及规模", { exact: true })).toHaveValue(text);
  }
  // Work goes on.
  await nameComputer(page, "装满的电脑");
  await page.reload();
  await expect(page.getByLabel("这台电脑的叫法")).toHaveValue("装满的电脑");
});

test("saved is not said while nobody knows", async ({ office }) => {
  await office.page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    const silent = () => new EventTarget() as IDBOpenDBRequest;
    IDBFactory.prototype.open = function (...all: Parameters<typeof open>) {
      return sessionStorage.getItem("silent") ? silent() : open.apply(this, all);
    };
  });
  const page = await office.visitSample("#/today");
  await saved(page);
  await page.evaluate(() => { sessionStorage.setItem("silent", "yes"); });
  await page.reload();
  await expect(overdue(page)).toBeVisible();
  await expect(state(page)).toHaveAttribute("data-state", "checking");
  await expect(state(page)).toContainText("核对中");
  await tick(page);
  await expect(state(page)).toHaveAttribute("data-state", "saving");
});

test("a browser whose IndexedDB never answers can begin", async ({ office }) => {
  await office.page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  const page = await office.visit();
  await expect(page.getByRole("button", { name: "从空白开始" })).toBeVisible();
});

test("without IndexedDB it says that there is one copy", async ({ office }) => {
  await office.page.addInitScript(() => {
    IDBFactory.prototype.open = () => { throw new DOMException("refused", "SecurityError"); };
  });
  const page = await office.visitSample("#/today");
  await expect(state(page)).toHaveAttribute("data-state", "one-copy");
  await expect(state(page)).toContainText("无副本");
  const before = Number(await overdue(page).textContent());
  await tick(page);
  await expect(overdue(page)).toHaveText(String(before - 1));
  await expect(state(page)).toHaveAttribute("data-state", "one-copy");
  await page.goto("./#/settings/storage");
  await expect(page.locator("[data-kept]")).toContainText("只有本页存储一份");
  await expectAccessible(page);
  await page.goto("./#/today");
  await page.reload();
  await expect(overdue(page)).toHaveText(String(before - 1));
});

test("a copy that IndexedDB refuses is told, and made when it can be", async ({ office }) => {
  await office.page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...all: Parameters<typeof put>) {
      if (document.documentElement.dataset.refuse) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, all);
    };
  });
  const page = await office.visitSample("#/today");
  await saved(page);
  const before = Number(await overdue(page).textContent());
  await page.evaluate(() => { document.documentElement.dataset.refuse = "yes"; });
  await tick(page);
  await expect(state(page)).toHaveAttribute("data-state", "one-copy");
  await page.evaluate(() => { delete document.documentElement.dataset.refuse; });
  await saved(page);
  // The copy alone is enough.
  await page.evaluate(() => Object.keys(localStorage).filter((key) => /^zs\.sample\.[jc]\./.test(key))
    .forEach((key) => localStorage.removeItem(key)));
  await page.reload();
  await expect(overdue(page)).toHaveText(String(before - 1));
});

test("without locks tabs have places of their own, and many changes become few values", async ({ office }) => {
  await office.context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
  });
  const page = await office.visitSample("#/today");
  const second = await office.newTab("#/today");
  const before = Number(await overdue(page).textContent());
  await tick(second);
  await expect(overdue(page)).toHaveText(String(before - 1));
  const slots = Object.keys(await everything(page, "sample")).filter((key) => key.includes(".l.slot"));
  expect(slots).toHaveLength(2);
  for (let n = 0; n < 18; n += 1) {
    await tick(page);
    await expect(overdue(page)).toHaveText(String(before - 2));
    await page.keyboard.press("Control+z");
    await expect(overdue(page)).toHaveText(String(before - 1));
  }
  await expect.poll(async () => (await storedKeys(page, "sample")).length, { timeout: 30_000 }).toBeLessThan(8);
  await expect.poll(async () => Object.keys(await everything(page, "sample"))).not.toContain("zs.sample.l.compact");
  await page.reload();
  await expect(overdue(page)).toHaveText(String(before - 1));
  await expect(overdue(second)).toHaveText(String(before - 1));
});

test("a copied browser profile goes on under an id of its own, as the same person", async ({ newOffice }) => {
  const first = await newOffice();
  const page = await begin(first);
  const [node] = await nodes(page);
  const copy = await newOffice({ storageState: await first.context.storageState() });
  await copy.visit();
  await nameComputer(copy.page, "复制机");
  expect(await nodes(copy.page)).toEqual([node]);
  await copy.page.goto("./#/exchange");
  const { name, bytes } = await copy.download(() => copy.page.getByRole("button", { name: "存成文件" }).click());

  await page.goto("./#/exchange");
  await page.locator(".drop-zone input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: bytes });
  const card = page.getByRole("article").last();
  await expect(card).toContainText("浏览器数据可能被复制或还原过");
  await card.getByRole("button", { name: "合并", exact: true }).click();
  await expect.poll(() => nodes(page)).toEqual([expect.not.stringMatching(node), node]);
  await page.goto("./#/settings/storage");
  await expect(page.getByLabel("姓名")).toHaveValue("试验员甲");
  await page.reload();
  await expect(page.getByLabel("姓名")).toHaveValue("试验员甲");
  await saved(page);
});
