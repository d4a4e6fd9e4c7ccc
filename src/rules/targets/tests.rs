mod carried;
mod city;
mod counting_year;
mod holders;
mod table;

use super::set;
use super::*;
use crate::domain::field::{ContestField as C, PersonField as R, TargetField as G, UnitField as U};
use crate::domain::{Decimal, Kind, RecordId, Value};
use crate::ledger::Edit;
use crate::rules::metrics::standard::standard;
use crate::rules::metrics::tests::fixture::*;
use crate::rules::metrics::{Cycle, Elapsed, Metric, Window, measure};
use crate::rules::query::Facts;
use std::str::FromStr;

fn metric(word: &str) -> Metric {
    standard().into_iter().find(|metric| metric.word == word).expect("a standard metric")
}

fn n(text: &str) -> Decimal {
    Decimal::parse(text).expect("a number")
}

/// A target of a metric, for a unit or person, or the county.
fn target(word: &str, of: Option<RecordId>, period: &str, number: &str) -> Vec<Edit> {
    let holder = of.map_or(Holder::County, Holder::Record);
    let period = Period::from_str(period).expect("a period");
    set(&crate::ledger::State::default(), &metric(word), &holder, period, Some(n(number)))
}

fn aims(office: &fixture::Office) -> Aims {
    Aims::read(office.state(), office.rules(), &standard())
}

use crate::rules::metrics::tests::fixture;

#[test]
fn periods_are_written_in_one_way_and_read_in_many() {
    let contest = RecordId::new(Kind::Contest, 7).to_string();
    for text in ["2026", "2026-H1", "2026-Q4", "2026-B6", "2026-03", contest.as_str()] {
        assert_eq!(Period::from_str(text).map(|period| period.to_string()).as_deref(), Ok(text));
    }
    for (text, means) in [
        ("2026年", "2026"),
        ("2026年度", "2026"),
        ("2026年全年", "2026"),
        ("2026年上半年", "2026-H1"),
        ("2026年下半年", "2026-H2"),
        ("2026年一季度", "2026-Q1"),
        ("2026年第四季度", "2026-Q4"),
        ("2026年3月", "2026-03"),
        ("2026.3", "2026-03"),
        ("2026-3月份", "2026-03"),
        (" 2026 年 12 月 ", "2026-12"),
    ] {
        assert_eq!(Period::from_str(text).map(|period| period.to_string()).as_deref(), Ok(means), "{text}");
    }
    for bad in ["", "26", "2026-13", "2026-Q5", "2026-H0", "2026-00", "3月", "2026年春", "x"] {
        assert_eq!(Period::from_str(bad), Err(()), "{bad}");
    }
}

#[test]
fn periods_have_their_days() {
    let office = office(vec![
        on(RecordId::new(Kind::Contest, 7), C::Start, "2026-03-20"),
        on(RecordId::new(Kind::Contest, 7), C::End, "2026-06-27"),
    ]);
    let days = |text: &str, first| {
        let window = Period::from_str(text).ok()?.window(office.state(), first)?;
        Some(format!("{}..{}", window.from, window.to))
    };
    let contest = RecordId::new(Kind::Contest, 7).to_string();
    assert_eq!(days("2026-Q4", 1).as_deref(), Some("2026-10-01..2026-12-31"));
    assert_eq!(days("2026-B1", 1).as_deref(), Some("2026-01-01..2026-02-28"));
    assert_eq!(days("2026", 12).as_deref(), Some("2025-12-01..2026-11-30"));
    assert_eq!(days("2026-Q1", 12).as_deref(), Some("2025-12-01..2026-02-28"));
    assert_eq!(days(&contest, 1).as_deref(), Some("2026-03-20..2026-06-27"), "day 100 is the last");
    assert_eq!(days(&RecordId::new(Kind::Contest, 8).to_string(), 1), None);
    let of = |cycle, on, first| Period::of(cycle, day(on), first).to_string();
    assert_eq!(of(Cycle::Quarter, "2026-11-28", 1), "2026-Q4");
    assert_eq!(of(Cycle::Month, "2026-11-28", 1), "2026-11");
    assert_eq!(of(Cycle::Year, "2025-12-01", 12), "2026");
    assert_eq!(of(Cycle::TwoMonths, "2026-02-28", 1), "2026-B1");
    assert_eq!(of(Cycle::Half, "2026-07-01", 1), "2026-H2");
    assert_eq!(Period::Quarter(2026, 4).next(), Some(Period::Quarter(2027, 1)));
    assert_eq!(Period::Month(2026, 11).next(), Some(Period::Month(2026, 12)));
}

#[test]
fn a_target_is_what_was_recorded_or_what_its_parts_sum_to() {
    let edits = [
        target("signed", Some(unit(1)), "2026-Q1", "2"),
        target("signed", Some(unit(1)), "2026-Q2", "3"),
        target("signed", Some(unit(1)), "2026-Q3", "4"),
        target("signed", Some(unit(1)), "2026-Q4", "5"),
        target("signed", Some(unit(2)), "2026", "40"),
        target("signed", Some(unit(2)), "2026-Q1", "7"),
        target("signed_amount", Some(unit(2)), "2026", "1200000000"),
    ];
    let office = office(edits.concat());
    let aims = aims(&office);
    let of = |unit, period: &str| {
        let aim = aims.of("signed", &Holder::Record(unit), Period::from_str(period).ok()?)?;
        Some((aim.target.to_string(), aim.from, aim.records.len()))
    };
    assert_eq!(of(unit(1), "2026"), Some(("14".to_owned(), AimFrom::Parts, 4)));
    assert_eq!(of(unit(1), "2026-H1"), Some(("5".to_owned(), AimFrom::Parts, 2)));
    assert_eq!(of(unit(2), "2026"), Some(("40".to_owned(), AimFrom::Recorded, 1)));
    assert_eq!(of(unit(2), "2026-Q2"), None, "three quarters are not known");
    let year = Window::of(Cycle::Year, day("2026-06-30"), 1);
    let quarter = Window::of(Cycle::Quarter, day("2026-06-30"), 1);
    let share = aims.prorated("signed", &Holder::Record(unit(2)), Period::Quarter(2026, 2), quarter, year);
    // 40 × 91 ÷ 365
    assert_eq!(
        share.map(|aim| (aim.target.to_string(), aim.from)),
        Some(("9.972603".to_owned(), AimFrom::Prorated))
    );
    let money = aims.of("signed_amount", &Holder::Record(unit(2)), Period::Year(2026));
    assert_eq!(money.map(|aim| aim.target.to_string()).as_deref(), Some("1200000000"), "in yuan");
    assert_eq!(aims.metrics(2026), ["signed", "signed_amount"]);
    assert_eq!(aims.metrics(2025), Vec::<&str>::new());
}

#[test]
fn a_target_without_a_period_is_said_to_be_faulty() {
    let mut edits = target("signed", Some(unit(1)), "2026", "2");
    let id = id("signed", &Holder::Record(unit(1)), Period::Year(2026));
    edits.push(super::super::metrics::tests::fixture::set(id, G::Period, Value::text("明年")));
    let office = office(edits);
    assert_eq!(aims(&office).faulty, [id]);
}

#[test]
fn a_target_that_was_taken_back_can_be_set_again() {
    let office = |edits: Vec<Edit>| fixture::office(edits);
    let holder = Holder::Record(unit(1));
    let period = Period::Year(2026);
    let mut edits = target("signed", Some(unit(1)), "2026", "2");
    edits.extend(set(&crate::ledger::State::default(), &metric("signed"), &holder, period, None));
    let gone = office(edits.clone());
    assert_eq!(aims(&gone).of("signed", &holder, period), None);
    edits.extend(set(gone.state(), &metric("signed"), &holder, period, Some(n("3"))));
    assert_eq!(aims(&office(edits)).of("signed", &holder, period).map(|aim| aim.target), Some(n("3")));
}

#[test]
fn what_is_divided_must_sum_to_what_was_to_be_divided() {
    // County 20: a park 12, of which its own people have 5 + 4, and a town that divides 6 without having a target.
    let edits = [
        target("signed", None, "2026", "20"),
        target("signed", Some(unit(1)), "2026", "12"),
        target("signed", Some(person(1)), "2026", "5"),
        target("signed", Some(person(2)), "2026", "4"),
        target("signed", Some(person(3)), "2026", "6"),
        vec![
            fixture::set(person(1), R::Unit, Value::Ref(unit(1))),
            fixture::set(person(2), R::Unit, Value::Ref(unit(1))),
            fixture::set(person(3), R::Unit, Value::Ref(unit(2))),
            fixture::set(unit(2), U::Order, Value::Int(9)),
            fixture::set(unit(1), U::Order, Value::Int(1)),
        ],
    ];
    let office = office(edits.concat());
    let found = cascade(office.state(), &aims(&office), "signed", Period::Year(2026));
    assert_eq!(found.units.iter().map(|node| node.id).collect::<Vec<_>>(), [unit(1), unit(2)]);
    assert_eq!(found.divided, Some(n("18")));
    assert_eq!(found.short(), Some(n("2")), "20 less 12 and 6");
    assert_eq!(found.units[0].short(), Some(n("3")), "12 less 5 and 4");
    assert_eq!(found.units[1].short(), None, "it divides without having a target");
    assert!(found.has_gap());
}

#[test]
fn units_above_each_other_in_a_circle_hang_nothing_up() {
    let edits = [
        target("signed", Some(unit(1)), "2026", "1"),
        vec![
            fixture::set(unit(1), U::Parent, Value::Ref(unit(2))),
            fixture::set(unit(2), U::Parent, Value::Ref(unit(1))),
        ],
    ];
    let office = office(edits.concat());
    let found = cascade(office.state(), &aims(&office), "signed", Period::Year(2026));
    assert_eq!(found.divided, Some(n("1")));
    let sums = [(unit(1).to_string(), n("2"))].into_iter().collect();
    assert_eq!(rolled_up(office.state(), sums).get(&unit(1)), Some(&n("2")));
}

fn progress_of(office: &fixture::Office, word: &str, on: &str, earlier: Option<&str>) -> Progress {
    let period = Period::Year(2026);
    let window = period.window(office.state(), 1).expect("a year has days");
    let today = day(on);
    let measured = measure(office, &[metric(word)], today).remove(0);
    let ask = Ask {
        period,
        window,
        day: today,
        earlier: earlier.map(day),
        by: Elapsed::Months,
        subject: Default::default(),
    };
    progress(office.state(), &aims(office), word, &measured, ask)
}

#[test]
fn progress_against_the_time() {
    // 30 June, half of the year. Unit 1: 5 of 8 (62.5 %), ahead by 12.5 points, 3 left, in 184 days: 3 ÷ (184 ÷ 7).
    // Unit 2: 1 of 4, behind by 25 points, one short of the half. Unit 3: 2 of 2, met.
    let mut edits = vec![
        target("signed", Some(unit(1)), "2026", "8"),
        target("signed", Some(unit(2)), "2026", "4"),
        target("signed", Some(unit(3)), "2026", "2"),
        (1..=3).map(|at| fixture::set(unit(at), U::Order, Value::Int(at as i64))).collect(),
        (1..=2).map(|at| fixture::set(unit(at), U::RankGroup, Value::text("一类乡镇"))).collect(),
    ];
    for (key, (of, on)) in (1..).zip([
        (1, "2026-01-10"),
        (1, "2026-02-10"),
        (1, "2026-03-10"),
        (1, "2026-06-10"),
        (1, "2026-06-30"),
        (1, "2026-07-01"),
        (2, "2026-01-20"),
        (3, "2026-04-01"),
        (3, "2026-05-01"),
        (1, "2025-03-01"),
        (1, "2025-06-30"),
        (1, "2025-07-01"),
    ]) {
        edits.push(signed(key, unit(of), on, 1_000));
    }
    let office = office(edits.concat());
    let found = progress_of(&office, "signed", "2026-06-30", Some("2026-01-31"));
    assert_eq!(found.elapsed, n("0.5"));
    let row = |at: usize| &found.rows[at];
    assert_eq!(row(0).done, n("5"));
    assert_eq!((row(0).rate, row(0).ahead), (Some(n("0.625")), Some(n("0.125"))));
    assert_eq!((row(0).left, row(0).per_week), (Some(n("3")), Some(n("0.11413"))));
    assert_eq!((row(0).year_before, row(0).growth()), (n("2"), Some(n("1.5"))));
    assert_eq!(row(0).to_half(), Some(n("0")));
    assert_eq!(
        (row(1).standing, row(1).ahead, row(1).to_half()),
        (Standing::Behind, Some(n("-0.25")), Some(n("1")))
    );
    assert_eq!((row(0).standing, row(2).standing), (Standing::Ahead, Standing::Met));
    assert_eq!((row(2).left, row(2).per_week, row(2).growth()), (Some(n("0")), None, None));
    // On 31 January 1 of 8 and 1 of 4: unit 2 was first of the group; now it is second.
    assert_eq!((row(0).place, row(0).earlier, row(0).gained()), (Some(1), Some(2), Some(1)));
    assert_eq!((row(1).place, row(1).gained()), (Some(2), Some(-1)));
    assert_eq!(row(2).place, Some(1), "alone in its group");
    assert_eq!(found.total.done, n("8"));
    assert_eq!(
        found.total.aim.as_ref().map(|aim| aim.target),
        Some(n("14")),
        "what the units are to do together"
    );
}

#[test]
fn a_park_has_what_its_parts_did() {
    let edits = [
        target("signed", Some(unit(1)), "2026", "2"),
        vec![
            fixture::set(unit(1), U::Order, Value::Int(1)),
            fixture::set(unit(2), U::Parent, Value::Ref(unit(1))),
        ],
        signed(1, unit(2), "2026-02-01", 1),
        signed(2, unit(1), "2026-02-01", 1),
    ];
    let found = progress_of(&office(edits.concat()), "signed", "2026-06-30", None);
    let done: Vec<_> = found.rows.iter().map(|row| (row.unit(), row.done.to_string())).collect();
    assert!(
        done.contains(&(Some(unit(1)), "2".to_owned())) && done.contains(&(Some(unit(2)), "1".to_owned()))
    );
    assert_eq!(found.total.done, n("2"), "and the county has it once");
}

#[test]
fn the_last_day_leaves_no_week_and_the_day_before_the_period_nothing_done() {
    let there = vec![fixture::set(unit(1), U::Order, Value::Int(1))];
    let edits = [there, target("signed", Some(unit(1)), "2026", "2"), signed(1, unit(1), "2026-12-31", 1)];
    let office = office(edits.concat());
    let last = progress_of(&office, "signed", "2026-12-31", None);
    assert_eq!((last.rows[0].left, last.rows[0].per_week), (Some(n("1")), None));
    let before = progress_of(&office, "signed", "2025-12-31", None);
    assert_eq!(
        (before.elapsed, before.rows[0].done, before.rows[0].standing),
        (n("0"), n("0"), Standing::Ahead)
    );
}

#[test]
fn three_new_of_a_quarter_and_the_task_of_the_next() {
    let edits = [
        vec![fixture::set(unit(1), U::Order, Value::Int(1))],
        target("signed", Some(unit(1)), "2026-Q3", "2"),
        target("started", Some(unit(1)), "2026-Q3", "1"),
        target("signed", Some(unit(1)), "2026-Q4", "3"),
        target("signed", None, "2026-Q4", "9"),
        signed(1, unit(1), "2026-07-01", 1),
        signed(2, unit(1), "2026-09-30", 1),
        signed(3, unit(1), "2026-10-01", 1),
    ];
    let office = office(edits.concat());
    let quarter = Period::Quarter(2026, 3);
    let window = quarter.window(office.state(), 1).expect("days");
    let metrics = THREE_NEW.map(metric);
    let measured = measure(&office, &metrics, day("2026-11-28"));
    let lines = three_new(
        office.state(),
        &aims(&office),
        [&measured[0], &measured[1], &measured[2]],
        quarter,
        window,
    );
    let line = &lines[0];
    assert_eq!((line.unit, line.done), (Some(unit(1)), [n("2"), n("0"), n("0")]));
    assert_eq!(line.target, [Some(n("2")), Some(n("1")), None]);
    assert_eq!(line.next, [Some(n("3")), None, None]);
    let all = &lines[1];
    assert_eq!(
        (all.unit, all.done[0], all.next[0], all.target[0]),
        (None, n("2"), Some(n("9")), Some(n("2")))
    );
}
