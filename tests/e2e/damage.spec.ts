// Stored bytes are flipped, cut, replaced and deleted at random: the application always starts, shows all
// that is left, says what is lost, and hands out the raw rest.
import type { Page } from "@playwright/test";
import { chance } from "./helpers/chance";
import { readStorage, type Stored, storedKeys, writeStorage } from "./helpers/stored";
import { expect, test } from "./helpers/test";
import { protect, unlock } from "./helpers/lock";
import { type Office, waitForStart } from "./helpers/office";
import { begin, register, saved } from "./helpers/work";

const ROUNDS = 24;
/** Each opens the lock, which takes its time on purpose. */
const ENCRYPTED_ROUNDS = 12;
const PROJECTS = 8;

/** A page of the site that has its storage and runs no program. */
const QUIET = "./icons/icon.svg";

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

/**
 * Damages what is stored again and again, from a whole state each time. What is whole in either place must be shown,
 * what is in neither must be counted and handed out.
 */
async function rounds(office: Office, seeds: number[], open: (page: Page) => Promise<void>, always: string[]): Promise<void> {
  const { page } = office;
  const stored = await projects(page);
  await page.goto(QUIET);
  const whole = await readStorage(page, "real");
  expect(Object.keys(whole.mirror).length).toBeGreaterThanOrEqual(PROJECTS);
  let missed = 0;
  for (const seed of seeds) {
    await test.step(`seed ${String(seed)}`, async () => {
      const damaged: Stored = { local: { ...whole.local }, mirror: { ...whole.mirror } };
      const lost = spoilSome(damaged, Object.keys(whole.local), chance(seed));
      // Without either copy of these nobody gets in, which is as it should be.
      for (const key of always.filter((key) => lost.includes(key))) damaged.mirror[key] = whole.mirror[key]!;
      await page.goto(QUIET);
      await writeStorage(page, "real", damaged);
      await page.goto("./#/projects/board");
      await waitForStart(page);
      await open(page);
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
  expect(missed, "the rounds must lose something").toBeGreaterThan(PROJECTS / 2);
}

/** So many numbers, from one on. */
const upFrom = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n);

test("whatever is damaged, it starts, shows the rest, and hands out what it cannot read", async ({ office }) => {
  test.setTimeout(240_000);
  await begin(office, "试验员甲", "云岭镇");
  await rounds(office, upFrom(1, ROUNDS), async () => {}, []);
});

test("so it does with a passphrase, when it was given", async ({ office }) => {
  test.setTimeout(240_000);
  const page = await begin(office, "试验员甲", "云岭镇");
  await protect(page);
  await rounds(office, upFrom(101, ENCRYPTED_ROUNDS), (page) => unlock(page), ["zs.real.lock"]);
});
