//! Days without follow-up before a project is stale, by stage.

use crate::domain::field::OfficeField as O;
use crate::domain::{RecordId, Stage, Value};
use crate::i18n::{labels, settings as words, warnings};
use crate::ledger::{Action, CellKey, Edit};
use crate::rules::StaleLimits;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route, Work};
use crate::ui::session;
use crate::ui::widgets::{Field, TextInput};
use leptos::prelude::*;

/// The most days that make sense.
const MAX_DAYS: i64 = 999;

/// One number a stage.
#[component]
pub(super) fn StaleDays() -> impl IntoView {
    // The other limits stand with the rules themselves.
    let rules = Route::Work(Work::Warnings).with_query([("rules", "1")]);
    let limits = Stage::ALL.iter().map(|&stage| view! { <Limit stage/> }).collect_view();
    view! {
        <fieldset class="stale-days">
            <legend>{move || t(words::STALE)}</legend>
            <p class="help">{move || t(words::STALE_HELP)}</p>
            <div>{limits}</div>
            <p><A to=Signal::stored(rules)>{move || t(warnings::SHOW_RULES)}</A></p>
        </fieldset>
    }
    .into_any()
}

#[component]
fn Limit(stage: Stage) -> impl IntoView {
    let cell = CellKey::of(O::StaleDays, stage.milestone().element());
    let stored = Memo::new(move |_| {
        let days = session::watch(|store| store.state().get(RecordId::OFFICE, cell).as_int()).flatten();
        days.map(|days| days.to_string()).unwrap_or_default()
    });
    let value = RwSignal::new(stored.get_untracked());
    Effect::new(move || value.set(stored.get()));
    let error = RwSignal::new(String::new());
    let save = move |text: String| {
        let days = match text.trim() {
            "" => Some(Value::Empty),
            digits => digits.parse().ok().filter(|days| (0..=MAX_DAYS).contains(days)).map(Value::Int),
        };
        match days {
            Some(days) => {
                error.set(String::new());
                session::run(Action::Settings, vec![Edit::new(RecordId::OFFICE, cell, days)]);
            }
            None => error.set(t(words::WRONG_DAYS).to_owned()),
        }
    };
    let usual = move || words::default_days(lang(), StaleLimits::default().get(stage));
    view! {
        <Field label=labels::stage(stage) error>
            <TextInput value inputmode="numeric" placeholder=Signal::derive(usual) on_commit=save/>
        </Field>
    }
}
