//! Tables of records: which columns there are, what a cell holds, and how rows are filtered, sorted,
//! grouped and summed.
//!
//! A table is a [`View`] (columns, sorts, filters, groups: plain data that is saved and shared) run over
//! the ledger. [`run()`] gives ids and subtotals, never texts: cells are read one by one with
//! [`cell()`] when they come on screen. The way back, from typed or pasted text to edits, is
//! [`read_cell`] and [`paste`].

mod cell;
mod column;
mod computed;
mod cursor;
mod facts;
mod filter;
mod key;
pub mod paste;
mod period;
mod read_cell;
mod refs;
mod run;
mod service;
mod view;

pub use cell::{CellValue, cell};
pub use column::{Align, Closed, Column, ColumnType, Summing};
pub use computed::Computed;
pub use cursor::{Move, Spot, area};
pub use facts::{Facts, name_field, name_of};
pub use filter::{Condition, Filter, Test};
pub use period::{DayRange, Relative, Step};
pub use read_cell::{Input, Parsed, Refusal, editor_text, edits, read_cell};
pub use refs::Refs;
pub use run::{Ask, GroupLabel, GroupRow, Row, Sum, Table, run};
pub use view::{ColumnSpec, GroupSpec, SortSpec, View};

#[cfg(test)]
mod tests;
