// 预警: what is late on a project is told on its sheet, over all projects and on Today, by rules the office may change.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { begin, register, saved } from "./helpers/work";

const NAME = "年产两万吨试验材料项目";

/** The day on which the test lives; 签约 was 213 days before. */
const TODAY = new Date("2026-09-30T10:00:00+08:00");
const SIGNED = "2026-03-01";

/** Signs the open project, without evidence. */
async function sign(page: Page): Promise<void> {
  await page.getByRole("list", { name: "阶段" }).getByRole("button", { name: "签约" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^发生日期/).fill(SIGNED);
  await dialog.getByRole("button", { name: "登记" }).click();
  await expect(dialog).toHaveCount(0);
}

test("a project's lights say why, and one action clears each", async ({ newOffice }) => {
  const office = await newOffice();
  await office.context.clock.setFixedTime(TODAY);
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  await register(page, NAME, "3亿元");
  const panel = page.locator(".panel.warnings");
  const lines = panel.locator("ul > li");
  // Nobody is named as its leader; the rule stands beside the light.
  const leader = lines.filter({ hasText: "无责任领导" });
  await expect(leader.locator(".light")).toHaveAttribute("data-level", "yellow");
  await expect(leader).toContainText("没有责任领导，黄灯");
  await leader.getByRole("button", { name: "指定责任领导" }).click();
  await expectAccessible(page);
  const box = leader.getByRole("combobox", { name: "责任领导" });
  await box.fill("试验员甲");
  await box.press("Enter");
  await expect(leader).toHaveCount(0);
  await page.keyboard.press("Escape");

  await sign(page);
  const start = lines.filter({ hasText: "签约 213 天未开工" });
  await expect(start.locator(".light")).toHaveAttribute("data-level", "red");
  await expect(start).toContainText("签约后未开工（未承诺日期），超过 90 天黄灯，超过 180 天红灯");
  await expect(lines.filter({ hasText: "超期 193 天未跟进" })).toHaveCount(1);
  await expect(lines.filter({ hasText: "签约没有佐证" })).toHaveCount(1);
  await expect(page.locator(".track .light")).toHaveAttribute("data-level", "red");
  // Red since 22 March by the follow-up alone: the months say so, and those before know nothing.
  const strip = panel.locator(".light-strip li");
  await expect(strip).toHaveCount(12);
  await expect(strip.nth(0)).toContainText("2025年10月 尚无记录");
  await expect(strip.nth(5)).toContainText("2026年3月 红灯：超期未跟进");
  await expect(strip.nth(11)).toContainText("今天 红灯");

  // A month without progress asks for its reason, on the spot.
  const idle = lines.filter({ hasText: "2026年8月没有进展" });
  await idle.getByRole("button", { name: "写明原因" }).click();
  await idle.getByLabel("无进展原因").fill("等待用地批复");
  await idle.getByRole("button", { name: "保存" }).click();
  await expect(idle).toHaveCount(0);
  await saved(page);
  await page.getByRole("button", { name: /^撤销/ }).first().click();
  await expect(idle).toHaveCount(1);
  // A follow-up is one press away.
  await lines.filter({ hasText: "未跟进" }).getByRole("button", { name: "跟进" }).click();
  await page.keyboard.type("已与投资方通话");
  await page.keyboard.press("Enter");
  await expect(lines.filter({ hasText: "未跟进" })).toHaveCount(0);
  await saved(page);
});

test("the director sees what is wrong, by unit and person, and sets the limits", async ({ newOffice }) => {
  const office = await newOffice();
  await office.context.clock.setFixedTime(TODAY);
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  await register(page, NAME, "3亿元");
  await sign(page);
  await saved(page);
  await page.locator(".rail").getByRole("link", { name: "监督" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "预警" })).toBeVisible();
  const list = page.locator(".warning-list tbody tr");
  await expect(list.filter({ hasText: "签约 213 天未开工" })).toContainText("登记开工");
  await expect(list.first().locator(".light")).toHaveAttribute("data-level", "red");
  const all = await list.count();

  // What is counted is what is listed: the number leads to its records, and the address keeps it.
  await page.getByRole("radio", { name: "按规则" }).check({ force: true });
  await page.locator(".counts").getByRole("link", { name: "签约未开工 红灯 1" }).click();
  await expect(list).toHaveCount(1);
  await expect(page).toHaveURL(/rule=not_started/);
  await expect(page.getByRole("status").filter({ hasText: "红灯" })).toContainText("红灯 1 条 · 黄灯 0 条 · 涉及项目 1 个");
  await page.reload();
  await expect(list).toHaveCount(1);
  const { name, bytes } = await office.download(async () => {
    await page.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: /CSV/ }).click();
  });
  expect(name).toBe("预警清单 2026-09-30.csv");
  expect(bytes.toString("utf8")).toContain(`红灯,签约未开工,${NAME},签约,签约 213 天未开工`);

  // The limits are the office's: 220 days for red make it yellow, off takes it away, default brings it back.
  await page.getByRole("button", { name: "查看、修改预警规则" }).click();
  const rule = page.locator(".warning-rules tbody tr", { hasText: "签约未开工" });
  const red = rule.getByLabel("签约未开工 红灯限值");
  await red.fill("很久");
  await red.press("Enter");
  await expect(rule).toContainText("请填 0 到 999 的整数");
  await red.fill("220");
  await red.press("Enter");
  await expect(rule).toContainText("超过 220 天红灯");
  await expectAccessible(page);
  await page.getByRole("button", { name: "返回预警清单" }).click();
  await page.getByRole("radio", { name: /^全部/ }).check({ force: true });
  await expect(list.locator(".light")).toHaveAttribute("data-level", "yellow");
  await page.getByRole("button", { name: "查看、修改预警规则" }).click();
  await rule.getByRole("checkbox").uncheck({ force: true });
  await expect(rule).toContainText("未启用");
  await page.getByRole("button", { name: "恢复默认" }).click();
  await expect(rule).toContainText("超过 180 天红灯");
  await page.getByRole("button", { name: "返回预警清单" }).click();
  await page.getByLabel("规则", { exact: true }).selectOption("");
  await expect(list).toHaveCount(all);
  await saved(page);

  // Today tells me of it, and leads there.
  await page.goto("./#/today");
  const today = page.locator(".day-list", { hasText: "红灯预警" });
  await expect(today).toContainText("签约 213 天未开工");
  await today.getByRole("link", { name: "查看全部预警" }).click();
  await expect(list).toHaveCount(all);
});

test("who answers for what, and for what nobody does", async ({ newOffice }) => {
  const office = await newOffice();
  const page = await office.visitSample("#/supervision/responsibility");
  const rows = page.locator(".responsibility-table tbody tr");
  await expect(rows).toHaveCount(4);
  // The parts are the whole, and a number leads to its projects.
  const numbers = (await rows.locator("td:nth-child(2)").allTextContents()).map(Number);
  const sum = numbers.reduce((a, b) => a + b, 0);
  await expect(page.locator(".responsibility-table tfoot td").first()).toHaveText(String(sum));
  await expect(page.getByText("每个在管项目都有责任领导、责任单位和跟踪负责人。")).toBeVisible();
  await rows.first().locator("td:nth-child(2) a").click();
  await expect(page).toHaveURL(/projects\/table/);
  await expect(page.locator(".page-head")).toContainText(`${String(numbers[0])} / `);
  await page.goBack();
  await rows.locator("td:nth-last-child(2) a").first().click();
  await expect(page).toHaveURL(/supervision\/warnings\?.*leader=/);
  await expect(page.locator(".warning-list tbody tr").first().locator(".light")).toHaveAttribute("data-level", "red");
  await page.goto("./#/project/new");
  await page.getByLabel(/^项目名称/).fill(NAME);
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
  await page.goto("./#/supervision/responsibility?by=unit");
  const gaps = page.locator(".responsibility section");
  await expect(gaps.getByRole("link", { name: "缺责任领导 1 个" })).toBeVisible();
  await expect(gaps.locator("tbody tr")).toContainText(NAME);
  await expectAccessible(page);
});
