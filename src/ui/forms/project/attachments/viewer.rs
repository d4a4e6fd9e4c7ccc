//! One attachment by itself: large, with what is recorded of it.

use super::Listed;
use super::picture::{Showing, Shown, whole};
use crate::domain::field::AttachmentField as E;
use crate::domain::{Field, Kind, Milestone, RecordId, Value};
use crate::i18n::{attachments as words, labels};
use crate::ledger::{Action, Edit};
use crate::rules::attachments::{Attachment, safe};
use crate::ui::attachments;
use crate::ui::forms::CellField;
use crate::ui::heard::heard;
use crate::ui::lang::t;
use crate::ui::session;
use crate::ui::widgets::{
    Button, ButtonKind, Choice, Dialog, Field as Labelled, Glyph, Icon, IconButton, Select,
};
use crate::web::{files, page};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, KeyboardEvent};

#[component]
pub(super) fn Viewer(listed: Listed, shown: RwSignal<Option<RecordId>>) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move || open.set(shown.read().is_some()));
    let now = Memo::new(move |_| {
        let id = shown.get()?;
        listed.read().iter().find(|(other, _)| *other == id).map(|(_, found)| found.clone())
    });
    // It was deleted, here or in another tab.
    Effect::new(move || {
        if shown.read().is_some() && now.read().is_none() {
            shown.set(None);
        }
    });
    let step = move |by: isize| {
        let listed = listed.read_untracked();
        let at = listed.iter().position(|(id, _)| Some(*id) == shown.get_untracked());
        let next = at.and_then(|at| at.checked_add_signed(by)).and_then(|at| listed.get(at));
        if let Some((id, _)) = next {
            shown.set(Some(*id));
        }
    };
    let title = Signal::derive(move || now.read().as_ref().map(|now| now.name.clone()).unwrap_or_default());
    let footer = move || {
        let delete = move || {
            if let Some(id) = shown.get_untracked() {
                session::run(Action::Delete, vec![Edit::delete(id)]);
            }
        };
        view! {
            <Button label=words::DELETE kind=ButtonKind::Danger icon=Glyph::Trash on_press=delete/>
            <Button label=words::SAVE icon=Glyph::Download on_press=move || save(now.get_untracked())/>
        }
    };
    let keys = move |event: KeyboardEvent| {
        let typing = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if typing.is_some_and(|element| page::is_typing(&element)) {
            return;
        }
        match event.key().as_str() {
            "ArrowLeft" => step(-1),
            "ArrowRight" => step(1),
            _ => {}
        }
    };
    let digest = Memo::new(move |_| now.read().as_ref().map(|now| now.digest.clone()));
    let body = move || {
        view! {
            <div class="viewer" on:keydown=heard(ev::keydown, keys)>
                <div class="stage">
                    <IconButton glyph=Glyph::ChevronLeft label=words::PREVIOUS on_press=move || step(-1)/>
                    {move || digest.get().map(|digest| view! { <Stage showing=whole(digest.clone()) digest title/> })}
                    <IconButton glyph=Glyph::ChevronRight label=words::NEXT on_press=move || step(1)/>
                </div>
                {move || shown.get().map(fields)}
            </div>
        }
    };
    view! {
        <Dialog open title footer wide=true on_close=move || shown.set(None)>{body()}</Dialog>
    }
    .into_any()
}

/// The content, or why there is nothing to see.
#[component]
fn Stage(showing: Showing, digest: String, title: Signal<String>) -> impl IntoView {
    let digest = StoredValue::new(digest);
    move || {
        showing.with(|shown| match shown {
            Shown::Loading => view! { <p class="quiet">{t(words::LOADING)}</p> }.into_any(),
            Shown::Missing => {
                let is_here =
                    attachments::here().is_some_and(|here| digest.with_value(|digest| here.contains(digest)));
                let text = if is_here { words::DAMAGED } else { words::ELSEWHERE_TEXT };
                view! { <p class="elsewhere">{t(text)}</p> }.into_any()
            }
            Shown::At(url, format) if format.is_picture() => {
                view! { <img src=url.address().to_owned() alt=title/> }.into_any()
            }
            Shown::At(..) => {
                let open = move || {
                    showing.with_untracked(|shown| {
                        if let Shown::At(url, _) = shown {
                            url.open();
                        }
                    });
                };
                view! {
                    <p class="bare-file">
                        <Icon glyph=Glyph::File/>
                        <Button label=words::OPEN kind=ButtonKind::Primary icon=Glyph::Open on_press=open/>
                    </p>
                }
                .into_any()
            }
            Shown::Bare => {
                view! { <p class="bare-file"><Icon glyph=Glyph::File/> {t(words::NO_PICTURE)}</p> }.into_any()
            }
        })
    }
}

/// What is recorded of it, edited in place.
fn fields(id: RecordId) -> AnyView {
    let cell = move |field: E| {
        let field = Field::from(field);
        field.def(Kind::Attachment).map(|def| view! { <CellField id field def/> })
    };
    view! {
        <div class="cells">
            {[E::Name, E::Category].map(cell).collect_view()}
            <EvidenceOf id/>
            {[E::On, E::Place, E::Verifier, E::Remark].map(cell).collect_view()}
        </div>
    }
    .into_any()
}

/// Which milestone it is evidence of.
#[component]
fn EvidenceOf(id: RecordId) -> impl IntoView {
    let stored = Memo::new(move |_| {
        session::watch(|store| store.state().get(id, E::Milestone).as_text().unwrap_or_default().to_owned())
            .unwrap_or_default()
    });
    let value = RwSignal::new(String::new());
    Effect::new(move || value.set(stored.get()));
    let options = Signal::derive(|| {
        let each = Milestone::ALL.iter().map(|m| Choice::new(m.word(), labels::milestone(*m)));
        [Choice::new("", words::OF_NONE)].into_iter().chain(each).collect::<Vec<_>>()
    });
    let choose = move |word: String| {
        session::run(Action::Edit, vec![Edit::new(id, E::Milestone, Value::text(&word))]);
    };
    view! {
        <div class="cell">
            <Labelled label=words::EVIDENCE_OF><Select value options on_change=choose/></Labelled>
        </div>
    }
    .into_any()
}

/// Saves the content under its name.
fn save(now: Option<Attachment>) {
    let Some(now) = now else { return };
    spawn_local(async move {
        let content = match attachments::contents().await {
            Some(contents) => contents.get(&now.digest).await,
            None => None,
        };
        if let Some(content) = content {
            files::save(&safe(&now.name), "application/octet-stream", &content);
        }
    });
}
