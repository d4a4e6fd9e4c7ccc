// Screenshots: every page of the list, at three sizes, in both languages.
//
// To add a page, add a line to PAGES. `chosen` names the pictures that go into the repository.
import path from "node:path";
import type { BrowserContextOptions } from "@playwright/test";
import type { Office } from "./helpers/office";
import { begin, checkRows, disagree, importLedger, merge, openLedger } from "./helpers/scenes";
import { expect, test } from "./helpers/test";

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
  /** Address within the application, such as `#/board`, in the sample county. */
  route?: string;
  /** Brings the page into the state to be shown; without a route, from a new laptop. */
  prepare?: (office: Office, another: () => Promise<Office>) => Promise<void>;
  /** Size and language, such as `laptop-zh`, of the pictures for the documentation. */
  chosen?: string[];
};

const PAGES: Shot[] = [
  { name: "first-run", prepare: async (office) => { await office.visit(); } },
  { name: "today", route: "#/today", chosen: ["phone-zh"] },
  { name: "search", route: "#/today", prepare: search },
  { name: "board", route: "#/projects/board", chosen: ["laptop-zh", "laptop-en"] },
  { name: "board-beside", route: "#/projects/board", prepare: openBeside },
  { name: "table", route: "#/projects/table", chosen: ["laptop-zh"] },
  { name: "table-grouped", route: "#/projects/table", prepare: group },
  { name: "project", route: "#/today", prepare: openProject, chosen: ["laptop-zh"] },
  { name: "milestone", route: "#/today", prepare: openMilestone },
  { name: "new-project", route: "#/project/new" },
  { name: "companies", route: "#/companies" },
  { name: "company", route: "#/companies", prepare: openCompany },
  { name: "import", prepare: importSource },
  { name: "import-columns", prepare: importColumns },
  { name: "import-rows", prepare: importRows, chosen: ["laptop-zh"] },
  { name: "import-done", prepare: importDone },
  { name: "exchange", route: "#/exchange" },
  { name: "exchange-preview", prepare: exchangePreview },
  { name: "conflicts", prepare: conflicts },
  ...["office", "units", "people", "lists", "appearance", "storage"].map((section) =>
    ({ name: `settings-${section}`, route: `#/settings/${section}` })),
];

async function search({ page }: Office): Promise<void> {
  await page.locator("[role=search] input").pressSequentially("jcldc");
  await expect(page.getByRole("option").first()).toBeVisible();
}

async function openBeside({ page }: Office): Promise<void> {
  await page.locator("[data-column=signed] .card > a").first().click();
  await expect(page.locator(".side-panel")).toBeVisible();
}

/** Grouped by stage: the first offer is not to group, the second the name. */
async function group({ page }: Office): Promise<void> {
  await page.locator(".record-table .tools [aria-haspopup=menu]").nth(1).click();
  await page.locator(".menu:popover-open [role^=menuitem]").nth(2).click();
  await expect(page.locator(".menu:popover-open")).toHaveCount(0);
}

/** The project of the first line of Today. */
async function openProject({ page }: Office): Promise<void> {
  await page.locator(".day-list a").first().click();
  await page.waitForURL(/#\/project\//);
}

async function openMilestone(office: Office): Promise<void> {
  await openProject(office);
  await office.page.locator(".track li[data-state=ahead] button").first().click();
  await expect(office.page.getByRole("dialog")).toBeVisible();
}

async function openCompany({ page }: Office): Promise<void> {
  await page.locator(".company-row a").first().click();
  await page.waitForURL(/#\/company\//);
}

async function importSource(office: Office): Promise<void> {
  await begin(office, "试验员甲", "招商服务中心", "import");
}

async function importColumns(office: Office): Promise<void> {
  await importSource(office);
  await openLedger(office, "county-ledger.xlsx");
}

/** The first of the two likely duplicates is asked about. */
async function importRows(office: Office): Promise<void> {
  await importColumns(office);
  await checkRows(office);
  await office.page.locator(".import-bar [data-kind=quiet]").click();
  await expect(office.page.locator(".side-panel .compare")).toBeVisible();
}

async function importDone(office: Office): Promise<void> {
  await begin(office, "试验员甲", "招商服务中心");
  await importLedger(office, "county-ledger.xlsx");
}

async function exchangePreview(office: Office, another: () => Promise<Office>): Promise<void> {
  await disagree(office, await another());
}

async function conflicts(office: Office, another: () => Promise<Office>): Promise<void> {
  await exchangePreview(office, another);
  await merge(office);
  await office.page.goto("./#/exchange/conflicts");
  await expect(office.page.locator(".conflicts article")).toHaveCount(1);
}

const folder = process.env.ZS_SHOTS_OUT ?? "";
const all = process.env.ZS_SHOTS === "all";

for (const shot of PAGES) {
  for (const [size, view] of Object.entries(SIZES)) {
    for (const [language, locale] of Object.entries(LANGUAGES)) {
      const variant = `${size}-${language}`;
      if (!all && !shot.chosen?.includes(variant)) continue;
      test(`${shot.name} ${variant}`, async ({ newOffice }) => {
        const open = async () => {
          const office = await newOffice({ ...view, locale, reducedMotion: "reduce" });
          await office.context.clock.setFixedTime(TODAY);
          if (size === "projector") await office.enlarge();
          return office;
        };
        const office = await open();
        if (shot.route !== undefined) await office.visitSample(shot.route);
        await shot.prepare?.(office, open);
        // What was said on the way there is not the picture's subject.
        for (const toast of await office.page.locator(".toast .icon-button").all()) await toast.click();
        await office.page.screenshot({ path: path.join(folder, `${shot.name}-${variant}.png`) });
      });
    }
  }
}
