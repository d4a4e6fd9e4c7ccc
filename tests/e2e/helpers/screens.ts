// Every screen of the application, and how an office comes to it.
import { expect } from "@playwright/test";
import { pdf, photo } from "./files";
import type { Office } from "./office";
import { carry, withSharedFolder } from "./shared_folder";
import { begin, checkRows, disagree, importLedger, merge, openLedger } from "./scenes";

/** A screen of the application, or a state of one. */
export type Screen = {
  name: string;
  /** Address within the application, such as `#/board`, in the sample county. */
  route?: string;
  /** Brings the page into the state to be shown; without a route, from a new laptop. */
  prepare?: (office: Office, another: () => Promise<Office>) => Promise<void>;
  /** What must be on paper when the page is printed, word for word: names, values. */
  paper?: string;
};

/** Every screen. To add one, add a line. */
export const SCREENS: Screen[] = [
  { name: "first-run", prepare: async (office) => { await office.visit(); } },
  { name: "today", route: "#/today", paper: ".day-list a" },
  { name: "search", route: "#/today", prepare: search },
  { name: "board", route: "#/projects/board", paper: ".card > a" },
  { name: "board-beside", route: "#/projects/board", prepare: openBeside },
  { name: "table", route: "#/projects/table", paper: ".record-table .grid [data-index] [role=gridcell]" },
  { name: "table-ticked", route: "#/projects/table", prepare: tick },
  { name: "table-grouped", route: "#/projects/table", prepare: group, paper: ".record-table .grid [data-index] [role=gridcell]" },
  { name: "duplicates", prepare: twins, paper: ".pair td" },
  { name: "first-reports", route: "#/projects/first-reports", paper: ".register td" },
  { name: "trips", route: "#/actions/trips", paper: ".record-table .grid [data-index] [role=gridcell]" },
  { name: "trip", route: "#/actions/trips", prepare: openFirst },
  { name: "trips-units", route: "#/actions/trips?show=units&span=year", paper: ".summed tbody :is(th, td)" },
  { name: "trips-people", route: "#/actions/trips?show=people&span=year", paper: ".summed tbody :is(th, td)" },
  { name: "trips-heads", route: "#/actions/trips?show=heads&span=month", paper: ".summed tbody :is(th, td)" },
  { name: "receptions", route: "#/actions/receptions", paper: ".record-table .grid [data-index] [role=gridcell]" },
  { name: "receptions-units", route: "#/actions/receptions?show=units&span=year", paper: ".summed tbody :is(th, td)" },
  { name: "events", route: "#/actions/events", paper: ".record-table .grid [data-index] [role=gridcell]" },
  { name: "events-sums", route: "#/actions/events?show=events&span=year", paper: ".summed tbody :is(th, td)" },
  { name: "leaders", route: "#/actions/leaders", paper: ".record-table .grid [data-index] [role=gridcell]" },
  { name: "leaders-sums", route: "#/actions/leaders?show=leaders&span=year", paper: ".summed tbody :is(th, td)" },
  { name: "posts", route: "#/actions/posts", paper: ".posts tbody a" },
  { name: "post-card", route: "#/actions/posts", prepare: openCard, paper: ".month-card h3" },
  { name: "posts-declared", route: "#/actions/posts?kind=duty_month", paper: ".record-table .grid [data-index] [role=gridcell]" },
  { name: "stations", route: "#/actions/teams", paper: ".team-summary tbody :is(th, td)" },
  { name: "ambassadors", route: "#/actions/teams?kind=ambassador", paper: ".team-summary tbody :is(th, td)" },
  { name: "trainings", route: "#/actions/teams?kind=training", paper: ".team-summary tbody :is(th, td)" },
  { name: "issues", route: "#/supervision/issues", paper: ".record-table .grid [data-index] [role=gridcell]" },
  { name: "issue", route: "#/supervision/issues", prepare: openFirst },
  { name: "issues-response", route: "#/supervision/issues?show=response", paper: ".sums tbody :is(th, td)" },
  { name: "issues-factors", route: "#/supervision/issues?show=factors", paper: ".sums tbody :is(th, td)" },
  { name: "permits", route: "#/supervision/permits", paper: ".record-table .grid [data-index] [role=gridcell]" },
  { name: "permits-critical", route: "#/supervision/permits?show=critical", paper: ".sums tbody :is(th, td)" },
  { name: "permit-templates", route: "#/supervision/permits?kind=permit_template", paper: ".record-table .grid [data-index] [role=gridcell]" },
  { name: "promises", route: "#/supervision/promises", paper: ".record-table .grid [data-index] [role=gridcell]" },
  { name: "promises-departments", route: "#/supervision/promises?show=department", paper: ".sums tbody :is(th, td)" },
  { name: "promises-projects", route: "#/supervision/promises?show=project", paper: ".sums tbody :is(th, td)" },
  { name: "health", route: "#/supervision/health", paper: ".health h2, .health .figures th" },
  { name: "warnings", route: "#/supervision/warnings", paper: ".warning-list tbody th" },
  { name: "warning-rules", route: "#/supervision/warnings?rules=1", paper: ".warning-rules tbody th" },
  { name: "permit-chart", route: "#/supervision/permits?show=critical", prepare: openPermits, paper: ".permit-chart .name" },
  { name: "responsibility", route: "#/supervision/responsibility", paper: ".responsibility-table tbody th" },
  { name: "scores", route: "#/assessment/scores", paper: ".score-table tbody th" },
  { name: "score-open", route: "#/assessment/scores", prepare: openScore },
  { name: "scores-example", route: "#/assessment/scores?rules=R32", paper: ".score-table tbody th" },
  { name: "scores-published", route: "#/assessment/scores?show=published", paper: ".published-list th" },
  { name: "score-result", route: "#/assessment/scores?show=published", prepare: openResult, paper: ".corrections tbody th" },
  { name: "rules", route: "#/assessment/rules", paper: ".sheet-list tbody th" },
  { name: "rule-editor", route: "#/assessment/rules", prepare: openRules, paper: ".rule-tree .name" },
  { name: "metrics", route: "#/assessment/rules?show=metrics", paper: ".metric-list tbody th" },
  { name: "overview", route: "#/assessment/overview", paper: ".headline h2, .block tbody th" },
  { name: "overview-wall", route: "#/assessment/overview?wall=1" },
  { name: "contest", route: "#/assessment/contests", paper: ".groups tbody th" },
  { name: "contest-wall", route: "#/assessment/contests?wall=1" },
  { name: "contest-awards", route: "#/assessment/contests?show=awards", paper: ".award-part tbody th" },
  { name: "contest-results", route: "#/assessment/contests?show=published" },
  { name: "certificates", route: "#/assessment/contests?show=certificates", paper: ".certificate :is(h2, .unit, .text)" },
  { name: "contests", route: "#/assessment/contests?kind=contest", paper: ".record-table .grid [data-index] [role=gridcell]" },
  { name: "nominations", route: "#/assessment/contests?kind=nomination", paper: ".record-table .grid [data-index] [role=gridcell]" },
  { name: "progress", route: "#/assessment/progress", paper: ".sums th" },
  { name: "progress-half", route: "#/assessment/progress?show=half", paper: ".sums th" },
  { name: "progress-three", route: "#/assessment/progress?show=three", paper: ".sums th" },
  { name: "progress-rate", route: "#/assessment/progress?show=rate", paper: ".sums th" },
  { name: "progress-city", route: "#/assessment/progress?show=city", paper: ".sums th" },
  { name: "progress-clear", route: "#/assessment/progress?show=clear", paper: ".sums th" },
  { name: "targets", route: "#/assessment/targets", paper: ".targets tbody th" },
  { name: "hearings", route: "#/assessment/hearings", paper: ".sums th" },
  { name: "pledges", route: "#/assessment/hearings?show=pledges", paper: ".sums tbody th" },
  { name: "pledges-units", route: "#/assessment/hearings?show=units", paper: ".sums tbody th" },
  { name: "pledge-records", route: "#/assessment/hearings?kind=pledge", paper: ".record-table .grid [data-index] [role=gridcell]" },
  { name: "minutes", route: "#/assessment/hearings", prepare: openMinutes, paper: ".minutes :is(h2, h3, p)" },
  { name: "hearing", route: "#/assessment/hearings", prepare: openHearing, paper: ".hearing-mode :is(h1, .figures th, .late a)" },
  { name: "bulletins", route: "#/assessment/bulletins" },
  { name: "bulletin", route: "#/assessment/bulletins", prepare: openBulletin, paper: ".paper > p, .paper-table td" },
  { name: "bulletin-tables", route: "#/assessment/bulletins?show=tables", paper: ".paper-table td" },
  { name: "meeting-pack", route: "#/assessment/bulletins?show=pack", paper: ".paper > p, .paper-table td" },
  { name: "past", route: "#/projects/board", prepare: lookBack, paper: ".past-strip p" },
  { name: "project", route: "#/today", prepare: openProject, paper: ".page h1, .page h2:not(summary *)" },
  { name: "milestone", route: "#/today", prepare: openMilestone },
  { name: "attachment", route: "#/today", prepare: openAttachment, paper: ".attachments .name" },
  { name: "new-project", route: "#/project/new" },
  { name: "companies", route: "#/companies", paper: ".company-row a" },
  { name: "company", route: "#/companies", prepare: openCompany, paper: ".page h1" },
  { name: "calendar", route: "#/actions/calendar", paper: ".calendar li .title" },
  { name: "calendar-week", route: "#/actions/calendar?view=week", paper: ".calendar li .title" },
  { name: "inspections", route: "#/supervision/inspections" },
  { name: "inspection-slides", route: "#/supervision/inspections?show=slides", paper: ".slides article[data-current=true] :is(h1, dd)" },
  { name: "route-sheet", route: "#/actions/events", prepare: openRouteSheet, paper: ".route-sheet :is(h2, dd)" },
  { name: "import", prepare: importSource },
  { name: "import-columns", prepare: importColumns, paper: ".column-table tbody th" },
  { name: "import-rows", prepare: importRows, paper: ".import-grid [data-key=name] .read" },
  { name: "import-done", prepare: importDone, paper: ".import-done p" },
  { name: "exchange", route: "#/exchange", paper: "h2" },
  { name: "exchange-copy", route: "#/exchange", prepare: copyForVisitor, paper: ".leaving dd" },
  { name: "exchange-preview", prepare: exchangePreview, paper: ".incoming td" },
  { name: "exchange-shared", prepare: share, paper: ".shared td" },
  { name: "conflicts", prepare: conflicts, paper: ".conflicts .value" },
  { name: "locked", prepare: lock },
  ...["office", "units", "people", "lists", "appearance", "storage"].map((section) =>
    ({ name: `settings-${section}`, route: `#/settings/${section}`, paper: ".settings h2" })),
];

/** Brings an office to a screen; `another` opens a second office where two are needed. */
export async function openScreen(screen: Screen, office: Office, another: () => Promise<Office>): Promise<void> {
  if (screen.route !== undefined) await office.visitSample(screen.route);
  await screen.prepare?.(office, another);
}

/** The page that asks for the passphrase. */
async function lock(office: Office): Promise<void> {
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  await page.goto("./#/settings/storage");
  await page.getByRole("button", { name: /^(设置口令|Set a passphrase)$/ }).click();
  await page.locator(".new-passphrase input[type=checkbox]").check();
  for (const field of await page.locator(".new-passphrase input[type=password]").all()) await field.fill("内部台账一二三四五六");
  await page.getByRole("button", { name: /^(设置并加密|Set it and encrypt)$/ }).click();
  await expect(page.locator(".lock-screen")).toBeVisible();
}

/** Two offices that share a folder. */
async function share(office: Office, another: () => Promise<Office>): Promise<void> {
  const colleague = await another();
  for (const [here, name, unit] of [[colleague, "试验员乙", "县招商服务中心"], [office, "试验员甲", "云岭镇"]] as const) {
    await withSharedFolder(here);
    await begin(here, name, unit);
    if (here === office) await carry(colleague.page, here.page);
    await here.page.goto("./#/exchange");
    await here.page.locator(".shared .choose button").first().click();
    await expect(here.page.locator(".shared .state")).toHaveAttribute("data-state", "done");
  }
  await expect(office.page.locator(".shared tbody tr")).toHaveCount(1);
}

/** A project that was registered twice. */
async function twins(office: Office): Promise<void> {
  const { page } = office;
  await begin(office, "试验员甲", "云岭镇");
  for (const total of ["3亿元", "3.5亿元"]) {
    await page.goto("./#/project/new");
    await page.locator(".field input").first().fill("闽锂新材料正极材料项目");
    await page.getByRole("textbox", { name: /^(总投资|Total investment)$/ }).fill(total);
    await page.getByRole("button", { name: /^(登记|Save project)$/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "闽锂新材料正极材料项目" })).toBeVisible();
  }
  await page.goto("./#/projects/duplicates");
  await expect(page.locator(".pair")).toHaveCount(1);
}

async function openScore({ page }: Office): Promise<void> {
  await page.locator(".score-table .total button").first().click();
  await expect(page.locator(".side-panel .working")).toBeVisible();
}

/** The published result of the sample county. */
async function openResult({ page }: Office): Promise<void> {
  await page.locator(".published-list a").first().click();
  await expect(page.locator(".frozen .digest")).toBeVisible();
}

/** A sheet begun from the first example. */
async function openRules({ page }: Office): Promise<void> {
  await page.locator(".page-head .actions button").first().click();
  await page.locator(".menu:popover-open [role^=menuitem]").nth(2).click();
  await expect(page.locator(".rule-editor")).toBeVisible();
}

/** The minutes of the sample county's last hearing. */
async function openMinutes({ page }: Office): Promise<void> {
  await page.locator(".sums tbody th a").last().click();
  await expect(page.locator(".minutes h3").first()).toBeVisible();
}

/** Today's hearing, at its first unit. */
async function openHearing({ page }: Office): Promise<void> {
  await page.locator(".next-hearing button").click();
  await expect(page.locator(".hearing-mode .figures tbody th").first()).toBeVisible();
}

async function lookBack({ page }: Office): Promise<void> {
  await page.getByRole("button", { name: /看过去某天的样子|Look at a past day/ }).click();
  await page.locator(".past-strip button").nth(1).click();
  await expect(page.locator(".past-strip [role=status]")).toContainText(/\d{4}-\d\d-\d\d/);
}

async function copyForVisitor({ page }: Office): Promise<void> {
  await page.locator(".send select").selectOption("visitor");
  await expect(page.locator(".leaving dd").first()).toBeVisible();
}

async function search({ page }: Office): Promise<void> {
  await page.locator("[role=search] input").pressSequentially("jcldc");
  await expect(page.getByRole("option").first()).toBeVisible();
}

async function openBeside({ page }: Office): Promise<void> {
  await page.locator("[data-column=signed] .card > a").first().click();
  await expect(page.locator(".side-panel")).toBeVisible();
}

/** Two rows ticked, so that the bar for many shows. */
async function tick({ page }: Office): Promise<void> {
  for (const row of [0, 1]) await page.locator(`.grid [data-index="${String(row)}"]`).getByRole("checkbox").check();
}

/** Grouped by stage: the first offer is not to group, the second the name. */
async function group({ page }: Office): Promise<void> {
  await page.locator(".record-table .tools [aria-haspopup=menu]").nth(1).click();
  await page.locator(".menu:popover-open [role^=menuitem]").nth(2).click();
  await expect(page.locator(".menu:popover-open")).toHaveCount(0);
}

/** The first record of a table, beside it. */
async function openFirst({ page }: Office): Promise<void> {
  await page.locator(".grid [data-index='0'] a.open").click({ force: true });
  await expect(page.locator(".side-panel [data-field]").first()).toBeVisible();
}

/** A new bulletin of this month. */
async function openBulletin({ page }: Office): Promise<void> {
  await page.locator(".empty-state button, .page-head .actions button").first().click();
  await page.locator("dialog[open] [data-kind=primary]").click();
  await expect(page.locator(".paper .paper-title")).toBeVisible();
}

/** The month of the first recruiter. */
async function openCard({ page }: Office): Promise<void> {
  await page.locator(".posts tbody th a").first().click();
  await expect(page.locator(".month-card")).toBeVisible();
}

/** The stops of the sample county's tour. */
async function openRouteSheet({ page }: Office): Promise<void> {
  await page.locator(".grid [data-index]", { hasText: "全县重点项目观摩" }).locator("a.open").click({ force: true });
  await expect(page.locator(".route li").first()).toBeVisible();
  await page.locator(".route h2 button").click();
  await expect(page.locator(".route-sheet > li").first()).toBeVisible();
}

/** The permits of the project that is most pressing, planned and granted. */
async function openPermits({ page }: Office): Promise<void> {
  await page.locator(".sums tbody th a").first().click();
  await expect(page.locator(".permit-chart .fact").first()).toBeVisible();
  await page.locator(".panel.permits").evaluate((panel) => { panel.scrollIntoView(); });
}

/** The project of the first line of Today. */
async function openProject({ page }: Office): Promise<void> {
  await page.locator(".day-list a").first().click();
  await page.waitForURL(/#\/project\//);
}

/** Photos and scans of a project, and one by itself. */
async function openAttachment(office: Office): Promise<void> {
  await openProject(office);
  const { page } = office;
  await page.locator(".attachments input[type=file]").setInputFiles([photo("开工现场.png", 1), photo("奠基.png", 70), pdf("协议.pdf")]);
  await expect(page.locator(".attachments .tiles img")).toHaveCount(2);
  await page.locator(".attachments .tiles button").filter({ has: page.locator("img") }).first().click();
  await expect(page.locator("dialog[open] .stage img")).toBeVisible();
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
