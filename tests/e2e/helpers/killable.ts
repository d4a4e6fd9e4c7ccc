// A browser of its own process group and profile folder, which a test can kill as a power cut would.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { type Browser, chromium, type Page } from "@playwright/test";
import { waitForStart } from "./office";
import { browserOptions, site } from "./settings";

/** A laptop whose browser can be killed and started again. */
export class Laptop {
  private running: { process: ChildProcess; browser: Browser } | null = null;

  private constructor(private readonly profile: string) {}

  static async unpack(): Promise<Laptop> {
    return new Laptop(await mkdtemp(path.join(tmpdir(), "zhaoshang-profile-")));
  }

  /** Starts the browser at a route, and waits until the application runs. */
  async start(route: string): Promise<Page> {
    const args = [
      ...browserOptions.args, "--headless", "--no-sandbox", "--disable-gpu", "--accept-lang=zh-CN",
      "--remote-debugging-port=0", `--user-data-dir=${this.profile}`, "--window-size=1366,768", "about:blank",
    ];
    const started = spawn(browserOptions.executablePath, args, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
    const browser = await chromium.connectOverCDP(await address(started));
    this.running = { process: started, browser };
    const page = browser.contexts()[0]!.pages()[0] ?? (await browser.contexts()[0]!.newPage());
    await page.goto(site + route);
    await waitForStart(page);
    return page;
  }

  /** Kills the whole browser, every process of it, with SIGKILL: it gets to do nothing more. */
  async kill(): Promise<void> {
    const { process: killed, browser } = this.running!;
    this.running = null;
    const gone = once(killed, "exit");
    process.kill(-killed.pid!, "SIGKILL");
    await gone;
    await browser.close();
  }

  async discard(): Promise<void> {
    if (this.running) await this.kill();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Where the browser listens, as it says itself. */
async function address(browser: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: browser.stderr! })) {
    const found = /DevTools listening on (ws:\S+)/.exec(line);
    if (found) {
      // What it says later must not fill the pipe.
      browser.stderr!.resume();
      return found[1]!;
    }
  }
  throw new Error("the browser ended before it listened");
}
