// The page of one project: registering it, working on it, and looking back.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import type { Office } from "./helpers/office";
import { expect, test } from "./helpers/test";

const NAME = "年产八万吨再生铝合金试验项目";

async function register(office: Office): Promise<Page> {
  const page = await office.visitSample("#/project/new");
  await page.getByLabel(/^项目名称/).fill(NAME);
  await create(page, "投资方", "试验再生金属有限公司");
  await page.getByLabel("总投资", { exact: true }).fill("1.2亿");
  await create(page, "责任单位", "试验产业园");
  await create(page, "跟踪负责人", "试验员甲");
  await page.getByLabel("客商联系人", { exact: true }).fill("试验客商乙");
  await page.getByLabel("客商电话").fill("13800000000");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
  return page;
}

/** Types a name into a combo box and creates the record. */
async function create(page: Page, field: string, name: string): Promise<void> {
  await page.getByLabel(field, { exact: true }).fill(name);
  await page.getByRole("option", { name: `新建“${name}”` }).click();
}

const history = async (page: Page) => {
  await page.getByText("变更记录").click();
  return page.locator(".history");
};

test("seven things make a project with its investor, unit, owner and contact", async ({ office }) => {
  const page = await register(office);
  await expect(page.getByLabel("投资方", { exact: true })).toHaveValue("试验再生金属有限公司");
  await expect(page.getByLabel("责任单位", { exact: true })).toHaveValue("试验产业园");
  await expect(page.getByRole("link", { name: "13800000000" })).toHaveAttribute("href", "tel:13800000000");
  await page.getByRole("button", { name: "撤销" }).first().click();
  await expect(page.getByText("没有这个项目")).toBeVisible();
});

test("a draft survives a look elsewhere, and a likely duplicate is named", async ({ office }) => {
  const page = await register(office);
  await page.goto("#/project/new");
  await page.getByLabel(/^项目名称/).fill(NAME);
  await expect(page.locator(".maybe-same").getByRole("link", { name: NAME })).toBeVisible();
  await page.goto("#/today");
  await page.goto("#/project/new");
  await expect(page.getByLabel(/^项目名称/)).toHaveValue(NAME);
  await page.getByRole("button", { name: "放弃草稿" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "放弃草稿" }).click();
  await expect(page.locator(".board")).toBeVisible();
});

test("a follow-up is noted in one line, with its next step in words", async ({ office }) => {
  const page = await register(office);
  const line = page.getByPlaceholder("记一笔跟进，回车保存");
  await line.fill("电话沟通用地需求");
  await line.press("Enter");
  await expect(page.locator(".follow-up")).toHaveCount(1);
  await expect(page.locator(".follow-up")).toContainText("今天");
  await page.getByRole("button", { name: "下一步", exact: true }).click();
  await page.getByPlaceholder(/送审协议/).fill("明天 送审协议");
  await line.fill("来县里看地");
  await line.press("Enter");
  const newest = page.locator(".follow-up").first();
  await expect(newest).toContainText("来县里看地");
  await expect(newest.locator(".next")).toContainText("明天");
  await newest.getByLabel("送审协议").check();
  await expect(newest.locator(".next")).toHaveAttribute("data-done", "true");
});

test("a change reads as a sentence and can be taken back from the history", async ({ office }) => {
  const page = await register(office);
  const total = page.getByLabel("总投资", { exact: true });
  await total.fill("1.5亿");
  await total.press("Enter");
  const told = await history(page);
  await expect(told).toContainText("将总投资由 1.2亿元 改为 1.5亿元");
  const before = told.locator("p", { hasText: "填写总投资：1.2亿元" });
  await before.getByRole("button", { name: "改回此值" }).click();
  await expect(total).toHaveValue("12000");
});

test("a foreign amount keeps its currency", async ({ office }) => {
  const page = await register(office);
  const total = page.getByLabel("总投资", { exact: true });
  await total.fill("1200万美元");
  await total.press("Enter");
  await expect(page.locator("[data-field=total_investment]")).toContainText("1200万美元");
});

test("milestones, arrived funds, exit and return", async ({ office }) => {
  const page = await register(office);
  await page.getByRole("list", { name: "阶段" }).getByRole("button", { name: "签约" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("协议扫描件").fill("QY-2026-019");
  await dialog.getByRole("radio", { name: "已认定" }).check();
  await dialog.getByLabel("审核人").fill("试验员甲");
  await dialog.getByRole("button", { name: "登记" }).click();
  const milestones = page.locator(".milestones > li");
  await expect(milestones.filter({ hasText: "QY-2026-019" })).toContainText("已认定");

  await page.getByRole("button", { name: "登记到资" }).click();
  await page.locator(".new-tranche").getByLabel("到资金额").fill("3000万");
  await page.locator(".new-tranche").getByRole("button", { name: "记下" }).click();
  await expect(page.locator("tfoot")).toContainText("25%");

  await page.getByRole("button", { name: "更多操作" }).click();
  await page.getByRole("menuitem", { name: "流失" }).click();
  await dialog.getByLabel("原因").fill("落户外地");
  await dialog.getByRole("option", { name: "落户外地" }).click();
  await dialog.getByRole("button", { name: "登记" }).click();
  await expect(page.locator(".banner", { hasText: "落户外地" })).toBeVisible();
  await page.getByRole("button", { name: "恢复推进" }).click();
  await expect(page.locator(".banner", { hasText: "落户外地" })).toHaveCount(0);
});

test("every group of facts unfolds", async ({ office }) => {
  const page = await register(office);
  const group = page.locator("details.fact-group", { hasText: "用地与载体" });
  await group.locator("summary").click();
  const land = group.getByLabel("用地面积");
  await land.fill("120");
  await land.press("Enter");
  await expect(group.locator("summary")).toContainText("已填 1/");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`has no accessibility violation (${colorScheme})`, async ({ newOffice }) => {
    const office = await newOffice({ colorScheme });
    const page = await register(office);
    for (const group of await page.locator("details.fact-group > summary").all()) await group.click();
    await expectAccessible(page);
    await page.getByRole("list", { name: "阶段" }).getByRole("button", { name: "开工" }).click();
    await expectAccessible(page, "dialog[open]");
    await page.keyboard.press("Escape");
    await page.goto("#/project/new");
    await expectAccessible(page);
  });
}
