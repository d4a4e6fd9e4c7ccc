//! A year and what of it, chosen above a table.

use crate::i18n::{assess_progress as words, assess_words};
use crate::rules::targets::Period;
use crate::ui::lang::lang;
use crate::ui::routes::set_query;
use crate::ui::session;
use crate::ui::widgets::{Choice, Field, Select};
use chrono::Datelike;
use leptos::prelude::*;

/// The first month of the counting year.
pub(super) const FIRST_MONTH: u32 = 1;
/// How many years back can be chosen.
const YEARS_BACK: i32 = 4;

/// A value that follows what is asked for.
pub(super) fn follow(read: impl Fn() -> String + Copy + Send + Sync + 'static) -> RwSignal<String> {
    let value = RwSignal::new(untrack(read));
    Effect::new(move || value.set(read()));
    value
}

/// A year and what of it.
#[component]
pub(super) fn PeriodPicker(period: Memo<Period>) -> impl IntoView {
    let year = follow(move || period.get().year().unwrap_or_default().to_string());
    let part = follow(move || part_of(period.get()));
    let write = move |year: &str, part: &str| {
        let of_year = format!("{year}{part}");
        set_query("period", &of_year);
        set_query("day", "");
    };
    let years = Signal::derive(move || {
        let now = session::today().naive().year();
        let held = period.get().year().unwrap_or(now);
        let mut years: Vec<i32> = (now - YEARS_BACK..=now + 1).rev().collect();
        if !years.contains(&held) {
            years.push(held);
        }
        years.into_iter().map(|year| Choice::new(year.to_string(), year.to_string())).collect()
    });
    let parts = Signal::derive(move || {
        let (l, year) = (lang(), period.get().year().unwrap_or_default());
        let all = [Period::Year(year)]
            .into_iter()
            .chain((1..=2).map(|nth| Period::Half(year, nth)))
            .chain((1..=4).map(|nth| Period::Quarter(year, nth)))
            .chain((1..=6).map(|nth| Period::TwoMonths(year, nth)))
            .chain((1..=12).map(|nth| Period::Month(year, nth)));
        all.map(|of| Choice::new(part_of(of), assess_words::part(l, of))).collect()
    });
    view! {
        <Field label=words::YEAR>
            <Select value=year options=years on_change=move |year: String| write(&year, &part.get_untracked())/>
        </Field>
        <Field label=words::PERIOD>
            <Select value=part options=parts on_change=move |part: String| write(&year.get_untracked(), &part)/>
        </Field>
    }
    .into_any()
}

/// What of its year a period is: nothing for the year itself, else `-Q1`.
fn part_of(period: Period) -> String {
    let text = period.to_string();
    text.get(4..).unwrap_or_default().to_owned()
}
