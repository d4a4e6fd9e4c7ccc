//! What the values of a column say about what it may be.

use super::cell::{Cell, Raw, Sheet};
use super::columns::Reader;
use super::table::{Column, Table};
use crate::domain::read::{self, DateHints, Decimal, Doubt};
use chrono::NaiveDate;

/// Enough values to judge by.
const ENOUGH: usize = 60;

/// What is longer, in bytes, is a paragraph: nobody lists so many people in one cell.
const PARAGRAPH: usize = 1000;

/// The first values of a column.
pub(super) struct Evidence<'a> {
    cells: Vec<&'a Cell>,
    column: &'a Column,
}

impl<'a> Evidence<'a> {
    /// Takes the values of the data rows that are no empty marks.
    pub fn gather(sheet: &'a Sheet, table: &Table, column: &'a Column) -> Self {
        let cells = table.data_rows().map(|row| sheet.cell(row, column.index));
        Self { cells: cells.filter(|c| !read::is_empty_mark(&c.shown)).take(ENOUGH).collect(), column }
    }

    /// The first few values as shown.
    pub fn samples(&self) -> Vec<String> {
        self.cells.iter().take(4).map(|c| c.shown.clone()).collect()
    }

    /// The share of values that fit a reader, or `None` where values cannot tell.
    pub fn for_reader(&self, reader: Reader) -> Option<f32> {
        if self.cells.is_empty() {
            return None;
        }
        let points = |cell: &&Cell| self.points(cell, reader);
        let total: Option<f32> = self.cells.iter().map(points).sum();
        // The count is at most `ENOUGH`.
        total.map(|t| t / self.cells.len() as f32)
    }

    fn points(&self, cell: &Cell, reader: Reader) -> Option<f32> {
        let text = reading_text(cell);
        let is_date = matches!(cell.raw, Raw::Date(_));
        let numeric = Decimal::parse(&text.replace(',', "")).is_some();
        let yes = |holds: bool| Some(if holds { 1.0 } else { 0.0 });
        match reader {
            Reader::LongText => yes(!is_date && !numeric).map(|p: f32| p.max(0.6)),
            Reader::Text => yes(!is_date).map(|p| if numeric { 0.7 } else { p }),
            Reader::List => yes(!is_date && !numeric),
            Reader::Name => {
                yes(!is_date && !numeric && text.chars().any(|c| !c.is_ascii() || c.is_ascii_alphabetic()))
            }
            Reader::Serial => yes(numeric && text.len() <= 6 || text.chars().all(read::chinese_numeral)),
            Reader::Money => {
                let phone = text.len() >= 11 && numeric && !text.contains('.');
                yes(!is_date && !phone && read::money(&text, self.column.money_unit).value.is_some())
            }
            Reader::Area => yes(!is_date && read::area(&text, self.column.area_unit).value.is_some()),
            Reader::Int => yes(!is_date && read::whole(&text).value.is_some()),
            Reader::Decimal => yes(!is_date && read::decimal(&text).value.is_some()),
            Reader::Percent => yes(!is_date && read::percent(&text).value.is_some()),
            Reader::YesNo => yes(read::yes_no(&cell.shown).value.is_some()),
            Reader::CreditCode => yes(text.len() <= PARAGRAPH && read::credit_code(&text).value.is_some()),
            Reader::Stage => {
                let stage = read::stage(&text);
                Some(if stage.value.is_none() {
                    0.0
                } else if stage.doubts.is_empty() {
                    1.0
                } else {
                    0.6
                })
            }
            Reader::People | Reader::Phone if text.len() > PARAGRAPH => Some(0.0),
            Reader::NamePhone if text.len() > PARAGRAPH => Some(0.3),
            Reader::Date => Some(if is_date { 1.0 } else { date_points(cell, &text) }),
            Reader::People => Some(if is_date || numeric { 0.0 } else { name_points(&text) }),
            Reader::Phone => Some(phone_points(&text)),
            Reader::NamePhone => Some(name_phone_points(&text)),
        }
    }
}

/// A day read with certainty counts in full; "3.5" in a column of amounts hardly at all.
fn date_points(cell: &Cell, text: &str) -> f32 {
    // Only whether it reads matters here, so any day will do for today.
    let hints = DateHints::on(NaiveDate::default());
    let reading = match cell.raw {
        Raw::Number(n) => read::date_number(n, &hints),
        _ => read::date(text, &hints),
    };
    match reading.value {
        None => 0.0,
        Some(_) if reading.doubts.contains(&Doubt::YearAssumed) && !text.contains('月') => 0.2,
        Some(_) => 1.0,
    }
}

/// Names count in full. With numbers beside them they rather fit a column of names with numbers, if
/// the heading can mean one.
fn name_points(text: &str) -> f32 {
    let people = read::people(text).value.unwrap_or_default();
    let names = !people.is_empty() && people.iter().all(|p| p.name.chars().count() <= 12);
    let numbers = people.iter().any(|p| !p.phones.is_empty());
    match (names, numbers) {
        (true, false) => 1.0,
        (true, true) => 0.35,
        (false, _) => 0.0,
    }
}

fn phone_points(text: &str) -> f32 {
    let reading = read::phones(text);
    match reading.value {
        None => 0.0,
        Some(_) if reading.doubts.iter().any(|d| matches!(d, Doubt::Aside(_))) => 0.4,
        Some(_) => 1.0,
    }
}

fn name_phone_points(text: &str) -> f32 {
    let people = read::people(text).value.unwrap_or_default();
    let both = people.iter().any(|p| !p.name.is_empty() && !p.phones.is_empty());
    let phones = people.iter().any(|p| !p.phones.is_empty());
    if both {
        1.0
    } else if phones {
        0.5
    } else {
        0.3
    }
}

/// The text of a cell for the value readers: for a number its exact decimal (0.375, not the 0.38 that
/// is shown) with the words that its number format writes around it.
pub(super) fn reading_text(cell: &Cell) -> String {
    let Raw::Number(value) = cell.raw else { return cell.shown.clone() };
    let (Some(exact), shown) = (Decimal::from_f64(value), &cell.shown) else { return cell.shown.clone() };
    // "1.99E+10": a number by itself, shortened.
    if shown.parse::<f64>().is_ok() {
        return format!("{value}");
    }
    let digits = shown.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '-');
    let prefix = shown.strip_suffix(digits).unwrap_or_default();
    let suffix = digits.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'));
    if prefix.is_empty() && suffix.is_empty() {
        return format!("{value}");
    }
    // A format that scales ("0.0,\"千元\"", "0%") shows another number than it holds.
    let number = digits.strip_suffix(suffix).unwrap_or(digits).replace(',', "");
    let same = Decimal::parse(&number)
        .and_then(|n| n.times(1))
        .zip(exact.times(1))
        .is_some_and(|(a, b)| (a - b).abs() <= 1);
    if same { format!("{prefix}{value}{suffix}") } else { shown.clone() }
}
