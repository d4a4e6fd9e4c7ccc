// The first run.
import { expectAccessible } from "./helpers/axe";
import { expect, test } from "./helpers/test";

test("asks who works here before it begins, in either language", async ({ office }) => {
  const page = await office.visit("#/first-run");
  await expectAccessible(page);
  await page.getByRole("button", { name: "从空白开始" }).click();
  await expect(page.getByText("请填姓名")).toBeVisible();
  await page.getByRole("radio", { name: "English" }).check();
  await expect(page.getByText("Enter your name")).toBeVisible();
  await page.getByLabel("Name").fill("Shen Qinghe");
  await page.getByLabel("Unit").fill("Yunling");
  await page.getByRole("button", { name: "Start empty" }).click();
  await expect(page).toHaveURL(/#\/projects\/board/);
  // Who presses undo does not mean his own name.
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeDisabled();
});
