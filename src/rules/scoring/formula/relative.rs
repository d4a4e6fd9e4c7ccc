//! A share of the best of the group, or of a whole.

use super::ratio::weighted;
use super::{Basis, Cause, Place, Role, Term, Undefined, Working};
use crate::domain::Decimal;
use serde::{Deserialize, Serialize};

/// 与组内最高比: weight × own ÷ the highest of the group (domain notes R32).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelativeMax {
    /// The metric.
    pub metric: String,
    /// By which of its numbers.
    #[serde(default)]
    pub of: Basis,
    /// Where nobody has any.
    #[serde(default)]
    pub undefined: Undefined,
}

/// 占比: weight × a part ÷ its whole (domain notes R3: 契合度).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MixRatio {
    /// The part.
    pub part: String,
    /// The whole.
    pub whole: String,
    /// The most, in weights; `None` for no limit, as where the “whole” is no whole (开工率 of older signings).
    #[serde(default = "whole")]
    pub cap: Option<Decimal>,
    /// Where the whole is nothing.
    #[serde(default)]
    pub undefined: Undefined,
}

fn whole() -> Option<Decimal> {
    Some(Decimal::ONE)
}

impl RelativeMax {
    pub(super) fn work(&self, at: &Place<'_>) -> Working {
        let own = match at.basis(self.of, &self.metric) {
            Ok(own) => own,
            Err(cause) => return Working::chosen(cause, self.undefined, at.weight),
        };
        let all = at.peers.iter().filter_map(|&peer| at.peer(peer).basis(self.of, &self.metric).ok());
        let high = all.fold(own, Decimal::max);
        if high <= Decimal::ZERO {
            return Working::chosen(Cause::NobodyHas, self.undefined, at.weight);
        }
        let mut rest = at.basis_terms(self.of, &self.metric);
        rest.extend([Term::Over, Term::Number(high, Role::Highest(self.metric.clone()))]);
        let raw = at.weight.share(own, high).unwrap_or_default();
        Working::of(weighted(at.weight, rest), raw).floored(Decimal::ZERO)
    }
}

impl MixRatio {
    pub(super) fn work(&self, at: &Place<'_>) -> Working {
        let found = at.done(&self.part).and_then(|part| Ok((part, at.done(&self.whole)?)));
        let (part, whole) = match found {
            Ok((_, whole)) if whole <= Decimal::ZERO => {
                return Working::chosen(Cause::NoWhole, self.undefined, at.weight);
            }
            Ok(found) => found,
            Err(cause) => return Working::chosen(cause, self.undefined, at.weight),
        };
        let rest = vec![
            Term::Number(part, Role::Done(self.part.clone())),
            Term::Over,
            Term::Number(whole, Role::Done(self.whole.clone())),
        ];
        let raw = at.weight.share(part, whole).unwrap_or_default();
        Working::of(weighted(at.weight, rest), raw).capped(self.cap.map(|cap| cap.times(at.weight)))
    }
}
