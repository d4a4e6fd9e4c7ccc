//! Sets of changes as bytes.
//!
//! Chosen for the space they take and the time they take to load: all values of one field stand
//! together, each distinct word, node and often used text stands once, and what usually follows from
//! something else is not written. In order:
//!
//! ```text
//! nodes      the distinct node ids
//! have       what the group lets this office claim to hold without a gap
//! words      the kinds, fields and elements in use, by their words
//! groups     for each kind: its word, its letter, the number of records
//! others     ids referred to that are not among these records
//! alphabet   the characters in use
//! texts      texts used more than once, most used first
//! then for each group
//!   ids        eight bytes a record
//!   bases      one stamp a record: the one most of its changes carry
//!   columns    for each cell key: field and element word, which records have it, how often
//!   then for each column
//!     stamps     only those that differ from the record's base
//!     over       only those that are not "the change of this cell just before in this set"
//!     values     by type: texts as an index or in full, numbers and days as differences, amounts with
//!                their powers of ten taken out, references as indexes
//! ```
//! A record of [`Kind::Foreign`](crate::domain::Kind) is written under the word of its true kind with
//! its true id, so that a version which knows the kind reads it as its own; a kind this version does
//! not know is read as such a record (see [`foreign`]).

mod columns;
mod decode;
mod encode;
pub mod foreign;
mod letters;
mod numbers;
mod split;
mod stamps;
mod tables;
mod values;

pub use decode::{Batch, decode};
pub use encode::encode;
pub use split::split;

#[cfg(test)]
mod tests;
