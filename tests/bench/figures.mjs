// What is measured, and the goal for each. To add a figure, add an entry.
//
// `measure(lab)` makes one run and returns one number in `unit`. A figure with `once` has no
// spread and is taken one time. An entry with `names` gives as many figures, and returns a number for each.
import { transferred } from "./bytes.mjs";
import { PROJECT, clicks, editOnce, keystrokes, mergeFile, scoreAnew, storedUnits } from "./actions.mjs";

/** The usual county, the largest that must still work well, and half of it. */
const COUNTY = { projects: 300, followUps: 1_500 };
const LARGE = { projects: 10_000, followUps: 50_000 };
/** The same at work: permits, problems, promises, trips and the rest (`src/store/generate/work.rs`). */
const WORKING = { ...LARGE, kind: "working" };
/** And scored: a hundred units by twenty items (`src/store/generate/assess.rs`). */
const ASSESSED = { ...LARGE, kind: "assessed" };
const HALF = { projects: 5_000, followUps: 25_000 };

const BOARD = "#/projects/board";

/** From the start of the navigation to the frame that shows the first card, in ms. */
const firstCard = (data, cpu = 1) => async (lab) => {
  const page = await lab.open({ data, cpu, route: BOARD });
  return lab.timeOf(page, "[data-first-card]");
};

/** Opens a page with everything loaded and does something there. */
const onPage = (data, route, act) => async (lab) => {
  const page = await lab.open({ data, route });
  await page.waitForSelector(".saved[data-state=saved]", { timeout: 60_000 });
  return act(page, await lab.made(data), lab);
};

/** What the rows of tables match: of records, of sums, of what people did. */
const GRID = ".grid .row:not(.totals) [role=gridcell]";
const SUMS = "table.sums tbody td";
const SUMMED = "table.summed tbody td";

/** Every page that is not measured otherwise: what it is called here, its address, and what is there once it is. */
const SCREENS = [
  ["Today", "/today", ".day-list li"],
  ["board", "/projects/board", "[data-first-card]"],
  ["table of projects", "/projects/table", GRID],
  ["project", PROJECT, "form.composer"],
  ["calendar", "/actions/calendar", "table.calendar li"],
  ["trips", "/actions/trips", GRID],
  ["trips by unit", "/actions/trips?show=units&span=year", SUMMED],
  ["trips by person", "/actions/trips?show=people&span=year", SUMMED],
  ["days out of heads", "/actions/trips?show=heads&span=year", SUMMED],
  ["receptions", "/actions/receptions", GRID],
  ["receptions by unit", "/actions/receptions?show=units&span=year", SUMMED],
  ["events", "/actions/events", GRID],
  ["events added up", "/actions/events?show=events&span=year", SUMMED],
  ["works of leaders", "/actions/leaders", GRID],
  ["works by leader", "/actions/leaders?show=leaders&span=year", SUMMED],
  ["in post", "/actions/posts", "table.figures tbody td"],
  ["stations", "/actions/teams", "table.figures tbody td"],
  ["ambassadors", "/actions/teams?kind=ambassador", "table.figures tbody td"],
  ["training", "/actions/teams?kind=training", "table.figures tbody td"],
  ["warnings", "/supervision/warnings", ".warning-list tbody td"],
  ["responsibility", "/supervision/responsibility", ".responsibility-table tbody td"],
  ["problems", "/supervision/issues", GRID],
  ["response of departments", "/supervision/issues?show=response", SUMS],
  ["what projects wait for", "/supervision/issues?show=factors", SUMS],
  ["permits", "/supervision/permits", GRID],
  ["critical dates", "/supervision/permits?show=critical", SUMS],
  ["promises", "/supervision/promises", GRID],
  ["promises by project", "/supervision/promises?show=project", SUMS],
  ["findings", "/supervision/inspections", GRID],
  ["analysis", "/supervision/health", ".breakdown tbody td"],
  ["analysis by introducer", "/supervision/health?by=introducer", ".breakdown tbody td"],
  ["companies", "/companies", ".company-row"],
];

/** The pages of a scored county, likewise. */
const SCORED = [
  ["overview", "/assessment/overview", ".headline h2"],
  ["progress", "/assessment/progress", SUMS],
  ["progress by person", "/assessment/progress?whose=person", SUMS],
  ["targets", "/assessment/targets", ".targets tbody td"],
  ["scores", "/assessment/scores", ".score-table tbody td"],
  ["metrics", "/assessment/rules?show=metrics", ".metric-list tbody th"],
];

/** A click to each page; `data` says of which county. */
const clickToPage = (data, screens) => ({
  names: screens.map(([name]) => `click to page, 10,000 projects: ${name}`), unit: "ms", goal: 100,
  measure: onPage(data, "#/exchange", (page) => clicks(page, screens)),
});

export const FIGURES = [
  { name: "bytes before the first card (brotli)", unit: "kB", goal: 400, once: true,
    measure: async (lab) => (await transferred(lab.dist)).first / 1000 },
  { name: "bytes in all (brotli)", unit: "kB", goal: 600, once: true,
    measure: async (lab) => (await transferred(lab.dist)).all / 1000 },
  { name: "first card, 300 projects, cold cache", unit: "ms", goal: 800, measure: firstCard(COUNTY) },
  { name: "first card, 300 projects, cold cache, 4x slower CPU", unit: "ms", goal: 2500, measure: firstCard(COUNTY, 4) },
  { name: "first card, 10,000 projects, from storage", unit: "ms", goal: 1500, measure: firstCard(LARGE) },
  { name: "keystroke in search to new list, 10,000 projects, 95th percentile", unit: "ms", goal: 50,
    measure: onPage(LARGE, BOARD, keystrokes) },
  { name: "an edit, saved and shown, 10,000 projects", unit: "ms", goal: 16, measure: onPage(LARGE, "#/today", editOnce) },
  { name: "an edit on Today, county at work, 10,000 projects", unit: "ms", goal: 16,
    measure: onPage(WORKING, "#/today", editOnce) },
  { name: "an entry taken back, and 100 units scored anew by 20 items, 10,000 projects", unit: "ms", goal: 200,
    measure: onPage(ASSESSED, "#/projects/table", scoreAnew) },
  clickToPage(WORKING, SCREENS),
  clickToPage(ASSESSED, SCORED),
  { name: "merge of 1,000 fields and 500 follow-ups, 10,000 projects", unit: "ms", goal: 300,
    measure: onPage(LARGE, "#/exchange", mergeFile) },
  { name: "localStorage, 10,000 projects and 50,000 follow-ups", unit: "units", goal: 4_200_000, once: true,
    measure: onPage(LARGE, BOARD, storedUnits) },
  { name: "localStorage, 5,000 projects and 25,000 follow-ups", unit: "units", goal: 2_500_000, once: true,
    measure: onPage(HALF, BOARD, storedUnits) },
  { name: "JS heap and wasm memory, 10,000 projects", unit: "MB", goal: 150,
    measure: onPage(LARGE, BOARD, async (page, _, lab) => (await lab.memory(page)) / 1e6) },
];
