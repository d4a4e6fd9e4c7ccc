//! Work on many rows: ticking them, setting a field for all, deleting, exporting.

use super::bulk_edit::BulkEdit;
use super::export;
use super::grid::Grid;
use crate::domain::RecordId;
use crate::i18n::table as words;
use crate::ledger::{Action, Edit};
use crate::rules::query::Row;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{Route, navigate};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Confirm, Glyph};
use leptos::prelude::*;

/// Ticks one row; with Shift every row from the one ticked before.
pub fn tick(grid: Grid, id: RecordId, on: bool, range: bool) {
    let rows = grid.rows.read_untracked();
    let place = |id: RecordId| rows.iter().position(|row| *row == Row::Record(id));
    let (now, before) = (place(id), grid.cursor.get_untracked().row);
    let ids: Vec<RecordId> = match now {
        Some(now) if range => {
            let rows = rows.get(now.min(before)..=now.max(before)).unwrap_or_default().iter();
            rows.filter_map(|row| if let Row::Record(id) = row { Some(*id) } else { None }).collect()
        }
        _ => vec![id],
    };
    if let Some(now) = now {
        let column = grid.cursor.get_untracked().column;
        grid.cursor.try_set(crate::rules::query::Spot { row: now, column });
    }
    set(grid, ids, on);
}

/// Ticks the rows of the range, or unticks them if they all are.
pub fn tick_range(grid: Grid) -> bool {
    let (records, _) = grid.range();
    let all = grid.selected.with_untracked(|selected| records.iter().all(|id| selected.contains(id)));
    set(grid, records, !all);
    true
}

/// Ticks every row, or none.
pub fn tick_all(grid: Grid, on: bool) -> bool {
    let ids = grid.table.with_untracked(|table| {
        let rows = table.rows.iter();
        rows.filter_map(|row| if let Row::Record(id) = row { Some(*id) } else { None }).collect()
    });
    set(grid, ids, on);
    true
}

/// Unticks every row.
pub fn clear(grid: Grid) {
    grid.selected.try_update(std::collections::BTreeSet::clear);
}

fn set(grid: Grid, ids: Vec<RecordId>, on: bool) {
    grid.selected.try_update(|selected| {
        for id in ids {
            if on {
                selected.insert(id);
            } else {
                selected.remove(&id);
            }
        }
    });
    let count = grid.selected.read_untracked().len();
    grid.spoken.try_set(words::n_selected(lang(), count));
}

/// Goes to the exchange, to save a file of the ticked records.
fn send(grid: Grid) {
    let ids: Vec<String> = grid.selected.read_untracked().iter().map(ToString::to_string).collect();
    navigate(Route::Exchange.with_query([("records", ids.join(",").as_str())]));
}

/// The bar that takes the place of the tools while rows are ticked.
#[component]
pub fn BulkBar(grid: Grid) -> impl IntoView {
    let (editing, deleting) = (RwSignal::new(false), RwSignal::new(false));
    let count = Memo::new(move |_| grid.selected.read().len());
    let delete = move || {
        let edits = grid.selected.with_untracked(|ids| ids.iter().map(|&id| Edit::delete(id)).collect());
        if session::run(Action::Delete, edits) {
            clear(grid);
        }
    };
    let now = session::is_now();
    let delete_button = move || {
        view! {
            <Button label=words::DELETE kind=ButtonKind::Danger icon=Glyph::Trash on_press=move || deleting.set(true)/>
        }
    };
    view! {
        <div class="tools" role="group" aria-label=move || words::n_selected(lang(), count.get())>
            <b>{move || words::n_selected(lang(), count.get())}</b>
            {now.then(|| view! { <Button label=words::BULK_EDIT icon=Glyph::Edit on_press=move || editing.set(true)/> })}
            <Button label=words::EXPORT_SELECTED icon=Glyph::Download on_press=move || export::save_selected(grid)/>
            <Button label=words::SEND_SELECTED icon=Glyph::Exchange on_press=move || send(grid)/>
            {now.then(delete_button)}
            <Button label=words::CLEAR_SELECTION kind=ButtonKind::Quiet on_press=move || { clear(grid); grid.focus(); }/>
        </div>
        <BulkEdit grid open=editing/>
        <Confirm
            open=deleting
            title=Signal::derive(move || words::delete_title(lang(), count.get()))
            action=words::DELETE
            danger=true
            on_confirm=delete
        >
            <p>{move || t(words::DELETE_TEXT)}</p>
        </Confirm>
    }
    .into_any()
}
