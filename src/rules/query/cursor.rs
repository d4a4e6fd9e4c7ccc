//! The cell cursor of a table: where a key leads, and which cells a range covers.

use std::ops::RangeInclusive;

/// A place in a table, counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The row, group headings included.
    pub row: usize,
    /// The column.
    pub column: usize,
}

/// A movement of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One column to the left.
    Left,
    /// One column to the right.
    Right,
    /// As many rows up as are in sight.
    PageUp,
    /// As many rows down as are in sight.
    PageDown,
    /// The first column.
    RowStart,
    /// The last column.
    RowEnd,
    /// The first cell of all.
    First,
    /// The last cell of all.
    Last,
    /// The next cell, on the next row after the last column.
    Next,
    /// The cell before, on the row before at the first column.
    Previous,
}

impl Move {
    /// The movement a key asks for, by its name in the DOM, as in a spreadsheet.
    pub fn of_key(key: &str, ctrl: bool, shift: bool) -> Option<Self> {
        Some(match (key, ctrl) {
            ("ArrowUp", false) => Move::Up,
            ("ArrowDown", false) => Move::Down,
            ("ArrowLeft", false) => Move::Left,
            ("ArrowRight", false) => Move::Right,
            ("ArrowUp", true) => Move::First,
            ("ArrowDown", true) => Move::Last,
            ("ArrowLeft", true) | ("Home", false) => Move::RowStart,
            ("ArrowRight", true) | ("End", false) => Move::RowEnd,
            ("PageUp", false) => Move::PageUp,
            ("PageDown", false) => Move::PageDown,
            ("Home", true) => Move::First,
            ("End", true) => Move::Last,
            ("Tab", false) if shift => Move::Previous,
            ("Tab", false) => Move::Next,
            _ => return None,
        })
    }

    /// Where the movement leads in a table of `rows` by `columns`; `None` in a table without cells, and
    /// for a step past its first or last cell by [`Move::Next`] or [`Move::Previous`], which leave it.
    pub fn from(self, spot: Spot, rows: usize, columns: usize, page: usize) -> Option<Spot> {
        let last = Spot { row: rows.checked_sub(1)?, column: columns.checked_sub(1)? };
        let Spot { row, column } = Spot { row: spot.row.min(last.row), column: spot.column.min(last.column) };
        let (row, column) = match self {
            Move::Up => (row.saturating_sub(1), column),
            Move::Down => (row + 1, column),
            Move::Left => (row, column.saturating_sub(1)),
            Move::Right => (row, column + 1),
            Move::PageUp => (row.saturating_sub(page), column),
            Move::PageDown => (row.saturating_add(page), column),
            Move::RowStart => (row, 0),
            Move::RowEnd => (row, last.column),
            Move::First => (0, 0),
            Move::Last => (last.row, last.column),
            Move::Next if column < last.column => (row, column + 1),
            Move::Next if row < last.row => (row + 1, 0),
            Move::Previous if column > 0 => (row, column - 1),
            Move::Previous if row > 0 => (row - 1, last.column),
            Move::Next | Move::Previous => return None,
        };
        Some(Spot { row: row.min(last.row), column: column.min(last.column) })
    }
}

/// The rows and columns between two corners, both included.
pub fn area(one: Spot, other: Spot) -> (RangeInclusive<usize>, RangeInclusive<usize>) {
    (
        one.row.min(other.row)..=one.row.max(other.row),
        one.column.min(other.column)..=one.column.max(other.column),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_where_a_spreadsheet_leads() {
        let at = |row, column| Spot { row, column };
        let go = |key, ctrl, shift, from| Move::of_key(key, ctrl, shift)?.from(from, 10, 4, 6);
        assert_eq!(go("ArrowDown", false, false, at(9, 1)), Some(at(9, 1)));
        assert_eq!(go("PageDown", false, false, at(2, 1)), Some(at(8, 1)));
        assert_eq!(go("PageUp", false, false, at(2, 1)), Some(at(0, 1)));
        assert_eq!(go("Home", true, false, at(5, 3)), Some(at(0, 0)));
        assert_eq!(go("End", false, false, at(5, 0)), Some(at(5, 3)));
        assert_eq!(go("Tab", false, false, at(5, 3)), Some(at(6, 0)));
        assert_eq!(go("Tab", false, true, at(5, 0)), Some(at(4, 3)));
        assert_eq!(go("Tab", false, false, at(9, 3)), None, "Tab leaves the table at its end");
        assert_eq!(go("ArrowUp", false, false, at(99, 99)), Some(at(8, 3)), "a lost cursor comes back");
        assert_eq!(go("x", false, false, at(0, 0)), None);
        assert_eq!(Move::Down.from(at(0, 0), 0, 4, 6), None);
    }

    #[test]
    fn an_area_has_no_direction() {
        let (one, other) = (Spot { row: 5, column: 1 }, Spot { row: 2, column: 3 });
        assert_eq!(area(one, other), (2..=5, 1..=3));
        assert_eq!(area(other, one), (2..=5, 1..=3));
    }
}
