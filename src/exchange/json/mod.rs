//! The JSON file between offices. `docs/format.md` describes it for people; the schema beside it is
//! made by [`schema()`].
//!
//! A file is a set of changes and a header that says from whom, when, and what part. [`export()`]
//! writes one; [`parse`] checks the whole of one before anything is touched; [`preview()`] says what
//! merging it would do; [`Bundle::into_changes`] hands the changes over.
//!
//! What a version does not know it keeps: unknown fields and values as their JSON text, records of
//! unknown kinds as [`Kind::Foreign`](crate::domain::Kind::Foreign) records. They are written again as
//! they came, so a file may pass through an older office unharmed.

mod authors;
pub mod bundle;
mod cell;
mod check;
pub mod colleagues;
mod header;
mod migrate;
mod moment;
mod part;
pub mod preview;
pub mod problem;
mod raw;
mod read;
mod read_cell;
mod records;
pub mod schema;
mod scope;
mod sniff;
pub mod together;
pub mod unite;
mod value;
mod vouch;
mod write;

pub(in crate::exchange) use cell::{CellName, is_wrapping};
pub(in crate::exchange) use part::{Named, named};

pub use bundle::{Bundle, Header, Kept, Scope, Sender};
pub use colleagues::{Colleague, Colleagues};
pub use preview::{DeletedMeanwhile, Preview, preview, unheld};
pub use problem::{Expected, Fault, FileKind, Limit, Place, Problem, Remedy};
pub use read::parse;
pub use schema::schema;
pub use scope::made_before;
pub use together::{Together, together};
pub use unite::{United, grants};
pub use write::{
    attachments_of, canonical, contents, export, export_signed, export_until, export_until_signed, records_of,
};

/// The word that tells this format from every other JSON file.
pub const FORMAT: &str = "zhaoshang";

/// The version of the format this program writes.
pub const VERSION: u32 = 1;

/// Larger files are refused: a county's whole pipeline is a tenth of it.
pub const MAX_BYTES: usize = 256 << 20;
/// Most changes in one file.
pub const MAX_CHANGES: usize = 5_000_000;
/// Most cells in one record; an import keeps every column it does not know as a cell.
pub const MAX_CELLS: usize = 20_000;
/// Most changes of one cell before the latest.
pub const MAX_HISTORY: usize = 5000;
/// Most fields in one file that this version does not know.
pub const MAX_UNKNOWN_FIELDS: usize = 4096;
/// Deepest nesting of a value that this version does not know.
pub const MAX_DEPTH: usize = 32;
/// How far a stamp may lie in the future of this computer's clock, in milliseconds: 366 days.
pub const MAX_AHEAD: u64 = 366 * 24 * 3600 * 1000;

#[cfg(test)]
mod tests;
