// What a server that compresses with brotli transfers for the site.
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** Not part of the site: the one-file application, which is handed over, not loaded. */
const SINGLE = "zhaoshang.html";
/** What the first card waits for. */
const FIRST = /^(index\.html|[a-z]+\.[0-9a-f]+\.(js|css|wasm))$/;

/** Bytes before the first card, and of all files. */
export async function transferred(dist) {
  const total = { first: 0, all: 0 };
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === SINGLE) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    total.all += packed;
    if (FIRST.test(path.relative(dist, file))) total.first += packed;
  }
  return total;
}
