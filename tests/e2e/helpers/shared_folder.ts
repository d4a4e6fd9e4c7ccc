// A folder that a sync engine carries between computers: each browser has its own copy, and `carry` brings one
// up to date from another.
import type { Page } from "@playwright/test";
import type { Office } from "./office";

const NAME = "共享盘";

/** A file of the folder: its path, and its bytes as base64. */
export type File = { path: string; content: string };

/** Gives the page a folder to pick: the browser's own, which behaves as any other. */
export async function withSharedFolder(office: Office): Promise<void> {
  await office.context.addInitScript((name) => {
    Object.assign(window, {
      showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true }),
    });
  }, NAME);
}

/** Everything in a computer's copy of the folder. */
export function filesOf(page: Page): Promise<File[]> {
  return page.evaluate(async (name) => {
    const files: { path: string; content: string }[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, before: string): Promise<void> => {
      for await (const handle of folder.values()) {
        const path = before + handle.name;
        if (handle instanceof FileSystemDirectoryHandle) {
          await walk(handle, `${path}/`);
        } else if (handle instanceof FileSystemFileHandle) {
          const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
          files.push({ path, content: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) });
        }
      }
    };
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true }), "");
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  }, NAME);
}

/** Puts files into a computer's copy. */
export async function putFiles(page: Page, files: File[]): Promise<void> {
  await page.evaluate(async ({ name, files }) => {
    for (const { path, content } of files) {
      let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
      const parts = path.split("/");
      const file = parts.pop()!;
      for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
      const stream = await (await folder.getFileHandle(file, { create: true })).createWritable();
      await stream.write(Uint8Array.from(atob(content), (char) => char.charCodeAt(0)));
      await stream.close();
    }
  }, { name: NAME, files });
}

/** The sync engine brings what one computer wrote itself to another. */
export async function carry(from: Page, to: Page): Promise<void> {
  const files = await filesOf(from);
  const own = await nodeOf(from);
  await putFiles(to, files.filter(({ path }) => path.startsWith(`zhaoshang/${own}`)));
}

/** The name of a computer in the folder. */
export const nodeOf = (page: Page): Promise<string> =>
  page.evaluate(() => localStorage.getItem("zs.real.node")!.split(" ")[0]!);
