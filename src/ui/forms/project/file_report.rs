//! The form that files a first report.

use crate::domain::field::ProjectField as P;
use crate::domain::lists::List;
use crate::domain::milestone::Review;
use crate::domain::{Date, Kind, RecordId};
use crate::i18n::{first_report as words, project, widgets};
use crate::ledger::{Action, Stamp};
use crate::rules::first_report::{Basis, Claim, Moment, file, read_time, time_text};
use crate::rules::introduce::identity_of;
use crate::ui::forms::claims::{local, new_report};
use crate::ui::forms::records::{create_named, list_choices, name_of, record_choices};
use crate::ui::forms::unsaved::{Note, keep_fields};
use crate::ui::heard::heard;
use crate::ui::lang::t;
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Choice, Combo, DateInput, Field, Select, TextInput};
use crate::web::clock;
use leptos::ev;
use leptos::prelude::*;
use web_sys::SubmitEvent;

/// The form; `open` is let down when it is done with.
#[component]
pub fn FileReport(id: RecordId, open: RwSignal<bool>) -> impl IntoView {
    let (first_unit, me) = session::read(|store| {
        let state = store.state();
        let identity = identity_of(state, store.node());
        // One's own unit, else the one responsible for the project.
        let own = state.live(Kind::Unit).map(|(unit, _)| unit);
        let mut own =
            own.filter(|&unit| name_of_unit(state, unit) == identity.unit && !identity.unit.is_empty());
        let unit = own.next().or_else(|| state.get(id, P::Unit).as_ref_id().map(|unit| state.resolve(unit)));
        (unit.map(|unit| unit.to_string()).unwrap_or_default(), identity.name)
    })
    .unwrap_or_default();
    let now = local(clock::now_millis());
    let unit = RwSignal::new(first_unit);
    let person = RwSignal::new(me);
    let day = RwSignal::new(session::today().to_string());
    let time = RwSignal::new(now.and_then(|now| now.minute).map(time_text).unwrap_or_default());
    let evidence = RwSignal::new(String::new());
    let note = RwSignal::new(String::new());
    let fields = vec![
        ("unit", unit),
        ("person", person),
        ("day", day),
        ("time", time),
        ("evidence", evidence),
        ("note", note),
    ];
    let typed = StoredValue::new(keep_fields(&format!("report-{id}"), fields));
    let close = move || {
        typed.with_value(|note| note.iter().for_each(Note::forget));
        open.set(false);
    };
    let bad_time = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = time.get_untracked();
        let minute = read_time(&typed);
        if minute.is_none() && !typed.trim().is_empty() {
            return bad_time.set(true);
        }
        let word = evidence.get_untracked();
        let claim = Claim {
            basis: Basis::Filed(id),
            unit: unit.read_untracked().parse().ok(),
            person: person.read_untracked().trim().to_owned(),
            reported: Date::parse_iso(&day.read_untracked()).map(|day| Moment { day, minute }),
            entered: Stamp::default(),
            evidence: if word.is_empty() { Vec::new() } else { vec![word] },
            evidence_note: note.read_untracked().trim().to_owned(),
            ruling: Review::Pending,
            ruled_on: None,
            ruling_note: String::new(),
        };
        if session::run(Action::Create, file(new_report(), id, &claim, session::element)) {
            close();
        }
    };
    let create = move |name: String| unit.set(create_named(Kind::Unit, &name));
    let shown = Signal::derive(move || name_of(&unit.read()));
    let kinds = move || {
        let mut all = vec![Choice::new("", project::NOT_STATED)];
        all.extend(list_choices(List::ReportEvidence));
        all
    };
    let wrong =
        Signal::derive(move || if bad_time.get() { t(words::WRONG_TIME).to_owned() } else { String::new() });
    let is_empty = Signal::derive(move || unit.read().is_empty());
    view! {
        <form class="file-report" on:submit=heard(ev::submit, submit)>
            <Field label=words::UNIT required=true>
                <Combo value=unit search=|typed: String| record_choices(Kind::Unit, &typed) shown on_create=create/>
            </Field>
            <Field label=words::PERSON><TextInput value=person/></Field>
            <Field label=words::DAY><DateInput value=day/></Field>
            <Field label=words::TIME error=wrong><TextInput value=time/></Field>
            <Field label=words::EVIDENCE><Select value=evidence options=Signal::derive(kinds)/></Field>
            <Field label=words::EVIDENCE_NOTE><TextInput value=note/></Field>
            <div class="buttons">
                <Button label=words::SAVE kind=ButtonKind::Primary submit=true disabled=is_empty/>
                <Button label=widgets::CANCEL kind=ButtonKind::Quiet on_press=close/>
            </div>
        </form>
    }
    .into_any()
}

fn name_of_unit(state: &crate::ledger::State, unit: RecordId) -> &str {
    state.get(unit, crate::domain::field::UnitField::Name).as_text().unwrap_or_default()
}
