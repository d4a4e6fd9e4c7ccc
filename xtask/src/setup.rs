//! Installs what is missing, says so, and names the remedy when it cannot.

use crate::process::{node_tool, root, run, say, scratch, works};
use crate::{browser, digest};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The Rust target of the page.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that rustc can compile for the browser.
pub fn wasm_target() -> Result<()> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .args(["--print", "target-libdir", "--target", WASM])
        .output()
        .context("cannot run rustc")?;
    if output.status.success() && Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir() {
        return Ok(());
    }
    say(format!("installing the Rust target {WASM}"));
    run(Command::new("rustup").args(["target", "add", WASM])).with_context(|| {
        format!("Rust's library for {WASM} is missing; install it with rustup, or as your system's package libstd-rust-dev-wasm32")
    })
}

/// Makes sure that `cargo fmt` and `cargo clippy` are there.
pub fn lints() -> Result<()> {
    for (tool, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if works(Command::new("cargo").args([tool, "--version"])) {
            continue;
        }
        say(format!("installing {component}"));
        run(Command::new("rustup").args(["component", "add", component])).with_context(|| {
            format!("cargo {tool} is missing; install it with rustup component add {component}, or as your system's package")
        })?;
    }
    Ok(())
}

/// The path of `wasm-opt`, installing it at need; `None` where there is no Node.js.
pub fn wasm_opt() -> Result<Option<PathBuf>> {
    if !has_node() {
        return Ok(None);
    }
    let folder = root().join("xtask").join("wasm-opt");
    node_packages(&folder)?;
    Ok(Some(folder.join("node_modules/binaryen/bin/wasm-opt")))
}

/// Installs the packages that drive the browser, and returns their folder.
pub fn drivers() -> Result<PathBuf> {
    let remedy = "the browser tests need Node.js 20 or newer with npm: install it (Debian, as root: \
                  apt-get install nodejs npm; others: from nodejs.org)";
    if !has_node() {
        ensure!(can_apt(), remedy);
        apt_install(&["nodejs", "npm"]).context(remedy)?;
        ensure!(has_node(), remedy);
    }
    let folder = root().join("tests");
    node_packages(&folder)?;
    Ok(folder)
}

fn has_node() -> bool {
    works(Command::new("node").arg("--version")) && works(node_tool("npm").arg("--version"))
}

/// `npm ci`, unless the last one was for the same lock file.
fn node_packages(folder: &Path) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json"))?;
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let stamp = scratch().join("xtask").join(format!("{name}.installed"));
    // Two checkouts may share a target folder, so the stamp names the place as well.
    let wanted = format!("{} {}", digest::short(&lock), folder.display());
    if folder.join("node_modules").is_dir() && fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    say(format!("installing the Node packages of {name}/ (npm ci)"));
    let mut npm = node_tool("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--loglevel", "error"]).current_dir(folder);
    // The browser is the one of the system: packages must not download their own.
    run(npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
        .context("the Node packages could not be installed; is the npm registry reachable?")?;
    fs::create_dir_all(scratch().join("xtask"))?;
    fs::write(&stamp, wanted)?;
    Ok(())
}

/// A Chromium to test with: the one of the system, or installed now where that is possible.
pub fn chromium() -> Result<PathBuf> {
    if let Some(found) = browser::find()? {
        return Ok(found);
    }
    let remedy = "no Chromium, Chrome or Edge was found: install one (Debian and Ubuntu, as root: \
                  apt-get install chromium fonts-noto-cjk), or set CHROMIUM to the path of its program";
    ensure!(can_apt(), remedy);
    apt_install(&["chromium", "fonts-noto-cjk"]).context(remedy)?;
    browser::find()?.context(remedy)
}

/// Two servers that know WebDAV, to test with: Apache's program and rclone's.
pub fn dav_servers() -> Result<[PathBuf; 2]> {
    let find = || [find_program(&["apache2", "httpd"]), find_program(&["rclone"])];
    let both = |found: [Option<PathBuf>; 2]| match found {
        [Some(apache), Some(rclone)] => Some([apache, rclone]),
        _ => None,
    };
    if let Some(found) = both(find()) {
        return Ok(found);
    }
    let remedy = "the tests of shared servers need Apache and rclone: install them (Debian and Ubuntu, as root: \
                  apt-get install apache2-bin rclone; others: from httpd.apache.org and rclone.org)";
    ensure!(can_apt(), remedy);
    // The programs alone: nothing is started by installing them.
    apt_install(&["apache2-bin", "rclone"]).context(remedy)?;
    both(find()).context(remedy)
}

/// LibreOffice and poppler, with which the tests look at the papers that the application writes.
pub fn office_programs() -> Result<()> {
    let has_all = || ["soffice", "pdftotext"].iter().all(|name| find_program(&[name]).is_some());
    if has_all() {
        return Ok(());
    }
    let packages = ["libreoffice-writer-nogui", "libreoffice-calc-nogui", "poppler-utils", "fonts-noto-cjk"];
    let remedy = "the tests of papers need LibreOffice and poppler: install them (Debian and Ubuntu, as root: \
                  apt-get install libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-noto-cjk; \
                  others: from libreoffice.org, with pdftotext on the path)";
    ensure!(can_apt(), remedy);
    apt_install(&packages).context(remedy)?;
    ensure!(has_all(), remedy);
    Ok(())
}

/// A program on the path, or where systems keep their servers.
fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> =
        env::split_paths(&path).chain(["/usr/sbin".into(), "/usr/local/sbin".into()]).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.is_file())
}

fn apt_install(packages: &[&str]) -> Result<()> {
    say(format!("installing {} (apt-get)", packages.join(" and ")));
    run(Command::new("apt-get").arg("update"))?;
    let mut install = Command::new("apt-get");
    install.args(["install", "-y", "--no-install-recommends"]).args(packages);
    run(install.env("DEBIAN_FRONTEND", "noninteractive"))
}

/// Whether this is root on Debian or one of its kind.
fn can_apt() -> bool {
    let root = Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout.trim_ascii() == b"0");
    root && works(Command::new("apt-get").arg("--version"))
}
