//! Which records point to which.

use crate::domain::field::{Elements, FieldDef, FieldType};
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, RecordId, Value};
use crate::ledger::{Record, State};
use rustc_hash::FxHashMap;

/// For each record of `kind`, how many live records of each other kind point to it, after merges of
/// duplicates. A record that points to it twice counts once.
pub fn counts(state: &State, kind: Kind) -> FxHashMap<RecordId, FxHashMap<Kind, usize>> {
    let mut counts: FxHashMap<RecordId, FxHashMap<Kind, usize>> = FxHashMap::default();
    for &from in Kind::ALL {
        let fields: Vec<(Field, Elements)> = pointing(from, kind).collect();
        if fields.is_empty() {
            continue;
        }
        for (id, record) in state.live(from) {
            let mut to: Vec<RecordId> = Vec::new();
            for &(field, elements) in &fields {
                match elements {
                    Elements::Records(_) => to.extend(members(state, record, field)),
                    _ => to.extend(record.family(field).iter().filter_map(|cell| cell.value.as_ref_id())),
                }
            }
            to.iter_mut().for_each(|to| *to = state.resolve(*to));
            to.arrange();
            to.dedup();
            for to in to.into_iter().filter(|&to| to != id) {
                *counts.entry(to).or_default().entry(from).or_default() += 1;
            }
        }
    }
    counts
}

/// The fields of records of `from` that point to records of `kind`.
fn pointing(from: Kind, kind: Kind) -> impl Iterator<Item = (Field, Elements)> {
    let points = move |def: &FieldDef| match def.elements {
        Elements::Records(of) => of == kind,
        _ => def.ty == FieldType::Ref(kind),
    };
    Field::of(from).filter(move |(_, def)| points(def)).map(|(field, def)| (field, def.elements))
}

/// The records that a family names by its elements, after merges of duplicates, each once, in the order of their
/// ids. A plain no names nobody.
pub fn members(state: &State, record: &Record, field: impl Into<Field>) -> Vec<RecordId> {
    let named = record.family(field.into()).iter().filter(|cell| says(&cell.value));
    let mut ids: Vec<RecordId> =
        named.filter_map(|cell| state.names().element_word(cell.key.element).parse().ok()).collect();
    ids.iter_mut().for_each(|id| *id = state.resolve(*id));
    ids.arrange();
    ids.dedup();
    ids
}

/// Whether a record of `kind` names another by any of its fields, after merges of duplicates.
pub fn names(state: &State, kind: Kind, record: &Record, other: RecordId) -> bool {
    pointing(kind, other.kind).any(|(field, elements)| {
        let mut cells = record.family(field).iter();
        match elements {
            Elements::Records(_) => cells.any(|cell| {
                let word = || state.names().element_word(cell.key.element).parse().ok();
                says(&cell.value) && word().is_some_and(|id: RecordId| state.resolve(id) == other)
            }),
            _ => cells.any(|cell| cell.value.as_ref_id().is_some_and(|id| state.resolve(id) == other)),
        }
    })
}

/// Whether a cell of such a family says anything of the record it names.
pub fn says(value: &Value) -> bool {
    !matches!(value, Value::Empty | Value::Bool(false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::{OutboundTripField as G, PersonField as R, ProjectField as P};
    use crate::ledger::CellKey;
    use crate::ledger::{Edit, NodeId, Stamp};

    #[test]
    fn what_points_to_a_merged_unit_points_to_the_one_that_stands() {
        let id = |kind, key| RecordId::new(kind, key);
        let (stands, merged) = (id(Kind::Unit, 1), id(Kind::Unit, 2));
        let edits = vec![
            Edit::new(merged, Field::MERGED_INTO, Value::Ref(stands)),
            Edit::new(id(Kind::Project, 1), P::Unit, Value::Ref(merged)),
            Edit::new(id(Kind::Project, 1), P::HostUnit, Value::Ref(stands)),
            Edit::new(id(Kind::Project, 2), P::HostUnit, Value::Ref(stands)),
            Edit::new(id(Kind::Person, 1), R::Unit, Value::Ref(stands)),
            Edit::delete(id(Kind::Project, 3)),
            Edit::new(id(Kind::Project, 3), P::Unit, Value::Ref(stands)),
        ];
        let mut state = State::default();
        for change in state.changes_for(edits, Stamp::new(1, 0, NodeId(1))) {
            state.apply(change);
        }
        let counts = counts(&state, Kind::Unit);
        let of = |kind| counts.get(&stands).and_then(|kinds| kinds.get(&kind)).copied();
        assert_eq!((of(Kind::Project), of(Kind::Person), of(Kind::Unit)), (Some(2), Some(1), None));
        assert_eq!(counts.get(&merged), None);
    }

    #[test]
    fn a_family_names_records_by_its_elements_each_once() {
        let id = |kind, key| RecordId::new(kind, key);
        let (trip, zhang, twin, li) =
            (id(Kind::OutboundTrip, 1), id(Kind::Person, 1), id(Kind::Person, 2), id(Kind::Person, 3));
        let mut state = State::default();
        let mut member = |who: RecordId, yes| {
            let element = state.names_mut().element(&who.to_string());
            Edit::new(trip, CellKey::of(G::Members, element), Value::Bool(yes))
        };
        let edits = vec![
            member(zhang, true),
            member(twin, true),
            member(li, false),
            Edit::new(twin, Field::MERGED_INTO, Value::Ref(zhang)),
        ];
        for change in state.changes_for(edits, Stamp::new(1, 0, NodeId(1))) {
            state.apply(change);
        }
        let record = state.record(trip).expect("it is there");
        assert_eq!(members(&state, record, G::Members), [zhang]);
        let counts = counts(&state, Kind::Person);
        assert_eq!(counts.get(&zhang).and_then(|kinds| kinds.get(&Kind::OutboundTrip)), Some(&1));
        assert_eq!(counts.get(&li), None);
    }
}
