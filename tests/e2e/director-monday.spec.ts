// A director's Monday in the sample county: what is wrong, with whom, since when; and each number opens its records.
import type { Page } from "@playwright/test";
import { expect, test } from "./helpers/test";

/** A Monday. */
const TODAY = new Date("2026-09-28T08:30:00+08:00");

test.describe.configure({ timeout: 240_000 });
test.use({ actionTimeout: 15_000 });

/** Leads to a page of supervision, as its links do. */
async function open(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "监督" }).getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
}

/** The number of records that the table shows, as its head says. */
const matched = async (page: Page): Promise<number> =>
  Number((await page.locator(".page-head .lead [role=status], .page-head [role=status]").first().innerText()).match(/^[\d,]+/)?.[0].replace(",", "") ?? "NaN");

test("on Monday morning the director finds what is wrong, and has it on paper", async ({ office }) => {
  const { page } = office;
  await office.context.clock.setFixedTime(TODAY);
  await page.addInitScript(() => {
    window.print = () => { document.documentElement.dataset.printed = document.title; };
  });
  await office.visit("#/first-run");
  await page.getByRole("button", { name: "看看示例县" }).click();
  await page.locator(".sample-strip").waitFor();
  await page.locator(".rail").getByRole("link", { name: "今日", exact: true }).click();
  await expect(page.getByText("以下是全部项目")).toBeVisible();

  // Today says what is red, and leads to all of it.
  const reds = page.locator(".day-list", { hasText: "红灯预警" });
  await expect(reds.locator("li").first().locator(".light")).toHaveAttribute("data-level", "red");
  await reds.getByRole("link", { name: "查看全部预警" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "预警", exact: true })).toBeVisible();

  // By unit, then by person: the number of reds is the number of lines it opens.
  const list = page.locator(".warning-list tbody tr");
  for (const by of ["按单位", "按人员"]) {
    await page.getByRole("radio", { name: by, exact: true }).check({ force: true });
    const number = page.locator(".counts tbody tr td:nth-child(2) a").first();
    const count = Number(await number.innerText());
    await number.click();
    await expect(list).toHaveCount(count);
    await expect(list.locator(".light[data-level=yellow]")).toHaveCount(0);
    await page.getByRole("button", { name: "清除筛选", exact: true }).click();
    await expect.poll(() => list.count()).toBeGreaterThan(count);
  }

  // A red project says why it is red, who is to act, what clears it, and how it stood over the year.
  await page.getByRole("radio", { name: /^红灯/ }).check({ force: true });
  const first = list.first();
  const name = await first.locator("th a").innerText();
  const reason = (await first.locator("td").nth(1).innerText()).split("\n")[0]!;
  await first.locator("th a").click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.locator(".track .light")).toHaveAttribute("data-level", "red");
  const warnings = page.locator(".panel.warnings");
  await expect(warnings.locator("> ul > li").first()).toContainText(reason.slice(0, 6));
  const strip = warnings.locator(".light-strip li");
  await expect(strip).toHaveCount(12);
  await expect(strip.last()).toContainText("今天 红灯");

  // Who answers for what: the parts are the whole, and money opens its projects.
  await page.locator(".rail").getByRole("link", { name: "监督", exact: true }).click();
  await open(page, "责任");
  const lines = page.locator(".responsibility-table tbody tr");
  const projects = (await lines.locator("td:nth-child(2)").allInnerTexts()).map(Number);
  await expect(page.locator(".responsibility-table tfoot td").first()).toHaveText(String(projects.reduce((a, b) => a + b, 0)));
  await expect(page.locator(".responsibility section h2")).toHaveText("责任未落实的项目");
  await lines.first().locator("td").nth(-3).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "表格" })).toBeVisible();
  expect(await matched(page)).toBeLessThanOrEqual(projects[0]!);
  await page.goBack();

  // Problems by department: who has how many, for how long.
  await open(page, "问题要素");
  await page.getByRole("radio", { name: "部门响应" }).check({ force: true });
  const department = page.locator(".sums tbody tr").first();
  const late = Number(await department.locator("td").first().innerText());
  expect(late).toBeGreaterThan(0);
  await department.locator("td a").first().click();
  await expect(page.locator(".grid [data-index]")).toHaveCount(late);
  await expect(page.locator(".grid [data-index='0']")).toContainText(/\d/);

  // Promises: what is due and unpaid, in money, and to whom.
  await open(page, "政策兑现");
  const owed = page.locator(".strip .figures > div").first();
  await expect(owed).toContainText(/应兑未兑 \d/);
  await expect(owed.locator(".light")).toHaveAttribute("data-level", "red");
  const promises = Number((await owed.locator("dt").innerText()).match(/\d+/)![0]);
  await owed.getByRole("link").click();
  await expect(page.locator(".grid [data-index]")).toHaveCount(promises);
  await page.getByRole("radio", { name: "按部门" }).check({ force: true });
  await expect(page.locator(".sums tfoot")).toContainText("合计");

  // The health of the pipeline: a bar of the chart opens as many projects as it says.
  await open(page, "分析");
  const depth = page.locator("figure.chart").first();
  await depth.getByText("数据表").click();
  const signed = depth.locator("tbody tr").filter({ hasText: "签约" });
  const count = (await signed.locator("td").first().innerText()).trim();
  await depth.getByRole("link", { name: `签约 ${count}`, exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "表格" })).toBeVisible();
  expect(await matched(page)).toBe(Number(count));
  await page.goBack();

  // What inspectors found goes by on the wall.
  await open(page, "督查");
  await page.getByRole("button", { name: "幻灯放映" }).click();
  const slide = page.locator(".slides article[data-current=true]");
  const finding = await slide.getByRole("heading", { level: 1 }).innerText();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".slides output")).toHaveText(/^2 \/ \d+$/);
  expect(await slide.getByRole("heading", { level: 1 }).innerText()).not.toBe("");
  expect(finding).not.toBe("");
  await page.keyboard.press("Escape");
  await expect(page.locator(".slides")).toHaveCount(0);

  // Who went out, of each kind; and the table goes to the meeting, as a file and on paper.
  await page.locator(".rail").getByRole("link", { name: "行动", exact: true }).click();
  await page.getByRole("navigation", { name: "行动" }).getByRole("link", { name: "外出" }).click();
  await page.getByRole("radio", { name: "分单位" }).check({ force: true });
  await page.getByRole("radio", { name: "本年" }).check({ force: true });
  const total = page.locator(".summed tfoot td");
  await expect(total.first()).toBeVisible();
  const kinds = (await page.locator(".summed tfoot td").allInnerTexts()).slice(3, 6);
  for (const kind of kinds) expect(Number(kind)).toBeGreaterThan(0);
  const file = await office.download(async () => {
    await page.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: /Excel/ }).click();
  });
  expect(file.name).toMatch(/^外出.*2026-09-28\.xlsx$/);
  expect(file.bytes.subarray(0, 2).toString()).toBe("PK");
  await page.getByRole("button", { name: "导出" }).click();
  await page.getByRole("menuitem", { name: "打印" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-printed", /外出/);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".summed tbody tr", { hasText: "县招商服务中心" })).toBeVisible();
});
