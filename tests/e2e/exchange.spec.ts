// Exchange of files between offices.
import { expectAccessible } from "./helpers/axe";
import type { Office } from "./helpers/office";
import { expect, test } from "./helpers/test";

/** Begins an office of its own. */
async function begin(office: Office, name: string, unit: string): Promise<void> {
  const page = await office.visit("#/first-run");
  await page.getByLabel("姓名").fill(name);
  await page.getByLabel("单位").first().fill(unit);
  await page.getByRole("button", { name: "从空白开始" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "看板" })).toBeVisible();
}

async function saveFile(office: Office): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  await office.page.goto("./#/exchange");
  const { name, bytes } = await office.download(() => office.page.getByRole("button", { name: "存成文件" }).click());
  return { name, mimeType: "application/json", buffer: bytes };
}

async function choose(office: Office, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await office.page.goto("./#/exchange");
  await office.page.locator(".drop-zone input[type=file]").setInputFiles(file);
}

const records = (file: { buffer: Buffer }): unknown => JSON.parse(file.buffer.toString("utf8")).records;

test("a cut, an edited and a hostile file say what is wrong and change nothing", async ({ office }) => {
  await begin(office, "沈清禾", "云岭镇");
  const good = await saveFile(office);
  const text = good.buffer.toString("utf8");
  const bad: [string, string][] = [
    ["文件不完整", text.slice(0, text.length / 2)],
    ["内容与校验码不符", text.replaceAll("云岭镇", "云岭乡")],
    ["别的程序", JSON.stringify({ __proto__: { a: 1 }, records: [[[[]]]] })],
  ];
  for (const [words, content] of bad) {
    await choose(office, { ...good, buffer: Buffer.from(content) });
    const card = office.page.getByRole("article").last();
    await expect(card.getByRole("alert")).toContainText("不能接收");
    await expect(card.locator(".problems")).toContainText(words);
    await expect(card.getByRole("button", { name: "合并", exact: true })).toHaveCount(0);
  }
  await expectAccessible(office.page);
  expect(records(await saveFile(office))).toEqual(records(good));
});
