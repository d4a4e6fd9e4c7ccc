//! 预警规则: the one table of rules, with limits that the office sets.

use super::chosen::RULE;
use crate::domain::field::OfficeField as O;
use crate::domain::{RecordId, Value};
use crate::i18n::format::number_cell;
use crate::i18n::warnings as words;
use crate::ledger::{Action, CellKey, Edit};
use crate::rules::warnings::{Kept, Level, Limits, MOST, Measure, Rule};
use crate::ui::forms::warnings::with_all;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{Route, Work};
use crate::ui::session;
use crate::ui::widgets::{Button, Checkbox, TextInput};
use leptos::prelude::*;

/// The table.
#[component]
pub(super) fn RulesTable() -> impl IntoView {
    let is_set = Memo::new(|_| {
        session::watch(|store| Limits::read(store.state()) != Limits::default()).unwrap_or(false)
    });
    let reset = || {
        let edits = session::read(|store| Limits::reset(store.state())).unwrap_or_default();
        session::run(Action::Settings, edits);
    };
    let heads = [words::USED, words::RULE, words::SAYS, words::YELLOW_LIMIT, words::RED_LIMIT];
    let heads = heads.map(|head| view! { <th scope="col">{move || t(head)}</th> });
    let row = |&rule: &Rule| view! { <RuleRow rule/> };
    view! {
        <div class="warning-rules">
            <p class="help">{move || t(words::RULES_TEXT)}</p>
            <div class="table-wrap">
                <table>
                    <thead>
                        <tr>{heads.collect_view()}<th scope="col" class="number">{move || t(words::NOW)}</th></tr>
                    </thead>
                    <tbody>{Rule::ALL.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            {session::is_now().then(|| view! {
                <Button label=words::RESET disabled=Signal::derive(move || !is_set.get()) on_press=reset/>
            })}
        </div>
    }
    .into_any()
}

#[component]
fn RuleRow(rule: Rule) -> impl IntoView {
    let used =
        Memo::new(move |_| session::watch(|store| Limits::read(store.state()).is_on(rule)).unwrap_or(true));
    let checked = RwSignal::new(used.get_untracked());
    Effect::new(move || {
        checked.try_set(used.get());
    });
    let turn = move |on: bool| set(&Limits::off_word(rule), if on { Value::Empty } else { Value::Int(1) });
    let says = Memo::new(move |_| {
        let l = lang();
        session::watch(|store| {
            words::says(l, rule, &Limits::read(store.state()), &store.index().rules().stale, None)
        })
        .unwrap_or_default()
    });
    let count = Memo::new(move |_| {
        let of = |kept: &Kept| kept.all().iter().filter(|warning| warning.rule == rule).count();
        session::watch(|store| with_all(store, session::today(), of)).unwrap_or_default()
    });
    let now = move || match (used.get(), count.get()) {
        (false, _) => t(words::NOT_USED).into_any(),
        (true, 0) => number_cell(0).into_any(),
        (true, n) => {
            let href = Route::Work(Work::Warnings).with_query([(RULE, rule.word())]).href();
            view! { <a href=href>{number_cell(n as i64)}</a> }.into_any()
        }
    };
    let label = move || format!("{} {}", t(words::USED), t(words::rule(rule)));
    let limit = |level| {
        let (yellow, red) = rule.usual();
        let usual = if level == Level::Yellow { yellow } else { red };
        usual.map(|usual| view! { <LimitInput rule level usual/> })
    };
    view! {
        <tr data-off=move || (!used.get()).then_some("true")>
            <td>
                <Checkbox
                    checked
                    label=Signal::derive(label)
                    bare=true
                    disabled=!session::is_now()
                    on_change=turn
                />
            </td>
            <th scope="row">{move || t(words::rule(rule))}</th>
            <td>{move || says.get()}</td>
            <td>{limit(Level::Yellow)}</td>
            <td>{limit(Level::Red)}</td>
            <td class="number">{now}</td>
        </tr>
    }
    .into_any()
}

/// One limit; empty is as usual.
#[component]
fn LimitInput(rule: Rule, level: Level, usual: i64) -> impl IntoView {
    let word = Limits::word(rule, level);
    let stored = Memo::new({
        let word = word.clone();
        move |_| {
            let read = session::watch(|store| {
                let element = store.state().names().find_element(&word)?;
                store.state().get(RecordId::OFFICE, CellKey::of(O::WarningLimit, element)).as_int()
            });
            read.flatten().map(|number| number.to_string()).unwrap_or_default()
        }
    });
    let value = RwSignal::new(stored.get_untracked());
    Effect::new(move || {
        value.try_set(stored.get());
    });
    let wrong = RwSignal::new(false);
    let save = move |text: String| {
        let limit = match text.trim() {
            "" => Some(Value::Empty),
            digits => digits.parse().ok().filter(|limit| (0..=MOST).contains(limit)).map(Value::Int),
        };
        wrong.try_set(limit.is_none());
        if let Some(limit) = limit {
            set(&word, limit);
        }
    };
    let label = move || {
        format!(
            "{} {}",
            t(words::rule(rule)),
            t(if level == Level::Red { words::RED_LIMIT } else { words::YELLOW_LIMIT })
        )
    };
    let unit = match rule.measure() {
        Measure::Points => words::UNIT_POINTS,
        _ => words::UNIT_DAYS,
    };
    let placeholder = move || words::usual(lang(), usual);
    view! {
        <TextInput
            value
            label=Signal::derive(label)
            suffix=unit
            inputmode="numeric"
            placeholder=Signal::derive(placeholder)
            disabled=!session::is_now()
            on_commit=save
        />
        {move || wrong.get().then(|| view! { <p class="error" role="alert">{t(words::WRONG_LIMIT)}</p> })}
    }
    .into_any()
}

/// Sets one cell of the limits.
fn set(word: &str, value: Value) {
    let cell = CellKey::of(O::WarningLimit, session::element(word));
    session::run(Action::Settings, vec![Edit::new(RecordId::OFFICE, cell, value)]);
}
