//! The records behind the numbers of a score: what counted, when and with how much, each open to its evidence.

use super::numbers::Asked;
use super::table::ITEM;
use crate::domain::{Date, Decimal, Kind, RecordId};
use crate::i18n::{assess_scores as words, format, scoring, values};
use crate::rules::metrics::{Metric, Who, standard};
use crate::rules::scoring::{RuleSheet, Subject, columns, metrics_of, words_of};
use crate::rules::targets::{Aims, Holder, rolled_up};
use crate::store::Store;
use crate::ui::assessment::measured::measured;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Location, Route, Work, use_query};
use crate::ui::session;
use leptos::prelude::*;

/// How many records of a metric are shown.
const SHOWN: usize = 50;

/// One metric with what counted.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Counted {
    metric: Metric,
    lines: Vec<Line>,
    more: usize,
    target: Option<Decimal>,
    sum: Decimal,
}

/// One record that counted.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    id: RecordId,
    name: String,
    on: Option<Date>,
    amount: Decimal,
}

/// The records behind the open item of a subject.
#[component]
pub(super) fn Behind(
    /// What is asked.
    asked: Asked,
    /// Whose score.
    key: String,
) -> impl IntoView {
    let item = use_query(ITEM);
    let counted = Memo::new(move |_| {
        let item = item.get();
        session::watch(|store| counted(store, &asked, &key, &item)).unwrap_or_default()
    });
    let block = |counted: Counted| {
        let l = lang();
        let unit = counted.metric.unit;
        let sum = scoring::quantity(l, unit, counted.sum);
        let target = counted.target.map(|target| words::of_target(l, &scoring::quantity(l, unit, target)));
        let line = move |line: Line| {
            let name = line.name.clone();
            let name = match place_of(line.id) {
                Some(to) => view! { <A to=Signal::stored(to)>{name}</A> }.into_any(),
                None => name.into_any(),
            };
            view! {
                <tr><td>{name}</td><td>{line.on.map(format::date)}</td><td class="number">{scoring::quantity(l, unit, line.amount)}</td></tr>
            }
        };
        let more =
            (counted.more > 0).then(|| view! { <p class="quiet">{words::and_more(l, counted.more)}</p> });
        let none = counted.lines.is_empty().then(|| view! { <p class="quiet">{t(words::NO_RECORDS)}</p> });
        let filled = (!counted.lines.is_empty()).then(|| {
            view! { <table><tbody>{counted.lines.into_iter().map(line).collect_view()}</tbody></table> }
        });
        view! {
            <section>
                <h4><span>{scoring::label(l, &counted.metric.name)}</span> <b>{sum}" "<small>{target}</small></b></h4>
                {filled}{none}{more}
            </section>
        }
    };
    let all = move || {
        let counted = counted.get();
        (!counted.is_empty()).then(|| {
            view! {
                <div class="behind">
                    <h3>{t(words::BEHIND)}</h3>
                    {counted.into_iter().map(block).collect_view()}
                </div>
            }
        })
    };
    view! { {all} }.into_any()
}

/// Where a record is shown.
fn place_of(id: RecordId) -> Option<Location> {
    if id.kind == Kind::Project {
        return Some(Route::Project(id).into());
    }
    let word = id.to_string();
    let work = Work::of_kind(id.kind)?;
    Some(Route::Work(work).with_query([("kind", id.kind.word()), (crate::ui::records::OPEN, word.as_str())]))
}

/// The metrics that an item asks for.
fn wanted<'a>(sheet: &'a RuleSheet, key: &str) -> Vec<&'a str> {
    let item = columns(sheet).iter().find(|item| item.key == key);
    item.map(|item| words_of(std::slice::from_ref(item))).unwrap_or_default()
}

fn counted(store: &Store, asked: &Asked, key: &str, item: &str) -> Vec<Counted> {
    let wanted = wanted(&asked.sheet, item);
    if wanted.is_empty() {
        return Vec::new();
    }
    let state = store.state();
    let office = standard::in_force(state);
    let metrics: Vec<Metric> = metrics_of(&asked.sheet, &office)
        .into_iter()
        .filter(|metric| wanted.contains(&metric.word.as_str()))
        .collect();
    let measured = measured(store, &metrics, asked.day);
    let aims = Aims::read(state, store.index().rules(), &office).counted_from(asked.first_month);
    let Some(window) = asked.window.until(asked.day) else { return Vec::new() };
    let me = key.parse::<RecordId>().ok();
    let year = crate::rules::metrics::Window::of(
        crate::rules::metrics::Cycle::Year,
        asked.window.to,
        asked.first_month,
    );
    let who = match asked.sheet.subject {
        Subject::Unit => me.map(Who::Unit),
        Subject::Person => me.map(Who::Person),
        Subject::Chain => Some(Who::Chain(key)),
    };
    let mut found = Vec::new();
    for (metric, measured) in metrics.into_iter().zip(&measured) {
        let mut lines: Vec<Line> = Vec::new();
        for entry in measured.within(window) {
            let amount = who.and_then(|who| measured.part(state, entry, who)).filter(|part| !part.is_zero());
            if let Some(amount) = amount {
                let name = values::record_title(lang(), state, entry.record);
                lines.push(Line { id: entry.record, name, on: entry.on, amount });
            }
        }
        let sum = measured.sums(asked.sheet.subject, window);
        let sum = match asked.sheet.subject {
            Subject::Unit => me.and_then(|me| rolled_up(state, sum).get(&me).copied()),
            _ => sum.get(key).copied(),
        };
        let holder = match (asked.sheet.subject, me) {
            (Subject::Chain, _) => Some(Holder::Chain(key.to_owned())),
            (_, me) => me.map(Holder::Record),
        };
        let aim = holder.and_then(|holder| match asked.sheet.prorate {
            true => aims.prorated(&metric.word, &holder, asked.period, asked.window, year),
            false => aims.of(&metric.word, &holder, asked.period),
        });
        let more = lines.len().saturating_sub(SHOWN);
        lines.truncate(SHOWN);
        found.push(Counted {
            metric,
            lines,
            more,
            target: aim.map(|aim| aim.target),
            sum: sum.unwrap_or_default(),
        });
    }
    found
}
