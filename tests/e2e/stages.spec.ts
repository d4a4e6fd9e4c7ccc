// One project through its whole life: from planning to full capacity, with evidence for each milestone.
import type { Page } from "@playwright/test";
import { expect, test } from "./helpers/test";
import { begin, register, saved } from "./helpers/work";

const NAME = "年产十万吨锂电材料试验项目";

/** The stages after the first, with the milestones that are passed on the way, and the evidence asked for. */
const LIFE: { stage: string; passed?: string; evidence: string[] }[] = [
  { stage: "洽谈", evidence: ["考察报告", "研判意见"] },
  { stage: "签约", evidence: ["协议扫描件"] },
  { stage: "落地", passed: "注册", evidence: ["营业执照", "土地手续", "缴款凭证"] },
  { stage: "开工", evidence: ["施工许可证", "现场照片", "备案证"] },
  { stage: "竣工", passed: "入统", evidence: ["竣工验收表", "审计报告"] },
  { stage: "投产", evidence: ["首张发票", "用电凭证", "入规通知"] },
  { stage: "达效", evidence: ["完税证明", "审计报告"] },
];

/** The day `days` before today, as the page writes it. */
const before = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });

/** Dates a milestone and files its evidence in the open dialog. */
async function recognise(page: Page, on: string, evidence: string[], number: string, passed?: [string, string]): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^发生日期/).fill(on);
  if (passed) {
    await dialog.getByText("途经的节点").click();
    await dialog.getByLabel(passed[0], { exact: true }).fill(passed[1]);
  }
  for (const kind of evidence) await dialog.getByLabel(kind, { exact: true }).fill(`${kind}${number}`);
  await dialog.getByRole("radio", { name: "已认定" }).check();
  await dialog.getByLabel("审核人").fill("试验员乙");
  await dialog.getByRole("button", { name: "登记" }).click();
  await expect(dialog).toHaveCount(0);
}

test("a project goes from 谋划 to 达效 with evidence for each milestone, and its history tells all of it", async ({ office }) => {
  await begin(office, "试验员甲", "云岭镇");
  const { page } = office;
  await register(page, NAME, "12亿");
  const steps = page.getByRole("list", { name: "阶段" });
  await steps.getByRole("button", { name: "谋划" }).click();
  await recognise(page, before(800), ["项目建议书"], "-0");
  for (const [at, { stage, passed, evidence }] of LIFE.entries()) {
    const on = before(700 - at * 100);
    await steps.getByRole("button", { name: stage }).click();
    await recognise(page, on, evidence, `-${String(at + 1)}`, passed === undefined ? undefined : [passed, before(730 - at * 100)]);
    const step = steps.getByRole("listitem").filter({ hasText: stage });
    await expect(step.getByRole("button")).toHaveAttribute("aria-current", "step");
    await expect(step.locator("time")).toHaveAttribute("datetime", on);
  }

  const milestones = page.locator(".milestones > li");
  await expect(milestones).toHaveCount(10);
  await expect(page.locator(".milestones > li[data-reached]")).toHaveCount(10);
  await expect(milestones.filter({ hasText: "落地" })).toContainText("缴款凭证-3");
  // Nothing that is usually asked for is missing but where nobody was asked: on the way.
  await expect(page.locator(".milestones > li", { hasText: "缺" })).toHaveCount(2);

  // One undo takes a step back as a whole, one redo does it again.
  await page.keyboard.press("Control+z");
  await expect(steps.locator("[aria-current=step]")).toContainText("投产");
  await expect(page.locator(".milestones > li", { hasText: "达效" })).not.toContainText("完税证明-7");
  await page.keyboard.press("Control+Shift+z");
  await expect(steps.locator("[aria-current=step]")).toContainText("达效");
  await saved(page);
  await page.reload();
  await page.getByText("变更记录").click();
  const history = page.locator(".history");
  for (const [at, { stage, evidence }] of LIFE.entries()) {
    const entries = history.getByRole("listitem").filter({ hasText: `填写${stage} · 时间：${before(700 - at * 100)}` });
    // The last step was redone, and its history says so.
    await expect(entries).toHaveCount(stage === "达效" ? 2 : 1);
    const entry = entries.first();
    await expect(entry).toContainText("试验员甲");
    await expect(entry).toContainText(`${stage} · 审核状态：已认定`);
    for (const kind of evidence) await expect(entry).toContainText(`${stage} · 佐证材料 · ${kind}：${kind}-${String(at + 1)}`);
  }
  await expect(history.getByRole("listitem").last()).toContainText("登记了项目");

  await page.goto("#/projects/board");
  await expect(page.locator("[data-column=at_capacity] .card", { hasText: NAME })).toBeVisible();
});
