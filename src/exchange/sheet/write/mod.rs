//! Tables to bytes: .xlsx and .csv, with nothing in them that a spreadsheet program would run.

mod csv;
mod paper;
mod xlsx;

pub use csv::csv;
pub use paper::paper_xlsx;
pub use xlsx::xlsx;

use chrono::NaiveDate;

/// A table to be written: what is shown, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableOut {
    /// The line above the header, and the name of the sheet.
    pub title: Option<String>,
    /// The columns.
    pub columns: Vec<ColumnOut>,
    /// The rows, each with a cell for every column; missing cells are empty.
    pub rows: Vec<Vec<CellOut>>,
    /// The last row, set apart. Sums are given, not computed by formulas.
    pub totals: Option<Vec<CellOut>>,
}

/// A column to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnOut {
    /// Its heading, the unit included: "总投资(万元)".
    pub heading: String,
    /// Its width in half-width characters; `None` fits the content.
    pub width: Option<u16>,
}

/// A cell to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CellOut {
    /// Nothing.
    #[default]
    Empty,
    /// Text, never taken for a formula.
    Text(String),
    /// Whole yuan, written as a number of 万元.
    Wan(i64),
    /// `value / 10^places`.
    Number {
        /// The digits.
        value: i64,
        /// How many of them stand after the point.
        places: u32,
    },
    /// A day.
    Date(NaiveDate),
}

impl ColumnOut {
    /// A column as wide as its content.
    pub fn new(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), width: None }
    }
}

impl CellOut {
    /// The cell as plain text: days in ISO form, numbers without thousands.
    fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Wan(yuan) => decimal(*yuan, 4),
            Self::Number { value, places } => decimal(*value, *places),
            Self::Date(day) => day.to_string(),
        }
    }
}

/// `value / 10^places` without zeros at its end.
fn decimal(value: i64, places: u32) -> String {
    let places = usize::try_from(places.min(18)).unwrap_or(18);
    let digits = format!("{:0>width$}", value.unsigned_abs(), width = places + 1);
    let (int, frac) = digits.split_at(digits.len() - places);
    let frac = frac.trim_end_matches('0');
    let sign = if value < 0 { "-" } else { "" };
    if frac.is_empty() { format!("{sign}{int}") } else { format!("{sign}{int}.{frac}") }
}

/// Whether a spreadsheet program may take the text for a formula when it opens a text file. A plain
/// negative number and a stroke for "nothing" are harmless.
pub(super) fn may_run(text: &str) -> bool {
    let risky = text
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    let number = text.strip_prefix('-').is_some_and(|n| {
        n.starts_with(|c: char| c.is_ascii_digit())
            && n.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    });
    risky && !number && !text.chars().all(|c| c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_exactly() {
        let cases = [
            (CellOut::Wan(2_300_000_000), "230000"),
            (CellOut::Wan(12_345), "1.2345"),
            (CellOut::Wan(-50_000), "-5"),
        ];
        for (cell, text) in cases {
            assert_eq!(cell.plain(), text);
        }
        assert_eq!(CellOut::Number { value: 50, places: 2 }.plain(), "0.5");
        assert_eq!(CellOut::Number { value: i64::MIN, places: 99 }.plain(), "-9.223372036854775808");
    }

    #[test]
    fn what_may_run_is_known() {
        for text in ["=1+1", "+86 19900000000", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\u{ff1d}1"]
        {
            assert!(may_run(text), "{text}");
        }
        for text in ["-5", "-1,000.5", "-", "--", "1=1", "项目", ""] {
            assert!(!may_run(text), "{text}");
        }
    }
}
