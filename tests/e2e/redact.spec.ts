// A copy for somebody outside: what leaves is shown before, and what is withheld stands nowhere in the file.
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";
import { saved } from "./helpers/work";

test("a copy for a visitor holds what was shown and nothing that is withheld", async ({ office, newOffice }) => {
  const page = await office.visitSample("#/projects/board");
  await page.locator(".card").first().getByRole("link").click();
  await page.getByPlaceholder(/跟进/).first().fill("对方只肯付定金");
  await page.keyboard.press("Enter");
  await expect(page.getByText("对方只肯付定金")).toBeVisible();
  await saved(page);

  await page.goto("./#/exchange");
  const send = page.getByRole("region", { name: "发给同事" });
  await expect(send.locator(".leaving")).toHaveCount(0);
  const whole = (await office.download(() => send.getByRole("button", { name: "存成文件" }).click())).bytes.toString("utf8");
  for (const secret of ["对方只肯付定金", '"total_investment"', '"phone"']) expect(whole).toContain(secret);

  await send.getByLabel("给谁看").selectOption({ label: "来宾" });
  const leaving = send.locator(".leaving");
  await expect(leaving).toContainText(/项目名称 64/);
  await expect(leaving).not.toContainText("总投资");
  await expect(leaving.locator("[data-staying]")).toContainText(/联系人和电话 [\d,]+ · 金额和到资 [\d,]+ · 跟进、外出、接待和活动 [\d,]+ · 意见、问题、审批、承诺、督查和凭证 [\d,]+ · 人员姓名 [\d,]+/);
  await expectAccessible(page);
  const { name, bytes } = await office.download(() => send.getByRole("button", { name: "存成文件" }).click());
  expect(name).toContain("来宾");
  const copy = bytes.toString("utf8");
  for (const secret of ["对方只肯付定金", '"total_investment"', '"phone"', '"owner"', '"history"', '"follow_up"', '"contact"']) {
    expect(copy, secret).not.toContain(secret);
  }

  // Each part can be let through by itself.
  await send.getByRole("checkbox", { name: "金额和到资" }).uncheck();
  await expect(leaving).toContainText(/总投资 \d+/);

  // It opens elsewhere, and brings exactly that.
  const second = await newOffice();
  const other = await second.visit("#/first-run");
  await other.getByLabel("姓名").fill("来宾甲");
  await other.getByLabel("单位").first().fill("某企业");
  await other.getByRole("button", { name: /接收同事的文件或备份/ }).click();
  await other.locator(".drop-zone input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: bytes });
  await other.getByRole("article").last().getByRole("button", { name: "合并", exact: true }).click();
  await other.goto("./#/projects/board");
  await expect(other.locator(".page-head .lead")).toContainText("64 个项目");

  // What a colleague lacks goes to him whole.
  await send.getByRole("radio", { name: "某位同事还没有的" }).or(send.getByText("某位同事还没有的")).first().click();
  await expect(send.getByLabel("给谁看")).toHaveCount(0);
});
