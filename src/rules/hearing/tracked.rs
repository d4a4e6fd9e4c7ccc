//! Pledges with what came of them, and how those of each hearing stand.

use super::{Hearing, all};
use crate::domain::{Date, Decimal, RecordId};
use crate::rules::metrics::{Measured, Measurer, Metric, standard};
use crate::rules::pledges::{self, Count, Pledge, Standing};
use crate::rules::query::Facts;
use crate::rules::targets::units_in_order;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// A pledge with what came of it by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tracked {
    /// The pledge.
    pub pledge: Pledge,
    /// What was done of its metric; `None` where no metric tells.
    pub fact: Option<Decimal>,
    /// How it stands.
    pub standing: Standing,
}

/// Every pledge, with the metrics that tell of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pledged {
    /// The metrics that were promised.
    pub metrics: Vec<Metric>,
    /// What they come to, in the same order.
    pub measured: Vec<Arc<Measured>>,
    /// The pledges, the latest first.
    pub all: Vec<Tracked>,
}

/// Every pledge as it stands on a day; those of one day as the office lists its units.
pub fn pledged(facts: &dyn Facts, measurer: &Measurer<'_>, today: Date, first_month: u32) -> Pledged {
    let state = facts.state();
    let mut found = pledges::all(state, facts.rules());
    let place: FxHashMap<RecordId, usize> = units_in_order(state).into_iter().zip(0..).collect();
    found.sort_by_key(|of| (std::cmp::Reverse(of.on), of.unit.and_then(|unit| place.get(&unit).copied())));
    let named: FxHashSet<RecordId> = found.iter().filter_map(|pledge| pledge.metric).collect();
    let metrics: Vec<Metric> = standard::in_force(state)
        .into_iter()
        .filter(|metric| named.contains(&standard::id(&metric.word)))
        .collect();
    let measured = measurer(&metrics, today);
    let done = pledges::facts(state, &found, &metrics, &measured, today, first_month);
    let tracked = |(pledge, fact): (Pledge, Option<Decimal>)| {
        let standing = pledge.standing(fact, today);
        Tracked { pledge, fact, standing }
    };
    Pledged { metrics, measured, all: found.into_iter().zip(done).map(tracked).collect() }
}

/// A hearing with how many units were heard, and how what they promised stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The hearing.
    pub hearing: Hearing,
    /// How many units were heard: something was said of them, or they promised something.
    pub heard: usize,
    /// The pledges given at it.
    pub count: Count,
}

/// The hearings, the latest first. `tracked` are all pledges.
pub fn held(facts: &dyn Facts, tracked: &[Tracked]) -> Vec<Held> {
    let mut given: FxHashMap<RecordId, (Count, FxHashSet<RecordId>)> = FxHashMap::default();
    for of in tracked {
        let Some(hearing) = of.pledge.hearing else { continue };
        let (count, units) = given.entry(hearing).or_default();
        count.add(of.standing);
        units.extend(of.pledge.unit);
    }
    let told = |hearing: Hearing| {
        let (count, mut units) = given.remove(&hearing.id).unwrap_or_default();
        units.extend(hearing.said.iter().map(|(unit, _)| *unit));
        Held { hearing, heard: units.len(), count }
    };
    all(facts.state()).into_iter().map(told).collect()
}
