//! The inbox: fields that two offices set differently, each a choice.

use super::told::moment;
use crate::domain::field::Elements;
use crate::domain::{Field, Kind, RecordId, Value};
use crate::i18n::{exchange as words, labels, shell, values};
use crate::ledger::{Action, CellKey, Edit, Stamp, State};
use crate::rules::introduce::identity_at;
use crate::ui::forms::CellField;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route};
use crate::ui::session;
use crate::ui::shell::Page;
use crate::ui::widgets::{Button, EmptyState, Kbd};
use crate::web::page;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The keys that take the first, second, … value.
const KEYS: [&str; 4] = ["1", "2", "3", "4"];

/// One choice, named by its cell.
type Cell = (RecordId, CellKey);

/// The page.
#[component]
pub fn ConflictsPage() -> impl IntoView {
    let cells = Memo::new(|_| {
        session::watch(|store| store.state().conflict_cells().collect::<Vec<Cell>>()).unwrap_or_default()
    });
    let is_empty = Memo::new(move |_| cells.read().is_empty());
    let lead = move || view! { <span>{move || words::n_open(lang(), cells.read().len())}</span> };
    let keep_all = move || settle_all(&cells.read_untracked());
    let actions =
        move || (!is_empty.get()).then(|| view! { <Button label=words::KEEP_ALL on_press=keep_all/> });
    let content = move || {
        if is_empty.get() {
            return view! { <EmptyState title=words::NO_CONFLICTS text=words::NO_CONFLICTS_TEXT/> }
                .into_any();
        }
        view! {
            <p class="help">{move || t(words::INBOX_TEXT)}</p>
            <div class="conflicts"><For each=move || cells.get() key=|cell| *cell children=choice/></div>
        }
        .into_any()
    };
    view! { <Page title=shell::CONFLICTS lead=lead actions=actions>{content}</Page> }.into_any()
}

/// Keeps every value that is shown.
fn settle_all(cells: &[Cell]) {
    let edits = session::read(|store| {
        let shown = |&(id, cell): &Cell| Edit::new(id, cell, store.state().get(id, cell).clone());
        cells.iter().map(shown).collect::<Vec<_>>()
    });
    session::run(Action::Settle, edits.unwrap_or_default());
}

/// Gives a cell one of its values.
fn settle((id, cell): Cell, stamp: Stamp) {
    let value = session::read(|store| {
        let sides = store.state().conflict(id, cell).sides;
        sides.into_iter().find(|(of, _)| *of == stamp).map(|(_, value)| value)
    });
    if let Some(value) = value.flatten() {
        session::run(Action::Settle, vec![Edit::new(id, cell, value)]);
    }
}

/// One side of a choice, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
struct Side {
    stamp: Stamp,
    value: String,
    by: String,
}

fn sides(state: &State, (id, cell): Cell) -> Vec<Side> {
    let side = |(stamp, value): (Stamp, Value)| {
        let who = identity_at(state, stamp);
        let value = match value {
            Value::Empty => t(words::NO_VALUE).to_owned(),
            value => values::shown(lang(), state, id.kind, cell, &value),
        };
        Side { stamp, value, by: words::by(lang(), &who.name, &who.unit, &moment(stamp.millis())) }
    };
    state.conflict(id, cell).sides.into_iter().map(side).collect()
}

fn choice(of: Cell) -> AnyView {
    let (id, cell) = of;
    let shown = Memo::new(move |_| session::watch(|store| sides(store.state(), of)).unwrap_or_default());
    let record =
        move || session::watch(|store| values::record_name(lang(), store.state(), id)).unwrap_or_default();
    let field = move || {
        session::watch(|store| values::cell_name(lang(), store.state(), id.kind, cell)).unwrap_or_default()
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let typing = target.is_some_and(|target| page::is_typing(&target));
        let side = KEYS.iter().position(|key| *key == event.key());
        if let (false, Some(side)) = (typing, side.and_then(|at| shown.read_untracked().get(at).cloned())) {
            event.prevent_default();
            settle(of, side.stamp);
        }
    };
    let side = move |(at, side): (usize, Side)| {
        let stamp = side.stamp;
        let label = if at == 0 { words::KEEP } else { words::TAKE };
        let key = KEYS.get(at).map(|key| view! { <Kbd keys=*key/> });
        let mark = (at == 0).then(|| view! { <small>{move || t(words::SHOWN)}</small> });
        view! {
            <li data-shown=(at == 0).then_some("true")>
                <p class="value">{side.value} " " {mark}</p>
                <p class="quiet">{side.by}</p>
                <p class="take">
                    <Button label on_press=move || settle(of, stamp)/>
                    {key}
                </p>
            </li>
        }
    };
    let kind = labels::kind(id.kind);
    view! {
        <article tabindex="0" on:keydown=heard(ev::keydown, on_key) aria-label=move || format!("{} {}", record(), field())>
            <h2>{name_of_record(id, record)} " " <span class="quiet">{move || t(kind)}</span></h2>
            <h3>{field}</h3>
            <ol>{move || shown.get().into_iter().enumerate().map(side).collect_view()}</ol>
            {other(of)}
        </article>
    }
    .into_any()
}

/// The record's name, as a link where it has a page.
fn name_of_record(id: RecordId, name: impl Fn() -> String + Send + 'static) -> AnyView {
    let to = match id.kind {
        Kind::Project => Route::Project(id),
        Kind::Company => Route::Company(id),
        _ => return view! { <span>{name}</span> }.into_any(),
    };
    view! { <A to=to>{name}</A> }.into_any()
}

/// An editor for a third value, where the field is one cell.
fn other((id, cell): Cell) -> Option<AnyView> {
    let field: Field = cell.field;
    let def = field.def(id.kind).filter(|def| def.elements == Elements::One)?;
    if field == Field::DELETED || field == Field::MERGED_INTO {
        return None;
    }
    let opened = RwSignal::new(false);
    let editor = move || opened.get().then(|| view! { <CellField id field def/> });
    Some(
        view! {
            <details on:toggle=heard(ev::toggle, move |_| opened.set(true))>
                <summary>{move || t(words::OTHER_VALUE)}</summary>
                {editor}
            </details>
        }
        .into_any(),
    )
}
