//! The efficacy coefficient.

use super::place::stated;
use super::ratio::weighted;
use super::{Basis, Cause, Place, Role, Term, Undefined, Working};
use crate::domain::Decimal;
use serde::{Deserialize, Serialize};

/// 功效系数法: weight × (floor + (1 − floor) × (x − min) ÷ (max − min)) inside the group (domain notes R1, R2: 60 + 40).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Power {
    /// The metric.
    pub metric: String,
    /// By which of its numbers.
    #[serde(default)]
    pub of: Basis,
    /// The share of the weight that the last one gets.
    #[serde(default = "sixty")]
    pub floor: Decimal,
    /// Less is better: the lowest is first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lower_is_better: bool,
    /// Where all are equal, or the subject has no number. The published texts do not say.
    #[serde(default = "full")]
    pub undefined: Undefined,
}

fn sixty() -> Decimal {
    Decimal::hundredths(60)
}

fn full() -> Undefined {
    Undefined::Full
}

impl Power {
    pub(super) fn work(&self, at: &Place<'_>) -> Working {
        let own = match at.basis(self.of, &self.metric) {
            Ok(own) => own,
            // Full marks are for all being equal; who has no number cannot have them.
            Err(cause) => {
                let chosen =
                    if self.undefined == Undefined::Leave { Undefined::Leave } else { Undefined::Zero };
                return Working::chosen(cause, chosen, at.weight);
            }
        };
        let all = at.peers.iter().filter_map(|&peer| at.peer(peer).basis(self.of, &self.metric).ok());
        let (low, high) = all.fold((own, own), |(low, high), x| (low.min(x), high.max(x)));
        if low == high {
            return Working::chosen(Cause::AllEqual, self.undefined, at.weight);
        }
        let (first, last) = if self.lower_is_better { (low, high) } else { (high, low) };
        let role = |x| {
            let role = if x == high { Role::Highest } else { Role::Lowest };
            Term::Number(x, role(self.metric.clone()))
        };
        let rest = Decimal::ONE - self.floor;
        let mut inner =
            vec![Term::Open, stated(self.floor), Term::Plus, stated(rest), Term::Times, Term::Open];
        inner.extend(at.basis_terms(self.of, &self.metric));
        inner.extend([
            Term::Minus,
            role(last),
            Term::Close,
            Term::Over,
            Term::Open,
            role(first),
            Term::Minus,
        ]);
        inner.extend([role(last), Term::Close, Term::Close]);
        let part = at.weight.times(rest).share(own - last, first - last).unwrap_or_default();
        Working::of(weighted(at.weight, inner), at.weight.times(self.floor) + part)
    }
}
