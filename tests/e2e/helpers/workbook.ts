// Reads what the application exports as a spreadsheet does: a workbook of one sheet, and separated text.
import { inflateRawSync } from "node:zlib";

/** The files in a zip archive, by name. */
export function unzip(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06"));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, note] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const head = bytes.readUInt32LE(at + 42);
    const from = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    const body = bytes.subarray(from, from + packed);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), (method === 8 ? inflateRawSync(body) : body).toString("utf8"));
    at += 46 + name + extra + note;
  }
  return files;
}

const ENTITIES: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&" };
const unescape = (text: string) => text.replace(/&(lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity]!);

/** The cells of the first sheet as text, by row, and its formulas. */
export function readWorkbook(bytes: Buffer): { rows: string[][]; formulas: number } {
  const sheet = unzip(bytes).get("xl/worksheets/sheet1.xml")!;
  const rows = [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<c [^>]*?(?:\/>|>(.*?)<\/c>)/gs)].map(([, cell]) =>
      unescape([...(cell ?? "").matchAll(/<(?:t|v)(?: [^>]*)?>(.*?)<\/(?:t|v)>/gs)].map(([, text]) => text).join(""))));
  return { rows, formulas: (sheet.match(/<f[ >]/g) ?? []).length };
}

/** The cells of a file of comma-separated text. */
export function readCsv(bytes: Buffer): string[][] {
  const rows: string[][] = [];
  for (const line of bytes.toString("utf8").replace(/^\uFEFF/, "").split("\r\n").slice(0, -1)) {
    rows.push([...`,${line}`.matchAll(/,("(?:[^"]|"")*"|[^,]*)/g)]
      .map(([, cell]) => cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!));
  }
  return rows;
}
