//! 目标分解: county → unit → person. What is divided must sum to at least what was to be divided (domain notes row 35).

use super::{Aim, Aims, Holder, Period};
use crate::domain::field::{PersonField, UnitField};
use crate::domain::{Decimal, Kind, RecordId};
use crate::ledger::State;
use rustc_hash::{FxHashMap, FxHashSet};

/// One holder of a target and those it is divided among.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The unit or person.
    pub id: RecordId,
    /// Its target.
    pub aim: Option<Aim>,
    /// Its units below, then its people.
    pub below: Vec<Node>,
    /// What those below sum to, where any of them has a target.
    pub divided: Option<Decimal>,
}

impl Node {
    /// What is not divided yet; `None` where nothing is, or all is.
    pub fn short(&self) -> Option<Decimal> {
        short(self.aim.as_ref(), self.divided)
    }
}

/// How one metric is divided in a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cascade {
    /// The county's target.
    pub county: Option<Aim>,
    /// The units that stand below no other.
    pub units: Vec<Node>,
    /// What they sum to, where any of them has a target.
    pub divided: Option<Decimal>,
    /// The chains.
    pub chains: Vec<(String, Aim)>,
}

impl Cascade {
    /// What of the county's target no unit has.
    pub fn short(&self) -> Option<Decimal> {
        short(self.county.as_ref(), self.divided)
    }

    /// Whether anything does not sum up, at whatever level.
    pub fn has_gap(&self) -> bool {
        fn any(nodes: &[Node]) -> bool {
            nodes.iter().any(|node| node.short().is_some() || any(&node.below))
        }
        self.short().is_some() || any(&self.units)
    }
}

fn short(aim: Option<&Aim>, divided: Option<Decimal>) -> Option<Decimal> {
    let short = aim?.target - divided?;
    (short > Decimal::ZERO).then_some(short)
}

/// How a metric is divided in a period. Only those appear who have a target, or somebody below who has one.
pub fn cascade(state: &State, aims: &Aims, metric: &str, period: Period) -> Cascade {
    let holders = aims.holders(metric, period);
    let aim = |holder: &Holder| aims.of(metric, holder, period);
    let records: Vec<RecordId> = holders
        .iter()
        .filter_map(|holder| match holder {
            Holder::Record(id) => Some(*id),
            _ => None,
        })
        .collect();
    // Everybody with a target and all above them, so that none hangs in the air.
    let mut shown: Vec<RecordId> = Vec::new();
    let mut seen: FxHashSet<RecordId> = FxHashSet::default();
    for &id in &records {
        let mut at = Some(id);
        while let Some(id) = at.filter(|id| seen.insert(*id)) {
            shown.push(id);
            at = above(state, id);
        }
    }
    let order = |id: &RecordId| {
        let order = state.get(*id, UnitField::Order).as_int().unwrap_or(i64::MAX);
        (id.kind == Kind::Person, order, crate::rules::query::name_of(state, *id).to_owned(), *id)
    };
    shown.sort_by_cached_key(order);
    // Everybody stands below somebody who is shown, or at the top.
    let mut below: Below = FxHashMap::default();
    for &id in &shown {
        below.entry(above(state, id)).or_default().push(id);
    }
    let units: Vec<Node> = below.get(&None).into_iter().flatten().map(|&id| node(&below, &aim, id)).collect();
    let chains = holders.iter().filter_map(|holder| match holder {
        Holder::Chain(word) => Some((word.clone(), aim(holder)?)),
        _ => None,
    });
    Cascade { county: aim(&Holder::County), divided: sum(&units), chains: chains.collect(), units }
}

/// Who stands below whom.
type Below = FxHashMap<Option<RecordId>, Vec<RecordId>>;

fn node(all: &Below, aim: &impl Fn(&Holder) -> Option<Aim>, id: RecordId) -> Node {
    let below: Vec<Node> =
        all.get(&Some(id)).into_iter().flatten().map(|&other| node(all, aim, other)).collect();
    Node { id, aim: aim(&Holder::Record(id)), divided: sum(&below), below }
}

/// What some nodes sum to: each by its own target, or what it divides without having one.
fn sum(nodes: &[Node]) -> Option<Decimal> {
    let targets: Vec<Decimal> =
        nodes.iter().filter_map(|node| node.aim.as_ref().map(|aim| aim.target).or(node.divided)).collect();
    (!targets.is_empty()).then(|| targets.into_iter().sum())
}

/// The unit above a unit or of a person; `None` at the top, and where units stand above each other in a circle.
pub fn above(state: &State, id: RecordId) -> Option<RecordId> {
    if id.kind == Kind::Person {
        return state.get(id, PersonField::Unit).as_ref_id().map(|unit| state.resolve(unit));
    }
    let parent = |id| state.get(id, UnitField::Parent).as_ref_id().map(|unit| state.resolve(unit));
    let up = parent(id)?;
    let mut seen = vec![id];
    let mut at = Some(up);
    while let Some(id) = at {
        if seen.contains(&id) {
            return None;
        }
        seen.push(id);
        at = parent(id);
    }
    Some(up)
}

/// Whether a unit is another or stands below it.
pub fn is_within(state: &State, unit: RecordId, other: RecordId) -> bool {
    let mut at = Some(unit);
    while let Some(id) = at {
        if id == other {
            return true;
        }
        at = above(state, id);
    }
    false
}
