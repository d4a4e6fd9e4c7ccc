//! 预警 of one project: its light, why it is lit, what clears it, and how it stood over the last months.

use super::super::warnings::{Told, lamp, place, told};
use super::super::{CellField, Moves};
use super::funds::NewTranche;
use crate::domain::field::ProjectField as P;
use crate::domain::{Date, Field, Kind, RecordId, Value};
use crate::i18n::{format, warnings as words};
use crate::ledger::{Action, CellKey, Edit};
use crate::rules::warnings::{Level as Bad, Remedy, Stood, Watch, month_word, months, worst};
use crate::ui::lang::{lang, t};
use crate::ui::routes::A;
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Level, Light, TextInput};
use crate::web::page;
use leptos::prelude::*;

/// The panel. Nothing of a project that left the pipeline.
#[component]
pub fn Warnings(id: RecordId, moves: Moves) -> impl IntoView {
    let found = Memo::new(move |_| {
        let (l, today) = (lang(), session::today());
        session::watch(|store| {
            let watch = Watch::new(store, today);
            let mut found = watch.of(id);
            found.sort_unstable_by_key(|warning| warning.order());
            found.iter().map(|warning| told(l, store, &watch, today, warning)).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let has_left = Memo::new(move |_| {
        session::watch(|store| store.index().project(id).is_none_or(|summary| summary.exit.is_some()))
            .unwrap_or(true)
    });
    let line = move |told: Told| view! { <Line id told moves/> };
    let body = move || {
        if found.with(Vec::is_empty) {
            let in_order = Signal::derive(move || t(words::IN_ORDER).to_owned());
            return view! { <p><Light level=Level::Green words=in_order/></p> }.into_any();
        }
        view! { <ul><For each=move || found.get() key=Clone::clone children=line/></ul> }.into_any()
    };
    let panel = move || {
        view! {
            <section class="panel warnings" aria-label=move || t(words::WARNINGS)>
                <h2>{move || t(words::WARNINGS)}</h2>
                {body}
                <Strip id/>
            </section>
        }
    };
    move || (!has_left.get()).then(panel)
}

/// One warning with the rule beside it and what clears it.
#[component]
fn Line(id: RecordId, told: Told, moves: Moves) -> impl IntoView {
    let Told { level, reason, says, person, unit, clears, remedy, since, .. } = told;
    let who = [person, unit].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" · ");
    let editing = RwSignal::new(false);
    let is_inline =
        matches!(remedy, Remedy::Progress | Remedy::Funds | Remedy::Explain(_) | Remedy::Assign(_));
    let act = move || match remedy {
        Remedy::FollowUp => focus(".composer input"),
        Remedy::Reach(milestone) | Remedy::Prove(milestone) => moves.milestone(id, milestone),
        Remedy::Step(step) => {
            let today = Value::Date(session::today());
            session::run(Action::Edit, vec![Edit::new(id, CellKey::one(step), today)]);
        }
        Remedy::See(_) => {}
        Remedy::Progress | Remedy::Funds | Remedy::Explain(_) | Remedy::Assign(_) => editing.set(true),
    };
    let button = match remedy {
        Remedy::See(_) => view! { <A to=Signal::stored(place(id, remedy))>{clears}</A> }.into_any(),
        _ => view! { <Button label=clears kind=ButtonKind::Quiet on_press=act/> }.into_any(),
    };
    let inline = move || (is_inline && editing.get()).then(|| editor(id, remedy, editing));
    view! {
        <li>
            <p class="why"><Light level=lamp(level) words=Signal::stored(reason)/></p>
            <p class="says">{says}</p>
            <p class="who">
                {who} " " <span>{move || t(words::SINCE)} " " <time datetime=since.clone()>{since.clone()}</time></span>
            </p>
            <div class="act">{session::is_now().then_some(button)}</div>
            {inline}
        </li>
    }
    .into_any()
}

/// What is filled in on the spot.
fn editor(id: RecordId, remedy: Remedy, editing: RwSignal<bool>) -> AnyView {
    let field = match remedy {
        Remedy::Explain(month) => return view! { <Why id month editing/> }.into_any(),
        Remedy::Funds => return view! { <NewTranche id adding=editing/> }.into_any(),
        Remedy::Assign(field) => field,
        _ => P::PhysicalProgress,
    };
    let field = Field::from(field);
    let cell = field.def(Kind::Project).map(|def| view! { <CellField id field def/> });
    view! { <div class="cells">{cell}</div> }.into_any()
}

/// Asks why nothing was done in a month.
#[component]
fn Why(id: RecordId, month: Date, editing: RwSignal<bool>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let save = move || {
        let reason = typed.get_untracked();
        let cell = CellKey::of(P::NoProgress, session::element(&month_word(month)));
        let is_said = !reason.trim().is_empty();
        if is_said && session::run(Action::Edit, vec![Edit::new(id, cell, Value::text(reason.trim()))]) {
            editing.try_set(false);
        }
    };
    view! {
        <div class="why-not">
            <TextInput value=typed label=words::WHY placeholder=words::WHY autofocus=true/>
            <Button label=words::SAVE on_press=save/>
        </div>
    }
    .into_any()
}

/// The light at the end of each of the last months, and today.
#[component]
fn Strip(id: RecordId) -> impl IntoView {
    let stood = Memo::new(move |_| {
        let today = session::today();
        let (l, read) = (lang(), session::watch(|store| months(store, id, today)));
        let month = |(day, stood): (Date, Stood)| {
            let name = if day == today { words::TODAY.get(l).to_owned() } else { format::month(l, day) };
            let short = if day == today { name.clone() } else { short_month(day) };
            let level = match &stood {
                Stood::In(level, _) => Some(*level),
                Stood::Unknown | Stood::Left => None,
            };
            (short, format!("{name} {}", words::stood(l, &stood)), level)
        };
        read.unwrap_or_default().into_iter().map(month).collect::<Vec<_>>()
    });
    let cell = |(short, said, level): (String, String, Option<Option<Bad>>)| {
        let lamp = level.map(|level| {
            let level = level.map_or(Level::Green, lamp);
            view! { <Light level/> }
        });
        let blank = lamp.is_none().then(|| view! { <span aria-hidden="true">{format::DASH}</span> });
        let title = said.clone();
        view! {
            <li title=title>
                {lamp}{blank}<small aria-hidden="true">{short}</small>
                <span class="visually-hidden">{said}</span>
            </li>
        }
    };
    view! {
        <div class="over-time">
            <h3>{move || t(words::OVER_TIME)}</h3>
            <ol class="light-strip">{move || stood.get().into_iter().map(cell).collect_view()}</ol>
            <p class="says">{move || t(words::OVER_TIME_TEXT)}</p>
        </div>
    }
    .into_any()
}

/// `09`, or the year with it in January: `26-01`.
fn short_month(day: Date) -> String {
    let iso = day.to_string();
    let month = iso.get(5..7).unwrap_or_default();
    if month == "01" { iso.get(2..7).unwrap_or_default().to_owned() } else { month.to_owned() }
}

fn focus(selector: &str) {
    if let Some(root) = page::document().and_then(|document| document.document_element()) {
        page::focus_first(&root, selector);
    }
}

/// The light of a project over its sheet: the worst warning, and how many there are besides.
#[component]
pub fn ProjectLight(id: RecordId) -> impl IntoView {
    let lamp_of = Memo::new(move |_| {
        let (l, today) = (lang(), session::today());
        session::watch(|store| {
            store.index().project(id).filter(|summary| summary.exit.is_none())?;
            let watch = Watch::new(store, today);
            let found = watch.of(id);
            let first = found.iter().min_by_key(|warning| warning.order())?;
            let reason = told(l, store, &watch, today, first).reason;
            Some((worst(&found)?, words::and_more(l, &reason, found.len() - 1)))
        })
        .flatten()
    });
    let is_open = Memo::new(move |_| {
        session::watch(|store| store.index().project(id).is_some_and(|summary| summary.exit.is_none()))
            .unwrap_or(false)
    });
    move || match lamp_of.get() {
        Some((level, words)) => Some(view! { <Light level=lamp(level) words=Signal::stored(words)/> }),
        None => is_open.get().then(|| {
            let in_order = Signal::derive(move || t(words::IN_ORDER).to_owned());
            view! { <Light level=Level::Green words=in_order/> }
        }),
    }
}
