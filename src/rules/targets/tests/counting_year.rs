//! A counting year that begins on 1 December, at its edges.

use super::*;
use crate::domain::field::OfficeField;
use crate::rules::counting_year::first_month;

/// The office counts from 1 December.
fn december() -> Vec<Edit> {
    vec![fixture::set(RecordId::OFFICE, OfficeField::FirstMonth, Value::Int(12))]
}

#[test]
fn months_are_those_of_the_calendar_and_parts_those_of_the_year() {
    let days = |text: &str, first: u32| {
        let window = Period::from_str(text).ok()?.days(first)?;
        Some(format!("{}..{}", window.from, window.to))
    };
    assert_eq!(days("2026-12", 12).as_deref(), Some("2026-12-01..2026-12-31"));
    assert_eq!(days("2026-02", 12), days("2026-02", 1));
    assert_eq!(days("2026-B1", 12).as_deref(), Some("2025-12-01..2026-01-31"));
    assert_eq!(days("2026-H2", 12).as_deref(), Some("2026-06-01..2026-11-30"));
    assert_eq!(days("2026", 4).as_deref(), Some("2025-04-01..2026-03-31"));
    let of = |cycle, on| Period::of(cycle, day(on), 12).to_string();
    assert_eq!([of(Cycle::Year, "2026-11-30"), of(Cycle::Year, "2026-12-01")], ["2026", "2027"]);
    assert_eq!([of(Cycle::Month, "2026-11-30"), of(Cycle::Month, "2026-12-01")], ["2026-11", "2026-12"]);
    assert_eq!([of(Cycle::Quarter, "2026-11-30"), of(Cycle::Quarter, "2026-12-01")], ["2026-Q4", "2027-Q1"]);
    let nth = |nth, first| Period::nth_month(2026, nth, first).to_string();
    assert_eq!([nth(1, 12), nth(2, 12), nth(12, 12)], ["2025-12", "2026-01", "2026-11"]);
    assert_eq!([nth(1, 4), nth(9, 4), nth(10, 4), nth(12, 4)], ["2025-04", "2025-12", "2026-01", "2026-03"]);
    assert_eq!([nth(1, 1), nth(12, 1)], ["2026-01", "2026-12"]);
    // Every month of a year is a part of it, and no other.
    for first in 1..=12 {
        let months: Vec<Period> = (1..=12).map(|nth| Period::nth_month(2026, nth, first)).collect();
        assert!(months.iter().all(|month| month.year(first) == Some(2026)), "{first}");
        let year = Period::Year(2026).days(first).expect("days");
        assert_eq!(months[0].days(first).map(|of| of.from), Some(year.from), "{first}");
        assert_eq!(months[11].days(first).map(|of| of.to), Some(year.to), "{first}");
    }
}

#[test]
fn what_counts_for_a_year_is_told_apart_at_the_end_of_november() {
    // Signed on 30 November 2025, 1 December 2025, 30 November 2026 and 1 December 2026: the year 2026 has the second
    // and the third, and 2027 the fourth. By the calendar 2026 has the last two.
    let signings = ["2025-11-30", "2025-12-01", "2026-11-30", "2026-12-01"];
    let signings = (1..).zip(signings).map(|(key, on)| signed(key, unit(1), on, 1));
    let there =
        [vec![fixture::set(unit(1), U::Order, Value::Int(1))], target("signed", Some(unit(1)), "2026", "4")];
    let edits: Vec<Edit> = there.into_iter().chain(signings).flatten().collect();
    let done = |edits: Vec<Edit>, on: &str| {
        let office = office(edits);
        let first = first_month(office.state());
        let period = Period::of(Cycle::Year, day(on), first);
        let window = period.window(office.state(), first).expect("a year has days");
        let measured = measure(&office, &[metric("signed")], day(on)).remove(0);
        let ask = Ask {
            period,
            window,
            day: day(on),
            earlier: None,
            by: Elapsed::Months,
            subject: Default::default(),
        };
        let found = progress(office.state(), &aims(&office), "signed", &measured, ask);
        (
            period.to_string(),
            found.rows[0].done,
            found.elapsed,
            found.rows[0].aim.as_ref().map(|aim| aim.target),
        )
    };
    let by = |on: &str| done([edits.clone(), december()].concat(), on);
    // In the first month 1 of 12 is over: 0.083333.
    assert_eq!(by("2025-12-01"), ("2026".to_owned(), n("1"), n("0.083333"), Some(n("4"))));
    assert_eq!(by("2026-11-30"), ("2026".to_owned(), n("2"), n("1"), Some(n("4"))));
    assert_eq!(by("2026-12-01"), ("2027".to_owned(), n("1"), n("0.083333"), None));
    assert_eq!(done(edits.clone(), "2026-12-01"), ("2026".to_owned(), n("2"), n("1"), Some(n("4"))));
}

#[test]
fn the_months_of_the_year_sum_to_it() {
    // 1 a month from December 2025 to November 2026 are 12 of the year 2026 and 3 of its first quarter. By the calendar
    // year 2026 its December is missing.
    let months = (1..=12).map(|nth| Period::nth_month(2026, nth, 12).to_string());
    let mut edits: Vec<Edit> =
        months.flat_map(|month| target("signed", Some(unit(1)), &month, "1")).collect();
    edits.push(fixture::set(unit(1), U::Order, Value::Int(1)));
    let of = |edits: Vec<Edit>, period: &str| {
        let aims = aims(&office(edits));
        aims.of("signed", &Holder::Record(unit(1)), Period::from_str(period).ok()?).map(|aim| aim.target)
    };
    let by_december = [edits.clone(), december()].concat();
    assert_eq!(of(by_december.clone(), "2026"), Some(n("12")));
    assert_eq!(of(by_december.clone(), "2026-Q1"), Some(n("3")));
    assert_eq!(of(edits.clone(), "2026"), None);
    let office = office(by_december);
    assert_eq!(aims(&office).metrics(2025), Vec::<&str>::new(), "December 2025 is a month of the year 2026");
    assert_eq!(aims(&office).metrics(2026), ["signed"]);
    let old = aims(&office).counted_from(1);
    assert_eq!(old.metrics(2025), ["signed"], "a paper of before the setting counts by the calendar");
    // Nothing signed: on 1 December all twelve months are open, the oldest of them December 2025.
    let metrics = [metric("signed")];
    let carried_on = |on: &str| {
        let measured = measure(&office, &metrics, day(on));
        let found = carried(office.state(), &aims(&office), &metrics, &measured, day(on), 12);
        found.first().map(|line| (line.short[0].since.to_string(), line.short[0].months))
    };
    assert_eq!(carried_on("2025-12-31"), None);
    assert_eq!(carried_on("2026-01-01"), Some(("2025-12".to_owned(), 1)));
    assert_eq!(carried_on("2026-12-01"), Some(("2025-12".to_owned(), 12)));
    assert_eq!(carried_on("2027-01-01"), None, "the year 2027 has no target of December");
}
