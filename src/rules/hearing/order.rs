//! The order in which units stand up.

use super::UnitBrief;
use crate::domain::{Decimal, RecordId};
use rustc_hash::FxHashMap;

/// An order of units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// By ranking group, each as the office lists its units.
    #[default]
    Office,
    /// Who is furthest behind the time comes first.
    Behind,
}

impl Order {
    /// Its word in addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Order::Office => "",
            Order::Behind => "behind",
        }
    }

    /// The order with this word; that of the office for any other.
    pub fn from_word(word: &str) -> Self {
        if word == Order::Behind.word() { Order::Behind } else { Order::Office }
    }
}

impl UnitBrief {
    /// How far it is ahead of the time: the mean over its metrics that have a target.
    pub fn ahead(&self) -> Option<Decimal> {
        let ahead: Vec<Decimal> = self.figures.iter().filter_map(|figure| figure.row.ahead).collect();
        let count = i64::try_from(ahead.len()).ok()?;
        ahead.into_iter().sum::<Decimal>().over(Decimal::whole(count))
    }
}

/// The units in an order. `units` are as the office lists them. Groups come in the order of their first unit; who has no
/// target comes last where the furthest behind is first.
pub fn in_order(units: &[UnitBrief], order: Order) -> Vec<RecordId> {
    let mut groups: FxHashMap<&str, usize> = FxHashMap::default();
    for unit in units {
        let next = groups.len();
        groups.entry(&unit.group).or_insert(next);
    }
    let mut found: Vec<&UnitBrief> = units.iter().collect();
    match order {
        Order::Office => found.sort_by_key(|unit| groups.get(unit.group.as_str()).copied()),
        Order::Behind => found.sort_by_key(|unit| {
            let ahead = unit.ahead();
            (ahead.is_none(), ahead)
        }),
    }
    found.into_iter().map(|unit| unit.unit).collect()
}
