//! Completion of a target, for the period or up to the day.

use super::place::stated;
use super::{Cause, Place, Role, Term, Undefined, Working};
use crate::domain::Decimal;
use serde::{Deserialize, Serialize};

/// 完成率计分: weight × done ÷ target, and cap × weight at most (domain notes R4: 120 % × 0.5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ratio {
    /// The metric.
    pub metric: String,
    /// The most, in weights; `None` for no limit.
    #[serde(default = "whole")]
    pub cap: Option<Decimal>,
    /// Below this completion nothing is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Decimal>,
    /// Where there is no target.
    #[serde(default)]
    pub undefined: Undefined,
}

/// 序时完成率计分: weight × done ÷ (target × elapsed share), and cap × weight at most (domain notes R3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeRatio {
    /// The metric.
    pub metric: String,
    /// The most, in weights; `None` for no limit.
    #[serde(default = "whole")]
    pub cap: Option<Decimal>,
    /// Where there is no target, or the period has not begun.
    #[serde(default)]
    pub undefined: Undefined,
}

fn whole() -> Option<Decimal> {
    Some(Decimal::ONE)
}

impl Ratio {
    pub(super) fn work(&self, at: &Place<'_>) -> Working {
        let found = at.target(&self.metric).and_then(|target| Ok((at.done(&self.metric)?, target)));
        let (done, target) = match found {
            Ok(found) => found,
            Err(cause) => return Working::chosen(cause, self.undefined, at.weight),
        };
        let terms = vec![
            Term::Number(at.weight, Role::Weight),
            Term::Times,
            Term::Number(done, Role::Done(self.metric.clone())),
            Term::Over,
            Term::Number(target, Role::Target(self.metric.clone())),
        ];
        let raw = at.weight.share(done, target).unwrap_or_default();
        let mut working = Working::of(terms, raw).capped(self.cap.map(|cap| cap.times(at.weight)));
        if self.from.is_some_and(|from| done < target.times(from)) {
            working.points = Decimal::ZERO;
            working.bound = Some(super::Bound::Cap(Decimal::ZERO));
        }
        working
    }
}

impl TimeRatio {
    pub(super) fn work(&self, at: &Place<'_>) -> Working {
        let found =
            || -> Result<_, Cause> { Ok((at.done(&self.metric)?, at.target(&self.metric)?, at.elapsed()?)) };
        let (done, target, elapsed) = match found() {
            Ok(found) => found,
            Err(cause) => return Working::chosen(cause, self.undefined, at.weight),
        };
        let terms = vec![
            Term::Number(at.weight, Role::Weight),
            Term::Times,
            Term::Number(done, Role::Done(self.metric.clone())),
            Term::Over,
            Term::Open,
            Term::Number(target, Role::Target(self.metric.clone())),
            Term::Times,
            Term::Number(elapsed, Role::Elapsed),
            Term::Close,
        ];
        let Some(raw) = at.weight.share(done, target.times(elapsed)) else {
            return Working::chosen(Cause::NoTarget, self.undefined, at.weight);
        };
        Working::of(terms, raw).capped(self.cap.map(|cap| cap.times(at.weight)))
    }
}

/// `weight × ` before what follows.
pub(super) fn weighted(weight: Decimal, rest: Vec<Term>) -> Vec<Term> {
    let mut terms = vec![Term::Number(weight, Role::Weight), Term::Times];
    terms.extend(rest);
    terms
}

/// `a + b` of stated numbers, where `a` says something.
pub(super) fn plus(first: Decimal, rest: Vec<Term>) -> Vec<Term> {
    if first.is_zero() {
        return rest;
    }
    let mut terms = vec![stated(first), Term::Plus];
    terms.extend(rest);
    terms
}
