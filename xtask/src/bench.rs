//! `bench`.

use crate::args::Args;
use anyhow::{Result, bail};
use std::process::ExitCode;

/// `cargo xtask bench`.
pub fn run(_: Args) -> Result<ExitCode> {
    bail!("not there yet")
}
