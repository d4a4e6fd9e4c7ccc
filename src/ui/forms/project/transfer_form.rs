//! The form that transfers a project to another unit.

use crate::domain::field::ProjectField as P;
use crate::domain::read::{percent, whole};
use crate::domain::{Date, Kind, RecordId};
use crate::i18n::{transfer as words, widgets};
use crate::ledger::Action;
use crate::rules::credit::{Agreement, USUAL, WHOLE, transfer};
use crate::ui::forms::records::{create_named, name_of, record_choices};
use crate::ui::forms::unsaved::{Note, keep_fields};
use crate::ui::heard::heard;
use crate::ui::lang::t;
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Choice, Combo, DateInput, Field, Select, TextInput};
use leptos::ev;
use leptos::prelude::*;
use web_sys::SubmitEvent;

/// The word for a split that is not among the usual.
const OTHER: &str = "other";

/// What stands against the form, by field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Receiver,
    SameUnit,
    Share,
    Years,
}

/// The form; `open` is let down when it is done with.
#[component]
pub fn TransferForm(id: RecordId, open: RwSignal<bool>) -> impl IntoView {
    let to = RwSignal::new(String::new());
    let on = RwSignal::new(session::today().to_string());
    let split = RwSignal::new(USUAL[0].0.to_string());
    let kept = RwSignal::new(String::new());
    let years = RwSignal::new(String::new());
    let agreed_by = RwSignal::new(String::new());
    let reason = RwSignal::new(String::new());
    let fields = vec![
        ("to", to),
        ("on", on),
        ("split", split),
        ("kept", kept),
        ("years", years),
        ("agreed-by", agreed_by),
        ("reason", reason),
    ];
    let note = StoredValue::new(keep_fields(&format!("transfer-{id}"), fields));
    let close = move || {
        note.with_value(|note| note.iter().for_each(Note::forget));
        open.set(false);
    };
    let wrong = RwSignal::new(None::<Wrong>);
    let read = move || {
        let giver = session::read(|store| {
            let state = store.state();
            state.get(id, P::Unit).as_ref_id().map(|unit| state.resolve(unit))
        });
        let from = giver.flatten().ok_or(Wrong::Receiver)?;
        let to = to.read_untracked().parse().map_err(|_| Wrong::Receiver)?;
        if from == to {
            return Err(Wrong::SameUnit);
        }
        let chosen = split.get_untracked();
        let typed = if chosen == OTHER { kept.get_untracked() } else { chosen };
        let kept = percent(&typed).value.filter(|kept| (0..=WHOLE).contains(kept)).ok_or(Wrong::Share)?;
        let typed = years.get_untracked();
        let years = match typed.trim() {
            "" => None,
            typed => Some(whole(typed).value.filter(|years| (1..100).contains(years)).ok_or(Wrong::Years)?),
        };
        Ok(Agreement {
            from,
            to,
            on: Date::parse_iso(&on.read_untracked()).unwrap_or_else(session::today),
            kept,
            years,
            agreed_by: agreed_by.read_untracked().trim().to_owned(),
            reason: reason.read_untracked().trim().to_owned(),
        })
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match read() {
            Err(found) => wrong.set(Some(found)),
            Ok(agreement) => {
                let record = session::new_id(Kind::Transfer);
                // What the project says of itself is a value like any other: in the language of the ledgers.
                let state = words::MOVED.get(crate::i18n::Lang::Zh);
                let edits = session::read(|store| transfer(store.state(), record, id, &agreement, state));
                if session::run(Action::Transfer, edits.unwrap_or_default()) {
                    close();
                }
            }
        }
    };
    let said = move |of: &'static [(Wrong, crate::i18n::Text)]| {
        Signal::derive(move || {
            let found = wrong.get().and_then(|wrong| of.iter().find(|(kind, _)| *kind == wrong));
            found.map(|(_, text)| t(*text).to_owned()).unwrap_or_default()
        })
    };
    let receiver = said(&[(Wrong::Receiver, words::NO_RECEIVER), (Wrong::SameUnit, words::SAME_UNIT)]);
    let share = said(&[(Wrong::Share, words::WRONG_SHARE)]);
    let bad_years = said(&[(Wrong::Years, words::WRONG_YEARS)]);
    let create = move |name: String| to.set(create_named(Kind::Unit, &name));
    let shown = Signal::derive(move || name_of(&to.read()));
    let splits = move || {
        let usual = USUAL.map(|(kept, _)| Choice::new(kept.to_string(), words::split(kept * 100)));
        let other = Choice::new(OTHER, words::OTHER_SPLIT);
        usual.into_iter().chain([other]).collect::<Vec<_>>()
    };
    let other = move || {
        (*split.read() == OTHER).then(|| {
            view! {
                <Field label=words::KEPT error=share><TextInput value=kept suffix=crate::i18n::project::PERCENT inputmode="decimal"/></Field>
            }
        })
    };
    view! {
        <form class="transfer-form" on:submit=heard(ev::submit, submit)>
            <Field label=words::TO required=true error=receiver>
                <Combo value=to search=|typed: String| record_choices(Kind::Unit, &typed) shown on_create=create/>
            </Field>
            <Field label=words::ON><DateInput value=on/></Field>
            <Field label=words::SPLIT><Select value=split options=Signal::derive(splits)/></Field>
            {other}
            <Field label=words::YEARS help=words::YEARS_HINT error=bad_years>
                <TextInput value=years suffix=words::YEAR inputmode="numeric"/>
            </Field>
            <Field label=words::AGREED_BY><TextInput value=agreed_by/></Field>
            <Field label=words::REASON><TextInput value=reason/></Field>
            <div class="buttons">
                <Button label=words::DO kind=ButtonKind::Primary submit=true/>
                <Button label=widgets::CANCEL kind=ButtonKind::Quiet on_press=close/>
            </div>
        </form>
    }
    .into_any()
}
