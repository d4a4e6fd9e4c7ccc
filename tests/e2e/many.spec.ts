// The centre gets the files of several towns at once: one preview of them all, one step to merge them.
import { expectAccessible } from "./helpers/axe";
import { inbox, merge, saveFile } from "./helpers/exchange";
import { expect, test } from "./helpers/test";
import { begin, register, saved, setField } from "./helpers/work";

const NAME = "年产八万吨再生铝合金试验项目";

test("several files are looked at together, merged in one step, and none by halves", async ({ newOffice }) => {
  const [centre, b, c] = [await newOffice(), await newOffice(), await newOffice()];
  const { page } = centre;
  await begin(centre, "试验员甲", "县招商服务中心");
  const address = await register(page, NAME, "1.2亿");
  await saved(page);
  const first = await saveFile(centre);
  for (const [town, name, unit, amount, other] of [[b, "试验员乙", "城关镇", "1.5亿", "智能仓储试验项目"], [c, "试验员丙", "云岭镇", "1.8亿", "冷链物流试验项目"]] as const) {
    await begin(town, name, unit);
    await merge(town, first);
    await town.page.goto(address);
    await setField(town.page, "总投资", amount);
    await register(town.page, other, "3000万");
    await saved(town.page);
  }
  const [fromB, fromC] = [await saveFile(b), await saveFile(c)];
  const broken = { name: "坏文件.json", mimeType: "application/json", buffer: fromC.buffer.subarray(0, 300) };

  await page.getByRole("link", { name: "交换", exact: true }).click();
  await page.locator(".drop-zone input[type=file]").setInputFiles([fromB, broken, fromC]);
  const all = page.locator("article.many");
  await expect(all.getByRole("heading", { level: 3 })).toHaveText("2 份文件一起看");
  const files = all.locator("table.files tbody tr");
  await expect(files).toHaveCount(3);
  await expect(files.nth(0)).toContainText("城关镇 试验员乙");
  await expect(files.nth(1)).toContainText("云岭镇 试验员丙");
  await expect(files.nth(2)).toContainText("坏文件.json");
  await expect(files.nth(2)).toContainText("不能接收");
  await files.nth(2).getByText("不能接收").click();
  await expect(files.nth(2)).toContainText("不完整");
  // The towns contradict each other, which shows before anything is merged.
  const disagreeing = all.locator("details").filter({ hasText: /^填写不一致 1/ });
  await expect(disagreeing).toContainText("1.5亿元（城关镇）");
  await expect(disagreeing).toContainText("1.8亿元（云岭镇）");
  await all.locator("summary").filter({ hasText: /^新增记录/ }).click();
  await expect(all.getByRole("row", { name: /智能仓储试验项目/ })).toContainText("城关镇");
  await expect(all.getByRole("row", { name: /冷链物流试验项目/ })).toContainText("云岭镇");
  await expectAccessible(page);
  await files.nth(2).getByRole("button", { name: "拿掉 坏文件.json" }).click();
  await expect(files).toHaveCount(2);

  // There is no room: nothing is merged, nothing is lost of the list, and it can be tried again.
  await page.evaluate(() => {
    const real = Storage.prototype.setItem;
    Object.assign(window, { makeRoom: () => { Storage.prototype.setItem = real; } });
    Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError"); };
  });
  await all.getByRole("button", { name: "合并这 2 份" }).click();
  await expect(all).toContainText("一份也没有合并");
  await page.evaluate(() => { (window as unknown as { makeRoom: () => void }).makeRoom(); });
  await all.getByRole("button", { name: "合并这 2 份" }).click();
  const receipt = page.locator("article.many[data-receipt]");
  await expect(receipt).toContainText("已合并 2 份文件");
  await expect(receipt.locator("tfoot")).toContainText("待选分歧 1 处");
  await expectAccessible(page);
  await page.reload();
  await expect(page.locator(".received tbody tr")).toHaveCount(2);
  const choices = await inbox(centre, 1);
  await expect(choices.first()).toContainText("1.8亿元");
  await page.goto("./#/projects/board");
  await expect(page.getByText("智能仓储试验项目")).toBeVisible();
  await expect(page.getByText("冷链物流试验项目")).toBeVisible();
});

test("one of several that is taken out leaves the other to be looked at alone", async ({ newOffice }) => {
  const [centre, b] = [await newOffice(), await newOffice()];
  await begin(centre, "试验员甲", "县招商服务中心");
  await begin(b, "试验员乙", "城关镇");
  await register(b.page, NAME, "1.2亿");
  await saved(b.page);
  const early = await saveFile(b);
  await register(b.page, "智能仓储试验项目", "3000万");
  await saved(b.page);
  const late = { ...(await saveFile(b)), name: "招商簿-城关镇-2.json" };
  const { page } = centre;
  await page.getByRole("link", { name: "交换", exact: true }).click();
  await page.locator(".drop-zone input[type=file]").setInputFiles([early, late]);
  const all = page.locator("article.many");
  // The same change in both counts once: what the second brings is what the first has not.
  await expect(all.locator("summary").filter({ hasText: /^新增记录/ })).toContainText("5");
  await all.getByRole("button", { name: `拿掉 ${early.name}` }).click();
  await expect(all).toHaveCount(0);
  const alone = page.locator("article.incoming");
  await expect(alone).toHaveCount(1);
  await expect(alone).toContainText(late.name);
  await alone.getByRole("button", { name: "合并", exact: true }).click();
  await expect(alone).toContainText("已合并");
});
