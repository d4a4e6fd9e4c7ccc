use super::*;
use crate::domain::Field;
use crate::domain::field::{
    AmbassadorField as M, DutyMonthField, Elements, InspectionField as Y, IssueField as I,
    OutboundTripField as G, PermitField as S, PolicyPromiseField as D, PromotionEventField as H,
    UnitField as U,
};
use crate::ledger::{NodeId, Record, Stamp, State};
use crate::rules::OfficeRules;
use crate::rules::calendar::{Asked, What, entries};
use crate::rules::references::{members, says};
use crate::rules::today::{Whose, day};
use crate::rules::tour::stops;
use crate::rules::trips::{Trip, TripKind};
use crate::store::Index;
use std::collections::BTreeSet;

fn fold(today: Date) -> State {
    let mut state = State::default();
    for ((_, edits), millis) in county(state.names_mut(), today).into_iter().zip(1..) {
        for change in state.changes_for(edits, Stamp::new(millis, 0, NodeId(1))) {
            state.apply(change);
        }
    }
    state
}

#[test]
fn every_screen_has_something_true_to_show() {
    for text in ["2026-01-02", "2026-09-30", "2027-12-31"] {
        let today = Date::parse_iso(text).expect("a day");
        let state = fold(today);
        let index = Index::build(&state);
        assert_eq!(index.projects().count(), PROJECTS);
        for &stage in Stage::ALL {
            assert!(index.projects().any(|(_, s)| s.stage == stage), "{stage:?} on {text}");
        }
        assert!(index.projects().any(|(_, s)| s.exit.is_some()));
        assert!(index.projects().any(|(_, s)| s.arrived_yuan > 0));
        let list = day(&state, index.rules(), index.projects(), Whose::All, today);
        assert!(!list.overdue.is_empty() && !list.week.is_empty() || !list.today.is_empty(), "{text}");
        assert!(!list.stale.is_empty());
        assert!(index.projects().all(|(_, s)| s.last_follow_up.is_none_or(|day| day <= today)));
    }
}

#[test]
fn the_same_day_gives_the_same_county() {
    let today = Date::parse_iso("2026-09-30").expect("a day");
    assert_eq!(county(&mut Names::default(), today), county(&mut Names::default(), today));
}

#[test]
fn it_has_a_past_that_grows_day_by_day() {
    let today = Date::parse_iso("2026-11-27").expect("a day");
    let mut state = State::default();
    let days = county(state.names_mut(), today);
    assert!(days.is_sorted_by(|a, b| a.0 < b.0));
    assert!(days.iter().all(|(day, _)| *day <= today));
    let mut given = BTreeSet::new();
    let millis = |day: Date| u64::try_from(day.days()).expect("after 1970") * 86_400_000;
    for (day, edits) in days {
        for edit in &edits {
            assert!(given.insert((edit.record, edit.cell)), "{:?} is given once", edit.cell);
        }
        for change in state.changes_for(edits, Stamp::new(millis(day), 0, NodeId(1))) {
            state.apply(change);
        }
    }
    assert_eq!(state.live(Kind::Project).count(), PROJECTS);
    let count = |days: i32| state.as_of(millis(today.plus(-days))).live(Kind::Project).count();
    let counts = [500, 120, 30, 0].map(count);
    assert!(counts.is_sorted() && counts[1] > 5 && counts[1] < counts[2], "{counts:?}");
    // What belongs to a project is never there before it.
    for days in (0..400).step_by(20) {
        let then = state.as_of(millis(today.plus(-days)));
        for kind in [Kind::FollowUp, Kind::FundTranche] {
            for (id, record) in then.live(kind) {
                let owner = record
                    .cells()
                    .iter()
                    .find_map(|cell| cell.value.as_ref_id().filter(|to| to.kind == Kind::Project));
                assert!(owner.is_some_and(|owner| then.record(owner).is_some()), "{id} {days} days ago");
            }
        }
    }
}

/// How many live records of a kind there are of which something holds.
fn count(state: &State, kind: Kind, holds: impl Fn(&Record) -> bool) -> usize {
    state.live(kind).filter(|(_, record)| holds(record)).count()
}

#[test]
fn the_year_is_told_in_every_kind_with_some_things_late() {
    for text in ["2026-01-02", "2026-09-30", "2027-12-31"] {
        let today = Date::parse_iso(text).expect("a day");
        let state = fold(today);
        let all = |kind| count(&state, kind, |_| true);
        for kind in [
            Kind::OutboundTrip,
            Kind::Reception,
            Kind::PromotionEvent,
            Kind::LeaderActivity,
            Kind::Station,
            Kind::Ambassador,
            Kind::Training,
            Kind::DutyMonth,
            Kind::Issue,
            Kind::Permit,
            Kind::PermitTemplate,
            Kind::PolicyPromise,
            Kind::Inspection,
        ] {
            assert!(all(kind) >= 3, "{kind:?} on {text}");
        }
        let before =
            |record: &Record, field: Field| record.get(field).as_date().is_some_and(|day| day < today);
        let none = |record: &Record, field: Field| record.get(field).is_empty();
        let late = |kind, due: Field, done: Field| count(&state, kind, |r| before(r, due) && none(r, done));
        assert!(late(Kind::Issue, I::DueOn.field(), I::SolvedOn.field()) > 0, "{text}");
        assert!(late(Kind::Permit, S::DueOn.field(), S::DoneOn.field()) > 0, "{text}");
        assert!(late(Kind::Inspection, Y::DueOn.field(), Y::CorrectedOn.field()) > 0, "{text}");
        let owed = |r: &Record| {
            r.get(D::ConditionMet).is_true() && before(r, D::DueOn.field()) && none(r, D::Paid.field())
        };
        assert!(count(&state, Kind::PolicyPromise, owed) > 0, "{text}");
        assert!(count(&state, Kind::Issue, |r| !r.family(I::HandedTo.field()).is_empty()) > 0, "{text}");
        assert!(late(Kind::OutboundTrip, G::End.field(), G::ClosedOn.field()) > 0, "{text}");
        // Trips of every kind: led by county leaders, behind them, and by a unit itself.
        let rules = OfficeRules::default();
        let kinds: Vec<TripKind> =
            state.live(Kind::OutboundTrip).map(|(_, r)| Trip::read(&state, &rules, r).kind).collect();
        let of = |kind| kinds.iter().filter(|&&each| each == kind).count();
        let [led, behind, alone] = TripKind::ALL.map(of);
        assert!(led >= 5 && led < behind && led < alone, "{led}, {behind}, {alone} on {text}");
        let ends =
            |r: &Record| r.get(M::Until).as_date().is_some_and(|day| (0..=30).contains(&day.since(today)));
        assert_eq!(count(&state, Kind::Ambassador, ends), 1, "{text}");
        // One unit that recruits never went out.
        let out = |unit: RecordId| {
            count(&state, Kind::OutboundTrip, |r| r.get(G::Unit).as_ref_id() == Some(unit)) > 0
        };
        let recruits = |r: &Record| r.get(U::RankGroup).as_text() != Some("不参与考核");
        let idle = state.live(Kind::Unit).filter(|&(id, record)| recruits(record) && !out(id)).count();
        assert_eq!(idle, 1, "{text}");
        // Every month of which days at post are declared is over.
        let this = today.naive().format("%Y-%m").to_string();
        assert_eq!(
            count(&state, Kind::DutyMonth, |r| r.get(DutyMonthField::Month).as_text() >= Some(&*this)),
            0
        );
        let tours = state.live(Kind::PromotionEvent).filter(|&(id, _)| stops(&state, id).len() >= 3);
        let kinds: Vec<_> = tours.filter_map(|(_, r)| r.get(H::EventKind).as_text()).collect();
        assert_eq!(kinds.len(), 2, "{kinds:?} on {text}");
        let span = Asked { whose: Whose::All, from: today.plus(-200), until: today.plus(330), today };
        let found = entries(&state, span);
        for what in What::ALL {
            assert!(found.iter().any(|entry| entry.what == what), "{what:?} on {text}");
        }
    }
}

/// The records that one points to.
fn pointed(state: &State, record: &Record) -> Vec<RecordId> {
    let mut to: Vec<RecordId> = record.cells().iter().filter_map(|cell| cell.value.as_ref_id()).collect();
    let kind = record.cells().first().map(|cell| cell.key.field);
    for &kind in kind.map_or(&[][..], |_| Kind::ALL) {
        for (field, def) in Field::of(kind) {
            if matches!(def.elements, Elements::Records(_))
                && record.family(field).iter().any(|cell| says(&cell.value))
            {
                to.extend(members(state, record, field));
            }
        }
    }
    to
}

#[test]
fn nobody_names_a_record_before_it_is_there() {
    let today = Date::parse_iso("2026-11-27").expect("a day");
    let mut state = State::default();
    let days = county(state.names_mut(), today);
    let millis = |day: Date| u64::try_from(day.days()).expect("after 1970") * 86_400_000;
    for (day, edits) in days {
        for change in state.changes_for(edits, Stamp::new(millis(day), 0, NodeId(1))) {
            state.apply(change);
        }
    }
    for days in (0..400).step_by(20) {
        let then = state.as_of(millis(today.plus(-days)));
        for &kind in Kind::ALL {
            for (id, record) in then.live(kind) {
                let missing = pointed(&then, record).into_iter().find(|&to| then.record(to).is_none());
                assert_eq!(missing, None, "named by {id} {days} days ago");
            }
        }
    }
}

#[test]
fn its_permits_are_those_of_the_templates_and_planned_as_the_office_would() {
    use crate::rules::permits::{self, templates};
    let state = fold(Date::parse_iso("2026-09-30").expect("a day"));
    let own = templates(&state);
    assert!(own.iter().all(|template| template.department.is_some()));
    let mut of: std::collections::BTreeMap<RecordId, Vec<RecordId>> = std::collections::BTreeMap::new();
    for (id, record) in state.live(Kind::Permit) {
        of.entry(record.get(S::Project).as_ref_id().expect("a project")).or_default().push(id);
    }
    let mut sizes = BTreeSet::new();
    for (project, ids) in of {
        let record = state.record(project).expect("a project");
        let needed: BTreeSet<_> = own.iter().filter(|t| t.is_for(record)).map(|t| t.name.clone()).collect();
        let permits = permits::of_project(&state, &ids);
        assert_eq!(permits.iter().map(|permit| permit.name.clone()).collect::<BTreeSet<_>>(), needed);
        assert!(permits.iter().all(|permit| !permit.is_by_hand()), "{project}");
        sizes.insert(needed.len());
    }
    // Where a plant is rented, land and planning need no permit.
    assert_eq!(sizes, BTreeSet::from([6, 8]));
}

/// The same days of the year before have signings, starts and money, and the growth is one that a county could report.
#[test]
fn a_year_can_be_compared_with_the_one_before() {
    use crate::rules::metrics::{Cycle, Window, measure, standard};
    const WORDS: [&str; 4] = ["signed", "signed_amount", "started", "arrived"];
    let all = standard::standard();
    let metrics: Vec<_> =
        WORDS.iter().filter_map(|word| all.iter().find(|metric| metric.word == *word)).cloned().collect();
    for text in ["2026-09-30", "2026-11-29", "2027-12-31"] {
        let today = Date::parse_iso(text).expect("a day");
        let mut names = Names::default();
        let days = county(&mut names, today);
        let now = assess::then(&days, &names, today);
        let year = Window::of(Cycle::Year, today, 1).until(today).expect("it has begun");
        for (metric, measured) in metrics.iter().zip(measure(&now, &metrics, today)) {
            let (this, last) = (measured.total(year).trunc(), measured.total(year.a_year_before()).trunc());
            assert!(
                last > 0 && (50..=200).contains(&(this * 100 / last.max(1))),
                "{text}: {} {this} after {last}",
                metric.word
            );
        }
    }
}
