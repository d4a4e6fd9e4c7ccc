// The offline copy: one version, whole, and never two mixed.
import type { Page } from "@playwright/test";
import { Deployment } from "./helpers/deployment";
import { waitForStart } from "./helpers/office";
import { expect, test as base } from "./helpers/test";

const test = base.extend<{ deployment: Deployment }>({
  deployment: async ({}, use) => {
    const deployment = await Deployment.start();
    await use(deployment);
    await deployment.stop();
  },
});

test("after one visit it needs no network", async ({ office }) => {
  await office.visit();
  await office.offlineCopy();
  await office.context.setOffline(true);
  await office.page.reload();
  await waitForStart(office.page);
  const second = await office.newTab();
  await expect(second).toHaveTitle(/招商簿/);
});

test("after one visit it needs no server", async ({ newOffice, deployment }) => {
  const office = await newOffice({ baseURL: deployment.address });
  await office.visit();
  await office.offlineCopy();
  await deployment.stop();
  await office.page.reload();
  await waitForStart(office.page);
});

/** The version whose page is open, as `Deployment` marks it; nothing for the first. */
const version = (page: Page) => page.locator("meta[name=version]");

test("a new version is announced, and runs at the next start", async ({ newOffice, deployment }) => {
  const office = await newOffice({ baseURL: deployment.address });
  const page = await office.visit();
  await office.offlineCopy();
  deployment.publish("v2");
  await page.reload();
  await expect(page.getByText("新版本已备好，下次打开时启用")).toBeVisible();
  // This start still is the old version, whole.
  await expect(version(page)).toHaveCount(0);
  // The next start: every tab of the old version is gone.
  await page.goto("about:blank");
  await expect(async () => {
    await page.goto("./");
    await expect(version(page)).toHaveAttribute("content", "v2", { timeout: 200 });
  }).toPass();
  await waitForStart(page);
  const kept = await page.evaluate(() => caches.keys());
  expect(kept.map((name) => name.split(" ").at(-1))).toEqual(["v2"]);
});

test("the new version is taken when the user says so, in every tab as it is reloaded", async ({ newOffice, deployment }) => {
  const office = await newOffice({ baseURL: deployment.address });
  const page = await office.visitSample("#/today");
  await office.offlineCopy();
  const second = await office.newTab("#/companies");
  deployment.publish("v2");
  await second.reload();
  await expect(page.getByText("新版本已备好")).toBeVisible();
  await expect(version(page)).toHaveCount(0);
  await page.getByRole("button", { name: "现在启用" }).click();
  await expect(version(page)).toHaveAttribute("content", "v2");
  await waitForStart(page);
  await expect(page.locator(".today .day-list").first()).toBeVisible();
  await expect(page.getByText("新版本已备好")).toHaveCount(0);
  // The other tab goes on with what it has until the user reloads it.
  await expect(second.getByRole("heading", { level: 1, name: "企业" })).toBeVisible();
  await expect(version(second)).toHaveCount(0);
  await second.reload();
  await expect(version(second)).toHaveAttribute("content", "v2");
});

test("a version that does not arrive whole is not taken", async ({ newOffice, deployment }) => {
  const office = await newOffice({ baseURL: deployment.address });
  await office.visit();
  await office.offlineCopy();
  deployment.publishWorkerFor("v2");
  const state = await office.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const decided = new Promise<string>((resolve) => {
      registration.addEventListener("updatefound", () => {
        const worker = registration.installing!;
        worker.addEventListener("statechange", () => resolve(worker.state));
      });
    });
    await registration.update();
    return decided;
  });
  expect(state).toBe("redundant");
  await deployment.stop();
  await office.page.reload();
  await waitForStart(office.page);
  await expect(version(office.page)).toHaveCount(0);
});
