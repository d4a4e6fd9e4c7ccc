// Every screen, in both languages and both themes: no violation that axe knows of; and on paper, with
// everything that a reader looks for and nothing beyond the edge of the sheet.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./helpers/axe";
import { openScreen, SCREENS } from "./helpers/screens";
import { expect, test } from "./helpers/test";

/** A sheet of A4 within its margins, in CSS pixels. */
const SHEET = { width: 702, height: 1017 };

for (const screen of SCREENS) {
  for (const locale of ["zh-CN", "en-GB"]) {
    // Paper is looked at in one language: what is left out or cut off is so in both.
    const paper = locale === "zh-CN" ? screen.paper : undefined;
    const goes = paper === undefined ? "" : ", and goes on paper whole";
    test(`${screen.name} is accessible in the light and in the dark${goes}, ${locale}`, async ({ newOffice }) => {
      const open = () => newOffice({ locale, reducedMotion: "reduce" });
      const office = await open();
      await openScreen(screen, office, open);
      for (const colorScheme of ["dark", "light"] as const) {
        await office.page.emulateMedia({ colorScheme });
        await expectAccessible(office.page);
      }
      if (paper !== undefined) await expectOnPaper(office.page, paper);
    });
  }
}

/** What `wanted` finds on the screen is on paper word for word, and the sheet is wide enough. */
async function expectOnPaper(page: Page, wanted: string): Promise<void> {
  const onScreen = (await page.locator(wanted).allInnerTexts()).map((text) => text.replace(/\s+/g, ""));
  const texts = [...new Set(onScreen)].filter((text) => text !== "");
  expect(texts.length).toBeGreaterThan(0);
  // The browser says so before it prints; pages that show only the rows in sight then make all of them.
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(SHEET);
  const printed = () => page.evaluate(() => document.body.innerText.replace(/\s+/g, ""));
  for (const text of texts) await expect.poll(printed).toContain(text);
  // The steps of a project's life are buttons, and belong on its sheet.
  await expect(page.getByRole("button").and(page.locator(":not(.track *)"))).toHaveCount(0);
  const width = await page.evaluate(() => document.scrollingElement!.scrollWidth);
  expect(width).toBeLessThanOrEqual(SHEET.width);
}
