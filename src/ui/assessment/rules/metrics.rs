//! The metrics of the office: what each counts in a sentence, and its number this year.

use super::metric_form::MetricForm;
use crate::domain::Value;
use crate::domain::field::MetricField as M;
use crate::i18n::{assess_rules as words, scoring};
use crate::ledger::{Action, Edit};
use crate::rules::counting_year::first_month;
use crate::rules::metrics::{Cycle, Metric, Window, standard};
use crate::store::Store;
use crate::ui::assessment::measured::measured;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Glyph, unique_id};
use leptos::ev;
use leptos::prelude::*;

/// A metric with its sentence and number.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    metric: Metric,
    told: String,
    number: String,
    understood: bool,
}

/// The list, with the form of the one that is open above it.
#[component]
pub(super) fn Metrics() -> impl IntoView {
    let rows = Memo::new(|_| session::watch(rows).unwrap_or_default());
    let open = RwSignal::new(None::<Metric>);
    let add = move || {
        let free =
            |word: &String| rows.with_untracked(|rows| rows.iter().all(|row| row.metric.word != *word));
        let word = (1..).map(|n: usize| format!("metric_{n}")).find(free).unwrap_or_default();
        open.set(Some(Metric { word, ..Metric::default() }));
    };
    let done = move || open.set(None);
    let form = move || open.get().map(|metric| view! { <MetricForm metric on_done=done/> });
    let line = move |row: Row| {
        let metric = row.metric.clone();
        let change = move |_| open.set(Some(metric.clone()));
        let word = row.metric.word.clone();
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
                <td class="number">{row.number}" "<small>{scoring::unit_short(lang(), row.metric.unit)}</small></td>
                <td class="source">{told}</td>
                <td><code>{word}</code></td>
                <td>{session::is_now().then(|| view! { <Button label=words::RETIRE kind=ButtonKind::Quiet on_press=retire/> })}</td>
            </tr>
        }
    };
    let heads = [words::NAME, words::THIS_YEAR, words::COUNTS, words::WORD];
    let heads = heads.map(|head| view! { <th scope="col">{move || t(head)}</th> });
    view! {
        <p class="buttons">{move || session::is_now().then(|| view! { <Button label=words::NEW_METRIC icon=Glyph::Plus on_press=add/> })}</p>
        {form}
        <div class="table-wrap">
            <table class="sheet-list metric-list">
                <thead><tr>{heads.collect_view()}<td></td></tr></thead>
                <tbody>{move || rows.get().into_iter().map(line).collect_view()}</tbody>
            </table>
        </div>
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
    let year = Window::of(Cycle::Year, today, first_month(store.state()));
    let measured = measured(store, &metrics, today);
    let row = |(metric, measured): (Metric, &std::sync::Arc<crate::rules::metrics::Measured>)| Row {
        told: scoring::metric_sentence(l, store.state(), &metric),
        number: scoring::quantity(l, metric.unit, measured.total(year)),
        understood: measured.not_understood.is_empty(),
        metric,
    };
    metrics.into_iter().zip(&measured).map(row).collect()
}
