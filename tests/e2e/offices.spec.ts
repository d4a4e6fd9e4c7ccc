// Two offices, each on a laptop of its own, work without a network and hand each other files.
import { expectAccessible } from "./helpers/axe";
import { content, handIn, inbox, kinds, merge, saveFile } from "./helpers/exchange";
import { expect, test } from "./helpers/test";
import { begin, register, saved, setField } from "./helpers/work";

const NAME = "年产八万吨再生铝合金试验项目";
const OTHER = "智能仓储试验项目";

test("two offices edit the same and other fields offline and end equal, one choice in each inbox", async ({ newOffice }) => {
  const [a, b] = [await newOffice(), await newOffice()];
  await begin(a, "试验员甲", "云岭镇");
  const address = await register(a.page, NAME, "1.2亿");
  await register(a.page, OTHER, "3000万");
  await begin(b, "试验员乙", "城关镇");
  for (const office of [a, b]) {
    await office.offlineCopy();
    await office.context.setOffline(true);
  }

  const first = await saveFile(a);
  expect(first.name).toMatch(/^招商簿-云岭镇-\d{4}-\d\d-\d\d\.json$/);
  const preview = await handIn(b, first);
  await expect(preview.locator(".sender")).toContainText("云岭镇 试验员甲");
  await expect(preview).toContainText("尚未写入");
  await preview.getByText(/^新增记录/).click();
  await expect(preview.getByRole("row").filter({ hasText: NAME })).toContainText("项目");
  await expectAccessible(b.page);
  await preview.getByRole("button", { name: "合并", exact: true }).click();
  await expect(preview).toContainText("待选分歧 0 处");

  // The same field and others, neither knowing of the other; each reloads once, still without network.
  const edits = [
    [a, [["总投资", "1.5亿"], ["项目名称", `${NAME}（一期）`]]],
    [b, [["总投资", "1.8亿"], ["所属产业", "新材料"]]],
  ] as const;
  for (const [office, fields] of edits) {
    const { page } = office;
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
    for (const [label, value] of fields) await setField(page, label, value);
    const line = page.getByPlaceholder("记一笔跟进，回车保存");
    await line.fill(`${office === a ? "甲" : "乙"}去看了地`);
    await line.press("Enter");
    await saved(page);
    await page.reload();
    await expect(page.getByLabel("总投资", { exact: true })).toHaveValue(office === a ? "15000" : "18000");
  }

  const [fromA, fromB] = [await saveFile(a), await saveFile(b)];
  const atA = await handIn(a, fromB);
  // Both lists are short, and open.
  const disagreeing = atA.locator("details").filter({ hasText: "双方填写不一致 1" });
  await expect(disagreeing.getByRole("row").filter({ hasText: "总投资" })).toContainText("1.8亿元 / 1.5亿元");
  await expect(atA.getByRole("row").filter({ hasText: "所属产业" })).toContainText("新材料");
  await atA.getByRole("button", { name: "合并", exact: true }).click();
  await expect(atA).toContainText("待选分歧 1 处");
  await merge(b, fromA);
  const [endA, endB] = [await saveFile(a), await saveFile(b)];
  expect(content(endA)).toBe(content(endB));
  expect(content(endA)).not.toBe(content(fromA));

  // The choice lies in both inboxes with names; one office makes it, and it is made in both.
  await expect((await inbox(b, 1)).getByText("试验员甲 · 云岭镇")).toBeVisible();
  const choice = (await inbox(a, 1)).first();
  await expectAccessible(a.page);
  await expect(choice.getByRole("listitem").filter({ hasText: "试验员乙" })).toContainText(/1\.8亿元\s*现在显示/);
  const own = choice.getByRole("listitem").filter({ hasText: "1.5亿元" });
  await own.getByRole("button", { name: "改用这个" }).click();
  await inbox(a, 0);
  const settled = await saveFile(a);
  const settling = await handIn(b, settled);
  await expect(settling).toContainText("对方已裁定的分歧 1");
  await settling.getByRole("button", { name: "合并", exact: true }).click();
  await expect(settling).toContainText("已合并");
  await inbox(b, 0);
  await b.page.goto(address);
  await expect(b.page.getByLabel("总投资", { exact: true })).toHaveValue("15000");
  await expect(b.page.getByRole("heading", { level: 1 })).toHaveText(`${NAME}（一期）`);
  await expect(b.page.locator(".follow-up")).toHaveCount(2);
  expect(content(await saveFile(b))).toBe(content(settled));
});

test("the same file twice, only what is new, and a clock that is ahead", async ({ newOffice }) => {
  const [a, b] = [await newOffice(), await newOffice()];
  // Two and a half hours: set for the wrong zone, as it happens.
  await b.context.clock.setFixedTime(Date.now() + 150 * 60_000);
  await begin(a, "试验员甲", "云岭镇");
  await register(a.page, NAME, "1.2亿");
  await begin(b, "试验员乙", "城关镇");
  const first = await saveFile(a);
  await merge(b, first);
  const again = await handIn(b, first);
  await expect(again).toContainText("文件里的内容这里都有了，合并也不会有变化");
  await expect(again.locator("details")).toHaveCount(0);
  const before = content(await saveFile(b));
  await again.getByRole("button", { name: "合并", exact: true }).click();
  await expect(again).toContainText("已合并");
  expect(content(await saveFile(b))).toBe(before);

  await register(b.page, OTHER, "3000万");
  const news = await saveFile(b, "试验员甲");
  expect(kinds(news)).toEqual(["author", "person", "project", "unit"]);
  expect(news.buffer.toString("utf8")).not.toContain(NAME);
  const card = await handIn(a, news);
  await expect(card.getByText(/对方电脑的时钟快 2 小时 (29|30) 分/)).toBeVisible();
  await expect(card).toContainText("尚未写入");
  await card.getByRole("button", { name: "合并", exact: true }).click();
  await expect(card).toContainText("待选分歧 0 处");

  // What is written in knowledge of the fast clock comes after it, by a slower clock too.
  await a.page.goto("#/projects/table");
  await a.page.getByRole("link", { name: "打开" }).last().click();
  await setField(a.page, "总投资", "3600万");
  const back = await saveFile(a, "试验员乙");
  expect(kinds(back)).toEqual(["project"]);
  const last = await handIn(b, back);
  await expect(last).not.toContainText("对方电脑的时钟");
  await last.getByRole("button", { name: "合并", exact: true }).click();
  await expect(last).toContainText("已合并");
  await inbox(b, 0);
  expect(content(await saveFile(b))).toBe(content(await saveFile(a)));
  await b.page.goto("#/exchange");
  await expect(b.page.locator(".received tbody tr")).toHaveCount(3);
});

test("one unit, or the rows that are ticked, go to a colleague and nothing else", async ({ newOffice }) => {
  const sender = await newOffice();
  const page = await sender.visitSample("#/projects/table");
  const names = page.locator(".grid [data-index] [data-column='0'] > span");
  const ticked = [await names.nth(0).innerText(), await names.nth(2).innerText()];
  for (const row of [0, 2]) await page.locator(`.grid [data-index="${String(row)}"]`).getByRole("checkbox").check();
  await page.getByRole("button", { name: "发给同事…" }).click();
  const send = page.locator(".send");
  await expect(send.getByRole("radio", { name: "选定的记录" })).toBeChecked();
  const projects = (file: { bytes: Buffer }) =>
    (JSON.parse(file.bytes.toString("utf8")) as { records: { kind: string }[] }).records
      .filter(({ kind }) => kind === "project");
  const selection = await sender.download(() => send.getByRole("button", { name: "存成文件" }).click());
  expect(projects(selection)).toHaveLength(2);
  for (const name of ticked) expect(selection.bytes.toString("utf8")).toContain(name);

  await send.getByRole("radio", { name: "一个单位的" }).check();
  await expect(send.getByRole("button", { name: "存成文件" })).toBeDisabled();
  await send.getByRole("combobox", { name: "单位" }).fill("双桥镇");
  await page.getByRole("option", { name: "双桥镇" }).click();
  const unit = await sender.download(() => send.getByRole("button", { name: "存成文件" }).click());
  expect(projects(unit)).toHaveLength(12);

  const receiver = await newOffice();
  const other = await begin(receiver, "试验员乙", "高新区");
  await merge(receiver, { name: selection.name, mimeType: "application/json", buffer: selection.bytes });
  await other.goto("#/projects/table");
  await expect(other.locator(".grid [data-index]")).toHaveCount(2);
  for (const name of ticked) await expect(other.getByText(name, { exact: true })).toBeVisible();
});
