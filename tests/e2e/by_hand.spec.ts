// From screen to camera: a project as a sequence of codes, seen in whatever order, without a network or a stick.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { begin, register, saved } from "./helpers/work";

const NAME = "年产八万吨再生铝合金试验项目";

/** Gives a page a camera that sees what the test holds before it. */
async function withCamera(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 480;
    canvas.height = 480;
    const paper = canvas.getContext("2d")!;
    const see = (path: string, side: number) => {
      paper.setTransform(1, 0, 0, 1, 0, 0);
      paper.fillStyle = "#fff";
      paper.fillRect(0, 0, 480, 480);
      paper.setTransform(440 / side, 0, 0, 440 / side, 20, 20);
      paper.fillStyle = "#111";
      paper.fill(new Path2D(path));
    };
    see("", 1);
    Object.assign(window, { see });
    navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream(20));
  });
}

/** Holds the code that one page shows before the camera of another. */
async function hold(from: Page, before: Page): Promise<void> {
  const code = await from.locator("svg.code").evaluate((svg) => ({
    path: svg.querySelector("path")!.getAttribute("d")!, side: Number(svg.getAttribute("viewBox")!.split(" ")[2]),
  }));
  await before.evaluate(({ path, side }) => {
    (window as unknown as { see: (path: string, side: number) => void }).see(path, side);
  }, code);
}

test("a project goes from a screen to a camera", async ({ newOffice }) => {
  const [a, b] = [await newOffice(), await newOffice()];
  await withCamera(b.page);
  await begin(a, "试验员甲", "云岭镇");
  const address = await register(a.page, NAME, "1.2亿");
  await saved(a.page);
  await begin(b, "试验员乙", "城关镇");

  await a.page.getByRole("button", { name: "更多操作" }).click();
  await a.page.getByRole("menuitem", { name: "发给同事…" }).click();
  await expect(a.page.getByRole("radio", { name: "选定的记录" })).toBeChecked();
  await a.page.getByRole("button", { name: "用二维码传" }).click();
  await expect(a.page.locator("dialog .nth")).toHaveText(/第 \d+ 张，共 \d+ 张/);
  await expectAccessible(a.page);

  await b.page.getByRole("link", { name: "交换", exact: true }).click();
  await b.page.getByRole("button", { name: "扫二维码接收" }).click();
  await expect(b.page.locator("[data-scan]")).toHaveText("还没有看到招商簿的二维码");
  await expectAccessible(b.page);
  const card = b.page.locator("article.incoming");
  await expect.poll(async () => {
    await hold(a.page, b.page);
    return card.count();
  }, { timeout: 60_000, intervals: [150] }).toBe(1);
  await expect(card).toContainText("云岭镇 试验员甲");
  await expect(card.locator("[data-signed=new]")).toBeVisible();
  await card.getByRole("button", { name: "合并", exact: true }).click();
  await expect(card).toContainText("已合并");
  await b.page.goto(`./${address}`);
  await expect(b.page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
});

test("what was made today goes as one file, and without a camera it is said what to do", async ({ newOffice }) => {
  const [a, b] = [await newOffice(), await newOffice()];
  await a.page.clock.install({ time: new Date("2026-11-20T09:00:00+08:00") });
  await begin(a, "试验员甲", "云岭镇");
  await register(a.page, NAME, "1.2亿");
  await saved(a.page);
  await a.page.clock.setSystemTime(new Date("2026-11-21T09:00:00+08:00"));
  await a.page.reload();
  await register(a.page, "智能仓储试验项目", "3000万");
  await saved(a.page);
  await a.page.getByRole("link", { name: "交换", exact: true }).click();
  await a.page.getByRole("radio", { name: "今天的改动" }).check();
  const { bytes } = await a.download(() => a.page.getByRole("button", { name: "存成文件" }).click());
  expect(bytes.toString("utf8")).toContain("智能仓储试验项目");
  expect(bytes.toString("utf8")).not.toContain(NAME);

  await b.page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotAllowedError"));
  });
  await begin(b, "试验员乙", "城关镇");
  await b.page.getByRole("link", { name: "交换", exact: true }).click();
  await b.page.getByRole("button", { name: "扫二维码接收" }).click();
  await expect(b.page.locator("[data-scan]")).toContainText("浏览器不让用摄像头");
});
