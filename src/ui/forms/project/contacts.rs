//! The people of the investor, with a telephone number to tap.

use crate::domain::field::{ContactField as C, ProjectField as P};
use crate::domain::read::{Number, numbers};
use crate::domain::{Kind, RecordId};
use crate::i18n::{project as words, values};
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route};
use crate::ui::session;
use crate::ui::state::prefs;
use leptos::prelude::*;

/// One contact.
#[derive(Clone, Debug, PartialEq)]
struct Contact {
    name: String,
    post: String,
    phones: Vec<Number>,
}

/// The panel; nothing before the project has an investor.
#[component]
pub fn Contacts(id: RecordId) -> impl IntoView {
    let investor = Memo::new(move |_| {
        let l = lang();
        session::watch(|store| {
            let state = store.state();
            let company = state.resolve(state.get(id, P::Investor).as_ref_id()?);
            Some((company, values::record_name(l, state, company)))
        })
        .flatten()
    });
    let contacts = Memo::new(move |_| {
        session::watch(|store| {
            let state = store.state();
            let chosen = state.get(id, P::Contact).as_ref_id().map(|contact| state.resolve(contact));
            let company = investor.read().as_ref().map(|(company, _)| *company);
            let mut ids: Vec<RecordId> =
                company.map(|c| store.index().of(Kind::Contact, c).to_vec()).unwrap_or_default();
            // The project's own contact comes first, also where he belongs to another company.
            ids.retain(|&contact| Some(contact) != chosen);
            let text = |contact: RecordId, field: C| {
                state.get(contact, field).as_text().unwrap_or_default().to_owned()
            };
            let contact = |id: RecordId| Contact {
                name: text(id, C::Name),
                post: text(id, C::Post),
                phones: numbers(&text(id, C::Phone)),
            };
            chosen.into_iter().chain(ids).map(contact).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let entry = |contact: Contact| {
        let phone = |phone: Number| view! { <a href=format!("tel:{}", phone.dial)>{phone.shown}</a> };
        view! {
            <li>
                <span>{contact.name}</span>
                <span class="quiet">{contact.post}</span>
                {contact.phones.into_iter().map(phone).collect_view()}
            </li>
        }
    };
    let company = move || {
        investor.get().map(|(company, name)| view! { <p><A to=Route::Company(company)>{name}</A></p> })
    };
    let none =
        move || contacts.read().is_empty().then(|| view! { <p class="quiet">{t(words::NO_CONTACTS)}</p> });
    let people = move || match prefs::on_projector() {
        true => view! { <p class="quiet">{t(words::HIDDEN)}</p> }.into_any(),
        false => view! { <ul>{contacts.get().into_iter().map(entry).collect_view()}</ul> }.into_any(),
    };
    move || {
        (investor.read().is_some() || !contacts.read().is_empty()).then(|| {
            view! {
                <section class="panel contacts" aria-label=move || t(words::CONTACTS)>
                    <h2>{move || t(words::CONTACTS)}</h2>
                    {company}
                    {people}
                    {none}
                </section>
            }
        })
    }
}
