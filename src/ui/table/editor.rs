//! The editor inside a cell: the right input for the column, Enter and Tab store, Esc gives up.

use super::grid::{Editing, Grid};
use crate::domain::lists::List;
use crate::domain::{Kind, RecordId, Value};
use crate::i18n::{table as words, values};
use crate::ledger::{Action, CellKey, Edit};
use crate::rules::query::{Column, ColumnType, Input, Move, Refs, editor_text, read_cell};
use crate::ui::forms::records::{create_for, list_choices, name_of, new_word, record_choices};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Choice, Combo};
use crate::web::{page, timer};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// The editor of the cell being edited.
#[component]
pub fn CellEditor(grid: Grid, editing: Editing) -> impl IntoView {
    match (editing.column.ty(grid.kind), editing.column) {
        (ColumnType::Choice(list), Column::Cell(key)) => {
            view! { <WordEditor grid editing key list/> }.into_any()
        }
        (ColumnType::Ref(kind), Column::Cell(key)) => {
            view! { <RecordEditor grid editing key kind/> }.into_any()
        }
        _ => view! { <TextEditor grid editing/> }.into_any(),
    }
}

/// Ends editing; the focus returns to the grid.
fn close(grid: Grid, then: Option<Move>) {
    grid.editing.try_set(None);
    grid.focus();
    if let Some(step) = then {
        grid.step(step, false);
    }
}

/// Where a key leads that ends editing; `None` for other keys.
fn ending(event: &KeyboardEvent) -> Option<Move> {
    match (event.key().as_str(), event.shift_key()) {
        ("Enter", false) if !event.alt_key() => Some(Move::Down),
        ("Enter", true) => Some(Move::Up),
        ("Tab", shift) => Some(if shift { Move::Previous } else { Move::Next }),
        _ => None,
    }
}

/// A line, or several, for everything that is typed.
#[component]
fn TextEditor(grid: Grid, editing: Editing) -> impl IntoView {
    let input: NodeRef<html::Textarea> = NodeRef::new();
    let Editing { id, column, typed } = editing;
    let held = session::read(|store| editor_text(store, id, column, &grid.typing())).unwrap_or_default();
    let is_new = typed.is_some();
    let draft = RwSignal::new(typed.unwrap_or_else(|| held.clone()));
    let held = StoredValue::new(held);
    let wrong = RwSignal::new(false);
    let is_long = column.ty(grid.kind) == ColumnType::LongText;
    // Removing a focused input blurs it: that must not store what Esc gave up.
    let over = StoredValue::new(false);
    timer::next_frame(move || {
        if let Some(Some(input)) = input.try_get_untracked() {
            page::type_at_end(&input, !is_new);
        }
    });
    let store = move |then: Option<Move>| {
        if over.try_get_value() != Some(false) {
            return;
        }
        let text = draft.get_untracked();
        if text == held.get_value() || save(grid, id, column, &text) {
            over.set_value(true);
            close(grid, then);
        } else {
            wrong.try_set(true);
        }
    };
    let leave = move |_| {
        if over.try_get_value() == Some(false) {
            over.set_value(true);
            let text = draft.get_untracked();
            if text != held.get_value() {
                save(grid, id, column, &text);
            }
            grid.editing.try_set(None);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        event.stop_propagation();
        if event.key() == "Escape" {
            event.prevent_default();
            over.try_set_value(true);
            close(grid, None);
        } else if let Some(then) = ending(&event) {
            event.prevent_default();
            store(Some(then));
        }
    };
    view! {
        <textarea
            class="cell-editor"
            rows="1"
            data-long=is_long.then_some("true")
            aria-label=move || grid.name(column)
            aria-invalid=move || wrong.get().then_some("true")
            title=move || wrong.get().then(|| t(words::UNREADABLE))
            prop:value=move || draft.get()
            node_ref=input
            on:input=heard(ev::input, move |event| {
                wrong.try_set(false);
                draft.try_set(event_target_value(&event));
            })
            on:keydown=heard(ev::keydown, on_key)
            on:blur=heard(ev::blur, leave)
        ></textarea>
        {move || wrong.get().then(|| view! { <span class="cell-error" role="alert">{t(words::UNREADABLE)}</span> })}
    }
    .into_any()
}

/// Reads and stores a text; `false` where it is no value of the column.
pub fn save(grid: Grid, id: RecordId, column: Column, text: &str) -> bool {
    let parsed =
        session::read(|store| read_cell(store, &mut Refs::default(), id, column, text, &grid.typing()));
    match parsed {
        Some(parsed) if !matches!(parsed.input, Input::Refused(_)) => {
            grid.store(Action::Edit, &[(id, column, parsed.input)])
        }
        _ => false,
    }
}

/// A word of a list.
#[component]
fn WordEditor(grid: Grid, editing: Editing, key: CellKey, list: List) -> impl IntoView {
    let id = editing.id;
    let held = session::read(|s| s.state().get(id, key).as_text().unwrap_or_default().to_owned());
    let value = RwSignal::new(held.unwrap_or_default());
    let way = StoredValue::new(Move::Down);
    let shown = move || {
        let word = value.get();
        session::watch(|store| values::list_word(lang(), store.state(), list, &word)).unwrap_or(word)
    };
    let choose = move |word: String| {
        session::run(Action::Edit, vec![Edit::new(id, key, Value::text(word.trim()))]);
        close(grid, Some(way.get_value()));
    };
    let create = move |word: String| {
        let mut edits = new_word(list, &word);
        edits.push(Edit::new(id, key, Value::text(word.trim())));
        session::run(Action::Edit, edits);
        close(grid, Some(way.get_value()));
    };
    let search = move |typed: String| narrowed(list_choices(list), &typed);
    view! {
        <ComboCell grid editing way>
            <Combo value search shown=Signal::derive(shown) on_change=choose on_create=create on_escape=move |()| close(grid, None) label=Signal::derive(move || grid.name(Column::Cell(key)))/>
        </ComboCell>
    }
    .into_any()
}

/// The entries that hold what was typed.
pub fn narrowed(choices: Vec<Choice>, typed: &str) -> Vec<Choice> {
    let wanted = typed.trim().to_lowercase();
    let l = lang();
    let holds = |text: &str| text.to_lowercase().contains(&wanted);
    choices.into_iter().filter(|choice| holds(&choice.value) || holds(choice.label.get(l))).collect()
}

/// Another record.
#[component]
fn RecordEditor(grid: Grid, editing: Editing, key: CellKey, kind: Kind) -> impl IntoView {
    let id = editing.id;
    let held = session::read(|s| s.state().get(id, key).as_ref_id().map(|to| to.to_string()));
    let value = RwSignal::new(held.flatten().unwrap_or_default());
    let way = StoredValue::new(Move::Down);
    let choose = move |chosen: String| {
        let value = chosen.parse().map_or(Value::Empty, Value::Ref);
        session::run(Action::Edit, vec![Edit::new(id, key, value)]);
        close(grid, Some(way.get_value()));
    };
    let create = move |name: String| {
        session::run(Action::Edit, create_for(id, key, kind, name.trim()));
        close(grid, Some(way.get_value()));
    };
    let search = move |typed: String| record_choices(kind, &typed);
    view! {
        <ComboCell grid editing way>
            <Combo value search shown=Signal::derive(move || name_of(&value.get())) on_change=choose on_create=create on_escape=move |()| close(grid, None) label=Signal::derive(move || grid.name(Column::Cell(key)))/>
        </ComboCell>
    }
    .into_any()
}

/// A combo box inside a cell: opens at once, with what was typed. Enter and Tab end the editing whether
/// or not they chose; so does a press elsewhere. One Esc gives up, list and all, as in a spreadsheet.
#[component]
fn ComboCell(grid: Grid, editing: Editing, way: StoredValue<Move>, children: Children) -> impl IntoView {
    let cell: NodeRef<html::Div> = NodeRef::new();
    let typed = editing.typed;
    timer::next_frame(move || {
        if let Some(Some(cell)) = cell.try_get_untracked() {
            page::open_combo(&cell, typed.as_deref().unwrap_or_default());
        }
    });
    // Told before the combo box sees the key, which may choose and with that end the editing.
    let lead = move |event: KeyboardEvent| way.set_value(ending(&event).unwrap_or(Move::Down));
    let on_key = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        event.stop_propagation();
        if event.key() == "Escape" {
            close(grid, None);
        } else if let Some(then) = ending(&event) {
            event.prevent_default();
            if grid.editing.with_untracked(Option::is_some) {
                close(grid, Some(then));
            }
        }
    };
    view! {
        <div
            class="cell-editor"
            node_ref=cell
            on:keydown:capture=lead
            on:keydown=heard(ev::keydown, on_key)
            on:focusout=heard(ev::focusout, move |_| { grid.editing.try_set(None); })
        >
            {children()}
        </div>
    }
    .into_any()
}
