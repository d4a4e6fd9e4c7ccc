// 外出招商: a trip is filed, closed and counted by who took part; a ledger of trips comes in whole and goes whole.
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { begin, saved, setField } from "./helpers/work";

const ledger = path.join(import.meta.dirname, "../data/ledgers/outbound-trips.xlsx");

type Trip = {
  unit: string; leader: string; kind: string; start: string; end: string; days: number; place: string; leads: number;
  companies: string[];
};
const expected = async (): Promise<Trip[]> =>
  (JSON.parse(await readFile(ledger.replace(".xlsx", ".expected.json"), "utf8")) as { rows: Trip[] }).rows;

test("a trip is filed and closed, and counts for its unit by who took part", async ({ office }) => {
  await begin(office, "试验员甲", "云岭镇");
  const { page } = office;
  await page.goto("./#/actions/trips");
  await page.getByRole("button", { name: /^登记外出招商/ }).first().click();
  const panel = page.locator(".side-panel");
  const standing = panel.locator(".trip-standing");
  await expect(standing).toContainText("独立 · 在外");
  await expect(standing).toContainText("没有带队人");
  await expect(standing).toContainText("出发前没有备案");
  await setField(page, "目的地", "上海");
  await setField(page, "费用", "2万");
  const today = await panel.getByLabel("出发日期").inputValue();
  await setField(page, "返回日期", today);
  await expect(standing).toContainText("独立 · 1 天 · 在外");
  await expect(panel.getByLabel("单位", { exact: true }).first()).toHaveValue("云岭镇");
  await standing.getByRole("button", { name: "备案" }).click();
  await expect(standing).toContainText(`${today} 备案`);
  await expect(standing).not.toContainText("出发前没有备案");
  await standing.getByRole("button", { name: "销假" }).click();
  await expect(standing).toContainText(`${today} 销假`);
  await expect(standing).toContainText("没有写成果");
  await expectAccessible(page);
  await saved(page);

  // By unit: one trip of its own, and the number opens the trip.
  await page.goto("./#/actions/trips?show=units&span=month");
  const row = page.locator(".summed tbody tr", { hasText: "云岭镇" });
  await expect(row.locator("td, th")).toHaveText(
    ["1", "云岭镇", "1", "–", "–", "1", /\d|–/, "1", "–", "–", "–", "2", "–", "上海"]);
  await expect(page.locator(".summed tfoot")).toContainText("合计");
  await expectAccessible(page);
  const { name, bytes } = await office.download(async () => {
    await page.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: /CSV/ }).click();
  });
  expect(name).toMatch(/外出.*\.csv$/);
  expect(bytes.toString("utf8")).toContain("序号,单位,外出次数（次）,其中：带队,其中：跟随,其中：独立,");
  await row.getByRole("link", { name: "1", exact: true }).first().click();
  await expect(page.locator(".grid [data-index]")).toHaveCount(1);
});

test("heads of units have a month and a year, and any months can be chosen", async ({ office }) => {
  await begin(office, "试验员甲", "云岭镇");
  const { page } = office;
  await page.goto("./#/actions/trips");
  await page.getByRole("button", { name: /^登记外出招商/ }).first().click();
  await page.goto("./#/actions/trips?show=heads&span=month");
  await expect(page.locator(".summed thead")).toHaveText("序号责任单位驻外天数本月累计");
  await page.getByRole("radio", { name: "自选月份" }).check();
  await expect(page.locator(".period-choice select")).toHaveCount(2);
  await expectAccessible(page);
});

/** The texts of a table's rows, read at once. */
const texts = (page: Page, rows: string): Promise<string[][]> =>
  page.locator(rows).evaluateAll((all) => all.map((row) =>
    [...row.children].map((cell) => cell.textContent?.trim() ?? "")));

/** Chooses the ledger of trips and has its rows read. */
async function check(page: Page): Promise<void> {
  await page.locator("input[type=file]").setInputFiles(ledger);
  await expect(page.getByRole("radio", { name: "外出招商台账" })).toBeChecked();
  await page.getByRole("button", { name: "核对各行" }).click();
  await expect(page.locator(".trip-rows")).toBeVisible();
}

const write = (page: Page) => page.locator(".import-bar").getByRole("button", { name: "导入", exact: true });

test("a ledger of trips is read row by row, and its units are counted as it says", async ({ office }) => {
  await begin(office, "试验员甲", "招商服务中心");
  const { page } = office;
  const rows = await expected();
  await page.goto("./#/import");
  await check(page);
  await expect(page.locator("[data-test=trip-counts]")).toHaveText("新增 45");
  const kind = (trip: Trip) => (trip.kind === "accompanied" ? "跟随" : "独立");
  const zero = (n: number) => (n === 0 ? "–" : String(n));
  const read = await texts(page, ".trip-rows tbody tr");
  expect(read.map((cells) => cells.slice(2))).toEqual(rows.map((trip) => [
    trip.unit, trip.leader, kind(trip), trip.start, trip.end, String(trip.days), trip.place,
    trip.companies.join("、"), zero(trip.leads)]));
  await expectAccessible(page);
  await expect(page.locator(".import-bar")).toContainText("将新增 45 次外出");
  await write(page).click();
  await expect(page.locator(".import-done .tally")).toContainText("已新增 45 次外出");

  // The split by unit, for the year of the ledger. The office's own unit did not go out.
  await page.goto("./#/actions/trips?show=units&span=2026-01..2026-12");
  await expect(page.locator(".summed tfoot")).toBeVisible();
  const counted = new Map((await texts(page, ".summed tbody tr")).map((cells) => [cells[1], cells]));
  const sum = (unit: string, pick: (trip: Trip) => number) =>
    zero(rows.filter((trip) => trip.unit === unit).map(pick).reduce((a, b) => a + b, 0));
  for (const unit of new Set(rows.map((trip) => trip.unit))) {
    const cells = counted.get(unit) ?? [];
    expect([cells[2], ...cells.slice(4, 6), ...cells.slice(7, 10)], unit).toEqual([
      sum(unit, () => 1),
      sum(unit, (trip) => Number(trip.kind === "accompanied")),
      sum(unit, (trip) => Number(trip.kind === "independent")),
      sum(unit, (trip) => trip.days),
      sum(unit, (trip) => trip.companies.length),
      sum(unit, (trip) => trip.leads)]);
  }
  expect(counted.get("招商服务中心")?.at(-1)).toBe("未外出");
});

test("a ledger of trips imported twice changes nothing, and is taken back whole", async ({ office }) => {
  await begin(office, "试验员甲", "招商服务中心");
  const { page } = office;
  await page.goto("./#/import");
  await check(page);
  await write(page).click();
  await expect(page.locator(".import-done .tally")).toContainText("已新增 45 次外出");
  await page.getByRole("button", { name: "换一个文件" }).click();
  await check(page);
  await expect(page.locator("[data-test=trip-counts]")).toHaveText("无变化 45");
  await expect(write(page)).toBeDisabled();

  await page.getByRole("button", { name: "换一个文件" }).click();
  await page.locator(".past-imports").getByRole("button", { name: "整批撤回" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("撤去 45 次外出");
  await dialog.getByRole("button", { name: "整批撤回" }).click();
  await saved(page);
  await page.goto("./#/actions/trips");
  await expect(page.locator(".empty-state")).toContainText("还没有外出招商");
});

test("receptions are counted for a period, and the numbers lead to the records", async ({ office }) => {
  await begin(office, "试验员甲", "云岭镇");
  const { page } = office;
  await page.goto("./#/actions/receptions");
  await page.getByRole("button", { name: /^登记来访接待/ }).first().click();
  await setField(page, "来访人数", "6");
  await setField(page, "意向投资额", "3000万");
  await page.goto("./#/actions/receptions?show=units&span=month");
  const row = page.locator(".summed tbody tr", { hasText: "云岭镇" });
  await expect(row.locator("td, th")).toHaveText(["1", "云岭镇", "1", "6", "1", "3,000", "–"]);
  await expect(page.locator(".summed-page .line")).toContainText("接待 1 批 6 人次，新增意向 1 个");
  await expectAccessible(page);
  await row.getByRole("link", { name: "3,000" }).click();
  await expect(page.locator(".grid [data-index]")).toHaveCount(1);
});

test("events and leaders are counted for a period", async ({ office }) => {
  await begin(office, "试验员甲", "云岭镇");
  const { page } = office;
  await page.goto("./#/actions/events");
  await page.getByRole("button", { name: /^登记招商活动/ }).first().click();
  await setField(page, "活动名称", "新材料推介会");
  await setField(page, "对接客商数", "12");
  await page.goto("./#/actions/events?show=events");
  await expect(page.locator(".summed tbody tr")).toContainText(["新材料推介会"]);
  await page.getByRole("link", { name: "新材料推介会" }).click();
  await expect(page.locator(".side-panel")).toContainText("新材料推介会");

  await page.goto("./#/actions/leaders");
  await page.getByRole("button", { name: /^登记领导招商活动/ }).first().click();
  await setField(page, "事项", "会见客商");
  await page.goto("./#/actions/leaders?show=leaders");
  await expect(page.locator(".summed thead")).toContainText("研究方案参加活动关注项目会见客商协调问题");
  await expect(page.locator(".summed tfoot")).toContainText("合计");
});

test("rows of a ledger of trips that are left out are told apart from sums, and go to a file", async ({ office }) => {
  await begin(office, "试验员甲", "招商服务中心");
  const { page } = office;
  await page.goto("./#/import");
  const rows = [
    ["单位", "带队领导", "职务", "出发时间", "返回时间", "天数", "目的地", "拜访企业"],
    ["云岭镇", "张三丰", "镇长", "2026-09-01", "2026-09-02", "2", "上海", "甲公司"],
    ["云岭镇", "张三丰", "镇长", "2026-09-05", "2026-09-04", "1", "苏州", "乙公司"],
    ["城关镇", "李四光", "镇长", "2026-09-07", "2026-09-08", "2", "无锡", "丙公司"],
    ["合计", "", "", "", "", "5", "", ""],
  ];
  const paste = page.getByLabel("或在此粘贴从表格复制的单元格");
  await paste.fill(rows.map((row) => row.join("\t")).join("\n"));
  await paste.press("Tab");
  await expect(page.getByRole("radio", { name: "外出招商台账" })).toBeChecked();
  const others = page.locator(".other-rows");
  await others.locator("summary").click();
  await expect(others).toContainText("另有 1 行不是外出");
  await expect(others.getByRole("checkbox", { name: "当作外出" })).toHaveCount(1);
  await page.getByRole("button", { name: "核对各行" }).click();
  await expect(page.locator(".trip-rows tbody tr").first()).toContainText("不导入：返回早于出发");
  await write(page).click();
  const { name, bytes } = await office.download(() => page.getByRole("button", { name: /未导入/ }).click());
  expect(name).toMatch(/\.xlsx$/);
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
});
