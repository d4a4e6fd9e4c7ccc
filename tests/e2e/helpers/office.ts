// An office: one laptop with a browser profile of its own, which no other laptop can see.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Download, Page } from "@playwright/test";
import { Guards } from "./guards";
import { pageOptions, singleFile } from "./settings";

export class Office {
  private constructor(readonly context: BrowserContext, readonly page: Page, readonly guards: Guards) {}

  static async open(browser: Browser, options: BrowserContextOptions = {}): Promise<Office> {
    const context = await browser.newContext({ ...pageOptions, ...options });
    const guards = new Guards(context);
    return new Office(context, await context.newPage(), guards);
  }

  /** Opens the site at a route, such as `#/board`, and waits until the application runs. */
  async visit(route = ""): Promise<Page> {
    await this.page.goto(route === "" ? "./" : `./${route}`);
    return this.started();
  }

  /** Opens the sample county at a route. */
  async visitSample(route = ""): Promise<Page> {
    // The note that the sample was open last, which is what the button of the first run leaves behind. It is left
    // from a file of the site that is no page of the application, so that this starts only once.
    await this.page.goto("./manifest.webmanifest");
    await this.page.evaluate(() => localStorage.setItem("zs.sample-open", "true"));
    await this.visit(route);
    await this.page.locator(".sample-strip").waitFor();
    return this.page;
  }

  /** Has everything as large as for a projector, from the next page on. */
  async enlarge(): Promise<void> {
    await this.context.addInitScript(() => {
      // Not on a blank page, which has no storage.
      if (location.protocol !== "about:") localStorage.setItem("zs.prefs", JSON.stringify({ size: "projector" }));
    });
  }

  /** Opens the one-file application as a double click does. */
  async visitFile(route = ""): Promise<Page> {
    await this.page.goto(pathToFileURL(singleFile).href + route);
    return this.started();
  }

  /** A second tab of the same browser. */
  async newTab(route = ""): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(route === "" ? "./" : `./${route}`);
    await waitForStart(page);
    return page;
  }

  /** Waits until the service worker keeps the whole site, so that the network can be cut. */
  async offlineCopy(): Promise<void> {
    await this.page.evaluate(async () => { await navigator.serviceWorker.ready; });
  }

  /** Does `action`, which saves a file, and returns the file's name and bytes. */
  async download(action: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), action()]);
    return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  private async started(): Promise<Page> {
    await waitForStart(this.page);
    return this.page;
  }
}

/** The skeleton leaves the page when the application has drawn its first page. */
export async function waitForStart(page: Page): Promise<void> {
  await page.waitForFunction(() => document.body !== null && document.getElementById("boot") === null);
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}
