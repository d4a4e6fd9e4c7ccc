//! Several completion rates in one.

use super::place::stated;
use super::{Cause, Place, Role, Term, Undefined, Working};
use crate::domain::Decimal;
use serde::{Deserialize, Serialize};

/// 加权完成率: weight × (share × done ÷ target + …), and cap × weight at most (domain notes R4: number and money by half).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blend {
    /// The rates.
    pub parts: Vec<Part>,
    /// The most, in weights; `None` for no limit.
    #[serde(default = "whole")]
    pub cap: Option<Decimal>,
    /// Where a target is missing.
    #[serde(default)]
    pub undefined: Undefined,
}

/// One rate of a blend.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The metric.
    pub metric: String,
    /// Its share; all shares together are 1.
    pub share: Decimal,
}

fn whole() -> Option<Decimal> {
    Some(Decimal::ONE)
}

impl Blend {
    pub(super) fn work(&self, at: &Place<'_>) -> Working {
        let mut terms = vec![Term::Number(at.weight, Role::Weight), Term::Times, Term::Open];
        let mut raw = Decimal::ZERO;
        for (n, part) in self.parts.iter().enumerate() {
            let found = at.target(&part.metric).and_then(|target| Ok((at.done(&part.metric)?, target)));
            let (done, target) = match found {
                Ok(found) => found,
                Err(cause) => return Working::chosen(cause, self.undefined, at.weight),
            };
            if n > 0 {
                terms.push(Term::Plus);
            }
            terms.extend([
                stated(part.share),
                Term::Times,
                Term::Number(done, Role::Done(part.metric.clone())),
                Term::Over,
                Term::Number(target, Role::Target(part.metric.clone())),
            ]);
            raw += at.weight.times(part.share).share(done, target).unwrap_or_default();
        }
        if self.parts.is_empty() {
            return Working::chosen(Cause::NoMetric, self.undefined, at.weight);
        }
        terms.push(Term::Close);
        Working::of(terms, raw).capped(self.cap.map(|cap| cap.times(at.weight)))
    }
}
