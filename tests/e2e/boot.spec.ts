// The page starts from the served site: first something to look at, then the application.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expectAccessible } from "./helpers/axe";
import { dist, site } from "./helpers/settings";
import { expect, test } from "./helpers/test";

test("starts, and has no accessibility violation", async ({ office }) => {
  const page = await office.visit();
  await expect(page).toHaveTitle(/招商簿/);
  await expectAccessible(page);
});

test("shows its name before the program has come", async ({ office }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => { release = resolve; });
  await office.context.route("**/*.wasm", async (route) => { await held; await route.continue(); });
  await office.page.goto("./");
  await expect(office.page.locator("#boot")).toHaveText("招商簿");
  release();
  await expect(office.page.locator("#boot")).toHaveCount(0);
});

test("asks the network for nothing but its own files", async ({ office }) => {
  const asked: string[] = [];
  office.context.on("request", (request) => asked.push(request.url()));
  await office.visit();
  await office.offlineCopy();
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter((address) => !address.startsWith(site))).toEqual([]);
});

test("the policy of the server is the policy of the page", async ({ request }) => {
  const answer = await request.get("./");
  const page = await readFile(path.join(dist, "index.html"), "utf8");
  const written = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
  expect(written).toContain("connect-src 'self'");
  expect(answer.headers()["content-security-policy"]).toBe(written);
});

test("can be installed", async ({ request }) => {
  const manifest = await (await request.get("manifest.webmanifest")).json();
  expect(manifest.name).toBe("招商簿");
  expect(manifest.display).toBe("standalone");
  for (const icon of manifest.icons) {
    const answer = await request.get(icon.src);
    expect(answer.headers()["content-type"]).toBe(icon.type);
  }
});
