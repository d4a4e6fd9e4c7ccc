//! What merging a file would do, before it is done.

use super::Bundle;
use super::cell::is_wrapping;
use crate::domain::{Field, RecordId, Value};
use crate::ledger::{Applied, CellKey, Change, Conflict, Names, NodeId, Record, Stamp, State};
use std::collections::BTreeMap;

/// What merging a file would do. Cells are numbered by [`Bundle::names`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Records that this office does not have, in order of id.
    pub new: Vec<RecordId>,
    /// Cells of records it has that would show another value; a cell of [`Self::conflicts`] is told there only.
    pub changed: Vec<Changed>,
    /// Choices that would come to the inbox, or get another side.
    pub conflicts: Vec<Conflict>,
    /// Open choices that the sender has settled.
    pub settled: Vec<(RecordId, CellKey)>,
    /// Records deleted on one side while the other went on working on them.
    pub deleted: Vec<(RecordId, DeletedMeanwhile)>,
    /// Changes that are not held yet.
    pub fresh: usize,
    /// Changes that are held already.
    pub known: usize,
    /// The latest stamp in the file.
    pub newest: Option<Stamp>,
    /// By how many milliseconds the sender's clock was ahead of ours at least, when he made the file.
    /// That it is behind cannot be told from a file that took its time.
    pub clock_ahead: u64,
    /// By how many milliseconds the latest stamp is ahead of our clock: our own next edits will be
    /// stamped after it.
    pub stamps_ahead: u64,
    /// The latest change that bears our own node and that we do not hold: the sign of a copied browser
    /// profile or a restored backup. This office must then go on under a new node.
    pub own_unknown: Option<Stamp>,
}

/// One cell that would show another value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The record.
    pub record: RecordId,
    /// The cell.
    pub cell: CellKey,
    /// What it shows now.
    pub before: Value,
    /// What it would show.
    pub after: Value,
}

/// Who deleted while the other edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeletedMeanwhile {
    /// The file deletes a record that we changed without the sender's knowing.
    ByThem,
    /// The file changes a record that we deleted; it stays deleted.
    ByUs,
    /// Of several files looked at together one deletes it, and another changes it without knowing.
    Among,
}

impl Preview {
    /// Whether merging would teach nothing.
    pub fn is_nothing_new(&self) -> bool {
        self.fresh == 0
    }
}

/// What merging `bundle` into `state` would do. `own` is our node, `now` our clock in milliseconds.
pub fn preview(state: &State, bundle: &Bundle, own: NodeId, now: u64) -> Preview {
    let mut looking = Looking::new(state, &bundle.names, own);
    for (id, range) in &bundle.index {
        let changes = &bundle.changes[range.clone()];
        let have = &bundle.header.have;
        looking.record(*id, changes, &|stamp| have.covers(stamp) || changes.iter().any(|c| c.stamp == stamp));
    }
    let newest = bundle.changes.iter().map(|change| change.stamp).max();
    looking.finish(newest, bundle.header.made, now)
}

/// The changes that `state` does not hold; cells numbered by its own names. Merging the others would
/// only fill the journal.
pub fn unheld(state: &State, mut changes: Vec<Change>) -> Vec<Change> {
    changes.retain(|change| {
        let held = state.record(change.record).and_then(|record| record.cell(change.cell));
        held.is_none_or(|cell| {
            let plain = cell.stamp == change.stamp && cell.value == change.value && change.over.is_empty();
            !plain && !state.changes_of_cell(change.record, change.cell).contains(change)
        })
    });
    changes
}

/// A preview being made.
pub(super) struct Looking<'p> {
    state: &'p State,
    own: NodeId,
    numbers: Numbers<'p>,
    /// Only the cells in question, ours and then theirs, so that the ledger itself says what comes of
    /// them.
    scratch: State,
    pub(super) found: Preview,
}

impl<'p> Looking<'p> {
    /// Begins; the cells of what is to be looked at are numbered by `names`.
    pub(super) fn new(state: &'p State, names: &'p Names, own: NodeId) -> Self {
        let numbers = Numbers::new(names, state.names());
        Self { state, own, numbers, scratch: State::default(), found: Preview::default() }
    }

    /// The whole, with what the stamps and clocks say.
    pub(super) fn finish(self, newest: Option<Stamp>, made: u64, now: u64) -> Preview {
        Preview {
            newest,
            clock_ahead: made.saturating_sub(now),
            stamps_ahead: newest.map_or(0, |stamp| stamp.millis().saturating_sub(now)),
            ..self.found
        }
    }

    /// Looks at all that comes of one record, by cell. `knew` says whether who deletes it knew of a change.
    pub(super) fn record(&mut self, id: RecordId, changes: &[Change], knew: &dyn Fn(Stamp) -> bool) {
        let held = self.state.record(id);
        if held.is_none() {
            self.found.new.push(id);
        }
        let mut edited = false;
        for run in changes.chunk_by(|a, b| a.cell == b.cell) {
            let Some(first) = run.first() else { continue };
            if !is_wrapping(id.kind, first.cell.field) {
                let fresh = self.cell(held, run, first);
                edited |= fresh && first.cell.field != Field::DELETED;
            }
        }
        if let Some(held) = held {
            self.deletion(id, held, changes, edited, knew);
        }
    }

    /// Looks at the changes of one cell; says whether any is new to us.
    fn cell(&mut self, held: Option<&Record>, run: &[Change], first: &Change) -> bool {
        let (id, key) = (first.record, first.cell);
        let our_key = self.numbers.ours(key);
        let ours = held.zip(our_key).and_then(|(record, key)| record.cell(key));
        let past = our_key.is_some_and(|key| self.state.has_past(id, key));
        if let ([only], Some(ours)) = (run, ours)
            && !past
            && (only.stamp, &only.value) == (ours.stamp, &ours.value)
            && only.over.is_empty()
        {
            self.found.known += 1;
            return false;
        }
        if let ([only], None) = (run, ours) {
            self.fresh(only);
            if held.is_some() {
                self.changed(only, &Value::Empty, &only.value);
            }
            return true;
        }
        let our_changes = our_key.map(|key| self.state.changes_of_cell(id, key)).unwrap_or_default();
        for change in our_changes {
            self.scratch.apply(Change { cell: key, ..change });
        }
        let before = (self.scratch.get(id, key).clone(), self.scratch.is_conflicting(id, key));
        let sides = self.scratch.conflict(id, key).sides.len();
        let fresh = self.found.fresh;
        for change in run {
            match self.scratch.apply(change.clone()) {
                Applied::Known => self.found.known += 1,
                Applied::Hidden | Applied::Shown => self.fresh(change),
            }
        }
        let conflict = self.scratch.conflict(id, key);
        let is_conflicting = self.scratch.is_conflicting(id, key);
        if is_conflicting && (!before.1 || conflict.sides.len() != sides) {
            self.found.conflicts.push(conflict);
        } else {
            if before.1 && !is_conflicting {
                self.found.settled.push((id, key));
            }
            if held.is_some() {
                let after = self.scratch.get(id, key).clone();
                self.changed(first, &before.0, &after);
            }
        }
        self.found.fresh > fresh
    }

    fn fresh(&mut self, change: &Change) {
        self.found.fresh += 1;
        if change.stamp.node == self.own {
            self.found.own_unknown = self.found.own_unknown.max(Some(change.stamp));
        }
    }

    fn changed(&mut self, change: &Change, before: &Value, after: &Value) {
        if before != after {
            let (before, after) = (before.clone(), after.clone());
            self.found.changed.push(Changed { record: change.record, cell: change.cell, before, after });
        }
    }

    /// Whether one side deleted the record while the other changed it.
    fn deletion(
        &mut self,
        id: RecordId,
        held: &Record,
        changes: &[Change],
        edited: bool,
        knew: &dyn Fn(Stamp) -> bool,
    ) {
        let deleted = CellKey::one(Field::DELETED);
        let last = changes.iter().rfind(|change| change.cell == deleted);
        let after = match (self.scratch.record(id).and_then(|record| record.cell(deleted)), last) {
            (Some(merged), _) => merged.value.is_true(),
            (None, Some(theirs)) => theirs.value.is_true(),
            (None, None) => held.is_deleted(),
        };
        if held.is_deleted() && after && edited {
            self.found.deleted.push((id, DeletedMeanwhile::ByUs));
        } else if !held.is_deleted() && after {
            if held.cells().iter().any(|cell| !knew(cell.stamp)) {
                self.found.deleted.push((id, DeletedMeanwhile::ByThem));
            } else if changes.iter().any(|change| change.cell != deleted && !knew(change.stamp)) {
                self.found.deleted.push((id, DeletedMeanwhile::Among));
            }
        }
    }
}

/// The bundle's numbers of cells in terms of ours.
struct Numbers<'p> {
    theirs: &'p Names,
    ours: &'p Names,
    met: BTreeMap<CellKey, Option<CellKey>>,
}

impl<'p> Numbers<'p> {
    fn new(theirs: &'p Names, ours: &'p Names) -> Self {
        Self { theirs, ours, met: BTreeMap::new() }
    }

    /// Our number of a cell; `None` if we have no such cell in any record.
    fn ours(&mut self, key: CellKey) -> Option<CellKey> {
        if let Some(&known) = self.met.get(&key) {
            return known;
        }
        let field = match key.field.is_unknown() {
            true => self.ours.find_unknown_field(self.theirs.unknown_field_word(key.field)),
            false => Some(key.field),
        };
        let element = self.ours.find_element(self.theirs.element_word(key.element));
        let ours = field.zip(element).map(|(field, element)| CellKey { field, element });
        self.met.insert(key, ours);
        ours
    }
}
