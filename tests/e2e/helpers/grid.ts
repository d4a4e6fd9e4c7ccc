// The grid of the table as its user sees it.
import type { Locator, Page } from "@playwright/test";

export const head = (page: Page, column: string): Locator =>
  page.getByRole("columnheader").filter({ has: page.getByRole("button", { name: `“${column}”列的操作` }) });

/** Chooses an entry of a column's menu. */
export async function columnMenu(page: Page, column: string, entry: string): Promise<void> {
  await page.getByRole("button", { name: `“${column}”列的操作` }).click();
  await page.getByRole("menu").getByText(entry, { exact: true }).click();
}

/** Chooses an entry of a menu above the table. */
export async function menu(page: Page, name: string, entry: string): Promise<void> {
  await page.locator("main").getByRole("button", { name, exact: true }).first().click();
  await page.getByRole("menu").getByText(entry, { exact: true }).click();
}

/** The cell of a row and a column, both counted from 0. */
export const cell = (page: Page, row: number, column: number): Locator =>
  page.locator(`.grid [data-index="${String(row)}"] [data-column="${String(column)}"]`);

/** The place of a column, counted from 0. */
export async function place(page: Page, column: string): Promise<number> {
  return Number(await head(page, column).getAttribute("aria-colindex")) - 2;
}

/** The texts of a column in the rows that are in the page. */
export async function column(page: Page, name: string): Promise<string[]> {
  const at = await place(page, name);
  return page.locator(`.grid [data-index] > [role=gridcell][data-column="${String(at)}"]`).allInnerTexts();
}

/** A number as the grid writes it. */
export const number = (text: string): number => text === "–" ? 0 : Number(text.replaceAll(",", ""));

/** Pastes text, as Ctrl+V with a spreadsheet's cells on the clipboard does. */
export async function paste(page: Page, rows: string[][]): Promise<void> {
  const text = rows.map((row) => row.join("\t")).join("\r\n");
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.activeElement!.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** What Ctrl+C puts on the clipboard. */
export async function copy(page: Page): Promise<string> {
  return page.evaluate(() => {
    const clipboardData = new DataTransfer();
    document.activeElement!.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData("text/plain");
  });
}
