//! Merging two records that are one thing: the same unit under two names, the same firm entered twice.
//!
//! The record that goes says which one stands for it; whatever points to it is read as pointing to the
//! other, so no other record changes, and undo is one cell.

use crate::domain::{Field, RecordId, Value};
use crate::ledger::{Edit, Record, State};

/// The edits that merge `goes` into `stays`: what only `goes` knows is taken over. Empty where they are
/// no two live records of one kind.
pub fn merge(state: &State, goes: RecordId, stays: RecordId) -> Vec<Edit> {
    let live = |id| state.record(id).filter(|record| record.is_live());
    let (Some(from), Some(to)) = (live(goes), live(stays)) else { return Vec::new() };
    if goes == stays || goes.kind != stays.kind {
        return Vec::new();
    }
    let mut edits: Vec<Edit> = taken_over(from, to, stays).collect();
    edits.push(Edit::new(goes, Field::MERGED_INTO, Value::Ref(stays)));
    edits
}

/// Cells that `from` fills and `to` does not; never one that would make a record point to itself.
fn taken_over<'a>(from: &'a Record, to: &'a Record, stays: RecordId) -> impl Iterator<Item = Edit> + 'a {
    let own = |field: Field| field != Field::DELETED && field != Field::MERGED_INTO;
    let wanted = from.cells().iter().filter(move |cell| {
        own(cell.key.field)
            && !cell.value.is_empty()
            && cell.value.as_ref_id() != Some(stays)
            && to.get(cell.key).is_empty()
    });
    wanted.map(move |cell| Edit::new(stays, cell.key, cell.value.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kind;
    use crate::domain::field::CompanyField as C;
    use crate::ledger::{NodeId, Stamp};

    fn apply(state: &mut State, millis: u64, edits: Vec<Edit>) {
        for change in state.changes_for(edits, Stamp::new(millis, 0, NodeId(1))) {
            state.apply(change);
        }
    }

    #[test]
    fn the_one_that_stays_keeps_its_own_and_takes_over_the_rest() {
        let (goes, stays) = (RecordId::new(Kind::Company, 1), RecordId::new(Kind::Company, 2));
        let mut state = State::default();
        apply(
            &mut state,
            1,
            vec![
                Edit::new(goes, C::Name, Value::text("金禾瑞公司")),
                Edit::new(goes, C::Region, Value::text("福建厦门")),
                Edit::new(goes, C::ParentCompany, Value::Ref(stays)),
                Edit::new(stays, C::Name, Value::text("金禾瑞生物")),
            ],
        );
        let edits = merge(&state, goes, stays);
        apply(&mut state, 2, edits);
        assert_eq!(state.get(stays, C::Name).as_text(), Some("金禾瑞生物"));
        assert_eq!(state.get(stays, C::Region).as_text(), Some("福建厦门"));
        assert!(state.get(stays, C::ParentCompany).is_empty());
        assert_eq!(state.resolve(goes), stays);
        assert!(merge(&state, goes, stays).is_empty(), "it is merged already");
        assert!(merge(&state, stays, stays).is_empty());
    }
}
