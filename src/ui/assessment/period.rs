//! A year and what of it, chosen above a table.

use crate::i18n::{Lang, assess_progress as words, assess_words};
use crate::rules::counting_year::{self, JANUARY};
use crate::rules::metrics::Cycle;
use crate::rules::targets::Period;
use crate::ui::lang::lang;
use crate::ui::routes::set_query;
use crate::ui::session;
use crate::ui::widgets::{Choice, Field, Select};
use leptos::prelude::*;

/// How many years back can be chosen.
const YEARS_BACK: i32 = 4;

/// A value that follows what is asked for.
pub(super) fn follow(read: impl Fn() -> String + Copy + Send + Sync + 'static) -> RwSignal<String> {
    let value = RwSignal::new(untrack(read));
    Effect::new(move || value.set(read()));
    value
}

/// The month that the counting year of the office begins with.
pub(super) fn first_month() -> u32 {
    session::watch(|store| counting_year::first_month(store.state())).unwrap_or(JANUARY)
}

/// What a period of the office's counting year is called.
pub(super) fn named(l: Lang, period: Period) -> String {
    assess_words::period(l, period, first_month())
}

/// A year and what of it.
#[component]
pub(super) fn PeriodPicker(period: Memo<Period>) -> impl IntoView {
    let begins = Memo::new(|_| first_month());
    let year_of = move |period: Period| period.year(begins.get()).unwrap_or_default();
    let year = follow(move || year_of(period.get()).to_string());
    let part = follow(move || part_of(period.get()));
    let write = move |year: &str, part: &str| {
        let year = year.parse().unwrap_or_default();
        let of_year = parts(year, begins.get_untracked()).into_iter().find(|of| part_of(*of) == part);
        let of_year = of_year.unwrap_or(Period::Year(year));
        set_query("period", &of_year.to_string());
        set_query("day", "");
    };
    let years = Signal::derive(move || {
        let l = lang();
        let now = year_of(Period::of(Cycle::Year, session::today(), begins.get()));
        let held = year_of(period.get());
        let mut years: Vec<i32> = (now - YEARS_BACK..=now + 1).rev().collect();
        if !years.contains(&held) {
            years.push(held);
        }
        years
            .into_iter()
            .map(|year| Choice::new(year.to_string(), year_name(l, year, begins.get())))
            .collect()
    });
    let options = Signal::derive(move || {
        let (l, begins) = (lang(), begins.get());
        let choice = |of: Period| Choice::new(part_of(of), assess_words::part(l, of, begins));
        parts(year_of(period.get()), begins).into_iter().map(choice).collect()
    });
    view! {
        <Field label=words::YEAR>
            <Select value=year options=years on_change=move |year: String| write(&year, &part.get_untracked())/>
        </Field>
        <Field label=words::PERIOD>
            <Select value=part options on_change=move |part: String| write(&year.get_untracked(), &part)/>
        </Field>
    }
    .into_any()
}

/// What of its year a period is: nothing for the year itself, else `-Q1`. No two parts of a year are written alike.
fn part_of(period: Period) -> String {
    let text = period.to_string();
    text.get(4..).unwrap_or_default().to_owned()
}

/// The counting year of a period.
pub(super) fn year_of(period: Period) -> i32 {
    period.year(first_month()).unwrap_or_default()
}

/// A year in a choice; its months stand in the caption of the page.
fn year_name(l: Lang, year: i32, first_month: u32) -> String {
    match first_month {
        JANUARY => year.to_string(),
        first_month => assess_words::period_name(l, Period::Year(year), first_month),
    }
}

/// Every part of a counting year: itself, its halves, quarters, two months and months.
fn parts(year: i32, first_month: u32) -> Vec<Period> {
    [Period::Year(year)]
        .into_iter()
        .chain((1..=2).map(|nth| Period::Half(year, nth)))
        .chain((1..=4).map(|nth| Period::Quarter(year, nth)))
        .chain((1..=6).map(|nth| Period::TwoMonths(year, nth)))
        .chain((1..=12).map(|nth| Period::nth_month(year, nth, first_month)))
        .collect()
}
