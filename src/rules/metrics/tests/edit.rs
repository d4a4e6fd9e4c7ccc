//! What the editor of a metric offers, and what of a definition outlives a change of its source.

use super::fixture::{office, project, set, signed, unit};
use super::*;
use crate::domain::field::{MetricField, OutboundTripField as G, ProjectField as P};
use crate::domain::milestone::Review;
use crate::domain::{Decimal, Kind, Milestone, Stage, Value};
use crate::ledger::{CellKey, Edit, State};
use crate::rules::metrics::edit::*;
use crate::rules::query::{Column, Facts, Filter, Test};

fn where_(key: &str, test: Test) -> Filter {
    Filter { key: key.to_owned(), test }
}

#[test]
fn what_still_fits_stays_when_the_source_is_changed() {
    let mut metric = fresh("m");
    metric.filters.push(where_("total_investment", Test::Between { min: Some(1), max: None }));
    metric.filters.push(where_("a_column_of_a_newer_version", Test::Filled));
    change(&mut metric, |source| {
        if let Source::Milestone { amount, recognised_only, .. } = source {
            (*amount, *recognised_only) = (Amount::Total, true);
        }
    });
    assert_eq!(metric.unit, Unit::Yuan, "a sum of money is money");
    turn_to(&mut metric, "standing");
    assert_eq!(metric.source, Source::Standing { stages: Vec::new(), amount: Amount::Total });
    assert_eq!((metric.filters.len(), metric.unit), (3, Unit::Yuan), "the same projects are counted");
    turn_to(&mut metric, "records");
    assert_eq!(metric.filters, [], "trips have neither exits nor investments");
    assert_eq!(metric.unit, Unit::Time);

    let mut metric = fresh("m");
    change(&mut metric, |source| {
        if let Source::Milestone { recognised_only, .. } = source {
            *recognised_only = true;
        }
    });
    turn_to(&mut metric, "funds");
    assert!(matches!(metric.source, Source::Funds { recognised_only: true, .. }));
    assert_eq!((metric.filters.len(), metric.unit), (1, Unit::Yuan));
    // Nothing is lost by choosing what is chosen.
    let before = metric.clone();
    turn_to(&mut metric, "funds");
    assert_eq!(metric, before);
    turn_to(&mut metric, "entered");
    assert_eq!((metric.filters.len(), metric.unit), (0, Unit::Yuan), "any unit can be entered");

    // Trips and receptions both have a unit, and only trips a kind.
    let records = |kind: Kind| {
        move |source: &mut Source| *source = Source::Records { records: kind.word().to_owned(), field: None }
    };
    let mut metric = Metric::default();
    change(&mut metric, records(Kind::OutboundTrip));
    metric.filters = vec![
        where_("unit", Test::AnyOf(vec![unit(1).to_string()])),
        where_("trip_kind", Test::AnyOf(vec!["led".to_owned()])),
    ];
    change(&mut metric, records(Kind::Reception));
    let keys: Vec<&str> = metric.filters.iter().map(|filter| filter.key.as_str()).collect();
    assert_eq!(keys, ["unit"]);
}

#[test]
fn everything_that_is_offered_is_understood_and_counted_in_a_unit_that_fits() {
    let facts = office(Vec::new());
    let today = day("2026-11-28");
    let stage = Stage::Signed.word().to_owned();
    let mut all: Vec<Metric> = Vec::new();
    for word in SOURCES {
        let mut metric = fresh("m");
        turn_to(&mut metric, word);
        assert_eq!(source_word(&metric.source), word);
        if let Source::Standing { stages, .. } = &mut metric.source {
            stages.push(stage.clone());
        }
        all.push(metric);
    }
    assert!(kinds().count() >= 10);
    for kind in kinds() {
        let fields = summed(kind).into_iter().filter_map(|field| Some(field.def(kind)?.word.to_owned()));
        for field in fields.map(Some).chain([None]) {
            let mut metric = Metric::default();
            change(&mut metric, |source| {
                *source = Source::Records { records: kind.word().to_owned(), field };
            });
            all.push(metric);
        }
        assert!(dated_by(kind).is_some());
    }
    for (metric, measured) in all.iter().zip(measure(&facts, &all, today)) {
        assert_eq!(measured.not_understood, Vec::<String>::new(), "{:?}", metric.source);
        assert!(units(&metric.source).contains(&metric.unit), "{:?}", metric.source);
    }
    let days = summed(Kind::OutboundTrip);
    assert!(days.contains(&G::Days.into()) && days.contains(&G::Companies.into()));
    // The shipped metrics are counted in units that the editor offers.
    for metric in standard::standard() {
        assert!(units(&metric.source).contains(&metric.unit), "{}", metric.word);
    }
}

#[test]
fn every_column_that_is_offered_can_be_kept_and_the_usual_ones_come_first() {
    let state = State::default();
    for kind in kinds().chain([Kind::Project]) {
        let all = columns(kind, &state);
        assert!(!all.is_empty(), "{kind:?}");
        for column in &all {
            let key = column.key(kind, state.names());
            assert_eq!(Column::from_key(kind, &key, state.names()), Some(*column));
        }
    }
    let first: Vec<String> = columns(Kind::Project, &state)
        .iter()
        .take(3)
        .map(|column| column.key(Kind::Project, state.names()))
        .collect();
    assert_eq!(first, ["total_investment", "capital_origin", "exit"]);
}

#[test]
fn a_condition_is_set_changed_and_taken_away_where_it_stands() {
    let mut filters = fresh("m").filters;
    let least = |min| Some(Test::Between { min: Some(min), max: None });
    // Nothing is a condition before something is chosen.
    assert_eq!(put(&mut filters, None, "total_investment", None), None);
    assert_eq!(filters.len(), 1);
    let at = put(&mut filters, None, "total_investment", least(1));
    assert_eq!(at, Some(1));
    assert_eq!(put(&mut filters, at, "total_investment", least(2)), Some(1));
    assert_eq!(filters[1].test, Test::Between { min: Some(2), max: None });
    assert_eq!(put(&mut filters, at, "total_investment", None), None);
    assert_eq!(filters.len(), 1);
    // What was taken away meanwhile is written anew, and not over another.
    assert_eq!(put(&mut filters, Some(0), "industry", Some(Test::Filled)), Some(1));
    assert_eq!(filters[0].key, "exit");
}

#[test]
fn a_share_outlives_the_change_from_one_unit_to_the_other() {
    let half = Decimal::ten_thousandths(5_000);
    assert_eq!(credit("host", Credit::FirstTalk(half)), Credit::Host(half));
    // 3:7 where nothing was agreed (domain notes R19).
    assert_eq!(credit("first_talk", Credit::Shares), Credit::FirstTalk(Decimal::ten_thousandths(3_000)));
    for word in CREDITS {
        assert_eq!(credit_word(credit(word, Credit::Responsible)), word);
    }
}

#[test]
fn what_is_missing_is_said_and_a_new_word_is_nobodys() {
    let mut metric = fresh("m");
    assert_eq!(missing(&metric), Some(Missing::Name));
    metric.name.zh = "大项目".to_owned();
    assert_eq!(missing(&metric), None);
    turn_to(&mut metric, "standing");
    assert_eq!(missing(&metric), Some(Missing::Stages));

    let facts = office(Vec::new());
    assert_eq!(free_word(facts.state()), "metric_1");
    // One that was retired keeps its word.
    let mut edits = standard::write(&Metric { word: "metric_1".to_owned(), ..metric }, 0);
    edits.push(Edit::new(standard::id("metric_1"), MetricField::Retired, Value::Bool(true)));
    let facts = office(edits);
    assert_eq!(free_word(facts.state()), "metric_2");
    let opened = |word| opened(facts.state(), word).map(|metric| metric.filters.len());
    // A new one begins with what left the pipeline left out; what was retired is not begun anew.
    assert_eq!((opened("metric_2"), opened("metric_1"), opened("signed_yi")), (Some(1), None, Some(2)));
}

/// “≥1亿元、外资除外、按认定日期的签约项目”, condition by condition, on six projects signed in 2026:
///
/// | project | 亿元 | origin | recognised |
/// |---|---|---|---|
/// | 1 | 1 | 内资 | 2026-03-05 |
/// | 2 | 0.9999 | 内资 | 2026-03-05 |
/// | 3 | 2 | 外资 | 2026-03-05 |
/// | 4 | 3 | – | 2026-01-01, signed on 2025-12-31 |
/// | 5 | 5 | 港澳台资 | not yet |
/// | 6 | 4 | 内资 | 2026-05-01, but lost |
#[test]
fn the_metric_of_the_issue_counts_less_with_each_condition() {
    let mut edits: Vec<Edit> = Vec::new();
    let rows = [
        (1, "2026-03-01", 10_000, "内资", Some("2026-03-05")),
        (2, "2026-03-01", 9_999, "内资", Some("2026-03-05")),
        (3, "2026-03-01", 20_000, "外资", Some("2026-03-05")),
        (4, "2025-12-31", 30_000, "", Some("2026-01-01")),
        (5, "2026-04-01", 50_000, "港澳台资", None),
        (6, "2026-04-01", 40_000, "内资", Some("2026-05-01")),
    ];
    for (key, signed_on, amount, origin, recognised) in rows {
        edits.extend(signed(key, unit(1), signed_on, amount));
        if !origin.is_empty() {
            edits.push(set(project(key), P::CapitalOrigin, Value::text(origin)));
        }
        if let Some(recognised) = recognised {
            let cell = |field| CellKey::of(field, Milestone::Signed.element());
            let word = Value::text(Review::Recognised.word());
            edits.push(Edit::new(project(key), cell(P::MilestoneReview), word));
            edits.push(Edit::new(project(key), cell(P::MilestoneRecognised), Value::Date(day(recognised))));
        }
    }
    edits.push(set(project(6), P::Exit, Value::text("lost")));
    let facts = office(edits);
    let year = Window::of(Cycle::Year, day("2026-11-28"), 1);
    let count = |metric: &Metric| {
        let measured = measure(&facts, std::slice::from_ref(metric), day("2026-11-28")).remove(0);
        measured.total(year).to_string()
    };
    let mut metric = fresh("m");
    // By the date of signing: 1, 2, 3 and 5; 4 was signed the year before, 6 was lost.
    assert_eq!(count(&metric), "4");
    put(
        &mut metric.filters,
        None,
        "total_investment",
        Some(Test::Between { min: Some(100_000_000), max: None }),
    );
    // 2 lacks one 万元.
    assert_eq!(count(&metric), "3");
    put(&mut metric.filters, None, "capital_origin", Some(Test::NoneOf(vec!["外资".to_owned()])));
    assert_eq!(count(&metric), "2");
    change(&mut metric, |source| {
        if let Source::Milestone { date, .. } = source {
            *date = DateOf::Recognised;
        }
    });
    // By recognition: 1, and 4, whose origin nobody wrote down; 5 waits.
    assert_eq!(count(&metric), "2");
    change(&mut metric, |source| {
        if let Source::Milestone { amount, .. } = source {
            *amount = Amount::Total;
        }
    });
    // 1 + 3 亿元.
    assert_eq!((count(&metric).as_str(), metric.unit), ("400000000", Unit::Yuan));
}
