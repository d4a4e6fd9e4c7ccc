// The editor of a metric: a clerk makes one from nothing, sees its number change with each condition, and it scores.
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { introduce, onDay, register, saved, setField } from "./helpers/work";
import type { Page } from "@playwright/test";

// Four projects signed in 2026. 二号 lacks a thousand 万元, 三号 is foreign, 四号 waits for its recognition.
const PROJECTS = [
  { name: "云岭一号项目", total: "1亿", origin: "内资", recognised: true },
  { name: "云岭二号项目", total: "9000万", origin: "内资", recognised: true },
  { name: "云岭三号项目", total: "2亿", origin: "外资", recognised: true },
  { name: "云岭四号项目", total: "5亿", origin: "港澳台资", recognised: false },
];

// 10 for each of the new metric.
const RULES = {
  name: { zh: "云岭试行办法", en: "Rules on trial" },
  digits: 2,
  items: [{ key: "big", title: { zh: "大项目", en: "Large projects" }, weight: 100, formula: { kind: "per_unit", metric: "metric_1", points: 10 } }],
};

async function signed(page: Page, project: (typeof PROJECTS)[number]): Promise<void> {
  await register(page, project.name, project.total);
  await setField(page, "责任单位", "云岭镇");
  await page.locator("details.fact-group", { hasText: "投资主体" }).locator("summary").click();
  await setField(page, "内外资", project.origin);
  await page.getByRole("list", { name: "阶段" }).getByRole("button", { name: "签约" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^发生日期/).fill("2026-03-02");
  await dialog.getByLabel("协议扫描件").fill("QY-1");
  if (project.recognised) {
    await dialog.getByRole("radio", { name: "已认定" }).check();
    await dialog.getByLabel("审核人").fill("试验员乙");
  }
  await dialog.getByRole("button", { name: "登记" }).click();
  await expect(dialog).toHaveCount(0);
  await saved(page);
}

/** Begins a condition on a column. */
async function condition(page: Page, column: string): Promise<void> {
  await page.getByLabel("加条件").fill(column);
  await page.getByRole("listbox").getByRole("option", { name: new RegExp(`^${column}`) }).first().click();
  await expect(page.locator(".metric-condition legend").first()).toContainText(column);
}

test("a metric made from nothing counts less with each condition, is kept while it is typed, and scores", async ({ office }) => {
  await onDay(office, "2026-11-27");
  const page = await introduce(office.page, "试验员甲", "云岭镇");
  for (const project of PROJECTS) await signed(page, project);

  await page.goto("./#/assessment/rules?show=metrics");
  await page.getByRole("button", { name: "新建指标" }).click();
  const now = page.locator(".metric-live .now");
  await expect(now).toContainText("4 个");
  await expect(page.getByRole("button", { name: "保存指标" })).toBeDisabled();
  await page.getByLabel("指标名称").fill("亿元以上内资签约");

  await condition(page, "总投资");
  await page.locator(".metric-condition").getByLabel("从", { exact: true }).fill("1");
  await expect(now).toContainText("3 个");
  await expect(page.locator(".metric-live .told")).toContainText("总投资：≥ 1亿元");
  await page.getByRole("button", { name: "完成" }).click();

  await condition(page, "内外资");
  await page.getByRole("radio", { name: "这些除外" }).check();
  await page.getByRole("checkbox", { name: "外资", exact: true }).check();
  await expect(now).toContainText("2 个");
  await expect(page.locator(".metric-conditions li").last()).toContainText("外资除外");

  await page.getByLabel("节点的哪个日期").selectOption("recognised");
  await expect(now).toContainText("1 个");
  await expect(page.locator(".metric-live .told")).toContainText("签约认定日期在本期的项目");
  await page.getByText("看计入的记录").click();
  await expect(page.locator(".metric-live tbody tr")).toHaveCount(1);
  await expectAccessible(page);

  // Looking at what counts loses nothing.
  await page.locator(".metric-live tbody").getByRole("link", { name: "云岭一号项目" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "云岭一号项目" })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("指标名称")).toHaveValue("亿元以上内资签约");
  await expect(now).toContainText("1 个");

  // A condition is changed, and taken away again by undoing it in the form.
  await page.locator(".metric-conditions li", { hasText: "总投资" }).getByRole("button", { name: "修改" }).click();
  await page.locator(".metric-condition").getByLabel("从", { exact: true }).fill("1.0001");
  await expect(now).toContainText("0 个");
  await page.locator(".metric-condition").getByLabel("从", { exact: true }).fill("1");
  await expect(now).toContainText("1 个");

  await page.getByRole("button", { name: "保存指标" }).click();
  const row = page.locator(".metric-list tbody tr", { hasText: "亿元以上内资签约" });
  await expect(row).toContainText("外资除外");
  await row.getByRole("link", { name: "1" }).click();
  await expect(page.locator(".side-panel tbody tr")).toContainText("云岭一号项目");

  await page.goto("./#/assessment/rules");
  await page.getByRole("button", { name: "新建办法" }).click();
  await page.getByRole("menuitem", { name: "从文件导入" }).click();
  await page.getByRole("dialog").locator("input[type=file]").setInputFiles({
    name: "办法.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(RULES)),
  });
  await expect(page.locator(".rule-live")).toContainText("10.00");
});

test("every source has its own questions, in both languages", async ({ newOffice }) => {
  const office = await newOffice({ locale: "en-GB" });
  const page = await office.visitSample("#/assessment/rules?show=metrics&metric=metric_1");
  const now = page.locator(".metric-live .now");
  const count = page.getByLabel("Count", { exact: true });
  await count.selectOption("funds");
  await page.getByRole("checkbox", { name: "Other provinces" }).check();
  await expect(page.locator(".metric-live .told")).toContainText("Funds that arrived in the period, from Other provinces");
  await expect(now).toContainText("CNY");
  await page.getByRole("button", { name: "Add a use" }).click();
  await expect(page.getByLabel("Counts at")).toHaveValue("30");
  // Nothing is discounted before a use is named.
  await expect(page.locator(".metric-live .told")).not.toContainText("30%");
  await page.getByLabel("Use", { exact: true }).fill("流动资金");
  await page.getByLabel("Use", { exact: true }).press("Enter");
  await expect(page.locator(".metric-live .told")).toContainText("流动资金 at 30%");
  await count.selectOption("standing");
  await page.getByRole("checkbox", { name: "Negotiation", exact: true }).check();
  await expect(page.locator(".metric-live .told")).toContainText("Projects at Negotiation on the day");
  await count.selectOption("records");
  await page.getByLabel("Which records").selectOption("reception");
  await expect(page.locator(".metric-group", { hasText: "By which date" })).toContainText("of the record");
  await expect(page.locator(".metric-conditions li")).toHaveCount(0);
  await expectAccessible(page);
  await count.selectOption("entered");
  await expect(page.locator(".metric-group", { hasText: "Under which conditions" })).toContainText("have no conditions");
  await count.selectOption("milestone");
  await page.getByLabel("Where units are scored").selectOption("first_talk");
  await expect(page.getByLabel("Share of the first talk")).toHaveValue("30");
  await page.getByLabel("Time limit").selectOption("registered");
  await expect(page.getByLabel("Months", { exact: true })).toHaveValue("24");
  await expect(page.locator(".metric-live .told")).toContainText("within 24 months of");
  await expectAccessible(page);
});

test("points for over target differ by the size of the target", async ({ office }) => {
  const page = await office.visitSample("#/assessment/rules");
  await page.locator(".sheet-list tbody th a").first().click();
  await page.locator(".rule-tree").getByRole("button", { name: "新开工", exact: true }).click();
  const form = page.locator(".rule-item");
  await form.getByLabel("计分方法").selectOption("over_target");
  await form.locator(".rule-rows").getByRole("button", { name: "加一行" }).click();
  await form.getByLabel("目标从（含）").fill("10");
  await form.locator(".rule-row").getByLabel("每次加分").fill("0.5");
  await expect(page.locator(".rule-tree")).toContainText("及以上的加 0.5 分");
  await expectAccessible(page);
});
