//! The one writer: durable first, nothing half-done, undo, and an index that is always as if new.

mod measured;

use super::*;
use crate::domain::field::{
    CompanyField, FollowUpField as W, FundTrancheField as T, IssueField, OfficeField, PermitField as K,
    PolicyPromiseField as Y, ProjectField as P,
};
use crate::domain::{Date, Field, Kind, Milestone, Money, Stage, Value};
use crate::ledger::CellKey;
use crate::rules::calendar;
use crate::rules::query::Facts;
use crate::rules::search::SearchIndex;
use crate::rules::today::Whose;
use crate::rules::warnings::Kept;
use proptest::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// A journal that keeps nothing and can be told to fail.
#[derive(Clone, Default)]
struct Switch(Rc<Cell<Option<WriteError>>>);

impl Journal for Switch {
    fn append(&mut self, _: &[Change], _: &VersionVector, _: &Names) -> Result<(), WriteError> {
        self.0.get().map_or(Ok(()), Err)
    }
}

fn store() -> (Store, Switch) {
    let switch = Switch::default();
    let journal = Box::new(switch.clone());
    (Store::open(State::default(), VersionVector::default(), Clock::new(NodeId(7)), journal), switch)
}

fn project(key: u64) -> RecordId {
    RecordId::new(Kind::Project, key)
}

fn day(text: &str) -> Value {
    Value::Date(Date::parse_iso(text).expect("a day"))
}

#[test]
fn what_is_done_for_good_is_passed_over_by_undo() {
    let (mut store, _) = store();
    let named = |key, name: &str| vec![Edit::new(project(key), P::Name, Value::text(name))];
    store.execute_for_good(Action::Create, named(1, "一号"), 5).expect("written");
    assert_eq!(store.undo(6), Ok(None));
    store.execute(Action::Create, named(2, "二号"), 7).expect("written");
    store.undo(8).expect("written");
    assert_eq!(store.undo(9), Ok(None));
    assert_eq!(store.state().get(project(1), P::Name).as_text(), Some("一号"));
}

#[test]
fn a_failed_write_changes_nothing() {
    let (mut store, switch) = store();
    switch.0.set(Some(WriteError::Full));
    let edits = vec![Edit::new(project(1), P::Name, Value::text("一号"))];
    assert_eq!(store.execute(Action::Create, edits.clone(), 5), Err(WriteError::Full));
    assert_eq!(store.state().record(project(1)), None);
    assert_eq!(store.revision(), 1);
    assert!(store.undo_stack().next_undo().is_none());
    switch.0.set(None);
    assert!(store.execute(Action::Create, edits, 5).is_ok());
}

#[test]
fn a_new_node_id_is_taken_only_if_that_is_durable() {
    let (mut store, switch) = store();
    let set = |text: &str| vec![Edit::new(project(1), P::Remark, Value::text(text))];
    let first = store.execute(Action::Edit, set("甲"), 5).expect("written").stamp;
    assert!(store.have().covers(first));
    switch.0.set(Some(WriteError::Full));
    assert_eq!(store.go_on_as(NodeId(8), set("乙"), 5), Err(WriteError::Full));
    assert_eq!(store.node(), NodeId(7));
    assert!(store.have().covers(first));
    switch.0.set(None);
    let second = store.go_on_as(NodeId(8), set("乙"), 5).expect("written").stamp;
    assert!(second > first && second.node == NodeId(8));
    assert!(store.have().covers(second) && !store.have().covers(first), "nothing is claimed of the old node");
    assert_eq!(store.undo_stack().next_undo().map(|step| step.stamp), Some(first), "it is no command");
    store.follow_node(NodeId(9));
    assert_eq!(store.execute(Action::Edit, set("丙"), 5).expect("written").stamp.node, NodeId(9));
    assert!(!store.have().covers(second));
}

#[test]
fn undo_and_redo_walk_back_and_forth() {
    let (mut store, _) = store();
    let set = |store: &mut Store, text: &str| {
        let edits = vec![Edit::new(project(1), P::Remark, Value::text(text))];
        store.execute(Action::Edit, edits, 5).expect("written")
    };
    set(&mut store, "甲");
    set(&mut store, "乙");
    set(&mut store, "丙");
    let remark = |store: &Store| store.state().get(project(1), P::Remark).as_text().map(str::to_owned);
    for expected in [Some("乙"), Some("甲")] {
        let receipt = store.undo(5).expect("written").expect("something to undo");
        assert_eq!(receipt.of, Some((Action::Edit, 0)));
        assert_eq!(remark(&store).as_deref(), expected);
    }
    store.redo(5).expect("written").expect("something to redo");
    assert_eq!(remark(&store).as_deref(), Some("乙"));
    set(&mut store, "丁");
    assert_eq!(store.redo(5), Ok(None), "a new command ends redo");
    while store.undo(5).expect("written").is_some() {}
    assert!(store.state().record(project(1)).is_some_and(|r| r.is_deleted()), "undoing its birth deletes it");
    store.redo(5).expect("written");
    assert_eq!(remark(&store).as_deref(), Some("甲"));
    assert!(store.state().record(project(1)).is_some_and(|r| r.is_live()));
}

#[test]
fn stage_and_next_step_follow_the_records() {
    let (mut store, _) = store();
    let follow_up = RecordId::new(Kind::FollowUp, 1);
    let signed = CellKey::of(P::MilestoneDate, Milestone::Signed.element());
    let edits = vec![
        Edit::new(project(1), P::Name, Value::text("一号")),
        Edit::new(project(1), P::TotalInvestment, Value::Money(Money::yuan(350_000_000))),
        Edit::new(project(1), signed, day("2026-03-01")),
        Edit::new(follow_up, W::Project, Value::Ref(project(1))),
        Edit::new(follow_up, W::On, day("2026-03-02")),
        Edit::new(follow_up, W::NextOn, day("2026-03-09")),
    ];
    store.execute(Action::Create, edits, 5).expect("written");
    let summary = store.index().project(project(1)).expect("a summary");
    assert_eq!(
        (summary.stage, summary.total_yuan, summary.follow_ups),
        (Stage::Signed, Some(350_000_000), 1)
    );
    assert_eq!(summary.next.map(|n| n.follow_up), Some(follow_up));
    store
        .execute(Action::Tick, vec![Edit::new(follow_up, W::NextDone, Value::Bool(true))], 6)
        .expect("written");
    assert_eq!(store.index().project(project(1)).and_then(|s| s.next), None);
    store.execute(Action::Delete, vec![Edit::delete(follow_up)], 7).expect("written");
    assert_eq!(store.index().of(Kind::FollowUp, project(1)), []);
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let id = prop_oneof![
        (0u64..3).prop_map(project),
        (0u64..4).prop_map(|key| RecordId::new(Kind::FollowUp, key)),
    ];
    (id, 0u8..5, 0u64..3, any::<bool>()).prop_map(|(id, what, target, flag)| match (id.kind, what) {
        (_, 0) => Edit::new(id, Field::DELETED, Value::Bool(flag)),
        (Kind::Project, 1) => Edit::new(id, Field::MERGED_INTO, Value::Ref(project(target))),
        (Kind::Project, _) => {
            let cell = CellKey::of(P::MilestoneDate, Milestone::ALL[usize::from(what)].element());
            Edit::new(id, cell, if flag { day("2026-01-01") } else { Value::Empty })
        }
        (_, 1 | 2) => Edit::new(id, W::Project, Value::Ref(project(target))),
        (_, 3) => Edit::new(id, W::NextOn, day("2026-02-01")),
        _ => Edit::new(id, W::On, Value::Date(Date::from_days(target as i32).expect("a day"))),
    })
}

/// Projects of investors, with their names and follow-ups; deleted, restored and made one.
fn any_named() -> impl Strategy<Value = Edit> {
    let company = |key| RecordId::new(Kind::Company, key);
    let id = prop_oneof![
        (0u64..3).prop_map(project),
        (0u64..3).prop_map(company),
        (0u64..3).prop_map(|key| RecordId::new(Kind::FollowUp, key)),
    ];
    (id, 0u8..6, 0u64..3, any::<bool>()).prop_map(move |(id, what, target, flag)| match (id.kind, what) {
        (_, 0) => Edit::new(id, Field::DELETED, Value::Bool(flag)),
        (kind, 1) if flag => Edit::new(id, Field::MERGED_INTO, Value::Ref(RecordId::new(kind, target))),
        (_, 1) => Edit::new(id, Field::MERGED_INTO, Value::Empty),
        (Kind::Project, 2 | 3) => Edit::new(id, P::Investor, Value::Ref(company(target))),
        (Kind::Project, _) => Edit::new(id, P::Name, Value::text(["景澄", "模具", ""][target as usize])),
        (Kind::Company, _) => {
            Edit::new(id, CompanyField::Name, Value::text(["甲", "乙", ""][target as usize]))
        }
        _ => Edit::new(id, W::Content, Value::text(["来访", "回访", ""][target as usize])),
    })
}

/// What is judged of two projects: their milestones, owners and plans, all that belongs to them, and the limits.
fn any_judged() -> impl Strategy<Value = Edit> {
    let person = |key| RecordId::new(Kind::Person, key);
    let kinds = [Kind::FollowUp, Kind::FundTranche, Kind::Permit, Kind::PolicyPromise, Kind::Issue];
    let child = (0..kinds.len(), 0u64..2).prop_map(move |(at, key)| RecordId::new(kinds[at], key));
    let id = prop_oneof![
        2 => (0u64..2).prop_map(project),
        4 => child,
        1 => (0u64..2).prop_map(person),
        1 => Just(RecordId::OFFICE),
    ];
    (id, 0u8..8, 0u64..2, any::<bool>(), 0i32..90).prop_map(move |(id, what, target, flag, at)| {
        let on = Value::Date(Date::parse_iso("2026-01-01").expect("a day").plus(at));
        let owner = match id.kind {
            Kind::FollowUp => W::Project.field(),
            Kind::FundTranche => T::Project.field(),
            Kind::Permit => K::Project.field(),
            Kind::PolicyPromise => Y::Project.field(),
            _ => IssueField::Project.field(),
        };
        let milestone = |milestone: Milestone| CellKey::of(P::MilestoneDate, milestone.element());
        match (id.kind, what) {
            (Kind::Office, _) => {
                Edit::new(id, CellKey::of(OfficeField::WarningLimit, 0), Value::Int(at.into()))
            }
            (_, 0) => Edit::new(id, Field::DELETED, Value::Bool(flag)),
            (Kind::Project | Kind::Person, 1) if flag => {
                Edit::new(id, Field::MERGED_INTO, Value::Ref(RecordId::new(id.kind, target)))
            }
            (Kind::Person, _) => Edit::new(id, Field::MERGED_INTO, Value::Empty),
            (Kind::Project, 1) => Edit::new(id, P::Exit, Value::text(["lost", ""][target as usize])),
            (Kind::Project, 2) => Edit::new(id, P::Owner, Value::Ref(person(target))),
            (Kind::Project, 3) => Edit::new(id, milestone(Milestone::Negotiating), on),
            (Kind::Project, 4) => Edit::new(id, milestone(Milestone::Signed), on),
            (Kind::Project, 5) => Edit::new(id, P::YearPlan, Value::Money(Money::yuan(1_000_000))),
            (Kind::Project, _) => Edit::new(id, P::PromisedStart, on),
            (_, 1..=4) => Edit::new(id, owner, Value::Ref(project(target))),
            (Kind::FollowUp, _) => Edit::new(id, W::On, on),
            (Kind::FundTranche, 5) => Edit::new(id, T::ArrivedOn, on),
            (Kind::FundTranche, _) => Edit::new(id, T::Amount, Value::Money(Money::yuan(200_000))),
            (Kind::Permit, _) => Edit::new(id, if flag { K::DueOn } else { K::DoneOn }, on),
            (Kind::PolicyPromise, _) => Edit::new(id, if flag { Y::DueOn } else { Y::PaidOn }, on),
            _ => Edit::new(id, if flag { IssueField::DueOn } else { IssueField::SolvedOn }, on),
        }
    })
}

proptest! {
    /// Whatever is done, and whatever day it is, the warnings kept are what judging all anew would give.
    #[test]
    fn the_warnings_are_always_as_if_judged_anew(
        commands in prop::collection::vec((prop::collection::vec(any_judged(), 1..5), 0i32..3), 0..24),
    ) {
        let (mut store, _) = store();
        // The numbers of elements are given by the store.
        let limit = store.element("permit.yellow");
        let (mut kept, mut seen) = (Kept::default(), 0);
        let (mut dated, mut seen_days) = (calendar::Kept::default(), 0);
        let mut today = Date::parse_iso("2026-02-20").expect("a day");
        for (wall, (mut edits, days)) in (1u64..).zip(commands) {
            for edit in edits.iter_mut().filter(|edit| edit.record == RecordId::OFFICE) {
                edit.cell.element = limit;
            }
            store.execute(Action::Edit, edits, wall).expect("written");
            today = today.plus(days / 2 * 20);
            if wall % 2 == 0 {
                kept.refresh(&store, store.touched_unseen(&mut seen).as_deref(), today);
                let mut anew = Kept::default();
                anew.refresh(&store, None, today);
                prop_assert_eq!(&kept, &anew);
                let (state, from) = (store.state(), today.plus(-90));
                dated.refresh(state, store.touched_unseen(&mut seen_days).as_deref());
                let asked = calendar::Asked { whose: Whose::All, from, until: today.plus(90), today };
                prop_assert_eq!(dated.entries(state, asked), calendar::entries(state, asked));
            }
        }
    }

    /// Whatever is done, the index is what building it anew would give.
    #[test]
    fn the_index_is_always_as_if_new(commands in prop::collection::vec(prop::collection::vec(any_edit(), 1..4), 0..20)) {
        let (mut store, _) = store();
        for (wall, edits) in (1u64..).zip(commands) {
            store.execute(Action::Edit, edits, wall).expect("written");
            let fresh = Index::build(store.state());
            for key in 0..3 {
                let id = project(key);
                prop_assert_eq!(store.index().project(id), fresh.project(id));
                prop_assert_eq!(store.index().of(Kind::FollowUp, id), fresh.of(Kind::FollowUp, id));
            }
        }
    }

    /// Whatever is done, the search knows what making it ready anew would give.
    #[test]
    fn the_search_is_always_as_if_new(commands in prop::collection::vec(prop::collection::vec(any_named(), 1..4), 0..20)) {
        let (mut store, _) = store();
        let (mut search, mut revision) = (SearchIndex::build(store.state()), store.revision());
        for (wall, edits) in (1u64..).zip(commands) {
            store.execute(Action::Edit, edits, wall).expect("written");
            if wall % 3 == 0 {
                search.refresh(store.state(), &store.touched_since(revision).expect("few"));
                revision = store.revision();
                prop_assert_eq!(&search, &SearchIndex::build(store.state()));
            }
        }
    }
}

#[test]
fn what_is_supposed_shows_in_the_snapshot_alone() {
    let (mut store, _) = store();
    let cell = CellKey::of(P::MilestoneDate, Milestone::Started.element());
    let started = |facts: &dyn Facts| facts.state().get(project(1), cell).as_date();
    store.execute(Action::Create, vec![Edit::new(project(1), cell, day("2026-05-01"))], 5).expect("written");
    let supposed = Snapshot::supposing(&store, vec![Edit::new(project(1), cell, day("2026-06-30"))]);
    assert_eq!(started(&supposed), Date::parse_iso("2026-06-30"));
    assert_eq!(started(&store), Date::parse_iso("2026-05-01"));
    assert_eq!((store.revision(), supposed.state().conflicts().len()), (2, 0));
}
