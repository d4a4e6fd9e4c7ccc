//! Cuts the program in two: what the first page needs, and what comes later.
//!
//! Where the cut goes is said in `src/ui/later`. The work is done by the library behind cargo-leptos,
//! on a program linked with its relocations (see `compile.rs`).

use crate::process::scratch;
use anyhow::{Context, Result, anyhow};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use wasm_split_cli_support::{Options, transform};

/// The module under which the first part imports the loader of the others.
pub const LINK: &str = "./__wasm_split.js";
/// The module from which that loader imports the first part.
pub const MAIN: &str = "./zhaoshang.js";

/// The cut program.
pub struct Split {
    /// The first part, still to be connected to the page.
    pub main: PathBuf,
    /// The script that loads the other parts.
    pub link: String,
    /// The other parts, by the file name that the script gives them.
    pub parts: BTreeMap<String, Vec<u8>>,
}

/// Cuts a program linked with its relocations.
pub fn split(program: &[u8]) -> Result<Split> {
    let folder = scratch().join("xtask").join("split");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(program);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = LINK;
    options.main_module = MAIN;
    let made = transform(options).map_err(|error| anyhow!("the program cannot be cut: {error:#}"))?;
    let mut parts = BTreeMap::new();
    for path in made.split_modules {
        let name = path.file_name().and_then(|name| name.to_str()).context("a part without a name")?;
        parts.insert(name.to_owned(), fs::read(&path)?);
    }
    Ok(Split { link: fs::read_to_string(folder.join(LINK))?, main, parts })
}
