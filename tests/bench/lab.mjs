// The laboratory: each run gets a browser of its own, with an empty cache and, if asked, with a
// county already in its storage.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";

/** The parts of a browser profile that hold the application's data; all else is cache. */
const STORAGE = ["Local Storage", "IndexedDB"];

/** How long after a change the browser has written localStorage to disk, in ms: it waits five seconds for more to come. */
const WRITTEN = 6_000;

export class Lab {
  #seeds = new Map();
  #open = [];
  #files = [];

  constructor({ site, dist, browser, maker }) {
    Object.assign(this, { site, dist, browser, maker });
  }

  /** Opens the site in a fresh browser; `cpu: 4` makes the processor four times slower. */
  async open({ data, cpu = 1, route = "" } = {}) {
    const profile = await this.#folder();
    if (data) await copyStorage(await this.#seed(data), profile);
    const page = await this.#launch(profile);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    await page.goto(this.site + route);
    return page;
  }

  /** When the first element that matches was in a shown frame, in ms since the navigation. */
  async timeOf(page, selector) {
    await page.waitForSelector(selector, { timeout: 30_000 });
    const seen = await page.evaluate((wanted) => window.__zs_seen?.[wanted], selector);
    if (seen === undefined) throw new Error(`${selector} was not watched for`);
    return seen;
  }

  /** Bytes of the page's JavaScript heap after garbage collection, and of its wasm memory. */
  async memory(page) {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("HeapProfiler.collectGarbage");
    const { usedSize } = await devtools.send("Runtime.getHeapUsage");
    // The heap's figure does not hold the linear memory of a WebAssembly program.
    const linear = await page.evaluate(() => window.__zs_wasm?.exports.memory.buffer.byteLength);
    if (linear === undefined) throw new Error("no WebAssembly program was started");
    return usedSize + linear;
  }

  /** Ends the browsers of a run. */
  async endRun() {
    for (const { context, profile } of this.#open.splice(0)) {
      await context?.close();
      await rm(profile, { recursive: true, force: true });
    }
  }

  /** Removes what was kept between runs. */
  async close() {
    await this.endRun();
    for (const kept of [...this.#seeds.values(), ...this.#files]) await rm(kept, { recursive: true, force: true });
  }

  /** What is known of a data set: its stored values, a colleague's file, words to search for. */
  async made({ projects, followUps, kind = "idle" }) {
    const file = path.join(os.tmpdir(), `zs-made-${process.pid}-${projects}-${kind}.json`);
    if (!existsSync(file)) {
      execFileSync(this.maker, [String(projects), String(followUps / projects), file, kind], { stdio: "inherit" });
      this.#files.push(file);
    }
    return JSON.parse(await readFile(file, "utf8"));
  }

  /**
   * A profile with this data, written once and mirrored by the application as after any use. A browser that
   * is closed may lose the last seconds of localStorage: then it would be opening from the mirror that is
   * measured. So what is on disk is looked at.
   */
  async #seed(data) {
    const name = JSON.stringify(data);
    const made = this.#seeds.get(name);
    if (made) return made;
    const folder = await mkdtemp(path.join(os.tmpdir(), "zs-seed-"));
    this.#seeds.set(name, folder);
    const { storage } = await this.made(data);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const page = await this.#launch(folder);
      await page.goto(`${this.site}icons/icon.svg`);
      const lacking = await page.evaluate((values) => {
        const missing = values.filter(([key, value]) => localStorage.getItem(key) !== value);
        for (const [key, value] of missing) localStorage.setItem(key, value);
        return missing.length;
      }, storage);
      if (lacking > 0) {
        await page.goto(`${this.site}#/projects/board`);
        await page.waitForSelector("[data-first-card]", { timeout: 60_000 });
        await page.waitForSelector(".saved[data-state=saved]", { timeout: 60_000 });
        await page.waitForTimeout(WRITTEN);
      }
      await page.context().close();
      if (lacking === 0) return folder;
    }
    throw new Error("the browser does not keep what is written to localStorage");
  }

  async #folder() {
    const profile = await mkdtemp(path.join(os.tmpdir(), "zs-run-"));
    this.#open.push({ profile });
    return profile;
  }

  async #launch(profile) {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: this.browser,
      viewport: { width: 1366, height: 768 },
      locale: "zh-CN",
      args: ["--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
    const run = this.#open.find((entry) => entry.profile === profile);
    if (run) run.context = context;
    await context.addInitScript(watch, "[data-first-card]");
    await context.addInitScript(keepInstance);
    return context.pages()[0] ?? context.newPage();
  }
}

/** In the page: notes the time of the frame in which the selector first matches. */
function watch(selector) {
  const seen = (window.__zs_seen ??= {});
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    // A task queued in a frame's callback runs after that frame was handed over for display.
    requestAnimationFrame(() => setTimeout(() => { seen[selector] = performance.now(); }));
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true });
}

/** In the page: keeps a hand on the program, whose memory no interface of the browser tells. */
function keepInstance() {
  const start = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await start.apply(WebAssembly, given);
    // The parts that come later use the memory of the first.
    window.__zs_wasm ??= made.instance;
    return made;
  };
}

async function copyStorage(from, to) {
  const target = path.join(to, "Default");
  await mkdir(target, { recursive: true });
  for (const part of STORAGE) {
    await cp(path.join(from, "Default", part), path.join(target, part), { recursive: true });
  }
}
