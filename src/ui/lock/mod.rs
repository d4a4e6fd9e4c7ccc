//! The passphrase: the locked page, locking by itself, and the panel in the settings.

mod idle;
mod panel;
mod screen;

pub use panel::Protection;
pub use screen::LockScreen;

use crate::ui::protect;
use crate::web::{page, storage_event};

/// Begins to look after the lock. Called once, when the program is here.
pub fn begin() {
    // Another tab set a passphrase or took it away: here nothing may be written as before.
    storage_event::on_change(|key| {
        if protect::concerns_lock(key) {
            page::reload();
        }
    });
    idle::begin();
}
