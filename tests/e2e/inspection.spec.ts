// 督查: findings with photos, as slides, and sent along; 观摩: the stops of an event and its route sheet.
import { expectAccessible } from "./helpers/axe";
import { merge, type Carried } from "./helpers/exchange";
import { photo } from "./helpers/files";
import { expect, test } from "./helpers/test";
import { begin, register, saved, setField } from "./helpers/work";

test("a finding gets a photo, is shown as a slide, corrected, and travels with its photo", async ({ newOffice }) => {
  const [office, other] = [await newOffice(), await newOffice()];
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  await page.goto("./#/supervision/inspections");
  await page.getByRole("button", { name: "登记督查发现" }).first().click();
  const panel = page.locator(".side-panel");
  await setField(page, "发现问题", "现场无人施工");
  await setField(page, "督查批次", "三季度督查");
  await setField(page, "地点", "云岭镇工业集中区");
  await setField(page, "整改期限", "2026-03-01");
  await panel.locator("input[type=file]").setInputFiles(photo("围挡.png", 3));
  await expect(panel.locator(".tiles img")).toBeVisible();
  await expectAccessible(page);
  await expect(page.locator(".work-summary")).toContainText("待整改 1 条");
  await expect(page.locator(".work-summary .light")).toContainText("逾期 1 条");

  await page.getByRole("button", { name: "幻灯放映" }).click();
  const slide = page.locator(".slides article[data-current=true]");
  await expect(slide.getByRole("heading", { level: 1 })).toHaveText("现场无人施工");
  await expect(slide).toContainText("云岭镇工业集中区");
  await expect(slide.locator(".light")).toContainText("逾期未整改");
  await expect.poll(() => slide.locator("img").evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(800);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.locator(".slides")).toHaveCount(0);

  // The number leads to the findings behind it; one press says that it was corrected.
  await page.locator(".work-summary").getByRole("link", { name: "待整改 1 条" }).click();
  const row = page.locator(".grid [data-index]", { hasText: "现场无人施工" });
  await row.locator("a.open").click({ force: true });
  await panel.getByRole("button", { name: "今天已整改" }).click();
  await expect(page.locator(".work-summary")).toContainText("待整改 0 条");
  await saved(page);

  // The file with contents brings the photo along.
  await page.goto("./#/exchange");
  await page.locator(".send").getByLabel(/连同附件/).check();
  const { name, bytes } = await office.download(() => page.locator(".send").getByRole("button", { name: "存成文件" }).click());
  const file: Carried = { name, mimeType: "application/zip", buffer: bytes };
  await begin(other, "试验员乙", "城关镇");
  await merge(other, file);
  await other.page.goto("./#/supervision/inspections?show=slides");
  await expect.poll(() => other.page.locator(".slides img").first().evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(800);
});

test("the sample county's findings go by with the arrow keys, by round", async ({ office }) => {
  const page = await office.visitSample("#/supervision/inspections?show=slides");
  await expect(page.locator(".slides output")).toHaveText(/^1 \/ \d+$/);
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".slides output")).toHaveText(/^2 \/ \d+$/);
  await page.keyboard.press("End");
  const count = (await page.locator(".slides output").textContent())!.split(" / ")[1]!;
  await expect(page.locator(".slides output")).toHaveText(`${count} / ${count}`);
  await page.getByLabel("督查批次").selectOption("*");
  await expect(page.locator(".slides output")).not.toHaveText(new RegExp(`/ ${count}$`));
  // On paper every finding has a page.
  await page.emulateMedia({ media: "print" });
  const all = await page.locator(".slides article").count();
  expect(await page.locator(".slides article").evaluateAll((each) => each.filter((one) => one.getBoundingClientRect().height > 0).length)).toBe(all);
});

test("a tour gets its stops in order and a sheet to print", async ({ office }) => {
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  for (const [name, total] of [["甲试验项目", "1亿元"], ["乙试验项目", "2亿元"]] as const) await register(page, name, total);
  await page.goto("./#/actions/events");
  await page.getByRole("button", { name: "登记招商活动" }).first().click();
  await setField(page, "活动名称", "三季度观摩");
  const panel = page.locator(".side-panel");
  const kind = panel.getByLabel("活动类别");
  await kind.fill("项目观摩");
  await kind.press("Enter");
  const route = panel.locator(".route");
  for (const name of ["甲试验项目", "乙试验项目"]) {
    await route.getByRole("combobox").fill(name);
    await page.getByRole("option", { name }).click();
  }
  await expect(route.locator("li")).toHaveCount(2);
  await route.getByRole("button", { name: "前移：乙试验项目" }).click();
  await expect(route.locator("li").first()).toContainText("乙试验项目");
  const note = route.locator("li").first().getByLabel("讲解要点");
  await note.fill("从签约到开工只用 60 天");
  await note.press("Control+Enter");
  await saved(page);
  await expectAccessible(page);
  await route.getByRole("button", { name: "路线单" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "三季度观摩" })).toBeVisible();
  const cards = page.locator(".route-sheet > li");
  await expect(cards).toHaveCount(2);
  await expect(cards.first()).toContainText("第 1 站");
  await expect(cards.first()).toContainText("乙试验项目");
  await expect(cards.first()).toContainText("2亿元");
  await expect(cards.first()).toContainText("从签约到开工只用 60 天");
  await expectAccessible(page);
  await page.getByRole("link", { name: "返回活动" }).click();
  await route.getByRole("button", { name: "去掉：甲试验项目" }).click();
  await expect(route.locator("li")).toHaveCount(1);
});

test("a project that is quiet for a month owes a reason, which stands in its stream", async ({ office }) => {
  const { page } = office;
  await page.clock.setFixedTime(new Date("2026-08-10T09:00:00"));
  await begin(office, "试验员甲", "云岭镇");
  const address = await register(page, "静水试验项目", "1亿元");
  await saved(page);
  await expect(page.locator(".quiet-month")).toHaveCount(0);
  await page.clock.setFixedTime(new Date("2026-10-08T09:00:00"));
  await page.reload();
  await page.goto(`./${address}`);
  const ask = page.locator(".quiet-month");
  await expect(ask).toContainText("2026年9月没有跟进");
  await expectAccessible(page);
  await ask.getByRole("textbox").fill("等用地指标批复");
  await ask.getByRole("textbox").press("Enter");
  await expect(ask).toHaveCount(0);
  await expect(page.locator(".stream")).toContainText(/本月无进展\s*等用地指标批复/);
});
