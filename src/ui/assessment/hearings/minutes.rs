//! 纪要 of a hearing: its text, what is added by hand, and the way into the hearing itself.

use super::{FIRST, hearing_at, record_at};
use crate::domain::field::HearingField as H;
use crate::domain::{RecordId, Value};
use crate::i18n::assess_hearings::{self as words, Paragraph, Part};
use crate::ledger::{Action, Edit};
use crate::rules::hearing::{Brief, Order, brief, in_order};
use crate::ui::assessment::measured::measurer;
use crate::ui::assessment::period::follow;
use crate::ui::lang::{lang, t};
use crate::ui::records::WorkSwitch;
use crate::ui::routes::{A, Place, Route, Work, navigate};
use crate::ui::session;
use crate::ui::shell::Page;
use crate::ui::widgets::{Button, ButtonKind, EmptyState, Field, Glyph, TextArea, toast};
use crate::web::{files, fullscreen, page};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The page.
#[component]
pub(super) fn MinutesPage(id: RecordId) -> impl IntoView {
    let found = Memo::new(move |_| {
        session::watch(|store| brief((store, &measurer(store)), &[], id, session::today())).flatten()
    });
    let text = Memo::new(move |_| {
        let l = lang();
        found
            .with(|found| {
                let found = found.as_ref()?;
                let order = in_order(&found.units, Order::Office);
                session::watch(|store| words::minutes(l, store.state(), found, &order))
            })
            .unwrap_or_default()
    });
    let of =
        move |read: fn(&Brief) -> String| found.with(|found| found.as_ref().map(read)).unwrap_or_default();
    let title = Signal::derive(move || match of(|found| found.hearing.name.clone()).as_str() {
        "" => t(words::HEARING).to_owned(),
        name => name.to_owned(),
    });
    let is_there = Memo::new(move |_| found.with(Option::is_some));
    let is_any = Memo::new(move |_| {
        found.with(|found| {
            found.as_ref().is_some_and(|found| found.units.iter().any(|page| found.is_heard(page)))
        })
    });
    let enter = move || {
        fullscreen::enter();
        navigate(hearing_at(id, FIRST));
    };
    let copy = move || {
        let text = text.with_untracked(|text| as_text(text));
        spawn_local(async move {
            toast(if files::copy_text(&text).await { words::COPIED } else { words::NOT_COPIED });
        });
    };
    let actions = move || {
        is_there.get().then(|| {
            let kind = if is_any.get() { ButtonKind::Plain } else { ButtonKind::Primary };
            view! {
                <Button label=words::COPY icon=Glyph::Copy on_press=copy/>
                <Button label=words::PRINT icon=Glyph::Print on_press=page::print/>
                <Button label=words::ENTER kind icon=Glyph::Open on_press=enter/>
            }
        })
    };
    let lead = || view! { <WorkSwitch place=Place::Assessment/> };
    let shown = move || text.get().into_iter().map(paragraph).collect_view();
    let body = move || {
        if !is_there.get() {
            return view! { <EmptyState title=words::GONE text=words::GONE_TEXT/> }.into_any();
        }
        view! {
            <p class="minutes-help">{move || t(if is_any.get() { words::MINUTES_HELP } else { words::NOBODY_HEARD })}</p>
            <article class="minutes">{shown}</article>
            <Remarks id found/>
        }
        .into_any()
    };
    view! {
        <Page title lead actions>
            <div class="minutes-page">
                <p class="minutes-links">
                    <A to=Route::Work(Work::Hearings)>{move || t(words::BACK)}</A>
                    <A to=Signal::stored(record_at(id))>{move || t(words::EDIT)}</A>
                </p>
                {body}
            </div>
        </Page>
    }
    .into_any()
}

fn paragraph(of: Paragraph) -> AnyView {
    match of.part {
        Part::Title => view! { <h2>{of.text}</h2> }.into_any(),
        Part::Heading => view! { <h3>{of.text}</h3> }.into_any(),
        Part::Fact => view! { <p class="fact">{of.text}</p> }.into_any(),
        Part::Text => view! { <p>{of.text}</p> }.into_any(),
    }
}

/// The paragraphs a line each.
fn as_text(all: &[Paragraph]) -> String {
    all.iter().map(|of| of.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// What is added by hand.
#[component]
fn Remarks(id: RecordId, found: Memo<Option<Brief>>) -> impl IntoView {
    let value = follow(move || {
        found.with(|found| found.as_ref().map(|found| found.hearing.minutes.clone())).unwrap_or_default()
    });
    let save = move |text: String| {
        session::run(Action::Edit, vec![Edit::new(id, H::Minutes, Value::text(text.trim_end()))]);
    };
    session::is_now().then(|| {
        view! {
            <div class="remarks">
                <Field label=words::REMARKS help=words::REMARKS_HELP>
                    <TextArea value rows=4 on_commit=save/>
                </Field>
            </div>
        }
    })
}
