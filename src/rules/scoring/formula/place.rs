//! What a formula sees: one subject among its peers.

use super::{Cause, Role, Term};
use crate::domain::Decimal;
use crate::rules::scoring::figures::{Column, Figures};
use serde::{Deserialize, Serialize};

/// One subject, the group it is ranked in, and the weight of the item.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The numbers of all.
    pub figures: &'a Figures,
    /// The place of the subject in [`Figures::subjects`].
    pub subject: usize,
    /// The places of all of its group, itself among them.
    pub peers: &'a [usize],
    /// 分值 of the item.
    pub weight: Decimal,
}

/// By which number of a metric subjects are compared or put into bands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// 完成值: the number itself.
    #[default]
    Value,
    /// 完成率: of the target; 1 is the whole.
    Completion,
    /// 序时完成率: of the target's elapsed share.
    Schedule,
    /// 超欠序时: completion less the elapsed share; −0.1 is ten points behind.
    Ahead,
}

impl<'a> Place<'a> {
    /// Another of the group.
    pub(super) fn peer(&self, subject: usize) -> Place<'a> {
        Place { subject, ..*self }
    }

    fn column(&self, metric: &str) -> Result<&'a Column, Cause> {
        self.figures.metrics.get(metric).ok_or(Cause::NoMetric)
    }

    /// What the subject did.
    pub fn done(&self, metric: &str) -> Result<Decimal, Cause> {
        self.column(metric)?.done.get(self.subject).copied().flatten().ok_or(Cause::NotEntered)
    }

    /// What it was to do: above nothing.
    pub fn target(&self, metric: &str) -> Result<Decimal, Cause> {
        let target = self.column(metric)?.target.get(self.subject).copied().flatten();
        target.filter(|target| *target > Decimal::ZERO).ok_or(Cause::NoTarget)
    }

    /// The elapsed share of the period: above nothing.
    pub fn elapsed(&self) -> Result<Decimal, Cause> {
        Some(self.figures.elapsed).filter(|elapsed| *elapsed > Decimal::ZERO).ok_or(Cause::NotBegun)
    }

    /// The number that stands for the subject.
    pub fn basis(&self, of: Basis, metric: &str) -> Result<Decimal, Cause> {
        let rate = || self.done(metric)?.over(self.target(metric)?).ok_or(Cause::NoTarget);
        match of {
            Basis::Value => self.done(metric),
            Basis::Completion => rate(),
            Basis::Schedule => {
                let due = self.target(metric)?.times(self.elapsed()?);
                self.done(metric)?.over(due).ok_or(Cause::NoTarget)
            }
            Basis::Ahead => Ok(rate()? - self.figures.elapsed),
        }
    }

    /// How that number came about.
    pub(super) fn basis_terms(&self, of: Basis, metric: &str) -> Vec<Term> {
        let done = || Term::Number(self.done(metric).unwrap_or_default(), Role::Done(metric.to_owned()));
        let target =
            || Term::Number(self.target(metric).unwrap_or_default(), Role::Target(metric.to_owned()));
        let elapsed = || Term::Number(self.figures.elapsed, Role::Elapsed);
        match of {
            Basis::Value => vec![done()],
            Basis::Completion => vec![Term::Open, done(), Term::Over, target(), Term::Close],
            Basis::Schedule => {
                vec![Term::Open, done(), Term::Over, target(), Term::Over, elapsed(), Term::Close]
            }
            Basis::Ahead => {
                vec![Term::Open, done(), Term::Over, target(), Term::Minus, elapsed(), Term::Close]
            }
        }
    }
}

/// A number that the rule states.
pub(super) fn stated(number: Decimal) -> Term {
    Term::Number(number, Role::Stated)
}
