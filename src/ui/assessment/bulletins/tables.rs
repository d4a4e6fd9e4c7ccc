//! One table by itself: chosen, looked at, saved.

use super::Shell;
use super::made::one_table;
use super::paper::{PaperActions, PaperView};
use crate::domain::{Date, RecordId};
use crate::i18n::{assess_bulletins as words, values};
use crate::rules::bulletin::tables::Which;
use crate::rules::bulletin::{Paper, Words};
use crate::rules::metrics::Cycle;
use crate::rules::targets::{Period, units_in_order};
use crate::ui::assessment::period::{PeriodPicker, first_month, follow};
use crate::ui::lang::{lang, t};
use crate::ui::routes::{set_query, use_query};
use crate::ui::session;
use crate::ui::widgets::{Choice, DateInput, Field, Select};
use leptos::prelude::*;
use std::str::FromStr;

/// The view.
#[component]
pub(super) fn TablesView() -> impl IntoView {
    let (table, period, day, unit) =
        (use_query("table"), use_query("period"), use_query("day"), use_query("unit"));
    let which = Memo::new(move |_| Which::from_word(&table.read()).unwrap_or(Which::Progress));
    let today = Memo::new(|_| session::watch(|_| session::today()).unwrap_or_else(session::today));
    let period = Memo::new(move |_| {
        let asked = Period::from_str(&period.read()).ok().filter(|period| !period.is_contest());
        asked.unwrap_or_else(|| Period::of(Cycle::Year, today.get(), first_month()))
    });
    let day = Memo::new(move |_| {
        let asked = Date::parse_iso(&day.read());
        let window = session::watch(|store| period.get().window(store.state(), first_month())).flatten();
        asked
            .unwrap_or_else(|| window.map_or(today.get(), |window| window.to.min(today.get())))
            .min(today.get())
    });
    let of = Memo::new(move |_| unit.read().parse::<RecordId>().ok());
    let paper = Memo::new(move |_| {
        let l = lang();
        let made =
            session::watch(|store| one_table(store, l, which.get(), period.get(), day.get(), of.get()));
        made.flatten().unwrap_or_else(Paper::default)
    });
    let value = follow(move || which.get().word().to_owned());
    let options = Signal::derive(move || {
        let l = lang();
        Which::ALL
            .into_iter()
            .map(|which| Choice::new(which.word(), l.say(which.title())))
            .collect::<Vec<_>>()
    });
    let shown_day = follow(move || day.get().to_string());
    let whose = move || {
        (which.get() == Which::Indicators).then(|| {
            let value = follow(move || of.get().map(|id| id.to_string()).unwrap_or_default());
            let options = Signal::derive(move || {
                let l = lang();
                session::watch(|store| {
                    let state = store.state();
                    let name = |id: RecordId| Choice::new(id.to_string(), values::record_name(l, state, id));
                    units_in_order(state).into_iter().map(name).collect::<Vec<_>>()
                })
                .unwrap_or_default()
            });
            view! {
                <Field label=words::UNIT>
                    <Select value options on_change=|word: String| set_query("unit", &word)/>
                </Field>
            }
        })
    };
    let actions = move || view! { <PaperActions paper/> };
    view! {
        <Shell part="tables" actions>
            <div class="pickers">
                <Field label=words::TABLE>
                    <Select value options on_change=|word: String| set_query("table", &word)/>
                </Field>
                <PeriodPicker period/>
                <Field label=words::AS_OF>
                    <DateInput value=shown_day on_commit=|day: String| set_query("day", &day)/>
                </Field>
                {whose}
            </div>
            <PaperView paper/>
            <p class="help">{move || t(words::BEHIND)}</p>
        </Shell>
    }
    .into_any()
}
