//! Saving the pipeline, or a part of it, as a file for a colleague or a backup.

use crate::exchange::json::{Scope, Sender, export_signed};
use crate::exchange::redact::{Reader, Redacted, Withheld};
use crate::i18n::{attachments as attachment_words, exchange as words};
use crate::ledger::VersionVector;
use crate::rules::backups::SEALED;
use crate::rules::introduce::identity_of;
use crate::store::Store;
use crate::ui::attachments::{self, bundled};
use crate::ui::devices::{self, Signing};
use crate::ui::session;
use crate::ui::startup;
use crate::ui::state::prefs;
use crate::ui::widgets::toast;
use crate::web::{cipher, clock, files};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What an encrypted file is, for the browser.
const BINARY: &str = "application/octet-stream";

/// A file to be saved.
pub struct ExchangeFile {
    /// Its name.
    pub name: String,
    /// What it holds: JSON.
    pub text: String,
}

impl ExchangeFile {
    /// Saves it as it is.
    pub fn save(&self) {
        files::save(&self.name, "application/json", self.text.as_bytes());
    }
}

/// Saves an encrypted file under the name it had.
pub fn save_encrypted(name: &str, sealed: &[u8]) {
    files::save(&format!("{name}{SEALED}"), BINARY, sealed);
}

/// Saves everything, attachments too, as a backup: encrypted if the office's own data is. If one file cannot hold the
/// attachments it says so, and saves the rest. `false` if that could not be.
pub async fn save_all() -> bool {
    let Some(file) = part(&Scope::All) else { return false };
    let cipher = cipher::current().filter(|_| !untrack(startup::is_sample));
    attachments::look_now().await;
    let bundled = untrack(|| bundled(&Scope::All));
    let excess = bundled.excess();
    if excess.is_none() && !bundled.here.is_empty() {
        let begun = match cipher {
            Some(cipher) => match cipher.begin_file() {
                Some(begun) => Some(begun),
                None => return false,
            },
            None => None,
        };
        return attachments::save(file, &bundled.here, begun, |_| {}).await;
    }
    match cipher {
        None => file.save(),
        Some(cipher) => {
            let Some(sealed) = cipher.file(file.text.as_bytes()) else { return false };
            save_encrypted(&file.name, &sealed);
        }
    }
    if let Some(excess) = excess {
        toast(attachment_words::not_in_backup(prefs::language().get_untracked(), excess));
    }
    true
}

/// A part.
pub fn part(scope: &Scope) -> Option<ExchangeFile> {
    let signing = devices::ready();
    session::read_present(|store| ExchangeFile {
        name: file_name(store),
        text: write(store, scope, signing.as_ref()),
    })
}

/// A copy for `reader` that holds `copy` and no more.
pub fn redacted(
    copy: &Redacted,
    scope: &Scope,
    reader: Reader,
    withheld: &BTreeSet<Withheld>,
) -> Option<ExchangeFile> {
    let signing = devices::ready_for_copy();
    let signer = signing.as_ref().map(Signing::without_seals);
    session::read_present(|store| {
        let who = identity_of(store.state(), store.node());
        let name = if withheld.contains(&Withheld::People) { String::new() } else { who.name };
        let l = prefs::language().get_untracked();
        let name_of_file = words::file_name_for(l, &who.unit, reader, session::today());
        let from = Sender { node: store.node(), name, unit: who.unit };
        // It claims nothing: whoever merges it must still be sent the rest.
        let claims = VersionVector::default();
        let text = export_signed(&copy.state, &claims, scope, (&from, clock::now_millis()), signer.as_ref());
        ExchangeFile { name: name_of_file, text }
    })
}

/// The text of the file.
pub fn write(store: &Store, scope: &Scope, signing: Option<&Signing>) -> String {
    let who = identity_of(store.state(), store.node());
    let from = Sender { node: store.node(), name: who.name, unit: who.unit };
    let signer = signing.map(Signing::signer);
    export_signed(store.state(), store.have(), scope, (&from, clock::now_millis()), signer.as_ref())
}

fn file_name(store: &Store) -> String {
    let unit = identity_of(store.state(), store.node()).unit;
    words::file_name(prefs::language().get_untracked(), &unit, session::today())
}
