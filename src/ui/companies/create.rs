//! Registering a company by its name.

use crate::domain::field::CompanyField as C;
use crate::domain::{Kind, Value};
use crate::i18n::{companies as words, widgets};
use crate::ledger::{Action, Edit};
use crate::ui::heard::heard;
use crate::ui::lang::t;
use crate::ui::routes::{Route, navigate};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Dialog, Field, TextInput};
use leptos::ev;
use leptos::prelude::*;

/// The dialog; the rest is filled in on the company's page.
#[component]
pub(super) fn NewCompany(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let name = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    Effect::new(move || {
        if open.get() {
            name.set(String::new());
            wrong.set(false);
        }
    });
    let go = move || {
        let typed = name.get_untracked().trim().to_owned();
        let taken = session::read(|store| {
            let mut companies = store.state().live(Kind::Company);
            companies.any(|(_, company)| company.get(C::Name).as_text() == Some(&typed))
        });
        if typed.is_empty() || taken != Some(false) {
            wrong.set(true);
            return;
        }
        let id = session::new_id(Kind::Company);
        if session::run(Action::Create, vec![Edit::new(id, C::Name, Value::text(&typed))]) {
            open.set(false);
            navigate(Route::Company(id));
        }
    };
    let footer = move || {
        view! {
            <Button label=widgets::CANCEL on_press=move || open.set(false)/>
            <Button label=words::REGISTER kind=ButtonKind::Primary on_press=go/>
        }
    };
    let error = move || if wrong.get() { t(words::NAME_TAKEN).to_owned() } else { String::new() };
    view! {
        <Dialog open title=words::NEW footer>
            <form on:submit=heard(ev::submit, move |event| { event.prevent_default(); go(); })>
                <Field label=words::NEW_NAME required=true error=Signal::derive(error)>
                    <TextInput value=name autofocus=true/>
                </Field>
            </form>
        </Dialog>
    }
    .into_any()
}
