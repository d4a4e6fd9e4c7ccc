//! Which records point to which.

use crate::domain::field::{Elements, FieldType};
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, RecordId};
use crate::ledger::State;
use rustc_hash::FxHashMap;

/// For each record of `kind`, how many live records of each other kind point to it, after merges of
/// duplicates. A record that points to it twice counts once.
pub fn counts(state: &State, kind: Kind) -> FxHashMap<RecordId, FxHashMap<Kind, usize>> {
    let mut counts: FxHashMap<RecordId, FxHashMap<Kind, usize>> = FxHashMap::default();
    for &from in Kind::ALL {
        let fields: Vec<Field> = pointing(from, kind).collect();
        if fields.is_empty() {
            continue;
        }
        for (id, record) in state.live(from) {
            let mut to: Vec<RecordId> =
                fields.iter().filter_map(|&field| record.get(field).as_ref_id()).collect();
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
fn pointing(from: Kind, kind: Kind) -> impl Iterator<Item = Field> {
    let points = move |ty| ty == FieldType::Ref(kind);
    Field::of(from).filter(move |(_, def)| def.elements == Elements::One && points(def.ty)).map(|(f, _)| f)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Value;
    use crate::domain::field::{PersonField as R, ProjectField as P};
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
}
