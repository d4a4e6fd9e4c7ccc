//! A table of points.

use super::place::stated;
use super::ratio::plus;
use super::{Basis, Cause, Place, Term, Undefined, Working};
use crate::domain::Decimal;
use serde::{Deserialize, Serialize};

/// 分档计分: half-open bands, each from its edge (included) to the next one's (excluded). Inside a band the points may
/// rise or fall with the number (domain notes R32: below ten days 8 less 1 for each day that is missing).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bands {
    /// The metric.
    pub metric: String,
    /// By which of its numbers.
    #[serde(default)]
    pub of: Basis,
    /// The bands, in any order.
    pub bands: Vec<Band>,
    /// The least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Decimal>,
    /// The most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
    /// Where the subject has no number or no band.
    #[serde(default)]
    pub undefined: Undefined,
}

/// One band.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// Its edge, which belongs to it.
    pub from: Decimal,
    /// What the edge gives.
    pub points: Decimal,
    /// What is added for each whole one above the edge.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub slope: Decimal,
}

fn is_nothing(number: &Decimal) -> bool {
    number.is_zero()
}

impl Bands {
    pub(super) fn work(&self, at: &Place<'_>) -> Working {
        let own = match at.basis(self.of, &self.metric) {
            Ok(own) => own,
            Err(cause) => return Working::chosen(cause, self.undefined, at.weight),
        };
        let met = self.bands.iter().filter(|band| band.from <= own);
        let Some(band) = met.max_by_key(|band| (band.from, band.points)) else {
            return Working::chosen(Cause::NoBand, self.undefined, at.weight);
        };
        let working = if band.slope.is_zero() {
            Working::of(vec![stated(band.points)], band.points)
        } else {
            let mut rest = vec![stated(band.slope), Term::Times, Term::Open];
            rest.extend(at.basis_terms(self.of, &self.metric));
            if !band.from.is_zero() {
                rest.extend([Term::Minus, stated(band.from)]);
            }
            rest.push(Term::Close);
            Working::of(plus(band.points, rest), band.points + band.slope.times(own - band.from))
        };
        let working = working.capped(self.cap);
        match self.floor {
            Some(floor) => working.floored(floor),
            None => working,
        }
    }
}
