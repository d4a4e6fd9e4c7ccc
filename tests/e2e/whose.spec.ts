// 进度 by person and by chain: their targets are set and taken in, a signing moves them, their numbers open its record.
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { begin, register, saved, setField, sign } from "./helpers/work";

const NAME = "疫苗灌装试验项目";

test("people and chains have targets of their own, and progress tells how far they are", async ({ newOffice }) => {
  const office = await newOffice();
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  await register(page, NAME, "2亿元");
  await setField(page, "责任单位", "云岭镇");
  await setField(page, "跟踪负责人", "试验员甲");
  await page.locator("summary", { hasText: "产业与科技" }).click();
  await setField(page, "所属产业链", "生物医药");
  await sign(page, {});

  await page.goto("./#/assessment/targets?add=signed");
  await page.getByRole("button", { name: "展开到人" }).click();
  const person = page.getByLabel("试验员甲 · 新签约项目");
  await person.fill("2");
  await person.press("Enter");
  await page.getByRole("radio", { name: "按产业链" }).check({ force: true });
  const chain = page.getByLabel("生物医药 · 新签约项目");
  await chain.fill("3");
  await chain.press("Enter");
  await expect(page.locator(".caption")).toContainText("1 条产业链有目标");
  await expect(page.getByLabel("试验员甲 · 新签约项目")).toHaveCount(0);
  await page.getByRole("button", { name: "导入目标表" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("粘贴目标任务分解表").fill("产业链\t新签约（个）\n生物医药链\t4\n风电光伏\t1\n");
  await expect(dialog).toContainText("读出 2 个目标，其中 2 个有变化");
  await dialog.getByRole("button", { name: "写入 2 个目标" }).click();
  await expect(chain).toHaveValue("4");
  await saved(page);
  await expectAccessible(page);

  await page.goto("./#/assessment/progress?metric=signed");
  const row = (name: string) => page.locator(".sums tbody tr", { hasText: name });
  await page.getByRole("radio", { name: "按人员" }).check({ force: true });
  // The unit, the target, what was done, and how much of it that is.
  const cells = (name: string, from: number) => row(name).locator("td").nth(from);
  await expect(cells("试验员甲", 0)).toHaveText("云岭镇");
  await expect(cells("试验员甲", 1)).toHaveText("2");
  await expect(cells("试验员甲", 2)).toHaveText("1");
  await expect(cells("试验员甲", 3)).toHaveText("50.0");
  await expect(row("试验员甲").locator("td").last()).toHaveText("1");
  await expectAccessible(page);
  await cells("试验员甲", 2).getByRole("link").click();
  await expect(page.locator(".grid [data-index]")).toHaveCount(1);
  await expect(page.locator(".grid")).toContainText(NAME);
  await page.goBack();
  await cells("试验员甲", 1).getByRole("link").click();
  await expect(page.locator(".grid [data-index]")).toHaveCount(1);
  await page.goBack();

  await page.getByRole("radio", { name: "按产业链" }).check({ force: true });
  await expect(cells("生物医药", 0)).toHaveText("4");
  await expect(cells("生物医药", 1)).toHaveText("1");
  await expect(cells("生物医药", 2)).toHaveText("25.0");
  await expect(cells("风电光伏", 0)).toHaveText("1");
  await expect(cells("风电光伏", 1)).toHaveText("–");
  await expectAccessible(page);
  const { name, bytes } = await office.download(async () => {
    await page.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: /CSV/ }).click();
  });
  expect(name).toMatch(/序时进度.*按产业链.*\.csv$/);
  expect(bytes.toString("utf8")).toContain("生物医药,4,1,");
  await cells("生物医药", 1).getByRole("link").click();
  await expect(page.locator(".grid")).toContainText(NAME);
});
