// Run by `cargo xtask bench`.
import os from "node:os";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { FIGURES } from "./figures.mjs";
import { Lab } from "./lab.mjs";
import { circumstances, spread, table, write } from "./report.mjs";

const { values: options } = parseArgs({
  options: { runs: { type: "string" }, only: { type: "string" }, report: { type: "string" } },
});
const runs = Number(options.runs);
const lab = new Lab({ site: process.env.ZS_SITE, dist: process.env.ZS_DIST, browser: process.env.CHROMIUM, maker: process.env.ZS_MAKER });
const load = os.loadavg()[0];
const results = [];

const wanted = ({ name, names = [name] }) => names.some((name) => name.includes(options.only ?? ""));
for (const figure of FIGURES.filter(wanted)) results.push(...await take(figure));
await lab.close();

const text = `${circumstances(runs, await version(), load)}\n\n${table(results)}`;
console.log(text);
// A part of the figures is for the eye; the report holds all of them or stays as it is.
if (!options.only) await write(options.report, text);
process.exitCode = results.some(({ error }) => error) ? 1 : 0;

/** All runs of an entry, by figure, or why it could not be measured. */
async function take(entry) {
  const names = entry.names ?? [entry.name];
  const figures = names.map((name) => ({ figure: { ...entry, name }, values: [] }));
  try {
    for (let run = 0; run < (entry.once ? 1 : runs); run += 1) {
      const taken = await entry.measure(lab);
      [taken].flat().forEach((value, at) => figures[at].values.push(value));
      await lab.endRun();
    }
    for (const { figure, values } of figures) {
      console.error(`${figure.name}: ${spread(values).median.toFixed(1)} ${figure.unit}`);
    }
    return figures;
  } catch (error) {
    await lab.endRun();
    console.error(`${names[0]}: ${error.message}`);
    return figures.map(({ figure }) => ({ figure, error }));
  }
}

async function version() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
  const name = browser.version();
  await browser.close();
  return name;
}
