// Every screen, in both languages and both themes: no violation that axe knows of; and on paper, with
// everything that a reader looks for and nothing beyond the edge of the sheet.
import { expectAccessible } from "./helpers/axe";
import { openScreen, SCREENS } from "./helpers/screens";
import { expect, test } from "./helpers/test";

/** A sheet of A4 within its margins, in CSS pixels. */
const SHEET = { width: 702, height: 1017 };

for (const screen of SCREENS) {
  for (const locale of ["zh-CN", "en-GB"]) {
    test(`${screen.name} is accessible in the light and in the dark, ${locale}`, async ({ newOffice }) => {
      const open = () => newOffice({ locale, reducedMotion: "reduce" });
      const office = await open();
      await openScreen(screen, office, open);
      for (const colorScheme of ["light", "dark"] as const) {
        await office.page.emulateMedia({ colorScheme });
        await expectAccessible(office.page);
      }
    });
  }

  const { paper } = screen;
  if (paper === undefined) continue;
  test(`${screen.name} goes on paper whole`, async ({ newOffice }) => {
    const open = () => newOffice({ reducedMotion: "reduce" });
    const office = await open();
    await openScreen(screen, office, open);
    const { page } = office;
    const onScreen = (await page.locator(paper).allInnerTexts()).map((text) => text.replace(/\s+/g, ""));
    const wanted = [...new Set(onScreen)].filter((text) => text !== "");
    expect(wanted.length).toBeGreaterThan(0);
    // The browser says so before it prints; pages that show only the rows in sight then make all of them.
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize(SHEET);
    const printed = () => page.evaluate(() => document.body.innerText.replace(/\s+/g, ""));
    for (const text of wanted) await expect.poll(printed).toContain(text);
    // The steps of a project's life are buttons, and belong on its sheet.
    await expect(page.getByRole("button").and(page.locator(":not(.track *)"))).toHaveCount(0);
    const width = await page.evaluate(() => document.scrollingElement!.scrollWidth);
    expect(width).toBeLessThanOrEqual(SHEET.width);
  });
}
