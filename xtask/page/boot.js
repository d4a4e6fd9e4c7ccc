// Starts the application. `load` comes from load-site.js or load-single.js, which the build puts
// in front of this file: it resolves when the program has run and drawn its first page.
load().then(
  () => document.getElementById("boot")?.remove(),
  (error) => window.__zhaoshang_panic(error),
);
