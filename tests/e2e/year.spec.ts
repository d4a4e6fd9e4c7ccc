// A year in the sample county: targets are set, months pass, a hearing is held, a round is published, a correction comes
// late, and the bulletin says what the pages say.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { later, register, saved, setField, sign } from "./helpers/work";
import { unzip } from "./helpers/workbook";

const UNIT = "青禾镇";
const PROJECT = "青禾年度试验项目";

const progress = (page: Page) => page.locator(".sums tbody tr").filter({ hasText: UNIT });

test("targets in, months pass, a hearing, a published round, a late correction, a bulletin", async ({ office }) => {
  test.setTimeout(240_000);
  const { page } = office;
  await office.context.clock.setFixedTime(new Date("2026-01-05T10:00:00+08:00"));
  await office.visitSample("#/assessment/targets");
  const target = page.getByLabel(`${UNIT} · 新签约项目`);
  await target.fill("7");
  await target.press("Enter");
  await saved(page);

  // February: a project is signed within the round that is on.
  await later(office, "2026-02-20", "#/today");
  const project = await register(page, PROJECT, "3亿元");
  await setField(page, "责任单位", UNIT);
  await sign(page, { day: "2026-02-20", evidence: "QY-2026-1" });
  await page.goto("./#/assessment/progress?metric=signed");
  await expect(progress(page).locator("td").nth(1)).toHaveText("7");
  const done = Number(await progress(page).locator("td").nth(2).innerText());
  expect(done).toBeGreaterThanOrEqual(1);

  // March: the round is over; its result is published.
  await later(office, "2026-03-12", "#/assessment/contests");
  await expect(page.locator(".round .stands")).toContainText("已结束");
  await page.getByRole("button", { name: "发布" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "发布" }).click();
  await expect(page.locator(".frozen")).toContainText("SHA-256");
  const result = new URL(page.url()).hash;

  // April: the hearing; the unit promises two more.
  await later(office, "2026-04-02", "#/assessment/hearings");
  await page.getByRole("button", { name: "新建过堂会" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^会议名称/).fill("一季度过堂会");
  await dialog.getByRole("button", { name: "建立" }).click();
  await page.getByRole("button", { name: "开始过堂" }).click();
  const mode = page.locator(".hearing-mode");
  await mode.locator(".units").getByRole("button", { name: UNIT }).click();
  await expect(mode.getByRole("heading", { level: 1 })).toHaveText(UNIT);
  await expect(mode.locator(".figures tbody tr").filter({ hasText: "新签约项目" })).toContainText("7");
  await page.keyboard.press("p");
  await page.getByLabel("承诺指标").selectOption("signed");
  await page.getByLabel("累计达到").fill(String(done + 2));
  await page.getByLabel("兑现时限").fill("2026-06-30");
  await page.getByLabel("累计达到").press("Enter");
  await expect(mode.locator(".next-pledges li")).toContainText(`新签约项目累计达到 ${done + 2}个`);
  await saved(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.locator(".minutes")).toContainText(`新签约项目累计达到 ${done + 2}个`);

  // May: the agreement turns out to be signed after the round. The published result stays and shows what changed.
  await later(office, "2026-05-08", project);
  await sign(page, { day: "2026-04-15" });
  await page.goto(`./${result}`);
  await expect(page.locator(".corrections tbody tr").filter({ hasText: UNIT })).toBeVisible();
  await page.getByRole("button", { name: "重新计算" }).click();
  await expect(page.locator(".frozen .banner")).toContainText("逐字节相同");

  // July: the promise is over and was not kept; the bulletin of the half-year says what the progress page says.
  await later(office, "2026-07-06", "#/assessment/hearings?show=pledges");
  await page.getByLabel("状态").selectOption("broken");
  await expect(page.locator(".sums tbody tr").filter({ hasText: `新签约项目累计达到 ${done + 2}个` })).toBeVisible();
  await page.goto("./#/assessment/progress?metric=signed");
  const all = (await page.locator(".sums tfoot td").nth(2).innerText()).trim();
  await page.goto("./#/assessment/bulletins");
  await page.getByRole("button", { name: "新通报" }).first().click();
  await dialog.getByRole("button", { name: "新建" }).click();
  const paper = page.locator(".paper");
  await expect(paper).toContainText(`新签约项目${all}个`);
  await expectAccessible(page);
  const file = await office.download(() => page.getByRole("button", { name: "Word" }).click());
  const text = unzip(file.bytes).get("word/document.xml")!.replace(/<[^>]+>/g, "");
  expect(text).toContain(`新签约项目${all}个`);
});
