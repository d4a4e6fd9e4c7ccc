// What is done on the page while the clock runs.

/** How long it takes until everything is computed that is computed before anybody asks, in ms. */
const SETTLED = 5_000;

/** In the place of an address: the first project of the table, which is the page before. */
export const PROJECT = Symbol("project");

/** Types names a letter at a time into the search box; the 95th percentile from key to the frame with the new list. */
export async function keystrokes(page, { words }) {
  const box = page.locator("[role=search] input");
  await box.focus();
  // The first key makes the list appear, and the index with it.
  await box.fill(words[0]);
  await page.locator("[role=search] [role=option]").first().waitFor();
  const times = await page.evaluate(async (typed) => {
    const input = document.querySelector("[role=search] input");
    // A task queued in a frame's callback runs after that frame was handed over for display.
    const frame = () => new Promise((shown) => { requestAnimationFrame(() => setTimeout(shown)); });
    const times = [];
    for (const word of typed) {
      for (let end = 1; end <= word.length; end += 1) {
        await frame();
        const start = performance.now();
        input.value = word.slice(0, end);
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await frame();
        times.push(performance.now() - start);
        const best = document.querySelector("[role=search] [role=option]")?.textContent ?? "";
        if (!best.includes(input.value)) throw new Error(`${input.value} was not found in time: ${best}`);
      }
    }
    return times;
  }, words);
  times.sort((a, b) => a - b);
  return times[Math.ceil(times.length * 0.95) - 1];
}

/** Ticks off the first step of today's list: from the press until the list has changed. */
export async function editOnce(page) {
  await page.waitForSelector(".day-list li button");
  await page.waitForTimeout(SETTLED);
  return page.evaluate(async () => {
    const before = localStorage.length;
    const changed = new Promise((done) => {
      const observer = new MutationObserver(() => { observer.disconnect(); done(performance.now()); });
      observer.observe(document.querySelector(".today"), { childList: true, subtree: true });
    });
    const start = performance.now();
    document.querySelector(".day-list li button").click();
    const end = await changed;
    if (localStorage.length === before) throw new Error("nothing was stored");
    return end - start;
  });
}

/**
 * Goes to each page from one that has no list, by its address as a link does: from the click to the frame that shows
 * what the page is for. A page that does not come is told by its name.
 */
export async function clicks(page, screens) {
  await page.waitForTimeout(SETTLED);
  const times = [];
  for (const [name, place, ready] of screens) {
    const address = place === PROJECT ? await firstProject(page) : place;
    await page.evaluate(() => { location.hash = "#/exchange"; });
    await page.waitForFunction((ready) => location.hash === "#/exchange" && !document.querySelector(ready), ready);
    await page.waitForTimeout(300);
    const time = await page.evaluate(async ([address, ready]) => {
      // A task queued in a frame's callback runs after that frame was handed over for display.
      const frame = () => new Promise((shown) => { requestAnimationFrame(() => setTimeout(shown)); });
      await frame();
      const start = performance.now();
      location.hash = `#${address}`;
      do await frame(); while (!document.querySelector(ready) && performance.now() - start < 10_000);
      return document.querySelector(ready) ? performance.now() - start : null;
    }, [address, ready]);
    if (time === null) throw new Error(`${name}: ${address} shows no ${ready}`);
    times.push(time);
  }
  return times;
}

/** The page of the first project in the table, where that is shown. */
const firstProject = (page) => page.evaluate(() => new URL(document.querySelector(".grid [data-index] a.open").href).hash.slice(1));

/** Merges a colleague's file: from the press of the button until the merge is reported. */
export async function mergeFile(page, { news }) {
  await page.setInputFiles("input[type=file]", { name: "news.json", mimeType: "application/json", buffer: Buffer.from(news) });
  await page.waitForSelector("[data-merge]");
  return page.evaluate(async () => {
    const done = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector("[data-merged]")) { observer.disconnect(); resolve(performance.now()); }
      });
      observer.observe(document.body, { childList: true, subtree: true, attributes: true });
    });
    const start = performance.now();
    document.querySelector("[data-merge] button").click();
    return (await done) - start;
  });
}

/** UTF-16 units in localStorage, keys included. */
export function storedUnits(page) {
  return page.evaluate(() => Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0));
}

/**
 * Notes a follow-up of the first project and takes it back where units are scored: from the press of the keys until the
 * score of the project's unit has changed.
 */
export async function scoreAnew(page) {
  await page.waitForSelector(".grid [data-index] a.open");
  const project = await firstProject(page);
  await page.evaluate((address) => { location.hash = `#${address}`; }, project);
  const note = page.locator("form.composer input").first();
  await note.fill("电话沟通");
  await note.press("Enter");
  await page.waitForFunction(() => document.querySelector("form.composer input").value === "");
  await page.evaluate(() => { location.hash = "#/assessment/scores"; });
  const rows = page.locator(".score-table tbody tr:not(.group)");
  await rows.nth(99).waitFor();
  return page.evaluate(async () => {
    const changed = new Promise((done) => {
      const observer = new MutationObserver(() => { observer.disconnect(); done(performance.now()); });
      observer.observe(document.querySelector(".score-table"), { childList: true, subtree: true, characterData: true });
    });
    const start = performance.now();
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true }));
    return (await changed) - start;
  });
}
