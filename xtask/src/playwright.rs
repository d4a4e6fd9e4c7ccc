//! Playwright Test, with what every run needs: a browser of this system and the served packages.

use crate::{serve, setup, single};
use anyhow::Result;
use std::path::Path;
use std::process::Command;

/// A run of Playwright Test with a configuration below `tests/`, on the packages in `dist`.
///
/// The packages are served until this process ends. The scripts find everything in variables:
/// `ZS_SITE` (address), `ZS_DIST` (folder), `ZS_SINGLE` (the one-file application), `CHROMIUM`, and `ZS_APACHE`
/// and `ZS_RCLONE` (programs of servers that know WebDAV).
pub fn command(config: &str, dist: &Path) -> Result<Command> {
    let mut command = node(dist)?;
    let [apache, rclone] = setup::dav_servers()?;
    command.env("ZS_APACHE", apache).env("ZS_RCLONE", rclone);
    command.args(["node_modules/@playwright/test/cli.js", "test", "--config", config]);
    Ok(command)
}

/// Node in `tests/`, with the same variables.
pub fn node(dist: &Path) -> Result<Command> {
    let folder = setup::drivers()?;
    let browser = setup::chromium()?;
    let server = serve::serve(dist, 0)?;
    let mut command = Command::new("node");
    command
        .current_dir(folder)
        .env("ZS_SITE", server.address())
        .env("ZS_DIST", dist)
        .env("ZS_SINGLE", dist.join(single::NAME))
        .env("CHROMIUM", browser);
    Ok(command)
}
