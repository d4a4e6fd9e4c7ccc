// Companies and contacts, on the sample county.
import { expect, test } from "./helpers/test";

test("a new company is registered and merged into another", async ({ office }) => {
  const page = await office.visit("#/first-run");
  await page.getByRole("button", { name: "看看示例县" }).click();
  await expect(page.getByText("样例数据")).toBeVisible();
  for (const name of ["某某测试甲", "某某测试乙"]) {
    await page.goto("./#/companies");
    await page.getByRole("button", { name: "登记企业" }).click();
    await page.getByLabel("新企业名称").fill(name);
    await page.getByRole("dialog").getByRole("button", { name: "登记", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
  await page.locator(".page-head").getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "并入另一家企业" }).click();
  await page.getByRole("combobox", { name: "保留哪一家" }).fill("mmcsj");
  await page.getByRole("option", { name: "某某测试甲" }).click();
  await page.getByRole("button", { name: "合并", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "某某测试甲" })).toBeVisible();
});

test("the list is there on a page that opens with it", async ({ office }) => {
  const page = await office.visitSample("#/companies");
  await expect(page.locator(".company-row a").first()).toBeVisible();
  await page.getByRole("searchbox").last().fill("没有这样的企业");
  await expect(page.locator(".company-row a")).toHaveCount(0);
  await page.getByRole("searchbox").last().fill("");
  await expect(page.locator(".company-row a").first()).toBeVisible();
});

test("the whole list goes on paper, not only the rows in sight", async ({ office }) => {
  const page = await office.visitSample("#/companies");
  await expect(page.locator(".company-row a").first()).toBeVisible();
  const shown = Number((await page.locator(".page-head .lead").textContent())!.replace(/\D/g, ""));
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".printed-companies tbody tr")).toHaveCount(shown);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".printed-companies")).toBeVisible();
});
