// A recruiter's weeks, from a lead to the start of works: what the sheet, Today and the light say at each step.
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { choose, introduce, later, onDay, saved, setField } from "./helpers/work";

const NAME = "闽锂新材料正极材料项目";
const INVESTOR = "福州闽锂新材料有限公司";

// The application is opened on ten days.
test.describe.configure({ timeout: 240_000 });

/** Leads to a place, as the rail does. */
const go = (page: Page, place: string) => page.locator(".rail").getByRole("link", { name: place, exact: true }).click();

/** Opens the project from the list of Today. */
async function openFromToday(page: Page): Promise<void> {
  await go(page, "今日");
  await page.locator(".day-list").getByRole("link", { name: NAME }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
}

/** Notes a follow-up with its next step on the open sheet. */
async function followUp(page: Page, content: string, next: string): Promise<void> {
  const composer = page.locator("form.composer").first();
  if (next !== "") {
    await composer.getByRole("button", { name: "下一步", exact: true }).click();
    await composer.getByPlaceholder(/送审协议/).fill(next);
  }
  await composer.getByPlaceholder("记一笔跟进，回车保存").fill(content);
  await composer.getByPlaceholder("记一笔跟进，回车保存").press("Enter");
  await expect(page.locator(".follow-up").first()).toContainText(content);
}

/** Presses a stage of the track; the dialog of its milestone is open then. */
async function reach(page: Page, stage: string): Promise<Locator> {
  await page.getByRole("list", { name: "阶段" }).getByRole("button", { name: stage }).click();
  return page.getByRole("dialog");
}

test("from the first call to the start of works, a recruiter is told what is next, and nothing is asked twice", async ({ office }) => {
  const { page } = office;
  const light = page.locator(".track .light");
  const clock = page.locator(".panel.lead-clock");
  const warnings = page.locator(".panel.warnings > ul > li");

  // Monday: an investor calls, and the lead is recorded.
  await onDay(office, "2026-09-07");
  await introduce(page, "试验员甲", "云岭镇");
  await page.getByRole("link", { name: "登记项目" }).or(page.getByRole("button", { name: "登记项目" })).first().click();
  await page.getByLabel(/^项目名称/).fill(NAME);
  await page.getByLabel("投资方", { exact: true }).fill(INVESTOR);
  await page.getByRole("option", { name: `新建“${INVESTOR}”` }).click();
  await page.getByLabel("总投资", { exact: true }).fill("3亿");
  for (const [field, name] of [["责任单位", "云岭镇"], ["跟踪负责人", "试验员甲"]] as const) {
    await page.getByLabel(field, { exact: true }).fill(name);
    await page.getByRole("option", { name }).first().click();
  }
  await page.getByLabel("客商联系人", { exact: true }).fill("客商乙");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
  // The sheet offers to start the clock of the lead, and then says by when what is due.
  await expect(clock).toContainText("还没有对接时间");
  await clock.getByRole("button", { name: "今天对接" }).click();
  const steps = clock.locator("li");
  await expect(steps).toHaveText([/答复.*还有 1 天.*最迟 2026-09-08/, /研判.*还有 3 天/, /反馈.*还有 7 天/]);
  await expect(page.getByRole("list", { name: "阶段" }).locator("[aria-current=step]")).toContainText("谋划");
  await expectAccessible(page);
  await go(page, "今日");
  await expect(page.locator(".day-list", { hasText: "没有下一步的项目" })).toContainText(NAME);

  // Wednesday: nobody has answered. The light turns, and one press on the sheet answers.
  await later(office, "2026-09-09", "#/today");
  await openFromToday(page);
  await expect(light).toHaveAttribute("data-level", "yellow");
  await expect(warnings.filter({ hasText: "对接 2 天，线索未答复" })).toHaveCount(1);
  await expect(steps.first()).toContainText("超期 1 天");
  await steps.first().getByRole("button", { name: "已答复" }).click();
  await expect(steps.first()).toContainText("2026-09-09 完成");
  await expect(warnings.filter({ hasText: "线索未答复" })).toHaveCount(0);
  await warnings.filter({ hasText: "无责任领导" }).getByRole("button", { name: "指定责任领导" }).click();
  const leader = page.locator(".panel.warnings").getByRole("combobox", { name: "责任领导" });
  await leader.fill("试验镇长");
  await leader.press("Enter");
  await expect(warnings).toHaveCount(0);
  await expect(light).toHaveAttribute("data-level", "green");
  await steps.nth(1).getByRole("button", { name: "已研判" }).click();
  await steps.nth(2).getByRole("button", { name: "已反馈" }).click();
  await expect(steps).toHaveText([/答复.*2026-09-09 完成/, /研判.*2026-09-09 完成/, /反馈.*2026-09-09 完成/]);

  // Thursday: the trip of the coming week is filed before anybody leaves.
  await later(office, "2026-09-10", "#/today");
  await go(page, "行动");
  await page.getByRole("navigation", { name: "行动" }).getByRole("link", { name: "外出" }).click();
  await page.getByRole("button", { name: "登记外出招商" }).first().click();
  const panel = page.locator(".side-panel");
  const standing = panel.locator(".trip-standing");
  await setField(page, "目的地", "福州");
  await setField(page, "出发日期", "2026-09-14");
  await setField(page, "返回日期", "2026-09-15");
  for (const [field, name] of [["带队领导", "试验员甲"], ["拜访企业", INVESTOR], ["关联项目", NAME]] as const) {
    await panel.getByLabel(field, { exact: true }).fill(name);
    await page.getByRole("option", { name }).first().click();
  }
  await expect(standing).toContainText("独立 · 2 天 · 待备案");
  await standing.getByRole("button", { name: "备案" }).click();
  await expect(standing).toContainText("独立 · 2 天 · 已备案");
  await expect(standing.locator(".missing li")).toHaveCount(0);
  await saved(page);

  // Wednesday after: back home, the trip wants its results and is closed; the project shows that it was met.
  await later(office, "2026-09-16", "#/actions/trips");
  await page.getByRole("link", { name: "待销假 1" }).click();
  await page.locator(".grid [data-index]", { hasText: "福州" }).getByRole("link", { name: "打开" }).click();
  await panel.getByLabel("取得成果").fill("看了生产线，愿来县里考察地块");
  await panel.getByLabel("取得成果").press("Control+Enter");
  await standing.getByRole("button", { name: "销假" }).click();
  await expect(standing).toContainText("2026-09-16 销假");
  await expect(standing.locator(".missing li")).toHaveCount(0);
  await saved(page);
  await openFromToday(page);
  const contacts = page.locator(".panel.meetings li");
  await expect(contacts).toHaveText([/2026-09-14.*外出.*福州/]);
  await followUp(page, "赴福州拜访，谈妥用地规模", "明天 送审投资协议");
  await reach(page, "洽谈").then(async (dialog) => {
    await dialog.getByLabel(/^发生日期/).fill("2026-09-14");
    await dialog.getByRole("button", { name: "登记" }).click();
  });
  await expect(clock).toHaveCount(0);
  await expect(page.locator(".follow-up .next").first()).toContainText("送审投资协议");

  // The next day the step is on Today, and is ticked off there.
  await later(office, "2026-09-17", "#/today");
  const due = page.locator(".day-list", { hasText: "今天要办" });
  await expect(due).toContainText("送审投资协议");
  await due.getByRole("button", { name: "办结" }).click();
  await expect(due).toHaveCount(0);
  await openFromToday(page);
  await followUp(page, "协议文本已定稿", "9月21日 签约");

  // Signed, with the agreement as evidence: the light stays green.
  await later(office, "2026-09-21", "#/today");
  await expect(page.locator(".day-list", { hasText: "今天要办" })).toContainText("签约");
  await page.locator(".day-list", { hasText: "今天要办" }).getByRole("button", { name: "办结" }).click();
  await openFromToday(page);
  await reach(page, "签约").then(async (dialog) => {
    await dialog.getByLabel("协议扫描件").fill("云协〔2026〕19号");
    await dialog.getByRole("button", { name: "登记" }).click();
  });
  await expect(page.getByRole("list", { name: "阶段" }).locator("[aria-current=step]")).toContainText("签约");
  await expect(page.locator(".milestones > li", { hasText: "云协〔2026〕19号" })).not.toContainText("缺");
  await expect(light).toHaveAttribute("data-level", "green");

  // The permits are planned back from the promised start.
  const permits = page.locator(".panel.permits");
  await page.locator("details.fact-group > summary").filter({ hasText: "用地与载体" }).click();
  await setField(page, "用地情况", "租赁厂房");
  await permits.getByLabel("承诺开工时间").fill("2027-01-31");
  await permits.getByLabel("承诺开工时间").press("Enter");
  await permits.getByRole("button", { name: "按模板倒排 6 项" }).click();
  await expect(permits.locator(".belongings > li")).toHaveCount(6);
  await expect(permits.locator(".critical")).toContainText("关键日期 2026-11-22：项目备案最迟这天申报");

  // A problem is raised, handed over and solved.
  const issues = page.locator(".panel.issues");
  const issue = issues.locator(".belongings > li");
  await issues.getByRole("button", { name: "登记问题" }).click();
  await issues.locator("form.ask").getByLabel("问题").fill("厂房消防验收没有通过");
  await choose(issues.locator("form.ask"), "责任部门", "住房和城乡建设局");
  await issues.locator("form.ask").getByLabel("办理期限").fill("2026-09-25");
  await issues.locator("form.ask").getByRole("button", { name: "记下" }).click();
  await expect(issue).toContainText("还有 4 天");
  await later(office, "2026-09-24", "#/today");
  await openFromToday(page);
  // It is due in a day: the light says so, and where it is seen to.
  await expect(light).toHaveAttribute("data-level", "yellow");
  await expect(warnings.filter({ hasText: "厂房消防验收没有通过" })).toContainText("住房和城乡建设局");
  await issue.getByRole("button", { name: "转办" }).click();
  await choose(issue.locator("form.ask"), "转办", "消防救援大队");
  await issue.locator("form.ask").getByRole("button", { name: "转办" }).click();
  await expect(issue).toContainText("转办 1 次");
  await issue.getByRole("button", { name: "受理" }).click();
  await expect(issue).toContainText("在办");
  await issue.getByRole("button", { name: "办结" }).click();
  await issue.getByLabel("办理结果").fill("整改后复验通过");
  await issue.locator("form.ask").getByRole("button", { name: "办结" }).click();
  await expect(issue).toContainText("用时 3 天");
  await expect(warnings).toHaveCount(0);
  await expect(light).toHaveAttribute("data-level", "green");

  // Works begin, proved by permit and photo. The whole way stands on the track.
  await followUp(page, "设备进场", "10月12日 上门看进度");
  await reach(page, "开工").then(async (dialog) => {
    await dialog.getByLabel("施工许可证").fill("施〔2026〕88号");
    await dialog.getByLabel("现场照片").fill("进场照片三张");
    await dialog.getByLabel("备案证").fill("云发改备〔2026〕8号");
    await dialog.getByRole("button", { name: "登记" }).click();
  });
  await expect(page.getByRole("list", { name: "阶段" }).locator("[aria-current=step]")).toContainText("开工");
  await expect(page.locator(".milestones > li", { hasText: "施〔2026〕88号" })).not.toContainText("缺");
  await expect(light).toHaveAttribute("data-level", "green");
  await expectAccessible(page);
  await saved(page);
  await go(page, "今日");
  await expect(page.getByRole("heading", { name: "没有要办的事" })).toBeVisible();

  // And the month counts it all: a trip by himself, a company visited, a lead, follow-ups, promises kept.
  await go(page, "行动");
  await page.getByRole("navigation", { name: "行动" }).getByRole("link", { name: "在岗" }).click();
  await page.locator(".posts tbody").getByRole("link", { name: "试验员甲" }).click();
  const card = page.locator(".month-card");
  for (const [section, text] of [["外出", "福州"], ["新增线索", NAME], ["跟进", "设备进场"]] as const) {
    await expect(card.locator("section").filter({ hasText: section }).filter({ hasText: text }).first()).toBeVisible();
  }
});
