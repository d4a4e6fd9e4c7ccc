//! Readers of the values people type into ledgers: amounts, dates, areas, people, marks.
//!
//! A reader never fails and never panics. It returns a [`Reading`]: the value it found, if any, and
//! every [`Doubt`] about it, so that a preview can show the cell as it was beside the value as it was
//! read. An empty mark (`-`, `/`, `无`, `待定` …) reads as no value without doubt; words that are no
//! value read as no value with [`Doubt::Unreadable`].
//!
//! Nothing here looks at a clock: a reader that needs today's date is given it.

mod area;
mod chinese;
mod date;
mod date_scan;
mod decimal;
mod dial;
mod marks;
mod money;
mod number;
mod people;
mod quantity;
mod stage;
mod text;

pub use area::{Area, AreaUnit, HUNDREDTHS_PER_MU, area, area_unit};
pub use chinese::is_numeral as chinese_numeral;
pub use date::{DateHints, date, date_number, serial_day, year_in};
pub use decimal::Decimal;
pub use dial::{Number, numbers};
pub use marks::{credit_code, list, yes_no};
pub use money::{MoneyUnit, money, money_unit, money_units};
pub use number::{decimal, percent, whole};
pub use people::{Person, names, people, phones};
pub use stage::{StageWord, stage};
pub use text::{fold, is_empty_mark, is_han, name, paragraph, squeeze, tidy};

use chrono::NaiveDate;

/// Why a value should be looked at before it is believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// "约", "左右", "近", "预计": the writer did not mean the exact value.
    Approximate,
    /// "3-4.5亿": a range. The lower end is the value. Both in the value's own smallest unit
    /// (yuan for money, hundredths of a square metre for areas, the number itself for counts).
    Range {
        /// Lower end; the value taken.
        low: i64,
        /// Upper end.
        high: i64,
    },
    /// A range of dates; the first is the value.
    Until(NaiveDate),
    /// "不低于", "以上", "+": the real value is this or more.
    LowerBound,
    /// "不超过", "以内", "底前": the real value is this or less (or earlier).
    UpperBound,
    /// Neither the cell nor the heading names a unit; the usual one was taken.
    UnitAssumed,
    /// The number does not fit its unit by orders of magnitude: 5000 under 亿元, "5000元" for a project.
    Implausible,
    /// A two-digit year.
    CenturyAssumed,
    /// No year in the cell: the title's year or the current one was taken.
    YearAssumed,
    /// Year and month only; the first day (or the last for "月底") was taken.
    DayMissing,
    /// A year only, a quarter or a half-year; its first (or last) day was taken.
    MonthMissing,
    /// A number such as 2026.1, which Excel also makes of "2026.10".
    MonthAmbiguous,
    /// A bare number in a date column, read as a spreadsheet's day number.
    SerialAssumed,
    /// "拟于", "计划", "预计": an intention, not yet a fact.
    Planned,
    /// Words beside the value that were left aside, such as "其中固投0.8亿".
    Aside(String),
    /// A slip of the hand was put right ("1。5亿", "1O00万").
    Typo,
    /// A known word used in an uncertain way, or a code whose check digit is wrong.
    Uncertain,
    /// The value was not in the cell but came from a section row or from the cell above.
    Inherited,
    /// No value could be read from the words.
    Unreadable,
}

/// What a reader made of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<T> {
    /// The value; `None` for an empty mark and for words that could not be read.
    pub value: Option<T>,
    /// Everything that should be confirmed. Empty when the value is certain.
    pub doubts: Vec<Doubt>,
}

impl<T> Reading<T> {
    /// No value, and no doubt that there is none.
    pub fn none() -> Self {
        Self { value: None, doubts: Vec::new() }
    }

    /// A value without doubt.
    pub fn sure(value: T) -> Self {
        Self { value: Some(value), doubts: Vec::new() }
    }

    /// Words that are no value.
    pub fn unreadable() -> Self {
        Self { value: None, doubts: vec![Doubt::Unreadable] }
    }

    /// The same reading with the value transformed.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Reading<U> {
        Reading { value: self.value.map(f), doubts: self.doubts }
    }

    /// Whether the words defeated the reader.
    pub fn is_unreadable(&self) -> bool {
        self.doubts.contains(&Doubt::Unreadable)
    }
}

#[cfg(test)]
mod tests;
