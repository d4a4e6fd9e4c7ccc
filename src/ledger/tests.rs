//! Properties of the fold: order does not matter, twice is once, heads decide conflicts.

use super::*;
use crate::domain::field::{OfficeField, ProjectField as P};
use crate::domain::{Field, Kind, RecordId, Value};
use proptest::prelude::*;

/// Everything that can be asked of a state, in a form that compares.
fn account(state: &State) -> (Vec<Change>, Vec<Conflict>) {
    let mut ids: Vec<RecordId> = Kind::ALL.iter().flat_map(|&k| state.records(k).map(|(id, _)| id)).collect();
    ids.sort_unstable();
    (ids.iter().flat_map(|&id| state.changes_of(id)).collect(), state.conflicts())
}

fn fold(changes: impl IntoIterator<Item = Change>) -> State {
    let mut state = State::default();
    for change in changes {
        state.apply(change);
    }
    state
}

fn project(key: u64) -> RecordId {
    RecordId::new(Kind::Project, key)
}

/// One office: a state, a clock, and a wall clock that is wrong in its own way.
struct Office {
    state: State,
    clock: Clock,
    skew: u64,
}

impl Office {
    fn new(node: u64, skew: u64) -> Self {
        Self { state: State::default(), clock: Clock::new(NodeId(node)), skew }
    }

    fn set(&mut self, at: u64, id: RecordId, field: P, value: &str) -> Vec<Change> {
        let stamp = self.clock.tick(at + self.skew);
        let changes = self.state.changes_for(vec![Edit::new(id, field, Value::text(value))], stamp);
        self.take(&changes);
        changes
    }

    fn take(&mut self, changes: &[Change]) {
        for change in changes {
            self.clock.observe(change.stamp);
            self.state.apply(change.clone());
        }
    }

    fn all(&self) -> Vec<Change> {
        account(&self.state).0
    }

    fn show(&self, id: RecordId, field: P) -> &Value {
        self.state.get(id, field)
    }
}

#[test]
fn knowing_of_a_change_makes_no_conflict() {
    let (mut a, mut b) = (Office::new(1, 0), Office::new(2, 1_000_000));
    a.set(1, project(1), P::Remark, "甲");
    b.take(&a.all());
    b.set(2, project(1), P::Remark, "乙");
    a.take(&b.all());
    assert_eq!(a.state.conflicts(), []);
    // Though its wall clock is far behind, a's edit comes after what it has seen.
    a.set(3, project(1), P::Remark, "丙");
    b.take(&a.all());
    assert_eq!(b.show(project(1), P::Remark), &Value::text("丙"));
    assert_eq!(b.state.conflicts(), []);
}

#[test]
fn not_knowing_makes_one_and_an_edit_settles_it() {
    let (mut a, mut b) = (Office::new(1, 0), Office::new(2, 5));
    a.set(1, project(1), P::Remark, "初");
    b.take(&a.all());
    a.set(2, project(1), P::Remark, "甲");
    b.set(2, project(1), P::Remark, "乙");
    let (from_a, from_b) = (a.all(), b.all());
    a.take(&from_b);
    b.take(&from_a);
    assert_eq!(account(&a.state), account(&b.state));
    let conflicts = a.state.conflicts();
    assert_eq!(conflicts.len(), 1);
    let values: Vec<_> = conflicts[0].sides.iter().map(|(_, v)| v.clone()).collect();
    assert_eq!(values, [Value::text("乙"), Value::text("甲")], "the later first");
    // Choosing the value already shown is a choice too.
    a.set(3, project(1), P::Remark, "乙");
    assert_eq!(a.state.conflicts(), []);
    b.take(&a.all());
    assert_eq!(b.state.conflicts(), []);
    assert_eq!(account(&a.state), account(&b.state));
}

#[test]
fn the_same_value_twice_is_no_conflict() {
    let (mut a, mut b) = (Office::new(1, 0), Office::new(2, 5));
    a.set(1, project(1), P::Remark, "同");
    b.set(1, project(1), P::Remark, "同");
    a.take(&b.all());
    assert_eq!(a.state.conflicts(), []);
}

#[test]
fn undo_restores_and_redo_is_the_undo_of_it() {
    let mut a = Office::new(1, 0);
    a.set(1, project(1), P::Name, "一号");
    let change = a.set(2, project(1), P::Remark, "甲").remove(0);
    let undone = inverse(&a.state, change.stamp, None);
    assert_eq!(undone, Undone { edits: vec![Edit::new(project(1), P::Remark, Value::Empty)], kept: 0 });
    let stamp = a.clock.tick(3);
    let back = a.state.changes_for(undone.edits, stamp);
    a.take(&back);
    assert_eq!(a.show(project(1), P::Remark), &Value::Empty);
    let again = inverse(&a.state, stamp, Some(&[project(1)]));
    assert_eq!(again.edits, [Edit::new(project(1), P::Remark, Value::text("甲"))]);
}

#[test]
fn undo_of_a_new_record_deletes_it_and_later_edits_are_kept() {
    let mut a = Office::new(1, 0);
    let born = a.set(1, project(1), P::Name, "一号").remove(0);
    assert_eq!(inverse(&a.state, born.stamp, None).edits, [Edit::delete(project(1))]);
    let first = a.set(2, project(1), P::Remark, "甲").remove(0);
    a.set(3, project(1), P::Remark, "乙");
    assert_eq!(inverse(&a.state, first.stamp, None), Undone { edits: vec![], kept: 1 });
}

#[test]
fn undo_of_the_first_setting_of_an_office_sets_it_back() {
    let mut a = Office::new(1, 0);
    let province = |value| vec![Edit::new(RecordId::OFFICE, OfficeField::Province, value)];
    let stamp = a.clock.tick(1);
    let first = a.state.changes_for(province(Value::text("江苏省")), stamp);
    a.take(&first);
    let undone = inverse(&a.state, stamp, None).edits;
    assert_eq!(undone, province(Value::Empty), "the office itself is never deleted");
}

#[test]
fn duplicates_merged_both_ways_still_stand_for_one() {
    let mut state = State::default();
    let link = |from: u64, to: u64, time| Change {
        record: project(from),
        cell: CellKey::one(crate::domain::Field::MERGED_INTO),
        value: Value::Ref(project(to)),
        stamp: Stamp::new(time, 0, NodeId(1)),
        over: Box::default(),
    };
    state.apply(link(3, 2, 1));
    assert_eq!(state.resolve(project(3)), project(2));
    state.apply(link(2, 1, 2));
    assert_eq!(state.resolve(project(3)), project(1));
    state.apply(link(1, 2, 3));
    for key in 1..=3 {
        assert_eq!(state.resolve(project(key)), project(1));
    }
}

#[test]
fn a_long_chain_of_merges_ends() {
    let merged = |key: u64| {
        let stamp = Stamp::new(key, 0, NodeId(1));
        let value = Value::Ref(project(key + 1));
        Change { record: project(key), cell: Field::MERGED_INTO.into(), value, stamp, over: Box::default() }
    };
    let state = fold((1..1_000).map(merged));
    assert_eq!(state.resolve(project(1_000 - State::LONGEST_CHAIN as u64)), project(1_000));
    assert_eq!(state.resolve(project(1)), project(1 + State::LONGEST_CHAIN as u64));
}

#[test]
fn a_cell_edited_very_often_is_folded_at_once() {
    let cell = CellKey::one(P::Remark);
    let stamp = |n: u64| Stamp::new(n, 0, NodeId(1));
    let change = |n: u64| Change {
        record: project(1),
        cell,
        value: Value::Int(n as i64),
        stamp: stamp(n),
        over: [stamp(n - 1)].into(),
    };
    let state = fold((2..50_000).map(change));
    assert_eq!(*state.heads(project(1), cell), [stamp(49_999)]);
    assert!(state.conflicts().is_empty());
}

/// Any change at all, including ones no honest clock makes.
fn any_change() -> impl Strategy<Value = Change> {
    let stamp = || (1u64..6, 0u64..3).prop_map(|(t, n)| Stamp::new(t, 0, NodeId(n)));
    let value = prop_oneof![
        Just(Value::Empty),
        "[甲乙]".prop_map(|t| Value::text(&t)),
        (0i64..3).prop_map(Value::Int)
    ];
    (0u64..2, 0u32..2, value, stamp(), prop::collection::vec(stamp(), 0..3)).prop_map(
        |(key, element, value, stamp, over)| Change {
            record: project(key),
            cell: CellKey::of(P::Evidence, element),
            value,
            stamp,
            over: over.into(),
        },
    )
}

proptest! {
    #[test]
    fn any_order_any_repetition_gives_the_same_state(
        (once, shuffled) in prop::collection::vec(any_change(), 0..24).prop_flat_map(|changes| {
            let mut twice = changes.clone();
            twice.extend(changes.clone());
            (Just(changes), Just(twice).prop_shuffle())
        })
    ) {
        prop_assert_eq!(account(&fold(once)), account(&fold(shuffled)));
    }

    /// The heads are those that no change covers, whatever came when.
    #[test]
    fn heads_are_what_nothing_covers(changes in prop::collection::vec(any_change(), 0..30)) {
        let state = fold(changes);
        for change in account(&state).0 {
            let all = state.changes_of_cell(change.record, change.cell);
            let heads: Vec<Stamp> = all.iter().map(|c| c.stamp)
                .filter(|stamp| !all.iter().any(|other| other.over.contains(stamp))).collect();
            prop_assert_eq!(&*state.heads(change.record, change.cell), &heads[..]);
        }
    }

    #[test]
    fn union_is_associative(
        a in prop::collection::vec(any_change(), 0..12),
        b in prop::collection::vec(any_change(), 0..12),
        c in prop::collection::vec(any_change(), 0..12),
    ) {
        let ab = account(&fold(a.iter().chain(&b).cloned())).0;
        let bc = account(&fold(b.iter().chain(&c).cloned())).0;
        let left = fold(ab.into_iter().chain(c.iter().cloned()));
        let right = fold(a.iter().cloned().chain(bc));
        prop_assert_eq!(account(&left), account(&right));
    }

    /// N offices with skewed clocks edit and pass changes on at random until all agree.
    #[test]
    fn offices_that_exchange_everything_agree(
        skews in prop::collection::vec(0u64..1_000_000, 2..5),
        steps in prop::collection::vec((0usize..5, 0usize..5, 0u64..3, "[甲乙丙]"), 0..40),
    ) {
        let mut offices: Vec<Office> = skews.iter().zip(1u64..).map(|(&s, n)| Office::new(n, s)).collect();
        let count = offices.len();
        for (time, (who, whom, key, word)) in (1u64..).zip(steps) {
            let (who, whom) = (who % count, whom % count);
            offices[who].set(time, project(key), P::Remark, &word);
            if who != whom {
                let sent = offices[who].all();
                offices[whom].take(&sent);
            }
        }
        let everything: Vec<Change> = offices.iter().flat_map(Office::all).collect();
        for office in &mut offices {
            office.take(&everything);
        }
        for pair in offices.windows(2) {
            prop_assert_eq!(account(&pair[0].state), account(&pair[1].state));
        }
    }
}
