//! The only code that touches the browser.

pub mod activity;
pub mod camera;
pub mod cipher;
pub mod clock;
pub mod contents;
pub mod css;
pub mod decode;
pub mod drag;
pub mod files;
pub mod folder;
pub mod fullscreen;
pub mod idb;
pub mod local;
pub mod locks;
pub mod mirrored;
pub mod mould;
pub mod notes;
pub mod observe;
pub mod page;
pub mod pictures;
pub mod places;
pub mod prefs;
pub mod presence;
pub mod random;
pub mod storage_event;
#[cfg(split)]
pub mod style;
pub mod tabs;
pub mod timer;
pub mod update;
pub mod usage;
