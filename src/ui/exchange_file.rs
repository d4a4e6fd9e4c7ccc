//! Saving the pipeline, or a part of it, as a file for a colleague or a backup.

use crate::exchange::json::{Scope, Sender, export};
use crate::exchange::redact::{Reader, Redacted, Withheld};
use crate::i18n::exchange as words;
use crate::ledger::VersionVector;
use crate::rules::introduce::identity_of;
use crate::store::Store;
use crate::ui::session;
use crate::ui::state::prefs;
use crate::web::{clock, files};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Saves everything.
pub fn save_all() {
    save(&Scope::All);
}

/// Saves a part.
pub fn save(scope: &Scope) {
    if let Some((name, text)) = session::read_present(|store| (file_name(store), write(store, scope))) {
        files::save(&name, "application/json", text.as_bytes());
    }
}

/// Saves a copy for `reader` that holds `copy` and no more.
pub fn save_redacted(copy: &Redacted, scope: &Scope, reader: Reader, withheld: &BTreeSet<Withheld>) {
    let file = session::read_present(|store| {
        let who = identity_of(store.state(), store.node());
        let name = if withheld.contains(&Withheld::People) { String::new() } else { who.name };
        let l = prefs::language().get_untracked();
        let file = words::file_name_for(l, &who.unit, reader, session::today());
        let from = Sender { node: store.node(), name, unit: who.unit };
        // It claims nothing: whoever merges it must still be sent the rest.
        let claims = VersionVector::default();
        (file, export(&copy.state, &claims, scope, &from, clock::now_millis()))
    });
    if let Some((name, text)) = file {
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
