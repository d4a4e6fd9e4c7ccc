//! A file that came in: read and checked, previewed, merged.

use super::told;
use crate::exchange::encrypted::is_encrypted;
use crate::exchange::json::{Bundle, Header, Preview, Problem, parse, preview, unheld};
use crate::exchange::notes::Received;
use crate::ledger::Action;
use crate::store::WriteError;
use crate::ui::card_files;
use crate::ui::devices;
use crate::ui::session;
use crate::ui::share;
use crate::ui::startup;
use crate::ui::widgets::LoadedFile;
use crate::web::clock;
use leptos::prelude::untrack;
use std::rc::Rc;

/// One file.
#[derive(Clone)]
pub(super) struct Incoming {
    /// Its name.
    pub name: String,
    /// What it is.
    pub content: Content,
}

/// What a file turned out to be.
#[derive(Clone)]
pub(super) enum Content {
    /// It is encrypted: its passphrase must be typed first.
    Encrypted(Rc<Vec<u8>>),
    /// It cannot be merged.
    Refused(Rc<Vec<Problem>>),
    /// It is whole.
    Whole(Rc<Bundle>),
    /// It was merged.
    Merged(Received),
    /// Business cards, which belong to another page.
    Cards(Rc<LoadedFile>),
}

impl Incoming {
    /// Reads a file; nothing is written.
    pub fn read(file: &LoadedFile) -> Self {
        let content = if is_encrypted(&file.bytes) {
            Content::Encrypted(Rc::new(file.bytes.clone()))
        } else if card_files::is_cards(file) {
            Content::Cards(Rc::new(file.clone()))
        } else {
            match parse(&file.bytes, clock::now_millis()) {
                Ok(bundle) => Content::Whole(Rc::new(bundle)),
                Err(problems) => Content::Refused(Rc::new(problems)),
            }
        };
        Self { name: file.name.clone(), content }
    }
}

/// What merging a file would do now; followed when read reactively.
pub(super) fn look(bundle: &Bundle) -> Preview {
    session::watch(|store| preview(store.state(), bundle, store.node(), clock::now_millis()))
        .unwrap_or_default()
}

/// Merges a file and takes note of it. If it had changes under this laptop's own node id that were not
/// made here, the laptop goes on under a new one. `None` if it could not be made durable.
pub(super) fn merge(name: &str, bundle: &Bundle) -> Option<Received> {
    let now = clock::now_millis();
    let found = session::read(|store| preview(store.state(), bundle, store.node(), now))?;
    let misfits = untrack(|| devices::look(&[bundle]));
    let header: &Header = &bundle.header;
    let merged = session::write_with(|store, _| {
        let granted = header.grants(store.have());
        // Numbering fails only for a file with more unknown fields than the reader lets pass.
        let changes = bundle.clone().into_changes(store.names_mut()).map_err(|_| WriteError::Other)?;
        let fresh = unheld(store.state(), changes);
        let mut receipt = store.merge(fresh, &granted)?;
        receipt.action = Action::Receive;
        Ok(Some(receipt))
    });
    if !merged {
        return None;
    }
    if found.own_unknown.is_some() {
        startup::renew_node();
    }
    share::pass_on(bundle.records().collect());
    let received = Received {
        file: name.to_owned(),
        name: header.from.name.clone(),
        unit: header.from.unit.clone(),
        made: header.made,
        at: now,
        new: found.new.len(),
        changed: found.changed.len(),
        conflicts: found.conflicts.len(),
    };
    devices::merged(&[bundle], &misfits);
    told::remember(|notes| notes.note(header, received.clone()));
    Some(received)
}
