// Exchange of files between offices: what is refused. What is merged is in offices.spec.ts.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expectAccessible } from "./helpers/axe";
import { handIn, saveFile } from "./helpers/exchange";
import { dist } from "./helpers/settings";
import { expect, test } from "./helpers/test";
import { begin } from "./helpers/work";

const records = (file: { buffer: Buffer }): unknown => JSON.parse(file.buffer.toString("utf8")).records;

test("a cut, an edited and a hostile file say what is wrong and change nothing", async ({ office }) => {
  await begin(office, "试验员甲", "云岭镇");
  const good = await saveFile(office);
  const text = good.buffer.toString("utf8");
  const bad: [string, string | Buffer][] = [
    ["文件不完整", text.slice(0, text.length / 2)],
    ["内容与校验码不符", text.replaceAll("云岭镇", "云岭乡")],
    ["这是图片", await readFile(path.join(dist, "icons/icon-180.png"))],
    ["别的程序", JSON.stringify({ __proto__: { a: 1 }, records: [[[[]]]] })],
  ];
  for (const [words, content] of bad) {
    const card = await handIn(office, { ...good, buffer: Buffer.from(content) });
    await expect(card.getByRole("alert")).toContainText("不能接收");
    await expect(card.locator(".problems")).toContainText(words);
    await expect(card.getByRole("button", { name: "合并", exact: true })).toHaveCount(0);
  }
  await expectAccessible(office.page);
  expect(records(await saveFile(office))).toEqual(records(good));
});
