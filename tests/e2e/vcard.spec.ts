// Business cards as contacts: chosen or dropped, looked at, imported as one command, undone whole.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { begin, saved } from "./helpers/work";

const card = (...lines: string[]) => ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD", ""].join("\r\n");
const file = (name: string, text: string | Buffer) => ({ name, mimeType: "text/vcard", buffer: Buffer.from(text) });

const COMPANY = "景澄锂能试验有限公司";
const people = [
  card("N:张;文静;;;", "FN:张文静", "ORG:景澄锂能试验有限公司;市场部", "TITLE:投资总监", "TEL;TYPE=CELL:+86 139 0000 1111", "X-WECHAT:jc_wenjing", "EMAIL:wj@example.com"),
  card("FN:李建国", "ORG:厦门试验新材料有限公司", "TEL;TYPE=CELL:13800000000", "NOTE:展会认识"),
  card("FN:周七", "TEL;TYPE=CELL:13700000000"),
  card("TEL:13600000000"),
].join("");

const dialog = (page: Page) => page.getByRole("dialog", { name: "导入名片" });
const row = (page: Page, name: string) => dialog(page).locator(".card-row", { hasText: name });
const choose = (page: Page, ...files: ReturnType<typeof file>[]) => dialog(page).locator("input[type=file]").setInputFiles(files);

/** A file that is dragged over the page. */
const transfer = (page: Page, name: string, text: string) =>
  page.evaluateHandle(({ name, text }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name, { type: "text/vcard" }));
    return transfer;
  }, { name, text });

/** Registers the company, and waits for its page. */
async function register(page: Page): Promise<void> {
  await page.goto("#/companies");
  await page.getByRole("button", { name: "登记企业" }).first().click();
  await page.getByLabel("新企业名称").fill(COMPANY);
  await page.getByRole("dialog").getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: COMPANY })).toBeVisible();
}

/** An office with one company, at the list of companies, with the dialog open. */
async function open(page: Page): Promise<void> {
  await register(page);
  await page.goto("#/companies");
  await page.getByRole("button", { name: "导入名片…" }).first().click();
}

test("cards are looked at, decided on, imported as one command and undone whole", async ({ office }) => {
  const page = await begin(office, "试验员甲", "云岭镇");
  await open(page);
  await choose(page, file("名片.vcf", people));
  await expect(page.locator("[data-test=cards-summary]"))
    .toHaveText("共 4 张名片：新增 2 位，新企业 1 家，没有单位 1 张，未能读取 1 张。");
  await expect(row(page, "张文静")).toContainText("市场部 投资总监");
  await expect(row(page, "张文静")).toContainText("13900001111");
  await expect(row(page, "张文静")).toContainText("jc_wenjing");
  await expect(row(page, "李建国")).toContainText("新企业");
  await expect(row(page, "周七")).toContainText("没有单位");
  await expect(dialog(page).getByRole("region", { name: "未能读取" })).toContainText("第 4 张（第 23 行） 13600000000");
  await expectAccessible(page);
  // A company is given to whom none is named for; another is left out.
  await row(page, "周七").getByRole("combobox", { name: "所在企业" }).fill("景澄");
  await page.getByRole("option", { name: "景澄锂能试验有限公司" }).click();
  await expect(row(page, "周七").locator("[data-fate=new]")).toBeVisible();
  await row(page, "李建国").getByRole("checkbox").uncheck();
  await expect(row(page, "李建国")).toContainText("不导入");
  await dialog(page).getByRole("button", { name: "导入 2 位" }).click();
  await expect(dialog(page)).toBeHidden();
  await saved(page);
  await page.getByRole("link", { name: "景澄锂能试验有限公司" }).click();
  const contacts = page.locator(".people li");
  await expect(contacts).toHaveCount(2);
  await expect(contacts.filter({ hasText: "张文静" })).toContainText("wj@example.com");
  await page.keyboard.press("Control+z");
  await expect(contacts).toHaveCount(0);
});

test("whom the ledger knows is filled in and never overwritten, and the same file twice changes nothing", async ({ office }) => {
  const page = await begin(office, "试验员甲", "云岭镇");
  await open(page);
  await choose(page, file("一.vcf", people));
  await dialog(page).getByRole("button", { name: "导入 2 位" }).click();
  await expect(dialog(page)).toBeHidden();
  await page.getByRole("button", { name: "导入名片…" }).first().click();
  await choose(page, file("一.vcf", people));
  await expect(row(page, "张文静")).toContainText("已登记，没有要补的");
  await expect(dialog(page).getByRole("button", { name: /^导入 0/ })).toBeDisabled();

  const changed = card("FN:张文静", "ORG:景澄锂能试验有限公司", "TITLE:总经理")
    + card("FN:李建国", "ORG:厦门试验新材料有限公司", "EMAIL:ljg@example.com")
    + card("FN:王秘书", "ORG:景澄锂能试验有限公司", "TEL:13900001111");
  await dialog(page).getByRole("button", { name: "换文件" }).click();
  await choose(page, file("二.vcf", changed));
  await expect(row(page, "张文静").first()).toContainText("登记为“市场部 投资总监”，名片上是“总经理”，保留登记的");
  await expect(row(page, "李建国")).toContainText("已登记，补充：邮箱");
  // A mobile number tells who it is, unless somebody says otherwise.
  await expect(row(page, "王秘书")).toContainText("手机号与已登记的“张文静”相同");
  await row(page, "王秘书").getByText("是另一个人，另行新增").click();
  await dialog(page).getByRole("button", { name: "导入 2 位" }).click();
  await page.getByRole("link", { name: "景澄锂能试验有限公司" }).click();
  const contacts = page.locator(".people li");
  await expect(contacts).toHaveCount(2);
  await expect(contacts.filter({ hasText: "张文静" })).toContainText("投资总监");
});

test("on a company's own page whoever's card names no company goes there, all others where theirs say", async ({ office }) => {
  const page = await begin(office, "试验员甲", "云岭镇");
  await register(page);
  const contacts = page.locator(".people li");
  await page.getByRole("button", { name: "导入名片…" }).click();
  await choose(page, file("名片.vcf", people));
  await expect(page.locator("[data-test=cards-summary]")).toHaveText("共 4 张名片：新增 3 位，新企业 1 家，未能读取 1 张。");
  await expect(row(page, "周七")).toContainText(COMPANY);
  await expect(row(page, "李建国")).toContainText("新企业");
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "导入 3 位" }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(contacts).toHaveCount(2);
  await expect(contacts.filter({ hasText: "周七" })).toContainText("13700000000");

  // A file dropped on the people opens there too, and another company may still be chosen.
  const dropped = await transfer(page, "另一张.vcf", card("FN:吴九", "TEL;TYPE=CELL:13500000000"));
  await contacts.first().dispatchEvent("drop", { dataTransfer: dropped });
  await row(page, "吴九").getByRole("button", { name: "换一家企业" }).click();
  await row(page, "吴九").getByRole("combobox", { name: "所在企业" }).fill("厦门");
  await page.getByRole("option", { name: "厦门试验新材料有限公司" }).click();
  await dialog(page).getByRole("button", { name: "导入 1 位" }).click();
  await expect(dialog(page)).toBeHidden();
  await saved(page);
  await expect(contacts).toHaveCount(2);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(contacts).toHaveCount(0);
});

test("cards in GBK, several files, and files that are none", async ({ office }) => {
  const page = await begin(office, "试验员甲", "云岭镇");
  await open(page);
  // 王小明 and 乙公司 in GB 18030, as an old phone writes them.
  const gbk = Buffer.concat([
    Buffer.from("BEGIN:VCARD\nVERSION:2.1\nN:"), Buffer.from("cdf5", "hex"), Buffer.from(";"), Buffer.from("d0a1c3f7", "hex"),
    Buffer.from("\nORG:"), Buffer.from("d2d2b9abcbbe", "hex"), Buffer.from("\nEND:VCARD\n"),
  ]);
  await choose(page, file("旧手机.vcf", gbk), file("空.vcf", ""), file("名单.vcf", "项目名称,投资方\n"));
  await expect(row(page, "王小明")).toContainText("乙公司");
  await expect(dialog(page).getByRole("alert").filter({ hasText: "空.vcf" })).toContainText("文件是空的");
  await expect(dialog(page).getByRole("alert").filter({ hasText: "名单.vcf" })).toContainText("里面没有名片");
});

test("a file dropped on the list opens there, and one given to another page leads there", async ({ office }) => {
  const page = await begin(office, "试验员甲", "云岭镇");
  await page.goto("#/companies");
  await expect(page.getByText("还没有企业")).toBeVisible();
  const dropped = await transfer(page, "名片.vcf", people);
  await page.locator(".takes-cards .empty-state").dispatchEvent("drop", { dataTransfer: dropped });
  await expect(row(page, "李建国")).toBeVisible();
  await dialog(page).getByRole("button", { name: "取消" }).click();

  await page.goto("#/exchange");
  await page.locator(".drop-zone input[type=file]").setInputFiles(file("名片.vcf", people));
  await expect(page.getByText("这是名片文件，归“企业”页导入。")).toBeVisible();
  await page.getByRole("button", { name: "去看名片" }).click();
  await expect(row(page, "李建国")).toBeVisible();
  await dialog(page).getByRole("button", { name: "取消" }).click();

  await page.goto("#/import");
  await page.locator(".drop-zone input[type=file]").setInputFiles(file("名片.vcf", people));
  await expect(row(page, "李建国")).toBeVisible();
});
