//! Changes, and the pipeline that follows from them.
//!
//! Everything a user does becomes [`Change`]s. The pipeline is the fold of a set of changes
//! ([`State`]); merging two laptops is the union of two sets ([`State::apply`]). So merging never
//! loses, never depends on the order, and can be done twice.
//!
//! A change says which changes of the same cell its author had before him ([`Change::over`]). What no
//! other change covers is a *head*; two heads with different values are a conflict, and the later one
//! shows.

pub mod action;
pub mod change;
pub mod clock;
pub mod command;
pub mod conflict;
pub mod history;
pub mod names;
mod past;
mod per_kind;
pub mod stamp;
pub mod state;
pub mod vector;

pub use action::Action;
pub use change::{CellKey, Change};
pub use clock::Clock;
pub use command::{Edit, Undone, inverse};
pub use conflict::Conflict;
pub use names::Names;
pub use stamp::{NodeId, Stamp};
pub use state::{Applied, Cell, Record, State};
pub use vector::VersionVector;

#[cfg(test)]
mod tests;
