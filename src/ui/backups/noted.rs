//! What is in no backup yet, and the folder where backups go.

use crate::rules::backups::Unbacked;
use crate::store::persist::Workspace;
use crate::ui::state::page_lived;
use crate::web::notes;
use leptos::prelude::*;

/// The folder for automatic backups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Folder {
    /// Not looked at yet.
    #[default]
    Unknown,
    /// This browser lets no page pick a folder.
    Unsupported,
    /// None was picked.
    None,
    /// This one was picked, and the browser wants the user to allow it again.
    Closed(String),
    /// Backups go into this one.
    Open(String),
    /// Backups go into this one, and the last could not be written.
    Failed(String),
}

/// The name under which it is stored beside the pipeline.
const NOTE: &str = "backup";

thread_local! {
    static SIGNALS: (RwSignal<Unbacked>, RwSignal<Folder>) =
        page_lived(|| (RwSignal::default(), RwSignal::default()));
}

/// What is in no backup yet; followed when read reactively.
pub fn unbacked() -> Unbacked {
    SIGNALS.with(|signals| signals.0).get()
}

/// The folder for automatic backups; followed when read reactively.
pub fn folder() -> Folder {
    SIGNALS.with(|signals| signals.1).get()
}

/// Tells what became of the folder.
pub(super) fn set_folder(folder: Folder) {
    let signal = SIGNALS.with(|signals| signals.1);
    if signal.with_untracked(|before| *before != folder) {
        signal.set(folder);
    }
}

/// Reads what was noted by all tabs.
pub(super) fn look_up() {
    let found = notes::load(Workspace::Real, NOTE);
    // What cannot be read is no note: the next backup makes one.
    let signal = SIGNALS.with(|signals| signals.0);
    signal.set(serde_json::from_str(&found).unwrap_or_default());
}

/// Changes what is noted, after looking it up.
pub fn note(change: impl FnOnce(&mut Unbacked)) {
    look_up();
    let signal = SIGNALS.with(|signals| signals.0);
    signal.update(change);
    let text = serde_json::to_string(&signal.get_untracked()).unwrap_or_default();
    notes::save(Workspace::Real, NOTE, &text);
}
