//! `shots`.

use crate::args::Args;
use anyhow::{Result, bail};
use std::process::ExitCode;

/// `cargo xtask shots`.
pub fn run(_: Args) -> Result<ExitCode> {
    bail!("not there yet")
}
