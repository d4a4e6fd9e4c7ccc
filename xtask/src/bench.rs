//! `bench`: measures the release build in Chromium and writes `docs/performance.md`.
//!
//! What is measured, and against which goal, is listed in `tests/bench/figures.mjs`.

use crate::args::Args;
use crate::compile::Profile;
use crate::process::{root, run as run_program, scratch};
use crate::{packages, playwright};
use anyhow::{Result, ensure};
use std::path::PathBuf;
use std::process::{Command, ExitCode};

/// Fewer runs say nothing about the spread.
const MIN_RUNS: u32 = 5;

/// `cargo xtask bench`.
pub fn run(mut args: Args) -> Result<ExitCode> {
    let runs = args.number::<u32>("--runs")?.unwrap_or(MIN_RUNS);
    let only = args.option("--only")?;
    args.finish()?;
    ensure!(runs >= MIN_RUNS, "--runs must be at least {MIN_RUNS}");
    let dist = packages::make(Profile::Release)?;
    let maker = build_maker()?;
    let mut command = playwright::node(&dist)?;
    command.env("ZS_MAKER", maker);
    command.args(["bench/main.mjs", "--runs", &runs.to_string()]);
    command.arg("--report").arg(root().join("docs").join("performance.md"));
    if let Some(only) = only {
        command.args(["--only", &only]);
    }
    run_program(&mut command)?;
    Ok(ExitCode::SUCCESS)
}

/// Builds the native program that makes the data, from the same code that the page runs.
fn build_maker() -> Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--release", "--no-default-features", "--example", "bench-seed"]);
    run_program(cargo.current_dir(root()))?;
    let name = format!("bench-seed{}", std::env::consts::EXE_SUFFIX);
    Ok(scratch().join("release").join("examples").join(name))
}
