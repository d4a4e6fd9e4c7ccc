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
