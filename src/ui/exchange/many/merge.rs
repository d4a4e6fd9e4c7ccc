//! Merging several files as one step.

use super::{Receipt, Whole};
use crate::exchange::json::{Bundle, United, grants, together};
use crate::exchange::notes::Received;
use crate::ledger::Action;
use crate::store::WriteError;
use crate::ui::attachments::Arrived;
use crate::ui::exchange::told;
use crate::ui::{attachments, devices, session, share, startup};
use crate::web::clock;
use leptos::prelude::untrack;

/// Merges all or none, and takes note of each. `None` if they could not be made durable: then nothing was
/// merged.
pub(super) fn merge_all(files: &[Whole], arrived: Arrived) -> Option<Receipt> {
    let now = clock::now_millis();
    let bundles: Vec<&Bundle> = files.iter().map(|file| &*file.bundle).collect();
    let ahead = session::read(|store| together(store.state(), &bundles, store.node(), now))?;
    let misfits = untrack(|| devices::look(&bundles));
    let merged = session::write_with(|store, _| {
        let granted = grants(store.have(), bundles.iter().map(|bundle| &bundle.header));
        let mut united = United::default();
        for &bundle in &bundles {
            // Numbering fails only for files with more unknown fields than the reader lets pass.
            let changes = bundle.clone().into_changes(store.names_mut()).map_err(|_| WriteError::Other)?;
            united.take(store.state(), changes);
        }
        let mut receipt = store.merge(united.into_changes(), &granted)?;
        receipt.action = Action::Receive;
        Ok(Some(receipt))
    });
    if !merged {
        return None;
    }
    if ahead.found.own_unknown.is_some() {
        startup::renew_node();
    }
    share::pass_on(bundles.iter().flat_map(|bundle| bundle.records()).collect());
    let received = |(at, file): (usize, &Whole)| {
        let header = &file.bundle.header;
        let share = ahead.share(at);
        Received {
            file: file.name.clone(),
            name: header.from.name.clone(),
            unit: header.from.unit.clone(),
            made: header.made,
            at: now,
            new: share.new,
            changed: share.changed,
            conflicts: share.conflicts,
        }
    };
    let received: Vec<Received> = files.iter().enumerate().map(received).collect();
    devices::merged(&bundles, &misfits);
    attachments::fetch_missing();
    told::remember(|notes| {
        for (file, received) in files.iter().zip(&received) {
            notes.note(&file.bundle.header, received.clone());
        }
    });
    Some(Receipt { numbers: files.iter().map(|file| file.number).collect(), received, arrived })
}
