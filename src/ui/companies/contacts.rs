//! The people of a company.

use super::cards::Cards;
use super::contact::Contact;
use crate::domain::field::ContactField as K;
use crate::domain::{Kind, RecordId, Value};
use crate::i18n::companies::{self as words, cards};
use crate::ledger::{Action, Edit};
use crate::ui::heard::heard;
use crate::ui::lang::t;
use crate::ui::session;
use crate::ui::state::prefs;
use crate::ui::widgets::{Button, Field, Glyph, TextInput};
use leptos::ev;
use leptos::prelude::*;

/// The list, a line to add one, and the way to import cards.
#[component]
pub(super) fn Contacts(id: RecordId) -> impl IntoView {
    let ids = Memo::new(move |_| {
        session::watch(|store| store.index().of(Kind::Contact, id).to_vec()).unwrap_or_default()
    });
    let editing = RwSignal::new(None::<RecordId>);
    let name = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked().trim().to_owned();
        wrong.set(typed.is_empty());
        if typed.is_empty() {
            return;
        }
        let contact = session::new_id(Kind::Contact);
        let edits = vec![
            Edit::new(contact, K::Name, Value::text(&typed)),
            Edit::new(contact, K::Company, Value::Ref(id)),
        ];
        if session::run(Action::Create, edits) {
            name.set(String::new());
            editing.set(Some(contact));
        }
    };
    let error = move || if wrong.get() { t(words::NAME_NEEDED).to_owned() } else { String::new() };
    let nobody =
        move || ids.read().is_empty().then(|| view! { <p class="quiet">{move || t(words::NO_CONTACTS)}</p> });
    let people = move || match prefs::on_projector() {
        true => view! { <p class="quiet">{move || t(words::HIDDEN)}</p> }.into_any(),
        false => view! {
            <ul class="people">
                <For each=move || ids.get() key=|id| *id children=move |id| view! { <Contact id editing/> }/>
            </ul>
        }
        .into_any(),
    };
    let importing = RwSignal::new(false);
    let form = move || {
        view! {
            <form class="add-line" on:submit=heard(ev::submit, add)>
                <Field label=words::NEW_CONTACT error=Signal::derive(error)><TextInput value=name/></Field>
                <Button label=words::ADD_CONTACT icon=Glyph::Plus submit=true/>
            </form>
            <Button label=cards::IMPORT icon=Glyph::Upload on_press=move || importing.set(true)/>
        }
    };
    view! {
        <h2>{move || t(words::CONTACTS)}</h2>
        <Cards open=importing home=id>
            {nobody}
            {people}
            {session::is_now().then(form)}
        </Cards>
    }
    .into_any()
}
