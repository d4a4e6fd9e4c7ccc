// Signatures and seals: whose a file is shows before it is merged, and so does a history that was altered.
import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import { expectAccessible } from "./helpers/axe";
import { altered, handIn, merge, saveFile, type Carried } from "./helpers/exchange";
import type { Office } from "./helpers/office";
import { expect, test } from "./helpers/test";
import { begin, register, saved, setField } from "./helpers/work";

const NAME = "年产八万吨再生铝合金试验项目";

/** The fingerprint that the user of a device reads out. */
async function fingerprint(office: Office): Promise<string> {
  await office.page.getByRole("link", { name: "交换", exact: true }).click();
  return office.page.locator("section.devices > p code").innerText();
}

/** Signs a file with another key, as the format describes it. */
function signedByAnother(file: Carried): Carried {
  const text = file.buffer.toString("utf8").replace(/,\n"signature": .*\n\}\s*$/, "");
  const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, 7)]);
  const key = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  const hash = createHash("sha256").update(text.replaceAll("\r", "").trimEnd()).digest();
  const signature = sign(null, Buffer.concat([Buffer.from("zhaoshang file 1\0"), hash]), key);
  const own = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
  const plain = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");
  const last = `"signature": {"key": "${plain(own)}", "signature": "${plain(signature)}"}`;
  return { ...file, buffer: Buffer.from(`${text},\n${last}\n}\n`) };
}

test("a device is confirmed by its fingerprint; then its files are known, and others in its name are not", async ({ newOffice }) => {
  const [a, b] = [await newOffice(), await newOffice()];
  await begin(a, "试验员甲", "云岭镇");
  const address = await register(a.page, NAME, "1.2亿");
  await saved(a.page);
  await begin(b, "试验员乙", "县招商服务中心");
  const read = await fingerprint(a);
  expect(read).toMatch(/^([0-9a-z]{4}-){3}[0-9a-z]{4}$/);

  const first = await saveFile(a);
  const card = await handIn(b, first);
  await expect(card.locator("[data-signed=new]")).toContainText(read);
  await expectAccessible(b.page);
  await card.getByRole("button", { name: "指纹核对无误" }).click();
  await expect(card.locator("[data-signed=known]")).toBeVisible();
  await card.getByRole("button", { name: "合并", exact: true }).click();
  await expect(card).toContainText("已合并");
  const devices = b.page.locator("section.devices");
  await expect(devices.getByRole("row", { name: /云岭镇 试验员甲/ })).toContainText(read);
  await expect(devices.getByRole("row", { name: /云岭镇 试验员甲/ })).toContainText("已核对");

  await a.page.goto(address);
  await setField(a.page, "总投资", "1.5亿");
  const second = await saveFile(a);
  await b.page.reload();
  await expect((await handIn(b, second)).locator("[data-signed=known]")).toBeVisible();
  const touched = altered(second, (text) => text.replace("15000", "95000"));
  await b.page.reload();
  await expect((await handIn(b, touched)).locator("[data-signed=broken]")).toContainText("签名不符");
  await b.page.reload();
  const other = await handIn(b, signedByAnother(second));
  await expect(other.locator("[data-signed=changed]")).toContainText(`以前是 ${read}`);
  await expectAccessible(b.page);
  await b.page.reload();
  const bare = altered(second, (text) => text.replace(/,\n"signature": .*\n/, "\n"));
  await expect((await handIn(b, bare)).locator("[data-signed=unsigned]")).toBeVisible();
});

test("a history that somebody altered on the way is named, with whose it is", async ({ newOffice }) => {
  const [a, b, c] = [await newOffice(), await newOffice(), await newOffice()];
  await begin(a, "试验员甲", "云岭镇");
  await register(a.page, NAME, "1.2亿");
  await saved(a.page);
  await begin(b, "试验员乙", "城关镇");
  await merge(b, await saveFile(a));
  await register(b.page, "智能仓储试验项目", "3000万");
  await saved(b.page);
  const honest = await saveFile(b);
  await begin(c, "试验员丙", "县招商服务中心");

  // The town makes its neighbour's project larger than it is, and hands it on in its own name.
  const card = await handIn(c, altered(honest, (text) => text.replace(/120000000/, "920000000")));
  await expect(card.locator(".banner", { hasText: "对不上" })).toContainText("云岭镇 试验员甲");
  await card.getByRole("button", { name: "不合并" }).click();
  const whole = await handIn(c, honest);
  await expect(whole.locator("[data-signed=new]")).toBeVisible();
  await expect(whole.locator(".banner", { hasText: "对不上" })).toHaveCount(0);
  await whole.getByRole("button", { name: "合并", exact: true }).click();
  await expect(whole).toContainText("已合并");
});
