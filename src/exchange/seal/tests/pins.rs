//! What is remembered of keys and seals.

use super::*;
use proptest::prelude::*;

const DAY: u64 = 24 * 3600 * 1000;

/// Seals of one history, one a day.
fn daily(days: u64) -> Vec<Seal> {
    let mut chain = Chain::new(NodeId(1));
    let mut seals = Vec::new();
    for day in 0..days {
        let state = state_of([change(1, Value::Int(day as i64), at(day * DAY, 1), &[])]);
        let told = Held::of(&state).told(|_| true);
        chain.push(&told);
        seals.extend(Seal::make(&key(1), &chain));
    }
    seals
}

#[test]
fn the_latest_is_kept_and_one_a_month_before() {
    let all = daily(100);
    let mut seals = Seals::default();
    for seal in &all {
        seals.keep(seal);
        assert_eq!(seals.latest(NodeId(1)), Some(seal));
    }
    let kept = seals.seals(NodeId(1));
    assert!((4..=5).contains(&kept.len()), "{}", kept.len());
    // In whatever order they come.
    let mut other = Seals::default();
    all.iter().rev().for_each(|seal| other.keep(seal));
    assert_eq!(other, seals);
}

#[test]
fn two_years_are_kept() {
    let mut seals = Seals::default();
    daily(1000).iter().step_by(15).for_each(|seal| seals.keep(seal));
    assert_eq!(seals.seals(NodeId(1)).len(), 24);
}

#[test]
fn what_was_written_reads_back() {
    let mut seals = Seals::default();
    daily(70).iter().for_each(|seal| seals.keep(seal));
    seals.trust(NodeId(2), key(2).public());
    assert_eq!(Seals::read(&seals.write()), seals);
    assert!(seals.get(NodeId(2)).is_some_and(|pinned| pinned.trusted));
    assert!(!seals.get(NodeId(1)).is_some_and(|pinned| pinned.trusted));
}

#[test]
fn what_is_remembered_outlives_damage_elsewhere() {
    let mut seals = Seals::default();
    daily(3).iter().for_each(|seal| seals.keep(seal));
    seals.trust(NodeId(2), key(2).public());
    let damaged = seals.write().replacen("\"count\":3", "\"count\":3,\"until\":\"x\"", 1);
    assert_eq!(Seals::read(&damaged), Seals::default(), "a key twice is no JSON of ours");
    let damaged = seals.write().replacen("until\":\"1", "until\":\"x", 1);
    let left = Seals::read(&damaged);
    assert_eq!(left.get(NodeId(2)), seals.get(NodeId(2)));
    assert_eq!(left.seals(NodeId(1)), []);
}

proptest! {
    #[test]
    fn damaged_memory_never_panics(at in any::<prop::sample::Index>(), with in "[ -~]{0,3}") {
        let mut seals = Seals::default();
        daily(2).iter().for_each(|seal| seals.keep(seal));
        let mut text = seals.write();
        let at = at.index(text.len());
        text.replace_range(at..=at, &with);
        for (node, pinned) in Seals::read(&text).iter() {
            prop_assert!(!pinned.trusted || node != NodeId(1) || text.contains("true"));
        }
    }
}
