// Stored bytes are flipped, cut, replaced and deleted at random: the application always starts, shows all
// that is left, says what is lost, and hands out the raw rest.
import type { Page } from "@playwright/test";
import { readStorage, type Stored, storedKeys, writeStorage } from "./helpers/stored";
import { expect, test } from "./helpers/test";
import { waitForStart } from "./helpers/office";
import { begin, register, saved } from "./helpers/work";

const ROUNDS = 24;
const PROJECTS = 8;

/** A page of the site that has its storage and runs no program. */
const QUIET = "./icons/icon.svg";

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function chance(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Damages one value in a way that chance chooses; none is left if it was deleted. */
function spoil(text: string, next: () => number): string | undefined {
  const at = Math.floor(next() * text.length);
  const unit = String.fromCharCode(Math.floor(next() * 0xd800));
  switch (Math.floor(next() * 5)) {
    case 0: return undefined;
    case 1: return text.slice(0, at);
    case 2: return text.slice(at + 1);
    case 3: return `${text.slice(0, at)}${unit === text[at] ? "毁" : unit}${text.slice(at + 1)}`;
    default: return unit.repeat(Math.floor(next() * 40));
  }
}

/** Damages some values, in either place or in both. Returns the keys that are whole in neither. */
function spoilSome(stored: Stored, keys: string[], next: () => number): string[] {
  const lost: string[] = [];
  for (const key of keys.filter(() => next() < 0.35)) {
    const where = Math.floor(next() * 4);
    const hasCopy = key in stored.mirror;
    for (const [place, spoiled] of [[stored.local, where !== 0], [stored.mirror, where !== 1]] as const) {
      const text = place[key];
      if (!spoiled || text === undefined) continue;
      const other = spoil(text, next);
      if (other === undefined) delete place[key];
      else place[key] = other;
    }
    if (where > 1 || (where === 1 && !hasCopy)) lost.push(key);
  }
  return lost;
}

/** An office with projects, and under which key each is stored. */
async function projects(page: Page): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let n = 1; n <= PROJECTS; n += 1) {
    const name = `损坏试验第${String(n)}号`;
    const before = await storedKeys(page, "real");
    await register(page, name, `${String(n)}亿元`);
    await saved(page);
    for (const key of await storedKeys(page, "real")) if (!before.includes(key)) found.set(key, name);
  }
  expect(new Set(found.values()).size).toBe(PROJECTS);
  return found;
}

test("whatever is damaged, it starts, shows the rest, and hands out what it cannot read", async ({ office }) => {
  test.setTimeout(240_000);
  // The quiet page is a picture, for which Chromium asks an icon.
  office.guards.allow(/status of 404/);
  const page = await begin(office, "试验员甲", "云岭镇");
  const stored = await projects(page);
  await page.goto(QUIET);
  const whole = await readStorage(page, "real");
  expect(Object.keys(whole.mirror).length).toBeGreaterThanOrEqual(PROJECTS);
  let missed = 0;
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    await test.step(`seed ${String(seed)}`, async () => {
      const damaged: Stored = { local: { ...whole.local }, mirror: { ...whole.mirror } };
      const lost = spoilSome(damaged, Object.keys(whole.local), chance(seed));
      await page.goto(QUIET);
      await writeStorage(page, "real", damaged);
      await page.goto("./#/projects/board");
      await waitForStart(page);
      const wanted = [...stored].filter(([key]) => !lost.includes(key)).map(([, name]) => name);
      for (const name of wanted) await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
      missed += PROJECTS - new Set(wanted).size;
      // What is there and unreadable is counted, and the copy to be saved has it.
      const unread = lost.filter((key) => key in damaged.local && /\.[jc]\.\w{8}\.\d+$/.test(key));
      if (unread.length > 0) {
        await page.goto("./#/settings/storage");
        await expect(page.locator(".lost").getByRole("row")).not.toHaveCount(0);
        const copy = await office.download(() => page.getByRole("button", { name: "原样存成文件" }).click());
        const text = copy.bytes.toString("utf8");
        for (const key of unread) expect(text).toContain(key.replace("zs.real.", ""));
      }
    });
  }
  expect(missed, "the rounds must lose something").toBeGreaterThan(PROJECTS);
});
