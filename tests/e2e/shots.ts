// Screenshots: every page of the list, at three sizes, in both languages.
//
// The pages are those of helpers/screens; CHOSEN names the pictures that go into the repository.
import path from "node:path";
import type { BrowserContextOptions } from "@playwright/test";
import { openScreen, SCREENS } from "./helpers/screens";
import { test } from "./helpers/test";

/** The day on which every picture is taken, so that a new one differs only where the page does. */
const TODAY = new Date("2026-09-30T10:00:00+08:00");

const SIZES: Record<string, BrowserContextOptions> = {
  laptop: { viewport: { width: 1366, height: 768 } },
  projector: { viewport: { width: 1920, height: 1080 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

const LANGUAGES: Record<string, string> = { zh: "zh-CN", en: "en-GB" };

/** Sizes and languages, such as `laptop-zh`, of the pictures for the documentation, by screen. */
const CHOSEN: Record<string, string[]> = {
  today: ["phone-zh"],
  board: ["laptop-zh", "laptop-en"],
  table: ["laptop-zh"],
  project: ["laptop-zh"],
  warnings: ["laptop-zh"],
  health: ["laptop-zh"],
  trips: ["laptop-zh"],
  "permit-chart": ["laptop-zh"],
  overview: ["laptop-zh"],
  hearing: ["laptop-zh"],
  bulletin: ["laptop-zh"],
  "import-rows": ["laptop-zh"],
};

const folder = process.env.ZS_SHOTS_OUT ?? "";
const all = process.env.ZS_SHOTS === "all";

for (const screen of SCREENS) {
  for (const [size, view] of Object.entries(SIZES)) {
    for (const [language, locale] of Object.entries(LANGUAGES)) {
      const variant = `${size}-${language}`;
      if (!all && !CHOSEN[screen.name]?.includes(variant)) continue;
      test(`${screen.name} ${variant}`, async ({ newOffice }) => {
        const open = async () => {
          const office = await newOffice({ ...view, locale, reducedMotion: "reduce" });
          await office.context.clock.setFixedTime(TODAY);
          if (size === "projector") await office.enlarge();
          return office;
        };
        const office = await open();
        await openScreen(screen, office, open);
        // What was said on the way there is not the picture's subject.
        for (const toast of await office.page.locator(".toast .icon-button").all()) await toast.click();
        await office.page.screenshot({ path: path.join(folder, `${screen.name}-${variant}.png`) });
      });
    }
  }
}
