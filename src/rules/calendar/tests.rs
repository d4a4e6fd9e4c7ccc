use super::*;
use crate::domain::{Money, Value};
use crate::ledger::{CellKey, Edit, NodeId, Stamp};

const PROJECT: RecordId = RecordId::new(Kind::Project, 1);
const OTHER: RecordId = RecordId::new(Kind::Project, 2);
const ME: RecordId = RecordId::new(Kind::Person, 1);
const HIM: RecordId = RecordId::new(Kind::Person, 2);
const UNIT: RecordId = RecordId::new(Kind::Unit, 1);

fn on(text: &str) -> Date {
    Date::parse_iso(text).expect("a day")
}

fn day(text: &str) -> Value {
    Value::Date(on(text))
}

fn state(edits: Vec<Edit>) -> State {
    let mut state = State::default();
    put(&mut state, 1, edits);
    state
}

fn put(state: &mut State, millis: u64, edits: Vec<Edit>) {
    for change in state.changes_for(edits, Stamp::new(millis, 0, NodeId(1))) {
        state.apply(change);
    }
}

/// September 2026, on the 15th.
fn september(whose: Whose) -> Asked {
    Asked { whose, from: on("2026-09-01"), until: on("2026-09-30"), today: on("2026-09-15") }
}

fn told(entries: &[Entry]) -> Vec<(What, String, bool)> {
    entries.iter().map(|entry| (entry.what, entry.from.to_string(), entry.is_overdue)).collect()
}

#[test]
fn what_is_due_is_overdue_from_the_day_after_and_only_while_it_is_open() {
    let step = |n, next: &str| {
        let id = RecordId::new(Kind::FollowUp, n);
        vec![Edit::new(id, W::Project, Value::Ref(PROJECT)), Edit::new(id, W::NextOn, day(next))]
    };
    let mut edits = vec![Edit::new(PROJECT, P::PromisedStart, day("2026-09-14"))];
    // The day before the month, its first, yesterday, today, its last, the day after.
    for (n, next) in
        (1..).zip(["2026-08-31", "2026-09-01", "2026-09-14", "2026-09-15", "2026-09-30", "2026-10-01"])
    {
        edits.extend(step(n, next));
    }
    let mut state = state(edits);
    let expected = vec![
        (What::NextStep, "2026-09-01".to_owned(), true),
        (What::NextStep, "2026-09-14".to_owned(), true),
        (What::PromisedStart, "2026-09-14".to_owned(), true),
        (What::NextStep, "2026-09-15".to_owned(), false),
        (What::NextStep, "2026-09-30".to_owned(), false),
    ];
    assert_eq!(told(&entries(&state, september(Whose::All))), expected);
    // Works that were completed had begun; a step that was done is no task.
    let completed = CellKey::of(P::MilestoneDate, Milestone::Completed.element());
    put(
        &mut state,
        2,
        vec![
            Edit::new(PROJECT, completed, day("2026-09-10")),
            Edit::new(RecordId::new(Kind::FollowUp, 3), W::NextDone, Value::Bool(true)),
        ],
    );
    let left = told(&entries(&state, september(Whose::All)));
    assert_eq!(left.len(), 3);
    assert!(left.iter().all(|(what, ..)| *what == What::NextStep));
    put(&mut state, 3, vec![Edit::new(PROJECT, P::Exit, Value::text(Exit::Lost.word()))]);
    assert!(entries(&state, september(Whose::All)).is_empty(), "it left the pipeline");
}

#[test]
fn a_trip_counts_on_all_its_days_and_is_never_overdue() {
    let trip = |n, start: &str, end: Option<&str>| {
        let id = RecordId::new(Kind::OutboundTrip, n);
        let end = end.map(|end| Edit::new(id, G::End, day(end)));
        end.into_iter().chain([Edit::new(id, G::Start, day(start))]).collect::<Vec<_>>()
    };
    let edits = [
        trip(1, "2026-08-29", Some("2026-09-01")),
        trip(2, "2026-08-29", Some("2026-08-31")),
        trip(3, "2026-09-30", Some("2026-10-03")),
        // An end before the start is a slip of the pen.
        trip(4, "2026-09-10", Some("2026-09-01")),
        trip(5, "2026-10-01", None),
    ];
    let mut state = state(edits.concat());
    // Without a return it is as long as was declared: two days and a half touch three, 30 and 31 August, 1 September.
    let open = [
        &trip(6, "2026-08-30", None)[..],
        &[Edit::new(RecordId::new(Kind::OutboundTrip, 6), G::Days, Value::Int(25))],
    ];
    put(&mut state, 2, open.concat());
    let found = entries(&state, september(Whose::All));
    let spans: Vec<_> =
        found.iter().map(|e| (e.from.to_string(), e.until.to_string(), e.is_overdue)).collect();
    let span = |from: &str, until: &str| (from.to_owned(), until.to_owned(), false);
    assert_eq!(
        spans,
        [
            span("2026-08-29", "2026-09-01"),
            span("2026-08-30", "2026-09-01"),
            span("2026-09-10", "2026-09-10"),
            span("2026-09-30", "2026-10-03")
        ]
    );
}

#[test]
fn a_promise_is_owed_once_its_condition_is_met_until_all_is_paid() {
    let id = RecordId::new(Kind::PolicyPromise, 1);
    let mut state = state(vec![
        Edit::new(id, D::Project, Value::Ref(PROJECT)),
        Edit::new(id, D::DueOn, day("2026-09-15")),
        Edit::new(id, D::Condition, Value::text("投产")),
        Edit::new(id, D::Amount, Value::Money(Money::yuan(100))),
        Edit::new(PROJECT, P::Name, Value::text("甲")),
    ]);
    let mut count = |millis, edits| {
        put(&mut state, millis, edits);
        entries(&state, september(Whose::All)).len()
    };
    assert_eq!(count(2, vec![]), 0);
    assert_eq!(count(3, vec![Edit::new(id, D::ConditionMet, Value::Bool(true))]), 1);
    assert_eq!(count(4, vec![Edit::new(id, D::Paid, Value::Money(Money::yuan(99)))]), 1);
    assert_eq!(count(5, vec![Edit::new(id, D::Paid, Value::Money(Money::yuan(100)))]), 0);
}

#[test]
fn a_promise_and_a_problem_stand_here_as_on_their_pages() {
    let (promise, issue) = (RecordId::new(Kind::PolicyPromise, 1), RecordId::new(Kind::Issue, 1));
    let (first, second) = (RecordId::new(Kind::Unit, 11), RecordId::new(Kind::Unit, 12));
    let mut state = state(vec![
        Edit::new(promise, D::DueOn, day("2026-09-15")),
        Edit::new(promise, D::ConditionMet, Value::Bool(false)),
        Edit::new(issue, I::DueOn, day("2026-09-20")),
        Edit::new(issue, I::RaisedOn, day("2026-09-01")),
        Edit::new(issue, I::Department, Value::Ref(first)),
    ]);
    let count = |state: &State, whose| entries(state, september(whose)).len();
    assert_eq!(count(&state, Whose::All), 1, "its condition is stated not to be met");
    put(&mut state, 2, vec![Edit::new(promise, D::ConditionMet, Value::Empty)]);
    assert_eq!(count(&state, Whose::All), 2);
    // An amount without a day does not say that all was given, where nobody stated how much all is.
    put(&mut state, 3, vec![Edit::new(promise, D::Paid, Value::Money(Money::yuan(5)))]);
    assert_eq!(count(&state, Whose::All), 2);
    put(&mut state, 4, vec![Edit::new(promise, D::PaidOn, day("2026-09-10"))]);
    assert_eq!(count(&state, Whose::All), 1);
    // The problem is of the unit that has it now.
    assert_eq!((count(&state, Whose::Unit(first)), count(&state, Whose::Unit(second))), (1, 0));
    let handed = state.names_mut().element("2026-09-05");
    put(&mut state, 5, vec![Edit::new(issue, CellKey::of(I::HandedTo, handed), Value::Ref(second))]);
    assert_eq!((count(&state, Whose::Unit(first)), count(&state, Whose::Unit(second))), (0, 1));
}

#[test]
fn mine_is_what_i_carry_and_where_i_go_and_our_unit_has_more() {
    let trip = RecordId::new(Kind::OutboundTrip, 1);
    let permit = RecordId::new(Kind::Permit, 1);
    let (event, issue) = (RecordId::new(Kind::PromotionEvent, 1), RecordId::new(Kind::Issue, 1));
    let step = RecordId::new(Kind::FollowUp, 9);
    let mut state = State::default();
    let me = state.names_mut().element(&ME.to_string());
    let edits = vec![
        Edit::new(ME, crate::domain::field::PersonField::Unit, Value::Ref(UNIT)),
        // A trip that another leads and I go along with.
        Edit::new(trip, G::Leader, Value::Ref(HIM)),
        Edit::new(trip, CellKey::of(G::Members, me), Value::Bool(true)),
        Edit::new(trip, G::Start, day("2026-09-02")),
        // A permit of my project.
        Edit::new(PROJECT, P::Owner, Value::Ref(ME)),
        Edit::new(permit, S::Project, Value::Ref(PROJECT)),
        Edit::new(permit, S::DueOn, day("2026-09-03")),
        // An event of my unit, and an issue that it has to solve for a project of others.
        Edit::new(event, H::Unit, Value::Ref(UNIT)),
        Edit::new(event, H::On, day("2026-09-04")),
        Edit::new(OTHER, P::Owner, Value::Ref(HIM)),
        Edit::new(issue, I::Project, Value::Ref(OTHER)),
        Edit::new(issue, I::Department, Value::Ref(UNIT)),
        Edit::new(issue, I::DueOn, day("2026-09-05")),
        // A step that I promised on a project of others.
        Edit::new(step, W::Project, Value::Ref(OTHER)),
        Edit::new(step, W::Person, Value::Ref(ME)),
        Edit::new(step, W::NextOn, day("2026-09-06")),
    ];
    put(&mut state, 1, edits);
    let of =
        |whose| -> Vec<What> { entries(&state, september(whose)).iter().map(|entry| entry.what).collect() };
    assert_eq!(of(Whose::All), [What::Trip, What::Permit, What::Event, What::Issue, What::NextStep]);
    assert_eq!(of(Whose::Person(ME)), [What::Trip, What::Permit, What::Event, What::NextStep]);
    assert_eq!(of(Whose::Person(HIM)), [What::Trip, What::Issue, What::NextStep]);
    assert_eq!(of(Whose::Unit(UNIT)), [What::Event, What::Issue]);
}
