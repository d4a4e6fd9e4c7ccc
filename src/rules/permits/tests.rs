//! Plans at the edges of their days.

use super::*;
use crate::domain::Value;
use crate::ledger::{Edit, NodeId, Stamp};

fn on(text: &str) -> Date {
    Date::parse_iso(text).expect("a day")
}

fn permit(key: u64, phase: i64, days: i32) -> Permit {
    Permit {
        id: RecordId::new(Kind::Permit, key),
        project: Some(RecordId::new(Kind::Project, 1)),
        name: format!("permit {key}"),
        phase,
        department: None,
        times: Times { days, ..Times::default() },
        planned_for: None,
    }
}

fn planned(key: u64, phase: i64, days: i32, due: &str) -> Permit {
    let times = Times { days, due: Some(on(due)), ..Times::default() };
    Permit { times, planned_for: Some(on(due)), ..permit(key, phase, days) }
}

/// The same permit with another of its days.
fn with(mut permit: Permit, change: impl FnOnce(&mut Times)) -> Permit {
    change(&mut permit.times);
    permit
}

fn write(state: &mut State, wall: u64, edits: Vec<Edit>) {
    for change in state.changes_for(edits, Stamp::new(wall, 0, NodeId(1))) {
        state.apply(change);
    }
}

#[test]
fn the_phases_follow_each_other_back_from_the_promised_start() {
    // Start 30 September. Phase 3 takes 7 days: ends 30 September, begins 23 September. Phase 2 ends 23 September and
    // its longest takes 20: the one of 20 begins 3 September, the one of 5 begins 18 September. Phase 1 ends 3
    // September, takes 3: begins 31 August. Gaps between the numbers of phases mean nothing.
    let slots = backwards(&[(1, 3), (2, 20), (2, 5), (7, 7)], on("2026-09-30"));
    let days: Vec<_> = slots.iter().map(|slot| (slot.begin.to_string(), slot.end.to_string())).collect();
    let day = |begin: &str, end: &str| (begin.to_owned(), end.to_owned());
    assert_eq!(
        days,
        [
            day("2026-08-31", "2026-09-03"),
            day("2026-09-03", "2026-09-23"),
            day("2026-09-18", "2026-09-23"),
            day("2026-09-23", "2026-09-30"),
        ]
    );
    assert_eq!(backwards(&[], on("2026-09-30")), []);
}

#[test]
fn a_plan_moves_with_the_start_but_for_what_is_granted_or_set_by_hand() {
    // For a start on 30 September: 3 days from 20, 10 days until 30 September.
    let first = planned(1, 1, 3, "2026-09-20");
    let second = planned(2, 2, 10, "2026-09-30");
    let all = [first.clone(), second.clone()];
    assert_eq!(replanned(&all, on("2026-09-30")), []);
    let moved = replanned(&all, on("2026-10-10"));
    assert_eq!(moved, [(first.id, on("2026-09-30")), (second.id, on("2026-10-10"))]);
    // The second one by hand: it stays, and its 10 days still keep the first before it.
    let by_hand = with(second.clone(), |times| times.due = Some(on("2026-10-05")));
    assert!(by_hand.is_by_hand());
    let moved = replanned(&[first.clone(), by_hand], on("2026-10-10"));
    assert_eq!(moved, [(first.id, on("2026-09-30"))]);
    // The second one granted already: the first has until the start.
    let granted = with(second, |times| times.done = Some(on("2026-09-01")));
    assert_eq!(replanned(&[first.clone(), granted], on("2026-10-10")), [(first.id, on("2026-10-10"))]);
}

#[test]
fn late_is_the_day_after_for_granting_and_for_applying() {
    let times = planned(1, 1, 10, "2026-09-30").times;
    assert_eq!(times.begin(), Some(on("2026-09-20")));
    assert_eq!((times.begins_late(on("2026-09-20")), times.begins_late(on("2026-09-21"))), (None, Some(1)));
    assert_eq!((times.overdue(on("2026-09-30")), times.overdue(on("2026-10-01"))), (None, Some(1)));
    let applied = Times { applied: Some(on("2026-09-25")), ..times };
    assert_eq!(applied.begins_late(on("2026-09-30")), None);
    let done = Times { done: Some(on("2026-10-02")), ..applied };
    assert_eq!((done.overdue(on("2026-10-20")), done.granted_late()), (None, Some(2)));
    assert_eq!(Times { done: Some(on("2026-09-30")), ..done }.granted_late(), None);
}

#[test]
fn the_critical_date_is_the_earliest_last_day_of_what_nobody_applied_for() {
    let a = planned(1, 1, 10, "2026-09-20");
    let b = planned(2, 2, 10, "2026-09-30");
    let all = [a.clone(), b.clone()];
    assert_eq!(critical(&all).map(|(permit, day)| (permit.id, day)), Some((a.id, on("2026-09-10"))));
    let all = [with(a.clone(), |times| times.applied = Some(on("2026-09-01"))), b.clone()];
    assert_eq!(critical(&all).map(|(permit, day)| (permit.id, day)), Some((b.id, on("2026-09-20"))));
    let all = [
        with(a, |times| times.done = Some(on("2026-09-01"))),
        with(b, |times| times.applied = Some(on("2026-09-01"))),
    ];
    assert_eq!(critical(&all), None);
}

#[test]
fn templates_fit_the_land_and_the_plan_is_made_once() {
    let mut state = State::default();
    let project = RecordId::new(Kind::Project, 1);
    write(&mut state, 1, vec![Edit::new(project, P::LandKind, Value::text("租赁厂房"))]);
    let needed = |state: &State| -> Vec<Template> {
        let record = state.record(project).expect("a record");
        templates(state).into_iter().filter(|template| template.is_for(record)).collect()
    };
    let names = |templates: &[Template]| templates.iter().map(|t| t.name.clone()).collect::<Vec<_>>();
    let leased = names(&needed(&state));
    assert_eq!(leased.len(), 6, "{leased:?}");
    assert!(!leased.iter().any(|name| name == "用地手续" || name == "规划许可"));
    write(&mut state, 2, vec![Edit::new(project, P::LandKind, Value::text("现有用地"))]);
    assert_eq!(needed(&state).len(), 7, "planning but no land");
    write(&mut state, 3, vec![Edit::new(project, P::LandKind, Value::Empty)]);
    assert_eq!(needed(&state).len(), 8, "what is not stated is taken as needed");

    // All eight back from 2027-01-31: 7 days from 24 January, 15 from 9 January, 20 from 20 December, 60 from 21
    // October, 3 from 18 October.
    let mut next = 0;
    let mut id = || {
        next += 1;
        RecordId::new(Kind::Permit, next)
    };
    let edits = plan_edits(project, &[], &needed(&state), on("2027-01-31"), &mut id);
    write(&mut state, 4, edits);
    let ids: Vec<RecordId> = state.live(Kind::Permit).map(|(id, _)| id).collect();
    let permits = of_project(&state, &ids);
    assert_eq!(permits.len(), 8);
    let first = critical(&permits).map(|(permit, day)| (permit.name.clone(), day));
    assert_eq!(first, Some(("项目备案".to_owned(), on("2026-10-18"))));
    assert_eq!(plan_edits(project, &permits, &needed(&state), on("2027-01-31"), &mut id), []);

    let standings = standings(&state, on("2026-10-19"));
    assert_eq!(standings.len(), 1);
    assert_eq!((standings[0].all, standings[0].done, standings[0].overdue), (8, 0, 0));
    let after = super::standings(&state, on("2026-10-22"));
    assert_eq!((after[0].overdue, after[0].longest), (1, 1), "the filing was due on 21 October");
    write(&mut state, 5, vec![Edit::new(project, P::Exit, Value::text("lost"))]);
    assert_eq!(super::standings(&state, on("2026-10-22")), []);
}

#[test]
fn the_shipped_templates_become_the_office_s_own_and_come_back() {
    let mut state = State::default();
    let before = templates(&state);
    let restore_into = |state: &mut State, wall| {
        let edits = restore(state).into_iter();
        let edits: Vec<Edit> =
            edits.map(|edit| edit.numbered(|word| state.names_mut().element(word))).collect();
        let n = edits.len();
        write(state, wall, edits);
        n
    };
    restore_into(&mut state, 1);
    assert_eq!(templates(&state), before);
    assert_eq!(restore_into(&mut state, 2), 0, "nothing to restore");
    let one = RecordId::derived(Kind::PermitTemplate, &["节能审查"]);
    let own = RecordId::new(Kind::PermitTemplate, 7);
    let land = state.names_mut().element("新供地");
    use crate::domain::field::PermitTemplateField as T;
    write(
        &mut state,
        3,
        vec![
            Edit::delete(one),
            Edit::new(own, T::Name, Value::text("水土保持")),
            Edit::new(
                RecordId::derived(Kind::PermitTemplate, &["项目备案"]),
                crate::ledger::CellKey::of(T::LandKinds, land),
                Value::Bool(true),
            ),
        ],
    );
    assert_ne!(templates(&state), before);
    restore_into(&mut state, 4);
    assert_eq!(templates(&state), before);
}
