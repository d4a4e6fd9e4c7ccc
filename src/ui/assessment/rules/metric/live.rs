//! What a metric comes to while it is edited: its number this year, what it says in a sentence, and what counts.

use super::Draft;
use crate::domain::Label;
use crate::i18n::{assess_metric as words, assess_progress, assess_rules, scoring, table};
use crate::rules::metrics::{Finder, Metric, Who, Window};
use crate::store::Store;
use crate::ui::assessment::behind::{self, Line};
use crate::ui::assessment::measured::measured;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Location};
use crate::ui::session;
use leptos::prelude::*;

/// How many records are listed.
const SHOWN: usize = 50;

/// What counts by a definition.
#[derive(Clone, PartialEq, Eq, Default)]
struct Found {
    number: String,
    count: usize,
    left_out: usize,
    is_understood: bool,
    lines: Vec<Line>,
}

/// The panel.
#[component]
pub(super) fn Live(draft: Draft, year: Window) -> impl IntoView {
    // Names say nothing of what counts.
    let asked = Memo::new(move |_| draft.with(|metric| Metric { name: Label::default(), ..metric.clone() }));
    let found = Memo::new(move |_| {
        let metric = asked.get();
        session::watch(|store| find(store, &metric, year)).unwrap_or_default()
    });
    let told = move || {
        let l = lang();
        asked.with(|metric| session::watch(|store| scoring::metric_sentence(l, store.state(), metric)))
    };
    let number = move || {
        let unit = asked.with(|metric| metric.unit);
        format!("{} {}", found.read().number, scoring::unit_short(lang(), unit)).trim_end().to_owned()
    };
    let count = move || words::records(lang(), found.read().count);
    let notes = move || {
        let found = found.read();
        let left_out = (found.left_out > 0).then(|| words::left_out(lang(), found.left_out));
        let unknown = (!found.is_understood).then(|| t(assess_rules::NOT_UNDERSTOOD));
        view! { {left_out.map(|text| view! { <p class="quiet">{text}</p> })} {unknown.map(|text| view! { <p class="quiet">{text}</p> })} }
    };
    let shown = RwSignal::new(false);
    let list = move || shown.get().then(|| listed(found, asked, year));
    view! {
        <section class="metric-live" aria-label=move || t(words::LIVE)>
            <h2>{move || t(words::LIVE)}</h2>
            <p class="now" role="status"><b>{number}</b> <span>{count}</span></p>
            {notes}
            <p class="told">{told}</p>
            <details on:toggle=crate::ui::heard::heard(leptos::ev::toggle, move |_| shown.update(|shown| *shown = !*shown))>
                <summary>{move || t(words::SHOW)}</summary>
                {list}
            </details>
        </section>
    }
    .into_any()
}

/// What counts, and where else it can be looked at.
fn listed(found: Memo<Found>, asked: Memo<Metric>, year: Window) -> AnyView {
    let lines = Memo::new(move |_| found.read().lines.clone());
    let more = move || {
        let more = found.read().count.saturating_sub(SHOWN);
        (more > 0).then(|| view! { <p class="quiet">{words::more(lang(), more)}</p> })
    };
    let table = Memo::new(move |_| {
        let metric = asked.get();
        session::watch(|store| table_of(store, &metric, year)).flatten()
    });
    let link =
        move || table.get().map(|to| view! { <p><A to=Signal::stored(to)>{t(words::IN_TABLE)}</A></p> });
    let head = |text| view! { <th scope="col">{move || t(text)}</th> };
    view! {
        {link}
        <table class="behind">
            <thead><tr>{head(assess_progress::BEHIND)}{head(assess_progress::COUNTED_ON)}<th scope="col" class="number">{move || t(assess_progress::AMOUNT)}</th></tr></thead>
            <tbody><For each=move || lines.get() key=Clone::clone children=behind::row/></tbody>
            <tfoot><tr><th scope="row" colspan="2">{move || t(table::TOTAL)}</th><td class="number">{move || found.read().number.clone()}</td></tr></tfoot>
        </table>
        {more}
    }
    .into_any()
}

fn find(store: &Store, metric: &Metric, year: Window) -> Found {
    let measured = measured(store, std::slice::from_ref(metric), session::today()).remove(0);
    let lines = measured.within(year).take(SHOWN).map(|entry| (entry, entry.amount));
    Found {
        number: scoring::quantity(lang(), metric.unit, measured.total(year)),
        count: measured.within(year).count(),
        left_out: measured.left_out.len(),
        is_understood: measured.not_understood.is_empty(),
        lines: lines.map(|counted| behind::line(store.state(), metric.unit, counted)).collect(),
    }
}

/// The table that shows just what counts, if there is one.
fn table_of(store: &Store, metric: &Metric, year: Window) -> Option<Location> {
    let measured = measured(store, std::slice::from_ref(metric), session::today()).remove(0);
    let finder = Finder::new(store, metric, &measured);
    behind::table(&finder, year, Who::County).map(crate::ui::records::sums::To::location)
}
