// The offline copy: one version, whole, and never two mixed.
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

test("a new version is announced, and runs at the next start", async ({ newOffice, deployment }) => {
  const office = await newOffice({ baseURL: deployment.address });
  await office.visit();
  await office.offlineCopy();
  deployment.publish("v2");
  await office.page.reload();
  await expect(office.page.locator("html")).toHaveAttribute("data-update", "ready");
  // This start still is the old version, whole.
  await expect(office.page).not.toHaveTitle("v2");
  // The next start: every tab of the old version is gone.
  await office.page.goto("about:blank");
  await expect(async () => {
    await office.page.goto("./");
    await expect(office.page).toHaveTitle("v2", { timeout: 200 });
  }).toPass();
  await waitForStart(office.page);
  const kept = await office.page.evaluate(() => caches.keys());
  expect(kept.map((name) => name.split(" ").at(-1))).toEqual(["v2"]);
});

test("the page can ask for the new version at once", async ({ newOffice, deployment }) => {
  const office = await newOffice({ baseURL: deployment.address });
  await office.visit();
  await office.offlineCopy();
  deployment.publish("v2");
  await office.page.reload();
  await expect(office.page.locator("html")).toHaveAttribute("data-update", "ready");
  await office.page.evaluate(async () => {
    const changed = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
    (await navigator.serviceWorker.ready, await navigator.serviceWorker.getRegistration())?.waiting?.postMessage("activate");
    await changed;
  });
  await office.page.reload();
  await expect(office.page).toHaveTitle("v2");
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
  await expect(office.page).not.toHaveTitle("v2");
});
