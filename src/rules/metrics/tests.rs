mod behind;
mod counts;
mod edit;
pub(crate) mod fixture;

use super::*;
use crate::domain::Date;
use crate::rules::query::Facts;

fn day(text: &str) -> Date {
    Date::parse_iso(text).expect("a day")
}

fn window(cycle: Cycle, on: &str, first_month: u32) -> String {
    let Window { from, to } = Window::of(cycle, day(on), first_month);
    format!("{from}..{to}")
}

#[test]
fn periods_lie_where_the_year_begins() {
    assert_eq!(window(Cycle::Month, "2024-02-10", 1), "2024-02-01..2024-02-29");
    assert_eq!(window(Cycle::TwoMonths, "2026-04-30", 1), "2026-03-01..2026-04-30");
    assert_eq!(window(Cycle::Quarter, "2026-11-28", 1), "2026-10-01..2026-12-31");
    assert_eq!(window(Cycle::Half, "2026-06-30", 1), "2026-01-01..2026-06-30");
    assert_eq!(window(Cycle::Half, "2026-07-01", 1), "2026-07-01..2026-12-31");
    assert_eq!(window(Cycle::Year, "2026-07-01", 1), "2026-01-01..2026-12-31");
    // 鄞州 2008: the counting year runs from 1 December to 30 November.
    assert_eq!(window(Cycle::Year, "2026-11-30", 12), "2025-12-01..2026-11-30");
    assert_eq!(window(Cycle::Year, "2026-12-01", 12), "2026-12-01..2027-11-30");
    assert_eq!(window(Cycle::Quarter, "2026-01-15", 12), "2025-12-01..2026-02-28");
}

#[test]
fn june_is_half_by_months_and_a_little_less_by_days() {
    let year = Window::of(Cycle::Year, day("2026-06-30"), 1);
    let share = |on, by| elapsed(year, day(on), by).to_string();
    assert_eq!(share("2026-06-01", Elapsed::Months), "0.5");
    assert_eq!(share("2026-06-30", Elapsed::Months), "0.5");
    // 181 of 365 days.
    assert_eq!(share("2026-06-30", Elapsed::Days), "0.49589");
    assert_eq!(share("2025-12-31", Elapsed::Days), "0");
    assert_eq!(share("2026-01-01", Elapsed::Days), "0.00274");
    assert_eq!(share("2026-12-31", Elapsed::Days), "1");
    assert_eq!(share("2030-01-01", Elapsed::Months), "1");
}

#[test]
fn the_year_before_ends_where_its_month_ends() {
    let before = |from, to| {
        let Window { from, to } = Window::new(day(from), day(to)).a_year_before();
        format!("{from}..{to}")
    };
    assert_eq!(before("2025-01-01", "2025-02-28"), "2024-01-01..2024-02-29");
    assert_eq!(before("2024-01-01", "2024-02-29"), "2023-01-01..2023-02-28");
    assert_eq!(before("2026-03-15", "2026-04-14"), "2025-03-15..2025-04-14");
}

#[test]
fn standard_metrics_are_understood_and_read_back_from_their_records() {
    let all = standard::standard();
    assert!(all.len() > 20);
    let store = fixture::office(Vec::new());
    let measured = measure(&store, &all, day("2026-11-28"));
    for (metric, found) in all.iter().zip(&measured) {
        assert_eq!(found.not_understood, Vec::<String>::new(), "{}", metric.word);
        assert!(!metric.name.zh.is_empty() && !metric.name.en.is_empty(), "{}", metric.word);
    }
    assert_eq!(standard::in_force(store.state()), all);
    let edits = all.iter().zip(0..).flat_map(|(metric, order)| standard::write(metric, order)).collect();
    assert_eq!(standard::in_force(fixture::office(edits).state()), all, "as records");
}
