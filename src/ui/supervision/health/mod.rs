//! 分析: how deep the pipeline is, how it moves, where it leaks, and whether it covers the year's target.

mod blocks;
mod breakdown;
mod gap;

use crate::domain::{Date, Kind};
use crate::i18n::{Text, health as words};
use crate::rules::health::{self, Behind, Breakdown, Case, Dimension};
use crate::rules::query::{DayRange, Relative};
use crate::store::Store;
use crate::ui::lang::t;
use crate::ui::records::WorkSwitch;
use crate::ui::routes::{Location, Work, set_query, table_link, use_query};
use crate::ui::session::{self, Question};
use crate::ui::shell::Page;
use crate::ui::widgets::{AfterPaint, Choice, EmptyState, Segmented};
use chrono::Datelike;
use leptos::prelude::*;
use std::sync::Arc;

/// What the address calls the period.
const PERIOD: &str = "period";

/// The periods in the order of the switch, with their words in the address; the first one at first.
const PERIODS: [(&str, Text); 5] = [
    ("", words::PAST_YEAR),
    ("this_year", words::THIS_YEAR),
    ("quarter", words::THIS_QUARTER),
    ("last_year", words::LAST_YEAR),
    ("all", words::ALL_TIME),
];

/// What all parts of the page are computed from.
#[derive(Clone, Copy)]
struct Pipeline {
    cases: Memo<Arc<Vec<Case>>>,
    range: Memo<DayRange>,
    strict: Memo<bool>,
}

impl Pipeline {
    /// The table of the records behind a number.
    fn link(self, what: &Behind, of: Option<(Dimension, &str)>) -> Location {
        table_link(health::filters(what, of, self.range.get(), self.strict.get()))
    }
}

/// How far has each project come, and when?
#[derive(PartialEq)]
struct Cases;

impl Question for Cases {
    type Answer = Vec<Case>;

    fn answer(&self, store: &Store, _: Date) -> Vec<Case> {
        let index = store.index();
        health::cases(store.state(), index.rules(), index.projects())
    }
}

/// How do the projects of each unit, industry or the like stand?
#[derive(PartialEq)]
struct By {
    dimension: Dimension,
    range: DayRange,
}

impl Question for By {
    type Answer = Vec<Breakdown>;

    fn answer(&self, store: &Store, _: Date) -> Vec<Breakdown> {
        health::breakdown(store.state(), &session::answer(store, Cases), self.dimension, self.range)
    }
}

/// Breaks the pipeline of the past year down before anybody asks (see [`crate::ui::unasked`]).
pub(super) fn prepare(n: usize) -> bool {
    match n {
        0 => session::prepare(Cases),
        _ => session::prepare(By { dimension: Dimension::default(), range: range("") }),
    }
    n < 1
}

/// The page.
#[component]
pub fn HealthPage() -> impl IntoView {
    let period = use_query(PERIOD);
    let pipeline = Pipeline {
        cases: Memo::new(|_| session::ask(Cases)),
        range: Memo::new(move |_| range(&period.read())),
        strict: Memo::new(|_| session::watch(|store| store.index().rules().strict_stage).unwrap_or_default()),
    };
    let chosen = RwSignal::new(period.get_untracked());
    Effect::new(move || chosen.set(period.get()));
    let lead = || view! { <WorkSwitch place=Work::Health.place()/> };
    let actions = move || {
        let options = PERIODS.map(|(word, text)| Choice::new(word, text)).to_vec();
        let choose = |word: String| set_query(PERIOD, &word);
        view! { <Segmented label=words::PERIOD value=chosen options on_change=choose/> }
    };
    let is_empty =
        Memo::new(|_| session::watch(|store| store.state().count(Kind::Project) == 0).unwrap_or(true));
    let body = move || match is_empty.get() {
        true => view! { <EmptyState title=words::NONE text=words::NONE_TEXT/> }.into_any(),
        false => view! {
            <div class="health">
                <gap::Gap pipeline/>
                <p class="printed-period">{move || period_words(&period.read())}</p>
                <div class="charts">
                    <blocks::DepthCharts pipeline/>
                    <AfterPaint><blocks::Steps pipeline/></AfterPaint>
                    <AfterPaint><blocks::Speed pipeline/></AfterPaint>
                    <AfterPaint><blocks::Losses pipeline/></AfterPaint>
                </div>
                <breakdown::BreakdownTable pipeline/>
            </div>
        }
        .into_any(),
    };
    view! { <Page title=Work::Health.title() lead actions>{body}</Page> }.into_any()
}

/// The days of a period.
fn range(word: &str) -> DayRange {
    let today = session::today();
    match word {
        "this_year" => Relative::ThisYear.on(today),
        "quarter" => Relative::ThisQuarter.on(today),
        "last_year" => Relative::LastYear.on(today),
        "all" => DayRange::default(),
        _ => {
            let day = today.naive();
            let begun = Date::ymd(day.year() - 1, day.month(), day.day());
            // 29 February has no day a year before.
            DayRange { from: Some(begun.unwrap_or(today.plus(-365)).plus(1)), to: Some(today) }
        }
    }
}

/// The period as it is named on paper.
fn period_words(word: &str) -> String {
    let (_, text) = PERIODS.into_iter().find(|(known, _)| *known == word).unwrap_or(PERIODS[0]);
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let DayRange { from, to } = range(word);
    format!("{} {} {} – {}", t(words::PERIOD), t(text), day(from), day(to))
}
