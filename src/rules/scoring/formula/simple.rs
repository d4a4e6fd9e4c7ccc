//! Points for each one, for places gained, and the plain weight.

use super::place::stated;
use super::{Cause, Place, Role, Term, Undefined, Working};
use crate::domain::Decimal;
use serde::{Deserialize, Serialize};

/// 按件计分: points × count; a penalty where the points are below nothing (domain notes R3, R4, R32).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PerUnit {
    /// What is counted.
    pub metric: String,
    /// Points for each.
    pub points: Decimal,
    /// How many make one, such as 亿元; 1 if not stated.
    #[serde(default = "one")]
    pub per: Decimal,
    /// Only whole ones count.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub whole: bool,
    /// The most that is given, or taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
    /// Only what goes beyond the target counts.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub beyond_target: bool,
}

/// 进位加分: points for each place gained in the group since the earlier day (domain notes §2.3 rank-delta).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RankGain {
    /// Points for a place.
    pub points: Decimal,
    /// The most that is given, or taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
    /// Places that are lost cost as much.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub both_ways: bool,
    /// Where there was no ranking before.
    #[serde(default)]
    pub undefined: Undefined,
}

/// 定额: the weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fixed {}

fn one() -> Decimal {
    Decimal::ONE
}

impl PerUnit {
    pub(super) fn work(&self, at: &Place<'_>) -> Working {
        let done = match at.done(&self.metric) {
            Ok(done) => done,
            Err(cause) => return Working::chosen(cause, Undefined::Zero, at.weight),
        };
        let target = at.target(&self.metric).unwrap_or_default();
        let counted = if self.beyond_target { (done - target).max(Decimal::ZERO) } else { done };
        let Some(count) = counted.over(self.per) else {
            return Working::chosen(Cause::NoWhole, Undefined::Zero, at.weight);
        };
        let count = if self.whole { count.floor() } else { count };
        let role = if count == done { Role::Done(self.metric.clone()) } else { Role::Counted };
        let terms = vec![stated(self.points), Term::Times, Term::Number(count, role)];
        within(Working::of(terms, self.points.times(count)), self.cap)
    }
}

impl RankGain {
    pub(super) fn work(&self, at: &Place<'_>) -> Working {
        let earlier = at.figures.earlier.get(at.subject).copied().flatten();
        // The place now is that by everything but this item: the sheet is ranked without it first.
        let now = at.figures.now.get(at.subject).copied().flatten();
        let Some((earlier, now)) = earlier.zip(now) else {
            return Working::chosen(Cause::NoEarlierRank, self.undefined, at.weight);
        };
        let gained = i64::try_from(earlier).unwrap_or(0) - i64::try_from(now).unwrap_or(0);
        let gained = Decimal::whole(if self.both_ways { gained } else { gained.max(0) });
        let terms = vec![stated(self.points), Term::Times, Term::Number(gained, Role::Counted)];
        within(Working::of(terms, self.points.times(gained)), self.cap)
    }
}

impl Fixed {
    pub(super) fn work(self, at: &Place<'_>) -> Working {
        Working::of(vec![Term::Number(at.weight, Role::Weight)], at.weight)
    }
}

/// Held inside a limit on both sides.
fn within(working: Working, limit: Option<Decimal>) -> Working {
    let Some(limit) = limit.map(Decimal::abs) else { return working };
    working.capped(Some(limit)).floored(-limit)
}
