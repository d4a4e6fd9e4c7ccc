// 首报首谈: two towns report one project; the centre sees who was first, rules, and transfers it with a split.
import { expectAccessible } from "./helpers/axe";
import { inbox, merge, saveFile } from "./helpers/exchange";
import { expect, test } from "./helpers/test";
import { begin, register, saved, setField } from "./helpers/work";

const NAME = "闽锂新材料正极材料项目";

test("two towns report one project: the earlier is known, the centre rules, and both keep their histories", async ({ newOffice }) => {
  const [centre, b] = [await newOffice(), await newOffice()];
  await begin(b, "试验员乙", "城关镇");
  const atB = await register(b.page, NAME, "3亿元");
  await setField(b.page, "责任单位", "城关镇");
  await saved(b.page);
  const fromB = await saveFile(b);

  const { page } = centre;
  await begin(centre, "试验员甲", "云岭镇");
  const atCentre = await register(page, NAME, "3.5亿元");
  await setField(page, "责任单位", "云岭镇");
  await saved(page);
  await merge(centre, fromB);
  await page.goto("./#/projects/duplicates");
  // The centre's own stays, on whichever side it stands.
  const pair = page.locator(".pair");
  const left = await pair.locator("thead a").first().getAttribute("href");
  await pair.getByRole("button", { name: left === atCentre ? "合并，留左边" : "合并，留右边" }).click();
  await page.goto("./#/projects/first-reports");
  await expect(page.getByRole("radio", { name: /有争议 1/ })).toBeVisible();
  const rows = page.locator(".register tbody tr");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText("城关镇 试验员乙");
  await expect(rows.nth(0)).toContainText("按项目登记");
  await expect(rows.nth(1)).toContainText("云岭镇 试验员甲");
  await expectAccessible(page);

  // The town that registered later shows that it talked earlier.
  await page.getByRole("link", { name: NAME }).click();
  const panel = page.locator(".panel.first-reports");
  await expect(panel).toContainText("有争议");
  await panel.getByRole("button", { name: "登记首报" }).click();
  await panel.getByLabel("首报单位").fill("云岭镇");
  await panel.getByLabel("首报单位").press("Enter");
  await panel.getByLabel("首谈人").fill("试验员甲");
  await panel.getByLabel("首报日期").fill("2026-03-02");
  await panel.getByLabel("时刻").fill("九点");
  await panel.getByRole("combobox", { name: "佐证", exact: true }).selectOption("首报确认表");
  await panel.getByLabel("佐证编号或说明").fill("云〔2026〕12号");
  await panel.getByRole("button", { name: "登记", exact: true }).click();
  await expect(panel).toContainText("请写成 14:30");
  await expectAccessible(page);
  await panel.getByLabel("时刻").fill("9:05");
  await panel.getByRole("button", { name: "登记", exact: true }).click();
  const claims = panel.locator("tbody tr");
  await expect(claims).toHaveCount(2);
  await expect(claims.nth(0)).toContainText("云岭镇");
  await expect(claims.nth(0)).toContainText("2026-03-02 09:05");
  await expect(claims.nth(0)).toContainText("首报确认表、云〔2026〕12号");
  await expect(claims.nth(0)).toContainText("录入于");

  // The centre rules, for the record; the project names the unit.
  await claims.nth(0).getByRole("button").click();
  await page.getByRole("menuitem", { name: "认定为首报" }).click();
  await panel.getByLabel("认定依据").fill("先交确认表");
  await panel.getByRole("button", { name: "认定为首报" }).click();
  await expect(claims.nth(0)).toContainText(/已认定 \d{4}-\d\d-\d\d：先交确认表/);
  await expect(claims.nth(1)).toContainText("不予认定");
  await expect(panel.locator("h2")).toContainText("已认定");
  await page.getByRole("button", { name: /^撤销/ }).first().click();
  await expect(panel.locator("h2")).toContainText("有争议");
  await page.getByRole("button", { name: /^重做/ }).first().click();
  await expect(panel.locator("h2")).toContainText("已认定");
  await saved(page);

  // What the town sent is still there, and it gets the ruling; nobody has a difference to settle.
  await merge(b, await saveFile(centre));
  await b.page.goto("./#/projects/first-reports");
  await expect(b.page.locator(".register tbody tr").first()).toContainText("先交确认表");
  await inbox(b, 0);
  // The one that went leads to the one that stayed.
  await b.page.goto(atB);
  await expect(b.page.locator(".page")).toContainText("这个项目已并入另一个");
  await b.page.locator(".page").getByRole("link", { name: NAME }).click();
  await expect(b.page).toHaveURL(new RegExp(`${atCentre}$`));
});

test("a project goes to another unit with an agreed split, and the credit is told for today", async ({ newOffice }) => {
  const office = await newOffice();
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  await register(page, "智能仓储试验项目", "3000万");
  const panel = page.locator(".panel.transfers");
  await setField(page, "责任单位", "云岭镇");
  await panel.getByRole("button", { name: "流转给其他单位" }).click();
  await panel.getByRole("button", { name: "流转", exact: true }).click();
  await expect(panel).toContainText("请选转入单位");
  const receiver = panel.getByLabel("转入单位");
  await receiver.fill("云岭镇");
  await receiver.press("Enter");
  await panel.getByRole("button", { name: "流转", exact: true }).click();
  await expect(panel).toContainText("项目已经在这个单位");
  await receiver.fill("高新区");
  await receiver.press("Enter");
  await panel.getByLabel("流转日期").fill("2026-03-01");
  await panel.getByLabel(/^分成（/).selectOption("其他");
  await panel.getByLabel("转出方保留").fill("120");
  await panel.getByRole("button", { name: "流转", exact: true }).click();
  await expect(panel).toContainText("请填 0 到 100");
  await expectAccessible(page);
  await panel.getByLabel(/^分成（/).selectOption("3:7");
  await panel.getByLabel("分成年限").fill("5");
  await panel.getByLabel("流转原因").fill("用地不符");
  await panel.getByRole("button", { name: "流转", exact: true }).click();
  await expect(panel.locator(".moves")).toContainText("云岭镇 → 高新区");
  await expect(panel.locator(".moves")).toContainText("分成 3:7，5 年（至 2031-03-01）");
  await expect(panel.locator(".credit")).toContainText("高新区 70%");
  await expect(panel.locator(".credit")).toContainText("云岭镇 30%");
  await expect(page.getByLabel("责任单位", { exact: true }).first()).toHaveValue("高新区");
  await saved(page);
  await page.goto("./#/projects/first-reports");
  await expect(page.locator(".register")).toContainText("现在计入 高新区 70% · 云岭镇 30%");
  const { name, bytes } = await office.download(async () => {
    await page.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: /CSV/ }).click();
  });
  expect(name).toMatch(/首报登记.*\.csv$/);
  expect(bytes.toString("utf8")).toContain("智能仓储试验项目,云岭镇,试验员甲,");
  await page.goBack();
  await page.getByRole("button", { name: /^撤销/ }).first().click();
  await expect(panel.locator(".moves li")).toHaveCount(0);
  await expect(page.getByLabel("责任单位", { exact: true }).first()).toHaveValue("云岭镇");
});
