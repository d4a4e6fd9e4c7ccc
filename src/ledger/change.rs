//! One change of one cell.

use super::Stamp;
use crate::domain::{Field, RecordId, Value};

/// Names a cell inside a record: a field and, for a family of cells, an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellKey {
    /// The field.
    pub field: Field,
    /// The element's number in [`super::Names`]; 0 for a field that is one cell.
    pub element: u32,
}

impl CellKey {
    /// The cell of a field that is one cell.
    pub fn one(field: impl Into<Field>) -> Self {
        Self { field: field.into(), element: 0 }
    }

    /// One cell of a family.
    pub fn of(field: impl Into<Field>, element: u32) -> Self {
        Self { field: field.into(), element }
    }
}

impl<F: Into<Field>> From<F> for CellKey {
    fn from(field: F) -> Self {
        CellKey::one(field)
    }
}

/// One change: this cell was given this value, by this command, in knowledge of these others.
///
/// A command changes a cell at most once, so (record, cell, stamp) names a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The record.
    pub record: RecordId,
    /// The cell.
    pub cell: CellKey,
    /// The value given.
    pub value: Value,
    /// When, by whom, and in which command.
    pub stamp: Stamp,
    /// The heads of the cell that the author replaced: sorted, all earlier than `stamp`. Empty for
    /// the first change of a cell.
    pub over: Box<[Stamp]>,
}
