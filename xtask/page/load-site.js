// Loads the program from the files of the site. The names are filled in by the build.
async function load() {
  // Both requests start before either is waited for; compiling starts with the first bytes.
  const wasm = fetch("%wasm%");
  const [program] = await Promise.all([import("./%glue%"), wasm]);
  await program.default({ module_or_path: wasm });
}
