//! The menu of a column: all that the pointer can do to it, for the keyboard too.

use super::grid::Grid;
use super::head::sorts_by;
use crate::i18n::table as words;
use crate::rules::query::{Column, ColumnType, GroupSpec, Step, View};
use crate::ui::lang::lang;
use crate::ui::widgets::{Glyph, Menu, MenuItem};
use leptos::prelude::*;

/// How far one press of the menu's entries changes a width, in CSS pixels.
const WIDTH_STEP: u16 = 32;

/// The menu at the end of a column's head.
#[component]
pub fn ColumnMenu(grid: Grid, column: Column) -> impl IntoView {
    let label = move || words::column_menu(lang(), &grid.name(column));
    let items = move || items(grid, column);
    view! { <Menu label=Signal::derive(label) icon=Glyph::ChevronDown bare=true align_end=true items=Callback::new(move |()| items())/> }
        .into_any()
}

fn items(grid: Grid, column: Column) -> Vec<MenuItem> {
    let key = grid.key(column);
    let change = |change: fn(&mut View, &str)| {
        let key = key.clone();
        move || grid.arrange(|view| change(view, &key))
    };
    let (sort, several, at, frozen, count) = grid.view.with_untracked(|view| {
        let at = view.columns.iter().position(|c| c.key == key).unwrap_or(0);
        (sorts_by(&view.sorts, &key), !view.sorts.is_empty(), at, view.frozen, view.columns.len())
    });
    let mut items = vec![
        MenuItem::new(words::SORT_UP, change(|view, key| view.sort_by(key, Some(false))))
            .icon(Glyph::Up)
            .checked(sort == Some(false)),
        MenuItem::new(words::SORT_DOWN, change(|view, key| view.sort_by(key, Some(true))))
            .icon(Glyph::Down)
            .checked(sort == Some(true)),
    ];
    if several && sort.is_none() {
        items.push(
            MenuItem::new(words::SORT_ALSO, change(|view, key| view.also_sort_by(key, false)))
                .icon(Glyph::Sort),
        );
    }
    if sort.is_some() {
        let unsort = change(|view, key| view.sorts.retain(|sort| sort.key != key));
        items.push(MenuItem::new(words::SORT_NONE, unsort));
    }
    items.push(
        MenuItem::new(words::FILTER_BY, move || {
            grid.filtering.try_set(Some(column));
        })
        .icon(Glyph::Filter),
    );
    if can_group(column.ty(grid.kind)) {
        items.push(MenuItem::new(words::GROUP_BY, change(group_by)).icon(Glyph::Group));
    }
    let freeze = move || grid.arrange(|view| view.frozen = if frozen == at + 1 { 0 } else { at + 1 });
    let frozen_here = if frozen == at + 1 { words::UNFREEZE } else { words::FREEZE };
    items.extend([
        MenuItem::heading(""),
        MenuItem::new(frozen_here, freeze).icon(Glyph::Pin),
        MenuItem::new(words::MOVE_LEFT, change(|view, key| view.shift_column(key, -1)))
            .icon(Glyph::ChevronLeft)
            .disabled(at == 0),
        MenuItem::new(words::MOVE_RIGHT, change(|view, key| view.shift_column(key, 1)))
            .icon(Glyph::ChevronRight)
            .disabled(at + 1 >= count),
        MenuItem::new(words::WIDER, move || widen(grid, column, true)),
        MenuItem::new(words::NARROWER, move || widen(grid, column, false)),
        MenuItem::new(words::HIDE, change(|view, key| view.show_column(key, false)))
            .icon(Glyph::Close)
            .disabled(count == 1),
    ]);
    items
}

/// Whether records can be grouped by a column of the type: what many of them share.
pub fn can_group(ty: ColumnType) -> bool {
    !matches!(ty, ColumnType::LongText | ColumnType::Money | ColumnType::Area | ColumnType::Moment)
}

/// Groups by one column alone.
pub fn group_by(view: &mut View, key: &str) {
    view.groups = vec![GroupSpec { key: key.to_owned(), step: Step::Month }];
}

fn widen(grid: Grid, column: Column, wider: bool) {
    let key = grid.key(column);
    let now = grid.columns.read_untracked().iter().find(|(c, _)| *c == column).map_or(0, |(_, width)| *width);
    let width = if wider { now.saturating_add(WIDTH_STEP) } else { now.saturating_sub(WIDTH_STEP) };
    grid.arrange(|view| view.set_width(&key, width));
}
