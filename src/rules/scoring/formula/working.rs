//! How a score came about: the arithmetic as it would be written on paper.

use super::Undefined;
use crate::domain::Decimal;
use serde::{Deserialize, Serialize};

/// One score with its arithmetic.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Working {
    /// The arithmetic; empty where there was none to do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Term>,
    /// What the arithmetic gives.
    pub raw: Decimal,
    /// What is given.
    pub points: Decimal,
    /// What held the two apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// Why there was no arithmetic, and what the sheet chose for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undefined: Option<(Cause, Undefined)>,
}

impl Working {
    /// What `terms` give.
    pub(super) fn of(terms: Vec<Term>, raw: Decimal) -> Self {
        Self { terms, raw, points: raw, ..Self::default() }
    }

    /// What the sheet chose where a formula says nothing.
    pub(super) fn chosen(cause: Cause, chosen: Undefined, full: Decimal) -> Self {
        let points = if chosen == Undefined::Full { full } else { Decimal::ZERO };
        Self { points, undefined: Some((cause, chosen)), ..Self::default() }
    }

    /// Held below `cap`.
    pub(super) fn capped(mut self, cap: Option<Decimal>) -> Self {
        if let Some(cap) = cap.filter(|cap| self.points > *cap) {
            self.points = cap;
            self.bound = Some(Bound::Cap(cap));
        }
        self
    }

    /// Held above `floor`.
    pub(super) fn floored(mut self, floor: Decimal) -> Self {
        if self.points < floor {
            self.points = floor;
            self.bound = Some(Bound::Floor(floor));
        }
        self
    }

    /// Whether the item is left out of the total (不计此项).
    pub fn is_left_out(&self) -> bool {
        matches!(self.undefined, Some((_, Undefined::Leave)))
    }
}

/// What held a score back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// 封顶
    Cap(Decimal),
    /// 保底
    Floor(Decimal),
}

/// Why a formula says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// No target, or one of nothing.
    NoTarget,
    /// Nothing was entered for it.
    NotEntered,
    /// The highest and the lowest of the group are the same.
    AllEqual,
    /// The highest of the group is nothing.
    NobodyHas,
    /// The whole, of which a part is asked, is nothing.
    NoWhole,
    /// No grader gave marks.
    NoMarks,
    /// There was no ranking before.
    NoEarlierRank,
    /// The period has not begun.
    NotBegun,
    /// The table has no band for it.
    NoBand,
    /// No metric of this word is known.
    NoMetric,
}

/// One piece of the arithmetic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// A number and what it is.
    Number(Decimal, Role),
    /// ×
    Times,
    /// ÷
    Over,
    /// +
    Plus,
    /// −
    Minus,
    /// (
    Open,
    /// )
    Close,
}

/// What a number is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 分值
    Weight,
    /// What was done of a metric.
    Done(String),
    /// The target of a metric.
    Target(String),
    /// The elapsed share of the period.
    Elapsed,
    /// The highest of the group.
    Highest(String),
    /// The lowest of the group.
    Lowest(String),
    /// A number that the rule states: points each, a share, an edge.
    Stated,
    /// A count that follows from others: steps over the target, faults, places gained.
    Counted,
    /// The mean of the marks of a class of graders.
    Marks(String),
}
