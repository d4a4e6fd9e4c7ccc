//! The table as a file: what is shown, or everything.

use super::grid::Grid;
use crate::domain::{Kind, RecordId};
use crate::exchange::sheet::write::TableOut;
use crate::i18n::table as words;
use crate::rules::query::Column;
use crate::ui::sheet_file::{Form, everything, records, save, table};
use crate::ui::widgets::{Glyph, Menu, MenuItem};
use crate::web::page;
use leptos::prelude::*;

/// The export menu; printing stands beside it.
#[component]
pub fn ExportMenu(grid: Grid) -> impl IntoView {
    let kind = grid.kind;
    let items = move || {
        vec![
            MenuItem::new(words::EXPORT_XLSX, move || save(kind, &seen(grid), Form::Xlsx))
                .icon(Glyph::Download),
            MenuItem::new(words::EXPORT_CSV, move || save(kind, &seen(grid), Form::Csv)),
            MenuItem::new(words::EXPORT_ALL, move || save(kind, &everything(kind), Form::Xlsx)),
            MenuItem::new(words::EXPORT_ALL_CSV, move || save(kind, &everything(kind), Form::Csv)),
            MenuItem::heading(""),
            MenuItem::new(words::EXPORT_FOLLOW_UPS, || {
                save(Kind::FollowUp, &everything(Kind::FollowUp), Form::Xlsx);
            }),
            MenuItem::new(words::EXPORT_TRANCHES, || {
                save(Kind::FundTranche, &everything(Kind::FundTranche), Form::Xlsx);
            }),
            MenuItem::heading(""),
            MenuItem::new(words::PRINT, page::print).icon(Glyph::Print),
        ]
    };
    view! { <Menu label=words::EXPORT icon=Glyph::Download align_end=true items=Callback::new(move |()| items())/> }
        .into_any()
}

/// Saves the ticked rows, with the columns that are shown.
pub fn save_selected(grid: Grid) {
    let selected = grid.selected.get_untracked();
    let rows: Vec<RecordId> =
        records(&grid.table.read_untracked().rows).filter(|id| selected.contains(id)).collect();
    save(grid.kind, &table(grid.kind, &columns(grid), &rows, None), Form::Xlsx);
}

fn columns(grid: Grid) -> Vec<Column> {
    grid.columns.read_untracked().iter().map(|(column, _)| *column).collect()
}

/// The rows and columns on the screen, folded groups unfolded, with the totals.
fn seen(grid: Grid) -> TableOut {
    let shown = grid.table.read_untracked();
    let rows: Vec<RecordId> = records(&shown.rows).collect();
    table(grid.kind, &columns(grid), &rows, Some(&shown.totals))
}
