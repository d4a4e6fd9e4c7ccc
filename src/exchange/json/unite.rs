//! Merging several files as one step: what of them is new here, each change once.

use super::{Header, unheld};
use crate::domain::RecordId;
use crate::ledger::{CellKey, Change, Stamp, State, VersionVector};
use rustc_hash::FxHashMap;

/// What several files hold that is not held yet.
#[derive(Clone, Debug, Default)]
pub struct United {
    changes: Vec<Change>,
    met: FxHashMap<(RecordId, CellKey, Stamp), usize>,
}

impl United {
    /// Takes the changes of one file, cells numbered by the ledger.
    pub fn take(&mut self, state: &State, changes: Vec<Change>) {
        for change in unheld(state, changes) {
            let place = (change.record, change.cell, change.stamp);
            // A second account that differs is kept beside the first: the ledger joins the two.
            if self.met.get(&place).is_none_or(|&at| self.changes.get(at) != Some(&change)) {
                self.met.insert(place, self.changes.len());
                self.changes.push(change);
            }
        }
    }

    /// The changes that are new, each once.
    pub fn into_changes(self) -> Vec<Change> {
        self.changes
    }
}

/// What merging several files lets an office that has `have` claim to hold without a gap, in whatever order
/// they come: one may fill the gap that another left.
pub fn grants<'h>(have: &VersionVector, files: impl Iterator<Item = &'h Header> + Clone) -> VersionVector {
    let mut held = have.clone();
    let mut granted = VersionVector::default();
    loop {
        let before = held.clone();
        for header in files.clone() {
            let of_file = header.grants(&held);
            held.join(&of_file);
            granted.join(&of_file);
        }
        if held == before {
            return granted;
        }
    }
}
