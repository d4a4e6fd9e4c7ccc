//! What a file holds, whatever its format: sheets of cells.

use super::open::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS, OpenError};
use chrono::NaiveDateTime;

/// An opened file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workbook {
    /// The name of the file; empty for pasted cells.
    pub file_name: String,
    /// The sheets in the file's order, hidden ones included.
    pub sheets: Vec<Sheet>,
    /// Whether bare day numbers count from 1904 (old Macintosh workbooks).
    pub from_1904: bool,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The name on its tab; empty for text files.
    pub name: String,
    /// Whether the file hides it.
    pub hidden: bool,
    /// Rows of cells; a row ends at its last cell that is not empty.
    pub rows: Vec<Vec<Cell>>,
    /// Merged ranges.
    pub merges: Vec<Merge>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// The text as a person sees it; days in ISO form.
    pub shown: String,
    /// The value as stored.
    pub raw: Raw,
}

/// A stored value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Raw {
    /// Nothing, or blanks only.
    #[default]
    Empty,
    /// Text.
    Text,
    /// A number, without its number format.
    Number(f64),
    /// TRUE or FALSE.
    Bool(bool),
    /// A number whose format makes it a day or a moment.
    Date(NaiveDateTime),
    /// An error such as #REF!.
    Error,
}

/// A merged range, its corners included, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// First row.
    pub top: usize,
    /// First column.
    pub left: usize,
    /// Last row.
    pub bottom: usize,
    /// Last column.
    pub right: usize,
}

impl Merge {
    /// Whether the range covers the cell.
    pub fn covers(&self, row: usize, column: usize) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

impl Cell {
    /// A cell of text.
    pub fn text(shown: impl Into<String>) -> Self {
        let shown = shown.into();
        let raw = if shown.trim().is_empty() { Raw::Empty } else { Raw::Text };
        Self { shown, raw }
    }

    /// Whether there is nothing to see.
    pub fn is_empty(&self) -> bool {
        self.raw == Raw::Empty
    }
}

/// What [`Sheet::cell`] gives outside the sheet.
static NOTHING: Cell = Cell { shown: String::new(), raw: Raw::Empty };

impl Sheet {
    /// The cell at a place counted from 0; an empty one outside the sheet.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        self.rows.get(row).and_then(|r| r.get(column)).unwrap_or(&NOTHING)
    }

    /// The cell a person sees at a place: inside a merged range, the range's first cell.
    pub fn seen(&self, row: usize, column: usize) -> &Cell {
        match self.merge_at(row, column) {
            Some(merge) => self.cell(merge.top, merge.left),
            None => self.cell(row, column),
        }
    }

    /// The merged range that covers a place.
    pub fn merge_at(&self, row: usize, column: usize) -> Option<&Merge> {
        self.merges.iter().find(|m| m.covers(row, column))
    }

    /// The number of columns of the widest row.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Trims empty cells and rows at the ends.
    pub(super) fn trimmed(mut self) -> Self {
        for row in &mut self.rows {
            let len = row.iter().rposition(|c| !c.is_empty()).map_or(0, |i| i + 1);
            row.truncate(len);
        }
        let len = self.rows.iter().rposition(|r| !r.is_empty()).map_or(0, |i| i + 1);
        self.rows.truncate(len);
        self
    }
}

/// Fills sheets cell by cell, within the limits of all of them together.
#[derive(Default)]
pub(super) struct Budget {
    cells: usize,
}

impl Budget {
    /// Puts a cell in its place. Empty cells are not stored.
    pub fn put(&mut self, sheet: &mut Sheet, row: usize, column: usize, cell: Cell) -> Result<(), OpenError> {
        if cell.is_empty() {
            return Ok(());
        }
        if row >= MAX_ROWS || column >= MAX_COLUMNS {
            return Err(OpenError::TooLarge);
        }
        // Padding costs memory too, so it is counted: two far cells must not cost a gigabyte.
        let new_rows = (row + 1).saturating_sub(sheet.rows.len());
        if new_rows > 0 {
            sheet.rows.resize_with(row + 1, Vec::new);
        }
        let line = &mut sheet.rows[row];
        let new_cells = (column + 1).saturating_sub(line.len());
        if new_cells > 0 {
            line.resize_with(column + 1, Cell::default);
        }
        line[column] = cell;
        self.cells += new_cells + new_rows;
        if self.cells > MAX_CELLS { Err(OpenError::TooLarge) } else { Ok(()) }
    }
}
