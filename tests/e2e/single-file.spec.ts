// The one-file application, opened from a disk as by a double click.
import { readFile } from "node:fs/promises";
import { singleFile } from "./helpers/settings";
import { expect, test } from "./helpers/test";

test("starts from a file, and keeps what it stores", async ({ office }) => {
  const page = await office.visitFile();
  expect(await page.evaluate(() => location.protocol)).toBe("file:");
  await page.evaluate(() => localStorage.setItem("zs.test", "留"));
  await page.reload();
  expect(await page.evaluate(() => localStorage.getItem("zs.test"))).toBe("留");
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
