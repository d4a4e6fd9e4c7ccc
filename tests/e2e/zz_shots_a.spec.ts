import { test } from "./helpers/test";
const shot = (name: string) => `/tmp/zs/shots/a-${name}.png`;
for (const [l, size] of [["zh", "laptop"], ["en", "laptop"], ["zh", "phone"]] as const) {
  test(`shots ${l} ${size}`, async ({ office }) => {
    test.setTimeout(240_000);
    const page = await office.visitSample("#/assessment/progress?metric=signed");
    await page.evaluate((l) => localStorage.setItem("zs.prefs", JSON.stringify({ lang: l })), l);
    await page.setViewportSize(size === "phone" ? { width: 390, height: 844 } : { width: 1366, height: 768 });
    await page.reload();
    const tag = `${l}-${size}`;
    const go = async (hash: string, name: string) => {
      await page.goto(`./${hash}`);
      await page.waitForTimeout(500);
      await page.screenshot({ path: shot(`${name}-${tag}`) });
    };
    await go("#/assessment/progress?metric=signed", "units");
    await go("#/assessment/progress?metric=signed&whose=person", "people");
    await go("#/assessment/progress?metric=signed_amount&whose=person", "people-money");
    await go("#/assessment/progress?metric=signed&whose=chain", "chains");
    await go("#/assessment/targets", "targets");
    await go("#/assessment/targets?whose=chain", "targets-chains");
    await go("#/settings/office", "settings");
    await page.locator("select").last().scrollIntoViewIfNeeded();
    await page.locator("#main select, main select").first().selectOption("12");
    await page.waitForTimeout(300);
    await page.screenshot({ path: shot(`settings12-${tag}`) });
    await go("#/assessment/progress?metric=signed", "units12");
    await go("#/assessment/overview", "overview12");
    await go("#/assessment/scores", "scores12");
    await go("#/assessment/targets", "targets12");
    await go("#/assessment/bulletins?show=tables", "tables12"); await go("#/assessment/progress?metric=signed&show=half", "half12");
    if (size !== "laptop") return;
    await page.goto("./#/assessment/progress?metric=signed&whose=person");
    await page.waitForTimeout(300);
    await page.pdf({ path: `/tmp/zs/shots/a-people-${tag}.pdf`, preferCSSPageSize: true });
  });
}
