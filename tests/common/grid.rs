//! Sheets written as text: cells parted by `|`, one row a line, merged ranges by name.

use zhaoshang::exchange::sheet::{Cell, Merge, Raw, Sheet, Workbook};

/// A sheet. Cells that are plain numbers become numbers; leading blanks of a line do not count.
pub fn sheet(name: &str, text: &str, merges: &str) -> Sheet {
    let rows = text.lines().map(|line| line.trim_start_matches(' ').split('|').map(cell).collect()).collect();
    Sheet { name: name.into(), hidden: false, rows, merges: merges.split_whitespace().map(merge).collect() }
}

/// A workbook.
pub fn book<const N: usize>(sheets: [Sheet; N]) -> Workbook {
    Workbook { sheets: sheets.into(), ..Workbook::default() }
}

fn cell(text: &str) -> Cell {
    match text.parse::<f64>() {
        Ok(number) => Cell { shown: text.into(), raw: Raw::Number(number) },
        // `↵` is a line break inside a cell.
        Err(_) => Cell::text(text.replace('↵', "\n")),
    }
}

fn merge(range: &str) -> Merge {
    let place = |text: &str| {
        let column = usize::from(text.as_bytes()[0] - b'A');
        (text[1..].parse::<usize>().expect("a row") - 1, column)
    };
    let (first, last) = range.split_once(':').expect("a range");
    let ((top, left), (bottom, right)) = (place(first), place(last));
    Merge { top, left, bottom, right }
}
