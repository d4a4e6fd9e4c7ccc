//! A bonus for what is done beyond the target.

use super::place::stated;
use super::{Cause, Place, Role, Term, Undefined, Working};
use crate::domain::Decimal;
use serde::{Deserialize, Serialize};

/// 超额加分: points for each step over the target (domain notes R6, R10: 0.5 for each 10 % over, 10 at most).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverTarget {
    /// The metric.
    pub metric: String,
    /// How much over is one step, as a share of the target: 0.01 is 1 %.
    pub step: Decimal,
    /// Points for a step.
    #[serde(default)]
    pub points: Decimal,
    /// Points for a step by the size of the target, where they differ: who has much to do gets more for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_target: Vec<SizeBand>,
    /// Only whole steps count.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub whole_steps: bool,
    /// The most, in points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
    /// Where there is no target.
    #[serde(default)]
    pub undefined: Undefined,
}

/// Points for a step from a size of the target on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SizeBand {
    /// The least target.
    pub from: Decimal,
    /// Points for a step.
    pub points: Decimal,
}

impl OverTarget {
    pub(super) fn work(&self, at: &Place<'_>) -> Working {
        let found = at.target(&self.metric).and_then(|target| Ok((at.done(&self.metric)?, target)));
        let (done, target) = match found {
            Ok(found) => found,
            Err(cause) => return Working::chosen(cause, self.undefined, at.weight),
        };
        let Some(steps) = (done - target).over(target.times(self.step)) else {
            return Working::chosen(Cause::NoTarget, self.undefined, at.weight);
        };
        let steps = steps.max(Decimal::ZERO);
        let steps = if self.whole_steps { steps.floor() } else { steps };
        let sized = self.by_target.iter().filter(|band| band.from <= target).max_by_key(|band| band.from);
        let points = sized.map_or(self.points, |band| band.points);
        let terms = vec![stated(points), Term::Times, Term::Number(steps, Role::Counted)];
        Working::of(terms, points.times(steps)).capped(self.cap)
    }
}
