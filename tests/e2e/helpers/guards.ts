// What must never happen on any page of any test: an error, a breach of the content security
// policy (Chromium reports it as a console error), or a request that leaves the application.
import { expect, type BrowserContext, type ConsoleMessage } from "@playwright/test";
import { site } from "./settings";

export class Guards {
  private readonly troubles: string[] = [];
  private readonly allowed: RegExp[] = [];

  constructor(context: BrowserContext) {
    context.on("weberror", (event) => this.troubles.push(`error: ${event.error().message}`));
    context.on("console", (message) => {
      if (message.type() === "error" && !isTabIcon(message)) this.troubles.push(`console: ${message.text()}`);
    });
    context.on("request", (request) => {
      if (!isOwn(request.url())) this.troubles.push(`request: ${request.url()}`);
    });
  }

  /** A trouble that this test provokes on purpose. It must then come. */
  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  /** Fails the test if anything else went wrong, or if what was to go wrong did not. */
  check(): void {
    const unexpected = this.troubles.filter((trouble) => !this.allowed.some((pattern) => pattern.test(trouble)));
    expect(unexpected, "errors, policy breaches and foreign requests").toEqual([]);
    for (const pattern of this.allowed) expect(this.troubles.join("\n")).toMatch(pattern);
  }
}

/** The application's own addresses: its site, its file, and what it makes itself. */
function isOwn(address: string): boolean {
  if (address.startsWith(site)) return true;
  const { protocol, hostname } = new URL(address);
  // The browser's own viewer of documents lies in the browser.
  if (["chrome:", "chrome-extension:"].includes(protocol)) return true;
  // Tests that need a server of their own start it on the loopback address.
  return ["blob:", "data:", "file:", "about:"].includes(protocol) || hostname === "127.0.0.1";
}

/**
 * Chromium fetches the icon of a tab past the service worker, and says so where there is no network; and it asks one
 * icon for a page that is a picture, once for all tests.
 */
function isTabIcon(message: ConsoleMessage): boolean {
  if (message.location().url.endsWith("/favicon.ico")) return true;
  return message.text().includes("ERR_INTERNET_DISCONNECTED") && message.location().url.endsWith("/icons/icon.svg");
}
