//! 查重: which projects are, or may be, the same one (domain notes §3.6).
//!
//! A project is reduced to a [`Profile`]: its names, codes, amount and numbers in a form in which two
//! ways of writing the same thing are equal. [`compare`] judges a pair of profiles; a [`Finder`] holds
//! many and finds, by shared keys and never by comparing all with all, those that a new one may repeat.
//! The same rules serve inside one file, between a file and the ledger, and over the whole ledger
//! ([`find_all`]).
//!
//! Nothing here decides what to do: a person sees both records and chooses.

mod company;
mod compare;
mod finder;
mod ledger;
mod name;

pub use company::{CompanyKey, Relation, relation};
pub use compare::{Facts, Level, Likeness, Profile, Sign, compare};
pub use finder::{Finder, Finding};
pub use ledger::{Pair, StageStep, find_all, profile_of, stage_step};
pub use name::{NameKey, plain, similarity};

#[cfg(test)]
mod tests;
