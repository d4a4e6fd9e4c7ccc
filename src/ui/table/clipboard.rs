//! Copying cells to Excel and pasting them from there.

use super::grid::Grid;
use crate::i18n::table as words;
use crate::ledger::Action;
use crate::rules::query::paste::{Plan, from_tsv, plan, to_html, to_tsv};
use crate::rules::query::{Align, Column, Input, Row, area, cell};
use crate::ui::lang::lang;
use crate::ui::session;
use crate::ui::widgets::toast;
use crate::web::{files, page};
use leptos::ev;
use leptos::prelude::*;
use web_sys::ClipboardEvent;

/// Takes part in the page's clipboard for as long as the grid is shown. The events go to the page: a
/// grid without selected text is no target of theirs.
pub fn listen(grid: Grid) {
    let copies = window_event_listener(ev::copy, move |event| copy(grid, &event));
    let pastes = window_event_listener(ev::paste, move |event| paste(grid, &event));
    on_cleanup(move || {
        copies.remove();
        pastes.remove();
    });
}

/// Whether the cells have the focus, and not an editor.
fn is_own(grid: Grid) -> bool {
    let pen = grid.pen.try_get_untracked().flatten();
    pen.is_some_and(|pen| page::focused().is_some_and(|focused| *focused == **pen))
}

/// Copies the range as tab-separated text and as an HTML table.
fn copy(grid: Grid, event: &ClipboardEvent) {
    let (records, columns) = grid.range();
    let Some(data) = event.clipboard_data().filter(|_| is_own(grid) && !records.is_empty()) else {
        return;
    };
    let (l, typing) = (lang(), grid.typing());
    let unit = untrack(|| grid.unit());
    let cells = session::read(|store| {
        let text = |id, column: Column| {
            let value = cell(store, id, column, typing.today);
            words::copied(l, store.state(), grid.kind, column, &value, &typing, unit)
        };
        records.iter().map(|&id| columns.iter().map(|&c| text(id, c)).collect()).collect::<Vec<Vec<String>>>()
    });
    let cells = cells.unwrap_or_default();
    let is_text: Vec<bool> = columns.iter().map(|c| c.align(grid.kind) == Align::Start).collect();
    let set = |kind, text: String| data.set_data(kind, &text).is_ok();
    if set("text/plain", to_tsv(&cells)) && set("text/html", to_html(&cells, &is_text)) {
        event.prevent_default();
        if cells.len() * columns.len() > 1 {
            toast(words::n_copied(l, cells.len(), columns.len()));
        }
    }
}

/// Pastes cells from the cursor on; asks first where anything is doubtful.
fn paste(grid: Grid, event: &ClipboardEvent) {
    if !is_own(grid) {
        return;
    }
    event.prevent_default();
    let block = from_tsv(&files::pasted(event).text);
    let cursor = grid.cursor.get_untracked();
    let (lines, across) = area(cursor, grid.anchor.get_untracked().unwrap_or(cursor));
    let rows: Vec<_> = grid.rows.with_untracked(|rows| {
        let from = rows.get(*lines.start()..).unwrap_or_default().iter();
        from.filter_map(|row| if let Row::Record(id) = row { Some(*id) } else { None }).collect()
    });
    let columns: Vec<Column> = grid
        .columns
        .with_untracked(|columns| columns.iter().skip(*across.start()).map(|(c, _)| *c).collect());
    let selected = (lines.count(), across.count());
    let planned = session::read(|store| plan(store, &block, &rows, &columns, selected, &grid.typing()));
    match planned {
        Some(plan) if plan.is_doubtful() => {
            grid.pasting.try_set(Some(plan));
        }
        Some(plan) => carry_out(grid, &plan),
        None => {}
    }
}

/// Writes what was read, as one command.
pub fn carry_out(grid: Grid, plan: &Plan) {
    let fit = plan.cells.iter().filter(|cell| !matches!(cell.parsed.input, Input::Refused(_)));
    let cells: Vec<_> = fit.map(|cell| (cell.record, cell.column, cell.parsed.input.clone())).collect();
    grid.store(Action::Paste, &cells);
}
