//! Spreadsheets: bytes in, typed proposals out, and tables back to bytes.
//!
//! The way of a file through this module:
//!
//! 1. [`open`] turns .xlsx, .xls, .csv, .txt and HTML tables into a [`Workbook`] of cells, within limits;
//! 2. [`table`] finds the table in a sheet: header rows, units, data rows, sections, totals, notes;
//! 3. [`columns`] proposes what each column is, from a table of [`Target`]s ([`targets`]);
//! 4. [`rows`] reads every row with the value readers of [`crate::domain::read`];
//! 5. [`write`] makes .xlsx and .csv of any table.
//!
//! Nothing here knows the ledger: another kind of record is another list of targets.

mod cell;
pub mod columns;
mod delimited;
mod evidence;
mod format;
mod heading;
mod html;
mod names;
mod open;
pub mod rows;
pub mod table;
pub mod targets;
pub mod write;
mod xls;
mod xlsx;
mod xml;

pub use cell::{Cell, Merge, Raw, Sheet, Workbook};
pub use columns::{Choice, Mapping, Proposal, Reader, Target, TargetTable, mapping_fingerprint, propose};
pub use open::{LegacyDecoder, MAX_COLUMNS, MAX_INFLATED, MAX_ROWS, OpenError, open, paste};
pub use rows::{Context, Read, ReadRow, ReadValue, RowDoubt, read_rows};
pub use table::{Column, Layout, Ranked, Reason, Row, RowKind, Table};
