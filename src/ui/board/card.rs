//! A card: name, investor, amount, owner, light, next date; nothing else.

use super::desk::{Desk, card_id};
use super::keys;
use super::pointer::Pointer;
use crate::domain::field::ProjectField as P;
use crate::domain::{Date, Exit, RecordId, Stage};
use crate::i18n::{board as words, format, labels, values};
use crate::ledger::Action;
use crate::rules::advance::revive_edits;
use crate::rules::board::{Light as Lamp, light};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{Location, Route};
use crate::ui::session;
use crate::ui::widgets::{Glyph, Level, Light, Menu, MenuItem};
use leptos::ev;
use leptos::prelude::*;

/// The element that tells how cards are moved with the keyboard.
pub const KEYS_ID: &str = "board-keys";

/// What a card shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Face {
    pub name: String,
    pub investor: String,
    pub amount: String,
    pub owner: String,
    pub light: Option<Lamp>,
    pub next: Option<Date>,
    pub exit: Option<Exit>,
}

/// The face of a project, followed.
pub fn face(id: RecordId) -> Face {
    let l = lang();
    let today = session::today();
    session::watch(|store| {
        let state = store.state();
        let summary = store.index().project(id)?;
        let name_of = |field: P| {
            let to = state.get(id, field).as_ref_id();
            to.map(|to| values::record_name(l, state, to)).unwrap_or_default()
        };
        let amount = state.get(id, P::TotalInvestment).as_money();
        Some(Face {
            name: values::record_name(l, state, id),
            investor: name_of(P::Investor),
            amount: amount.map_or_else(|| format::DASH.to_owned(), |amount| values::money(l, amount)),
            owner: name_of(P::Owner),
            light: light(&store.index().rules().stale, summary, today),
            next: summary.next.map(|next| next.on),
            exit: summary.exit,
        })
    })
    .flatten()
    .unwrap_or_default()
}

/// One card of a column.
#[component]
pub fn Card(desk: Desk, id: RecordId, stage: Option<Stage>, pointer: Pointer) -> impl IntoView {
    let face = Memo::new(move |_| face(id));
    let is_first = Memo::new(move |_| desk.layout.read().order(true).next() == Some(id));
    // One card at a time can be reached with Tab; the arrow keys lead to the others.
    let tab_stop = Memo::new(move |_| {
        let current = desk.current.get().filter(|&c| desk.layout.read().find(c).is_some());
        current.map_or_else(|| is_first.get(), |current| current == id)
    });
    let is_held = move || desk.held.get().is_some_and(|held| held.id == id).then_some("true");
    let is_open = move || (desk.open.get() == Some(id)).then_some("true");
    let press = move |event: leptos::ev::MouseEvent| {
        // With a modifier the link opens the project's own page in another tab.
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        event.prevent_default();
        if !pointer.was_drag() {
            desk.open(id);
        }
    };
    let items = move |()| items(desk, id, stage);
    view! {
        <article
            class="card"
            data-first-card=move || is_first.get().then_some("true")
            data-held=is_held
            data-open=is_open
            on:pointerdown=heard(ev::pointerdown, move |event| pointer.pressed(&event, id))
            on:dragstart=heard(ev::dragstart, |event| event.prevent_default())
            on:contextmenu=heard(ev::contextmenu, move |event| if desk.held.read_untracked().is_some() { event.prevent_default() })
            on:keydown=heard(ev::keydown, move |event| keys::on_key(desk, id, &event))
        >
            <a
                id=card_id(id)
                href=Location::from(Route::Project(id)).href()
                tabindex=move || if tab_stop.get() { "0" } else { "-1" }
                aria-describedby=KEYS_ID
                draggable="false"
                on:focus=heard(ev::focus, move |_| { desk.current.try_set(Some(id)); })
                on:blur=heard(ev::blur, move |_| keys::left(desk, id))
                on:click=heard(ev::click, press)
            >
                {move || face.read().name.clone()}
            </a>
            {move || details(&face.read())}
            <Menu label=words::MOVE_TO icon=Glyph::Forward bare=true align_end=true items/>
        </article>
    }
    .into_any()
}

/// All of a card but its name.
pub fn details(face: &Face) -> AnyView {
    let is_late = face.next.is_some_and(|on| on < session::today());
    let next = face.next.map(|on| {
        let late = is_late;
        view! {
            <time data-late=late.then_some("true") title=t(words::NEXT)>
                {late.then(|| view! { {t(words::LATE)} " " })}
                {near_date(on)}
            </time>
        }
    });
    let mark = match (face.exit, face.light) {
        (Some(exit), _) => Some(view! { <span class="exit">{t(labels::exit(exit))}</span> }.into_any()),
        (None, Some(Lamp::Red)) => Some(view! { <Light level=Level::Red/> }.into_any()),
        (None, Some(Lamp::Yellow)) => Some(view! { <Light level=Level::Yellow/> }.into_any()),
        // A step that is overdue says more than that the project was followed up.
        (None, Some(Lamp::Green)) if is_late => None,
        (None, Some(Lamp::Green)) => Some(view! { <Light level=Level::Green/> }.into_any()),
        (None, None) => None,
    };
    view! {
        <p class="investor">{face.investor.clone()}</p>
        <p class="figures">
            <strong>{face.amount.clone()}</strong>
            {mark}
            {next}
            <span class="owner">{face.owner.clone()}</span>
        </p>
    }
    .into_any()
}

/// A date without its year where that is this year: a card is narrow.
fn near_date(on: Date) -> String {
    let (iso, today) = (format::date(on), format::date(session::today()));
    match (iso.get(..5), iso.get(5..)) {
        (Some(year), Some(rest)) if today.starts_with(year) => rest.to_owned(),
        _ => iso,
    }
}

/// The menu: every other stage, and the ways out of the pipeline.
fn items(desk: Desk, id: RecordId, stage: Option<Stage>) -> Vec<MenuItem> {
    let go = move |to: Stage| {
        desk.current.set(Some(id));
        desk.moves.to_stage(id, to, stage.is_some_and(|from| from != to).then(String::new));
    };
    let mut items = vec![MenuItem::heading(words::MOVE_TO)];
    match stage {
        Some(from) => {
            let others = Stage::ALL.iter().copied().filter(|to| *to != from);
            items.extend(others.map(|to| MenuItem::new(labels::stage(to), move || go(to))));
            let leave = move |exit: Exit| {
                desk.current.set(Some(id));
                desk.moves.leave(id, exit);
            };
            items.push(MenuItem::heading(words::TAKE_OUT));
            items.extend(Exit::ALL.iter().map(|&e| MenuItem::new(labels::exit(e), move || leave(e))));
        }
        None => {
            let revive = move || {
                session::run(Action::Restore, revive_edits(id));
            };
            items.push(MenuItem::new(crate::i18n::project::REVIVE, revive));
        }
    }
    items
}
