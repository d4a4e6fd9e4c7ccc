//! What follows from the records by rule: pure functions of state, settings and day.

pub mod advance;
pub mod attachments;
pub mod backups;
pub mod board;
pub mod companies;
pub mod credit;
pub mod duplicates;
pub mod first_report;
pub mod form;
pub mod fresh;
pub mod idle;
pub mod imports;
pub mod introduce;
pub mod lists;
pub mod me;
pub mod merge;
pub mod origin;
pub mod periods;
mod places;
pub mod query;
pub mod references;
pub mod responsibility;
pub mod room;
pub mod search;
pub mod stale;
pub mod summary;
pub mod today;
pub mod typed;
pub mod warnings;

pub use stale::{StaleLimits, days_stale};
pub use summary::{NextStep, OfficeRules, ProjectSummary, reached, summarise};
