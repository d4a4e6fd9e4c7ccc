// 口令: what is kept on the computer is encrypted, locks by itself, and is opened by the passphrase alone.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import { handIn } from "./helpers/exchange";
import { everything, isSealed, mirrored } from "./helpers/stored";
import { waitForStart } from "./helpers/office";
import { expect, test } from "./helpers/test";
import { begin, register, saved, setField } from "./helpers/work";

const NAME = "年产八万吨再生铝合金试验项目";
const PASSPHRASE = "云岭镇二〇二六内部台账";

const lockScreen = (page: Page) => page.locator(".lock-screen");

/** Types a passphrase on the locked page. */
async function enter(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel("口令").fill(passphrase);
  await page.getByLabel("口令").press("Enter");
}

async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await expect(lockScreen(page)).toBeVisible();
  await enter(page, passphrase);
  await expect(lockScreen(page)).toHaveCount(0);
}

/** Sets a passphrase in the settings, and gives it once more on the page that opens. */
async function protect(page: Page): Promise<void> {
  await page.goto("./#/settings/storage");
  await page.getByRole("button", { name: "设置口令" }).click();
  await page.getByLabel("新口令").fill(PASSPHRASE);
  await page.getByLabel("再输一遍").fill(PASSPHRASE);
  await page.getByLabel("我知道忘了口令数据就没有了").check();
  await page.getByRole("button", { name: "设置并加密" }).click();
  await unlock(page);
}

/** The values of records, here and in the second place. */
async function records(page: Page): Promise<string[]> {
  const all = [await everything(page, "real"), await mirrored(page, "real")];
  return all.flatMap((place) => Object.entries(place).filter(([key]) => /\.[jcq]\./.test(key)).map(([, text]) => text));
}

test("with a passphrase everything kept is encrypted, in both places, and opened by it alone", async ({ office }) => {
  const page = await begin(office, "试验员甲", "云岭镇");
  const address = await register(page, NAME, "1.2亿");
  await saved(page);
  expect((await records(page)).some(isSealed)).toBe(false);

  await page.goto("./#/settings/storage");
  await page.getByRole("button", { name: "设置口令" }).click();
  const form = page.locator("form.new-passphrase");
  await expect(form).toContainText("没有后门");
  const set = form.getByRole("button", { name: "设置并加密" });
  await expect(set).toBeDisabled();
  await form.getByLabel("我知道忘了口令数据就没有了").check();
  await form.getByLabel("新口令").fill("太短");
  await set.click();
  await expect(form).toContainText("至少 10 个字符");
  await expectAccessible(page);
  await form.getByLabel("新口令").fill(PASSPHRASE);
  await form.getByLabel("再输一遍").fill(PASSPHRASE);
  await set.click();
  await expect(lockScreen(page)).toContainText("请再输一次口令");
  await expectAccessible(page);
  await enter(page, "另外一个口令不对");
  await expect(lockScreen(page)).toContainText("口令不对");
  await unlock(page);
  await expect(page.locator(".protection")).toContainText("本机数据加密存放");
  await expectAccessible(page);
  await expect.poll(async () => (await records(page)).every(isSealed)).toBe(true);
  const notes = Object.entries(await everything(page, "real")).filter(([key]) => /^zs\.real\.(notes|backup|share)/.test(key));
  for (const [, text] of notes) expect(text).not.toMatch(/^[\x20-\x7e]/);

  // After a restart nothing is shown before the passphrase; then everything is there, and what is new is sealed too.
  await page.goto(`./${address}`);
  await page.reload();
  await waitForStart(page);
  await expect(lockScreen(page)).toBeVisible();
  await expect(page.locator("body")).not.toContainText(NAME);
  await unlock(page);
  await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
  await setField(page, "总投资", "1.5亿");
  await expect.poll(async () => (await records(page)).every(isSealed)).toBe(true);

  // A second tab asks for itself, and the two go on as ever.
  const second = await office.newTab(address);
  await unlock(second);
  await expect(second.getByLabel("总投资", { exact: true })).toHaveValue("15000");
  await setField(second, "总投资", "1.8亿");
  await expect(page.getByLabel("总投资", { exact: true })).toHaveValue("18000");
  await second.close();

  // The lock is damaged here: its copy in the second place opens, and it is made whole.
  await page.evaluate(() => { localStorage.setItem("zs.real.lock", localStorage.getItem("zs.real.lock")!.slice(0, 40)); });
  await page.reload();
  await unlock(page);
  await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
  expect((await everything(page, "real"))["zs.real.lock"]).toMatch(/^age-encryption.*\n---/s);

  // localStorage is lost: the second place has the lock and the rest.
  await page.goto("about:blank");
  await page.goto("./#/today");
  await expect(lockScreen(page)).toBeVisible();
  await page.evaluate(() => { localStorage.clear(); });
  await page.reload();
  await unlock(page);
  await page.goto(`./${address}`);
  await expect(page.getByLabel("总投资", { exact: true })).toHaveValue("18000");
});

test("a backup of encrypted data is encrypted, and another computer opens it with the passphrase", async ({ office, newOffice }) => {
  const page = await begin(office, "试验员甲", "云岭镇");
  await register(page, NAME, "1.2亿");
  await saved(page);
  await protect(page);
  const { name, bytes } = await office.download(() => page.getByRole("button", { name: "立即备份" }).click());
  expect(name).toMatch(/\.json\.age$/);
  expect(bytes.includes(NAME)).toBe(false);
  const other = await newOffice();
  await begin(other, "试验员乙", "城关镇");
  const card = await handIn(other, { name, mimeType: "application/octet-stream", buffer: bytes });
  await card.getByLabel("口令").fill(PASSPHRASE);
  await card.getByRole("button", { name: "打开" }).click();
  await card.getByRole("button", { name: "合并", exact: true }).click();
  await expect(card).toContainText("已合并");
});

test("wrong passphrases slow down, also after a restart; who forgot it starts anew", async ({ office }) => {
  const page = await begin(office, "试验员甲", "云岭镇");
  await register(page, NAME, "1.2亿");
  await saved(page);
  await protect(page);
  await page.reload();
  for (let wrong = 0; wrong < 3; wrong += 1) {
    await expect(page.getByRole("button", { name: "打开", exact: true })).toBeEnabled();
    await enter(page, `第${String(wrong)}个不对的口令`);
    await expect(page.getByLabel("口令")).toHaveValue("");
  }
  await expect(lockScreen(page)).toContainText(/输错多次，\d 秒后再试/);
  await expect(page.getByRole("button", { name: "打开", exact: true })).toBeDisabled();
  await page.reload();
  await expect(lockScreen(page)).toContainText(/输错多次，\d 秒后再试/);
  await lockScreen(page).getByText("忘了口令").click();
  await lockScreen(page).getByRole("button", { name: "清除本机数据" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("清空");
  await dialog.getByRole("button", { name: "清除本机数据" }).click();
  await expect(page.getByLabel("姓名")).toBeVisible();
  expect(Object.keys(await everything(page, "real")).filter((key) => /lock$|\.[jc]\./.test(key))).toEqual([]);
});

test("it locks by itself and says so before; the passphrase is changed, and taken away", async ({ office }) => {
  await office.page.clock.install();
  const page = await begin(office, "试验员甲", "云岭镇");
  await register(page, NAME, "1.2亿");
  await saved(page);
  await protect(page);
  await page.getByLabel("离开多久自动上锁").selectOption("1");
  await page.clock.fastForward("00:35");
  await expect(page.getByText("半分钟后上锁")).toBeVisible();
  await page.mouse.move(200, 200);
  await page.clock.fastForward("00:35");
  await expect(lockScreen(page)).toHaveCount(0);
  await page.clock.fastForward("00:35");
  await unlock(page);

  const panel = page.locator(".protection");
  await panel.getByRole("button", { name: "更换口令" }).click();
  await panel.getByLabel("现在的口令").fill("不是这一个口令");
  await panel.getByLabel("新口令").fill("第二个口令也要足够长");
  await panel.getByLabel("再输一遍").fill("第二个口令也要足够长");
  await panel.getByLabel("我知道忘了口令数据就没有了").check();
  await panel.locator("form").getByRole("button", { name: "更换口令" }).click();
  await expect(panel).toContainText("口令不对");
  await panel.getByLabel("现在的口令").fill(PASSPHRASE);
  await panel.locator("form").getByRole("button", { name: "更换口令" }).click();
  await expect(page.getByText("口令已更换")).toBeVisible();
  await panel.getByRole("button", { name: "立即上锁" }).click();
  await expect(lockScreen(page)).toBeVisible();
  await enter(page, PASSPHRASE);
  await expect(lockScreen(page)).toContainText("口令不对");
  await unlock(page, "第二个口令也要足够长");

  await panel.getByRole("button", { name: "取消口令" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "取消口令" }).click();
  await expect(lockScreen(page)).toContainText("最后输一次口令");
  await unlock(page, "第二个口令也要足够长");
  await expect(panel.getByRole("button", { name: "设置口令" })).toBeVisible();
  await expect.poll(async () => (await records(page)).some(isSealed)).toBe(false);
  await page.reload();
  await page.goto("./#/projects/board");
  await expect(page.getByText(NAME)).toBeVisible();
});
