//! `build` and `package`: the folders that come out.

use crate::args::Args;
use crate::compile::{self, Profile};
use crate::process::{root, say, scratch};
use crate::{single, site};
use anyhow::{Result, ensure};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// `cargo xtask build`.
pub fn build(mut args: Args) -> Result<ExitCode> {
    let profile = if args.flag("--release") { Profile::Release } else { Profile::Quick };
    args.finish()?;
    make(profile)?;
    Ok(ExitCode::SUCCESS)
}

/// `cargo xtask package`.
pub fn package(mut args: Args) -> Result<ExitCode> {
    let server = args.option("--server")?;
    args.finish()?;
    let server = server.as_deref().map(site::origin).transpose()?;
    make_for(Profile::Release, server)?;
    Ok(ExitCode::SUCCESS)
}

/// Compiles and writes one of the two builds, and returns its folder.
///
/// The release build holds the one-file application too; it is not part of the site, and the
/// service worker does not know it.
pub fn make(profile: Profile) -> Result<PathBuf> {
    make_for(profile, None)
}

/// The same, for a page that may also reach a shared server with this origin.
fn make_for(profile: Profile, server: Option<&str>) -> Result<PathBuf> {
    let program = compile::compile(profile)?;
    let mut files = site::assemble(&program, profile, server)?;
    if profile == Profile::Release {
        files.insert(single::NAME.to_owned(), single::assemble(&program, server)?.into_bytes());
    }
    let folder = match profile {
        Profile::Quick => scratch().join("site"),
        Profile::Release => release_folder(),
    };
    site::write(&files, &folder)?;
    let total: usize = files.values().map(Vec::len).sum();
    say(format!("{}: {} files, {} kB", short(&folder), files.len(), total / 1000));
    Ok(folder)
}

/// The release build that was made last.
pub fn made() -> Result<PathBuf> {
    let folder = release_folder();
    ensure!(folder.join(single::NAME).exists(), "nothing is built yet: run cargo xtask package");
    Ok(folder)
}

fn release_folder() -> PathBuf {
    root().join("dist")
}

fn short(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
