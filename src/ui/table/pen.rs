//! What has the keyboard while the cursor stands on a cell.
//!
//! It is a field, although an invisible one: an input method writes only into fields, and who writes
//! Chinese begins to write on a cell as in a spreadsheet. What is being composed is shown over the cell;
//! what is written opens the cell's editor.

use super::grid::Grid;
use super::{keys, rows};
use crate::i18n::labels;
use crate::i18n::table as words;
use crate::rules::query::Row;
use crate::ui::heard::heard;
use crate::ui::lang::t;
use crate::web::page;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::InputEvent;

/// The id of the grid, for the pen to say what it moves in.
pub const GRID_ID: &str = "table-grid";

/// The description of how the keyboard works.
const KEYS_ID: &str = "table-keys";

/// The field.
#[component]
pub fn Pen(grid: Grid) -> impl IntoView {
    let on_cell = move || {
        let marks = grid.marks.read();
        match marks.cursor_row {
            Some(Row::Record(id)) => Some(rows::cell_id(id, marks.cursor_column)),
            _ => None,
        }
    };
    let lay_over = move |_| {
        let cell = untrack(on_cell).and_then(|id| page::by_id(&id));
        if let (Some(Some(pen)), Some(cell)) = (grid.pen.try_get_untracked(), cell) {
            page::lay_over(&pen, &cell);
            grid.composing.try_set(true);
        }
    };
    let write = move || {
        grid.composing.try_set(false);
        let text = grid.pen.try_get_untracked().flatten().map(|pen| pen.value()).unwrap_or_default();
        if !text.is_empty() && !keys::write(grid, text) {
            clear(grid);
        }
    };
    view! {
        <textarea
            class="pen"
            rows="1"
            autocomplete="off"
            spellcheck="false"
            aria-label=move || labels::kind(grid.kind).get(crate::ui::lang::lang())
            aria-controls=GRID_ID
            aria-describedby=KEYS_ID
            aria-activedescendant=on_cell
            data-composing=move || grid.composing.get().then_some("true")
            node_ref=grid.pen
            on:compositionstart=heard(ev::compositionstart, lay_over)
            on:compositionend=heard(ev::compositionend, move |_| write())
            on:input=heard(ev::input, move |event| {
                if !event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing) {
                    write();
                }
            })
            on:blur=heard(ev::blur, move |_| clear(grid))
        ></textarea>
        <p class="visually-hidden" id=KEYS_ID>{move || t(words::KEYS)}</p>
    }
    .into_any()
}

/// Forgets what was written: the editor has it now.
fn clear(grid: Grid) {
    grid.composing.try_set(false);
    if let Some(Some(pen)) = grid.pen.try_get_untracked() {
        pen.set_value("");
    }
}
