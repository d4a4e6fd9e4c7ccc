//! Who works on this laptop: the author of its changes, as a person of a unit.

use crate::domain::field::{AuthorField as A, PersonField as R, UnitField as U};
use crate::domain::{Field, Kind, RecordId, Value};
use crate::ledger::{CellKey, Edit, NodeId, Record, Stamp, State};

/// What a person says of himself when he begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// 姓名.
    pub name: String,
    /// 单位.
    pub unit: String,
    /// What this laptop is called; may be empty.
    pub device: String,
}

/// The record of the author behind a node.
pub fn author_id(node: NodeId) -> RecordId {
    RecordId::new(Kind::Author, node.0)
}

/// What the author behind a node said of himself; empty where nothing is known.
pub fn identity_of(state: &State, node: NodeId) -> Identity {
    let text = |field: A| state.get(author_id(node), field).as_text().unwrap_or_default().to_owned();
    Identity { name: text(A::Name), unit: text(A::Unit), device: text(A::Device) }
}

/// What the author behind a stamp said of himself when he gave it. Where he introduced himself only
/// later, what he said first.
pub fn identity_at(state: &State, stamp: Stamp) -> Identity {
    let author = author_id(stamp.node);
    let text = |field: A| {
        let mut said = state.changes_of_cell(author, CellKey::one(field));
        let by_then = said.iter().rposition(|change| change.stamp <= stamp).unwrap_or(0);
        let said = (by_then < said.len()).then(|| said.swap_remove(by_then).value);
        said.as_ref().and_then(Value::as_text).unwrap_or_default().to_owned()
    };
    Identity { name: text(A::Name), unit: text(A::Unit), device: text(A::Device) }
}

/// Says of the node that a laptop goes on under what was said of the one it had.
pub fn hand_over(state: &State, from: NodeId, to: NodeId) -> Vec<Edit> {
    let who = identity_of(state, from);
    let said = [(A::Name, who.name), (A::Unit, who.unit), (A::Device, who.device)];
    let said = said.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(field, text)| Edit::new(author_id(to), field, Value::text(&text))).collect()
}

/// Writes down who works under `node`, and adds the person and the unit where no live record has their
/// name. Their ids follow from the names, so that two laptops that add the same unit agree.
pub fn introduce(state: &State, node: NodeId, who: &Identity) -> Vec<Edit> {
    let author = author_id(node);
    let (name, unit, device) = (who.name.trim(), who.unit.trim(), who.device.trim());
    let mut edits = vec![
        Edit::new(author, A::Name, Value::text(name)),
        Edit::new(author, A::Unit, Value::text(unit)),
        Edit::new(author, A::Device, Value::text(device)),
    ];
    let unit_id = (!unit.is_empty()).then(|| {
        named(state, Kind::Unit, U::Name.into(), unit, |_| true).unwrap_or_else(|| {
            let id = RecordId::derived(Kind::Unit, &[unit]);
            edits.extend(anew(id, U::Name.into(), unit));
            id
        })
    });
    let of_unit = |person: &Record| {
        let stands_in = person.get(R::Unit).as_ref_id().map(|unit| state.resolve(unit));
        stands_in.is_none() || stands_in == unit_id
    };
    if !name.is_empty() && named(state, Kind::Person, R::Name.into(), name, of_unit).is_none() {
        let id = RecordId::derived(Kind::Person, &[name, unit]);
        edits.extend(anew(id, R::Name.into(), name));
        edits.extend(unit_id.map(|unit| Edit::new(id, R::Unit, Value::Ref(unit))));
    }
    edits
}

/// A record by its name, brought back if somebody deleted it before.
fn anew(id: RecordId, field: Field, name: &str) -> [Edit; 2] {
    [Edit::new(id, field, Value::text(name)), Edit::new(id, Field::DELETED, Value::Empty)]
}

/// The live record of a kind with this name; the smallest id of several.
fn named(
    state: &State,
    kind: Kind,
    field: Field,
    name: &str,
    fits: impl Fn(&Record) -> bool,
) -> Option<RecordId> {
    let found = state.live(kind).filter(|(_, r)| r.get(field).as_text() == Some(name) && fits(r));
    found.map(|(id, _)| id).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Stamp;

    fn apply(state: &mut State, millis: u64, edits: Vec<Edit>) {
        for change in state.changes_for(edits, Stamp::new(millis, 0, NodeId(1))) {
            state.apply(change);
        }
    }

    fn who(name: &str, unit: &str) -> Identity {
        Identity { name: name.into(), unit: unit.into(), device: "笔记本".into() }
    }

    #[test]
    fn the_first_on_a_laptop_becomes_author_person_and_unit() {
        let mut state = State::default();
        let edits = introduce(&state, NodeId(7), &who(" 沈清禾 ", "云岭镇"));
        apply(&mut state, 1, edits);
        assert_eq!(identity_of(&state, NodeId(7)), who("沈清禾", "云岭镇"));
        let unit = RecordId::derived(Kind::Unit, &["云岭镇"]);
        let person = RecordId::derived(Kind::Person, &["沈清禾", "云岭镇"]);
        assert_eq!(state.get(person, R::Unit), &Value::Ref(unit));
        assert_eq!(state.get(unit, U::Name).as_text(), Some("云岭镇"));
    }

    #[test]
    fn a_change_keeps_the_name_it_was_made_under() {
        let mut state = State::default();
        for (millis, name) in [(10, "沈清禾"), (20, "沈禾")] {
            let edits = introduce(&state, NodeId(1), &who(name, "云岭镇"));
            apply(&mut state, millis, edits);
        }
        let name = |millis| identity_at(&state, Stamp::new(millis, 0, NodeId(1))).name;
        assert_eq!([5, 10, 19, 20, 30].map(name), ["沈清禾", "沈清禾", "沈清禾", "沈禾", "沈禾"]);
        assert_eq!(identity_at(&state, Stamp::new(5, 0, NodeId(2))), Identity::default());
    }

    #[test]
    fn a_laptop_that_goes_on_under_a_new_node_is_still_its_users() {
        let mut state = State::default();
        let edits = introduce(&state, NodeId(1), &who("沈清禾", "云岭镇"));
        apply(&mut state, 1, edits);
        let edits = hand_over(&state, NodeId(1), NodeId(2));
        apply(&mut state, 2, edits);
        assert_eq!(identity_of(&state, NodeId(2)), who("沈清禾", "云岭镇"));
        assert_eq!(state.count(Kind::Person), 1);
        assert_eq!(hand_over(&state, NodeId(3), NodeId(4)), []);
    }

    #[test]
    fn a_person_and_a_unit_that_are_there_are_not_added_again() {
        let mut state = State::default();
        let unit = RecordId::new(Kind::Unit, 5);
        let person = RecordId::new(Kind::Person, 6);
        apply(
            &mut state,
            1,
            vec![
                Edit::new(unit, U::Name, Value::text("云岭镇")),
                Edit::new(person, R::Name, Value::text("沈清禾")),
                Edit::new(person, R::Unit, Value::Ref(unit)),
            ],
        );
        let edits = introduce(&state, NodeId(7), &who("沈清禾", "云岭镇"));
        apply(&mut state, 2, edits);
        assert_eq!((state.count(Kind::Unit), state.count(Kind::Person)), (1, 1));
        let namesake = introduce(&state, NodeId(8), &who("沈清禾", "高新区"));
        apply(&mut state, 3, namesake);
        assert_eq!((state.count(Kind::Unit), state.count(Kind::Person)), (2, 2), "a namesake elsewhere");
    }
}
