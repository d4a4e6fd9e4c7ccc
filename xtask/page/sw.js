// The offline copy: one version of the site, whole, in one cache.
//
// A version is a list of files with their digests. It is installed only if every file arrives
// with its digest, so that two versions can never mix, not even when the server is being updated
// meanwhile. It takes over when the last tab of the old version has gone, or when the page asks.
"use strict";

const VERSION = "%version%";
const FILES = %files%;
const PAGE = "./";
const FAMILY = `zhaoshang ${self.registration.scope} `;
const CACHE = FAMILY + VERSION;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(dropOtherVersions()));
self.addEventListener("message", (event) => event.data === "activate" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  const name = nameInSite(event.request);
  if (name !== null) event.respondWith(fromCache(name, event.request));
});

async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map(([name, integrity]) => new Request(name, { integrity, cache: "no-cache" })));
}

async function dropOtherVersions() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(FAMILY) && name !== CACHE).map((name) => caches.delete(name)));
}

/** The name in FILES that a request asks for, or null when it is none of ours. */
function nameInSite(request) {
  if (request.method !== "GET") return null;
  const url = new URL(request.url);
  const scope = new URL(self.registration.scope);
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return null;
  const path = url.pathname.slice(scope.pathname.length);
  const name = path === "" || path === "index.html" ? PAGE : path;
  return FILES.some(([file]) => file === name) ? name : null;
}

async function fromCache(name, request) {
  const cache = await caches.open(CACHE);
  // The browser may have emptied the cache to make room: then the network is all there is.
  return (await cache.match(name)) ?? fetch(request);
}
