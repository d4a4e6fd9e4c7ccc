//! 目标任务分解表 of a period: the county, its units and their people down, the metrics across.

use super::progress::units_in_order;
use super::{AimFrom, Aims, Holder, Node, Period, above, cascade};
use crate::domain::{Decimal, Kind, RecordId};
use crate::ledger::State;
use crate::rules::query::name_of;
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
    /// Who; `None` for the county.
    pub who: Option<RecordId>,
    /// How many units stand above.
    pub depth: usize,
    /// The unit it is folded into: people, and units that stand below another.
    pub above: Option<RecordId>,
    /// How many people it has of its own.
    pub people: usize,
    /// Its targets, one a metric.
    pub spots: Vec<Spot>,
}

impl Line {
    /// Whose targets these are.
    pub fn holder(&self) -> Holder {
        self.who.map_or(Holder::County, Holder::Record)
    }
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
    let mut people: Vec<RecordId> = state.live(Kind::Person).map(|(id, _)| id).collect();
    people.sort_by_key(|&id| (name_of(state, id).to_owned(), id));
    for person in people {
        below.entry(above(state, person)).or_default().push(person);
    }
    for unit in units_in_order(state) {
        below.entry(above(state, unit)).or_default().push(unit);
    }
    let line = |who: Option<RecordId>, depth: usize| {
        let spot = |(metric, shorts): (&String, &FxHashMap<Option<RecordId>, Decimal>)| {
            let aim = aims.of(metric, &who.map_or(Holder::County, Holder::Record), period);
            Spot {
                target: aim.as_ref().map(|aim| aim.target),
                is_sum: aim.as_ref().is_some_and(|aim| aim.from == AimFrom::Parts),
                short: shorts.get(&who).copied(),
            }
        };
        let of = who.filter(|who| who.kind == Kind::Unit).and_then(|unit| below.get(&Some(unit)));
        let people = of.map_or(0, |ids| ids.iter().filter(|id| id.kind == Kind::Person).count());
        let spots = metrics.iter().zip(&shorts).map(spot).collect();
        Line { who, depth, above: who.and_then(|who| above(state, who)), people, spots }
    };
    let mut lines = vec![line(None, 0)];
    let top = below.get(&None).into_iter().flatten().filter(|id| id.kind == Kind::Unit);
    // The next to write stands last.
    let mut waiting: Vec<(RecordId, usize)> = top.rev().map(|&id| (id, 0)).collect();
    while let Some((id, depth)) = waiting.pop() {
        lines.push(line(Some(id), depth));
        if id.kind == Kind::Unit {
            let next = below.get(&Some(id)).into_iter().flatten().rev();
            waiting.extend(next.map(|&id| (id, depth + 1)));
        }
    }
    lines
}

fn collect(nodes: &[Node], found: &mut FxHashMap<Option<RecordId>, Decimal>) {
    for node in nodes {
        found.extend(node.short().map(|short| (Some(node.id), short)));
        collect(&node.below, found);
    }
}
