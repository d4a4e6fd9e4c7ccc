//! Finding a browser for the tests, and opening the user's own.

use anyhow::{Result, ensure};
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const NAMES: [&str; 6] =
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge", "chrome"];

const MACOS: [&str; 3] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

/// Below one of Windows' program folders.
const WINDOWS: [&str; 3] = [
    r"Chromium\Application\chrome.exe",
    r"Google\Chrome\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
];

/// The Chromium named by the variable CHROMIUM, or one in the usual places.
pub fn find() -> Result<Option<PathBuf>> {
    if let Some(path) = env::var_os("CHROMIUM").map(PathBuf::from) {
        ensure!(path.is_file(), "CHROMIUM names {}, which is not there", path.display());
        return Ok(Some(path));
    }
    Ok(candidates().find(|path| path.is_file()))
}

fn candidates() -> impl Iterator<Item = PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = env::split_paths(&path).collect();
    let on_path = NAMES.into_iter().flat_map(move |name| {
        let named: Vec<_> = folders.iter().map(|folder| folder.join(name)).collect();
        named
    });
    let windows = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"]
        .into_iter()
        .filter_map(env::var_os)
        .flat_map(|base| WINDOWS.map(|tail| Path::new(&base).join(tail)));
    on_path.chain(MACOS.into_iter().map(PathBuf::from)).chain(windows)
}

/// Opens an address in the user's browser; false if that cannot be done here.
pub fn open(address: &str) -> bool {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut start = Command::new("cmd");
        // The empty word is the title that `start` would else take the address for.
        start.args(["/C", "start", ""]);
        start
    } else {
        // Without a screen xdg-open may start a text browser in this very terminal.
        if env::var_os("DISPLAY").is_none() && env::var_os("WAYLAND_DISPLAY").is_none() {
            return false;
        }
        Command::new("xdg-open")
    };
    let quiet = command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.spawn().is_ok()
}
