//! What is counted, when, and for whom.

use super::super::*;
use super::fixture::*;
use crate::domain::field::{
    FigureField as F, FundTrancheField as T, OutboundTripField as G, PersonField as R, ProjectField as P,
};
use crate::domain::{Decimal, Exit, Kind, Milestone, RecordId, Value};
use crate::ledger::{CellKey, Edit};
use crate::rules::scoring::Subject;
use proptest::prelude::*;

const TODAY: &str = "2026-11-28";

fn metric(word: &str) -> Metric {
    standard::standard().into_iter().find(|metric| metric.word == word).expect("a standard metric")
}

fn measured(metric: Metric, edits: Vec<Edit>) -> std::sync::Arc<Measured> {
    measure(&office(edits), &[metric], day(TODAY)).remove(0)
}

fn year() -> Window {
    Window::of(Cycle::Year, day(TODAY), 1)
}

/// The numbers of two units.
fn of_units(measured: &Measured, window: Window) -> [String; 2] {
    let sums = measured.sums(Subject::Unit, window);
    [unit(1), unit(2)].map(|unit| sums.get(&unit.to_string()).copied().unwrap_or_default().to_string())
}

fn reviewed(id: RecordId, milestone: Milestone, review: &str, on: Option<&str>) -> Vec<Edit> {
    let mut edits =
        vec![Edit::new(id, CellKey::of(P::MilestoneReview, milestone.element()), Value::text(review))];
    edits.extend(on.map(|on| {
        Edit::new(id, CellKey::of(P::MilestoneRecognised, milestone.element()), Value::Date(day(on)))
    }));
    edits
}

#[test]
fn a_milestone_counts_in_its_period_and_not_before_it_came() {
    let edits = [
        signed(1, unit(1), "2026-01-01", 10_000),
        signed(2, unit(1), "2026-11-28", 20_000),
        signed(3, unit(2), "2025-12-31", 40_000),
        signed(4, unit(2), "2026-11-29", 80_000),
    ];
    let found = measured(metric("signed"), edits.concat());
    assert_eq!(of_units(&found, year()), ["2", "0"]);
    assert_eq!(of_units(&found, year().a_year_before()), ["0", "1"]);
    let money = measured(metric("signed_amount"), edits.concat());
    assert_eq!(of_units(&money, year()), ["300000000", "0"]);
    assert_eq!(money.total(year()).to_string(), "300000000");
}

#[test]
fn what_was_withdrawn_or_returned_does_not_count() {
    let mut edits = [
        signed(1, unit(1), "2026-02-01", 1),
        signed(2, unit(1), "2026-02-01", 1),
        signed(3, unit(1), "2026-02-01", 1),
    ]
    .concat();
    edits.push(set(project(1), P::Exit, Value::text(Exit::Withdrawn.word())));
    edits.extend(reviewed(project(2), Milestone::Signed, "returned", None));
    assert_eq!(of_units(&measured(metric("signed"), edits), year()), ["1", "0"]);
}

#[test]
fn the_rule_says_which_date_decides() {
    // Signed in December, recognised in January: 光谷 counts it in January.
    let mut edits = signed(1, unit(1), "2025-12-20", 1);
    edits.extend(reviewed(project(1), Milestone::Signed, "recognised", Some("2026-01-10")));
    edits.extend(signed(2, unit(2), "2026-01-10", 1));
    let with = |date, recognised_only| {
        let mut metric = metric("signed");
        metric.source = Source::Milestone {
            milestone: "signed".to_owned(),
            date,
            recognised_only,
            amount: Amount::Count,
            dated_by: None,
            within: None,
        };
        of_units(&measured(metric, edits.clone()), year())
    };
    assert_eq!(with(DateOf::Event, false), ["0", "1"]);
    assert_eq!(with(DateOf::Recognised, false), ["1", "0"], "what is only stated has no day of recognition");
    assert_eq!(with(DateOf::Event, true), ["0", "0"]);
    assert_eq!(with(DateOf::Recognised, true), ["1", "0"]);
}

#[test]
fn the_start_rate_asks_what_became_of_the_signings_of_the_year() {
    // Of three signed this year one has begun; one signed last year began this year, which is another number.
    let mut edits = [
        signed(1, unit(1), "2026-01-05", 1),
        signed(2, unit(1), "2026-02-05", 1),
        signed(3, unit(1), "2026-03-05", 1),
        signed(4, unit(1), "2025-03-05", 1),
    ]
    .concat();
    edits.push(reach(project(1), Milestone::Started, "2026-10-01"));
    edits.push(reach(project(2), Milestone::Started, "2026-12-01"));
    edits.push(reach(project(4), Milestone::Started, "2026-05-01"));
    assert_eq!(of_units(&measured(metric("started_of_signed"), edits.clone()), year()), ["1", "0"]);
    assert_eq!(of_units(&measured(metric("started"), edits), year()), ["2", "0"]);
}

#[test]
fn a_milestone_may_have_to_come_within_some_months() {
    let mut edits = [signed(1, unit(1), "2024-06-30", 1), signed(2, unit(2), "2024-06-29", 1)].concat();
    edits.push(reach(project(1), Milestone::Started, "2026-06-30"));
    edits.push(reach(project(2), Milestone::Started, "2026-06-30"));
    let mut two_years = metric("started");
    let Source::Milestone { within, .. } = &mut two_years.source else { panic!("a milestone") };
    *within = Some(Within { of: "signed".to_owned(), months: 24 });
    assert_eq!(of_units(&measured(two_years, edits), year()), ["1", "0"], "to the day, and no day longer");
}

#[test]
fn credit_is_shared_and_the_parts_sum_to_the_whole() {
    // Signed by 1; moved to 2 in March, 1 keeps 50 %. What is signed before the move is 1's alone.
    let mut edits = signed(1, unit(1), "2026-05-01", 10_001);
    edits.extend(transfer(1, project(1), unit(1), unit(2), "2026-03-01", 50));
    edits.push(reach(project(1), Milestone::Negotiating, "2026-02-01"));
    let mut shared = metric("signed_amount");
    shared.credit = Credit::Shares;
    assert_eq!(of_units(&measured(shared, edits.clone()), year()), ["50005000", "50005000"]);
    assert_eq!(of_units(&measured(metric("signed_amount"), edits.clone()), year()), ["0", "100010000"]);
    // 3:7 between who talked first and who is responsible (R19).
    edits.push(set(project(1), P::FirstTalkUnit, Value::Ref(unit(1))));
    let mut first = metric("signed");
    first.credit = Credit::FirstTalk(Decimal::hundredths(30));
    assert_eq!(of_units(&measured(first, edits.clone()), year()), ["0.3", "0.7"]);
    // Who talked first alone has all.
    edits.push(set(project(1), P::FirstTalkUnit, Value::Ref(unit(2))));
    let mut first = metric("signed");
    first.credit = Credit::FirstTalk(Decimal::hundredths(30));
    assert_eq!(of_units(&measured(first, edits), year()), ["0", "1"]);
}

#[test]
fn money_counts_when_it_arrived_by_source_and_use() {
    let mut edits = signed(1, unit(1), "2025-01-01", 100);
    edits.extend(arrival(1, project(1), "2026-03-01", 1_000));
    edits.extend(arrival(2, project(1), "2026-04-01", 2_000));
    edits.extend(arrival(3, project(1), "2025-04-01", 4_000));
    let tranche = |key| RecordId::new(Kind::FundTranche, key);
    edits.push(set(tranche(1), T::Source, Value::text("省外")));
    edits.push(set(tranche(2), T::Purpose, Value::text("流动资金")));
    let all = || measured(metric("arrived"), edits.clone());
    assert_eq!(of_units(&all(), year()), ["30000000", "0"]);
    let out = measured(metric("arrived_out_of_province"), edits.clone());
    assert_eq!(of_units(&out, year()), ["10000000", "0"]);
    // 鄞州 2008: working capital counts 30 %: 1 000 + 600.
    let mut working = metric("arrived");
    working.source = Source::Funds {
        recognised_only: false,
        sources: Vec::new(),
        uses: vec![("流动资金".to_owned(), Decimal::hundredths(30))],
    };
    assert_eq!(of_units(&measured(working, edits), year()), ["16000000", "0"]);
}

#[test]
fn an_amount_that_nobody_stated_is_said_to_be_left_out() {
    let mut edits = signed(1, unit(1), "2026-02-01", 1);
    edits.push(set(project(1), P::TotalInvestment, Value::Empty));
    let found = measured(metric("signed_amount"), edits);
    assert_eq!((found.entries.len(), found.left_out.clone()), (0, vec![project(1)]));
}

#[test]
fn trips_count_for_the_unit_and_for_everybody_who_went() {
    let trip = RecordId::new(Kind::OutboundTrip, 1);
    let mut office_of = crate::ledger::State::default();
    let member = office_of.names_mut().element(&person(2).to_string());
    let edits = vec![
        set(trip, G::Unit, Value::Ref(unit(1))),
        set(trip, G::Leader, Value::Ref(person(1))),
        Edit::new(trip, CellKey::of(G::Members, member), Value::Bool(true)),
        on(trip, G::Start, "2026-03-01"),
        on(trip, G::End, "2026-03-03"),
        set(person(2), R::Unit, Value::Ref(unit(2))),
    ];
    for (at, edit) in (1..).zip(edits) {
        let stamp = crate::ledger::Stamp::new(at, 0, crate::ledger::NodeId(1));
        for change in office_of.changes_for(vec![edit], stamp) {
            office_of.apply(change);
        }
    }
    let found = measure(&finish(office_of), &[metric("trips"), metric("trip_days")], day(TODAY));
    assert_eq!(of_units(&found[0], year()), ["1", "0"]);
    assert_eq!(of_units(&found[1], year()), ["3", "0"], "stated or not, they follow from the days");
    let people = found[1].sums(Subject::Person, year());
    assert_eq!(people.get(&person(2).to_string()).map(ToString::to_string), Some("3".to_owned()));
}

#[test]
fn entered_numbers_add_up_or_replace_each_other() {
    let figure = |key, on_day: &str, number: i64| {
        let id = RecordId::new(Kind::Figure, key);
        vec![
            set(id, F::Metric, Value::Ref(standard::id("trade"))),
            set(id, F::Unit, Value::Ref(unit(1))),
            on(id, F::On, on_day),
            set(id, F::Number, Value::Int(number * 10_000)),
        ]
    };
    let mut edits =
        [figure(1, "2026-03-31", 5), figure(2, "2026-06-30", 8), figure(3, "2025-06-30", 99)].concat();
    // What another county published is no number of ours.
    edits.extend(figure(4, "2026-06-30", 1_000));
    edits.push(set(RecordId::new(Kind::Figure, 4), F::Place, Value::text("邻县")));
    let with = |entering| {
        let trade =
            Metric { word: "trade".to_owned(), source: Source::Entered { entering }, ..Metric::default() };
        let found = measured(trade, edits.clone());
        (of_units(&found, year())[0].clone(), found.total(year()).to_string())
    };
    assert_eq!(with(Entering::Sum), ("13".to_owned(), "13".to_owned()));
    assert_eq!(with(Entering::Latest), ("8".to_owned(), "8".to_owned()));
}

#[test]
fn a_definition_that_is_not_understood_counts_nothing() {
    let edits = signed(1, unit(1), "2026-02-01", 1);
    let mut newer = metric("signed");
    newer.filters = serde_json::from_str(r#"[{"key":"of_tomorrow","test":"filled"}]"#).expect("a condition");
    let found = measured(newer, edits.clone());
    assert_eq!((found.entries.len(), found.not_understood.clone()), (0, vec!["of_tomorrow".to_owned()]));
    let mut other = metric("signed");
    other.source = Source::Records { records: "dream".to_owned(), field: None };
    assert_eq!(measured(other, edits).not_understood[0], "dream");
}

proptest! {
    #[test]
    fn joint_credit_never_loses_or_makes_anything(
        amounts in proptest::collection::vec((1..1_000_000_i64, 0..=100_i64, 1..28_u32, 1..28_u32), 1..8)
    ) {
        let mut edits = Vec::new();
        for (key, (amount, kept, signed_on, moved_on)) in (1..).zip(&amounts) {
            edits.extend(signed(key, unit(1), &format!("2026-02-{signed_on:02}"), *amount));
            edits.extend(transfer(key, project(key), unit(1), unit(2), &format!("2026-02-{moved_on:02}"), *kept));
        }
        let mut shared = metric("signed_amount");
        shared.credit = Credit::Shares;
        let found = measured(shared, edits);
        let sums: Decimal = found.sums(Subject::Unit, year()).into_values().sum();
        prop_assert_eq!(sums, found.total(year()));
        let all: i64 = amounts.iter().map(|(amount, ..)| amount * 10_000).sum();
        prop_assert_eq!(found.total(year()), Decimal::whole(all));
    }
}
