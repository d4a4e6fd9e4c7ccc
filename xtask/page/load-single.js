// Loads the program out of the page itself: data blocks with base64 of zlib of WebAssembly.
async function unpacked(id) {
  const block = document.getElementById(id);
  const text = atob(block.textContent);
  block.remove();
  const packed = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) packed[i] = text.charCodeAt(i);
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(bytes, { headers: { "content-type": "application/wasm" } });
}
async function load() {
  await __wbg_init({ module_or_path: unpacked("program") });
}
