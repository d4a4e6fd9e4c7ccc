//! Which months a table tells of; held in the address.

use crate::domain::Date;
use crate::i18n::actions as words;
use crate::rules::span::{Span, first_day, last_day, month};
use crate::ui::routes::{set_query, use_query};
use crate::ui::session;
use crate::ui::widgets::{Choice, Segmented, Select};
use leptos::prelude::*;

/// What the address calls the period.
const SPAN: &str = "span";
/// The value of the choice of one's own months.
const OWN: &str = "months";
/// How many months back can be chosen.
const MONTHS_BACK: usize = 48;

/// The period in the address.
pub(super) fn span() -> Memo<Span> {
    let asked = use_query(SPAN);
    Memo::new(move |_| Span::read(&asked.read()))
}

/// The choice.
#[component]
pub(super) fn PeriodChoice() -> impl IntoView {
    let span = span();
    let word = |span: Span| match span {
        Span::Months(..) => OWN.to_owned(),
        moving => moving.write(),
    };
    let value = RwSignal::new(word(span.get_untracked()));
    Effect::new(move || value.set(word(span.get())));
    let labels = [words::THIS_MONTH, words::LAST_MONTH, words::THIS_QUARTER, words::THIS_YEAR];
    let mut options: Vec<Choice> =
        Span::MOVING.iter().zip(labels).map(|((word, _), label)| Choice::new(*word, label)).collect();
    options.push(Choice::new(OWN, words::MONTHS));
    let choose = move |word: String| {
        if word == OWN {
            let (from, to) = span.get_untracked().days(session::today());
            set_query(SPAN, &Span::Months(first_day(from), last_day(to)).write());
        } else {
            set_query(SPAN, &word);
        }
    };
    let own = Memo::new(move |_| match span.get() {
        Span::Months(from, to) => Some((from, to)),
        _ => None,
    });
    let is_own = Memo::new(move |_| own.with(Option::is_some));
    let months = move || {
        is_own.get().then(|| {
            let bound = move |label: crate::i18n::Text, first: bool| {
                let held = move || {
                    own.get().map(|(from, to)| month(if first { from } else { to })).unwrap_or_default()
                };
                let value = RwSignal::new(untrack(held));
                Effect::new(move || value.set(held()));
                let set = move |chosen: String| {
                    let day = Date::parse_iso(&format!("{chosen}-01"));
                    if let (Some(day), Some((from, to))) = (day, own.get_untracked()) {
                        let span = if first { Span::Months(day, to) } else { Span::Months(from, day) };
                        set_query(SPAN, &span.write());
                    }
                };
                let options = Signal::derive(move || choices(&held()));
                let label = Signal::derive(move || crate::ui::lang::t(label).to_owned());
                view! { <Select value options label on_change=set/> }
            };
            view! { {bound(words::FROM, true)} <span aria-hidden="true">"–"</span> {bound(words::TO, false)} }
        })
    };
    view! {
        <div class="period-choice">
            <Segmented label=words::PERIOD value options=Signal::stored(options) on_change=choose/>
            {months}
        </div>
    }
    .into_any()
}

/// The months that can be chosen, the latest first; the one that is held too.
fn choices(held: &str) -> Vec<Choice> {
    let mut day = first_day(session::today());
    let mut months: Vec<String> = Vec::with_capacity(MONTHS_BACK + 1);
    for _ in 0..MONTHS_BACK {
        months.push(month(day));
        day = first_day(day.plus(-1));
    }
    if !held.is_empty() && !months.iter().any(|month| month == held) {
        months.push(held.to_owned());
    }
    months.into_iter().map(|month| Choice::new(month.clone(), month)).collect()
}
