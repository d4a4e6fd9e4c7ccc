//! What this browser remembers of its user's taste: language, colours, size.
//!
//! Kept apart from the pipeline: never exported, and losing it costs three clicks.

use super::page;
use crate::i18n::Lang;
use gloo_storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};

/// Where the preferences lie. All files opened from one disk share a storage, hence the prefix.
const KEY: &str = "zs.prefs";

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// How large everything is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Size {
    /// For a person before a screen.
    #[default]
    Normal,
    /// For a meeting before a projector: one size up, high contrast, nothing personal.
    Projector,
}

/// The preferences of this browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prefs {
    /// Language; unset until the user chooses, so that the browser's own is followed.
    pub lang: Option<Lang>,
    /// Light or dark.
    pub theme: Theme,
    /// Normal or projector.
    pub size: Size,
}

/// The stored preferences; the defaults where none are stored, readable or allowed.
pub fn load() -> Prefs {
    if storage_allowed() { LocalStorage::get(KEY).unwrap_or_default() } else { Prefs::default() }
}

/// Stores the preferences. Without storage they hold until the page is closed.
pub fn save(prefs: &Prefs) {
    if storage_allowed() {
        // A full storage is told by the pipeline's own writer; taste may be lost silently.
        let _ = LocalStorage::set(KEY, prefs);
    }
}

/// Where it is noted that the sample workspace is open.
const SAMPLE_KEY: &str = "zs.sample-open";

/// Whether the sample workspace was open last.
pub fn is_sample_open() -> bool {
    storage_allowed() && LocalStorage::get(SAMPLE_KEY).unwrap_or(false)
}

/// Remembers whether the sample workspace is open.
pub fn set_sample_open(open: bool) {
    if storage_allowed() {
        // If it is forgotten, the office's own workspace opens next time.
        let _ = LocalStorage::set(SAMPLE_KEY, open);
    }
}

/// Whether local storage may be touched. Asked first, because gloo-storage panics where it may not.
fn storage_allowed() -> bool {
    page::local_storage().is_some()
}
