//! What the page is asked for: all of it stands in the address.

use crate::domain::Date;
use crate::i18n::{assess_progress as words, assess_words};
use crate::rules::metrics::{Cycle, Elapsed, Measured, Metric, Window, standard};
use crate::rules::scoring::Subject;
use crate::rules::span::first_day;
use crate::rules::targets::Period;
use crate::ui::assessment::aims::aims;
use crate::ui::assessment::measured::measured;
use crate::ui::assessment::period::{PeriodPicker, first_month, follow, year_of};
use crate::ui::assessment::whose::{WhoseSwitch, whose};
use crate::ui::lang::lang;
use crate::ui::routes::{set_query, use_query};
use crate::ui::session;
use crate::ui::widgets::{Choice, DateInput, Field, Segmented, Select};
use leptos::prelude::*;
use std::str::FromStr;
use std::sync::Arc;

/// What is asked for.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    /// Whose numbers.
    pub subject: Memo<Subject>,
    /// The metrics of the office.
    pub office: Memo<Vec<Metric>>,
    /// The metric.
    pub metric: Memo<Metric>,
    /// The period.
    pub period: Memo<Period>,
    /// Its days.
    pub window: Memo<Window>,
    /// The day.
    pub day: Memo<Date>,
    /// How the elapsed share is counted.
    pub by: Memo<Elapsed>,
    /// The day that places are compared with; none where it lies before the period.
    pub earlier: Memo<Option<Date>>,
}

impl Asked {
    /// Reads the address.
    pub fn read() -> Self {
        let (metric, period) = (use_query("metric"), use_query("period"));
        let (day, by, earlier) = (use_query("day"), use_query("by"), use_query("earlier"));
        let today = Memo::new(|_| session::watch(|_| session::today()).unwrap_or_else(session::today));
        let office =
            Memo::new(|_| session::watch(|store| standard::in_force(store.state())).unwrap_or_default());
        let period = Memo::new(move |_| {
            let year = Period::of(Cycle::Year, today.get(), first_month());
            Period::from_str(&period.read()).ok().filter(|period| !period.is_contest()).unwrap_or(year)
        });
        // Without a choice it is the first metric that has a target.
        let first = Memo::new(move |_| {
            let year = year_of(period.get());
            office.with(|office| {
                session::watch(|store| {
                    let aims = aims(store);
                    let aimed = aims.metrics(year);
                    let found = office.iter().find(|metric| aimed.contains(&metric.word.as_str()));
                    found.or(office.first()).map(|metric| metric.word.clone()).unwrap_or_default()
                })
            })
        });
        let metric = Memo::new(move |_| {
            let asked = metric.get();
            office.with(|office| {
                let find = |word: &str| office.iter().find(|metric| metric.word == word).cloned();
                find(&asked).or_else(|| find(&first.get().unwrap_or_default())).unwrap_or_default()
            })
        });
        let window = Memo::new(move |_| {
            let period = period.get();
            let found = session::watch(|store| period.window(store.state(), first_month())).flatten();
            found.unwrap_or_else(|| Window::new(today.get(), today.get()))
        });
        let day = Memo::new(move |_| {
            let usual = today.get().min(window.get().to);
            Date::parse_iso(&day.read()).unwrap_or(usual)
        });
        let earlier = Memo::new(move |_| {
            let usual = first_day(day.get()).plus(-1);
            let earlier = Date::parse_iso(&earlier.read()).unwrap_or(usual);
            Some(earlier).filter(|earlier| window.get().holds(*earlier))
        });
        let by = Memo::new(move |_| match by.read().as_str() {
            "days" => Elapsed::Days,
            _ => Elapsed::Months,
        });
        Self { subject: whose(), office, metric, period, window, day, by, earlier }
    }

    /// Measures some metrics on the day, once for every change of the records.
    pub fn measure(self, metrics: Memo<Vec<Metric>>) -> Memo<Vec<Arc<Measured>>> {
        Memo::new(move |_| {
            let day = self.day.get();
            metrics.with(|metrics| session::watch(|store| measured(store, metrics, day)).unwrap_or_default())
        })
    }

    /// The part of the period that is over on the day; the first day where none is.
    pub fn over(self) -> Window {
        let window = self.window.get();
        window.until(self.day.get()).unwrap_or(Window { from: window.from, to: window.from.plus(-1) })
    }
}

/// Whose numbers may be asked for.
const SUBJECTS: &[Subject] = &[Subject::Unit, Subject::Person, Subject::Chain];

/// Which choices a table has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Choices {
    pub whose: bool,
    pub metric: bool,
    pub period: bool,
    pub against_time: bool,
}

/// The choices above the tables.
#[component]
pub(super) fn Pickers(asked: Asked, choices: Choices) -> impl IntoView {
    let metric = choices.metric.then(|| {
        let value = follow(move || asked.metric.with(|metric| metric.word.clone()));
        let options = Signal::derive(move || {
            let l = lang();
            let choice =
                |metric: &Metric| Choice::new(metric.word.clone(), assess_words::metric_name(l, metric));
            asked.office.with(|office| office.iter().map(choice).collect())
        });
        view! {
            <Field label=words::METRIC>
                <Select value options on_change=|word: String| set_query("metric", &word)/>
            </Field>
        }
    });
    let period = choices.period.then(|| view! { <PeriodPicker period=asked.period/> });
    let day = follow(move || asked.day.get().to_string());
    let earlier = follow(move || asked.earlier.get().map(|day| day.to_string()).unwrap_or_default());
    let by = follow(move || {
        match asked.by.get() {
            Elapsed::Days => "days",
            Elapsed::Months => "",
        }
        .to_owned()
    });
    let against = choices.against_time.then(|| {
        let options = vec![Choice::new("", words::BY_MONTHS), Choice::new("days", words::BY_DAYS)];
        view! {
            <Field label=words::EARLIER>
                <DateInput value=earlier on_commit=|day: String| set_query("earlier", &day)/>
            </Field>
            <div class="by">
                <Segmented label=words::BY value=by options on_change=|word: String| set_query("by", &word)/>
            </div>
        }
    });
    view! {
        <div class="pickers">
            {choices.whose.then(|| view! { <WhoseSwitch subject=asked.subject all=SUBJECTS/> })}
            {metric}
            {period}
            <Field label=words::DAY>
                <DateInput value=day on_commit=|day: String| set_query("day", &day)/>
            </Field>
            {against}
        </div>
    }
    .into_any()
}
