//! From rows as a spreadsheet gives them to the ledger, in steps that each can be looked at.
//!
//! 1. A [`Draft`] is what one row says, apart from any ledger.
//! 2. A [`Planner`] compares the drafts with the ledger and with each other and proposes an [`Outcome`]
//!    for each row; a person decides where it asks ([`Decision`]).
//! 3. [`work_out`] turns the decided [`Plan`] into the edits of one command.
//!
//! Nothing is written before that, and the steps hold to these rules:
//! - An empty cell never erases, and the same value is no change.
//! - What several rows say of one person or company is one word: telephone numbers add up, else the
//!   first row holds.
//! - A value that the ledger had and has moved on from stays as the ledger has it.
//! - Ids follow from names, so the same file imported twice, here or in another office, arrives at the
//!   same records and changes nothing the second time.
//! - Nothing is lost: columns that are no field are kept under their heading.

mod difference;
mod directory;
mod draft;
mod edits;
mod heard;
mod job;
mod link;
mod memory;
mod plan;
mod planner;
mod rejected;
mod retype;
mod run;
mod take;
mod trips;

pub use difference::{Difference, Effect};
pub(in crate::exchange) use directory::Directory;
pub use draft::{Draft, Fact, Firm};
pub use edits::{Changes, Write, work_out};
pub use job::{Job, OtherRow, Show, Sureness};
pub use link::UNDATED;
pub use memory::{read_memory, remembered, write_memory};
pub use plan::{Alike, Counts, Decision, Note, Options, Outcome, Plan, Rejection, RowPlan, Twin};
pub use planner::{Planner, Progress, plan};
pub use rejected::{LeftOut, left_out, rejected_table};
pub use retype::{as_of, retype};
pub use run::Run;
pub use take::{Columns, field_of, milestone_of};
pub use trips::{TripOutcome, TripPlan, TripRefusal, TripRow};

#[cfg(test)]
mod tests;
