//! The grid itself: head, rows in sight, totals.

use super::cells::Moulds;
use super::grid::Grid;
use super::pen::{GRID_ID, Pen};
use super::{clipboard, foot, head, keys, narrow, rows};
use crate::i18n::labels;
use crate::rules::query::{Row, Spot};
use crate::ui::heard::heard;
use crate::ui::state::prefs;
use crate::ui::widgets::{ListRole, VirtualList};
use crate::web::page;
use leptos::ev;
use leptos::prelude::*;
use std::fmt::Write;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, PointerEvent};

/// The width of the column of tick boxes, in CSS pixels.
const TICKS: u16 = 36;

/// The grid of a table.
#[component]
pub fn Body(grid: Grid) -> impl IntoView {
    let total = Memo::new(move |_| grid.rows.read().len());
    let key = move |at: usize| match grid.rows.read().get(at) {
        Some(Row::Record(id)) => id.to_string(),
        Some(Row::Group(group)) => {
            grid.table.read().groups.get(*group).map(|g| g.path.clone()).unwrap_or_default()
        }
        None => String::new(),
    };
    let moulds = StoredValue::new_local(Moulds::default());
    let render = move |at: usize| match grid.rows.read_untracked().get(at) {
        Some(Row::Record(id)) => view! { <rows::RecordRow grid moulds id=*id/> }.into_any(),
        Some(Row::Group(group)) => {
            let path = grid.table.read_untracked().groups.get(*group).map(|g| g.path.clone());
            view! { <rows::GroupHeading grid path=path.unwrap_or_default()/> }.into_any()
        }
        None => ().into_any(),
    };
    clipboard::listen(grid);
    announce_width(grid);
    keep_column_in_sight(grid);
    view! {
        <div
            class="grid"
            style=move || tracks(grid)
            on:keydown=heard(ev::keydown, move |event| keys::pressed(grid, &event))
            on:pointerdown=heard(ev::pointerdown, move |event| pointed(grid, &event, false))
            on:pointerover=heard(ev::pointerover, move |event| pointed(grid, &event, true))
            on:dblclick=heard(ev::dblclick, move |event| if spot_of(event.target()).is_some() { keys::edit(grid, None) })
        >
            <Pen grid/>
            <VirtualList
                label=labels::kind(grid.kind)
                total=total
                row_height=narrow::row_height()
                key=Callback::new(key)
                render=Callback::new(render)
                role=ListRole::Grid
                head=move || view! { <head::Head grid/> }
                foot=move || view! { <foot::Foot grid/> }
                reveal=grid.reveal
                node_ref=grid.scroller
            />
        </div>
    }
    .into_any()
}

/// The widths of all columns as CSS: one attribute to change while a column is dragged wider.
fn tracks(grid: Grid) -> String {
    let columns = grid.columns.read();
    let mut style = format!("--tracks:{TICKS}px");
    let mut left = TICKS;
    let mut lefts = String::new();
    // On a projector the letters are an eighth larger, and the columns with them.
    let shown = |width: u16| if prefs::on_projector() { width.saturating_add(width / 8) } else { width };
    for (at, width) in columns.iter().map(|&(_, width)| shown(width)).enumerate() {
        // Writing to a string never fails.
        let _ = write!(style, " {width}px");
        let _ = write!(lefts, ";--left-{at}:{left}px");
        left = left.saturating_add(width);
    }
    let _ = write!(style, "{lefts};--wide:{left}px;--row-height:{}px", narrow::row_height().get());
    style
}

/// Tells screen readers how wide the grid is.
fn announce_width(grid: Grid) {
    Effect::new(move || {
        let Some(element) = grid.scroller.get() else { return };
        let columns = (grid.columns.read().len() + 1).to_string();
        // Attribute names are valid, so setting them cannot fail.
        let set = |name: &str, value: &str| drop(element.set_attribute(name, value));
        set("aria-colcount", &columns);
        set("aria-multiselectable", "true");
        set("id", GRID_ID);
    });
}

/// Scrolls sideways so far that the cursor's column is not behind the frozen ones.
fn keep_column_in_sight(grid: Grid) {
    Effect::new(move || {
        let at = grid.cursor.get().column;
        let Some(element) = grid.scroller.get() else { return };
        let columns = grid.columns.read_untracked();
        let frozen = grid.view.read_untracked().frozen;
        if at < frozen {
            return;
        }
        let wide = |to: usize| columns.iter().take(to).map(|(_, width)| i32::from(*width)).sum::<i32>();
        let (from, to, behind) = (wide(at), wide(at + 1), wide(frozen));
        let seen = element.client_width() - i32::from(TICKS);
        let now = element.scroll_left();
        if from - behind < now {
            element.set_scroll_left(from - behind);
        } else if to > now + seen {
            element.set_scroll_left(to - seen);
        }
    });
}

/// The cell under the pointer.
fn spot_of(target: Option<EventTarget>) -> Option<Spot> {
    let cell = target?.dyn_into::<Element>().ok()?.closest("[data-column]").ok()??;
    let column = cell.get_attribute("data-column")?.parse().ok()?;
    let row = cell.closest("[data-index]").ok()??.get_attribute("data-index")?.parse().ok()?;
    Some(Spot { row, column })
}

/// A press puts the cursor on a cell; moving on with the button held, or with Shift, makes a range.
fn pointed(grid: Grid, event: &PointerEvent, moving: bool) {
    let held = event.buttons() & 1 == 1 && event.pointer_type() == "mouse";
    if moving && !held {
        return;
    }
    let on_control = |target: Option<EventTarget>| {
        let element = target.and_then(|target| target.dyn_into::<Element>().ok());
        element.is_some_and(|e| page::is_typing(&e) || matches!(e.closest("a, button, input"), Ok(Some(_))))
    };
    if on_control(event.target()) {
        return;
    }
    if let Some(spot) = spot_of(event.target()) {
        // A finger asks for no keyboard on the screen; that comes with the editor.
        if let Some(Some(pen)) = grid.pen.try_get_untracked() {
            // Attribute names are valid, so setting them cannot fail.
            let mode = if event.pointer_type() == "mouse" { "text" } else { "none" };
            let _ = pen.set_attribute("inputmode", mode);
        }
        // Taking the focus makes an open editor store what it holds.
        grid.focus();
        grid.editing.try_set(None);
        grid.place(spot, moving || event.shift_key());
        // The press would select text and move the focus.
        event.prevent_default();
    }
}
