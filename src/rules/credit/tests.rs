use super::*;
use crate::domain::{Field, Kind, Value};
use crate::ledger::{Edit, NodeId, Stamp};
use proptest::prelude::*;

fn day(year: i32, month: u32, of_month: u32) -> Date {
    Date::ymd(year, month, of_month).expect("a day")
}

fn unit(key: u64) -> RecordId {
    RecordId::new(Kind::Unit, key)
}

fn transfer(key: u64, from: u64, to: u64, on: Date, kept: i64, until: Option<Date>) -> Transfer {
    let id = RecordId::new(Kind::Transfer, key);
    Transfer { id, from: Some(unit(from)), to: Some(unit(to)), on: Some(on), kept, until }
}

fn told(shares: Vec<Share>) -> Vec<(u64, i64)> {
    shares.into_iter().map(|share| (share.unit.key, share.share)).collect()
}

/// 宁德 R18: 5:5 for five years; after that it is the host's alone.
#[test]
fn half_and_half_for_five_years() {
    let moved = [transfer(1, 1, 2, day(2021, 3, 1), 5000, Some(day(2026, 3, 1)))];
    assert_eq!(told(shares(Some(unit(1)), &moved, day(2021, 2, 28))), [(1, 10_000)]);
    assert_eq!(told(shares(Some(unit(1)), &moved, day(2021, 3, 1))), [(1, 5000), (2, 5000)]);
    assert_eq!(told(shares(Some(unit(1)), &moved, day(2026, 2, 28))), [(1, 5000), (2, 5000)]);
    assert_eq!(told(shares(Some(unit(1)), &moved, day(2026, 3, 1))), [(2, 10_000)]);
}

/// 集美 R19: introducer 3, host 7; the host hands it on by half.
#[test]
fn a_second_transfer_divides_what_the_giver_has() {
    let moved =
        [transfer(1, 1, 2, day(2024, 1, 1), 3000, None), transfer(2, 2, 3, day(2025, 1, 1), 5000, None)];
    assert_eq!(told(shares(Some(unit(1)), &moved, day(2024, 6, 1))), [(2, 7000), (1, 3000)]);
    assert_eq!(told(shares(Some(unit(1)), &moved, day(2025, 6, 1))), [(2, 3500), (3, 3500), (1, 3000)]);
    let back = [moved[0].clone(), transfer(2, 2, 1, day(2025, 1, 1), 0, None)];
    assert_eq!(told(shares(Some(unit(1)), &back, day(2025, 6, 1))), [(1, 10_000)]);
}

#[test]
fn what_cannot_move_stays() {
    let from_a_stranger = [transfer(1, 9, 2, day(2024, 1, 1), 5000, None)];
    assert_eq!(told(shares(Some(unit(1)), &from_a_stranger, day(2025, 1, 1))), [(1, 10_000)]);
    assert_eq!(told(shares(None, &from_a_stranger, day(2025, 1, 1))), [(2, 5000), (9, 5000)]);
    assert_eq!(told(shares(None, &[], day(2025, 1, 1))), []);
}

#[test]
fn a_transfer_is_read_with_the_units_that_stand_now() {
    let (id, project) = (RecordId::new(Kind::Transfer, 1), RecordId::new(Kind::Project, 1));
    let edits = vec![
        Edit::new(unit(8), Field::MERGED_INTO, Value::Ref(unit(1))),
        Edit::new(id, T::Project, Value::Ref(project)),
        Edit::new(id, T::From, Value::Ref(unit(8))),
        Edit::new(id, T::To, Value::Ref(unit(2))),
        Edit::new(id, T::On, Value::Date(day(2024, 2, 29))),
        Edit::new(id, T::Kept, Value::Int(12_000)),
        Edit::new(id, T::Years, Value::Int(1)),
    ];
    let mut state = State::default();
    for change in state.changes_for(edits, Stamp::new(1, 0, NodeId(1))) {
        state.apply(change);
    }
    let expected = transfer(1, 1, 2, day(2024, 2, 29), WHOLE, Some(day(2025, 2, 28)));
    assert_eq!(transfers(&state, &[id]), [expected]);
}

#[test]
fn a_transferred_project_is_the_receivers_and_the_agreement_reads_back() {
    let (id, project) = (RecordId::new(Kind::Transfer, 1), RecordId::new(Kind::Project, 1));
    let agreement = Agreement {
        from: unit(1),
        to: unit(2),
        on: day(2026, 3, 1),
        kept: 3000,
        years: Some(3),
        agreed_by: String::new(),
        reason: "用地不符".to_owned(),
    };
    let mut state = State::default();
    let edits = super::transfer(&state, id, project, &agreement, "已流转");
    for change in state.changes_for(edits, Stamp::new(1, 0, NodeId(1))) {
        state.apply(change);
    }
    assert_eq!(state.get(project, P::FirstTalkUnit), &Value::Ref(unit(1)), "who had it first stays known");
    assert_eq!(state.get(project, P::Unit), &Value::Ref(unit(2)));
    assert_eq!(state.get(project, P::TransferState).as_text(), Some("已流转"));
    let read = transfers(&state, &[id]);
    assert_eq!(read, [transfer(1, 1, 2, day(2026, 3, 1), 3000, Some(day(2029, 3, 1)))]);
}

proptest! {
    #[test]
    fn the_shares_are_always_the_whole(
        moves in prop::collection::vec((0u64..5, 0u64..5, 0i32..2000, 0i64..=10_000, prop::option::of(0i32..3000)), 0..12),
        on in 0i32..4000,
    ) {
        let start = day(2020, 1, 1);
        let transfers: Vec<Transfer> = moves
            .into_iter()
            .zip(0..)
            .map(|((from, to, at, kept, until), key)| {
                transfer(key, from, to, start.plus(at), kept, until.map(|days| start.plus(days)))
            })
            .collect();
        let shares = shares(Some(unit(0)), &transfers, start.plus(on));
        prop_assert_eq!(shares.iter().map(|share| share.share).sum::<i64>(), WHOLE);
        prop_assert!(shares.iter().all(|share| share.share > 0));
    }
}
