//! A sheet with its merged ranges at hand.

use crate::exchange::sheet::cell::{Cell, Merge, Sheet};

/// A sheet and, for each row, the merged ranges that cross it.
pub(in crate::exchange::sheet) struct View<'a> {
    sheet: &'a Sheet,
    by_row: Vec<Vec<&'a Merge>>,
    width: usize,
}

/// More crossings than any ledger has. A hostile file with whole-sheet merges must cost no memory.
const MAX_CROSSINGS: usize = 1_000_000;

impl<'a> View<'a> {
    /// Indexes the merged ranges of a sheet.
    pub fn new(sheet: &'a Sheet) -> Self {
        let mut by_row: Vec<Vec<&Merge>> = vec![Vec::new(); sheet.rows.len()];
        let mut left = MAX_CROSSINGS;
        for merge in &sheet.merges {
            let last = merge.bottom.min(sheet.rows.len().saturating_sub(1));
            let rows = (last + 1).saturating_sub(merge.top);
            if rows > left || sheet.rows.is_empty() {
                break;
            }
            left -= rows;
            by_row.iter_mut().take(last + 1).skip(merge.top).for_each(|row| row.push(merge));
        }
        Self { sheet, by_row, width: sheet.width() }
    }

    /// The sheet itself.
    pub fn sheet(&self) -> &'a Sheet {
        self.sheet
    }

    /// The number of rows.
    pub fn height(&self) -> usize {
        self.sheet.rows.len()
    }

    /// The number of columns of the widest row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The merged range over a place.
    pub fn merge_at(&self, row: usize, column: usize) -> Option<&'a Merge> {
        self.by_row.get(row)?.iter().copied().find(|m| (m.left..=m.right).contains(&column))
    }

    /// The merged ranges that cross a row.
    pub fn merges_at(&self, row: usize) -> impl Iterator<Item = &'a Merge> + '_ {
        self.by_row.get(row).into_iter().flatten().copied()
    }

    /// The cell a person sees at a place: inside a merged range, the range's first.
    pub fn seen(&self, row: usize, column: usize) -> &'a Cell {
        match self.merge_at(row, column) {
            Some(m) => self.sheet.cell(m.top, m.left),
            None => self.sheet.cell(row, column),
        }
    }

    /// The cells of a row that hold something themselves.
    pub fn own_cells(&self, row: usize) -> impl Iterator<Item = (usize, &'a Cell)> + '_ {
        let cells: &'a [Cell] = self.sheet.rows.get(row).map_or(&[], Vec::as_slice);
        cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty())
    }
}
