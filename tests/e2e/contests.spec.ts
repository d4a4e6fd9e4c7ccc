// 竞赛: a round with its flags, a published assessment with its correction, an ox that is approved and printed.
import { expectAccessible } from "./helpers/axe";
import type { Office } from "./helpers/office";
import { expect, test } from "./helpers/test";
import { begin, register, saved, setField, sign } from "./helpers/work";
import type { Page } from "@playwright/test";

// Two items by the best of the group. First 云岭镇 alone has signed, 1 亿: 60 + 40 = 100 against 0. Then 城关镇 signs
// 10 亿: 60 × 1 ÷ 1 + 40 × 10 ÷ 10 = 100 against 60 + 40 × 1 ÷ 10 = 64, below the 65 of the blue flag.
const RULES = {
  name: { zh: "百日竞赛试行办法", en: "Contest rules on trial" },
  source: "试行〔2026〕2号",
  period: "contest",
  digits: 2,
  items: [
    { key: "count", title: { zh: "签约个数", en: "Projects signed" }, weight: 60, formula: { kind: "relative_max", metric: "signed" } },
    { key: "money", title: { zh: "签约金额", en: "Amount signed" }, weight: 40, formula: { kind: "relative_max", metric: "signed_amount" } },
  ],
  awards: [
    { key: "red_flag", title: { zh: "红旗", en: "Red flag" }, honour: true, places: { first: 1 }, requires: [{ of: "total", at_least: 60 }] },
    { key: "blue_flag", title: { zh: "蓝旗", en: "Blue flag" }, places: { last: 1 }, requires: [{ of: "total", below: 65 }] },
  ],
};

/** Two towns, one project each, the first of them signed; rules; a round from today. The address of the other project. */
async function round(office: Office): Promise<string> {
  const page = await begin(office, "试验员甲", "云岭镇");
  await page.goto("./#/settings/units");
  await page.getByLabel("新单位名称").fill("城关镇");
  await page.getByLabel("新单位名称").press("Enter");
  await expect(page.locator(".side-panel").getByRole("heading", { name: "城关镇" })).toBeVisible();
  await register(page, "云岭一号项目", "1亿");
  await setField(page, "责任单位", "云岭镇");
  await sign(page, { evidence: "QY-1" });
  const address = await register(page, "城关一号项目", "10亿");
  await setField(page, "责任单位", "城关镇");
  await page.goto("./#/assessment/rules");
  await page.getByRole("button", { name: "新建办法" }).click();
  await page.getByRole("menuitem", { name: "从文件导入" }).click();
  await page.getByRole("dialog").locator("input[type=file]").setInputFiles({
    name: "办法.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(RULES)),
  });
  await expect(page.locator(".rule-editor")).toBeVisible();
  await page.goto("./#/assessment/contests");
  await page.getByRole("button", { name: "开始一轮竞赛" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("竞赛名称")).toHaveValue("第 1 轮百日竞赛");
  await expect(dialog.getByLabel("天数")).toHaveValue("100");
  await dialog.getByLabel("口号").fill("项目见真章");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "开始", exact: true }).click();
  await expect(page.locator(".round .stands")).toContainText("第 1 天 / 共 100 天");
  await expect(page.locator(".round .stands")).toContainText("项目见真章");
  return address;
}

const rows = (page: Page) => page.locator(".groups tbody tr");
const row = (page: Page, unit: string) => rows(page).filter({ hasText: unit });

test("a round begins, its flags follow the milestones, and a published assessment shows its correction", async ({ office }) => {
  const { page } = office;
  const address = await round(office);
  await expect(row(page, "云岭镇")).toContainText("100.00");
  await expect(row(page, "云岭镇").locator(".flag")).toHaveText("红旗");
  await expect(row(page, "云岭镇")).toContainText("第 1 名，总分不低于 60 分");
  await expect(row(page, "城关镇").locator(".flag")).toHaveText("蓝旗");

  await page.goto(`./${address}`);
  await sign(page, { evidence: "QY-1" });
  await page.goto("./#/assessment/contests");
  await expect(row(page, "城关镇").locator(".flag")).toHaveText("红旗");
  await expect(row(page, "云岭镇").locator(".flag")).toHaveText("蓝旗");
  await expect(row(page, "云岭镇")).toContainText("64.00");
  await row(page, "云岭镇").getByRole("link", { name: /64\.00/ }).click();
  await expect(page.locator(".side-panel .sum-of-items")).toContainText("签约金额");
  await expectAccessible(page);
  await page.locator(".side-panel").getByRole("button", { name: "关闭" }).click();

  // On the wall without scrolling, and back by Esc.
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole("button", { name: "大屏" }).click();
  await expect(page.locator(".wall .flag")).toHaveCount(2);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.locator(".wall")).toHaveCount(0);

  await page.getByRole("button", { name: "发布" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "发布" }).click();
  await expect(page.locator(".frozen")).toContainText("SHA-256");
  await page.getByRole("button", { name: "重新计算" }).click();
  await expect(page.locator(".frozen .banner")).toContainText("逐字节相同");
  const result = new URL(page.url()).hash;

  // The large project turns out to be signed two years ago: 城关镇 has nothing left.
  await page.goto(`./${address}`);
  await page.getByRole("list", { name: "阶段" }).getByRole("button", { name: "签约" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^发生日期/).fill("2024-06-30");
  await dialog.getByRole("button", { name: "登记" }).click();
  await expect(dialog).toHaveCount(0);
  await page.goto(`./${result}`);
  await expect(page.locator(".corrections tbody tr").filter({ hasText: "城关镇" })).toContainText("100.00");
  await page.getByRole("button", { name: "本轮全部结果" }).click();
  const course = page.locator(".course tbody tr");
  await expect(course.filter({ hasText: "城关镇" })).toContainText("1（100.00）");
  await expect(course.filter({ hasText: "城关镇" }).locator("td").last()).toHaveText("2（–）");
  await expectAccessible(page);
});

test("a task that was done early is proposed for an ox, approved, and gets its certificate; flags by ranking too", async ({ office }) => {
  const { page } = office;
  await round(office);
  await page.goto("./#/assessment/contests?kind=key_task");
  await page.getByRole("button", { name: "登记重点任务" }).first().click();
  await setField(page, "任务名称", "污水管网接通");
  await setField(page, "责任单位", "云岭镇");
  const contest = page.locator(".side-panel").getByLabel("竞赛", { exact: true });
  await contest.fill("第 1 轮百日竞赛");
  await contest.press("Enter");
  await saved(page);
  await setField(page, "阶段", "第一期");
  await setField(page, "时限", "2026-05-10");
  await setField(page, "完成日期", "2026-05-05");
  await page.goto("./#/assessment/contests?show=awards");
  const proposal = page.locator(".proposals tbody tr");
  await expect(proposal).toHaveCount(1);
  await expect(proposal).toContainText("提前 5 天");
  await expectAccessible(page);
  await proposal.getByRole("button", { name: "提名" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("事由")).toHaveValue("“污水管网接通”时限 2026-05-10，2026-05-05 完成，提前 5 天。");
  await dialog.getByRole("button", { name: "提名", exact: true }).click();
  await expect(proposal).toContainText("待审定");
  const waiting = page.locator(".waiting tbody tr");
  await expect(waiting).toContainText("奔牛奖");
  // Nothing is printed before it is approved.
  await expect(page.getByRole("button", { name: "证书和通报单" })).toHaveCount(0);
  await waiting.getByRole("button", { name: "通过", exact: true }).click();
  await expect(dialog.getByRole("button", { name: "通过", exact: true })).toBeDisabled();
  await dialog.getByLabel("审定机构").fill("县委常委会");
  await dialog.getByRole("button", { name: "通过", exact: true }).click();
  const decided = page.locator(".decided tbody tr");
  await expect(decided).toContainText("县委常委会");

  await page.goto("./#/assessment/contests");
  await page.getByRole("button", { name: "按名次提名" }).click();
  await expect(waiting).toHaveCount(2);
  await waiting.filter({ hasText: "蓝旗" }).getByRole("button", { name: "通过", exact: true }).click();
  await expect(dialog.getByLabel("审定机构")).toHaveValue("县委常委会");
  await dialog.getByRole("button", { name: "通过", exact: true }).click();
  await expect(decided).toHaveCount(2);

  await decided.filter({ hasText: "奔牛奖" }).getByRole("link", { name: "证书" }).click();
  const sheet = page.locator(".certificate");
  await expect(sheet).toHaveCount(1);
  await expect(sheet).toContainText("云岭镇");
  await expect(sheet).toContainText("在“第 1 轮百日竞赛”（第一期）中获得奔牛奖");
  await expectAccessible(page);
  await page.getByRole("button", { name: "返回评选" }).click();
  await page.getByRole("button", { name: "证书和通报单" }).click();
  await expect(sheet).toHaveCount(2);
  await expect(page.locator(".certificate[data-honour=false]")).toContainText("通 报");
});

test("the sample county has a round that is on and one that was published", async ({ office }) => {
  const page = await office.visitSample("#/assessment/contests");
  await expect(page.locator(".round .stands")).toContainText("第 38 天 / 共 100 天");
  await expect(page.locator(".groups section")).toHaveCount(4);
  await page.goto("./#/assessment/contests?show=awards");
  await expect(page.locator(".waiting tbody tr")).toHaveCount(2);
  await expect(page.locator(".decided tbody tr")).toHaveCount(1);
  await page.getByLabel("轮次").first().selectOption({ label: "第 2 轮百日竞赛" });
  await page.getByRole("radio", { name: "考评结果" }).check();
  await expect(page.locator(".published-list tbody tr")).toHaveCount(1);
  await expect(page.locator(".course tbody tr")).toHaveCount(10);
});
