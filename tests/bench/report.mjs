// The table, on the screen and between two marks of the report, whose other text is left alone.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

const BEGIN = "<!-- bench: written by cargo xtask bench -->";
const END = "<!-- bench: end -->";

/** Min, median and max of at least one number. */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { min: sorted[0], median, max: sorted.at(-1) };
}

/** Markdown of all results. */
export function table(results) {
  const rows = results.map(({ figure, values, error }) => {
    const goal = `≤ ${figure.goal} ${figure.unit}`;
    if (error) return `| ${figure.name} | – | – | – | ${goal} | not measured: ${firstLine(error)} |`;
    const { min, median, max } = spread(values);
    const met = median <= figure.goal ? "met" : "missed";
    return `| ${figure.name} | ${number(min)} | ${number(median)} | ${number(max)} | ${goal} | ${met} |`;
  });
  return ["| figure | min | median | max | goal | by the median |", "|---|--:|--:|--:|--:|---|", ...rows].join("\n");
}

/** On what it was measured: the machine in kind, not by name. */
export function circumstances(runs, browser, load) {
  const cpus = os.cpus();
  return `\`cargo xtask bench --runs ${runs}\` · ${cpus[0]?.model ?? "unknown CPU"}, ${cpus.length} cores · `
    + `${os.type()} ${os.arch()} · Chromium ${browser} · load before the first run ${load.toFixed(1)}`;
}

/** Puts the text into the report. */
export async function write(file, text) {
  const old = await readFile(file, "utf8").catch(() => `# Performance\n\n${BEGIN}\n${END}\n`);
  const [before, rest] = old.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${file} has lost the marks ${BEGIN} and ${END}`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${before}${BEGIN}\n\n${text}\n\n${END}${after}`);
}

const number = (value) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en"));
const firstLine = (error) => String(error.message ?? error).split("\n")[0].replaceAll("|", "/");
