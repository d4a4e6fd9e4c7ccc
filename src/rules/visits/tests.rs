//! Counts worked out by hand, with records on the first and last day of the period and beside it.

use super::*;
use crate::domain::field::UnitField as U;
use crate::domain::{Field, Money, Value};
use crate::ledger::{CellKey, Edit, NodeId, Stamp};

const TOWN: RecordId = RecordId::new(Kind::Unit, 1);
const BUREAU: RecordId = RecordId::new(Kind::Unit, 2);
const LEADER: RecordId = RecordId::new(Kind::Person, 1);
const IDLE: RecordId = RecordId::new(Kind::Person, 2);
const HEAD: RecordId = RecordId::new(Kind::Person, 3);

fn on(text: &str) -> Date {
    Date::parse_iso(text).expect("a day")
}

fn september() -> (Date, Date) {
    (on("2026-09-01"), on("2026-09-30"))
}

fn set(state: &mut State, record: RecordId, cell: impl Into<CellKey>, value: Value) {
    let edit = Edit::new(record, cell, value);
    for change in state.changes_for(vec![edit], Stamp::new(1, 0, NodeId(1))) {
        state.apply(change);
    }
}

fn office() -> State {
    let mut state = State::default();
    set(&mut state, TOWN, U::Name, Value::text("云岭镇"));
    set(&mut state, BUREAU, U::Name, Value::text("商务局"));
    for leader in [LEADER, IDLE] {
        set(&mut state, leader, R::LeaderLevel, Value::text("县级领导"));
    }
    state
}

#[test]
fn receptions_count_batches_people_and_intentions() {
    let mut state = office();
    let reception = |key| RecordId::new(Kind::Reception, key);
    for (key, day) in [(1, "2026-09-01"), (2, "2026-09-30"), (3, "2026-08-31"), (4, "2026-10-01")] {
        set(&mut state, reception(key), J::On, Value::Date(on(day)));
        set(&mut state, reception(key), J::Unit, Value::Ref(TOWN));
        set(&mut state, reception(key), J::Headcount, Value::Int(3));
    }
    set(&mut state, reception(1), J::Amount, Value::Money(Money::yuan(20_000_000)));
    set(&mut state, reception(1), J::Leader, Value::Ref(LEADER));
    set(&mut state, reception(2), J::Intent, Value::text("拟建二期"));
    set(&mut state, reception(5), J::Headcount, Value::Int(9));
    let counted = receptions_by_unit(&state, &OfficeRules::default(), september());
    // Two of September, three people each; an amount and an intention in words are two intentions.
    let expected = Visits { batches: 2, people: 6, intents: 2, amount: 20_000_000, projects: 0 };
    assert_eq!(counted.rows.len(), 2);
    assert!(counted.rows.contains(&Line { of: Some(TOWN), tally: expected.clone() }));
    assert!(counted.rows.contains(&Line { of: Some(BUREAU), tally: Visits::default() }));
    assert_eq!((counted.total, counted.undated), (expected, 1));
    let counted = receptions_by_leader(&state, &OfficeRules::default(), september());
    let rows: Vec<_> = counted.rows.iter().map(|line| (line.of, line.tally.batches)).collect();
    assert_eq!(rows, [(Some(LEADER), 1), (None, 1)]);
}

#[test]
fn events_tell_what_each_gave_and_a_project_counts_once_in_all() {
    let mut state = office();
    let event = |key| RecordId::new(Kind::PromotionEvent, key);
    let project = RecordId::new(Kind::Project, 7);
    for (key, day, contacts) in [(1, "2026-09-01", 10), (2, "2026-09-30", 5), (3, "2026-10-01", 99)] {
        set(&mut state, event(key), H::On, Value::Date(on(day)));
        set(&mut state, event(key), H::Contacts, Value::Int(contacts));
        set(&mut state, event(key), H::Cost, Value::Money(Money::yuan(1_000)));
        let element = state.names_mut().element(&project.to_string());
        set(&mut state, event(key), CellKey::of(H::Signings, element), Value::Bool(true));
    }
    let counted = events(&state, &OfficeRules::default(), &|_| 50_000_000, september());
    let rows: Vec<_> = counted.rows.iter().map(|line| (line.of, line.tally.signings)).collect();
    assert_eq!(rows, [(Some(event(2)), 1), (Some(event(1)), 1)], "the latest first");
    let expected =
        Events { events: 2, contacts: 15, leads: 0, signings: 1, signed_yuan: 50_000_000, cost: 2_000 };
    assert_eq!(counted.total, expected);
}

#[test]
fn every_county_leader_has_a_line() {
    let mut state = office();
    let works = ["研究方案", "会见客商"].map(str::to_owned);
    let activity = |key| RecordId::new(Kind::LeaderActivity, key);
    let days = ["2026-09-01", "2026-09-30", "2026-08-31", "2026-09-15", "2026-09-15"];
    for (key, day) in (1..).zip(days) {
        set(&mut state, activity(key), N::On, Value::Date(on(day)));
        set(&mut state, activity(key), N::Person, Value::Ref(LEADER));
        set(&mut state, activity(key), N::Work, Value::text("会见客商"));
    }
    set(&mut state, activity(4), N::Person, Value::Ref(HEAD));
    set(&mut state, activity(5), Field::DELETED, Value::Bool(true));
    let counted = leader_works(&state, &works, september());
    let rows: Vec<_> = counted.rows.iter().map(|line| (line.of, line.tally.each.clone())).collect();
    assert_eq!(rows, [(Some(LEADER), vec![0, 2]), (Some(HEAD), vec![0, 1]), (Some(IDLE), vec![0, 0])]);
    assert_eq!((counted.total.all, counted.total.each), (3, vec![0, 3]));
}
