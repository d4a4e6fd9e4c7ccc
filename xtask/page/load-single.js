// Loads the program out of the page itself: base64 of zlib of WebAssembly, in a data block.
async function load() {
  const block = document.getElementById("program");
  const text = atob(block.textContent);
  block.remove();
  const packed = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) packed[i] = text.charCodeAt(i);
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  await __wbg_init({ module_or_path: await new Response(bytes).arrayBuffer() });
}
