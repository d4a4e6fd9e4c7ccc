//! From what a user does to changes, and back again (undo).

use super::{CellKey, Change, Stamp, State};
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, RecordId, Value};
use std::collections::BTreeMap;

/// One cell to be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The record; it comes into being with its first cell.
    pub record: RecordId,
    /// The cell.
    pub cell: CellKey,
    /// The value to give it.
    pub value: Value,
}

impl Edit {
    /// Sets a cell of a record.
    pub fn new(record: RecordId, cell: impl Into<CellKey>, value: Value) -> Self {
        Self { record, cell: cell.into(), value }
    }

    /// Deletes a record. It stays in the ledger and can be restored.
    pub fn delete(record: RecordId) -> Self {
        Self::new(record, Field::DELETED, Value::Bool(true))
    }
}

impl State {
    /// The changes that `edits` amount to under one stamp. Edits that change nothing fall away, and of
    /// two edits of one cell the last holds. Setting a cell whose heads disagree to the value shown is
    /// a change: it settles the conflict.
    pub fn changes_for(&self, edits: Vec<Edit>, stamp: Stamp) -> Vec<Change> {
        let mut last = BTreeMap::new();
        for edit in edits {
            last.insert((edit.record, edit.cell), edit.value);
        }
        last.into_iter()
            .filter(|((id, key), value)| self.get(*id, *key) != value || self.is_conflicting(*id, *key))
            .map(|((record, cell), value)| Change {
                record,
                cell,
                value,
                stamp,
                over: self.heads(record, cell),
            })
            .collect()
    }
}

/// What undoing a command would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// The edits that take it back.
    pub edits: Vec<Edit>,
    /// Cells left alone because they hold another value since.
    pub kept: usize,
}

/// The edits that take back the command with this stamp, as far as the same cells still hold what it
/// gave them. A record that the command brought into being is deleted.
///
/// `among` limits the search to the records the command touched, where they are known.
pub fn inverse(state: &State, stamp: Stamp, among: Option<&[RecordId]>) -> Undone {
    let all: Vec<RecordId>;
    let records = match among {
        Some(records) => records,
        None => {
            let ids = Kind::ALL.iter().flat_map(|&kind| state.records(kind).map(|(id, _)| id));
            let mut ids: Vec<RecordId> = ids.collect();
            ids.arrange();
            all = ids;
            &all
        }
    };
    let mut undone = Undone::default();
    for &id in records {
        invert_record(state, id, stamp, &mut undone);
    }
    undone
}

fn invert_record(state: &State, id: RecordId, stamp: Stamp, undone: &mut Undone) {
    let Some(record) = state.record(id) else { return };
    let touched = record.cells().iter().filter(|c| c.stamp == stamp || state.has_past(id, c.key));
    let mut edits = Vec::new();
    let mut found = false;
    let mut kept = 0;
    for cell in touched {
        let changes = state.changes_of_cell(id, cell.key);
        let Some(at) = changes.iter().position(|change| change.stamp == stamp) else { continue };
        found = true;
        // The value counts, not the stamp: an undo of a later command brings back what this one gave.
        if cell.value != changes[at].value {
            kept += 1;
            continue;
        }
        let before = at.checked_sub(1).map_or(Value::Empty, |i| changes[i].value.clone());
        if before != cell.value {
            edits.push(Edit { record: id, cell: cell.key, value: before });
        }
    }
    if !found {
        return;
    }
    // The office is there whether anybody wrote of it or not: its cells are set back, and it is never deleted.
    if state.born(id) == Some(stamp) && id != RecordId::OFFICE {
        if !record.is_deleted() {
            undone.edits.push(Edit::delete(id));
        }
    } else {
        undone.edits.extend(edits);
        undone.kept += kept;
    }
}
