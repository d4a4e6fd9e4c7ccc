//! The pipeline of this device as a round sees it.

use super::Memory;
use super::spans::Span;
use crate::domain::RecordId;
use crate::exchange::json::{Header, Sender};
use crate::ledger::{NodeId, VersionVector};

/// The pipeline could not take something in: its storage is full, blocked or read-only. Nothing of it was
/// half-applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeskFailed;

/// What a file brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Came {
    /// Changes that were not held.
    pub changes: usize,
    /// Records that were new here.
    pub new: usize,
    /// Cells that show another value since.
    pub changed: usize,
    /// Choices that came to the inbox.
    pub conflicts: usize,
}

impl Came {
    /// Adds what another file brought.
    pub fn add(&mut self, other: Came) {
        self.changes += other.changes;
        self.new += other.new;
        self.changed += other.changed;
        self.conflicts += other.conflicts;
    }
}

/// A file that was merged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// What it brought.
    pub came: Came,
    /// What it leaves out, and what it lets claim whoever has that.
    pub claim: Span,
}

impl Taken {
    /// A file with this head, which brought so much.
    pub fn new(header: &Header, came: Came) -> Self {
        Self { came, claim: Span { since: header.since(), have: header.borne_out().clone() } }
    }
}

/// This device.
#[allow(async_fn_in_trait, reason = "everything runs in the one thread of the page")]
pub trait Desk {
    /// Whose it is.
    fn sender(&self) -> Sender;
    /// Its clock, in milliseconds.
    fn now(&self) -> u64;
    /// What it holds without a gap.
    fn have(&self) -> VersionVector;
    /// Parts of at most so many changes each, of what `since` does not cover and `until` does.
    fn spans(&self, since: &VersionVector, until: &VersionVector, most: usize) -> Vec<Span>;
    /// The file with the changes of a part.
    fn export(&self, span: &Span) -> String;
    /// Those of some records that have changes beyond what is held without a gap.
    fn loose(&self, records: &[RecordId]) -> Vec<RecordId>;
    /// The file with everything about some records.
    fn export_records(&self, records: &[RecordId]) -> String;
    /// Reads a file, merges it, and makes that durable; `None` if it is no whole file between offices.
    ///
    /// # Errors
    /// If it could not be made durable; then nothing has changed.
    fn take_in(&mut self, file: &[u8]) -> Result<Option<Taken>, DeskFailed>;
    /// Takes note that everything up to `granted` is held now: a gap was filled.
    ///
    /// # Errors
    /// As [`Desk::take_in`].
    fn grant(&mut self, granted: &VersionVector) -> Result<(), DeskFailed>;
    /// Makes durable what has to be remembered of the place before going on.
    fn remember(&mut self, memory: &Memory);
    /// Lets the page breathe between two files, and tells how far it is: `done` of `all` files.
    async fn pause(&mut self, done: usize, all: usize);
    /// The node it goes by.
    fn node(&self) -> NodeId {
        self.sender().node
    }
}
