//! The metrics of the office: what each counts in a sentence, and its number this year.

use super::METRIC;
use super::metric::MetricForm;
use crate::domain::Value;
use crate::domain::field::MetricField as M;
use crate::i18n::{assess_metric, assess_rules as words, scoring};
use crate::ledger::{Action, Edit};
use crate::rules::metrics::{Cycle, Metric, Who, Window, edit, standard};
use crate::store::Store;
use crate::ui::assessment::behind::{BehindPanel, beside};
use crate::ui::assessment::measured::measured;
use crate::ui::assessment::period::first_month;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, set_query, use_query};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Glyph, unique_id};
use leptos::ev;
use leptos::prelude::*;

/// A metric with its sentence and number.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    metric: Metric,
    told: String,
    /// Nothing is shown as a dash, and leads nowhere.
    number: Option<String>,
    understood: bool,
}

/// The days that numbers are shown of.
fn year() -> Window {
    Window::of(Cycle::Year, session::today(), first_month())
}

/// The form of the metric that the address names, or the list of all.
#[component]
pub(super) fn Metrics() -> impl IntoView {
    let open = use_query(METRIC);
    // The page may be there before the records are.
    let is_read = Memo::new(|_| session::watch(|_| ()).is_some());
    move || {
        let word = open.get();
        let is_asked = !word.is_empty() && is_read.get() && session::is_now();
        let metric = is_asked.then(|| session::read(|store| edit::opened(store.state(), &word)));
        match metric.flatten().flatten() {
            Some(metric) => {
                let year = untrack(year);
                view! { <MetricForm metric year on_done=|()| set_query(METRIC, "")/> }.into_any()
            }
            None => view! { <List/> }.into_any(),
        }
    }
}

/// The list.
#[component]
fn List() -> impl IntoView {
    let rows = Memo::new(|_| session::watch(rows).unwrap_or_default());
    let add = move || {
        let word = session::read(|store| edit::free_word(store.state())).unwrap_or_default();
        set_query(METRIC, &word);
    };
    let line = move |row: Row| {
        let word = row.metric.word.clone();
        let change = {
            let word = word.clone();
            move |_| set_query(METRIC, &word)
        };
        let behind = beside(&word, untrack(year), Who::County);
        let number = match row.number {
            Some(number) => {
                let unit = scoring::unit_short(lang(), row.metric.unit);
                view! { <A to=Signal::stored(behind)>{number}</A>" "<small>{unit}</small> }.into_any()
            }
            None => "–".into_any(),
        };
        let retire = {
            let word = word.clone();
            move || retire(&word)
        };
        let told = match row.understood {
            true => row.told,
            false => t(words::NOT_UNDERSTOOD).to_owned(),
        };
        let name = scoring::label(lang(), &row.metric.name);
        let name = match session::is_now() {
            true => {
                let id = unique_id("metric");
                view! {
                    <span id=id.clone()>{name}</span>
                    <button type="button" data-kind="quiet" class="over" aria-labelledby=id on:click=heard(ev::click, change)></button>
                }
                .into_any()
            }
            false => name.into_any(),
        };
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="number">{number}</td>
                <td class="source">{told}</td>
                <td><code>{word}</code></td>
                <td>{session::is_now().then(|| view! { <Button label=words::RETIRE kind=ButtonKind::Quiet on_press=retire/> })}</td>
            </tr>
        }
    };
    let heads = [words::NAME, words::THIS_YEAR, words::COUNTS, words::WORD];
    let heads = heads.map(|head| view! { <th scope="col">{move || t(head)}</th> });
    view! {
        <p class="buttons">{move || session::is_now().then(|| view! { <Button label=assess_metric::NEW icon=Glyph::Plus on_press=add/> })}</p>
        <div class="table-wrap">
            <table class="sheet-list metric-list">
                <thead><tr>{heads.collect_view()}<td></td></tr></thead>
                <tbody>{move || rows.get().into_iter().map(line).collect_view()}</tbody>
            </table>
        </div>
        <BehindPanel/>
    }
}

/// The edits that take a metric out of use; one that the office never touched gets its record first.
fn retire(word: &str) {
    let edits = session::read(|store| {
        let mut edits = standard::adopt(store.state(), word);
        edits.push(Edit::new(standard::id(word), M::Retired, Value::Bool(true)));
        edits
    });
    session::run(Action::Edit, edits.unwrap_or_default());
}

fn rows(store: &Store) -> Vec<Row> {
    let (l, today) = (lang(), session::today());
    let metrics = standard::in_force(store.state());
    let year = year();
    let measured = measured(store, &metrics, today);
    let row = |(metric, measured): (Metric, &std::sync::Arc<crate::rules::metrics::Measured>)| {
        let total = measured.total(year);
        Row {
            told: scoring::metric_sentence(l, store.state(), &metric),
            number: (!total.is_zero()).then(|| scoring::quantity(l, metric.unit, total)),
            understood: measured.not_understood.is_empty(),
            metric,
        }
    };
    metrics.into_iter().zip(&measured).map(row).collect()
}
