// 分析 and 在岗: what the pipeline and the people of an office come to, and the records behind each number.
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { begin, register, saved, setField } from "./helpers/work";

test("the pipeline's health: every mark opens its records, the chart is a picture and a table", async ({ office }) => {
  const page = await office.visitSample("#/supervision/health");
  const depth = page.locator("figure.chart").first();
  await expect(depth.getByRole("heading", { name: "在库项目数（按阶段）" })).toBeVisible();
  await expectAccessible(page);

  // The number at the end of a bar is that of the table under it, and of the records it opens.
  await depth.getByText("数据表").click();
  const talks = depth.locator("tbody tr").filter({ hasText: "洽谈" });
  const count = (await talks.locator("td").first().innerText()).trim();
  const mark = depth.getByRole("link", { name: `洽谈 ${count}`, exact: true });
  await mark.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "表格" })).toBeVisible();
  await expect(page.locator(".lead [role=status]")).toContainText(new RegExp(`^${count} `));
  await page.goBack();

  const { name, bytes } = await office.download(async () => {
    await depth.getByRole("button", { name: /^在库项目数（按阶段）：/ }).click();
    await page.getByRole("menuitem", { name: "存为图片" }).click();
  });
  expect(name).toMatch(/^在库项目数（按阶段） \d{4}-\d\d-\d\d\.png$/);
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  // More than white paper.
  expect(bytes.length).toBeGreaterThan(5_000);

  // What is chosen stands in the address.
  await page.getByRole("radio", { name: "全部" }).check();
  await expect(page).toHaveURL(/period=all/);
  await page.getByRole("radio", { name: "产业" }).check();
  await expect(page).toHaveURL(/by=industry/);
  const rows = page.locator(".breakdown > .figures-wrap tbody tr");
  const signed = rows.first().getByRole("link").last();
  await expect(signed).toBeVisible();
  const csv = await office.download(async () => {
    await page.locator(".breakdown > header").getByRole("button", { name: /^分类对比 · 产业/ }).click();
    await page.getByRole("menuitem", { name: /CSV/ }).click();
  });
  expect(csv.name).toMatch(/^分类对比 · 产业 .*\.csv$/);
  expect(csv.bytes.toString("utf8")).toContain("签约率");

  // The target is the county's of 考核; what is missing follows, and can be undone.
  const gap = page.locator(".gap");
  const before = await gap.getByLabel("年度签约目标（金额）").inputValue();
  expect(before).not.toBe("");
  await gap.getByLabel("年度签约目标（金额）").fill("500亿");
  await gap.getByLabel("年度签约目标（金额）").press("Enter");
  await expect(gap.locator(".covers dd")).toContainText("%");
  await gap.getByLabel("年度签约目标（个数）").fill("很多");
  await gap.getByLabel("年度签约目标（个数）").press("Enter");
  await expect(gap).toContainText("请填 0 到 99999 的整数");
  await page.goto("./#/assessment/targets");
  await expect(page.locator(".targets tbody tr").first()).toContainText("全县");
  await expect(page.locator(".targets tbody tr").first().locator("input").nth(1)).toHaveValue("5,000,000");
  await page.goto("./#/supervision/health");
  await page.getByRole("button", { name: /^撤销/ }).first().click();
  await expect(gap.getByLabel("年度签约目标（金额）")).toHaveValue(before);
});

test("the month of a recruiter: recorded and declared, a card that prints, no tracking", async ({ newOffice }) => {
  const office = await newOffice();
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  await register(page, "在岗试验项目", "1亿元");
  await setField(page, "跟踪负责人", "试验员甲");
  await saved(page);
  await page.goto("./#/actions/posts");
  await expect(page.locator(".posts")).toContainText("不定位、不打卡、不暗中跟踪");
  await expectAccessible(page);
  const row = page.locator(".posts tbody tr").filter({ hasText: "试验员甲" });
  await expect(row).toHaveCount(1);
  await row.getByRole("link", { name: "试验员甲" }).click();
  const card = page.locator(".month-card");
  await expect(card.locator("section").filter({ hasText: "新增线索" })).toContainText("在岗试验项目");
  await expect(card).toContainText("本月未申报");
  await expectAccessible(page);

  await card.getByRole("button", { name: "申报在岗" }).click();
  const panel = page.locator(".side-panel");
  await panel.getByLabel("在岗天数").fill("9");
  await panel.getByLabel("在岗天数").press("Enter");
  await saved(page);
  await page.locator(".switch").getByRole("link", { name: "在岗" }).click();
  // F3 of the published rule: nine days give eight points.
  const cells = page.locator(".posts tbody tr").filter({ hasText: "试验员甲" }).locator("td");
  await expect(cells.nth(-4)).toHaveText("9");
  await expect(cells.nth(-1)).toHaveText("8");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".posts tbody tr").first()).toBeVisible();
});

test("teams: what a station yields stands above the stations", async ({ newOffice }) => {
  const office = await newOffice();
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  await page.goto("./#/actions/teams");
  await page.getByRole("button", { name: "登记驻点" }).first().click();
  const panel = page.locator(".side-panel");
  await panel.getByLabel("驻点名称").fill("上海驻点");
  await panel.getByLabel("驻点名称").press("Enter");
  await saved(page);
  const summary = page.locator(".team-summary");
  await expect(summary.getByRole("heading", { name: "驻点成效" })).toBeVisible();
  await expect(summary.locator("tbody tr")).toContainText("上海驻点");
  await summary.getByRole("link", { name: "渠道和引荐人的转化" }).click();
  await expect(page).toHaveURL(/health\?by=channel&period=all/);
});
