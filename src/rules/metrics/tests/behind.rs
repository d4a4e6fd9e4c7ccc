//! The conditions behind a number find just the records that make it.

use super::super::*;
use super::fixture::*;
use crate::domain::field::{
    FigureField as F, OutboundTripField as G, PersonField as R, ProjectField as P, UnitField as U,
};
use crate::domain::{Kind, Milestone, RecordId, Value};
use crate::ledger::Edit;
use crate::rules::query::{Ask, Row, View, run};

const TODAY: &str = "2026-11-28";

fn metric(word: &str) -> Metric {
    standard::standard().into_iter().find(|metric| metric.word == word).expect("a standard metric")
}

/// Whether a number and its conditions tell of the same records, and how many they are.
fn agree(office: &Office, metric: &Metric, window: Window, who: Who<'_>) -> Option<usize> {
    let measured = measure(office, std::slice::from_ref(metric), day(TODAY)).remove(0);
    let found = Finder::new(office, metric, &measured).find(window, who);
    if !found.is_exact {
        return None;
    }
    let park = |unit: &RecordId, of: RecordId| *unit == of || (of == self::unit(1) && *unit == self::unit(3));
    let counts = |entry: &&Entry| match who {
        Who::County => true,
        Who::Unit(unit) => entry.units.iter().any(|(own, _)| park(own, unit)),
        Who::Person(person) => entry.people.contains(&person),
        Who::Chain(word) => entry.chain.is_some_and(|at| measured.chains[at] == word),
    };
    let mut expected: Vec<RecordId> =
        measured.within(window).filter(counts).map(|entry| entry.record).collect();
    let table =
        run(office, found.kind, &View::of_filters(found.filters), Ask { today: day(TODAY), sounding: &[] });
    let mut rows: Vec<RecordId> = table
        .rows
        .iter()
        .filter_map(|row| if let Row::Record(id) = row { Some(*id) } else { None })
        .collect();
    expected.sort_unstable();
    rows.sort_unstable();
    assert_eq!(rows, expected, "{} of {who:?}", metric.word);
    Some(rows.len())
}

/// Unit 3 stands below the park, unit 1. Project 1 is the park's, on its first day; 2 the part's, on the last; 3 is
/// another unit's; 4 lies before the window, 5 was withdrawn, 6 states no amount, 7 was returned by the reviewer.
fn pipeline() -> Vec<Edit> {
    let mut edits = [
        signed(1, unit(1), "2026-10-01", 10_000),
        signed(2, unit(3), "2026-11-28", 20_000),
        signed(3, unit(2), "2026-11-01", 9_999),
        signed(4, unit(1), "2026-09-30", 1),
        signed(5, unit(1), "2026-11-02", 1),
        signed(7, unit(1), "2026-11-03", 1),
    ]
    .concat();
    edits.extend([
        set(unit(3), U::Parent, Value::Ref(unit(1))),
        set(unit(1), U::Order, Value::Int(1)),
        set(project(5), P::Exit, Value::text("withdrawn")),
        set(project(6), P::Unit, Value::Ref(unit(2))),
        reach(project(6), Milestone::Signed, "2026-11-04"),
        Edit::new(
            project(7),
            crate::ledger::CellKey::of(P::MilestoneReview, Milestone::Signed.element()),
            Value::text("returned"),
        ),
        set(project(1), P::Owner, Value::Ref(person(1))),
        set(project(3), P::Owner, Value::Ref(person(1))),
        set(project(2), P::Chain, Value::text("新能源")),
        reach(project(2), Milestone::Started, "2026-11-28"),
        reach(project(3), Milestone::Started, "2026-11-29"),
    ]);
    edits
}

fn quarter() -> Window {
    Window::new(day("2026-10-01"), day(TODAY))
}

#[test]
fn a_milestone_opens_to_its_projects() {
    let office = office(pipeline());
    let count = |word, who| agree(&office, &metric(word), quarter(), who);
    assert_eq!(count("signed", Who::County), Some(4));
    assert_eq!(count("signed", Who::Unit(unit(1))), Some(2), "its own and its part's");
    assert_eq!(count("signed", Who::Unit(unit(3))), Some(1));
    assert_eq!(count("signed", Who::Unit(unit(9))), Some(0));
    assert_eq!(count("signed", Who::Person(person(1))), Some(2));
    assert_eq!(count("signed", Who::Chain("新能源")), Some(1));
    assert_eq!(count("signed_amount", Who::Unit(unit(2))), Some(1), "without the one that states none");
    assert_eq!(count("signed_yi", Who::County), Some(2), "9999 万元 is no 亿");
    assert_eq!(count("started", Who::County), Some(1), "tomorrow's start does not count");
    assert_eq!(count("started_of_signed", Who::County), Some(1));
}

#[test]
fn what_stands_at_a_stage_opens_too() {
    let mut edits = pipeline();
    edits.push(reach(project(8), Milestone::Negotiating, "2026-01-01"));
    assert_eq!(agree(&office(edits), &metric("in_talks"), quarter(), Who::County), Some(1));
}

#[test]
fn joint_credit_and_money_have_no_exact_table() {
    let shared = Metric { credit: Credit::Shares, ..metric("signed") };
    let office = office([pipeline(), arrival(1, project(1), "2026-11-01", 5)].concat());
    assert_eq!(agree(&office, &shared, quarter(), Who::Unit(unit(1))), None);
    assert_eq!(agree(&office, &shared, quarter(), Who::County), Some(4), "all together have all of it");
    let measured = measure(&office, &[metric("arrived")], day(TODAY)).remove(0);
    let found = Finder::new(&office, &metric("arrived"), &measured).find(quarter(), Who::County);
    assert!(!found.is_exact && found.kind == Kind::Project);
}

#[test]
fn trips_open_by_unit_where_each_names_its_own() {
    let trip = |key, of: Option<RecordId>, on_day: &str| {
        let id = RecordId::new(Kind::OutboundTrip, key);
        let mut edits = vec![on(id, G::Start, on_day), set(id, G::Leader, Value::Ref(person(1)))];
        edits.extend(of.map(|unit| set(id, G::Unit, Value::Ref(unit))));
        edits
    };
    let place = vec![set(person(1), R::Unit, Value::Ref(unit(2))), set(unit(1), U::Order, Value::Int(1))];
    let all = [place, trip(1, Some(unit(1)), "2026-10-01"), trip(2, Some(unit(2)), "2026-11-28")].concat();
    let whole = office(all.clone());
    assert_eq!(agree(&whole, &metric("trips"), quarter(), Who::Unit(unit(1))), Some(1));
    assert_eq!(agree(&whole, &metric("trips"), quarter(), Who::Person(person(1))), None);
    let open = office([all, trip(3, None, "2026-11-01")].concat());
    assert_eq!(agree(&open, &metric("trips"), quarter(), Who::Unit(unit(2))), None, "one is its leader's");
    assert_eq!(agree(&open, &metric("trips"), quarter(), Who::County), Some(3));
}

#[test]
fn months_at_post_and_entered_numbers_open() {
    use crate::domain::field::DutyMonthField as D;
    let month = |key, text: &str| {
        let id = RecordId::new(Kind::DutyMonth, key);
        vec![
            set(id, D::Person, Value::Ref(person(1))),
            set(id, D::Month, Value::text(text)),
            set(id, D::AtPost, Value::Int(200)),
        ]
    };
    let figure = |key, word: &str, on_day: &str, place: &str| {
        let id = RecordId::new(Kind::Figure, key);
        let mut edits = standard::write(&metric(word), 0);
        edits.extend([
            set(id, F::Metric, Value::Ref(standard::id(word))),
            on(id, F::On, on_day),
            set(id, F::Number, Value::Int(10_000)),
        ]);
        if !place.is_empty() {
            edits.push(set(id, F::Place, Value::text(place)));
        }
        edits
    };
    let entered = Metric {
        source: Source::Entered { entering: Entering::Sum },
        filters: Vec::new(),
        ..metric("signed")
    };
    let edits = [
        month(1, "2026-10"),
        month(2, "2026-11"),
        figure(1, "signed", "2026-10-01", ""),
        figure(2, "signed", "2026-11-01", "滨江县"),
        figure(3, "signed", "2026-09-30", ""),
    ];
    let office = office(edits.concat());
    let person = Who::Person(person(1));
    assert_eq!(agree(&office, &metric("days_at_post"), quarter(), person), Some(1), "November is not over");
    assert_eq!(agree(&office, &entered, quarter(), Who::County), Some(1), "another place's is another's");
}
