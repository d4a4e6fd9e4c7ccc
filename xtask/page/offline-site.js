// Registers the service worker, once the page is up, and tells the application of a new version.
//
// `zhaoshang:update-ready` on `window` says that a newer version lies complete in the cache and
// will run at the next start. `data-update="ready"` on <html> says the same to whoever asks later.
function announceUpdate() {
  document.documentElement.dataset.update = "ready";
  window.dispatchEvent(new CustomEvent("zhaoshang:update-ready"));
}
if ("serviceWorker" in navigator) {
  window.addEventListener("load", async () => {
    try {
      const registration = await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" });
      // Not before it waits complete: it could not be put in place yet. The first version replaces none.
      const whenWaiting = (worker) => worker?.addEventListener("statechange", () => {
        if (worker.state === "installed" && registration.active) announceUpdate();
      });
      registration.addEventListener("updatefound", () => whenWaiting(registration.installing));
      whenWaiting(registration.installing);
      if (registration.waiting && registration.active) announceUpdate();
    } catch (error) {
      // Without a service worker (a private window, a policy) the page works, only not offline.
      console.info("No offline copy:", error);
    }
  });
}
