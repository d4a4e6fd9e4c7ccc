// Settings: what an office arranges for itself, and what comes of it elsewhere.
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { begin, register, saved, setField } from "./helpers/work";

test("office, rate and days; a foreign amount is counted at the rate of its day", async ({ office }) => {
  const page = await begin(office, "试验员甲", "云岭镇");
  const address = await register(page, "外资试验项目", "1200万美元");
  const amount = page.locator("[data-field=total_investment]");
  await expect(amount).toContainText("1200万美元");
  await expect(amount).toContainText("未设汇率");

  await page.goto("#/settings/office");
  await setField(page, "办公室名称", "试验县招商服务中心");
  await setField(page, "所在省份", "江苏省");
  const rate = page.getByLabel("1 单位合人民币（元）：美元");
  await rate.fill("七块一");
  await rate.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("请写成 7.1234");
  await rate.fill("7.1234");
  await rate.press("Enter");
  const day = page.getByLabel("汇率日期：美元");
  await expect(day).toHaveValue(/^\d{4}-\d\d-\d\d$/);
  await day.fill("2026年9月1日");
  await day.press("Enter");
  await expect(day).toHaveValue("2026-09-01");
  const days = page.getByLabel("洽谈", { exact: true });
  await days.fill("很多");
  await days.press("Enter");
  await expect(page.getByText("请填 0 到 999 的天数")).toBeVisible();
  await days.fill("45");
  await days.press("Enter");
  await expect(page.getByText("请填 0 到 999 的天数")).toHaveCount(0);
  await expectAccessible(page);
  await saved(page);
  await page.reload();
  await expect(page.getByLabel("办公室名称")).toHaveValue("试验县招商服务中心");
  await expect(rate).toHaveValue("7.1234");
  await expect(days).toHaveValue("45");

  await page.goto(address);
  await expect(amount).toContainText("8548.08万元");
  await expect(amount).toContainText("2026-09-01");
});

test("units and people are added, named anew, merged and taken away, with undo", async ({ office }) => {
  const page = await begin(office, "试验员甲", "云岭镇");
  await page.goto("#/settings/units");
  const name = page.getByLabel("新单位名称");
  const panel = page.locator(".side-panel");
  const row = (text: string) => page.locator("table.records tbody tr", { hasText: text });
  for (const unit of ["城关镇", "高新区"]) {
    await name.fill(unit);
    await name.press("Enter");
    await expect(panel.getByRole("heading", { name: unit })).toBeVisible();
  }
  await panel.getByLabel("单位类别").fill("园区");
  await panel.getByRole("option", { name: "园区" }).click();
  await setField(page, "单位名称", "高新技术产业开发区");
  await expect(row("高新技术产业开发区")).toContainText("园区");
  await name.fill("城关镇");
  await name.press("Enter");
  await expect(page.getByText("请填一个没有用过的名称")).toBeVisible();
  await row("城关镇").getByRole("button", { name: "修改：城关镇" }).click();
  await page.getByRole("menuitem", { name: "并入另一个" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^保留哪一个/).fill("ylz");
  await dialog.getByRole("option", { name: /^云岭镇/ }).click();
  await dialog.getByRole("button", { name: "合并" }).click();
  await expect(row("城关镇")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(row("城关镇")).toHaveCount(1);

  await page.getByRole("link", { name: "人员", exact: true }).click();
  await expect(row("试验员甲")).toContainText("云岭镇");
  const person = page.getByLabel("新人员姓名");
  await person.fill("试验员乙");
  await person.press("Enter");
  await panel.getByLabel("单位", { exact: true }).fill("gxjs");
  await panel.getByRole("option", { name: /高新技术产业开发区/ }).click();
  await expect(row("试验员乙")).toContainText("高新技术产业开发区");
  await row("试验员乙").getByRole("button", { name: "修改：试验员乙" }).click();
  await page.getByRole("menuitem", { name: "删除" }).click();
  await expect(row("试验员乙")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(row("试验员乙")).toHaveCount(1);
  await expectAccessible(page);
});

test("a word of a list is added, renamed in every record, and retired; storage counts what there is", async ({ office }) => {
  const page = await begin(office, "试验员甲", "云岭镇");
  const address = await register(page, "词表试验项目", "1.2亿");
  const industry = page.getByLabel("所属产业", { exact: true });
  await industry.fill("新材料");
  await page.getByRole("option", { name: "新材料", exact: true }).click();
  await saved(page);

  await page.goto("#/settings/lists");
  const word = (name: string) => page.getByLabel(`名称：${name}`, { exact: true });
  const row = (name: string) => page.locator("table.words tbody tr").filter({ has: word(name) });
  await expect(row("新材料").locator("td.number")).toHaveText("1");
  await page.getByLabel("新词").fill("低空经济");
  await page.getByRole("button", { name: "新增", exact: true }).click();
  await expect(row("低空经济")).toHaveCount(1);
  await page.getByLabel("新词").fill("低空经济");
  await page.getByRole("button", { name: "新增", exact: true }).click();
  await expect(page.getByText("列表里已有这个词")).toBeVisible();
  await word("新材料").fill("先进材料");
  await word("新材料").press("Enter");
  await expect(row("先进材料").locator("td.number")).toHaveText("1");
  const offered = page.getByLabel("可选：低空经济", { exact: true });
  await offered.uncheck();
  await expect(row("低空经济")).toHaveAttribute("data-retired", "true");
  const english = page.getByLabel("英文：先进材料");
  await english.fill("Advanced materials");
  await english.press("Enter");
  await expectAccessible(page);

  await page.goto(address);
  await expect(industry).toHaveValue("先进材料");
  await industry.fill("低空");
  await expect(page.getByRole("option", { name: "低空经济", exact: true })).toHaveCount(0);
  await page.keyboard.press("Escape");

  await page.goto("#/settings/appearance");
  await page.getByRole("radio", { name: "English" }).check();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await page.goto(address);
  await expect(page.getByLabel("Industry", { exact: true })).toHaveValue("Advanced materials");
  await page.goto("#/settings/storage");
  const facts = page.locator("dl.facts").last();
  await expect(facts).toContainText("1 project · 0 follow-ups");
  await expect(facts.getByText(/^this workspace \d/)).toBeVisible();
  const backup = await office.download(() => page.getByRole("button", { name: "Back up now" }).click());
  expect(backup.bytes.toString("utf8")).toContain("词表试验项目");
});
