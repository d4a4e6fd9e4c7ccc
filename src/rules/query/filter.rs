//! Conditions on columns.

use super::cell::{CellValue, cell_of};
use super::period::{DayRange, Relative};
use super::{Column, ColumnType, Facts};
use crate::domain::{Date, Kind, RecordId};
use crate::ledger::Record;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// The key of a condition on the records themselves and not on a column: they are one of those named by id.
const THEMSELVES: &str = "id";

/// A condition on one column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// The column's key.
    pub key: String,
    /// What must hold of its cell.
    pub test: Test,
}

impl Filter {
    /// Exactly these records: for a number that no condition on columns tells, such as the leads of a station.
    pub fn these(records: &[RecordId]) -> Self {
        let ids = records.iter().map(RecordId::to_string).collect();
        Self { key: THEMSELVES.to_owned(), test: Test::AnyOf(ids) }
    }

    /// How many records it names, where it names them one by one.
    pub fn named(&self) -> Option<usize> {
        match &self.test {
            Test::AnyOf(ids) if self.key == THEMSELVES => Some(ids.len()),
            _ => None,
        }
    }
}

/// What must hold of a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// The text contains this, whatever the case of letters.
    Contains(String),
    /// The cell is one of these (a set has one of these): list words, words of stages and exits, ids of
    /// records. The empty word stands for an empty cell.
    AnyOf(Vec<String>),
    /// The cell is none of these (a set has none of these); the empty word stands for an empty cell.
    NoneOf(Vec<String>),
    /// The cell is empty.
    Empty,
    /// The cell is filled in.
    Filled,
    /// The number, in the unit of the column's type (yuan for money), lies between these, both included.
    Between {
        /// Least; open where missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<i64>,
        /// Most; open where missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<i64>,
    },
    /// The day lies between these ISO days, both included.
    Days {
        /// First day; open where missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// Last day; open where missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
    },
    /// The day lies in a range that moves with today.
    When(Relative),
    /// Yes or no.
    Is(bool),
    /// A condition of a newer version: kept, shown as not understood, and not applied.
    #[serde(untagged)]
    Unknown(serde_json::Value),
}

/// A condition made ready for many rows.
pub struct Condition(Held);

enum Held {
    /// The record is one of these, which are sorted.
    These(Vec<RecordId>),
    /// Something holds of a cell.
    Cell(Column, Check),
}

enum Check {
    Contains(String),
    AnyOf { words: Vec<String>, ids: Vec<RecordId>, empty: bool, is_one: bool },
    Filled(bool),
    Between(i64, i64),
    Days(DayRange),
    Is(bool),
}

impl Condition {
    /// The condition of a filter; `None` where the column or the test is not known here.
    pub fn new(column: Option<Column>, kind: Kind, filter: &Filter, today: Date) -> Option<Self> {
        let test = &filter.test;
        if let (THEMSELVES, Test::AnyOf(words)) = (filter.key.as_str(), test) {
            let mut ids: Vec<RecordId> =
                words.iter().filter_map(|word| RecordId::from_str(word).ok()).collect();
            ids.sort_unstable();
            return Some(Self(Held::These(ids)));
        }
        let column = column?;
        let day = |text: &Option<String>| text.as_deref().and_then(Date::parse_iso);
        let check = match test {
            Test::Contains(text) => Check::Contains(text.trim().to_lowercase()),
            Test::AnyOf(words) | Test::NoneOf(words) => {
                let refs = matches!(column.ty(kind), ColumnType::Ref(_));
                let ids = words.iter().filter(|_| refs).filter_map(|w| RecordId::from_str(w).ok());
                Check::AnyOf {
                    ids: ids.collect(),
                    words: words.clone(),
                    empty: words.iter().any(String::is_empty),
                    is_one: matches!(test, Test::AnyOf(_)),
                }
            }
            Test::Empty => Check::Filled(false),
            Test::Filled => Check::Filled(true),
            Test::Between { min, max } => Check::Between(min.unwrap_or(i64::MIN), max.unwrap_or(i64::MAX)),
            Test::Days { from, to } => Check::Days(DayRange { from: day(from), to: day(to) }),
            Test::When(relative) => Check::Days(relative.on(today)),
            Test::Is(yes) => Check::Is(*yes),
            Test::Unknown(_) => return None,
        };
        Some(Self(Held::Cell(column, check)))
    }

    /// Whether a record meets the condition.
    pub fn holds(&self, facts: &dyn Facts, id: RecordId, record: &Record, today: Date) -> bool {
        let (column, check) = match &self.0 {
            Held::These(ids) => return ids.binary_search(&id).is_ok(),
            Held::Cell(column, check) => (*column, check),
        };
        let value = cell_of(facts, id, record, column, today);
        match check {
            Check::Filled(filled) => value.is_empty() != *filled,
            Check::Contains(text) => contains(&value, text),
            Check::AnyOf { words, ids, empty, is_one } => is_any(&value, words, ids, *empty) == *is_one,
            Check::Between(min, max) => value.number().is_some_and(|n| (*min..=*max).contains(&n)),
            Check::Days(range) => matches!(value, CellValue::Date(day) if range.holds(day)),
            // A tick box that was never touched is a no.
            Check::Is(yes) => matches!(value, CellValue::Bool(true)) == *yes,
        }
    }
}

/// Whether a cell is one of these, or a set has one of these.
fn is_any(value: &CellValue<'_>, words: &[String], ids: &[RecordId], empty: bool) -> bool {
    match value {
        CellValue::Empty => empty,
        CellValue::Ref { id, .. } => ids.contains(id),
        CellValue::Words(held) => held.iter().any(|word| words.iter().any(|w| w == word)),
        CellValue::Text(word) => words.iter().any(|w| w == word),
        CellValue::Stage(stage) => words.iter().any(|w| w == stage.word()),
        CellValue::Exit(exit) => words.iter().any(|w| w == exit.word()),
        CellValue::Review(review) => words.iter().any(|w| w == review.word()),
        _ => false,
    }
}

/// Whether the text of a cell contains `needle`, which is in lower case.
fn contains(value: &CellValue<'_>, needle: &str) -> bool {
    match value {
        CellValue::Text(text) | CellValue::Ref { name: text, .. } => holds_text(text, needle),
        CellValue::Words(words) => words.iter().any(|word| holds_text(word, needle)),
        CellValue::Int(number) => number.to_string().contains(needle),
        CellValue::Date(day) => day.to_string().contains(needle),
        _ => needle.is_empty(),
    }
}

/// Whether `text` holds `needle`, which is in lower case. Chinese has no case, so most texts are
/// searched without a copy.
pub(super) fn holds_text(text: &str, needle: &str) -> bool {
    text.contains(needle)
        || (text.bytes().any(|b| b.is_ascii_uppercase()) && text.to_lowercase().contains(needle))
}
