// Run by `cargo xtask shots`.
import { defineConfig } from "@playwright/test";
import { browserOptions } from "./helpers/settings";

export default defineConfig({
  testDir: ".",
  testMatch: "shots.ts",
  outputDir: "../../target/xtask/shots",
  reporter: "list",
  timeout: 120_000,
  fullyParallel: true,
  use: { launchOptions: browserOptions },
});
