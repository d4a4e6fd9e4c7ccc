//! From Rust to the two files a browser runs: the WebAssembly program and the JavaScript that
//! connects it to the page.

use crate::process::{cargo, run, say, scratch};
use crate::setup;
use crate::split::split;
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Stdio;
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
    /// What comes after the first page; the quick build is in one piece.
    pub later: Option<Later>,
}

/// The parts of the program that are loaded when the first page stands.
pub struct Later {
    /// An ES module that loads them.
    pub link: String,
    /// WebAssembly modules, by the file name under which the script asks for them.
    pub parts: BTreeMap<String, Vec<u8>>,
}

/// Compiles the application.
pub fn compile(profile: Profile) -> Result<Program> {
    setup::wasm_target()?;
    let file = cargo_build(profile)?;
    let cut = (profile == Profile::Release).then(|| split(&fs::read(&file)?)).transpose()?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(cut.as_ref().map_or(&file, |cut| &cut.main))
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        // The second part of a cut program calls the first through the table of functions.
        .keep_lld_exports(cut.is_some())
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
    let glue = output.js().to_owned();
    let Some(cut) = cut else { return Ok(Program { glue, wasm, later: None }) };
    let mut optimiser = Optimiser::open()?;
    let wasm = optimiser.optimise(wasm)?;
    let parts = cut.parts.into_iter().map(|(name, part)| Ok((name, optimiser.optimise(part)?)));
    let parts = parts.collect::<Result<_>>()?;
    optimiser.close()?;
    Ok(Program { glue, wasm, later: Some(Later { link: cut.link, parts }) })
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
        command.arg("--release").env(
            format!("CARGO_TARGET_{}_RUSTFLAGS", setup::WASM.to_uppercase().replace('-', "_")),
            release_flags(),
        );
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

/// The program is cut in two, for which it must be linked with its relocations; Leptos gives all views one
/// type, without which each is compiled anew and the program is a tenth larger; and messages of errors in
/// dependencies name files without the folders of the machine they were built on.
fn release_flags() -> String {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let remap =
        home.map(|home| format!(" --remap-path-prefix={}=", home.join("registry").join("src").display()));
    format!("--cfg split --cfg erase_components -Clink-arg=--emit-relocs{}", remap.unwrap_or_default())
}

/// Makes programs smaller with Binaryen's `wasm-opt`, if Node is there to run it.
///
/// The result for a given input and given flags is kept: it takes longer than everything else after compiling.
struct Optimiser {
    tool: Option<PathBuf>,
    folder: PathBuf,
    used: Vec<PathBuf>,
}

impl Optimiser {
    fn open() -> Result<Self> {
        let tool = setup::wasm_opt()?;
        if tool.is_none() {
            say(
                "wasm-opt is left out, because Node.js with npm is not installed: the program will be about 10 % larger",
            );
        }
        let folder = scratch().join("xtask").join("optimised");
        fs::create_dir_all(&folder)?;
        Ok(Self { tool, folder, used: Vec::new() })
    }

    fn optimise(&mut self, wasm: Vec<u8>) -> Result<Vec<u8>> {
        let Some(tool) = &self.tool else { return Ok(wasm) };
        let made_with = FLAGS.join(" ");
        let kept = crate::digest::short(&[made_with.as_bytes(), &wasm].concat());
        let kept = self.folder.join(kept).with_extension("wasm");
        if !kept.exists() {
            let (input, output) = (self.folder.join("input"), self.folder.join("output"));
            fs::write(&input, wasm)?;
            let mut command = std::process::Command::new("node");
            run(command.arg(tool).args(FLAGS).arg(&input).arg("-o").arg(&output))?;
            fs::rename(&output, &kept)?;
        }
        let optimised = fs::read(&kept)?;
        self.used.push(kept);
        Ok(optimised)
    }

    /// Forgets the results of earlier builds.
    fn close(self) -> Result<()> {
        for entry in fs::read_dir(&self.folder)?.flatten() {
            if !self.used.contains(&entry.path()) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

/// Small before all; of the features of WebAssembly what rustc turns on for this target, and no more: the
/// result must run wherever the input did.
const FLAGS: [&str; 9] = [
    "-Oz",
    "-mvp",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];
