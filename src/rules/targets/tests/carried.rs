//! 月月清 at the edges of months.

use super::*;
use crate::domain::field::KeyTaskField as K;

fn task(key: u64, of: Option<RecordId>, due: &str, done: Option<&str>) -> Vec<Edit> {
    let id = RecordId::new(Kind::KeyTask, key);
    let mut edits = vec![on(id, K::DueOn, due)];
    edits.extend(of.map(|unit| fixture::set(id, K::Unit, Value::Ref(unit))));
    edits.extend(done.map(|done| on(id, K::DoneOn, done)));
    edits
}

fn there() -> Vec<Edit> {
    (1..=2).map(|at| fixture::set(unit(at), U::Order, Value::Int(at as i64))).collect()
}

fn of(edits: Vec<Edit>, today: &str) -> Vec<Carried> {
    let office = office(edits);
    let metrics = [metric("signed")];
    let measured = measure(&office, &metrics, day(today));
    carried(office.state(), &aims(&office), &metrics, &measured, day(today), 1)
}

#[test]
fn a_task_is_carried_over_from_the_first_of_the_next_month() {
    let edits = [there(), task(1, Some(unit(1)), "2026-10-31", None)].concat();
    assert_eq!(of(edits.clone(), "2026-10-31"), []);
    let found = of(edits.clone(), "2026-11-01");
    assert_eq!((found[0].unit, found[0].count(), found[0].age(day("2026-11-01"))), (Some(unit(1)), 1, 1));
    let done = |on| [there(), task(1, Some(unit(1)), "2026-10-31", Some(on))].concat();
    assert_eq!(of(done("2026-11-05"), "2026-11-05"), [], "done on the day");
    assert_eq!(of(done("2026-11-06"), "2026-11-05").len(), 1, "not done the day before");
    assert_eq!(of([there(), task(1, Some(unit(1)), "2026-11-01", None)].concat(), "2026-11-30"), []);
}

#[test]
fn a_task_without_a_unit_is_its_owners_units_or_the_countys() {
    let id = RecordId::new(Kind::KeyTask, 1);
    let owner = vec![
        fixture::set(person(1), R::Unit, Value::Ref(unit(2))),
        fixture::set(id, K::Owner, Value::Ref(person(1))),
    ];
    let found = of(
        [there(), task(1, None, "2026-09-01", None), owner, task(2, None, "2026-09-02", None)].concat(),
        "2026-11-28",
    );
    assert_eq!(
        found.iter().map(|line| (line.unit, line.count())).collect::<Vec<_>>(),
        [(None, 1), (Some(unit(2)), 1)]
    );
}

#[test]
fn what_is_done_fills_the_oldest_month_first() {
    // 2 a month from August to October are 6 by the end of October; 3 were signed since January. August has its 2,
    // September 1 of 2, October none: two months are open, 3 are missing, and the oldest ended on 30 September.
    let months = ["2026-08", "2026-09", "2026-10", "2026-11"];
    let asked = months.map(|month| target("signed", Some(unit(1)), month, "2")).concat();
    let mut edits = [there(), asked].concat();
    for (key, on) in (1..).zip(["2026-02-01", "2026-09-30", "2026-11-20"]) {
        edits.extend(signed(key, unit(1), on, 1));
    }
    let found = of(edits.clone(), "2026-11-28");
    let short = &found[0].short[0];
    assert_eq!((short.short, short.since, short.months), (n("3"), Period::Month(2026, 9), 2));
    assert_eq!(found[0].age(day("2026-11-28")), 59, "30 September to 28 November");
    // What November asks is carried over in December, of which nothing is over yet: 8 less 3.
    assert_eq!(of(edits.clone(), "2026-12-01")[0].short[0].short, n("5"));
    for (key, on) in (4..).zip(["2026-11-21", "2026-11-22", "2026-11-23"]) {
        edits.extend(signed(key, unit(1), on, 1));
    }
    assert_eq!(of(edits, "2026-11-28"), [], "caught up");
}

#[test]
fn in_january_it_is_the_year_before_that_is_over() {
    let edits = [there(), target("signed", Some(unit(1)), "2026-12", "1")].concat();
    assert_eq!(of(edits.clone(), "2026-12-31"), []);
    assert_eq!(of(edits.clone(), "2027-01-01")[0].short[0].since, Period::Month(2026, 12));
    assert_eq!(of(edits, "2027-02-01"), [], "a new year begins with nothing owed");
}
