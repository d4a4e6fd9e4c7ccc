// Screenshots: every page of the list, at three sizes, in both languages.
//
// To add a page, add a line to PAGES. `chosen` names the pictures that go into the repository.
import path from "node:path";
import type { BrowserContextOptions } from "@playwright/test";
import type { Office } from "./helpers/office";
import { test } from "./helpers/test";

/** The day on which every picture is taken, so that a new one differs only where the page does. */
const TODAY = new Date("2026-09-30T10:00:00+08:00");

const SIZES: Record<string, BrowserContextOptions> = {
  laptop: { viewport: { width: 1366, height: 768 } },
  projector: { viewport: { width: 1920, height: 1080 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

const LANGUAGES: Record<string, string> = { zh: "zh-CN", en: "en-GB" };

type Shot = {
  name: string;
  /** Address within the application, such as `#/board`. */
  route: string;
  /** On a new laptop, not in the sample county. */
  empty?: boolean;
  /** Brings the page into the state to be shown. */
  prepare?: (office: Office) => Promise<void>;
  /** Size and language, such as `laptop-zh`, of the pictures for the documentation. */
  chosen?: string[];
};

const PAGES: Shot[] = [
  { name: "first-run", route: "", empty: true, chosen: ["laptop-zh"] },
  { name: "today", route: "#/today", chosen: ["laptop-zh", "phone-zh"] },
  { name: "board", route: "#/projects/board", chosen: ["laptop-zh", "laptop-en"] },
  { name: "table", route: "#/projects/table", chosen: ["laptop-zh"] },
  { name: "project", route: "#/today", prepare: openProject, chosen: ["laptop-zh"] },
  { name: "companies", route: "#/companies", chosen: [] },
  { name: "import", route: "#/import", chosen: ["laptop-zh"] },
  { name: "exchange", route: "#/exchange", chosen: [] },
  { name: "conflicts", route: "#/exchange/conflicts", chosen: [] },
  { name: "settings", route: "#/settings/office", chosen: [] },
];

/** The project of the first line of Today. */
async function openProject(office: Office): Promise<void> {
  await office.page.locator(".day-list a").first().click();
  await office.page.waitForURL(/#\/project\//);
}

const folder = process.env.ZS_SHOTS_OUT ?? "";
const all = process.env.ZS_SHOTS === "all";

for (const shot of PAGES) {
  for (const [size, view] of Object.entries(SIZES)) {
    for (const [language, locale] of Object.entries(LANGUAGES)) {
      const variant = `${size}-${language}`;
      if (!all && !shot.chosen?.includes(variant)) continue;
      test(`${shot.name} ${variant}`, async ({ newOffice }) => {
        const office = await newOffice({ ...view, locale, reducedMotion: "reduce" });
        await office.context.clock.setFixedTime(TODAY);
        await (shot.empty ? office.visit(shot.route) : office.visitSample(shot.route));
        await shot.prepare?.(office);
        await office.page.screenshot({ path: path.join(folder, `${shot.name}-${variant}.png`) });
      });
    }
  }
}
