//! The head of the grid: names, sorts, widths, places.

use super::grid::Grid;
use super::head_menu::ColumnMenu;
use crate::i18n::table as words;
use crate::rules::query::{Align, Column, SortSpec};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Glyph, Icon};
use crate::web::drag;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// The row of column heads.
#[component]
pub fn Head(grid: Grid) -> impl IntoView {
    // The column being dragged, and the one it would stand before (itself the end).
    let dragged = RwSignal::new(None::<Column>);
    let over = RwSignal::new(None::<String>);
    // Not drawn anew while a column is dragged wider: the edge that is held must stay.
    let frozen = Memo::new(move |_| grid.view.with(|view| view.frozen));
    let cells = move || {
        let (columns, frozen) = (grid.order.get(), frozen.get());
        let cell = |(at, column): (usize, Column)| {
            view! { <HeadCell grid column at frozen={at < frozen} dragged over/> }
        };
        columns.into_iter().enumerate().map(cell).collect_view()
    };
    view! {
        <div role="row" class="row" aria-rowindex="1">
            <div role="columnheader" class="tick frozen" aria-colindex="1"><TickAll grid/></div>
            {cells}
        </div>
    }
    .into_any()
}

/// The box that selects every row.
#[component]
fn TickAll(grid: Grid) -> impl IntoView {
    let count = move || grid.selected.read().len();
    let all = move || count() > 0 && count() >= grid.table.read().matched;
    let some = move || count() > 0 && !all();
    view! {
        <input
            type="checkbox"
            aria-label=move || t(words::SELECT_ALL)
            prop:checked=all
            prop:indeterminate=some
            on:change=heard(ev::change, move |event| { super::bulk::tick_all(grid, event_target_checked(&event)); })
        />
    }
    .into_any()
}

/// One column's head.
#[component]
fn HeadCell(
    grid: Grid,
    column: Column,
    at: usize,
    frozen: bool,
    dragged: RwSignal<Option<Column>>,
    over: RwSignal<Option<String>>,
) -> impl IntoView {
    let key = StoredValue::new(grid.key(column));
    let sort = Memo::new(move |_| {
        let view = grid.view.read();
        key.with_value(|key| {
            view.sorts
                .iter()
                .position(|sort| sort.key == *key)
                .map(|place| (place, view.sorts[place].descending, view.sorts.len()))
        })
    });
    let unit = move || words::unit_of(lang(), grid.kind, column, grid.unit());
    let order = move || match sort.get() {
        Some((_, true, _)) => Some("descending"),
        Some((_, false, _)) => Some("ascending"),
        None => None,
    };
    let mark = move || {
        sort.get().map(|(place, descending, of)| {
            let glyph = if descending { Glyph::Down } else { Glyph::Up };
            view! { <Icon glyph/> {(of > 1).then(|| view! { <small>{place + 1}</small> })} }
        })
    };
    let filtered =
        move || grid.view.with(|view| key.with_value(|key| view.filters.iter().any(|f| f.key == *key)));
    let (press, moved, release) = dragging(grid, column, key, dragged, over);
    let was_dragged = StoredValue::new(false);
    let turn = move |_| {
        if was_dragged.try_get_value() == Some(true) {
            was_dragged.set_value(false);
            return;
        }
        let next = match sort.get_untracked() {
            None => Some(false),
            Some((_, false, _)) => Some(true),
            Some((_, true, _)) => None,
        };
        key.with_value(|key| grid.arrange(|view| view.sort_by(key, next)));
    };
    view! {
        <div
            role="columnheader"
            aria-colindex=(at + 2).to_string()
            aria-sort=order
            class:number=column.align(grid.kind) == Align::End
            class:frozen=frozen
            data-head=key.get_value()
            data-drop=move || over.read().as_ref().is_some_and(|over| key.with_value(|key| over == key)).then_some("true")
            data-dragged=move || (dragged.get() == Some(column)).then_some("true")
            style:left=frozen.then(|| format!("var(--left-{at})"))
        >
            <button
                type="button"
                class="name"
                data-kind="quiet"
                title=move || grid.name(column)
                on:pointerdown=heard(ev::pointerdown, press)
                on:pointermove=heard(ev::pointermove, moved)
                on:pointerup=heard(ev::pointerup, move |event| was_dragged.set_value(release(&event)))
                on:click=heard(ev::click, turn)
            >
                <span>{move || grid.name(column)}</span>
                <small>{unit}</small>
                {mark}
                {move || filtered().then(|| view! { <Icon glyph=Glyph::Filter/> })}
            </button>
            <ColumnMenu grid column/>
            <Resizer grid column/>
        </div>
    }
    .into_any()
}

/// How far a press must travel to be a drag, in CSS pixels.
const SLOP: f64 = 6.0;

/// The handlers by which a head is dragged to another place; the last says whether it was.
fn dragging(
    grid: Grid,
    column: Column,
    key: StoredValue<String>,
    dragged: RwSignal<Option<Column>>,
    over: RwSignal<Option<String>>,
) -> (impl Fn(PointerEvent), impl Fn(PointerEvent), impl Fn(&PointerEvent) -> bool) {
    let from = StoredValue::new(None::<f64>);
    let press = move |event: PointerEvent| {
        if event.button() == 0 && event.pointer_type() == "mouse" {
            from.set_value(Some(f64::from(event.client_x())));
            capture(&event);
        }
    };
    let moved = move |event: PointerEvent| {
        let Some(Some(start)) = from.try_get_value() else { return };
        let x = f64::from(event.client_x());
        if dragged.get_untracked().is_none() && (x - start).abs() < SLOP {
            return;
        }
        dragged.try_set(Some(column));
        let head = drag::at_point(x, f64::from(event.client_y()), "[data-head]");
        over.try_set(head.and_then(|head| head.get_attribute("data-head")));
    };
    let release = move |_: &PointerEvent| {
        from.set_value(None);
        if dragged.get_untracked().is_none() {
            return false;
        }
        dragged.try_set(None);
        if let Some(Some(target)) = over.try_update(Option::take) {
            key.with_value(|key| grid.arrange(|view| view.move_column_to(key, &target)));
        }
        true
    };
    (press, moved, release)
}

/// Sends what the pointer does next to the pressed element, wherever it goes.
fn capture(event: &PointerEvent) {
    if let Some(element) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
        // Refused for a pointer that is gone already.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// The right edge of a head, dragged to change the width; a double click gives the usual one.
#[component]
fn Resizer(grid: Grid, column: Column) -> impl IntoView {
    let from = StoredValue::new(None::<(f64, u16)>);
    let press = move |event: PointerEvent| {
        let width = grid.columns.read_untracked().iter().find(|(c, _)| *c == column).map(|(_, width)| *width);
        from.set_value(width.map(|width| (f64::from(event.client_x()), width)));
        capture(&event);
        event.prevent_default();
        event.stop_propagation();
    };
    let moved = move |event: PointerEvent| {
        if let Some(Some((start, width))) = from.try_get_value() {
            // Casting holds what is out of range at the ends of u16.
            let now = (f64::from(width) + f64::from(event.client_x()) - start) as u16;
            let key = grid.key(column);
            grid.arrange(|view| view.set_width(&key, now));
        }
    };
    let usual = move |_| {
        let key = grid.key(column);
        grid.arrange(|view| view.set_width(&key, words::usual_width(untrack(lang), grid.kind, column)));
    };
    view! {
        <span
            class="resizer"
            aria-hidden="true"
            on:pointerdown=heard(ev::pointerdown, press)
            on:pointermove=heard(ev::pointermove, moved)
            on:pointerup=heard(ev::pointerup, move |_| from.set_value(None))
            on:dblclick=heard(ev::dblclick, usual)
        ></span>
    }
    .into_any()
}

/// A sort in words for the column menu.
pub fn sorts_by(sorts: &[SortSpec], key: &str) -> Option<bool> {
    sorts.iter().find(|sort| sort.key == key).map(|sort| sort.descending)
}
