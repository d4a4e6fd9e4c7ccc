//! Saving the pipeline, or a part of it, as a file for a colleague or a backup.

use crate::exchange::json::{Scope, Sender, export};
use crate::i18n::exchange as words;
use crate::rules::introduce::identity_of;
use crate::store::Store;
use crate::ui::session;
use crate::ui::state::prefs;
use crate::web::{clock, files};
use leptos::prelude::*;

/// Saves everything.
pub fn save_all() {
    save(&Scope::All);
}

/// Saves a part.
pub fn save(scope: &Scope) {
    if let Some((name, text)) = session::read(|store| (file_name(store), write(store, scope))) {
        files::save(&name, "application/json", text.as_bytes());
    }
}

/// The text of the file.
pub fn write(store: &Store, scope: &Scope) -> String {
    let who = identity_of(store.state(), store.node());
    let from = Sender { node: store.node(), name: who.name, unit: who.unit };
    export(store.state(), store.have(), scope, &from, clock::now_millis())
}

fn file_name(store: &Store) -> String {
    let unit = identity_of(store.state(), store.node()).unit;
    words::file_name(prefs::language().get_untracked(), &unit, session::today())
}
