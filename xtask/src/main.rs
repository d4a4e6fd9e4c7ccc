//! The front door of the project: `cargo xtask <command>`, the same on every system.
//!
//! It needs nothing but Rust to build and serve the application. What a command needs beyond that
//! (the wasm target, Node packages, a browser) it installs if it can, and says so; if it cannot,
//! it names the remedy.

mod args;
mod bench;
mod browser;
mod compile;
mod css;
mod digest;
mod packages;
mod playwright;
mod process;
mod serve;
mod setup;
mod shots;
mod single;
mod site;
mod split;
mod start;
mod test;

use args::Args;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>

  start    [--port N] [--no-open] [--release]   build, serve on this computer, open the browser
  build    [--release]                          build the site into target/site (quick) or dist (release)
  package  [--server ADDRESS]                   release build: dist/ and the one-file dist/zhaoshang.html;
                                                lets the page reach a shared server at another address
  test     [--only native|e2e] [--grep TEXT]    everything that is checked; last line: N passed, N failed
           [--built]                            browser tests of dist/ as it is, without building
  bench    [--runs N] [--only NAME]             measure the release build, write docs/performance.md
  shots    [--out DIR] [--grep TEXT]            screenshots for the documentation, or all into DIR

CHROMIUM=/path/to/browser chooses the browser for test, bench and shots.";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<ExitCode> {
    let mut args = Args::from_env();
    match args.command().as_deref() {
        Some("start") => start::run(args),
        Some("build") => packages::build(args),
        Some("package") => packages::package(args),
        Some("test") => test::run(args),
        Some("bench") => bench::run(args),
        Some("shots") => shots::run(args),
        None | Some("help" | "--help" | "-h") => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        Some(other) => anyhow::bail!("there is no command '{other}'\n\n{USAGE}"),
    }
}
