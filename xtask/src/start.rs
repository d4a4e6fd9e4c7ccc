//! `start`: build, serve, open.

use crate::args::Args;
use crate::compile::Profile;
use crate::process::say;
use crate::{browser, packages, serve};
use anyhow::Result;
use std::process::ExitCode;
use std::thread;

/// The browser keeps data by address, so the usual port stays the same.
const PORT: u16 = 8620;

/// `cargo xtask start`. Ends when the user ends it.
pub fn run(mut args: Args) -> Result<ExitCode> {
    let wanted = args.number("--port")?.unwrap_or(PORT);
    let open = !args.flag("--no-open");
    let profile = if args.flag("--release") { Profile::Release } else { Profile::Quick };
    args.finish()?;
    let folder = packages::make(profile)?;
    let server = serve::serve_near(&folder, wanted)?;
    if server.port != wanted {
        say(format!(
            "port {wanted} is taken, so this is {}; a browser keeps data by address, so data entered at {wanted} is not seen here",
            server.port
        ));
    }
    println!("招商簿 Zhaoshang: {}   (Ctrl+C ends)", server.address());
    if open && !browser::open(&server.address()) {
        say("no browser could be opened from here: open the address yourself");
    }
    loop {
        thread::park();
    }
}
