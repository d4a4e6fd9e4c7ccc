//! The whole application as one HTML file, to be opened from a USB stick by a double click.
//!
//! There is no server, no service worker and no second file. Scripts are allowed by their digest
//! and by nothing else; connections are not allowed at all.

use crate::compile::Program;
use crate::digest::integrity;
use crate::site::{fill, page_script, stylesheet, template};
use anyhow::{Result, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use std::fs;

/// Name of the file in `dist/`.
pub const NAME: &str = "zhaoshang.html";

/// zlib's effort: the highest that is not absurdly slow.
const EFFORT: u8 = 9;

/// Makes the file.
pub fn assemble(program: &Program) -> Result<String> {
    let rescue = page_script("rescue.js")?;
    // In an inline module the exports of the glue are simply names beside the loader's own.
    let main = [program.glue.as_str(), &page_script("load-single.js")?, &page_script("boot.js")?].join("\n");
    let style = stylesheet()?;
    let packed = BASE64_STANDARD.encode(miniz_oxide::deflate::compress_to_vec_zlib(&program.wasm, EFFORT));
    for (what, text) in [("rescue.js", &rescue), ("the program's script", &main), ("the stylesheet", &style)]
    {
        let ends = ["</script", "</style", "<!--"].iter().find(|end| text.to_lowercase().contains(**end));
        ensure!(ends.is_none(), "{what} contains {ends:?}, which would end its place in the page");
    }
    let csp = format!(
        "default-src 'none'; script-src '{}' '{}' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; \
         img-src data: blob:; base-uri 'none'; form-action 'none'",
        integrity(rescue.as_bytes()),
        integrity(main.as_bytes()),
    );
    let scripts = format!(
        "<script>{rescue}</script>\n<script id=\"program\" type=\"application/octet-stream\">{packed}</script>\n\
         <script type=\"module\">{main}</script>"
    );
    let page = without_other_files(&template()?)?;
    fill(
        &page,
        &[
            ("csp", &csp),
            ("preload", ""),
            ("style", &format!("<style>{style}</style>")),
            ("scripts", &scripts),
        ],
    )
}

/// Drops the links to files, and puts the icon into the page.
fn without_other_files(page: &str) -> Result<String> {
    let icon = fs::read(crate::process::root().join("public/icons/icon.svg"))?;
    let icon = format!("data:image/svg+xml;base64,{}", BASE64_STANDARD.encode(icon));
    let page = page.replace("href=\"icons/icon.svg\"", &format!("href=\"{icon}\""));
    let kept = page
        .lines()
        .filter(|line| !line.contains("rel=\"manifest\"") && !line.contains("rel=\"apple-touch-icon\""));
    let page = kept.collect::<Vec<_>>().join("\n");
    ensure!(page.contains(&icon), "index.html names no icon");
    Ok(page)
}
