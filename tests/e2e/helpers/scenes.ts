// How an office comes to have something to show: begun by its user, filled from a ledger, in touch
// with another. Found by position and role, not by words, so that it works in both languages.
import path from "node:path";
import { expect } from "@playwright/test";
import type { Office } from "./office";

/** A file as the browser takes it. */
export type File = { name: string; mimeType: string; buffer: Buffer };

/** The ways to begin, in their order on the first page. */
const WAYS = { import: 0, empty: 1 } as const;

/** Begins an office of its own. */
export async function begin(office: Office, name: string, unit: string, way: keyof typeof WAYS = "empty"): Promise<void> {
  const page = await office.visit("#/first-run");
  const [first, second] = [page.locator(".who input").nth(0), page.locator(".who input").nth(1)];
  await first.fill(name);
  await second.fill(unit);
  await page.locator(".way").nth(WAYS[way]).click();
  await expect(page.locator(".first-run")).toHaveCount(0);
}

/** Opens a ledger of the test data at the step that says what its columns are. */
export async function openLedger(office: Office, name: string): Promise<void> {
  const { page } = office;
  await page.goto("./#/import");
  await page.locator("input[type=file]").setInputFiles(path.join(import.meta.dirname, "../../data/ledgers", name));
  await expect(page.locator(".column-table")).toBeVisible();
}

/** From the columns to the rows. */
export async function checkRows(office: Office): Promise<void> {
  await office.page.locator(".import-bar [data-kind=primary]").click();
  await expect(office.page.locator(".import-grid")).toBeVisible();
}

/** Imports a ledger without its doubtful duplicates. */
export async function importLedger(office: Office, name: string): Promise<void> {
  await openLedger(office, name);
  await checkRows(office);
  await office.page.locator(".import-bar [data-kind=primary]").click();
  await expect(office.page.locator(".import-done")).toBeVisible();
}

/** The file of everything the office has. */
export async function fileOf(office: Office): Promise<File> {
  await office.page.goto("./#/exchange");
  const { name, bytes } = await office.download(() => office.page.locator(".send [data-kind=primary]").click());
  return { name, mimeType: "application/json", buffer: bytes };
}

/** Lays a file before the office; it is not merged yet. */
export async function receive(office: Office, file: File): Promise<void> {
  await office.page.goto("./#/exchange");
  await office.page.locator(".drop-zone input[type=file]").setInputFiles(file);
  await expect(office.page.locator(".incoming")).toHaveCount(1);
}

/** Merges the file that was laid before the office. */
export async function merge(office: Office): Promise<void> {
  await office.page.locator(".incoming [data-kind=primary]").click();
  await expect(office.page.locator(".incoming [data-kind=primary]")).toHaveCount(0);
}

/** Writes the total investment of the first project of the board. */
export async function setTotal(office: Office, amount: string): Promise<void> {
  const { page } = office;
  await page.goto("./#/projects/board");
  await page.locator("[data-first-card] > a").click();
  const total = page.locator(".side-panel [data-field=total_investment] input");
  await total.fill(amount);
  await total.press("Enter");
  await expect(page.locator(".side-panel .gist strong")).toContainText(/\d/);
}

/** Two offices that know the same projects write different totals for one; `ours` gets their file. */
export async function disagree(ours: Office, theirs: Office): Promise<void> {
  await begin(ours, "试验员甲", "招商服务中心");
  await importLedger(ours, "county-ledger.xlsx");
  await begin(theirs, "试验员乙", "高新区");
  await receive(theirs, await fileOf(ours));
  await merge(theirs);
  await setTotal(theirs, "7.2亿");
  await setTotal(ours, "6.6亿");
  await receive(ours, await fileOf(theirs));
}
