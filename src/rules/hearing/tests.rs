//! Two units over two hearings: on 30 June and on 31 July.

use super::*;
use crate::domain::field::{
    FollowUpField as W, HearingField, IssueField as Q, PledgeField as L, ProjectField as P, TargetField as G,
    UnitField as U,
};
use crate::domain::{Decimal, Value};
use crate::ledger::{CellKey, Edit, NodeId, Stamp};
use crate::rules::metrics::tests::fixture::{Office, day, finish, on, project, set, signed, unit};
use crate::rules::metrics::{reading, standard};
use crate::rules::pledges::{BROKEN, KEPT, Standing};
use crate::rules::query::Facts;
use crate::rules::warnings::{Level, Rule, Watch};

const JUNE: RecordId = RecordId::new(Kind::Hearing, 1);
const JULY: RecordId = RecordId::new(Kind::Hearing, 2);

const fn pledge(key: u64) -> RecordId {
    RecordId::new(Kind::Pledge, key)
}

fn target(key: u64, of: u64, number: i64) -> Vec<Edit> {
    let id = RecordId::new(Kind::Target, key);
    vec![
        set(id, G::Metric, Value::Ref(standard::id("signed"))),
        set(id, G::Unit, Value::Ref(unit(of))),
        set(id, G::Period, Value::text("2026")),
        set(id, G::Number, Value::Int(number * 10_000)),
    ]
}

/// A pledge of a unit, given at a hearing or on a day, due on another.
fn promised(key: u64, of: u64, at: Option<RecordId>, given: &str, due: &str) -> Vec<Edit> {
    let mut edits = vec![
        set(pledge(key), L::Unit, Value::Ref(unit(of))),
        on(pledge(key), L::On, given),
        on(pledge(key), L::DueOn, due),
    ];
    edits.extend(at.map(|at| set(pledge(key), L::Hearing, Value::Ref(at))));
    edits
}

/// The two hearings, two units of one group with targets of 12 and 6, and one of another group without.
fn county(extra: Vec<Edit>) -> Office {
    let named = |key: u64, group: &str, order: i64| {
        vec![set(unit(key), U::RankGroup, Value::text(group)), set(unit(key), U::Order, Value::Int(order))]
    };
    let edits = [
        vec![on(JUNE, HearingField::On, "2026-06-30"), on(JULY, HearingField::On, "2026-07-31")],
        named(1, "towns", 0),
        named(2, "towns", 1),
        named(3, "bureaus", 2),
        target(1, 1, 12),
        target(2, 2, 6),
        signed(1, unit(1), "2026-02-01", 1),
        signed(2, unit(1), "2026-07-31", 1),
        signed(3, unit(1), "2026-08-01", 1),
        signed(4, unit(2), "2026-03-01", 1),
        signed(5, unit(2), "2026-04-01", 1),
        extra,
    ];
    let mut state = State::default();
    for (at, edit) in (1..).zip(edits.concat()) {
        for change in state.changes_for(vec![edit], Stamp::new(at, 0, NodeId(1))) {
            state.apply(change);
        }
    }
    finish(state)
}

fn at(office: &Office, hearing: RecordId, today: &str) -> Brief {
    let today = day(today);
    let watch = Watch::new(office, today);
    let mut red: Vec<_> = office
        .state()
        .live(Kind::Project)
        .flat_map(|(id, _)| watch.of(id))
        .filter(|warning| warning.level == Level::Red)
        .collect();
    red.sort_by_key(crate::rules::warnings::Warning::order);
    brief((office, &reading(office)), &red, hearing, today).expect("the hearing is there")
}

fn number(of: Option<Decimal>) -> String {
    of.map(|number| number.to_string()).unwrap_or_default()
}

#[test]
fn the_numbers_are_those_of_the_day_of_the_hearing() {
    let office = county(Vec::new());
    let figures = |today: &str| {
        let brief = at(&office, JULY, today);
        let page = brief.of(unit(1)).expect("it is heard");
        let figure = page.figures.first().expect("it has a target").clone();
        (
            brief.as_of.to_string(),
            figure.row.done.to_string(),
            number(figure.row.rate),
            number(figure.row.ahead),
        )
    };
    // Before the day as of today: 1 of 12 by July, whose share is 7/12.
    assert_eq!(figures("2026-07-30"), ("2026-07-30".into(), "1".into(), "0.083333".into(), "-0.5".into()));
    // On the day 2 of 12: 2/12 − 7/12 is −5/12.
    let then = ("2026-07-31".into(), "2".into(), "0.166667".into(), "-0.416666".into());
    assert_eq!(figures("2026-07-31"), then);
    assert_eq!(figures("2026-09-01"), then, "what came after the hearing is not told of it");
}

#[test]
fn a_unit_has_its_place_in_its_group_and_who_has_no_target_is_not_heard() {
    let brief = at(&county(Vec::new()), JULY, "2026-07-31");
    let placed: Vec<_> = brief
        .units
        .iter()
        .map(|page| (page.unit, page.figures[0].row.place, page.figures[0].of, page.figures[0].row.left))
        .collect();
    // 2 of 12 and 2 of 6.
    let left = |n| Some(Decimal::whole(n));
    assert_eq!(placed, [(unit(1), Some(2), 2, left(10)), (unit(2), Some(1), 2, left(4))]);
    assert_eq!(brief.elapsed, Decimal::whole(7).over(Decimal::whole(12)).expect("7/12"));
    assert_eq!(brief.before.map(|before| before.id), Some(JUNE));
    let office = county(Vec::new());
    assert_eq!(called(office.state(), office.rules(), day("2026-07-31"), 1), 2);
    assert_eq!(called(office.state(), office.rules(), day("2027-07-31"), 1), 3, "nobody has a target yet");
    let bureau = |extra| at(&county(extra), JULY, "2026-07-31").of(unit(3)).is_some();
    assert!(!bureau(Vec::new()));
    assert!(bureau(promised(1, 3, Some(JUNE), "2026-06-30", "2026-07-31")), "it promised something");
}

#[test]
fn without_any_target_all_units_are_heard() {
    let gone = [1, 2].map(|key| Edit::delete(RecordId::new(Kind::Target, key))).to_vec();
    let brief = at(&county(gone), JULY, "2026-07-31");
    let units: Vec<RecordId> = brief.units.iter().map(|page| page.unit).collect();
    assert_eq!(units, [unit(1), unit(2), unit(3)]);
}

#[test]
fn units_stand_up_by_group_or_the_furthest_behind_first() {
    // The bureau comes first in the office; its group does, too.
    let office = county(vec![set(unit(3), U::Order, Value::Int(-1)), set(unit(2), U::Order, Value::Int(5))]);
    let mut brief = at(&office, JULY, "2026-07-31");
    assert_eq!(in_order(&brief.units, Order::Office), [unit(1), unit(2)]);
    // Ahead by −5/12 and by 2/6 − 7/12 = −3/12.
    let ahead: Vec<String> = brief.units.iter().map(|page| number(page.ahead())).collect();
    assert_eq!(ahead, ["-0.416666", "-0.25"]);
    brief.units.reverse();
    assert_eq!(in_order(&brief.units, Order::Behind), [unit(1), unit(2)]);
    brief.units[1].figures.clear();
    assert_eq!(in_order(&brief.units, Order::Behind), [unit(2), unit(1)], "who has no target comes last");
    // The group of the first unit comes first, though its second unit stands at the end.
    brief.units[0].group = "b".into();
    let mut third = brief.units[0].clone();
    third.unit = unit(3);
    brief.units.push(third);
    assert_eq!(in_order(&brief.units, Order::Office), [unit(2), unit(3), unit(1)]);
    assert_eq!(Order::from_word(Order::Behind.word()), Order::Behind);
}

fn looked_back(extra: Vec<Vec<Edit>>, today: &str) -> Vec<(u64, Standing)> {
    let brief = at(&county(extra.concat()), JULY, today);
    let page = brief.of(unit(1)).expect("it is heard");
    let mut found: Vec<_> = page.before.iter().map(|of| (of.pledge.id.key, of.standing)).collect();
    found.sort_unstable();
    found
}

#[test]
fn what_was_promised_last_time_stands_beside_what_was_done() {
    let three = |number: i64| {
        let mut edits = promised(1, 1, Some(JUNE), "2026-06-30", "2026-07-31");
        edits.push(set(pledge(1), L::Metric, Value::Ref(standard::id("signed"))));
        edits.push(set(pledge(1), L::Number, Value::Int(number * 10_000)));
        vec![edits]
    };
    assert_eq!(looked_back(three(2), "2026-07-30"), [(1, Standing::Open)]);
    assert_eq!(looked_back(three(2), "2026-07-31"), [(1, Standing::Kept)], "the second was signed that day");
    assert_eq!(looked_back(three(3), "2026-07-31"), [(1, Standing::Open)], "its day is not over");
    let brief = at(&county(three(3).concat()), JULY, "2026-08-15");
    let tracked = &brief.of(unit(1)).expect("it is heard").before[0];
    assert_eq!((number(tracked.pledge.promised), number(tracked.fact)), ("3".into(), "2".into()));
}

#[test]
fn nothing_is_forgotten_between_two_hearings() {
    let said = |key: u64, outcome: &str| vec![set(pledge(key), L::Outcome, Value::text(outcome))];
    let found = looked_back(
        vec![
            // Given long ago: still open; open no more since the last hearing; settled before that.
            promised(1, 1, None, "2026-03-01", "2026-12-31"),
            promised(2, 1, None, "2026-03-01", "2026-06-30"),
            said(2, BROKEN),
            promised(3, 1, None, "2026-03-01", "2026-06-29"),
            said(3, KEPT),
            // Its day is over and nobody judged it yet.
            promised(4, 1, None, "2026-03-01", "2026-04-01"),
            // Given since the last hearing, on the day of this one elsewhere, at this one, and after it.
            promised(5, 1, None, "2026-07-01", "2026-07-10"),
            said(5, KEPT),
            promised(6, 1, None, "2026-07-31", "2026-08-31"),
            promised(7, 1, Some(JULY), "2026-07-31", "2026-08-31"),
            promised(8, 1, None, "2026-08-01", "2026-08-31"),
            // Another unit's.
            promised(9, 2, Some(JUNE), "2026-06-30", "2026-07-31"),
        ],
        "2026-07-31",
    );
    assert_eq!(
        found,
        [(1, Standing::Open), (2, Standing::Broken), (4, Standing::Unjudged), (5, Standing::Kept)]
    );
}

#[test]
fn what_is_promised_now_is_due_at_the_next_hearing_or_at_the_end_of_next_month() {
    let office = county(promised(7, 1, Some(JULY), "2026-07-31", "2026-08-31"));
    let brief = at(&office, JULY, "2026-07-31");
    let page = brief.of(unit(1)).expect("it is heard");
    assert_eq!(page.given.iter().map(|given| given.pledge.id).collect::<Vec<_>>(), [pledge(7)]);
    assert!(brief.is_heard(page) && !brief.is_heard(brief.of(unit(2)).expect("it is heard")));
    let hearings = all(office.state());
    assert_eq!(hearings.iter().map(|hearing| hearing.id).collect::<Vec<_>>(), [JULY, JUNE]);
    let due = |at: usize| due(&hearings, &hearings[at], day("2026-07-31")).to_string();
    assert_eq!((due(1), due(0)), ("2026-07-31".into(), "2026-08-31".into()));
}

#[test]
fn what_was_said_is_read_by_unit() {
    let mut state = county(Vec::new()).state().clone();
    let element = state.names_mut().element(&unit(2).to_string());
    let edits = vec![
        Edit::new(JULY, CellKey::of(HearingField::UnitMinutes, element), Value::text("land is short")),
        set(JULY, HearingField::Chair, Value::text("head")),
    ];
    for change in state.changes_for(edits, Stamp::new(1000, 0, NodeId(1))) {
        state.apply(change);
    }
    let office = finish(state);
    let brief = at(&office, JULY, "2026-07-31");
    assert_eq!(brief.hearing.said_of(unit(2)), "land is short");
    assert_eq!((brief.hearing.said_of(unit(1)), brief.hearing.chair.as_str()), ("", "head"));
    assert!(brief.is_heard(brief.of(unit(2)).expect("it is heard")));
}

#[test]
fn late_projects_are_told_of_their_unit_and_of_the_one_above() {
    let follow = RecordId::new(Kind::FollowUp, 1);
    let office = county(vec![
        set(follow, W::Project, Value::Ref(project(4))),
        on(follow, W::On, "2026-07-01"),
        set(project(4), P::Owner, Value::Ref(RecordId::new(Kind::Person, 1))),
        set(unit(2), U::Parent, Value::Ref(unit(1))),
    ]);
    let late = |today: &str, of: u64| {
        let brief = at(&office, JULY, today);
        let page = brief.of(unit(of)).expect("it is heard");
        page.late
            .iter()
            .find(|late| late.project == project(4))
            .map(|late| (late.oldest.rule == Rule::Stale, late.idle))
    };
    // A signed project is stale from the 21st day after its follow-up: 22 July.
    assert_eq!(late("2026-07-21", 2), None);
    assert_eq!(late("2026-07-22", 2), Some((true, Some(21))));
    assert_eq!(late("2026-07-22", 1), Some((true, Some(21))), "the unit above it");
}

#[test]
fn a_problem_waits_for_who_has_it() {
    let issue = RecordId::new(Kind::Issue, 1);
    let raised = |extra: Vec<Edit>| {
        let mut edits = vec![
            set(issue, Q::Project, Value::Ref(project(1))),
            set(issue, Q::Department, Value::Ref(unit(2))),
            on(issue, Q::RaisedOn, "2026-07-01"),
            on(issue, Q::DueOn, "2026-07-20"),
        ];
        edits.extend(extra);
        let brief = at(&county(edits), JULY, "2026-07-31");
        let page = brief.of(unit(2)).expect("it is heard").clone();
        assert!(brief.of(unit(1)).expect("it is heard").waiting.is_empty());
        page.waiting
    };
    let waiting = Waiting { issue, project: Some(project(1)), held: Some(30), overdue: Some(11) };
    assert_eq!(raised(Vec::new()), [waiting]);
    assert_eq!(raised(vec![on(issue, Q::SolvedOn, "2026-07-30")]), []);
}

#[test]
fn a_hearing_counts_who_was_heard_and_how_their_pledges_stand() {
    let mut edits = promised(1, 1, Some(JUNE), "2026-06-30", "2026-07-31");
    edits.extend(promised(2, 1, Some(JUNE), "2026-06-30", "2026-08-31"));
    edits.extend(promised(3, 2, Some(JUNE), "2026-06-30", "2026-07-31"));
    // Two signings of the first by 31 July keep the first; the others no metric tells.
    edits.push(set(pledge(1), L::Metric, Value::Ref(standard::id("signed"))));
    edits.push(set(pledge(1), L::Number, Value::Int(20_000)));
    let office = county(edits);
    let found = pledged(&office, &reading(&office), day("2026-08-01"), 1);
    let held = held(&office, &found.all);
    let june = held.iter().find(|held| held.hearing.id == JUNE).expect("it is there");
    assert_eq!(june.heard, 2);
    assert_eq!((june.count.given, june.count.kept, june.count.open, june.count.unjudged), (3, 1, 1, 1));
    assert_eq!(held.first().map(|held| (held.hearing.id, held.heard)), Some((JULY, 0)));
}
