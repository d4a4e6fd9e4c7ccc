import { test } from "./helpers/test";
const R = "#/assessment/scores?rules=R7&period=2026";
const P: [string, string][] = [["scores", "#/assessment/scores?rules=R32&period=2026"], ["r7", R], ["none", "#/assessment/scores"], ["rules", "#/assessment/rules"], ["metrics", "#/assessment/rules?show=metrics"]];
test("shots", async ({ office }) => {
  test.setTimeout(240000);
  const page = await office.visitSample("#/today");
  for (const [name, at] of P) {
    await page.goto("./" + at);
    await page.waitForTimeout(700);
    if (name === "scores") {
      const t = await page.evaluate(async () => {
        const s = performance.now();
        (document.querySelector(".score-table .total button") as HTMLElement).click();
        await new Promise((r) => requestAnimationFrame(() => setTimeout(r)));
        return performance.now() - s;
      });
      console.log("open panel ms", t);
    }
    if (name === "r7") { const b = page.locator(".score-table tbody tr:not(.group) td.number button").nth(3); if (await b.count()) await b.click(); await page.waitForTimeout(400); }
    await page.screenshot({ path: `/tmp/zs/shots/e-${name}.png` });
  }
  await page.goto("./#/assessment/rules");
  await page.locator(".page-head .actions button").first().click();
  await page.locator(".menu:popover-open [role^=menuitem]").nth(6).click();
  await page.waitForTimeout(700);
  await page.locator(".rule-tree li button").nth(2).click();
  await page.waitForTimeout(300);
  await page.screenshot({ path: `/tmp/zs/shots/e-editor.png`, fullPage: true });
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [name, at] of [...P.slice(0, 2)] as [string, string][]) {
    await page.goto("./" + at); await page.waitForTimeout(600);
    console.log(name, await page.evaluate(() => document.documentElement.scrollWidth));
    await page.screenshot({ path: `/tmp/zs/shots/e-${name}-390.png` });
  }
});
