// The rescue page: what is shown when the application cannot start or has stopped.
//
// Plain JavaScript, because the WebAssembly program is what failed. It depends on nothing but
// the browser, so that the one thing a user needs then, a copy of the data, can always be had.
// Values are only ever set as text, never as markup.
(() => {
  "use strict";

  const STORAGE_PREFIX = "zs.";
  const DATABASE_PREFIX = "zhaoshang";
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
    const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    element("a", { href: url, download: "zhaoshang-rescue.json" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
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

  async function readDatabase(name) {
    const database = await done(indexedDB.open(name));
    const stores = {};
    try {
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())]);
        stores[store] = [];
        for (let i = 0; i < values.length; i += 1) {
          stores[store].push({ key: await plain(keys[i]), value: await plain(values[i]) });
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
