//! One person of a company, shown or edited.

use crate::domain::field::ContactField as K;
use crate::domain::read::{Number, numbers};
use crate::domain::{Field, Kind, RecordId};
use crate::i18n::{companies as words, values};
use crate::ledger::{Action, Edit};
use crate::ui::forms::CellField;
use crate::ui::lang::lang;
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Glyph, IconButton};
use leptos::prelude::*;

/// What is asked of a person, without the company, whose page this is.
const ASKED: [K; 6] = [K::Name, K::Post, K::Phone, K::Wechat, K::Email, K::Remark];

/// The person; its fields while it is the one being edited.
#[component]
pub(super) fn Contact(id: RecordId, editing: RwSignal<Option<RecordId>>) -> impl IntoView {
    let is_edited = Memo::new(move |_| editing.get() == Some(id));
    move || if is_edited.get() { editor(id, editing) } else { line(id, editing) }
}

fn text(id: RecordId, field: K) -> Memo<String> {
    Memo::new(move |_| {
        let text = session::watch(|store| store.state().get(id, field).as_text().map(str::to_owned));
        text.flatten().unwrap_or_default()
    })
}

fn line(id: RecordId, editing: RwSignal<Option<RecordId>>) -> AnyView {
    let (post, phone, wechat, email) =
        (text(id, K::Post), text(id, K::Phone), text(id, K::Wechat), text(id, K::Email));
    let name =
        move || session::watch(|store| values::record_name(lang(), store.state(), id)).unwrap_or_default();
    let numbers = move || {
        let one = |number: Number| view! { <a href=format!("tel:{}", number.dial)>{number.shown}</a> };
        let numbers = numbers(&phone.read()).into_iter().map(one).collect_view();
        let mail = Some(email.get()).filter(|mail| !mail.is_empty());
        let mail = mail.map(|mail| view! { <a href=format!("mailto:{mail}")>{mail.clone()}</a> });
        view! { {numbers} <span>{wechat.get()}</span> {mail} }.into_any()
    };
    let of = move |what| Signal::derive(move || words::of(lang(), what, &name()));
    let tools = || {
        view! {
            <span class="tools">
                <IconButton glyph=Glyph::Edit label=of(words::EDIT) on_press=move || editing.set(Some(id))/>
                <IconButton glyph=Glyph::Trash label=of(words::DELETE) on_press=move || {
                    session::run(Action::Delete, vec![Edit::delete(id)]);
                }/>
            </span>
        }
    };
    view! {
        <li>
            <strong>{name}</strong>
            <span class="quiet">{move || post.get()}</span>
            {numbers}
            {session::is_now().then(tools)}
        </li>
    }
    .into_any()
}

fn editor(id: RecordId, editing: RwSignal<Option<RecordId>>) -> AnyView {
    let field = |field: K| {
        let def = Field::from(field).def(Kind::Contact)?;
        Some(view! { <CellField id field=field.into() def/> })
    };
    view! {
        <li class="edited">
            <div class="fields">{ASKED.map(field).collect_view()}</div>
            <Button label=words::DONE kind=ButtonKind::Primary on_press=move || editing.set(None)/>
        </li>
    }
    .into_any()
}
