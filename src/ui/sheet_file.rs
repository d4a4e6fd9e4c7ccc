//! Saving records as a spreadsheet.

use crate::domain::{Kind, Money, RecordId};
use crate::exchange::sheet::write::{CellOut, ColumnOut, TableOut, csv, xlsx};
use crate::i18n::format::MoneyUnit;
use crate::i18n::{Lang, labels, table as words};
use crate::ledger::State;
use crate::rules::query::{Ask, CellValue, Column, ColumnType, Row, Sum, View, cell, run};
use crate::store::Store;
use crate::ui::lang::lang;
use crate::ui::session;
use crate::web::files;
use leptos::prelude::*;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV: &str = "text/csv";

/// The two forms of a spreadsheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A workbook.
    Xlsx,
    /// Text with commas, in UTF-8.
    Csv,
}

/// Saves a table of records of one kind under the name of the kind and the day.
pub fn save(kind: Kind, table: &TableOut, form: Form) {
    let l = untrack(lang);
    save_as(&words::file_stem(l, labels::kind(kind).get(l), ""), table, form);
}

/// Saves a table under a name and the day.
pub fn save_as(stem: &str, table: &TableOut, form: Form) {
    let name = |ending: &str| format!("{stem} {}.{ending}", session::today());
    match form {
        Form::Xlsx => files::save(&name("xlsx"), XLSX, &xlsx(table)),
        Form::Csv => files::save(&name("csv"), CSV, &csv(table)),
    }
}

/// Every record of a kind with every column that any of them fills.
pub fn everything(kind: Kind) -> TableOut {
    let ask = Ask { today: session::today(), sounding: &[] };
    let read = |store: &Store| {
        let rows: Vec<RecordId> = records(&run(store, kind, &View::default(), ask).rows).collect();
        let filled =
            |c: &Column| rows.iter().any(|&id| !matches!(cell(store, id, *c, ask.today), CellValue::Empty));
        let columns: Vec<Column> = Column::all(kind, store.state()).into_iter().filter(filled).collect();
        (rows, columns)
    };
    let (rows, columns) = session::read(read).unwrap_or_default();
    table(kind, &columns, &rows, None)
}

/// Some records with the usual columns of their kind.
pub fn usual(kind: Kind, rows: &[RecordId]) -> TableOut {
    let columns = session::read(|store| View::standard(kind).shown(kind, store.state().names()));
    let columns: Vec<Column> = columns.unwrap_or_default().into_iter().map(|(column, _)| column).collect();
    table(kind, &columns, rows, None)
}

/// Records and columns as they are given, with a last line of totals if there are any.
pub fn table(kind: Kind, columns: &[Column], rows: &[RecordId], totals: Option<&[Sum]>) -> TableOut {
    let (l, today) = (untrack(lang), session::today());
    let read = |store: &Store| {
        let state = store.state();
        let out =
            |id, column: Column| words::cell_out(l, state, &cell(store, id, column, today), column.ty(kind));
        let sum = |(at, &column): (usize, &Column)| match totals.and_then(|totals| totals.get(at)?.value) {
            Some(value) => {
                let money = CellValue::Money { money: Money::yuan(value), yuan: Some(value) };
                let is_money = column.ty(kind) == ColumnType::Money;
                let value = if is_money { money } else { CellValue::Int(value) };
                words::cell_out(l, state, &value, column.ty(kind))
            }
            None if at == 0 => CellOut::Text(words::TOTAL.get(l).to_owned()),
            None => CellOut::Empty,
        };
        TableOut {
            title: Some(words::file_stem(l, labels::kind(kind).get(l), "")),
            columns: columns.iter().map(|&c| ColumnOut::new(heading(l, state, kind, c))).collect(),
            rows: rows.iter().map(|&id| columns.iter().map(|&c| out(id, c)).collect()).collect(),
            totals: totals.map(|_| columns.iter().enumerate().map(sum).collect()),
        }
    };
    session::read(read).unwrap_or_default()
}

/// The records among the rows of a table.
pub fn records(rows: &[Row]) -> impl Iterator<Item = RecordId> + '_ {
    rows.iter().filter_map(|row| if let Row::Record(id) = row { Some(*id) } else { None })
}

/// The name of a column with its unit: files hold amounts in 万元.
fn heading(l: Lang, state: &State, kind: Kind, column: Column) -> String {
    let name = words::column_name(l, state, kind, column);
    match words::unit_of(l, kind, column, MoneyUnit::Wan) {
        "" => name,
        unit => format!("{name}({unit})"),
    }
}
