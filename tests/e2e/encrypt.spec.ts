// A file that a passphrase opens: what leaves cannot be read on the way, and comes in whole or not at all.
import { expectAccessible } from "./helpers/axe";
import { merge, saveFile } from "./helpers/exchange";
import { expect, test } from "./helpers/test";
import { begin, register, saved } from "./helpers/work";

const NAME = "年产八万吨再生铝合金试验项目";

test("a file is encrypted with a passphrase, and a colleague opens it with the same one", async ({ newOffice }) => {
  const [a, b] = [await newOffice(), await newOffice()];
  await begin(a, "试验员甲", "云岭镇");
  const address = await register(a.page, NAME, "1.2亿");
  await saved(a.page);
  await begin(b, "试验员乙", "城关镇");

  const { page } = a;
  await page.getByRole("link", { name: "交换", exact: true }).click();
  const send = page.locator("section.send");
  await send.getByLabel("用口令加密").check();
  const save = send.getByRole("button", { name: "存成加密文件" });
  // Neither a short passphrase nor one mistyped is taken; nothing is saved meanwhile.
  let downloads = 0;
  page.on("download", () => { downloads += 1; });
  await save.click();
  await expect(send).toContainText("至少 10 个字符");
  await send.getByLabel("口令", { exact: true }).fill("云岭镇二〇二六年内部台账");
  await send.getByLabel("再输一遍").fill("云岭镇二〇二六年内部台帐");
  await save.click();
  await expect(send).toContainText("两次输入不一样");
  await expectAccessible(page);
  expect(downloads).toBe(0);
  await send.getByRole("button", { name: "随机生成一个" }).click();
  const passphrase = await send.locator(".offered code").innerText();
  expect(passphrase).toMatch(/^([0-9a-z]{4}-){4}[0-9a-z]{4}$/);
  const { name, bytes: buffer } = await a.download(() => save.click());
  expect(name).toMatch(/^招商簿-云岭镇-\d{4}-\d\d-\d\d\.json\.age$/);
  expect(buffer.subarray(0, 22).toString()).toBe("age-encryption.org/v1\n");
  for (const word of [NAME, "试验员甲", "zhaoshang"]) expect(buffer.includes(word)).toBe(false);

  await b.page.getByRole("link", { name: "交换", exact: true }).click();
  const file = { name, mimeType: "application/octet-stream", buffer };
  const chooser = b.page.locator(".drop-zone input[type=file]");
  await chooser.setInputFiles(file);
  const card = b.page.locator("article.incoming");
  await expect(card).toContainText("这个文件加了密");
  await expect(card.getByRole("button", { name: "合并", exact: true })).toHaveCount(0);
  await card.getByLabel("口令").fill("k7mf-0000-0000-0000-0000");
  await card.getByLabel("口令").press("Enter");
  await expect(card).toContainText("口令不对");
  await expectAccessible(b.page);
  await card.getByLabel("口令").fill(passphrase);
  await card.getByRole("button", { name: "打开" }).click();
  await card.getByRole("button", { name: "合并", exact: true }).click();
  await expect(card).toContainText("已合并");
  await b.page.goto(address);
  await expect(b.page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();

  // A bit flipped on the way: nothing of it is read.
  await b.page.getByRole("link", { name: "交换", exact: true }).click();
  const damaged = Buffer.from(buffer);
  damaged[damaged.length - 40]! ^= 1;
  await chooser.setInputFiles({ ...file, buffer: damaged });
  await card.getByLabel("口令").fill(passphrase);
  await card.getByRole("button", { name: "打开" }).click();
  await expect(card).toContainText("没有读出任何内容");
  await card.getByRole("button", { name: "关闭" }).click();

  // Without the choice it is the file it always was, and both are the same in what they bring.
  await send.getByLabel("用口令加密").uncheck();
  const plain = await saveFile(a);
  expect(plain.buffer.toString()).toContain(NAME);
  await merge(b, plain);
});
