// 口令: what is kept on the computer is encrypted, locks by itself, and is opened by the passphrase alone.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import { handIn } from "./helpers/exchange";
import { everything, isSealed, mirrored } from "./helpers/stored";
import { enter, lockScreen, PASSPHRASE, protect, unlock } from "./helpers/lock";
import { type Office, waitForStart } from "./helpers/office";
import { expect, test } from "./helpers/test";
import { begin, register, saved, setField } from "./helpers/work";

const NAME = "年产八万吨再生铝合金试验项目";
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

  // Neither does a half-done import keep it open.
  await page.goto("./#/import");
  await page.locator("input[type=file]").setInputFiles({
    name: "台账.csv", mimeType: "text/csv", buffer: Buffer.from("项目名称,投资方\n甲项目,甲公司\n"),
  });
  await expect(page.locator(".column-table")).toBeVisible();
  await page.locator(".column-table").click();
  await page.clock.fastForward("00:35");
  await page.clock.fastForward("00:35");
  await unlock(page);
  await page.goto("./#/settings/storage");

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

/** The texts that are kept of forms, sealed or not, by form. */
async function typed(page: Page): Promise<Record<string, string>> {
  const notes = Object.entries(await everything(page, "real")).filter(([key]) => key.startsWith("zs.real.typed-"));
  return Object.fromEntries(notes.map(([key, text]) => [key.replace("zs.real.typed-", ""), text]));
}

/** An office with a project and a passphrase that locks after a minute. */
async function protectedProject(office: Office): Promise<{ page: Page; address: string }> {
  const page = await begin(office, "试验员甲", "云岭镇");
  const address = await register(page, NAME, "1.2亿");
  await saved(page);
  await protect(page);
  await page.getByLabel("离开多久自动上锁").selectOption("1");
  return { page, address };
}

/** Leaves the page alone until it locks itself. */
async function lockItself(page: Page): Promise<void> {
  await page.clock.fastForward("00:35");
  await expect(page.getByText("半分钟后上锁")).toBeVisible();
  await page.clock.fastForward("00:35");
  await expect(lockScreen(page)).toBeVisible();
}

test("a half-typed project outlives the lock, encrypted, and is forgotten when it is registered or given up", async ({ office }) => {
  await office.page.clock.install();
  const { page } = await protectedProject(office);
  const other = "半途锁上的试验项目";
  await page.goto("./#/project/new");
  await page.getByLabel(/^项目名称/).fill(other);
  await page.getByLabel("总投资", { exact: true }).fill("3亿");
  await page.getByText("填写更多").click();
  await page.locator("details.fact-group > summary").filter({ hasText: "项目概况" }).click();
  await page.getByLabel("建设内容及规模", { exact: true }).fill("还没有写完的简");
  await lockItself(page);
  expect(Object.keys(await typed(page))).toEqual(["project"]);
  for (const text of Object.values(await typed(page))) expect(isSealed(text)).toBe(true);
  await expect(page.locator("body")).not.toContainText(other);
  await unlock(page);
  await expect(page.getByText("这是上次没有登记完的草稿")).toBeVisible();
  await expect(page.getByLabel(/^项目名称/)).toHaveValue(other);
  await expect(page.getByLabel("总投资", { exact: true })).toHaveValue("3亿");
  await expectAccessible(page);
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: other })).toBeVisible();
  await page.locator("details.fact-group > summary").filter({ hasText: "项目概况" }).click();
  await expect(page.getByLabel("建设内容及规模", { exact: true })).toHaveValue("还没有写完的简");
  expect(await typed(page)).toEqual({});

  await page.goto("./#/project/new");
  await page.getByLabel(/^项目名称/).fill("放弃的试验项目");
  await expect.poll(async () => Object.keys(await typed(page))).toEqual(["project"]);
  await page.getByRole("button", { name: "放弃草稿" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "放弃草稿" }).click();
  expect(await typed(page)).toEqual({});
  await page.goto("./#/project/new");
  await page.reload();
  await unlock(page);
  await expect(page.getByLabel(/^项目名称/)).toHaveValue("");
});

test("half-typed follow-ups, fields and milestones outlive the lock and a crash of the page", async ({ office }) => {
  await office.page.clock.install();
  const { page, address } = await protectedProject(office);
  await page.goto(`./${address}`);
  const note = page.locator("form.composer");
  await note.getByLabel("跟进", { exact: true }).fill("电话里谈到用地，还没有记");
  await note.getByRole("button", { name: "下一步" }).click();
  await note.getByLabel("下一步", { exact: true }).fill("报规划方案");
  const summary = page.getByLabel("建设内容及规模", { exact: true });
  await page.locator("details.fact-group > summary").filter({ hasText: "项目概况" }).click();
  await summary.fill("写了一半的长文字");
  await lockItself(page);
  for (const text of Object.values(await typed(page))) expect(isSealed(text)).toBe(true);
  await unlock(page);
  await expect(note).toContainText("接着上次没有保存的内容");
  await expect(note.getByLabel("跟进", { exact: true })).toHaveValue("电话里谈到用地，还没有记");
  await expect(note.getByLabel("下一步", { exact: true })).toHaveValue("报规划方案");
  await expectAccessible(page);
  // A field is not filled by itself: another value may have been stored there meanwhile.
  const offer = page.locator(".goes-on").filter({ hasText: "写了一半的长文字" });
  await expect(offer).toBeVisible();
  await expect(summary).toHaveValue("");
  await offer.getByRole("button", { name: "存下" }).click();
  await expect(summary).toHaveValue("写了一半的长文字");
  await expect(offer).toHaveCount(0);
  await saved(page);
  await note.getByRole("button", { name: "记下" }).click();
  await expect(page.locator("article.follow-up")).toContainText("报规划方案");
  expect(await typed(page)).toEqual({});

  // A dialog: as it was when it is opened again after a crash, and blank once it was closed.
  const milestones = page.getByRole("region", { name: "节点与佐证" });
  const open = () => milestones.getByRole("listitem").filter({ hasText: "签约" }).getByRole("button").click();
  await open();
  await page.getByRole("dialog").getByLabel("说明或审核意见").fill("仪式上签的");
  await expect.poll(async () => Object.keys(await typed(page))).toHaveLength(1);
  await Promise.all([page.waitForEvent("crash"), page.goto("chrome://crash").catch(() => undefined)]);
  const after = await office.newTab(address);
  await unlock(after);
  const again = after.getByRole("region", { name: "节点与佐证" }).getByRole("listitem").filter({ hasText: "签约" }).getByRole("button");
  await again.click();
  await expect(after.getByRole("dialog").getByLabel("说明或审核意见")).toHaveValue("仪式上签的");
  await after.getByRole("dialog").getByRole("button", { name: "取消" }).click();
  await expect.poll(() => typed(after)).toEqual({});
  await again.click();
  await expect(after.getByRole("dialog").getByLabel("说明或审核意见")).toHaveValue("");
});

test("what is typed and given up, or cleared, is not met again", async ({ office }) => {
  const page = await begin(office, "试验员甲", "云岭镇");
  await register(page, NAME, "1.2亿");
  const note = page.locator("form.composer");
  await note.getByLabel("跟进", { exact: true }).fill("不要的一句");
  await page.reload();
  await expect(note.getByLabel("跟进", { exact: true })).toHaveValue("不要的一句");
  await note.getByRole("button", { name: "不要了" }).click();
  await expect(note.getByLabel("跟进", { exact: true })).toHaveValue("");
  expect(await typed(page)).toEqual({});
  const total = page.getByLabel("总投资", { exact: true });
  await total.fill("9亿");
  await page.reload();
  await expect(total).toHaveValue("12000");
  const offer = page.locator(".goes-on").filter({ hasText: "9亿" });
  await offer.getByRole("button", { name: "不要了" }).click();
  await expect(offer).toHaveCount(0);
  await page.reload();
  await expect(total).toHaveValue("12000");
  await expect(page.locator(".goes-on")).toHaveCount(0);
  expect(await typed(page)).toEqual({});
});
