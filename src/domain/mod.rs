//! The records of the field and the plain facts about them: no I/O, no clock, no randomness.
//!
//! A record is a set of cells (see [`crate::ledger`]); this layer says which kinds of record exist
//! ([`Kind`]), which fields each has ([`field`]), what a value may be ([`Value`]), and what follows
//! from values alone: the stage of a project, money in another currency, a date in a period.

pub mod date;
pub mod decimal;
pub mod field;
pub mod id;
pub mod label;
pub mod lists;
pub mod milestone;
pub mod money;
pub mod read;
pub mod sort;
pub mod value;

pub use date::Date;
pub use decimal::{Decimal, Rounding};
pub use field::{Field, FieldType};
pub use id::{Kind, RecordId};
pub use label::Label;
pub use milestone::{Exit, Milestone, Stage};
pub use money::{Currency, Money};
pub use value::Value;
