//! Round trips of anything that can be a change, and bytes that are not ours.

use super::*;
use crate::domain::field::ProjectField as P;
use crate::domain::id::base32;
use crate::domain::{Currency, Date, Field, Kind, Milestone, Money, RecordId, Value};
use crate::ledger::{CellKey, Change, Names, NodeId, Stamp, State, VersionVector};
use crate::store::persist::wire::{Malformed, Writer};
use proptest::prelude::*;

fn any_stamp() -> impl Strategy<Value = Stamp> {
    let near = (0u64..4, 0u64..3).prop_map(|(t, n)| Stamp::new(1_790_000_000_000 + t, 0, NodeId(n)));
    let far = (any::<u64>(), any::<u64>()).prop_map(|(time, node)| Stamp { time, node: NodeId(node) });
    prop_oneof![4 => near, 1 => far]
}

fn any_id() -> impl Strategy<Value = RecordId> {
    let kind = prop::sample::select(Kind::ALL);
    (kind, prop_oneof![4 => 0u64..3, 1 => any::<u64>()]).prop_map(|(kind, key)| RecordId::new(kind, key))
}

fn any_value() -> impl Strategy<Value = Value> {
    let money = |units, currency| Value::Money(Money { units, currency });
    prop_oneof![
        Just(Value::Empty),
        "[甲乙丙a]{0,3}".prop_map(|text| Value::Text(text.into())),
        any::<i64>().prop_map(Value::Int),
        any::<bool>().prop_map(Value::Bool),
        Date::RANGE.prop_map(|days| Date::from_days(days).map_or(Value::Empty, Value::Date)),
        (0i64..50).prop_map(move |wan| money(wan * 10_000, Currency::CNY)),
        (any::<i64>(), prop::sample::select(Currency::ALL)).prop_map(move |(n, c)| money(n, c)),
        any_id().prop_map(Value::Ref),
        "[0-9]{0,3}".prop_map(|json| Value::Unknown(json.into())),
    ]
}

/// Words that the names of every test have given these numbers.
fn names() -> Names {
    let mut names = Names::default();
    for word in ["签约/协议", "甲", "乙"] {
        names.element(word);
    }
    for word in ["carbon", "credits"] {
        names.unknown_field(word);
    }
    names
}

fn any_cell() -> impl Strategy<Value = CellKey> {
    let field =
        prop_oneof![(0u16..12).prop_map(Field), (0u16..2).prop_map(|n| Field(Field::FIRST_UNKNOWN + n))];
    (field, 0u32..14).prop_map(|(field, element)| CellKey { field, element })
}

fn any_change() -> impl Strategy<Value = Change> {
    let over = prop::collection::vec(any_stamp(), 0..3);
    (any_id(), any_cell(), any_value(), any_stamp(), over)
        // A field number of another kind has no word to be written under.
        .prop_filter("own fields", |(id, cell, ..)| {
            let of_foreign = [Field::FOREIGN_KIND, Field::FOREIGN_ID].contains(&cell.field);
            let declared = cell.field.is_unknown() || cell.field.def(id.kind).is_some();
            declared && (!of_foreign || id.kind == Kind::Foreign)
        })
        .prop_map(|(record, cell, value, stamp, over)| Change {
            record,
            cell,
            value,
            stamp,
            over: over.into(),
        })
}

fn any_have() -> impl Strategy<Value = VersionVector> {
    prop::collection::vec(any_stamp(), 0..3).prop_map(VersionVector::from_iter)
}

fn encoded(changes: &[Change], have: &VersionVector, names: &Names) -> Vec<u8> {
    encode(&changes.iter().collect::<Vec<_>>(), have, names)
}

/// Changes in an order of their own, each once.
fn sorted(changes: impl IntoIterator<Item = Change>) -> Vec<Change> {
    let mut changes: Vec<Change> = changes.into_iter().collect();
    let key = |c: &Change| (c.record, c.cell, c.stamp, c.value.clone(), c.over.clone());
    changes.sort_by_key(key);
    changes.dedup();
    changes
}

fn everything(state: &State) -> Vec<Change> {
    let ids = Kind::ALL.iter().flat_map(|&kind| state.records(kind).map(|(id, _)| id));
    sorted(ids.flat_map(|id| state.changes_of(id)))
}

proptest! {
    #[test]
    fn every_change_comes_back(changes in prop::collection::vec(any_change(), 0..40), have in any_have()) {
        let bytes = encoded(&changes, &have, &names());
        let batch = decode(&bytes, &mut names()).expect("our own bytes");
        prop_assert_eq!(&batch.have, &have);
        prop_assert_eq!(batch.len(), sorted(changes.clone()).len());
        prop_assert_eq!(sorted(batch.into_changes()), sorted(changes));
    }

    #[test]
    fn the_bytes_follow_from_the_set_alone(
        (changes, shuffled) in prop::collection::vec(any_change(), 0..20).prop_flat_map(|changes| {
            let twice = [changes.clone(), changes.clone()].concat();
            (Just(changes), Just(twice).prop_shuffle())
        })
    ) {
        let have = VersionVector::default();
        prop_assert_eq!(encoded(&changes, &have, &names()), encoded(&shuffled, &have, &names()));
    }

    #[test]
    fn sessions_that_number_words_otherwise_read_each_other(changes in prop::collection::vec(any_change(), 0..20)) {
        let have = VersionVector::default();
        let mut other = Names::default();
        other.element("乙");
        other.unknown_field("credits");
        let there = decode(&encoded(&changes, &have, &names()), &mut other).expect("our own bytes");
        let there: Vec<Change> = there.into_changes().collect();
        let back = decode(&encoded(&there, &have, &other), &mut names()).expect("our own bytes");
        prop_assert_eq!(sorted(back.into_changes()), sorted(changes));
    }

    #[test]
    fn folding_a_batch_is_applying_its_changes(
        before in prop::collection::vec(any_change(), 0..20),
        changes in prop::collection::vec(any_change(), 0..20),
    ) {
        let mut one_by_one = State::default();
        before.iter().chain(&changes).for_each(|change| { one_by_one.apply(change.clone()); });
        let mut at_once = State::default();
        *at_once.names_mut() = names();
        for part in [&before, &changes] {
            let bytes = encoded(part, &VersionVector::default(), &names());
            decode(&bytes, at_once.names_mut()).expect("our own bytes").fold_into(&mut at_once);
        }
        prop_assert_eq!(everything(&at_once), everything(&one_by_one));
        prop_assert_eq!(at_once.conflicts(), one_by_one.conflicts());
    }

    #[test]
    fn cut_or_changed_bytes_are_refused_or_read_but_never_fatal(
        changes in prop::collection::vec(any_change(), 1..12),
        hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = encoded(&changes, &VersionVector::default(), &names());
        let cut = cut.index(bytes.len());
        prop_assert!(decode(&bytes[..cut], &mut names()).is_err());
        for (at, byte) in hits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(batch) = decode(&bytes, &mut names()) {
            batch.fold_into(&mut State::default());
        }
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(batch) = decode(&bytes, &mut Names::default()) {
            batch.fold_into(&mut State::default());
        }
    }
}

fn change(record: RecordId, field: impl Into<Field>, value: Value) -> Change {
    let stamp = Stamp::new(5, 0, NodeId(1));
    Change { record, cell: CellKey::one(field), value, stamp, over: Box::default() }
}

#[test]
fn a_record_of_a_newer_kind_is_written_under_its_own_name() {
    let written = format!("t-{}", base32(77));
    let id = RecordId::foreign("trip", &written);
    let changes = [
        change(id, Field::FOREIGN_KIND, Value::text("trip")),
        change(id, Field::FOREIGN_ID, Value::text(&written)),
        change(RecordId::new(Kind::Project, 1), P::Remark, Value::Ref(id)),
    ];
    let bytes = encoded(&changes, &VersionVector::default(), &Names::default());
    let batch = decode(&bytes, &mut Names::default()).expect("our own bytes");
    assert_eq!(sorted(batch.into_changes()), sorted(changes.clone()));
    // A version that knows trips writes no such cells; this one adds them when it reads.
    let native = encode_as_newer(77);
    let batch = decode(&native, &mut Names::default()).expect("bytes of a newer version");
    let mut state = State::default();
    batch.fold_into(&mut state);
    assert_eq!(state.get(id, Field::FOREIGN_ID), &Value::text(&written));
    assert_eq!(state.get(id, Field::FOREIGN_KIND), &Value::text("trip"));
    assert_eq!(state.get(id, Field::DELETED), &Value::Bool(true));
}

/// A deleted project, written by a version in which projects are called trips.
fn encode_as_newer(key: u64) -> Vec<u8> {
    let change = change(RecordId::new(Kind::Project, key), Field::DELETED, Value::Bool(true));
    let bytes = encoded(&[change], &VersionVector::default(), &Names::default());
    let text = |word: &str| [&[word.len() as u8][..], word.as_bytes()].concat();
    replace(&replace(&bytes, &text("project"), &text("trip")), b"p\x01", b"t\x01")
}

#[test]
fn a_record_written_before_its_kind_was_known_becomes_native() {
    let id = RecordId::foreign("trip", &format!("t-{}", base32(77)));
    let changes = [
        change(id, Field::FOREIGN_KIND, Value::text("trip")),
        change(id, Field::FOREIGN_ID, Value::text(&format!("t-{}", base32(77)))),
        change(id, Field::DELETED, Value::Bool(true)),
        change(RecordId::new(Kind::Project, 1), P::Remark, Value::Ref(id)),
    ];
    let bytes = encoded(&changes, &VersionVector::default(), &Names::default());
    // As if this version called contacts trips.
    let text = |word: &str| [&[word.len() as u8][..], word.as_bytes()].concat();
    let bytes = replace(&bytes, &text("trip"), &text("contact"));
    let batch = decode(&bytes, &mut Names::default()).expect("our own bytes");
    let contact = RecordId::new(Kind::Contact, 77);
    let expected = [
        change(contact, Field::DELETED, Value::Bool(true)),
        change(RecordId::new(Kind::Project, 1), P::Remark, Value::Ref(contact)),
    ];
    assert_eq!(sorted(batch.into_changes()), sorted(expected));
}

fn replace(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = bytes.windows(from.len()).position(|window| window == from).expect("the word is written");
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}

#[test]
fn history_of_a_cell_costs_no_lists() {
    let id = RecordId::new(Kind::Project, 1);
    let cell = CellKey::of(P::MilestoneDate, Milestone::Signed.element());
    let at = |millis| Stamp::new(millis, 0, NodeId(1));
    let changes: Vec<Change> = (1..=50u64)
        .map(|n| Change {
            record: id,
            cell,
            value: Value::Int(n as i64),
            stamp: at(n),
            over: if n == 1 { Box::default() } else { [at(n - 1)].into() },
        })
        .collect();
    assert!(encoded(&changes, &VersionVector::default(), &Names::default()).len() < 50 * 8);
}

#[test]
fn a_few_bytes_cannot_ask_for_endless_memory() {
    // A thousand records, and a hundred thousand columns of four bytes that each claim all of them.
    let mut w = Writer::default();
    w.len(1);
    w.fixed(1);
    w.len(0);
    w.len(3);
    ["project", "name", ""].into_iter().for_each(|word| w.text(word));
    w.0.extend([1, 0, b'p']);
    w.len(1000);
    (0..1000).for_each(|key| w.fixed(key));
    w.0.extend([0, 0, 0]);
    w.0.extend([0; 1000 + 1 + 1000 + 1000]);
    w.len(100_000);
    (0..100_000).for_each(|_| w.0.extend([1, 2, 0, 0]));
    assert_eq!(decode(&w.0, &mut Names::default()).err(), Some(Malformed::TooLarge));
}
