//! A new hearing: name, day, chair, place.

use super::hearing_at;
use crate::domain::field::HearingField as H;
use crate::domain::{Date, Kind, RecordId, Value};
use crate::i18n::{assess_hearings as words, widgets as widget_words};
use crate::ledger::{Action, Edit};
use crate::rules::hearing::all;
use crate::rules::scoring::office;
use crate::ui::assessment::period::first_month;
use crate::ui::lang::{lang, t};
use crate::ui::routes::navigate;
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Choice, DateInput, Dialog, Field, Select, TextInput};
use leptos::prelude::*;

/// The dialog.
#[component]
pub(super) fn NewHearing(open: RwSignal<bool>) -> impl IntoView {
    let text = || RwSignal::new(String::new());
    let (name, on, chair, place, rules) = (text(), text(), text(), text(), text());
    let (name_error, date_error) = (text(), text());
    // It begins as the last one was.
    Effect::new(move || {
        if !open.get() {
            return;
        }
        let today = session::today();
        let last = session::read(|store| all(store.state()).into_iter().next()).flatten();
        name.set(words::usual_name(untrack(lang), today));
        on.set(today.to_string());
        chair.set(last.as_ref().map(|last| last.chair.clone()).unwrap_or_default());
        place.set(last.as_ref().map(|last| last.place.clone()).unwrap_or_default());
        rules.set(last.and_then(|last| last.rules).map(|id| id.to_string()).unwrap_or_default());
        name_error.set(String::new());
        date_error.set(String::new());
    });
    let sheets = Signal::derive(move || {
        let kept = session::watch(|store| {
            let kept = office::kept(store.state()).into_iter().filter(|kept| !kept.retired);
            kept.map(|kept| Choice::new(kept.id.to_string(), kept.name)).collect::<Vec<_>>()
        });
        let kept = kept.unwrap_or_default();
        [Choice::new("", words::NO_RULES)].into_iter().chain(kept).collect::<Vec<_>>()
    });
    let create = move || {
        let day = Date::parse_iso(&on.get_untracked());
        let named = name.get_untracked().trim().to_owned();
        let said = |wrong: bool, text| if wrong { t(text).to_owned() } else { String::new() };
        name_error.set(untrack(|| said(named.is_empty(), words::NAME_MISSING)));
        date_error.set(untrack(|| said(day.is_none(), words::DATE_MISSING)));
        let Some(day) = day.filter(|_| !named.is_empty()) else { return };
        let id = session::new_id(Kind::Hearing);
        let rules = rules.get_untracked().parse::<RecordId>().ok();
        let cells = [
            (H::Name, Value::text(&named)),
            (H::On, Value::Date(day)),
            (H::Chair, Value::text(chair.get_untracked().trim())),
            (H::Place, Value::text(place.get_untracked().trim())),
            (H::Rules, rules.map_or(Value::Empty, Value::Ref)),
            // Its numbers stay those of this year, whatever month the office counts from later.
            (H::FirstMonth, Value::Int(untrack(first_month).into())),
        ];
        let filled = cells.into_iter().filter(|(_, value)| !value.is_empty());
        if session::run(Action::Create, filled.map(|(field, value)| Edit::new(id, field, value)).collect()) {
            open.set(false);
            navigate(hearing_at(id, ""));
        }
    };
    let footer = move || {
        view! {
            <Button label=widget_words::CANCEL on_press=move || open.set(false)/>
            <Button label=words::CREATE kind=ButtonKind::Primary on_press=create/>
        }
        .into_any()
    };
    view! {
        <Dialog open title=words::NEW footer>
            <Field label=words::NAME error=name_error required=true><TextInput value=name/></Field>
            <Field label=words::DATE error=date_error required=true><DateInput value=on/></Field>
            <Field label=words::CHAIR><TextInput value=chair/></Field>
            <Field label=words::PLACE><TextInput value=place/></Field>
            <Field label=words::RULES><Select value=rules options=sheets/></Field>
        </Dialog>
    }
    .into_any()
}
