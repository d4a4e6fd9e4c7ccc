//! Progress by person and by chain (domain notes row 23).

use super::*;
use crate::domain::field::ProjectField as P;
use crate::rules::scoring::Subject;

fn of(office: &fixture::Office, subject: Subject, earlier: Option<&str>) -> Progress {
    let period = Period::Year(2026);
    let window = period.window(office.state(), 1).expect("a year has days");
    let today = day("2026-06-30");
    let measured = measure(office, &[metric("signed")], today).remove(0);
    let ask = Ask { period, window, day: today, earlier: earlier.map(day), by: Elapsed::Months, subject };
    progress(office.state(), &aims(office), "signed", &measured, ask)
}

/// A project signed on a day, of a unit, a person and a chain.
fn project_of(key: u64, of: u64, who: u64, chain: &str, on: &str) -> Vec<Edit> {
    let mut edits = signed(key, unit(of), on, 1_000);
    edits.push(fixture::set(project(key), P::Owner, Value::Ref(person(who))));
    edits.push(fixture::set(project(key), P::Chain, Value::text(chain)));
    edits
}

/// 30 June. Person 1 of unit 1 did 3 of 4, person 2 of unit 2 did 1 of 4 (in January), person 3 of no unit 1 of 1.
/// Person 4 has no target and did nothing.
fn county() -> Vec<Edit> {
    let edits = [
        (1..=2).map(|at| fixture::set(unit(at), U::Order, Value::Int(at as i64))).collect(),
        (1..=2).map(|at| fixture::set(person(at), R::Unit, Value::Ref(unit(at)))).collect(),
        (1..=2).map(|at| fixture::set(unit(at), U::RankGroup, Value::text(&format!("第{at}组")))).collect(),
        vec![
            fixture::set(person(3), R::Name, Value::text("王县长")),
            fixture::set(person(4), R::Unit, Value::Ref(unit(1))),
        ],
        target("signed", None, "2026", "10"),
        target("signed", Some(person(1)), "2026", "4"),
        target("signed", Some(person(2)), "2026", "4"),
        target("signed", Some(person(3)), "2026", "1"),
        set(
            &crate::ledger::State::default(),
            &metric("signed"),
            &Holder::Chain("生物医药".to_owned()),
            Period::Year(2026),
            Some(n("4")),
        ),
        project_of(1, 1, 1, "生物医药", "2026-02-10"),
        project_of(2, 1, 1, "生物医药", "2026-06-30"),
        project_of(3, 1, 1, "氢能", "2026-03-01"),
        project_of(4, 2, 2, "生物医药", "2026-01-20"),
        project_of(5, 2, 3, "", "2026-05-01"),
        project_of(6, 2, 3, "生物医药", "2026-07-01"),
        project_of(7, 1, 2, "风电光伏", "2025-06-30"),
    ];
    edits.concat()
}

#[test]
fn people_are_ranked_all_together() {
    let office = office(county());
    // On 31 January person 2 had 1 of 4, the others nothing: it was first and they shared the second place.
    let found = of(&office, Subject::Person, Some("2026-01-31"));
    let who: Vec<_> = found.rows.iter().map(|row| row.holder.clone()).collect();
    assert_eq!(
        who,
        [person(3), person(1), person(2)].map(Holder::Record),
        "of no unit first; nobody without a number"
    );
    let row = |at: usize| &found.rows[at];
    assert_eq!((row(0).done, row(0).standing), (n("1"), Standing::Met));
    assert_eq!((row(1).done, row(1).rate, row(1).ahead), (n("3"), Some(n("0.75")), Some(n("0.25"))));
    assert_eq!((row(2).done, row(2).ahead, row(2).year_before), (n("1"), Some(n("-0.25")), n("1")));
    assert_eq!([row(0), row(1), row(2)].map(|row| row.place), [Some(1), Some(2), Some(3)]);
    assert_eq!([row(0), row(1), row(2)].map(Row::gained), [Some(1), Some(0), Some(-2)]);
    assert!(found.rows.iter().all(|row| row.group.is_empty() && row.unit().is_none()));
    assert_eq!(super::unit_of(office.state(), &row(1).holder), Some(unit(1)));
    assert_eq!(super::unit_of(office.state(), &row(0).holder), None);
    // The county: five signed by 30 June, of 10.
    assert_eq!((&found.total.holder, found.total.done), (&Holder::County, n("5")));
    assert_eq!(found.total.aim.as_ref().map(|aim| aim.target), Some(n("10")));
    // The same county by unit: each alone in its group.
    let units = of(&office, Subject::Unit, None);
    let done: Vec<_> = units.rows.iter().map(|row| (row.unit(), row.done.to_string())).collect();
    assert_eq!(done, [(Some(unit(1)), "3".to_owned()), (Some(unit(2)), "2".to_owned())]);
}

#[test]
fn chains_stand_as_the_office_lists_them() {
    let found = of(&office(county()), Subject::Chain, None);
    let row = |row: &Row| (row.holder.key(), row.done.to_string(), row.place);
    let rows: Vec<_> = found.rows.iter().map(row).collect();
    let expected = [
        // Listed before it, and with a number of the year before only.
        ("风电光伏".to_owned(), "0".to_owned(), None),
        ("生物医药".to_owned(), "3".to_owned(), Some(1)),
        ("氢能".to_owned(), "1".to_owned(), None),
    ];
    assert_eq!(rows, expected);
    assert_eq!((found.rows[1].rate, found.rows[1].left), (Some(n("0.75")), Some(n("1"))));
    assert_eq!(found.total.done, n("5"), "a project of no chain counts for the county");
}

#[test]
fn equal_rates_share_a_place_and_the_next_one_is_left_out() {
    // 1 of 2, 1 of 2, 1 of 4 and nobody's target: first, first, third, none.
    let mut edits = vec![
        target("signed", Some(person(1)), "2026", "2"),
        target("signed", Some(person(2)), "2026", "2"),
        target("signed", Some(person(3)), "2026", "4"),
        (1..=4).map(|at| fixture::set(person(at), R::Name, Value::text(&format!("{at}")))).collect(),
    ];
    for key in 1..=4 {
        edits.push(project_of(key, 1, key, "", "2026-03-01"));
    }
    let found = of(&office(edits.concat()), Subject::Person, None);
    let places: Vec<_> = found.rows.iter().map(|row| row.place).collect();
    assert_eq!(places, [Some(1), Some(1), Some(3), None]);
}
