//! The table as a file: what is shown, or everything.

use super::grid::Grid;
use crate::domain::Money;
use crate::domain::RecordId;
use crate::exchange::sheet::write::{CellOut, ColumnOut, TableOut, csv, xlsx};
use crate::i18n::format::MoneyUnit;
use crate::i18n::{Lang, labels, table as words};
use crate::rules::query::{Ask, CellValue, Column, Row, Sum, View, cell, run};
use crate::ui::lang::lang;
use crate::ui::session;
use crate::ui::widgets::{Glyph, Menu, MenuItem};
use crate::web::{files, page};
use leptos::prelude::*;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV: &str = "text/csv";

/// The export menu; printing stands beside it.
#[component]
pub fn ExportMenu(grid: Grid) -> impl IntoView {
    let items = move || {
        vec![
            MenuItem::new(words::EXPORT_XLSX, move || save(grid, &seen(grid), true)).icon(Glyph::Download),
            MenuItem::new(words::EXPORT_CSV, move || save(grid, &seen(grid), false)),
            MenuItem::new(words::EXPORT_ALL, move || save(grid, &everything(grid), true)),
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
    save(grid, &table(grid, &columns(grid), &rows, None), true);
}

fn save(grid: Grid, table: &TableOut, workbook: bool) {
    let l = untrack(lang);
    let stem = words::file_stem(l, labels::kind(grid.kind).get(l), "");
    let name = |ending: &str| format!("{stem} {}.{ending}", session::today());
    if workbook {
        files::save(&name("xlsx"), XLSX, &xlsx(table));
    } else {
        files::save(&name("csv"), CSV, &csv(table));
    }
}

fn records(rows: &[Row]) -> impl Iterator<Item = RecordId> + '_ {
    rows.iter().filter_map(|row| if let Row::Record(id) = row { Some(*id) } else { None })
}

fn columns(grid: Grid) -> Vec<Column> {
    grid.columns.read_untracked().iter().map(|(column, _)| *column).collect()
}

/// The rows and columns on the screen, folded groups unfolded, with the totals.
fn seen(grid: Grid) -> TableOut {
    let shown = grid.table.read_untracked();
    let rows: Vec<RecordId> = records(&shown.rows).collect();
    table(grid, &columns(grid), &rows, Some(&shown.totals))
}

/// Every record with every column that any of them fills.
fn everything(grid: Grid) -> TableOut {
    let ask = Ask { today: session::today(), sounding: &[] };
    let read = |store: &crate::store::Store| {
        let rows: Vec<RecordId> = records(&run(store, grid.kind, &View::default(), ask).rows).collect();
        let filled =
            |c: &Column| rows.iter().any(|&id| !matches!(cell(store, id, *c, ask.today), CellValue::Empty));
        let columns: Vec<Column> = Column::all(grid.kind, store.state()).into_iter().filter(filled).collect();
        (rows, columns)
    };
    let (rows, columns) = session::read(read).unwrap_or_default();
    table(grid, &columns, &rows, None)
}

fn table(grid: Grid, columns: &[Column], rows: &[RecordId], totals: Option<&[Sum]>) -> TableOut {
    let (l, today) = (untrack(lang), session::today());
    let read = |store: &crate::store::Store| {
        let state = store.state();
        let out = |id, column: Column| {
            words::cell_out(l, state, &cell(store, id, column, today), column.ty(grid.kind))
        };
        let sum = |(at, &column): (usize, &Column)| match totals.and_then(|totals| totals.get(at)?.value) {
            Some(value) => {
                let money = CellValue::Money { money: Money::yuan(value), yuan: Some(value) };
                let is_money = column.ty(grid.kind) == crate::rules::query::ColumnType::Money;
                let value = if is_money { money } else { CellValue::Int(value) };
                words::cell_out(l, state, &value, column.ty(grid.kind))
            }
            None if at == 0 => CellOut::Text(words::TOTAL.get(l).to_owned()),
            None => CellOut::Empty,
        };
        TableOut {
            title: Some(words::file_stem(l, labels::kind(grid.kind).get(l), "")),
            columns: columns.iter().map(|&c| ColumnOut::new(heading(l, state, grid, c))).collect(),
            rows: rows.iter().map(|&id| columns.iter().map(|&c| out(id, c)).collect()).collect(),
            totals: totals.map(|_| columns.iter().enumerate().map(sum).collect()),
        }
    };
    session::read(read).unwrap_or_default()
}

/// The name of a column with its unit: files hold amounts in 万元.
fn heading(l: Lang, state: &crate::ledger::State, grid: Grid, column: Column) -> String {
    let name = words::column_name(l, state, grid.kind, column);
    match words::unit_of(l, grid.kind, column, MoneyUnit::Wan) {
        "" => name,
        unit => format!("{name}({unit})"),
    }
}
