//! Who changed what, and when.

use super::{CellKey, Stamp, State};
use crate::domain::sort::Arrange;
use crate::domain::{RecordId, Value};

/// One line of a record's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryItem {
    /// When and by whom. Items with one stamp are one command.
    pub stamp: Stamp,
    /// The cell.
    pub cell: CellKey,
    /// The value before: that of the change before it in time.
    pub before: Value,
    /// The value given.
    pub after: Value,
}

impl State {
    /// The history of a record, newest first, cells in order within one command.
    pub fn history(&self, id: RecordId) -> Vec<HistoryItem> {
        let cells = self.record(id).map_or(&[][..], |record| record.cells());
        let mut items: Vec<HistoryItem> = Vec::new();
        for cell in cells {
            let mut before = Value::Empty;
            for change in self.changes_of_cell(id, cell.key) {
                let after = change.value;
                items.push(HistoryItem { stamp: change.stamp, cell: cell.key, before, after: after.clone() });
                before = after;
            }
        }
        items.arrange_by(|a, b| b.stamp.cmp(&a.stamp).then(a.cell.cmp(&b.cell)));
        items
    }
}
