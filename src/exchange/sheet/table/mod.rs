//! Finds the table in a sheet: its header rows, units, data rows, and what every other row is.
//!
//! Everything found is a proposal. Whoever knows better gives a [`Layout`], and [`Table::with_layout`]
//! reads the sheet by it.

mod classify;
mod header;
mod units;
mod view;

use super::cell::Workbook;
use super::columns::TargetTable;
use super::names::Names;
use crate::domain::read::{self, AreaUnit, MoneyUnit};
use crate::domain::sort::Arrange;
pub use classify::{Reason, RowKind};
pub(super) use view::View;

/// Where a table stands. All counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The sheet in the workbook.
    pub sheet: usize,
    /// The first header row.
    pub header_from: usize,
    /// How many header rows there are.
    pub header_rows: usize,
    /// The first row that may be data.
    pub first_data_row: usize,
}

/// A table found in a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Where it stands.
    pub layout: Layout,
    /// The row after its last.
    pub end: usize,
    /// Its columns that have a heading or a value.
    pub columns: Vec<Column>,
    /// What each row from the first data row on is.
    pub rows: Vec<Row>,
    /// The words above the header: titles, unit lines, dates.
    pub titles: Vec<String>,
    /// The year that a title, the sheet's name or the file's name speaks of.
    pub year: Option<i32>,
    /// How much the headings look like the wanted kind of ledger: the number of targets they name,
    /// each weighed by how well.
    pub score: f32,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its place in the sheet, from 0.
    pub index: usize,
    /// Its heading from the top down: ["投资规模(亿元)", "其中:固定资产"].
    pub path: Vec<String>,
    /// What bare amounts are counted in, by the heading or else the unit line.
    pub money_unit: Option<MoneyUnit>,
    /// Whether the heading names several units ("亿元/万美元"), so that none is certain.
    pub mixed_units: bool,
    /// What bare areas are counted in.
    pub area_unit: Option<AreaUnit>,
}

/// A row below the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place in the sheet, from 0.
    pub index: usize,
    /// What it is.
    pub kind: RowKind,
    /// Why it is taken for that.
    pub reason: Reason,
}

/// A sheet's table with the sheet's rank in the workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// How likely this is the ledger wanted; only the order means anything.
    pub rank: f32,
    /// The table.
    pub table: Table,
}

impl Column {
    /// The heading as one line: "投资规模(亿元) / 其中:固定资产".
    pub fn heading(&self) -> String {
        self.path.join(" / ")
    }
}

impl Table {
    /// The places of the data rows.
    pub fn data_rows(&self) -> impl Iterator<Item = usize> + '_ {
        self.rows.iter().filter(|r| r.kind == RowKind::Data).map(|r| r.index)
    }

    /// The column at a place of the sheet.
    pub fn column(&self, index: usize) -> Option<&Column> {
        self.columns.iter().find(|c| c.index == index)
    }

    /// Reads a sheet by a given layout; `None` if there is no such sheet or no such row.
    pub fn with_layout(book: &Workbook, layout: Layout, targets: &TargetTable) -> Option<Table> {
        let sheet = book.sheets.get(layout.sheet)?;
        if layout.header_from >= sheet.rows.len() {
            return None;
        }
        Some(build(book, &View::new(sheet), layout, 0, &Names::of(targets), targets))
    }
}

/// The tables of a sheet from top to bottom. A sheet with no heading known still gives one table, by
/// its best-looking header row, so that a person can map it by hand.
pub fn find(book: &Workbook, sheet_index: usize, targets: &TargetTable) -> Vec<Table> {
    let Some(sheet) = book.sheets.get(sheet_index) else { return Vec::new() };
    let (view, names) = (View::new(sheet), Names::of(targets));
    let mut tables = Vec::new();
    let mut from = 0;
    while let Some(header) = header::find(&view, from, &names) {
        // Below a first table only a real header begins another.
        if !tables.is_empty() && header.score < 3.0 {
            break;
        }
        let layout = Layout {
            sheet: sheet_index,
            header_from: header.from,
            header_rows: header.rows,
            first_data_row: header.from + header.rows,
        };
        let table = build(book, &view, layout, from, &names, targets);
        from = table.end.max(layout.first_data_row);
        tables.push(table);
    }
    tables
}

/// The tables of all sheets, the likeliest ledger first. Hidden sheets come after visible ones.
pub fn rank(book: &Workbook, targets: &TargetTable) -> Vec<Ranked> {
    let mut ranked: Vec<Ranked> = Vec::new();
    for (index, sheet) in book.sheets.iter().enumerate() {
        for table in find(book, index, targets) {
            let rows = table.data_rows().count();
            // Headings tell a ledger from a summary; the number of rows tells the ledger from its
            // extracts. A hundred rows count little more than fifty.
            let size = (rows as f32).min(400.0).sqrt() / 4.0;
            let hidden = if sheet.hidden { 0.3 } else { 1.0 };
            let rank = if rows == 0 { 0.0 } else { (table.score + size) * hidden };
            ranked.push(Ranked { rank, table });
        }
    }
    ranked.arrange_by(|a, b| b.rank.total_cmp(&a.rank));
    ranked
}

/// Builds the table of a layout. `above` is the first row whose words may be titles.
fn build(
    book: &Workbook,
    view: &View,
    layout: Layout,
    above: usize,
    names: &Names,
    targets: &TargetTable,
) -> Table {
    let sheet = view.sheet();
    let paths = header::paths(view, layout.header_from, layout.header_rows);
    let score = header::known(&paths, names).0;
    let titles = titles(view, above, layout.header_from);
    let year = titles.iter().chain([&sheet.name, &book.file_name]).find_map(|words| read::year_in(words));
    let mut columns = columns(paths, &titles, &sheet.name);
    let name_column = header::column_of(&columns, names, targets);
    let (rows, end) = classify::rows(view, &columns, layout.first_data_row, name_column, names);
    columns.retain(|c| !c.path.is_empty() || rows.iter().any(|r| !sheet.cell(r.index, c.index).is_empty()));
    Table { layout, end, columns, rows, titles, year, score }
}

fn titles(view: &View, from: usize, to: usize) -> Vec<String> {
    let mut found = Vec::new();
    for row in from..to {
        let words: Vec<String> = view.own_cells(row).map(|(_, cell)| read::tidy(&cell.shown)).collect();
        found.push(words.join(" "));
    }
    found.retain(|t| !t.is_empty());
    found
}

fn columns(paths: Vec<Vec<String>>, titles: &[String], sheet_name: &str) -> Vec<Column> {
    let lines = titles.iter().map(String::as_str).chain([sheet_name]);
    let (money_line, area_line) = units::of_lines(lines);
    let column = |(index, path): (usize, Vec<String>)| {
        let (own, area_unit) = units::of_heading(&path);
        let money_unit = own.first().copied().or(money_line);
        Column { index, path, money_unit, mixed_units: own.len() > 1, area_unit: area_unit.or(area_line) }
    };
    paths.into_iter().enumerate().map(column).collect()
}

/// The value that a row has in a column: its own, or that of a cell merged down from above.
pub(super) fn value_at<'a>(view: &View<'a>, row: usize, column: usize) -> (&'a super::Cell, bool) {
    match view.merge_at(row, column) {
        Some(m) if m.left == column => (view.sheet().cell(m.top, m.left), m.top < row),
        _ => (view.sheet().cell(row, column), false),
    }
}
