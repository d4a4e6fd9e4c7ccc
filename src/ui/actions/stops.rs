//! The stops of an event, under its fields: in their order, each with what is to be told there.

use super::route_sheet::{ROUTE, SHOW};
use crate::domain::field::PromotionEventField as H;
use crate::domain::{Kind, RecordId, Value};
use crate::i18n::{tour as words, values};
use crate::ledger::{Action, CellKey, Edit};
use crate::rules::tour::{arrange, is_tour, note, stops};
use crate::ui::forms::records::record_choices;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route, set_query};
use crate::ui::session;
use crate::ui::widgets::{Button, Combo, Glyph, IconButton, TextArea};
use leptos::prelude::*;

/// The panel; only of events that are a tour, or that have stops.
pub(super) fn route_of(event: RecordId) -> AnyView {
    let order = Memo::new(move |_| session::watch(|store| stops(store.state(), event)).unwrap_or_default());
    let is_tour = Memo::new(move |_| {
        !order.read().is_empty() || session::watch(|store| is_tour(store.state(), event)).unwrap_or(false)
    });
    (move || is_tour.get().then(|| panel(event, order))).into_any()
}

fn panel(event: RecordId, order: Memo<Vec<RecordId>>) -> AnyView {
    let value = RwSignal::new(String::new());
    let add = move |chosen: String| {
        if let Ok(project) = chosen.parse::<RecordId>() {
            session::element(&chosen);
            let stops: Vec<RecordId> = order.get_untracked().into_iter().chain([project]).collect();
            put(event, &stops);
        }
        value.set(String::new());
    };
    let search = move |typed: String| {
        let there = order.read();
        let is_new = |id: &str| id.parse::<RecordId>().is_ok_and(|id| !there.contains(&id));
        let choices = record_choices(Kind::Project, &typed).into_iter();
        choices.filter(|choice| is_new(&choice.value)).collect::<Vec<_>>()
    };
    let is_empty = Memo::new(move |_| order.read().is_empty());
    let none = move || is_empty.get().then(|| view! { <p class="quiet">{t(words::NO_STOPS)}</p> });
    let sheet = move || {
        (!is_empty.get()).then(|| {
            let show = || set_query(SHOW, ROUTE);
            view! { <Button label=words::SHEET icon=Glyph::Print on_press=show/> }
        })
    };
    let one = move |stop: RecordId| view! { <Stop event stop order/> };
    let adding = session::is_now().then(|| {
        view! {
            <Combo
                value
                search=search
                shown=Signal::stored(String::new())
                label=words::ADD
                placeholder=words::ADD
                on_change=add
            />
        }
    });
    view! {
        <section class="panel route" aria-label=move || t(words::STOPS)>
            <h2>{move || t(words::STOPS)} {sheet}</h2>
            {none}
            <ol><For each=move || order.get() key=|id| *id children=one/></ol>
            {adding}
        </section>
    }
    .into_any()
}

fn put(event: RecordId, order: &[RecordId]) {
    let edits = session::read(|store| arrange(store.state(), event, order));
    session::run(Action::Edit, edits.unwrap_or_default());
}

#[component]
fn Stop(event: RecordId, stop: RecordId, order: Memo<Vec<RecordId>>) -> impl IntoView {
    let name = Memo::new(move |_| {
        session::watch(|store| values::record_name(lang(), store.state(), stop)).unwrap_or_default()
    });
    let told = Memo::new(move |_| {
        session::watch(|store| note(store.state(), event, stop).to_owned()).unwrap_or_default()
    });
    let text = RwSignal::new(String::new());
    Effect::new(move || text.set(told.get()));
    let save = move |text: String| {
        let cell = CellKey::of(H::StopNote, session::element(&stop.to_string()));
        let text = text.trim();
        let value = if text.is_empty() { Value::Empty } else { Value::text(text) };
        session::run(Action::Edit, vec![Edit::new(event, cell, value)]);
    };
    let shift = move |by: isize| {
        let mut stops = order.get_untracked();
        let at = stops.iter().position(|&other| other == stop);
        let to = at.and_then(|at| at.checked_add_signed(by)).filter(|&to| to < stops.len());
        if let Some((at, to)) = at.zip(to) {
            stops.swap(at, to);
            put(event, &stops);
        }
    };
    let drop = move || {
        let stops: Vec<RecordId> = order.get_untracked().into_iter().filter(|&other| other != stop).collect();
        put(event, &stops);
    };
    let is_first = Memo::new(move |_| order.read().first() == Some(&stop));
    let is_last = Memo::new(move |_| order.read().last() == Some(&stop));
    let label =
        move |word: fn(crate::i18n::Lang, &str) -> String| Signal::derive(move || word(lang(), &name.read()));
    let is_now = session::is_now();
    let buttons = is_now.then(|| {
        view! {
            <IconButton glyph=Glyph::Up label=label(words::earlier) disabled=is_first on_press=move || shift(-1)/>
            <IconButton glyph=Glyph::Down label=label(words::later) disabled=is_last on_press=move || shift(1)/>
            <IconButton glyph=Glyph::Close label=label(words::drop) on_press=drop/>
        }
    });
    view! {
        <li>
            <div class="line"><A to=Route::Project(stop)>{name}</A> {buttons}</div>
            <TextArea value=text label=words::TO_TELL placeholder=words::TO_TELL rows=1 disabled=!is_now on_commit=save/>
        </li>
    }
    .into_any()
}
