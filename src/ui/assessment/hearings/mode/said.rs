//! What is said of a unit, written down as it is said.

use super::{Floor, SAID_ID};
use crate::domain::field::HearingField as H;
use crate::domain::{RecordId, Value};
use crate::i18n::assess_hearings as words;
use crate::ledger::{Action, CellKey, Edit};
use crate::ui::forms::unsaved::{Note, Texts, keep};
use crate::ui::lang::t;
use crate::ui::session;
use crate::ui::widgets::TextArea;
use leptos::prelude::*;

/// The name of the text in the note of what is typed.
const SAID: &str = "said";

#[component]
pub(super) fn Said(floor: Floor, unit: RecordId) -> impl IntoView {
    let stored =
        Memo::new(move |_| floor.with(|brief, _| brief.hearing.said_of(unit).to_owned()).unwrap_or_default());
    let heading = || view! { <h2>{move || t(words::SAID)}</h2> };
    if !session::is_now() {
        let read = move || match stored.get().as_str() {
            "" => view! { <p class="nothing">{t(words::NOTHING_SAID)}</p> }.into_any(),
            said => view! { <p class="as-said">{said.to_owned()}</p> }.into_any(),
        };
        return view! { <section class="said">{heading()} {read}</section> }.into_any();
    }
    let value = RwSignal::new(stored.get_untracked());
    let note = Note::of(&format!("said-{}-{unit}", floor.id));
    let kept = StoredValue::new_local(note.clone());
    let save = move |text: String| {
        let cell = CellKey::of(H::UnitMinutes, session::element(&unit.to_string()));
        if session::run(Action::Edit, vec![Edit::new(floor.id, cell, Value::text(text.trim_end()))]) {
            kept.try_with_value(|note| note.as_ref().map(Note::forget));
        }
    };
    let texts = |text: String| Texts::from([(SAID.to_owned(), text)]);
    let blank = texts(stored.get_untracked());
    let fill = |texts: &Texts| {
        if let Some(text) = texts.get(SAID) {
            value.set(text.clone());
        }
    };
    // What was typed when the laptop went down is written now.
    if keep(note, blank, move || texts(value.get()), fill) {
        save(value.get_untracked());
    }
    // Another tab or an undo changed it.
    Effect::new(move |before: Option<String>| {
        let now = stored.get();
        if before.is_some_and(|before| before != now) {
            value.set(now.clone());
        }
        now
    });
    view! {
        <section class="said" id=SAID_ID>
            {heading()}
            <TextArea value rows=4 label=words::SAID placeholder=words::SAID_HINT on_commit=save/>
        </section>
    }
    .into_any()
}
