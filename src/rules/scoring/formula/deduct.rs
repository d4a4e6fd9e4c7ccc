//! Full marks less what faults cost.

use super::place::stated;
use super::{Place, Role, Term, Undefined, Working};
use crate::domain::Decimal;
use serde::{Deserialize, Serialize};

/// 扣分: the weight less points for each fault, not below the floor. Where `need` is stated, a fault is each one that is
/// missing from it (domain notes R4: seven projects are needed, 0.1 less for each that is missing).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deduct {
    /// What is counted.
    pub metric: String,
    /// Points for a fault.
    pub points: Decimal,
    /// How many are needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<Decimal>,
    /// The least, in points.
    #[serde(default)]
    pub floor: Decimal,
    /// Where nothing was entered.
    #[serde(default)]
    pub undefined: Undefined,
}

impl Deduct {
    pub(super) fn work(&self, at: &Place<'_>) -> Working {
        let done = match at.done(&self.metric) {
            Ok(done) => done,
            Err(cause) => return Working::chosen(cause, self.undefined, at.weight),
        };
        let (faults, counted) = match self.need {
            Some(need) => {
                let missing = (need - done).max(Decimal::ZERO);
                (missing, Term::Number(missing, Role::Counted))
            }
            None => (done, Term::Number(done, Role::Done(self.metric.clone()))),
        };
        let terms = vec![
            Term::Number(at.weight, Role::Weight),
            Term::Minus,
            stated(self.points),
            Term::Times,
            counted,
        ];
        Working::of(terms, at.weight - self.points.times(faults)).floored(self.floor)
    }
}
