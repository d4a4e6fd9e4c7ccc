//! Two offices changed the same cell without knowing of each other.

use super::{CellKey, Stamp, State};
use crate::domain::{RecordId, Value};

/// One choice for the inbox: both values stay in the history, the later one shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The record.
    pub record: RecordId,
    /// The cell.
    pub cell: CellKey,
    /// The competing values, latest (shown) first. At least two differ.
    pub sides: Vec<(Stamp, Value)>,
}

impl State {
    /// Every open choice, in order of record and cell.
    pub fn conflicts(&self) -> Vec<Conflict> {
        self.conflict_cells().map(|(record, cell)| self.conflict(record, cell)).collect()
    }

    /// The competing values of one cell.
    pub fn conflict(&self, record: RecordId, cell: CellKey) -> Conflict {
        let heads = self.heads(record, cell);
        let mut sides: Vec<(Stamp, Value)> = self
            .changes_of_cell(record, cell)
            .into_iter()
            .filter(|change| heads.contains(&change.stamp))
            .map(|change| (change.stamp, change.value))
            .collect();
        sides.reverse();
        Conflict { record, cell, sides }
    }
}
