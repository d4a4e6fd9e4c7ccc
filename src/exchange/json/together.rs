//! What merging several files would do, as if they were one: what two of them bring counts once, and what
//! they say against each other shows before anything is merged.
//!
//! The files are read side by side, record by record; neither they nor the ledger are copied.

use super::preview::Looking;
use super::{Bundle, Preview};
use crate::domain::{Field, RecordId, Value};
use crate::ledger::{CellKey, Change, Names, NodeId, Stamp, State};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Which files something is from, by their places in the list, each once and in order; empty for what was
/// here before.
pub type Files = Vec<usize>;

/// What merging several files would do, and which of them would do it.
#[derive(Clone, Debug, Default)]
pub struct Together {
    /// What merging all would do; cells are numbered by `names`.
    pub found: Preview,
    /// The words behind the numbers of cells.
    pub names: Names,
    /// The files that hold each new record.
    pub new: Vec<Files>,
    /// The files that hold the value each changed cell would show.
    pub changed: Vec<Files>,
    /// For each choice the files behind each of its sides, in the order of the sides.
    pub conflicts: Vec<Vec<Files>>,
    /// The files behind each record that is deleted on one side and edited on the other.
    pub deleted: Vec<Files>,
}

/// So much of the whole comes with one file and not with one before it in the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// New records.
    pub new: usize,
    /// Changed cells.
    pub changed: usize,
    /// Choices for the inbox.
    pub conflicts: usize,
}

impl Together {
    /// What comes with the file at a place. The shares of all files add up to the whole.
    pub fn share(&self, file: usize) -> Share {
        let first = |files: &&Files| files.first() == Some(&file);
        // A choice is there once the last of its sides has come.
        let last = |sides: &&Vec<Files>| sides.iter().filter_map(|files| files.first()).max() == Some(&file);
        Share {
            new: self.new.iter().filter(first).count(),
            changed: self.changed.iter().filter(first).count(),
            conflicts: self.conflicts.iter().filter(last).count(),
        }
    }
}

/// One change of one file, its cell numbered as in all.
#[derive(Clone, Copy)]
struct From<'b> {
    cell: CellKey,
    file: usize,
    change: &'b Change,
}

/// What merging all of `files` into `state` would do, in whatever order. `own` is our node, `now` our clock
/// in milliseconds.
pub fn together(state: &State, files: &[&Bundle], own: NodeId, now: u64) -> Together {
    let mut names = state.names().clone();
    let numbers: Vec<FxHashMap<CellKey, CellKey>> =
        files.iter().map(|bundle| bundle.numbers(&mut names)).collect();
    let mut places: BTreeMap<RecordId, Vec<(usize, usize)>> = BTreeMap::new();
    for (file, bundle) in files.iter().enumerate() {
        for (at, (id, _)) in bundle.index.iter().enumerate() {
            places.entry(*id).or_default().push((file, at));
        }
    }
    let mut all = Together::default();
    let mut looking = Looking::new(state, &names, own);
    let (mut from, mut changes) = (Vec::new(), Vec::new());
    for (id, places) in places {
        from.clear();
        for (file, at) in places {
            let (Some(bundle), Some(numbers)) = (files.get(file), numbers.get(file)) else { continue };
            let Some((_, range)) = bundle.index.get(at) else { continue };
            let of_file = bundle.changes[range.clone()].iter();
            // What there is no room for is left out here as it is when the files are merged.
            from.extend(
                of_file
                    .filter_map(|change| numbers.get(&change.cell).map(|&cell| From { cell, file, change })),
            );
        }
        from.sort_unstable_by_key(|from| (from.cell, from.change.stamp, from.file));
        changes.clear();
        for from in &from {
            let change = Change { cell: from.cell, ..from.change.clone() };
            if changes.last() != Some(&change) {
                changes.push(change);
            }
        }
        let deleters = deleters(&from);
        let knew = |stamp| {
            let holds = |file: usize| from.iter().any(|from| from.file == file && from.change.stamp == stamp);
            let has = |file: usize| files.get(file).is_some_and(|b| b.header.have.covers(stamp));
            deleters.iter().any(|&file| has(file) || holds(file))
        };
        looking.record(id, &changes, &knew);
        all.note(&looking.found, &from, &changes, state);
    }
    let newest = files.iter().flat_map(|bundle| bundle.changes.iter().map(|change| change.stamp)).max();
    let made = files.iter().map(|bundle| bundle.header.made).max().unwrap_or_default();
    all.found = looking.finish(newest, made, now);
    all.names = names;
    all
}

/// The files that delete the record, or say that it is not deleted.
fn deleters(from: &[From<'_>]) -> Vec<usize> {
    let deleted = CellKey::one(Field::DELETED);
    from.iter().filter(|from| from.cell == deleted).map(|from| from.file).collect()
}

impl Together {
    /// Notes from which files came what was found last.
    fn note(&mut self, found: &Preview, from: &[From<'_>], changes: &[Change], state: &State) {
        let among = |wanted: &dyn Fn(&From<'_>) -> bool| {
            let mut files: Files = from.iter().filter(|from| wanted(from)).map(|from| from.file).collect();
            files.sort_unstable();
            files.dedup();
            files
        };
        for _ in self.new.len()..found.new.len() {
            self.new.push(among(&|_| true));
        }
        for changed in found.changed.iter().skip(self.changed.len()) {
            let brings = |from: &From<'_>| from.cell == changed.cell && from.change.value == changed.after;
            let shown = from.iter().filter(|from| brings(from)).map(|from| from.change.stamp).max();
            self.changed.push(among(&|from| brings(from) && Some(from.change.stamp) == shown));
        }
        for conflict in found.conflicts.iter().skip(self.conflicts.len()) {
            let held = state.changes_of_cell(conflict.record, conflict.cell);
            let side = |(stamp, _): &(Stamp, Value)| match held.iter().any(|held| held.stamp == *stamp) {
                true => Files::new(),
                false => among(&|from| from.cell == conflict.cell && from.change.stamp == *stamp),
            };
            self.conflicts.push(conflict.sides.iter().map(side).collect());
        }
        for (id, _) in found.deleted.iter().skip(self.deleted.len()) {
            let deleted = CellKey::one(Field::DELETED);
            let by_them = changes.iter().any(|change| change.cell == deleted && change.value.is_true());
            let held = state.record(*id).is_some_and(|record| record.is_deleted());
            self.deleted.push(among(&|from| !by_them || held || from.cell == deleted));
        }
    }
}
