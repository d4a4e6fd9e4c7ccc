// Run by `cargo xtask test`, which builds the packages, serves them and names the browser.
import { defineConfig } from "@playwright/test";
import { browserOptions, pageOptions } from "./helpers/settings";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../../target/xtask/e2e",
  forbidOnly: true,
  // A test that needs a second try is a test that fails.
  retries: 0,
  fullyParallel: true,
  workers: "100%",
  reporter: [["list"], ["json"]],
  // Each core has a worker, so a test may have half of what it would have by itself.
  timeout: 90_000,
  // Room for a busy machine; nothing waits longer than it has to.
  expect: { timeout: 15_000 },
  use: { ...pageOptions, launchOptions: browserOptions, trace: "retain-on-failure" },
});
