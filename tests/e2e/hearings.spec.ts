// 过堂: a hearing is called, units stand up by key, a promise is typed, the minutes tell it, and the next hearing holds
// it against what was done.
import { expectAccessible } from "./helpers/axe";
import type { Office } from "./helpers/office";
import { expect, test } from "./helpers/test";
import { begin, register, saved, setField } from "./helpers/work";

const NAME = "过堂试验项目";

/** Today, as the page writes it. */
const today = () => new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });

/** A target of the unit for the year. */
async function aim({ page }: Office, unit: string, number: string): Promise<void> {
  await page.goto("./#/assessment/targets");
  await page.getByLabel("加一项指标").selectOption("signed");
  const cell = page.getByLabel(`${unit} · 新签约项目`);
  await cell.fill(number);
  await cell.press("Enter");
  await saved(page);
}

/** Calls a hearing; its page is open afterwards. */
async function call({ page }: Office, name: string, on: string): Promise<void> {
  await page.goto("./#/assessment/hearings");
  await page.getByRole("button", { name: "新建过堂会" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^会议名称/).fill(name);
  await dialog.getByLabel(/^日期/).fill(on);
  await dialog.getByLabel("主持人").fill("县长");
  await dialog.getByRole("button", { name: "建立" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("a promise typed at a hearing stands in the minutes, and beside what was done at the next one", async ({ newOffice }) => {
  const office = await newOffice();
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  const project = await register(page, NAME, "2亿元");
  await setField(page, "责任单位", "云岭镇");
  await aim(office, "云岭镇", "4");

  await page.goto("./#/assessment/hearings");
  await expect(page.getByRole("heading", { name: "还没有过堂会" })).toBeVisible();
  // The hearing of last month, which is over.
  const before = new Date(Date.parse(today()) - 30 * 86_400_000).toISOString().slice(0, 10);
  await call(office, "上月过堂会", before);
  await expect(page.locator(".minutes-help")).toContainText("还没有单位过堂");
  await page.getByRole("button", { name: "开始过堂" }).click();
  const mode = page.locator(".hearing-mode");
  await expect(mode.getByRole("heading", { level: 1 })).toHaveText("云岭镇");
  await expect(mode.locator(".figures tbody tr")).toContainText("新签约项目");
  await expect(mode.locator(".figures .done")).toHaveText("–");
  await expectAccessible(page);

  // What is said and what is promised; keys are text while somebody types.
  await page.keyboard.press("s");
  await page.keyboard.type("用地紧张，下月补上。t p f");
  await page.keyboard.press("Escape");
  await expect(mode).toBeVisible();
  await page.keyboard.press("p");
  await expect(page.getByLabel("承诺指标")).toBeFocused();
  await expect(page.getByLabel("承诺指标")).toHaveValue("signed");
  await page.getByLabel("累计达到").fill("若干");
  await page.getByLabel("累计达到").press("Enter");
  await expect(mode.locator(".pledge-form .error[role=alert]")).toContainText("“若干”不是数字");
  await page.getByLabel("累计达到").fill("1");
  await page.getByLabel("兑现时限").fill(today());
  await page.getByLabel("累计达到").press("Enter");
  await expect(mode.locator(".next-pledges li")).toContainText("新签约项目累计达到 1个");
  await expect(mode.locator(".units [aria-current=step] svg")).toBeVisible();
  await saved(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(mode).toHaveCount(0);

  // The minutes name it; what is added by hand stands at their end.
  const minutes = page.locator(".minutes");
  await expect(minutes.getByRole("heading", { level: 2 })).toHaveText("上月过堂会纪要");
  await expect(minutes).toContainText("主持：县长");
  await expect(minutes).toContainText("发言要点：用地紧张，下月补上。t p f");
  await expect(minutes).toContainText(`本次承诺：新签约项目累计达到 1个（${today()} 前）。`);
  const remarks = page.getByLabel("补充内容");
  await remarks.fill("会议议定：用地指标优先保障。");
  await remarks.press("Control+Enter");
  await expect(minutes).toContainText("其他事项");
  await expectAccessible(page);

  // The next hearing: the promise is open beside what was done.
  await call(office, "本月过堂会", today());
  await page.getByRole("button", { name: "开始过堂" }).click();
  const last = mode.locator(".last tbody tr");
  await expect(last).toContainText("新签约项目累计达到 1个");
  await expect(last.locator(".standing")).toHaveText("未到期");
  await page.keyboard.press("Escape");

  // A milestone keeps it; undone, it is open again.
  await page.goto(`./${project}`);
  await page.getByRole("list", { name: "阶段" }).getByRole("button", { name: "签约" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^发生日期/).fill(today());
  await dialog.getByRole("button", { name: "登记" }).click();
  await expect(dialog).toHaveCount(0);
  await saved(page);
  await page.goto("./#/assessment/hearings?show=pledges");
  const row = page.locator(".sums tbody tr");
  await expect(row.locator(".light")).toHaveText("已兑现");
  await row.locator("td").nth(3).getByRole("link").click();
  await expect(page.locator(".grid")).toContainText(NAME);
  await page.goBack();
  await expectAccessible(page);
  await page.getByLabel("状态").selectOption("broken");
  await expect(page.getByRole("heading", { name: "没有符合条件的承诺" })).toBeVisible();
  await page.getByLabel("状态").selectOption("");
  await page.getByRole("button", { name: /^撤销/ }).first().click();
  await expect(row).toContainText("未到期");
  const { bytes } = await office.download(async () => {
    await page.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: /CSV/ }).click();
  });
  expect(bytes.toString("utf8")).toContain("云岭镇,");
});

test("units go by with the keys, the clock runs down, and a project opens beside", async ({ office }) => {
  const { page } = office;
  await page.clock.install({ time: new Date("2026-11-27T10:00:00+08:00") });
  await office.visitSample("#/assessment/hearings");
  await expect(page.locator(".next-hearing")).toContainText("0 / 10");
  await page.locator(".next-hearing").getByRole("button", { name: "开始过堂" }).click();
  const mode = page.locator(".hearing-mode");
  await expect(mode.locator(".told")).toContainText("第 1 / 10 个");
  const first = await mode.getByRole("heading", { level: 1 }).textContent();
  await expect(mode.locator(".last tbody tr").first()).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("PageDown");
  await expect(mode.locator(".told")).toContainText("第 3 / 10 个");
  await page.keyboard.press("PageUp");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(mode.getByRole("heading", { level: 1 })).toHaveText(first!);

  // Five minutes: the last one is yellow, and what is beyond is red.
  const left = mode.getByRole("timer");
  await expect(left).toHaveText("5:00");
  await page.keyboard.press("t");
  await page.clock.runFor(30_500);
  await expect(left).toHaveText("4:30");
  await page.keyboard.press("t");
  await page.clock.runFor(60_000);
  await expect(left).toHaveText("4:30");
  await page.keyboard.press("t");
  await page.clock.runFor(215_000);
  await expect(left.locator("[data-level=yellow]")).toBeVisible();
  await page.clock.runFor(120_000);
  await expect(left.locator("[data-level=red]")).toContainText("超时");
  // The next unit has its own time, and the clock runs on.
  await page.keyboard.press("ArrowRight");
  await page.clock.runFor(10_000);
  await expect(left).toHaveText(/^4:[45]\d$/);
  await page.getByLabel("每单位限时").selectOption("3");
  await expect(left).toHaveText(/^2:[45]\d$/);

  // A project on red opens beside the page, and Esc closes just that.
  const project = mode.locator(".late a").first();
  const name = await project.textContent();
  await project.click();
  await expect(mode.locator(".side-panel h2").first()).toHaveText(name!);
  await page.keyboard.press("Escape");
  await expect(mode.locator(".side-panel")).toHaveCount(0);
  await mode.locator(".figures .done a").first().click();
  await expect(mode.locator(".side-panel .behind tbody tr").first()).toBeVisible();
  await mode.locator(".side-panel header button").last().click();

  // The furthest behind first.
  await page.getByLabel("过堂顺序").selectOption("behind");
  await mode.locator(".units button").first().click();
  await expect(mode.locator(".figures .light[data-level=red]").first()).toBeVisible();
  // A promise in words only is judged in the room.
  await page.goto("./#/assessment/hearings?show=pledges&standing=unjudged");
  await expect(page.locator(".sums tbody tr").first().locator(".light")).toHaveText("待评定");
  await page.goto("./#/assessment/hearings?show=units");
  await expect(page.locator(".sums tbody tr")).toHaveCount(10);
});
