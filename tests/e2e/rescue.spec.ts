// When the program cannot run, the user still gets the data out.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import type { Office } from "./helpers/office";

/** A laptop with some stored data, and a program that does not load. */
async function breakdown(newOffice: (options: object) => Promise<Office>): Promise<Office> {
  // The service worker would fetch the program on its own; here it must not come at all.
  const office = await newOffice({ serviceWorkers: "block" });
  await office.page.goto("manifest.webmanifest");
  await office.page.evaluate(async () => {
    localStorage.setItem("zs.kept", "景澄锂能");
    localStorage.setItem("other", "not ours");
    const opened = indexedDB.open("zhaoshang-rescue-test", 1);
    opened.onupgradeneeded = () => opened.result.createObjectStore("changes");
    await new Promise((resolve) => { opened.onsuccess = resolve; });
    const writing = opened.result.transaction("changes", "readwrite");
    writing.objectStore("changes").put({ text: "签约", bytes: new Uint8Array([1, 2, 255]) }, 7);
    await new Promise((resolve) => { writing.oncomplete = resolve; });
    opened.result.close();
  });
  await office.context.route("**/*.wasm", (route) => route.abort());
  office.guards.allow(/console: Failed to load resource/);
  await office.page.goto("./");
  return office;
}

test("a program that does not load leaves a page that saves the data", async ({ newOffice }) => {
  const office = await breakdown(newOffice);
  const rescue = office.page.locator("#rescue");
  await expect(rescue).toContainText("招商簿停下了");
  await expect(rescue).toContainText("Download a copy of the data first");
  await expectAccessible(office.page);
  const saved = await office.download(() => rescue.getByRole("button", { name: "Download my data" }).click());
  expect(saved.name).toBe("zhaoshang-rescue.json");
  const content = JSON.parse(saved.bytes.toString("utf8"));
  expect(content.localStorage).toEqual({ "zs.kept": "景澄锂能" });
  expect(content.indexedDB["zhaoshang-rescue-test"].changes)
    .toEqual([{ key: 7, value: { text: "签约", bytes: { $bytes: "AQL/" } } }]);
});

test("attachments are saved beside it, in an archive that every system unpacks", async ({ newOffice }) => {
  const office = await breakdown(newOffice);
  const { page } = office;
  await page.evaluate(async () => {
    const opened = indexedDB.open("zs-files-real", 1);
    opened.onupgradeneeded = () => opened.result.createObjectStore("pieces");
    await new Promise((resolve) => { opened.onsuccess = resolve; });
    const writing = opened.result.transaction("pieces", "readwrite");
    writing.objectStore("pieces").put(new TextEncoder().encode("a photo"), "c.0123");
    writing.objectStore("pieces").put(new Uint8Array(700).fill(7), "c.4567");
    writing.objectStore("pieces").put(new Uint8Array(3), "t.0123");
    await new Promise((resolve) => { writing.oncomplete = resolve; });
    opened.result.close();
  });
  await page.reload();
  const files = page.getByRole("button", { name: "下载附件（2） · Download attachments" });
  await expectAccessible(page);
  const { name, bytes } = await office.download(() => files.click());
  expect(name).toBe("zhaoshang-attachments.tar");
  const folder = await mkdtemp(path.join(tmpdir(), "zhaoshang-tar-"));
  await writeFile(path.join(folder, name), bytes);
  await promisify(execFile)("tar", ["-xf", name], { cwd: folder });
  expect(await readFile(path.join(folder, "zs-files-real/0123"), "utf8")).toBe("a photo");
  expect(await readFile(path.join(folder, "zs-files-real/4567"))).toEqual(Buffer.alloc(700, 7));
  await rm(folder, { recursive: true });
});

test("reload brings the application back when the program can be had again", async ({ newOffice }) => {
  const office = await breakdown(newOffice);
  await expect(office.page.locator("#rescue")).toBeVisible();
  await office.context.unroute("**/*.wasm");
  await office.page.getByRole("button", { name: "Reload" }).click();
  await expect(office.page.locator("#rescue")).toHaveCount(0);
  await expect(office.page.locator("#boot")).toHaveCount(0);
});

test("a panic of the program itself leads to the rescue page", async ({ office }) => {
  // The first element the program asks for is refused, which it does not expect.
  await office.page.addInitScript(() => {
    const create = Document.prototype.createElement;
    Document.prototype.createElement = () => {
      Document.prototype.createElement = create;
      throw new Error("no more elements");
    };
  });
  office.guards.allow(/^console: panicked at/);
  await office.page.goto("./");
  await expect(office.page.locator("#rescue pre")).toContainText("panicked at");
});

test("what a panic says is shown as text, once", async ({ office }) => {
  const page = await office.visit();
  await page.evaluate(() => {
    const hook = (window as unknown as { __zhaoshang_panic: (message: string) => void }).__zhaoshang_panic;
    hook("<b>first</b>");
    hook("second");
  });
  await expect(page.locator("#rescue pre")).toHaveText("<b>first</b>");
});

test("an error that is not the program's leaves the page alone", async ({ office }) => {
  const page = await office.visit();
  office.guards.allow(/^error: stray$/);
  const thrown = office.context.waitForEvent("weberror");
  await page.evaluate(() => { queueMicrotask(() => { throw new Error("stray"); }); });
  await thrown;
  await expect(page.locator("#rescue")).toHaveCount(0);
});
