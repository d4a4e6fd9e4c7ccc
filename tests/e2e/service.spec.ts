// 问题要素, 审批, 政策兑现: on the sheet of a project, and added up under 监督.
import type { Locator } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import type { Office } from "./helpers/office";
import { expect, test } from "./helpers/test";
import { choose, introduce, later, onDay, register, saved, setField } from "./helpers/work";

const PROJECT = "闽锂新材料正极材料项目";

// Each of them opens the application on several days.
test.describe.configure({ timeout: 180_000 });

/** The figure of a page of supervision with this name. */
function figure(office: Office, name: string | RegExp): Locator {
  return office.page.locator(".strip .figures > div").filter({ has: office.page.locator("dt", { hasText: name }) }).locator("dd");
}

/** An office on a day, with one project open; its address. */
async function withProject(office: Office, day: string): Promise<string> {
  await onDay(office, day);
  await introduce(office.page, "试验员甲", "云岭镇");
  return register(office.page, PROJECT, "3亿元");
}

test("a problem is raised, taken up, handed on and solved, and the departments answer for their own days", async ({ office }) => {
  const { page } = office;
  const project = await withProject(office, "2026-09-01");
  const panel = page.locator(".panel.issues");
  await expect(panel).toContainText("没有登记的问题和要素需求");
  await panel.getByRole("button", { name: "登记问题" }).click();
  const form = panel.locator("form.ask");
  await expectAccessible(page);
  await form.getByLabel("问题").fill("二期用地指标没有落实");
  await form.getByLabel("类别").selectOption("土地");
  await form.getByLabel("需求量").fill("50亩");
  await choose(form, "责任部门", "自然资源局");
  await form.getByLabel("办理期限").fill("2026-09-10");
  await form.getByRole("button", { name: "记下" }).click();
  const line = panel.locator(".belongings > li");
  await expect(line).toHaveCount(1);
  await expect(line).toContainText("二期用地指标没有落实");
  await expect(line).toContainText("未办");
  await expect(line).toContainText("自然资源局 在手 0 天");
  await expect(line).toContainText("还有 9 天");
  await line.getByRole("button", { name: "受理" }).click();
  await expect(line).toContainText("在办");

  // Four days later it goes to another department, which has to take it up anew; eleven days later that is late.
  await later(office, "2026-09-05", project);
  await line.getByRole("button", { name: "转办" }).click();
  await choose(line.locator("form.ask"), "转办", "发展改革局");
  await line.locator("form.ask").getByRole("button", { name: "转办" }).click();
  await expect(line).toContainText("未办");
  await expect(line).toContainText("发展改革局 在手 0 天");
  await expect(line).toContainText("转办 1 次");
  await later(office, "2026-09-16", "#/supervision/issues");
  await expect(figure(office, "超期")).toHaveText("1");
  await expect(figure(office, "最长在手天数")).toHaveText("11");
  await expect(page.locator(".grid [data-index='0']")).toContainText("发展改革局");
  await expectAccessible(page);

  await page.getByRole("radio", { name: "部门响应" }).check({ force: true });
  const rows = page.locator(".sums tbody tr");
  await expect(rows).toHaveCount(2);
  // 部门, 超期, 在手, 最长在手, 经手, 办结, 按期, 用时, 转出.
  await expect(rows.nth(0).locator("th, td")).toHaveText(["发展改革局", "1", "1", "11", "1", "–", "", "", "–"]);
  await expect(rows.nth(1).locator("th, td")).toHaveText(["自然资源局", "–", "–", "–", "1", "–", "", "", "1"]);
  await expectAccessible(page);
  const { bytes } = await office.download(async () => {
    await page.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: /CSV/ }).click();
  });
  expect(bytes.toString("utf8")).toContain("发展改革局,1,1,11,1,0,,,0");
  await page.getByRole("radio", { name: "要素矩阵" }).check({ force: true });
  await expect(page.locator(".sums thead")).toContainText("土地");
  await expect(page.locator(".sums tbody tr").first().locator("th, td")).toHaveText([PROJECT, "15", "1 件 · 15 天"]);
  // A number opens the records behind it.
  await page.locator(".sums tbody td a").last().click();
  await expect(page.locator(".grid [data-index='0']")).toContainText("二期用地指标没有落实");

  await page.goto(`./${project}`);
  await line.getByRole("button", { name: "办结" }).click();
  await line.getByLabel("办理结果").fill("省厅追加指标");
  await line.locator("form.ask").getByRole("button", { name: "办结" }).click();
  await expect(line).toContainText("发展改革局 2026-09-16 办结，用时 15 天");
  await expect(line).toContainText("省厅追加指标");
  await page.getByRole("button", { name: /^撤销/ }).first().click();
  await expect(line).toContainText("超期 6 天");
  await page.getByRole("button", { name: /^重做/ }).first().click();
  await saved(page);
  await page.goto("./#/supervision/issues?show=response");
  await expect(rows.filter({ hasText: "发展改革局" }).locator("th, td"))
    .toHaveText(["发展改革局", "–", "–", "–", "1", "1", "0 / 1", "11", "–"]);
});

test("permits are planned back from the promised start, move with it, and are granted", async ({ office }) => {
  const { page } = office;
  const project = await withProject(office, "2026-09-01");
  const panel = page.locator(".panel.permits");
  await page.locator("details.fact-group > summary").filter({ hasText: "用地与载体" }).click();
  await setField(page, "用地情况", "租赁厂房");
  await panel.getByLabel("承诺开工时间").fill("2027-01-31");
  await panel.getByLabel("承诺开工时间").press("Enter");
  // Leased plant needs no land and no planning permit. 7 days until 31 January, 15 before, 45, 3: from 22 November.
  await panel.getByRole("button", { name: "按模板倒排 6 项" }).click();
  const lines = panel.locator(".belongings > li");
  await expect(lines).toHaveCount(6);
  await expect(panel.locator(".critical")).toContainText("关键日期 2026-11-22：项目备案最迟这天申报，还有 82 天");
  await expect(lines.first()).toContainText("计划 2026-11-22 至 2026-11-25");
  await expect(lines.last()).toContainText("计划 2027-01-24 至 2027-01-31");
  await expect(panel.locator(".permit-chart .plan")).toHaveCount(7);
  await expectAccessible(page);

  // The start moves by ten days; the one that was set by hand stays.
  await lines.last().getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "修改" }).click();
  await lines.last().getByLabel("计划办结").fill("2027-01-30");
  await lines.last().getByLabel("计划办结").press("Enter");
  await lines.last().getByRole("button", { name: "完成" }).click();
  await expect(lines.last()).toContainText("手工设定");
  await panel.getByLabel("承诺开工时间").fill("2027-02-10");
  await panel.getByLabel("承诺开工时间").press("Enter");
  await panel.getByRole("button", { name: "重新倒排 5 项" }).click();
  await expect(lines.first()).toContainText("计划 2026-12-02 至 2026-12-05");
  await expect(lines.last()).toContainText("计划 2027-01-23 至 2027-01-30");

  await lines.first().getByRole("button", { name: "申报" }).click();
  await lines.first().locator("form.ask").getByRole("button", { name: "申报" }).click();
  await expect(lines.first()).toContainText("办理中");
  await lines.first().getByRole("button", { name: "办结" }).click();
  await lines.first().getByLabel("文号").fill("云发改备〔2026〕8号");
  await lines.first().locator("form.ask").getByRole("button", { name: "办结" }).click();
  await expect(lines.first()).toContainText("2026-09-01 申报，2026-09-01 办结");
  await expect(panel.locator(".critical")).toContainText("环境影响评价");

  await later(office, "2026-12-06", "#/supervision/permits?show=critical");
  const row = page.locator(".sums tbody tr");
  await expect(row).toContainText([PROJECT]);
  await expect(row).toContainText("超期 1 天");
  await expect(row).toContainText("1 / 6");
  await expectAccessible(page);
  await page.goto("./#/supervision/permits?kind=permit_template");
  await page.getByRole("button", { name: "恢复默认模板" }).click();
  await expect(page.locator(".grid [data-index]")).toHaveCount(8);
  await page.goto(`./${project}`);
  await expect(panel.locator(".critical")).toContainText("当天就该申报，已晚 1 天");
});

test("a promise falls due, is paid in part and in full, and is added up by department", async ({ office }) => {
  const { page } = office;
  const project = await withProject(office, "2026-09-01");
  const panel = page.locator(".panel.promises");
  await panel.getByRole("button", { name: "登记承诺" }).click();
  const form = panel.locator("form.ask");
  await form.getByLabel("条款").fill("第八条 固定资产投资奖励");
  await form.getByLabel("兑现条件").fill("投产当年");
  await form.getByLabel("承诺金额").fill("500万");
  await form.getByLabel("应兑现日期").fill("2026-09-30");
  await choose(form, "责任部门", "财政局");
  await form.getByRole("button", { name: "记下" }).click();
  const line = panel.locator(".belongings > li");
  await expect(line).toContainText("条件未达成");
  await expect(line).toContainText("未经公平竞争审查");
  await line.getByRole("button", { name: "条件已达成" }).click();
  await expect(line).toContainText("还有 29 天");
  await saved(page);
  await page.goto("./#/supervision/promises");
  await expect(figure(office, "30天内到期 1")).toHaveText("500万元");
  await expectAccessible(page);

  await later(office, "2026-10-10", "#/supervision/promises?show=department");
  await expect(figure(office, "应兑未兑 1")).toHaveText("500万元");
  const row = page.locator(".sums tbody tr");
  // 部门, 应兑未兑, 最长拖欠, 30天内, 承诺, 已兑现, 条数, 条件未达成, 未审查.
  await expect(row.locator("th, td")).toHaveText(["财政局", "500", "10", "–", "500", "–", "1", "–", "1"]);
  await expectAccessible(page);
  await row.locator("a").first().click();
  await expect(page.locator(".grid [data-index='0']")).toContainText("第八条");

  await page.goto(`./${project}`);
  await expect(line).toContainText("超期 10 天");
  await line.getByRole("button", { name: "兑现" }).click();
  await expect(line.getByLabel("本次兑现金额")).toHaveValue("500");
  await line.getByLabel("本次兑现金额").fill("200万");
  await line.getByLabel("兑现凭证").fill("进账单0102");
  await line.locator("form.ask").getByRole("button", { name: "兑现" }).click();
  await expect(line).toContainText("500万元，已兑现 200万元");
  await line.getByRole("button", { name: "兑现" }).click();
  await expect(line.getByLabel("本次兑现金额")).toHaveValue("300");
  await line.locator("form.ask").getByRole("button", { name: "兑现" }).click();
  await expect(line).toContainText("500万元，已兑现 500万元");
  await expect(line.getByRole("button", { name: "兑现" })).toHaveCount(0);
  await saved(page);
  await page.goto("./#/supervision/promises?show=project");
  await expect(row.locator("th, td")).toHaveText([PROJECT, "–", "–", "–", "500", "500", "1", "–", "1"]);
});
