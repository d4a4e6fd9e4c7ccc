//! Files of business cards that were given to another page. They are taken to the companies, whose page reads
//! them.

use crate::exchange::vcard;
use crate::ui::routes::{Route, navigate};
use crate::ui::state::page_lived;
use crate::ui::widgets::LoadedFile;
use leptos::prelude::*;

thread_local! {
    static WAITING: RwSignal<Vec<LoadedFile>> = page_lived(|| RwSignal::new(Vec::new()));
}

/// Whether a file is one of cards.
pub fn is_cards(file: &LoadedFile) -> bool {
    vcard::is_cards(&file.bytes, &file.name)
}

/// Leads to the page that imports them.
pub fn bring(files: Vec<LoadedFile>) {
    WAITING.with(|waiting| waiting.set(files));
    navigate(Route::Companies);
}

/// The files that were brought, once. Followed.
pub fn brought() -> Vec<LoadedFile> {
    WAITING.with(|waiting| {
        if waiting.read().is_empty() {
            return Vec::new();
        }
        let files = waiting.get_untracked();
        waiting.set(Vec::new());
        files
    })
}
