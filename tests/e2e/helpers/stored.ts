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
