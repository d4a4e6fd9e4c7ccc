//! Finding records by name, for cells that point to another record.

use super::name_of;
use crate::domain::field::{ContactField, PersonField, ProjectField};
use crate::domain::sort::Arrange;
use crate::domain::{Kind, RecordId, read};
use crate::ledger::State;
use rustc_hash::FxHashMap;

/// Live records by kind and name; a kind is read when first asked for.
#[derive(Default)]
pub struct Refs {
    kinds: FxHashMap<Kind, FxHashMap<String, Vec<RecordId>>>,
}

/// Who a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// This record.
    One(RecordId),
    /// Several records have the name; the first fits the row no better than the others.
    Several(RecordId),
    /// No record has it; one with this id could be made.
    New(RecordId),
}

impl Refs {
    /// The record of `kind` called `name`, seen from the row of `from`: among namesakes a colleague of
    /// the same unit or a contact of the same investor is preferred.
    pub(super) fn find(&mut self, state: &State, kind: Kind, name: &str, from: RecordId) -> Found {
        let by_name = self.kinds.entry(kind).or_insert_with(|| index(state, kind));
        let key = normal(name);
        match by_name.get(&key).map(Vec::as_slice) {
            Some(&[only]) => Found::One(only),
            Some(several @ [first, ..]) => {
                let mut near = several.iter().filter(|&&id| is_near(state, id, from));
                match (near.next(), near.next()) {
                    (Some(&one), None) => Found::One(one),
                    _ => Found::Several(*first),
                }
            }
            _ => Found::New(unused(state, kind, &key)),
        }
    }
}

/// A name as compared: folded, without spaces, letters in lower case.
fn normal(name: &str) -> String {
    read::squeeze(&read::name(name)).to_lowercase()
}

fn index(state: &State, kind: Kind) -> FxHashMap<String, Vec<RecordId>> {
    let mut by_name: FxHashMap<String, Vec<RecordId>> = FxHashMap::default();
    for (id, _) in state.live(kind) {
        by_name.entry(normal(name_of(state, id))).or_default().push(id);
    }
    by_name.values_mut().for_each(|ids| ids.arrange());
    by_name
}

/// Whether a person or contact belongs to the unit or investor of the row.
fn is_near(state: &State, id: RecordId, from: RecordId) -> bool {
    let (own, of_row) = match id.kind {
        Kind::Person => (PersonField::Unit.field(), ProjectField::Unit.field()),
        Kind::Contact => (ContactField::Company.field(), ProjectField::Investor.field()),
        _ => return false,
    };
    let target = |id, field| state.get(id, field).as_ref_id().map(|to| state.resolve(to));
    from.kind == Kind::Project && target(id, own).is_some() && target(id, own) == target(from, of_row)
}

/// The id that two offices would both give a record of this name; another one if it is taken, by a
/// record that was renamed or deleted since.
fn unused(state: &State, kind: Kind, key: &str) -> RecordId {
    let mut id = RecordId::derived(kind, &[key]);
    let mut round = 1u32;
    while state.record(id).is_some() {
        round += 1;
        id = RecordId::derived(kind, &[key, &round.to_string()]);
    }
    id
}
