//! 全市位次 and 开工率.

use super::*;
use crate::domain::field::{FigureField as F, ProjectField as P};
use crate::domain::{Exit, Milestone};
use crate::rules::metrics::standard;

fn published(key: u64, place: &str, on_day: &str, number: i64) -> Vec<Edit> {
    let id = RecordId::new(Kind::Figure, key);
    vec![
        fixture::set(id, F::Metric, Value::Ref(standard::id("signed"))),
        fixture::set(id, F::Place, Value::text(place)),
        on(id, F::On, on_day),
        fixture::set(id, F::Number, Value::Int(number * 10_000)),
    ]
}

#[test]
fn the_county_stands_among_what_others_published_last() {
    let edits = [
        standard::write(&metric("signed"), 0),
        published(1, "滨江县", "2026-09-30", 9),
        published(2, "滨江县", "2026-10-31", 12),
        published(3, "临湖县", "2026-10-31", 7),
        published(4, "北川区", "2026-10-31", 7),
        published(5, "北川区", "2025-10-31", 99),
        published(6, "临湖县", "2026-11-29", 99),
    ];
    let office = office(edits.concat());
    let window = Window::of(Cycle::Year, day("2026-11-28"), 1);
    let of = |own: &str| {
        let found = places(&office, "signed", n(own), window, day("2026-11-28"));
        found.into_iter().map(|place| (place.name.unwrap_or_default(), place.rank)).collect::<Vec<_>>()
    };
    let named = |list: &[(&str, usize)]| {
        list.iter().map(|(name, rank)| ((*name).to_owned(), *rank)).collect::<Vec<_>>()
    };
    assert_eq!(of("8"), named(&[("滨江县", 1), ("", 2), ("临湖县", 3), ("北川区", 3)]));
    assert_eq!(
        of("12"),
        named(&[("", 1), ("滨江县", 1), ("临湖县", 3), ("北川区", 3)]),
        "equal ones share it"
    );
    assert_eq!(places(&office, "started", n("8"), window, day("2026-11-28")), []);
}

#[test]
fn the_two_bases_of_the_start_rate_differ() {
    // Unit 1 signed 4 this year, of which 1 started: 25 %. On its list are these, one signed and started last year,
    // and one in talks: 6, of which 2 started. One that was withdrawn is on neither.
    let mut edits = vec![fixture::set(unit(1), U::Order, Value::Int(1))];
    for (key, on) in
        (1..).zip(["2026-01-01", "2026-03-01", "2026-11-28", "2026-10-01", "2025-12-31", "2026-05-01"])
    {
        edits.extend(signed(key, unit(1), on, 1));
    }
    edits.push(reach(project(1), Milestone::Started, "2026-11-28"));
    edits.push(reach(project(5), Milestone::Started, "2026-02-01"));
    edits.push(fixture::set(project(6), P::Exit, Value::text(Exit::Withdrawn.word())));
    edits.push(fixture::set(project(7), P::Unit, Value::Ref(unit(1))));
    edits.push(reach(project(7), Milestone::Negotiating, "2026-04-01"));
    let office = office(edits);
    let measured = measure(&office, &start_rate_metrics(&standard::standard()), day("2026-11-28"));
    let window = Window::new(day("2026-01-01"), day("2026-11-28"));
    let [a, b, c, d] = &measured[..] else { panic!("four metrics") };
    let found = start_rates(office.state(), [a, b, c, d], window);
    let all = found.last().expect("all together");
    assert_eq!(
        (all.signed, all.signed_started, all.listed, all.listed_started),
        (n("4"), n("1"), n("6"), n("2"))
    );
    assert_eq!((all.of_signed(), all.of_listed()), (Some(n("0.25")), Some(n("0.333333"))));
    assert_eq!(found.len(), 2);
    assert_eq!((found[0].unit, found[0].of_signed()), (Some(unit(1)), Some(n("0.25"))));
}
