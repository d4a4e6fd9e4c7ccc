// The steps by which offices hand each other files.
import { expect, type Locator } from "@playwright/test";
import type { Office } from "./office";

/** A file as it is carried from one laptop to another. */
export type Carried = { name: string; mimeType: string; buffer: Buffer };

/** Goes to the exchange within the page that is open: it may be offline. */
async function atExchange(office: Office): Promise<void> {
  await office.page.getByRole("link", { name: "交换", exact: true }).click();
  await expect(office.page.getByRole("heading", { level: 1, name: "交换" })).toBeVisible();
}

/** Saves everything, or what a colleague lacks. */
export async function saveFile(office: Office, lackedBy?: string): Promise<Carried> {
  await atExchange(office);
  const send = office.page.locator(".send");
  await send.getByRole("radio", { name: lackedBy === undefined ? "全部" : "某位同事还没有的" }).check();
  if (lackedBy !== undefined) {
    const colleague = send.getByLabel("同事", { exact: true });
    const choice = await colleague.locator("option", { hasText: lackedBy }).getAttribute("value");
    await colleague.selectOption(choice);
  }
  const { name, bytes } = await office.download(() => send.getByRole("button", { name: "存成文件" }).click());
  return { name, mimeType: "application/json", buffer: bytes };
}

/** Hands a file in; the card that shows what merging it would do. */
export async function handIn(office: Office, file: Carried): Promise<Locator> {
  await atExchange(office);
  const cards = office.page.locator(".incoming");
  const before = await cards.count();
  await office.page.locator(".drop-zone input[type=file]").setInputFiles(file);
  await expect(cards).toHaveCount(before + 1);
  return cards.nth(before);
}

/** Hands a file in and merges it; the card with the receipt. */
export async function merge(office: Office, file: Carried): Promise<Locator> {
  const card = await handIn(office, file);
  await card.getByRole("button", { name: "合并", exact: true }).click();
  await expect(card).toContainText("已合并");
  return card;
}

/** What equal states write alike: the whole file but for who made it and when, which the head says and he signs. */
export function content(file: Carried): string {
  const text = file.buffer.toString("utf8").replace(/^"made": .*\n"from": .*\n/m, "");
  return text.replace(/^"seals": \[[\s\S]*?^"check"/m, '"check"').replace(/,\n"signature": .*\n/, "\n");
}

/** A file whose text was changed on purpose, by someone who takes out what guards against damage. */
export function altered(file: Carried, change: (text: string) => string): Carried {
  const text = change(file.buffer.toString("utf8").replace(/^"check": .*\n/m, ""));
  return { ...file, buffer: Buffer.from(text) };
}

/** The kinds of the records in a file, each once. */
export function kinds(file: Carried): string[] {
  const { records } = JSON.parse(file.buffer.toString("utf8")) as { records: { kind: string }[] };
  return [...new Set(records.map(({ kind }) => kind))].sort();
}

/** The differences left to settle. */
export async function inbox(office: Office, count: number): Promise<Locator> {
  await office.page.goto("#/exchange/conflicts");
  await expect(office.page.getByRole("heading", { level: 1, name: "待选分歧" })).toBeVisible();
  const choices = office.page.locator(".conflicts article");
  await expect(choices).toHaveCount(count);
  if (count === 0) await expect(office.page.getByText("没有待选的分歧")).toBeVisible();
  return choices;
}
