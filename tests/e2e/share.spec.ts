// Offices that share a folder, which a sync engine carries: what one writes the others have, by itself.
import type { Page } from "@playwright/test";
import { createHash } from "node:crypto";
import { expectAccessible } from "./helpers/axe";
import { photo } from "./helpers/files";
import { carry, filesOf, nodeOf, putFiles, withSharedFolder } from "./helpers/shared_folder";
import { expect, test } from "./helpers/test";
import { begin, register, saved, setField } from "./helpers/work";

const shared = (page: Page) => page.locator("section.shared");
const state = (page: Page) => shared(page).locator(".state");

/** Shares through the folder. */
async function share(page: Page): Promise<void> {
  await page.goto("./#/exchange");
  await shared(page).getByRole("button", { name: "选择共享文件夹…" }).click();
  await expect(state(page)).toHaveAttribute("data-state", "done");
}

/** Reads and writes the folder now. */
async function exchangeNow(page: Page): Promise<void> {
  await page.goto("./#/exchange");
  await shared(page).getByRole("button", { name: "立即同步" }).click();
  await expect(state(page)).toHaveAttribute("data-state", "done");
}

test("what one office writes the other has, both ways, and both see who is there", async ({ office, newOffice }) => {
  await withSharedFolder(office);
  const town = await begin(office, "试验员甲", "云岭镇");
  const address = await register(town, "高强度螺栓生产线", "3亿元");
  await saved(town);
  await share(town);
  await expect(shared(town)).toContainText("通过文件夹“共享盘”");
  await expect(shared(town)).toContainText("这里还没有别的电脑");
  const node = await nodeOf(town);
  expect((await filesOf(town)).map(({ path }) => path)).toEqual([`zhaoshang/${node}.json`, `zhaoshang/${node}/000001.json.gz`]);

  const second = await newOffice();
  await withSharedFolder(second);
  const county = await begin(second, "试验员乙", "县招商服务中心");
  await carry(town, county);
  await share(county);
  const row = shared(county).getByRole("row", { name: /云岭镇 试验员甲/ });
  await expect(row).toContainText(/新增 \d+/);
  await expectAccessible(county);
  await county.goto("./#/projects/board");
  await expect(county.getByText("高强度螺栓生产线")).toBeVisible();

  // The other way, by itself: nothing is pressed at either.
  const before = await filesOf(county);
  await register(county, "光学镜片二期", "1亿元");
  await expect.poll(() => filesOf(county)).not.toEqual(before);
  await carry(county, town);
  await town.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(shared(town).getByRole("row", { name: /县招商服务中心 试验员乙/ })).toContainText(/新增 \d+/);
  await town.goto("./#/projects/board");
  await expect(town.getByText("光学镜片二期")).toBeVisible();

  // A photo follows its record, after it.
  await town.goto(address);
  const site = photo("开工现场.png", 3);
  await town.locator(".attachments input[type=file]").setInputFiles(site);
  await expect(town.locator(".attachments .tiles > li")).toHaveCount(1);
  await saved(town);
  const content = createHash("sha256").update(site.buffer).digest("hex");
  await expect.poll(async () => (await filesOf(town)).map(({ path }) => path)).toContain(`zhaoshang/${node}/${content}.bin`);
  await carry(town, county);
  await exchangeNow(county);
  await county.goto(address);
  await expect(county.locator(".attachments li[data-here=true]")).toHaveCount(1);

  // After a restart it goes on.
  await town.reload();
  await town.goto("./#/exchange");
  await expect(shared(town).getByRole("row", { name: /县招商服务中心/ })).toBeVisible();
  await expect(state(town)).toHaveAttribute("data-state", "done");
});

test("two that change the same field without knowing of each other find a choice in the inbox", async ({ office, newOffice }) => {
  await withSharedFolder(office);
  const town = await begin(office, "试验员甲", "云岭镇");
  const project = await register(town, "高强度螺栓生产线", "3亿元");
  await saved(town);
  await share(town);
  const second = await newOffice();
  await withSharedFolder(second);
  const county = await begin(second, "试验员乙", "县招商服务中心");
  await carry(town, county);
  await share(county);
  await exchangeNow(county);
  for (const [page, amount] of [[town, "4亿元"], [county, "5亿元"]] as const) {
    await page.goto(`./${project}`);
    await setField(page, "总投资", amount);
    await exchangeNow(page);
  }
  await carry(town, county);
  await carry(county, town);
  for (const page of [town, county]) {
    await exchangeNow(page);
    await expect(page.locator(".page-head").getByRole("link", { name: "1 处待选" })).toBeVisible();
  }
});

test("a file that has come by halves is waited for, one that is no file of ours is said", async ({ office, newOffice }) => {
  await withSharedFolder(office);
  const town = await begin(office, "试验员甲", "云岭镇");
  await register(town, "高强度螺栓生产线", "3亿元");
  await saved(town);
  await share(town);
  const second = await newOffice();
  await withSharedFolder(second);
  const county = await begin(second, "试验员乙", "县招商服务中心");
  const files = await filesOf(town);
  const halves = files.map(({ path, content }) => ({ path, content: path.endsWith(".gz") ? content.slice(0, 40) : content }));
  await putFiles(county, halves);
  await share(county);
  await expect(shared(county)).toContainText("还有 1 个文件在路上");
  await putFiles(county, files);
  await exchangeNow(county);
  await expect(shared(county)).not.toContainText("在路上");
  await county.goto("./#/projects/board");
  await expect(county.getByText("高强度螺栓生产线")).toBeVisible();

  // Whole, as its head says, but not what a colleague would write.
  const strange = "0000000000009";
  const bytes = Buffer.from("not a file of ours");
  const crc = await crc32(county, bytes);
  const head = { format: "zhaoshang-share", version: 1, node: strange, name: "试验员丙", unit: "河口镇", seen: Date.now(),
    files: [{ number: 1, bytes: bytes.length, crc, since: [], have: [`${String(Date.now())}@${strange}`] }] };
  await putFiles(county, [
    { path: `zhaoshang/${strange}/000001.json.gz`, content: bytes.toString("base64") },
    { path: `zhaoshang/${strange}.json`, content: Buffer.from(JSON.stringify(head)).toString("base64") },
  ]);
  await exchangeNow(county);
  await expect(shared(county).getByRole("row", { name: /河口镇/ })).toContainText("有 1 个文件读不出");
});

test("a folder that is gone or not permitted is said on every page, with the way out", async ({ office }) => {
  await withSharedFolder(office);
  await office.context.addInitScript(() => {
    // Not on a blank page, which has no folders.
    if (location.protocol === "about:") return;
    const handles = FileSystemDirectoryHandle.prototype as unknown as Record<string, unknown>;
    const real = handles.getDirectoryHandle as (name: string, options?: object) => Promise<unknown>;
    handles.queryPermission = async () => sessionStorage.getItem("permission") ?? "granted";
    handles.requestPermission = async () => { sessionStorage.removeItem("permission"); return "granted"; };
    handles.getDirectoryHandle = function (this: unknown, name: string, options?: object) {
      const gone = sessionStorage.getItem("gone");
      return gone !== null && name === "zhaoshang" ? Promise.reject(new DOMException("", gone)) : real.call(this, name, options);
    };
  });
  const page = await begin(office, "试验员甲", "云岭镇");
  await share(page);
  await page.evaluate(() => { sessionStorage.setItem("gone", "NotFoundError"); });
  await shared(page).getByRole("button", { name: "立即同步" }).click();
  await expect(state(page)).toContainText("共享的地方不见了");
  await page.goto("./#/today");
  await expect(page.locator(".share-notice")).toContainText("共享的地方不见了");
  await page.locator(".share-notice").getByRole("link", { name: "查看共享" }).click();
  await page.evaluate(() => { sessionStorage.removeItem("gone"); });
  await exchangeNow(page);
  await expect(page.locator(".share-notice .banner")).toHaveCount(0);

  await page.evaluate(() => { sessionStorage.setItem("permission", "prompt"); });
  await page.goto("./#/today");
  await page.reload();
  await expect(page.locator(".share-notice")).toContainText("重新允许使用共享文件夹“共享盘”");
  await expectAccessible(page);
  await page.locator(".share-notice").getByRole("button", { name: "允许使用" }).click();
  await expect(page.locator(".share-notice .banner")).toHaveCount(0);
  await page.goto("./#/exchange");
  await shared(page).getByRole("button", { name: "停止共享" }).click();
  await expect(shared(page).getByRole("button", { name: "选择共享文件夹…" })).toBeVisible();
});

/** The check sum that a head gives of a file. */
const crc32 = (page: Page, bytes: Buffer): Promise<number> =>
  page.evaluate((bytes) => {
    let crc = ~0;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
    }
    return ~crc >>> 0;
  }, [...bytes]);
