//! From Rust to the two files a browser runs: the WebAssembly program and the JavaScript that
//! connects it to the page.

use crate::process::{cargo, run, say, scratch};
use crate::setup;
use anyhow::{Context, Result, bail, ensure};
use std::path::PathBuf;
use std::process::Stdio;
use std::{fs, io};
use wasm_bindgen_cli_support::Bindgen;

const PROGRAM: &str = "zhaoshang";

/// Which of the two builds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Soonest to a usable page: cargo's `dev` profile, whose build scripts and macros are shared
    /// with this very program.
    Quick,
    /// What is shipped: small and fast, and slow to compile.
    Release,
}

/// The compiled application.
pub struct Program {
    /// An ES module whose default export instantiates and runs the program.
    pub glue: String,
    /// The WebAssembly module.
    pub wasm: Vec<u8>,
}

/// Compiles the application.
pub fn compile(profile: Profile) -> Result<Program> {
    setup::wasm_target()?;
    let file = cargo_build(profile)?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&file)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_producers_section(true)
        .remove_name_section(profile == Profile::Release);
    let mut output = bindgen.generate_output()?;
    // One module can be put into one page; a package that brings JavaScript files of its own
    // would need a bundler. (A package is listed even when it brings none.)
    let scripts = output.snippets().iter().filter(|(_, scripts)| !scripts.is_empty());
    let others = output.local_modules().keys().chain(output.npm_dependencies().keys());
    let foreign: Vec<_> = scripts.map(|(name, _)| name).chain(others).collect();
    ensure!(foreign.is_empty(), "packages bring JavaScript of their own: {foreign:?}");
    let wasm = output.wasm_mut().emit_wasm();
    let wasm = if profile == Profile::Release { optimise(wasm)? } else { wasm };
    Ok(Program { glue: output.js().to_owned(), wasm })
}

/// Runs cargo and returns the path of the compiled program, as cargo itself names it.
fn cargo_build(profile: Profile) -> Result<PathBuf> {
    let mut command = cargo();
    command.args([
        "build",
        "--target",
        setup::WASM,
        "--bin",
        PROGRAM,
        "--message-format",
        "json-render-diagnostics",
    ]);
    if profile == Profile::Release {
        command.arg("--release");
    }
    let child = command.stdout(Stdio::piped()).spawn().context("cannot run cargo")?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("the application does not compile");
    }
    String::from_utf8(output.stdout)?
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message["target"]["name"] == PROGRAM)
        .filter_map(|message| message["filenames"].as_array()?.iter().find_map(|f| wasm_path(f.as_str()?)))
        .next_back()
        .context("cargo named no .wasm file")
}

fn wasm_path(name: &str) -> Option<PathBuf> {
    name.ends_with(".wasm").then(|| PathBuf::from(name))
}

/// Makes the program smaller with Binaryen's `wasm-opt`, if Node is there to run it.
///
/// The result for a given input is kept: it takes longer than everything else after compiling.
fn optimise(wasm: Vec<u8>) -> Result<Vec<u8>> {
    let Some(tool) = setup::wasm_opt()? else {
        say(
            "wasm-opt is left out, because Node.js with npm is not installed: the program will be about 10 % larger",
        );
        return Ok(wasm);
    };
    let folder = scratch().join("xtask");
    fs::create_dir_all(&folder)?;
    let name = crate::digest::short(&wasm);
    let kept = folder.join(format!("{name}.opt.wasm"));
    match fs::read(&kept) {
        Ok(bytes) => return Ok(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error.into()),
    }
    for old in fs::read_dir(&folder)?.flatten().filter(|f| f.path().extension().is_some_and(|e| e == "wasm"))
    {
        fs::remove_file(old.path())?;
    }
    let (input, output) = (folder.join("input.wasm"), folder.join("output.wasm"));
    fs::write(&input, wasm)?;
    let mut command = std::process::Command::new("node");
    run(command.arg(tool).arg("-Oz").args(FEATURES).arg(&input).arg("-o").arg(&output))?;
    fs::rename(&output, &kept)?;
    Ok(fs::read(&kept)?)
}

/// What rustc turns on for this target, and no more: the result must run wherever the input did.
const FEATURES: [&str; 8] = [
    "-mvp",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];
