//! How long the rules take over a county at work, natively: `bench-rules [PROJECTS [WORDS]]` prints the median of nine,
//! in milliseconds, of what is called by these words, and how many records there are.

use std::time::Instant;
use zhaoshang::domain::{Date, Kind, RecordId};
use zhaoshang::ledger::{Change, Clock, Names, NodeId, State, VersionVector};
use zhaoshang::rules::metrics::{self, measure, standard};
use zhaoshang::rules::query::{Ask, DayRange, View, run};
use zhaoshang::rules::scoring;
use zhaoshang::rules::targets::{Aims, Period};
use zhaoshang::rules::warnings::Kept;
use zhaoshang::rules::{
    calendar, health, issues, permits, post, promises, responsibility, today, trips, visits,
};
use zhaoshang::store::generate::{Size, generate_assessed, generate_working};
use zhaoshang::store::{Journal, Store, WriteError};

const RUNS: usize = 9;

fn main() {
    let projects = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(10_000);
    let day = Date::ymd(2026, 11, 1).expect("a day");
    let size = Size { projects, follow_ups_each: 5 };
    let store = open(|names| generate_working(size, 7, day, names));
    for &kind in Kind::ALL.iter().filter(|&&kind| store.state().count(kind) > 0) {
        print!("{} {}, ", store.state().count(kind), kind.word());
    }
    println!();
    let (state, rules) = (store.state(), store.index().rules());
    let mut kept = Kept::default();
    time("warnings of all projects", || {
        kept.refresh(&store, None, day);
        kept.all().len()
    });
    let touched: Vec<RecordId> = state.live(Kind::Permit).map(|(id, _)| id).take(1).collect();
    time("warnings after an edit", || {
        kept.refresh(&store, Some(&touched), day);
        kept.red().len()
    });
    time("lights of projects", || kept.lights().len());
    time("today of everybody", || {
        today::day(state, rules, store.index().projects(), today::Whose::All, day).projects
    });
    time("projects by leader", || {
        let field = zhaoshang::domain::field::ProjectField::Leader;
        responsibility::lines(&store, field, &Default::default()).len()
    });
    time("problems by department", || issues::by_department(issues::all(state), day).len());
    time("projects by their next permit", || permits::standings(state, day).len());
    time("promises by project", || {
        promises::totals(promises::all(state, rules), |promise| promise.project, day).0.len()
    });
    for kind in [
        Kind::Project,
        Kind::Permit,
        Kind::Issue,
        Kind::PolicyPromise,
        Kind::OutboundTrip,
        Kind::LeaderActivity,
    ] {
        let ask = Ask { today: day, sounding: &[] };
        time(&format!("table of {}", kind.word()), || {
            run(&store, kind, &View::standard(kind), ask).rows.len()
        });
    }
    let asked = post::Asked { month: post::Month::of(day), today: day, local: &|_| Some(day) };
    time("in post", || post::cards(state, &asked).len());
    let asked = calendar::Asked { whose: today::Whose::All, from: day, until: day.plus(41), today: day };
    time("calendar", || calendar::entries(state, asked).len());
    time("cases of analysis", || health::cases(state, rules, store.index().projects()).len());
    let cases = health::cases(state, rules, store.index().projects());
    time("analysis by unit", || {
        health::breakdown(state, &cases, health::Dimension::Unit, DayRange::default()).len()
    });
    let days = (day.plus(-365), day);
    time("trips by unit", || trips::by_unit(state, rules, &|_| false, days).rows.len());
    time("works of leaders", || visits::leader_works(state, &[], days).rows.len());
    drop(store);
    score(&open(|names| generate_assessed(size, 7, day, names)), day);
}

/// A hundred units by twenty items.
fn score(store: &Store, day: Date) {
    let (state, rules) = (store.state(), store.index().rules());
    let Some(kept) = scoring::office::kept(state).into_iter().next() else { return };
    let Ok(sheet) = kept.sheet else { return };
    let office = standard::in_force(state);
    let metrics = scoring::metrics_of(&sheet, &office);
    let period = Period::Year(2026);
    let Some(window) = period.window(state, 1) else { return };
    let measured = measure(store, &metrics, day);
    time("measures of 20 items", || measure(store, &metrics, day).len());
    let touched: Vec<RecordId> = state.live(Kind::FollowUp).map(|(id, _)| id).take(1).collect();
    let mut kept = metrics::Kept::default();
    kept.measured(store, None, &metrics, day);
    time("measures of 20 items after an edit", || kept.measured(store, Some(&touched), &metrics, day).len());
    let aims = Aims::read(state, rules, &office);
    let question = scoring::Question { period, window, day, first_month: 1 };
    let figures = || scoring::figures(store, &sheet, &metrics, &measured, &aims, question);
    time("numbers of 100 units", || figures().subjects.len());
    let found = figures();
    time("scores of 100 units", || scoring::score(&sheet, &found).scores.len());
}

/// A store of a county that was made.
fn open(make: impl FnOnce(&mut Names) -> Vec<Change>) -> Store {
    let mut state = State::default();
    let changes = make(state.names_mut());
    let have: VersionVector = changes.iter().map(|change| change.stamp).collect();
    changes.into_iter().for_each(|change| {
        state.apply(change);
    });
    Store::open(state, have, Clock::new(NodeId(9)), Box::new(Forgetful))
}

/// Says what the median run took, if it was asked for.
fn time(name: &str, mut run: impl FnMut() -> usize) {
    if !name.contains(&std::env::args().nth(2).unwrap_or_default()) {
        return;
    }
    let mut times = [0.0; RUNS];
    let mut answer = 0;
    for time in &mut times {
        let start = Instant::now();
        answer = std::hint::black_box(run());
        *time = start.elapsed().as_secs_f64() * 1000.0;
    }
    times.sort_by(f64::total_cmp);
    println!("{:8.1} ms  {name} ({answer})", times[RUNS / 2]);
}

/// Keeps nothing.
struct Forgetful;

impl Journal for Forgetful {
    fn append(&mut self, _: &[Change], _: &VersionVector, _: &Names) -> Result<(), WriteError> {
        Ok(())
    }
}
