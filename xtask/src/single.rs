//! The whole application as one HTML file, to be opened from a USB stick by a double click.
//!
//! There is no server, no service worker and no second file. Scripts are allowed by their digest
//! and by nothing else; connections are not allowed at all.

use crate::compile::Program;
use crate::digest::integrity;
use crate::site::{fill, page_script, stylesheet, template};
use crate::split;
use anyhow::{Context, Result, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use std::fs;

/// Name of the file in `dist/`.
pub const NAME: &str = "zhaoshang.html";

/// zlib's effort: the highest that is not absurdly slow.
const EFFORT: u8 = 9;

/// Makes the file.
pub fn assemble(program: &Program, server: Option<&str>) -> Result<String> {
    let rescue = page_script("rescue.js")?;
    // In one inline module the exports of each script are simply names beside those of the others.
    let (link, glue) = linked(program)?;
    let main = [link.as_str(), &glue, &page_script("load-single.js")?, &page_script("boot.js")?].join("\n");
    let style = stylesheet()?;
    let later = program.later.iter().flat_map(|later| &later.parts).map(|(name, part)| (name.as_str(), part));
    let blocks = [(PROGRAM, &program.wasm)].into_iter().chain(later);
    let blocks = blocks.map(|(name, wasm)| block(name, wasm)).collect::<Vec<_>>().join("\n");
    for (what, text) in [("rescue.js", &rescue), ("the program's script", &main), ("the stylesheet", &style)]
    {
        let ends = ["</script", "</style", "<!--"].iter().find(|end| text.to_lowercase().contains(**end));
        ensure!(ends.is_none(), "{what} contains {ends:?}, which would end its place in the page");
    }
    let connect = server.map(|server| format!("connect-src {server}; ")).unwrap_or_default();
    let csp = format!(
        "default-src 'none'; {connect}script-src '{}' '{}' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; \
         img-src data: blob:; base-uri 'none'; form-action 'none'",
        integrity(rescue.as_bytes()),
        integrity(main.as_bytes()),
    );
    let scripts = format!(
        "<script>{rescue}</script>\n{blocks}\n\
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

/// The id of the block of the first part, for which `load-single.js` asks.
const PROGRAM: &str = "program";

/// A data block of the page: base64 of zlib of WebAssembly.
fn block(id: &str, wasm: &[u8]) -> String {
    let packed = BASE64_STANDARD.encode(miniz_oxide::deflate::compress_to_vec_zlib(wasm, EFFORT));
    format!("<script id=\"{id}\" type=\"application/octet-stream\">{packed}</script>")
}

/// The script that loads the later parts and the one of the first, made ready to stand in one module:
/// they import nothing from each other, and ask for blocks of the page instead of files.
fn linked(program: &Program) -> Result<(String, String)> {
    let Some(later) = &program.later else { return Ok((String::new(), program.glue.clone())) };
    let mut link = without_import(&later.link, split::MAIN)?.1;
    for name in later.parts.keys() {
        let file = format!("fetch(new URL(\"./{name}\", import.meta.url))");
        ensure!(link.contains(&file), "the loader does not ask for {name}");
        link = link.replace(&file, &format!("unpacked(\"{name}\")"));
    }
    let exported: Vec<_> =
        link.lines().filter_map(|line| line.strip_prefix("export const ")?.split(' ').next()).collect();
    let (import, glue) = without_import(&program.glue, split::LINK)?;
    let name = import.split_whitespace().skip_while(|word| *word != "as").nth(1);
    let name = name.context("the glue does not import the loader as a whole")?;
    let link = format!("{link}\nconst {name} = {{ {} }};", exported.join(", "));
    Ok((link, glue))
}

/// A script without its import from `address`, and that line.
fn without_import(script: &str, address: &str) -> Result<(String, String)> {
    let is_it = |line: &&str| {
        line.starts_with("import ")
            && ['"', '\''].iter().any(|quote| line.contains(&format!("from {quote}{address}{quote}")))
    };
    let line = script.lines().find(is_it).with_context(|| format!("no import from {address}"))?;
    Ok((line.to_owned(), script.replacen(line, "", 1)))
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
