//! Units and people in the order in which an office lists them.

use super::search::places;
use crate::domain::field::{PersonField as R, UnitField as U};
use crate::domain::sort::Arrange;
use crate::domain::{Kind, RecordId};
use crate::ledger::{Record, State};
use rustc_hash::FxHashMap;

/// The live units by their place in lists, then by name.
pub fn units_in_order(state: &State) -> Vec<RecordId> {
    let place = |(id, unit): (RecordId, &Record)| {
        let order = unit.get(U::Order).as_int().unwrap_or(i64::MAX);
        let name: Vec<u32> = places(unit.get(U::Name).as_text().unwrap_or_default()).collect();
        (order, name, id)
    };
    let mut units: Vec<_> = state.live(Kind::Unit).map(place).collect();
    units.arrange();
    units.into_iter().map(|(.., id)| id).collect()
}

/// The live people by their units, then by name; those of no unit, as county leaders are, come first.
pub fn people_in_order(state: &State) -> Vec<RecordId> {
    let units: FxHashMap<RecordId, usize> = units_in_order(state).into_iter().zip(1..).collect();
    let place = |(id, person): (RecordId, &Record)| {
        let unit = person.get(R::Unit).as_ref_id().map(|unit| state.resolve(unit));
        let unit = unit.and_then(|unit| units.get(&unit).copied()).unwrap_or_default();
        let name: Vec<u32> = places(person.get(R::Name).as_text().unwrap_or_default()).collect();
        (unit, name, id)
    };
    let mut people: Vec<_> = state.live(Kind::Person).map(place).collect();
    people.arrange();
    people.into_iter().map(|(.., id)| id).collect()
}
