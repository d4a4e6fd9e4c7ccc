// The rescue page: what is shown when the application cannot start or has stopped.
//
// Plain JavaScript, because the WebAssembly program is what failed. It depends on nothing but
// the browser, so that the one thing a user needs then, a copy of the data, can always be had.
// Values are only ever set as text, never as markup.
(() => {
  "use strict";

  const STORAGE_PREFIX = "zs.";
  const DATABASE_PREFIX = "zhaoshang";
  const CONTENTS_PREFIX = "zs-files-";
  let shown = false;

  const element = (tag, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };

  /** Replaces the page by the rescue page. Only the first message of a failure is kept. */
  function show(message) {
    if (shown) return;
    shown = true;
    const status = element("p", { role: "status" });
    const download = element("button", { type: "button", className: "main" }, "下载我的数据 · Download my data");
    const reload = element("button", { type: "button" }, "重新打开 · Reload");
    download.onclick = () => save().then(
      () => status.replaceChildren("已下载，请妥善保存。 · Downloaded: keep the file safe."),
      (error) => status.replaceChildren(`未能下载 · Could not download: ${error}`),
    );
    reload.onclick = () => location.reload();
    const page = element(
      "main", { id: "rescue" },
      element("h1", {}, "招商簿停下了"),
      element("p", {}, "程序遇到了无法继续的问题。已保存的数据仍在这台电脑的浏览器里。请先下载一份数据，再重新打开。"),
      element("p", { lang: "en" }, "Zhaoshang met a problem it cannot get past. What was saved is still in this browser. "
        + "Download a copy of the data first, then reload."),
      element("pre", {}, String(message)),
      download, reload, status,
    );
    document.body.replaceChildren(page);
    download.focus();
    // Photos and scans are too large for that file; they go into one of their own, if there are any.
    contents().then((found) => {
      if (found.length === 0) return;
      const files = element("button", { type: "button" }, `下载附件（${found.length}） · Download attachments`);
      files.onclick = () => offer(tar(found), "zhaoshang-attachments.tar");
      download.after(files);
    }, () => {});
  }

  /** The contents of attachments as they are stored: names and bytes. */
  async function contents() {
    const all = [];
    for (const { name } of (await globalThis.indexedDB?.databases?.()) ?? []) {
      if (!name.startsWith(CONTENTS_PREFIX)) continue;
      for (const { key, value } of (await readDatabase(name, (value) => value)).pieces) {
        if (key.startsWith("c.")) all.push([`${name}/${key.slice(2)}`, value]);
      }
    }
    return all;
  }

  /** An archive that every system unpacks (POSIX ustar): a head of 512 bytes before each file, filled up to 512. */
  function tar(files) {
    const parts = files.flatMap(([name, bytes]) => {
      const head = new Uint8Array(512);
      const put = (text, at) => head.set(new TextEncoder().encode(text), at);
      put(name, 0);
      put("0000644\0", 100);
      put(`${bytes.length.toString(8).padStart(11, "0")}\0`, 124);
      put(`${"0".repeat(11)}\0        0`, 136);
      put("ustar\x0000", 257);
      put(`${head.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, "0")}\0 `, 148);
      return [head, bytes, new Uint8Array((512 - bytes.length % 512) % 512)];
    });
    return new Blob([...parts, new Uint8Array(1024)]);
  }

  function offer(blob, name) {
    const url = URL.createObjectURL(blob);
    element("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }

  /** Everything the application stores in this browser, as one JSON file. */
  async function save() {
    const text = JSON.stringify({
      format: "zhaoshang-rescue",
      version: 1,
      saved: new Date().toISOString(),
      localStorage: readLocalStorage(),
      indexedDB: await readDatabases(),
    });
    offer(new Blob([text], { type: "application/json" }), "zhaoshang-rescue.json");
  }

  function readLocalStorage() {
    const found = {};
    try {
      for (let i = 0; i < localStorage.length; i += 1) {
        const key = localStorage.key(i);
        if (key.startsWith(STORAGE_PREFIX)) found[key] = localStorage.getItem(key);
      }
    } catch (error) {
      found["(unreadable)"] = String(error);
    }
    return found;
  }

  async function readDatabases() {
    const found = {};
    const list = globalThis.indexedDB?.databases ? await indexedDB.databases() : [];
    for (const { name } of list) {
      if (!name.startsWith(DATABASE_PREFIX)) continue;
      // One unreadable database must not keep the others from being saved.
      try { found[name] = await readDatabase(name); } catch (error) { found[name] = { "(unreadable)": String(error) }; }
    }
    return found;
  }

  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  async function readDatabase(name, form = plain) {
    const database = await done(indexedDB.open(name));
    const stores = {};
    try {
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())]);
        stores[store] = [];
        for (let i = 0; i < values.length; i += 1) {
          stores[store].push({ key: await form(keys[i]), value: await form(values[i]) });
        }
      }
    } finally {
      database.close();
    }
    return stores;
  }

  /** A stored value as JSON can hold it: bytes and files become base64 with their type. */
  async function plain(value) {
    if (value instanceof Blob) {
      return { $file: value.name ?? "", type: value.type, base64: base64(new Uint8Array(await value.arrayBuffer())) };
    }
    if (value instanceof ArrayBuffer) return { $bytes: base64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      return { $bytes: base64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
    }
    if (value instanceof Date) return { $date: value.toISOString() };
    if (value instanceof Map) return { $map: await plain([...value]) };
    if (value instanceof Set) return { $set: await plain([...value]) };
    if (typeof value === "bigint") return { $bigint: String(value) };
    if (Array.isArray(value)) return Promise.all(value.map(plain));
    if (value && typeof value === "object") {
      const entries = await Promise.all(Object.entries(value).map(async ([key, part]) => [key, await plain(part)]));
      return Object.fromEntries(entries);
    }
    return value;
  }

  function base64(bytes) {
    let text = "";
    for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
    return btoa(text);
  }

  // The panic hook of the application calls this, and so does the loader when it cannot load.
  window.__zhaoshang_panic = show;
  // The settings offer the same copy while the program runs.
  window.__zhaoshang_save = save;

  // A trap in the WebAssembly program leaves it unusable. Any other stray error (a browser
  // extension, an observer's warning) does not, and must not take the page away from the user.
  const isTrap = (error) => typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
  window.addEventListener("error", (event) => isTrap(event.error) && show(event.message));
  window.addEventListener("unhandledrejection", (event) => isTrap(event.reason) && show(event.reason.message));
})();
