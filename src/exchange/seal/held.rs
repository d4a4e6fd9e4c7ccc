//! The changes that are held, or would be once some files are merged, command by command.

use super::digest::{Digest, of_change};
use crate::domain::{Kind, RecordId};
use crate::exchange::json::{Bundle, CellName, Named, is_wrapping, named};
use crate::ledger::{Cell, CellKey, Change, Stamp, State};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// What is held, with or without files that are looked at before they are merged. Nothing is copied but
/// the cells that the files speak of.
pub struct Held<'s> {
    state: &'s State,
    /// The cells that the files speak of, with all their changes here and there.
    joined: State,
    /// Commands of which a file tells a change that is held otherwise.
    disputed: BTreeSet<Stamp>,
}

/// One change, by the command it is of. Orders by node, time and digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) stamp: Stamp,
    pub(super) digest: Digest,
}

impl<'s> Held<'s> {
    /// What is held.
    pub fn of(state: &'s State) -> Self {
        Self { state, joined: State::default(), disputed: BTreeSet::new() }
    }

    /// What would be held once these files are merged.
    pub fn with(state: &'s State, files: &[&Bundle]) -> Self {
        let mut held = Self::of(state);
        *held.joined.names_mut() = state.names().clone();
        for bundle in files {
            let numbers = bundle.numbers(held.joined.names_mut());
            for change in bundle.records().flat_map(|id| bundle.changes_of(id)) {
                if let Some(&cell) = numbers.get(&change.cell) {
                    held.join(Change { cell, ..change.clone() }, bundle.header.is_older());
                }
            }
        }
        held
    }

    /// Adds a change of a file. What an older version wrote may differ in form.
    fn join(&mut self, change: Change, older: bool) {
        let (id, key) = (change.record, change.cell);
        if self.joined.record(id).is_none_or(|record| record.cell(key).is_none()) {
            for ours in self.state.changes_of_cell(id, key) {
                self.joined.apply(ours);
            }
        }
        if !older && !change.stamp.is_zero() {
            let ours = self.joined.changes_of_cell(id, key).into_iter().find(|c| c.stamp == change.stamp);
            if let Some(ours) = ours
                && ours != change
                && self.digest(&self.joined, &ours) != self.digest(&self.joined, &change)
            {
                self.disputed.insert(change.stamp);
            }
        }
        self.joined.apply(change);
    }

    /// The command of each change that a file tells otherwise than it is held.
    pub(super) fn disputed(&self) -> &BTreeSet<Stamp> {
        &self.disputed
    }

    fn digest(&self, state: &State, change: &Change) -> Option<Digest> {
        let cell = CellName::of(change.record.kind, change.cell, state.names())?;
        Some(of_change(&named(state, change.record), cell, &change.value, &change.over))
    }

    /// The changes with a wanted stamp, sorted.
    pub(super) fn told(&self, wanted: impl Fn(Stamp) -> bool) -> Vec<Told> {
        let mut told = Vec::new();
        let mut name: Option<Named<'_>> = None;
        self.each_cell(|state, id, cell| {
            let changes = wanted_of(state, id, cell, &wanted);
            if changes.is_empty() {
                return;
            }
            let Some(key) = CellName::of(id.kind, cell.key, state.names()) else { return };
            let record = match name.take() {
                Some(name) if name.record == id => name,
                _ => named(state, id),
            };
            for Change { stamp, value, over, .. } in changes {
                told.push(Told { stamp, digest: of_change(&record, key, &value, &over) });
            }
            name = Some(record);
        });
        told.sort_unstable_by_key(|told| (told.stamp.node, told.stamp.time, told.digest));
        told
    }

    /// How many commands have a wanted stamp.
    pub(super) fn commands(&self, wanted: impl Fn(Stamp) -> bool) -> u64 {
        let mut stamps = FxHashSet::default();
        self.each_cell(|state, id, cell| {
            stamps.extend(wanted_of(state, id, cell, &wanted).iter().map(|change| change.stamp));
        });
        stamps.len() as u64
    }

    /// Shows each cell, record by record, with the state that has all its changes.
    fn each_cell<'h>(&'h self, mut see: impl FnMut(&'h State, RecordId, &'h Cell)) {
        for &kind in Kind::ALL {
            for (id, record) in self.state.records(kind) {
                let joined = self.joined.record(id);
                let apart = |key: CellKey| joined.is_some_and(|record| record.cell(key).is_some());
                let cells = record.cells().iter().filter(|cell| !is_wrapping(kind, cell.key.field));
                cells.filter(|cell| !apart(cell.key)).for_each(|cell| see(self.state, id, cell));
            }
            for (id, record) in self.joined.records(kind) {
                let cells = record.cells().iter().filter(|cell| !is_wrapping(kind, cell.key.field));
                cells.for_each(|cell| see(&self.joined, id, cell));
            }
        }
    }
}

/// The changes of a cell with a wanted stamp.
fn wanted_of(state: &State, id: RecordId, cell: &Cell, wanted: &impl Fn(Stamp) -> bool) -> Vec<Change> {
    if !wanted(cell.stamp) && !state.has_past(id, cell.key) {
        return Vec::new();
    }
    let mut changes = state.changes_of_cell(id, cell.key);
    changes.retain(|change| wanted(change.stamp));
    changes
}
