//! The keyboard in the grid.

use super::bulk;
use super::grid::{Editing, Grid};
use super::rows::page_of;
use crate::domain::{RecordId, Value};
use crate::i18n::{Text, table as words};
use crate::ledger::Action;
use crate::rules::query::{Column, ColumnType, Input, Move, Row};
use crate::ui::lang::t_now;
use crate::ui::routes::navigate;
use crate::ui::session;
use crate::ui::widgets::toast;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// A key pressed somewhere in the grid. Only keys pressed on its cells are its own: the head's menus and
/// the editor have theirs. Letters go into the pen.
pub fn pressed(grid: Grid, event: &KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let own = grid.pen.try_get_untracked().flatten();
    if target.is_none() || target != own.map(|own| own.unchecked_into()) {
        return;
    }
    let ctrl = event.ctrl_key() || event.meta_key();
    // While an input method writes, the keys are its own.
    if event.alt_key() || event.is_composing() || grid.composing.get_untracked() {
        return;
    }
    let key = event.key();
    if let Some(step) = Move::of_key(&key, ctrl, event.shift_key()) {
        let extend = event.shift_key() && key != "Tab";
        if grid.step(step, extend) {
            event.prevent_default();
        }
        return;
    }
    let done = match (key.as_str(), ctrl) {
        ("Enter", true) => open(grid),
        ("Enter" | "F2", false) => enter(grid),
        ("Delete" | "Backspace", false) => clear(grid),
        ("Escape", false) => escape(grid),
        (" ", false) if event.shift_key() => bulk::tick_range(grid),
        (" ", false) => toggle(grid),
        ("a" | "A", true) => bulk::tick_all(grid, true),
        _ => false,
    };
    if done {
        event.prevent_default();
    }
}

/// Edits the active cell with what was written on it; `false` if it has no editor.
pub fn write(grid: Grid, text: String) -> bool {
    start(grid, Some(text)) && grid.editing.read_untracked().is_some()
}

/// Opens the record of the cursor's row.
fn open(grid: Grid) -> bool {
    let place = grid.record_at(grid.cursor.get_untracked().row).and_then(page_of);
    place.map(navigate).is_some()
}

/// Enter edits a cell and folds a group.
fn enter(grid: Grid) -> bool {
    let row = grid.rows.read_untracked().get(grid.cursor.get_untracked().row).copied();
    match row {
        Some(Row::Group(at)) => {
            let path = grid.table.read_untracked().groups.get(at).map(|group| group.path.clone());
            path.inspect(|path| grid.toggle_fold(path)).is_some()
        }
        Some(Row::Record(_)) => start(grid, None),
        None => false,
    }
}

/// Edits the active cell.
pub fn edit(grid: Grid, typed: Option<String>) {
    start(grid, typed);
}

fn start(grid: Grid, typed: Option<String>) -> bool {
    let Some((id, column)) = active(grid) else { return false };
    if let Some(why) = read_only(grid, column) {
        // Who only types is told by a screen reader; a message for every letter would be noise.
        grid.spoken.try_set(t_now(why).to_owned());
        if typed.is_none() {
            toast(why);
        }
        return true;
    }
    if column.ty(grid.kind) == ColumnType::Bool {
        return toggle(grid);
    }
    grid.anchor.try_set(None);
    grid.editing.try_set(Some(Editing { id, column, typed }));
    true
}

/// Why a column cannot be typed into; `None` if it can.
fn read_only(grid: Grid, column: Column) -> Option<Text> {
    match (column.is_editable(grid.kind), column.ty(grid.kind)) {
        (true, _) => None,
        (false, ColumnType::Stage | ColumnType::Exit | ColumnType::Review) => Some(words::STAGE_READ_ONLY),
        (false, _) => Some(words::READ_ONLY),
    }
}

fn active(grid: Grid) -> Option<(RecordId, Column)> {
    let cursor = grid.cursor.get_untracked();
    Some((grid.record_at(cursor.row)?, grid.column_at(cursor.column)?))
}

/// Turns yes into no and back.
fn toggle(grid: Grid) -> bool {
    let Some((id, column)) = active(grid) else { return enter(grid) };
    let (Column::Cell(key), ColumnType::Bool, true) =
        (column, column.ty(grid.kind), column.is_editable(grid.kind))
    else {
        return start(grid, None);
    };
    let now = session::read(|store| store.state().get(id, key).is_true()).unwrap_or(false);
    grid.store(Action::Edit, &[(id, column, Input::Value(Value::Bool(!now)))]);
    true
}

/// Empties the cells of the range.
fn clear(grid: Grid) -> bool {
    let (records, columns) = grid.range();
    let editable: Vec<Column> = columns.into_iter().filter(|c| c.is_editable(grid.kind)).collect();
    let cells: Vec<_> = records
        .iter()
        .flat_map(|&id| editable.iter().map(move |&column| (id, column, Input::Value(Value::Empty))))
        .collect();
    if cells.is_empty() {
        grid.spoken.try_set(t_now(words::READ_ONLY).to_owned());
        return true;
    }
    grid.store(if cells.len() == 1 { Action::Edit } else { Action::BulkEdit }, &cells);
    true
}

/// Gives up the range, then the selection.
fn escape(grid: Grid) -> bool {
    if grid.anchor.get_untracked().is_some() {
        grid.anchor.try_set(None);
    } else if !grid.selected.read_untracked().is_empty() {
        bulk::clear(grid);
    } else {
        return false;
    }
    true
}
