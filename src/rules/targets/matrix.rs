//! 目标任务分解表 of a period: the county, its units and their people down, or its chains, and the metrics across.

use super::holders::chains_in_order;
use super::{AimFrom, Aims, Holder, Node, Period, above, cascade};
use crate::domain::lists::List;
use crate::domain::{Decimal, Kind, RecordId};
use crate::ledger::State;
use crate::rules::lists;
use crate::rules::units::{people_in_order, units_in_order};
use rustc_hash::FxHashMap;

/// One target in the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The target; `None` where there is none.
    pub target: Option<Decimal>,
    /// It is the sum of shorter periods and not recorded for this one.
    pub is_sum: bool,
    /// What of it nobody below has.
    pub short: Option<Decimal>,
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Whose targets these are.
    pub holder: Holder,
    /// How many units stand above.
    pub depth: usize,
    /// The unit it is folded into: people, and units that stand below another. People of no unit, as county leaders
    /// are, are folded into the county.
    pub above: Option<RecordId>,
    /// How many people it has of its own.
    pub people: usize,
    /// Its targets, one a metric.
    pub spots: Vec<Spot>,
}

/// The table: the county first, each unit before those below it, its people before its units.
pub fn matrix(state: &State, aims: &Aims, metrics: &[String], period: Period) -> Vec<Line> {
    let mut shorts: Vec<FxHashMap<Option<RecordId>, Decimal>> = Vec::new();
    for metric in metrics {
        let cascade = cascade(state, aims, metric, period);
        let mut found: FxHashMap<Option<RecordId>, Decimal> = FxHashMap::default();
        found.extend(cascade.short().map(|short| (None, short)));
        collect(&cascade.units, &mut found);
        shorts.push(found);
    }
    let mut below: FxHashMap<Option<RecordId>, Vec<RecordId>> = FxHashMap::default();
    for id in people_in_order(state).into_iter().chain(units_in_order(state)) {
        below.entry(above(state, id)).or_default().push(id);
    }
    let line = |who: Option<RecordId>, depth: usize| {
        let holder = who.map_or(Holder::County, Holder::Record);
        let spot = |(metric, shorts): (&String, &FxHashMap<Option<RecordId>, Decimal>)| Spot {
            short: shorts.get(&who).copied(),
            ..spot(aims, metric, &holder, period)
        };
        let spots = metrics.iter().zip(&shorts).map(spot).collect();
        let of = below.get(&who).filter(|_| who.is_none_or(|who| who.kind == Kind::Unit));
        let people = of.map_or(0, |ids| ids.iter().filter(|id| id.kind == Kind::Person).count());
        Line { depth, above: who.and_then(|who| above(state, who)), people, spots, holder }
    };
    let mut lines = vec![line(None, 0)];
    // The next to write stands last.
    let top = below.get(&None).into_iter().flatten().rev();
    let mut waiting: Vec<(RecordId, usize)> =
        top.map(|&id| (id, usize::from(id.kind == Kind::Person))).collect();
    while let Some((id, depth)) = waiting.pop() {
        lines.push(line(Some(id), depth));
        if id.kind == Kind::Unit {
            let next = below.get(&Some(id)).into_iter().flatten().rev();
            waiting.extend(next.map(|&id| (id, depth + 1)));
        }
    }
    lines
}

/// The table of chains: the county first, then every chain that the office lists or that has a target. Their targets
/// stand beside those of units (domain notes row 23) and need not sum to the county's.
pub fn chain_matrix(state: &State, aims: &Aims, metrics: &[String], period: Period) -> Vec<Line> {
    let mut words = lists::entries(state, List::Chain);
    for metric in metrics {
        words.extend(aims.holders(metric, period).into_iter().filter_map(|holder| match holder {
            Holder::Chain(word) => Some(word),
            _ => None,
        }));
    }
    let chains = chains_in_order(state, words).into_iter().map(Holder::Chain);
    let line = |holder: Holder| {
        let spots = metrics.iter().map(|metric| spot(aims, metric, &holder, period)).collect();
        Line { depth: 0, above: None, people: 0, spots, holder }
    };
    [Holder::County].into_iter().chain(chains).map(line).collect()
}

/// A target as it stands in its cell, whatever is divided of it.
fn spot(aims: &Aims, metric: &str, holder: &Holder, period: Period) -> Spot {
    let aim = aims.of(metric, holder, period);
    Spot {
        target: aim.as_ref().map(|aim| aim.target),
        is_sum: aim.as_ref().is_some_and(|aim| aim.from == AimFrom::Parts),
        short: None,
    }
}

fn collect(nodes: &[Node], found: &mut FxHashMap<Option<RecordId>, Decimal>) {
    for node in nodes {
        found.extend(node.short().map(|short| (Some(node.id), short)));
        collect(&node.below, found);
    }
}
