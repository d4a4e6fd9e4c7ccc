// What lies in the browser's storage, and how a test damages it.
import type { Page } from "@playwright/test";

/** The keys of the stored changes of a workspace. */
export function storedKeys(page: Page, workspace: string): Promise<string[]> {
  return page.evaluate((prefix) =>
    Object.keys(localStorage).filter((key) => key.startsWith(prefix) && /\.[jc]\.\w{8}\.\d+$/.test(key)
      && key.split(".").length === 5), `zs.${workspace}.`);
}

/** Everything of a workspace in localStorage, by key. */
export function everything(page: Page, workspace: string): Promise<Record<string, string>> {
  return page.evaluate((prefix) =>
    Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(prefix))), `zs.${workspace}.`);
}

/** Puts `text` where the value of `key` is, in localStorage and in its mirror. */
export function damage(page: Page, workspace: string, key: string, text: string): Promise<void> {
  return page.evaluate(async ([database, key, text]) => {
    localStorage.setItem(key, text);
    const opened = indexedDB.open(database);
    await new Promise((resolve) => { opened.onsuccess = resolve; });
    const writing = opened.result.transaction("pieces", "readwrite", { durability: "strict" });
    writing.objectStore("pieces").put(text, key);
    await new Promise((resolve) => { writing.oncomplete = resolve; });
    opened.result.close();
  }, [`zhaoshang-${workspace}`, key, text] as const);
}

/** Makes a stored value one of a later version of the format, checksum and all. */
export function makeNewer(text: string): string {
  const bytes = unpack(text);
  bytes[1] += 1;
  const sum = crc32([bytes[1], ...bytes.slice(6)]);
  for (let i = 0; i < 4; i += 1) bytes[2 + i] = (sum >>> (8 * i)) & 255;
  return pack(bytes);
}

// Fifteen bits a character from U+1000 on; a 1 bit and zeros mark the end.
const BASE = 0x1000;

function unpack(text: string): number[] {
  const bits = [...text].map((unit) => (unit.charCodeAt(0) - BASE).toString(2).padStart(15, "0")).join("");
  const whole = bits.slice(0, bits.lastIndexOf("1"));
  return (whole.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2));
}

function pack(bytes: number[]): string {
  const bits = `${bytes.map((byte) => byte.toString(2).padStart(8, "0")).join("")}1`;
  const units = bits.match(/.{1,15}/g) ?? [];
  return units.map((unit) => String.fromCharCode(BASE + parseInt(unit.padEnd(15, "0"), 2))).join("");
}

function crc32(bytes: number[]): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** All that a workspace has stored, by key, in both places. */
export type Stored = { local: Record<string, string>; mirror: Record<string, string> };

/** Reads all that a workspace has stored. The page must not run the application. */
export function readStorage(page: Page, workspace: string): Promise<Stored> {
  return page.evaluate(async (workspace) => {
    const opened = indexedDB.open(`zhaoshang-${workspace}`);
    await new Promise((resolve) => { opened.onsuccess = resolve; });
    const store = opened.result.transaction("pieces").objectStore("pieces");
    const [keys, values] = [store.getAllKeys(), store.getAll()];
    await new Promise((resolve) => { store.transaction.oncomplete = resolve; });
    opened.result.close();
    const prefix = `zs.${workspace}.`;
    return {
      local: Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(prefix))),
      mirror: Object.fromEntries(keys.result.map((key, at) => [String(key), String(values.result[at])])),
    };
  }, workspace);
}

/** Puts this in the place of all that a workspace has stored. The page must not run the application. */
export function writeStorage(page: Page, workspace: string, stored: Stored): Promise<void> {
  return page.evaluate(async ([workspace, stored]) => {
    Object.keys(localStorage).filter((key) => key.startsWith(`zs.${workspace}.`)).forEach((key) => localStorage.removeItem(key));
    Object.entries(stored.local).forEach(([key, text]) => localStorage.setItem(key, text));
    const opened = indexedDB.open(`zhaoshang-${workspace}`);
    await new Promise((resolve) => { opened.onsuccess = resolve; });
    const writing = opened.result.transaction("pieces", "readwrite", { durability: "strict" });
    const store = writing.objectStore("pieces");
    store.clear();
    Object.entries(stored.mirror).forEach(([key, text]) => store.put(text, key));
    await new Promise((resolve) => { writing.oncomplete = resolve; });
    opened.result.close();
  }, [workspace, stored] as const);
}

/** Whether a stored value of records is encrypted: its envelope says so. */
export function isSealed(text: string): boolean {
  const [letter, version] = unpack(text.slice(0, 4) + pack([]));
  return letter === "Z".charCodeAt(0) && version === 0xe5;
}

/** Everything in the second place of a workspace, by key. */
export function mirrored(page: Page, workspace: string): Promise<Record<string, string>> {
  return page.evaluate(async (database) => {
    const opened = indexedDB.open(database);
    await new Promise((resolve) => { opened.onsuccess = resolve; });
    const store = opened.result.transaction("pieces").objectStore("pieces");
    const [keys, values] = [store.getAllKeys(), store.getAll()];
    await new Promise((resolve) => { values.onsuccess = resolve; });
    opened.result.close();
    return Object.fromEntries(keys.result.map((key, at) => [String(key), String(values.result[at])]));
  }, `zhaoshang-${workspace}`);
}
