// Offices that share through a server with no program of ours: an Apache and an rclone, one of them killed half-way.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import { DavServer, USER } from "./helpers/dav";
import type { Office } from "./helpers/office";
import { expect, test } from "./helpers/test";
import { introduce, register, saved } from "./helpers/work";

const shared = (page: Page) => page.locator("section.shared");
const state = (page: Page) => shared(page).locator(".state");

/** Begins an office at the server's own copy of the site. */
async function begin(office: Office, server: DavServer, name: string, unit: string): Promise<Page> {
  await office.page.goto(`${server.site}#/first-run`);
  return introduce(office.page, name, unit);
}

async function connect(page: Page, server: DavServer, password?: string): Promise<void> {
  await page.goto(`${server.site}#/exchange`);
  await shared(page).getByRole("button", { name: "用服务器（WebDAV）…" }).click();
  await shared(page).getByLabel("网址").fill(server.share);
  if (password !== undefined) {
    await shared(page).getByLabel("用户名").fill(USER.name);
    await shared(page).getByLabel("密码").fill(password);
  }
  await expectAccessible(page);
  await shared(page).getByRole("button", { name: "连接" }).click();
}

test("two offices share through an Apache that asks who they are", async ({ office, newOffice }) => {
  const server = await DavServer.apache();
  try {
    office.guards.allow(/401/);
    const town = await begin(office, server, "试验员甲", "云岭镇");
    await register(town, "高强度螺栓生产线", "3亿元");
    await saved(town);
    // A wrong password is said; the right one takes its place.
    await connect(town, server, "wrong");
    await expect(state(town)).toContainText("没有权限");
    await shared(town).getByRole("button", { name: "停止共享" }).click();
    await connect(town, server, USER.password);
    await expect(state(town)).toHaveAttribute("data-state", "done");
    expect((await server.files()).map((name) => name.replace(/^\w{13}\./, "head."))).toEqual(["000001.json.gz", "head.json"]);

    const second = await newOffice();
    const county = await begin(second, server, "试验员乙", "县招商服务中心");
    await connect(county, server, USER.password);
    await expect(shared(county).getByRole("row", { name: /云岭镇 试验员甲/ })).toContainText(/新增 \d+/);
    await register(county, "光学镜片二期", "1亿元");
    const before = server.seen.length;
    await expect.poll(() => server.seen.slice(before).some((line) => line.startsWith("PUT"))).toBe(true);
    await town.evaluate(() => window.dispatchEvent(new Event("online")));
    await town.goto(`${server.site}#/projects/board`);
    await expect(town.getByText("光学镜片二期")).toBeVisible();
  } finally {
    await server.stop();
  }
});

test("a server killed half-way and a line that breaks lose nothing, and what has come is not fetched again", async ({ office, newOffice }) => {
  const server = await DavServer.rclone();
  try {
    office.guards.allow(/ERR_|50\d/);
    const town = await begin(office, server, "试验员甲", "云岭镇");
    await register(town, "高强度螺栓生产线", "3亿元");
    await saved(town);
    await connect(town, server);
    await expect(state(town)).toHaveAttribute("data-state", "done");
    // The power fails while the town works on; it says so and goes on when the server is back.
    await server.kill();
    await register(town, "停电时登记的项目", "2亿元");
    await town.goto(`${server.site}#/exchange`);
    await expect(state(town)).toContainText("现在连不上", { timeout: 30_000 });
    await server.start();
    await shared(town).getByRole("button", { name: "立即同步" }).click();
    await expect(state(town)).toHaveAttribute("data-state", "done");

    // Half of a file comes before the line breaks; only the rest is asked for then.
    const second = await newOffice();
    second.guards.allow(/ERR_/);
    const county = await begin(second, server, "试验员乙", "县招商服务中心");
    server.cut = { method: "GET", after: 200 };
    await connect(county, server);
    await expect(shared(county).getByRole("row", { name: /云岭镇 试验员甲/ })).toContainText(/新增 \d+/);
    expect(server.seen.filter((line) => / bytes=200-/.test(line))).toHaveLength(1);
    await county.goto(`${server.site}#/projects/board`);
    await expect(county.getByText("停电时登记的项目")).toBeVisible();
  } finally {
    await server.stop();
  }
});

test("an address that is none, no WebDAV, or not allowed is said with the remedy", async ({ office }) => {
  office.guards.allow(/Content Security Policy/);
  office.guards.allow(/405|501/);
  const page = await office.visit("#/first-run");
  await introduce(page, "试验员甲", "云岭镇");
  await page.goto("./#/exchange");
  await shared(page).getByRole("button", { name: "用服务器（WebDAV）…" }).click();
  await shared(page).getByLabel("网址").fill("dav.example.cn");
  await shared(page).getByRole("button", { name: "连接" }).click();
  await expect(shared(page)).toContainText("网址要以 https:// 或 http:// 开头");
  // The page's own server knows no WebDAV.
  await shared(page).getByLabel("网址").fill(`${new URL(page.url()).origin}/share/`);
  await shared(page).getByRole("button", { name: "连接" }).click();
  await expect(state(page)).toContainText("不是 WebDAV 服务");
  await shared(page).getByRole("button", { name: "停止共享" }).click();
  await shared(page).getByRole("button", { name: "用服务器（WebDAV）…" }).click();
  await shared(page).getByLabel("网址").fill("https://dav.example.cn/share/");
  await shared(page).getByRole("button", { name: "连接" }).click();
  await expect(state(page)).toContainText("页面的安全策略没有写上它", { timeout: 30_000 });
});
