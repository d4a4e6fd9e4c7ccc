// The one-file application, opened from a disk as by a double click.
import { readFile } from "node:fs/promises";
import { singleFile } from "./helpers/settings";
import { merge, saveFile } from "./helpers/exchange";
import { expect, test } from "./helpers/test";
import { begin, introduce, register, saved } from "./helpers/work";

test("a project registered in a file is there after a reload, and reaches an office of the site", async ({ newOffice }) => {
  const [stick, site] = [await newOffice(), await newOffice()];
  const page = await stick.visitFile();
  expect(await page.evaluate(() => location.protocol)).toBe("file:");
  await introduce(page, "试验员甲", "云岭镇");
  const address = await register(page, "U盘登记试验项目", "1.2亿");
  await saved(page);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "U盘登记试验项目" })).toBeVisible();
  expect(new URL(page.url()).hash).toBe(address);
  await expect(page.getByLabel("总投资", { exact: true })).toHaveValue("12000");
  // The mirror in IndexedDB works here too: what localStorage loses comes back.
  await page.evaluate(() => Object.keys(localStorage).filter((key) => /^zs\.real\./.test(key)).forEach((key) => localStorage.removeItem(key)));
  await page.reload();
  await expect(page.getByLabel("总投资", { exact: true })).toHaveValue("12000");
  const file = await saveFile(stick);
  await begin(site, "试验员乙", "城关镇");
  await expect(await merge(site, file)).toContainText("新增 4 条记录");
  await site.page.goto(address);
  await expect(site.page.getByRole("heading", { level: 1, name: "U盘登记试验项目" })).toBeVisible();
});

test("asks for no other file", async ({ office }) => {
  const asked: string[] = [];
  office.context.on("request", (request) => asked.push(request.url()));
  await office.visitFile();
  expect(asked.filter((address) => !address.startsWith("data:")).length).toBe(1);
});

test("allows its own scripts by digest, and no connection", async () => {
  const page = await readFile(singleFile, "utf8");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? "";
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+' 'sha256-[^']+' 'wasm-unsafe-eval';/);
  expect(policy).not.toContain("connect-src");
});
