// What is measured, and the goal for each. To add a figure, add an entry.
//
// `measure(lab)` makes one run and returns one number in `unit`. A figure with `once` has no
// spread and is taken one time.
import { transferred } from "./bytes.mjs";

/** The usual county, and the largest that must still work well. */
const COUNTY = { projects: 300, followUps: 1_500 };
const LARGE = { projects: 10_000, followUps: 50_000 };

/** From the start of the navigation to the frame that shows the first card, in ms. */
const firstCard = (data, cpu = 1) => async (lab) => {
  const page = await lab.open({ data, cpu });
  return lab.timeOf(page, "[data-first-card]");
};

/** Memory of the page with everything loaded, after garbage collection, in MB. */
const memory = (data) => async (lab) => {
  const page = await lab.open({ data });
  await page.waitForSelector("[data-first-card]");
  return (await lab.memory(page)) / 1e6;
};

export const FIGURES = [
  { name: "bytes before the first card (brotli)", unit: "kB", goal: 400, once: true,
    measure: async (lab) => (await transferred(lab.dist)).first / 1000 },
  { name: "bytes in all (brotli)", unit: "kB", goal: 600, once: true,
    measure: async (lab) => (await transferred(lab.dist)).all / 1000 },
  { name: "first card, 300 projects, cold cache", unit: "ms", goal: 800, measure: firstCard(COUNTY) },
  { name: "first card, 300 projects, cold cache, 4x slower CPU", unit: "ms", goal: 2500, measure: firstCard(COUNTY, 4) },
  { name: "first card, 10,000 projects, from storage", unit: "ms", goal: 1500, measure: firstCard(LARGE) },
  { name: "JS heap and wasm memory, 10,000 projects", unit: "MB", goal: 150, measure: memory(LARGE) },
];
