//! 通报 and the tables that counties send up (domain notes §3.7, §7.2): what stands on a paper, whatever it is written to.
//!
//! A [`Paper`] is plain data: headings, paragraphs and typed tables. Its tables are counted by the same functions as the
//! pages ([`crate::rules::metrics`], [`crate::rules::targets`], [`crate::rules::scoring`]), its texts are templates whose
//! numbers come from the same desk ([`names`]), so the two cannot disagree. The words of a paper are asked of [`Words`],
//! because this layer knows no language.

mod desk;
mod fill;
mod list;
mod names;
pub mod pack;
mod paper;
mod say;
mod sheet;
pub mod tables;
mod words;
mod write;

pub use desk::Desk;
pub use fill::{Filled, fill};
pub use list::{Bulletin, SECTIONS, all, edits, read, tables_text};
pub use names::{Known, Name, known};
pub use paper::{Cell, Head, HeadCell, Paper, Part, Table};
pub use say::Say;
pub use sheet::Ranked;
pub use words::Words;
pub use write::{Material, Written, bulletin, material, table};

#[cfg(test)]
mod tests;
