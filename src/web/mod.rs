//! The only code that touches the browser.

pub mod clock;
pub mod drag;
pub mod files;
pub mod idb;
pub mod observe;
pub mod page;
pub mod prefs;
pub mod random;
pub mod timer;
