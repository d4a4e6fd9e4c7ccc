//! `shots`: the screenshots of the documentation, made from the packages as shipped.

use crate::args::Args;
use crate::compile::Profile;
use crate::process::{root, run as run_program, say};
use crate::{packages, playwright};
use anyhow::Result;
use std::env;
use std::process::ExitCode;

/// `cargo xtask shots`: the chosen few into `docs/screenshots`, or all of them into `--out DIR`.
pub fn run(mut args: Args) -> Result<ExitCode> {
    let out = args.option("--out")?;
    let grep = args.option("--grep")?;
    args.finish()?;
    let which = if out.is_some() { "all" } else { "chosen" };
    let folder = match out {
        // From where the user stands, not from where the scripts run.
        Some(out) => env::current_dir()?.join(out),
        None => root().join("docs").join("screenshots"),
    };
    let dist = packages::make(Profile::Release)?;
    let mut command = playwright::command("e2e/shots.config.ts", &dist)?;
    if let Some(grep) = grep {
        command.args(["--grep", &grep]);
    }
    run_program(command.env("ZS_SHOTS", which).env("ZS_SHOTS_OUT", &folder))?;
    say(format!("screenshots are in {}", folder.display()));
    Ok(ExitCode::SUCCESS)
}
