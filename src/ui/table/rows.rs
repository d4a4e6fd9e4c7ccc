//! Rows: one record, or the heading of a group.

use super::cells::{Cells, Look, Moulds};
use super::grid::Grid;
use crate::domain::{Kind, RecordId};
use crate::i18n::table as words;
use crate::rules::query::{CellValue, Column, GroupRow, cell};
use crate::ui::heard::heard;
use crate::ui::lang::lang;
use crate::ui::routes::{Location, Route, Work};
use crate::ui::session;
use crate::ui::widgets::{Glyph, Icon};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

/// The id of a cell's element.
pub fn cell_id(id: RecordId, column: usize) -> String {
    format!("{id}.{column}")
}

/// Whether records of a kind have pages of their own.
pub fn leads_to_a_page(kind: Kind) -> bool {
    matches!(kind, Kind::Project | Kind::Company) || Work::of_kind(kind).is_some()
}

/// The page of a record, if it has one.
pub fn page_of(id: RecordId) -> Option<Location> {
    match id.kind {
        Kind::Project => Some(Route::Project(id).into()),
        Kind::Company => Some(Route::Company(id).into()),
        kind => Work::of_kind(kind).map(|work| {
            Route::Work(work).with_query([("kind", kind.word()), ("open", id.to_string().as_str())])
        }),
    }
}

/// What one cell shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Face {
    /// Its text.
    pub text: String,
    /// Nothing is held.
    pub empty: bool,
    /// Another office set it differently.
    pub in_conflict: bool,
}

/// The cells of a record, followed.
pub fn faces(grid: Grid, id: RecordId) -> Vec<Face> {
    let (l, unit, today) = (lang(), grid.unit(), session::today());
    let columns = grid.order.read();
    let read = |store: &crate::store::Store| {
        let face = |&column: &Column| {
            let value = cell(store, id, column, today);
            let empty = matches!(value, CellValue::Empty);
            let text = match empty {
                true => words::plain_empty(grid.kind, column).to_owned(),
                false => words::cell_text(l, store.state(), &value, column.ty(grid.kind), unit),
            };
            let in_conflict = matches!(column, Column::Cell(key) if store.state().is_conflicting(id, key));
            Face { text, empty, in_conflict }
        };
        columns.iter().map(face).collect()
    };
    session::watch(read).unwrap_or_default()
}

/// A record.
#[component]
pub fn RecordRow(grid: Grid, moulds: StoredValue<Moulds, LocalStorage>, id: RecordId) -> impl IntoView {
    let faces = Memo::new(move |_| faces(grid, id));
    let marks = Memo::new(move |_| grid.marks.read().of(id));
    let selected = Memo::new(move |_| grid.selected.read().contains(&id));
    let editing = Memo::new(move |_| grid.editing.read().clone().filter(|editing| editing.id == id));
    let tick_box: NodeRef<html::Div> = NodeRef::new();
    let cells = StoredValue::new_local(Cells::default());
    Effect::new(move || {
        let Some(row) = tick_box.get().and_then(|cell| cell.parent_element()) else { return };
        let (cursor, range) = marks.get();
        let look = Look { faces: faces.get(), cursor, range };
        let (layout, editing) = (grid.layout.read(), editing.get());
        moulds.with_value(|moulds| {
            cells.update_value(|cells| {
                cells.show((grid, moulds), id, &row, &layout, look);
                cells.edit(grid, editing);
            });
        });
    });
    let name = move || faces.read().first().map(|face| face.text.clone()).unwrap_or_default();
    let tick = move |event: web_sys::MouseEvent| {
        super::bulk::tick(grid, id, event_target_checked(&event), event.shift_key());
    };
    view! {
        <div role="gridcell" class="tick frozen" aria-colindex="1" node_ref=tick_box>
            <input
                type="checkbox"
                tabindex="-1"
                aria-label=move || words::select_row(lang(), &name())
                prop:checked=move || selected.get()
                on:click=heard(ev::click, tick)
            />
        </div>
    }
    .into_any()
}

/// The heading of a group with its subtotals.
#[component]
pub fn GroupHeading(grid: Grid, path: String) -> impl IntoView {
    let path = StoredValue::new(path);
    let group = Memo::new(move |_| {
        let table = grid.table.read();
        path.with_value(|path| table.groups.iter().find(|group| group.path == *path).cloned())
    });
    let folded = Memo::new(move |_| path.with_value(|path| grid.folded.read().contains(path)));
    let on_cursor = Memo::new(move |_| {
        let marks = grid.marks.read();
        let at =
            if let Some(crate::rules::query::Row::Group(at)) = marks.cursor_row { at } else { return false };
        path.with_value(|path| grid.table.read().groups.get(at).is_some_and(|group| group.path == *path))
    });
    let toggle = move |_| path.with_value(|path| grid.toggle_fold(path));
    let label = move || group.read().as_ref().map(|group| label(grid, group)).unwrap_or_default();
    let count =
        move || group.read().as_ref().map(|g| crate::i18n::format::count(g.count)).unwrap_or_default();
    let level = move || group.read().as_ref().map_or(0, |group| group.level).to_string();
    // The label covers the first column, and the frozen ones with it, so that it is read while scrolling.
    let covered = move || grid.view.read().frozen.max(1);
    let sums = move || {
        let group = group.read();
        let sums = group.as_ref().map(|group| group.sums.clone()).unwrap_or_default();
        super::foot::sum_cells(grid, &sums, covered())
    };
    view! {
        <div
            role="gridcell"
            class="group-label frozen"
            data-column="0"
            data-level=level
            data-cursor=move || on_cursor.get().then_some("true")
            aria-colindex="1"
            style:grid-column=move || format!("1 / span {}", covered() + 1)
        >
            <button
                type="button"
                data-kind="quiet"
                tabindex="-1"
                aria-expanded=move || (!folded.get()).to_string()
                on:click=heard(ev::click, toggle)
            >
                <Icon glyph=Glyph::ChevronDown/>
                <b>{label}</b>
                <small>{count}</small>
            </button>
        </div>
        {sums}
    }
    .into_any()
}

/// What the records of a group have in common, in words.
pub fn label(grid: Grid, group: &GroupRow) -> String {
    let l = lang();
    let by = grid.view.read().groups.get(group.level).map(|spec| spec.key.clone()).unwrap_or_default();
    let read = |store: &crate::store::Store| {
        let state = store.state();
        let column = Column::from_key(grid.kind, &by, state.names());
        let ty = column.map_or(crate::rules::query::ColumnType::Text, |column| column.ty(grid.kind));
        words::group_label(l, state, &group.label, ty)
    };
    session::read(read).unwrap_or_default()
}
