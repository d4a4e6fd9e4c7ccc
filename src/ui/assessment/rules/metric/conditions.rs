//! The conditions of a metric: each as a sentence, and the one that is being changed with the fields that a table sets its
//! own conditions by.

use super::{Draft, said};
use crate::domain::Kind;
use crate::i18n::format::MoneyUnit;
use crate::i18n::{Lang, assess_metric as words, labels, scoring, table};
use crate::rules::metrics::edit;
use crate::rules::query::{Column, Filter, Test};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::table::filter::fields::{ConditionFields, On};
use crate::ui::widgets::{Button, ButtonKind, Choice, Combo, Field, Glyph, IconButton};
use leptos::prelude::*;

/// The condition that is being changed: its column, and its place once it says something.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Open {
    key: String,
    at: Option<usize>,
    /// How many were opened before it: its fields are drawn once.
    turn: u32,
}

/// The condition that is open, if any.
type Opened = RwSignal<(u32, Option<Open>)>;

fn begin(open: Opened, key: String, at: Option<usize>) {
    open.update(|(turn, open)| {
        *turn += 1;
        *open = Some(Open { key, at, turn: *turn });
    });
}

fn end(open: Opened) {
    open.update(|(_, open)| *open = None);
}

/// The list, and the fields of the condition that is open.
pub(super) fn fields(draft: Draft) -> AnyView {
    let kind = Memo::new(move |_| draft.with(|metric| edit::counted(&metric.source)));
    let rest = move || match kind.get() {
        Some(kind) => conditions(draft, kind),
        None => said(|| t(words::NONE_BY_HAND).to_owned()),
    };
    view! { {rest} }.into_any()
}

fn conditions(draft: Draft, kind: Kind) -> AnyView {
    let open: Opened = RwSignal::new((0, None));
    let filters = Memo::new(move |_| draft.with(|metric| metric.filters.clone()));
    let line = move |(at, filter): (usize, Filter)| {
        let told = session::watch(|store| scoring::told_filter(lang(), store.state(), kind, &filter));
        let told = told.unwrap_or_else(|| filter.key.clone());
        let without = words::without(lang(), &told);
        let key = filter.key.clone();
        // A condition of a newer version can be taken away, but not changed.
        let is_known = !matches!(filter.test, Test::Unknown(_)) && column(kind, &key).is_some();
        let change = move || begin(open, key.clone(), Some(at));
        let remove = move || {
            end(open);
            draft.update(|metric| {
                if at < metric.filters.len() {
                    metric.filters.remove(at);
                }
            });
        };
        view! {
            <li>
                <span>{told}</span>
                {is_known.then(|| view! { <Button label=words::CHANGE kind=ButtonKind::Quiet on_press=change/> })}
                <IconButton glyph=Glyph::Trash label=without on_press=remove/>
            </li>
        }
    };
    let list = move || filters.get().into_iter().enumerate().map(line).collect_view();
    let intro = move || t(if filters.read().is_empty() { words::NO_CONDITIONS } else { words::ALL_HOLD });
    // Not its place: what the condition says must not draw its fields anew while they are typed in.
    let opened =
        Memo::new(move |_| open.with(|(_, open)| open.as_ref().map(|open| (open.turn, open.key.clone()))));
    let editor = move || opened.get().map(|(_, key)| editor(draft, kind, open, key));
    view! {
        <p class="whole quiet">{intro}</p>
        <ul class="whole metric-conditions">{list}</ul>
        {editor}
        {adder(draft, kind, open)}
    }
    .into_any()
}

fn column(kind: Kind, key: &str) -> Option<Column> {
    session::read(|store| Column::from_key(kind, key, store.state().names())).flatten()
}

/// The fields of the condition on a column. What is set counts at once.
fn editor(draft: Draft, kind: Kind, open: Opened, key: String) -> AnyView {
    let Some(column) = column(kind, &key) else { return ().into_any() };
    let at = open.with_untracked(|(_, open)| open.as_ref().and_then(|open| open.at));
    let held =
        draft.with_untracked(|metric| at.and_then(|at| metric.filters.get(at)).map(|of| of.test.clone()));
    let test = RwSignal::new(held);
    Effect::new(move |before: Option<Option<Test>>| {
        let now = test.get();
        if before.is_some_and(|before| before != now) {
            let at = open.with_untracked(|(_, open)| open.as_ref().and_then(|open| open.at));
            let mut place = None;
            draft.update(|metric| place = edit::put(&mut metric.filters, at, &key, now.clone()));
            open.update(|(_, open)| open.iter_mut().for_each(|open| open.at = place));
        }
        now
    });
    let name = Signal::derive(move || {
        let l = lang();
        session::watch(|store| table::column_name(l, store.state(), kind, column)).unwrap_or_default()
    });
    let title = move || match test.read().is_some() {
        true => name.get(),
        false => words::not_yet(lang(), &name.get()),
    };
    // Thresholds are written in 亿元.
    let unit = Signal::derive(|| match lang() {
        Lang::Zh => MoneyUnit::Yi,
        Lang::En => MoneyUnit::Million,
    });
    view! {
        <fieldset class="whole metric-condition">
            <legend>{title}</legend>
            <ConditionFields on=On { kind, column, unit } draft=test/>
            <Button label=words::DONE on_press=move || end(open)/>
        </fieldset>
    }
    .into_any()
}

/// The columns that a condition can be added on.
fn adder(draft: Draft, kind: Kind, open: Opened) -> AnyView {
    let chosen = RwSignal::new(String::new());
    let columns = Memo::new(move |_| {
        let l = lang();
        let read = |store: &crate::store::Store| {
            let state = store.state();
            let entry = |column: Column| {
                let group = column.group(kind).map_or(table::COMPUTED, labels::group);
                let name = table::column_name(l, state, kind, column);
                (column.key(kind, state.names()), name, group)
            };
            edit::columns(kind, state).into_iter().map(entry).collect::<Vec<_>>()
        };
        session::read(read).unwrap_or_default()
    });
    let options = Signal::derive(move || {
        let entry =
            |(key, name, group): (String, String, crate::i18n::Text)| Choice::new(key, name).hint(group);
        columns.get().into_iter().map(entry).collect::<Vec<_>>()
    });
    let add = move |key: String| {
        chosen.set(String::new());
        if !key.is_empty() {
            let at =
                draft.with_untracked(|metric| metric.filters.iter().position(|filter| filter.key == key));
            begin(open, key, at);
        }
    };
    view! {
        <Field label=words::ADD_CONDITION>
            <Combo value=chosen options shown=Signal::stored(String::new()) placeholder=words::ADD_EXAMPLE on_change=add/>
        </Field>
    }
    .into_any()
}
