//! The open pipeline at a shared place.

use super::noted::{Step, save_memory, update_standing};
use crate::domain::RecordId;
use crate::exchange::json::{Scope, Sender, export_signed, export_until_signed, parse, preview, unheld};
use crate::exchange::seal::Signer;
use crate::exchange::share::{Came, Desk, DeskFailed, Memory, Span, Taken, spans, unpack};
use crate::ledger::{Action, VersionVector};
use crate::rules::introduce::identity_of;
use crate::store::{Store, WriteError};
use crate::ui::devices::{self, Signing};
use crate::ui::{session, startup};
use crate::web::{clock, timer};

/// The present pipeline, whatever day is looked at.
pub(super) struct Pipeline;

fn sender_of(store: &Store) -> Sender {
    let who = identity_of(store.state(), store.node());
    Sender { node: store.node(), name: who.name, unit: who.unit }
}

fn read<T: Default>(reader: impl FnOnce(&Store) -> T) -> T {
    session::read_present(reader).unwrap_or_default()
}

/// A file written with what signs it.
fn signed(write: impl FnOnce(&Store, (&Sender, u64), Option<&Signer<'_>>) -> String) -> String {
    let signing = devices::ready_often();
    let signer = signing.as_ref().map(Signing::signer);
    read(|store| write(store, (&sender_of(store), clock::now_millis()), signer.as_ref()))
}

/// Whether a record has changes beyond what is held without a gap.
pub(super) fn is_loose(store: &Store, id: RecordId) -> bool {
    store.state().changes_of(id).iter().any(|change| !store.have().covers(change.stamp))
}

impl Desk for Pipeline {
    fn sender(&self) -> Sender {
        read(sender_of)
    }

    fn now(&self) -> u64 {
        clock::now_millis()
    }

    fn have(&self) -> VersionVector {
        read(|store| store.have().clone())
    }

    fn spans(&self, since: &VersionVector, until: &VersionVector, most: usize) -> Vec<Span> {
        read(|store| spans(store.state(), since, until, most))
    }

    fn export(&self, span: &Span) -> String {
        let scope = Scope::Since { colleague: None, since: span.since.clone() };
        signed(|store, from, signer| export_until_signed(store.state(), &span.have, &scope, from, signer))
    }

    fn loose(&self, records: &[RecordId]) -> Vec<RecordId> {
        read(|store| records.iter().copied().filter(|&id| is_loose(store, id)).collect())
    }

    fn export_records(&self, records: &[RecordId]) -> String {
        let scope = Scope::Selection(records.to_vec());
        signed(|store, from, signer| export_signed(store.state(), store.have(), &scope, from, signer))
    }

    fn take_in(&mut self, file: &[u8]) -> Result<Option<Taken>, DeskFailed> {
        let now = clock::now_millis();
        let Some(bundle) = unpack(file).and_then(|text| parse(&text, now).ok()) else { return Ok(None) };
        let header = bundle.header.clone();
        let found = session::read_present(|store| preview(store.state(), &bundle, store.node(), now));
        let found = found.ok_or(DeskFailed)?;
        let merged = session::keep(|store, _| {
            let granted = header.grants(store.have());
            // Numbering fails only for a file with more unknown fields than the reader lets pass.
            let changes = bundle.into_changes(store.names_mut()).map_err(|_| WriteError::Other)?;
            let fresh = unheld(store.state(), changes);
            if fresh.is_empty() && store.have().includes(&granted) {
                return Ok(None);
            }
            let mut receipt = store.merge(fresh, &granted)?;
            receipt.action = Action::Receive;
            Ok(Some(receipt))
        });
        if !merged {
            return Err(DeskFailed);
        }
        if found.own_unknown.is_some() {
            startup::renew_node();
        }
        devices::change(|seals| seals.note(&header, &[]));
        let came = Came {
            changes: found.fresh,
            new: found.new.len(),
            changed: found.changed.len(),
            conflicts: found.conflicts.len(),
        };
        Ok(Some(Taken::new(&header, came)))
    }

    fn grant(&mut self, granted: &VersionVector) -> Result<(), DeskFailed> {
        let granted = session::keep(|store, _| store.merge(Vec::new(), granted).map(Some));
        if granted { Ok(()) } else { Err(DeskFailed) }
    }

    fn remember(&mut self, memory: &Memory) {
        save_memory(memory);
    }

    async fn pause(&mut self, done: usize, all: usize) {
        update_standing(|standing| standing.step = Step::Reading(done, all));
        timer::painted().await;
    }
}
