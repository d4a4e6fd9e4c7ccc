//! A file that came in: read and checked, previewed, merged.

use super::told;
use crate::domain::Kind;
use crate::domain::field::AttachmentField;
use crate::exchange::encrypted::is_encrypted;
use crate::exchange::json::{Bundle, Fault, Header, Limit, Place, Preview, Problem, parse, preview, unheld};
use crate::exchange::notes::Received;
use crate::exchange::parcel::{Parcel, Unreadable, is_parcel};
use crate::ledger::Action;
use crate::store::WriteError;
use crate::ui::attachments::{self, Arrived, NoRoom};
use crate::ui::card_files;
use crate::ui::devices;
use crate::ui::session;
use crate::ui::share;
use crate::ui::startup;
use crate::ui::widgets::LoadedFile;
use crate::web::clock;
use leptos::prelude::untrack;
use std::collections::BTreeSet;
use std::rc::Rc;

/// One file.
#[derive(Clone)]
pub(super) struct Incoming {
    /// Its name.
    pub name: String,
    /// What it is.
    pub content: Content,
    /// The contents of attachments that came with it.
    pub parcel: Option<Rc<Parcel>>,
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
    /// It was merged, with what came along.
    Merged(Received, Arrived),
    /// Business cards, which belong to another page.
    Cards(Rc<LoadedFile>),
}

impl Incoming {
    /// Reads a file; nothing is written.
    pub fn read(file: LoadedFile) -> Self {
        if card_files::is_cards(&file) {
            let name = file.name.clone();
            return Self { name, content: Content::Cards(Rc::new(file)), parcel: None };
        }
        let LoadedFile { name, bytes } = file;
        if is_encrypted(&bytes) {
            return Self { name, content: Content::Encrypted(Rc::new(bytes)), parcel: None };
        }
        if !is_parcel(&bytes) {
            return Self { name, content: Content::of(&bytes), parcel: None };
        }
        match Parcel::open(bytes) {
            Ok((text, parcel)) => Self { name, content: Content::of(&text), parcel: Some(Rc::new(parcel)) },
            Err(why) => {
                let fault = match why {
                    Unreadable::Cut => Fault::Cut,
                    Unreadable::TooLarge => Fault::TooMuch(Limit::Bytes),
                };
                let problem = Problem { place: Place::default(), fault };
                Self { name, content: Content::Refused(Rc::new(vec![problem])), parcel: None }
            }
        }
    }
}

impl Content {
    fn of(text: &[u8]) -> Self {
        match parse(text, clock::now_millis()) {
            Ok(bundle) => Content::Whole(Rc::new(bundle)),
            Err(problems) => Content::Refused(Rc::new(problems)),
        }
    }
}

/// Stores the contents that came with files, before these are merged: what a record names is then here. `on_each` is
/// told how many are done.
///
/// # Errors
/// If there is no room: then none of them is to be merged.
pub(super) async fn store_contents(
    files: &[(Rc<Bundle>, Option<Rc<Parcel>>)],
    on_each: impl Fn(usize),
) -> Result<Arrived, NoRoom> {
    let digest = |bundle: &Bundle, id| bundle.value(id, AttachmentField::Digest).as_text().map(str::to_owned);
    let also: BTreeSet<String> = files
        .iter()
        .flat_map(|(bundle, _)| {
            let ids = bundle.records().filter(|id| id.kind == Kind::Attachment);
            ids.filter_map(|id| digest(bundle, id)).collect::<Vec<_>>()
        })
        .collect();
    let (mut all, mut done) = (Arrived::default(), 0);
    for parcel in files.iter().filter_map(|(_, parcel)| parcel.as_ref()) {
        let arrived = attachments::store(parcel, &also, |each| on_each(done + each)).await?;
        all.stored += arrived.stored;
        all.strange += arrived.strange;
        done += parcel.count();
    }
    Ok(all)
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
    attachments::fetch_missing();
    told::remember(|notes| notes.note(header, received.clone()));
    Some(received)
}
