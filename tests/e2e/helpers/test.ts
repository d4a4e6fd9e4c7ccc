// The `test` of this project: every office it opens is guarded and closed.
import { test as base, expect, type BrowserContextOptions } from "@playwright/test";
import { Office } from "./office";

type Fixtures = {
  /** Opens a fresh laptop. */
  newOffice: (options?: BrowserContextOptions) => Promise<Office>;
  /** One laptop, for the tests that need no more. */
  office: Office;
};

export const test = base.extend<Fixtures>({
  newOffice: async ({ browser }, use) => {
    const offices: Office[] = [];
    await use(async (options) => {
      const office = await Office.open(browser, options);
      offices.push(office);
      return office;
    });
    for (const office of offices) await office.close();
    for (const office of offices) office.guards.check();
  },
  office: async ({ newOffice }, use) => use(await newOffice()),
});

export { expect };
