//! 考核办法: a county's written rule as data, and the scores, places and awards that follow from it.
//!
//! [`RuleSheet`] says what is scored and how, [`Figures`] are the numbers it is worked out with, [`score`] gives an
//! [`Outcome`] in which every number opens to its arithmetic. All of it is exact and does not depend on the order of
//! anything ([`crate::domain::Decimal`]).

pub mod award;
mod check;
pub mod edit;
mod evaluate;
pub mod examples;
mod figures;
pub mod formula;
mod gather;
pub mod office;
pub mod publish;
pub mod published;
mod rank;
mod series;
mod sheet;
mod trial;
pub mod worked;

pub use check::{Problem, check};
pub use evaluate::{ItemScore, Outcome, Score, score};
pub use figures::{Column, Figures, Mark, Participant};
pub use formula::{Formula, Undefined, Working};
pub use gather::{Question, figures, metrics_of, participants};
pub use rank::Settled;
pub use series::{Course, Stood, series};
pub use sheet::{
    Combine, Gate, Group, Item, Rule, RuleSheet, Subject, Tie, Veto, VetoEffect, VetoWhen, all_items,
    words_of,
};
pub use trial::{columns, fitted, follows_weight, with_weights};

#[cfg(test)]
mod tests;
