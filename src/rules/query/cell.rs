//! What one cell of a table holds.

use super::{Column, ColumnType, Facts, name_of};
use crate::domain::milestone::Review;
use crate::domain::sort::Arrange;
use crate::domain::{Date, Exit, Money, RecordId, Stage, Value};
use crate::ledger::Record;

/// A cell as a table needs it: typed for sorting, filtering and summing; formatting is for those who
/// show it.
#[derive(Clone, Debug, PartialEq)]
pub enum CellValue<'a> {
    /// Nothing.
    Empty,
    /// A text, or one word of a list.
    Text(&'a str),
    /// A number in the unit of the column's type.
    Int(i64),
    /// Yes or no.
    Bool(bool),
    /// A day.
    Date(Date),
    /// An amount as stated, and in yuan where a rate is known.
    Money {
        /// As stated.
        money: Money,
        /// In yuan.
        yuan: Option<i64>,
    },
    /// Another record.
    Ref {
        /// Which, after merges of duplicates.
        id: RecordId,
        /// Its name; empty where it has none.
        name: &'a str,
    },
    /// The words of a set, sorted.
    Words(Vec<&'a str>),
    /// 阶段
    Stage(Stage),
    /// 流失/退库/暂缓
    Exit(Exit),
    /// 待审核/认定/退回
    Review(Review),
}

impl CellValue<'_> {
    /// Whether nothing is held.
    pub fn is_empty(&self) -> bool {
        matches!(self, CellValue::Empty)
    }

    /// The number behind the cell: yuan of an amount, the number itself; `None` for everything else.
    pub fn number(&self) -> Option<i64> {
        match self {
            CellValue::Int(number) => Some(*number),
            CellValue::Money { yuan, .. } => *yuan,
            _ => None,
        }
    }
}

impl From<Option<i64>> for CellValue<'_> {
    fn from(number: Option<i64>) -> Self {
        number.map_or(CellValue::Empty, CellValue::Int)
    }
}

/// Reads one cell of a record's row.
pub fn cell(facts: &dyn Facts, id: RecordId, column: Column, today: Date) -> CellValue<'_> {
    facts.state().record(id).map_or(CellValue::Empty, |record| cell_of(facts, id, record, column, today))
}

/// Reads one cell of a record that is at hand.
pub(super) fn cell_of<'a>(
    facts: &'a dyn Facts,
    id: RecordId,
    record: &'a Record,
    column: Column,
    today: Date,
) -> CellValue<'a> {
    let state = facts.state();
    match column {
        Column::Computed(computed) => computed.value(facts, id, record, today),
        Column::Set(field) => {
            let chosen = record.family(field).iter().filter(|cell| cell.value.is_true());
            let named = |word: &'a str| match column.ty(id.kind) {
                ColumnType::Records(_) => word.parse().map_or("", |to| name_of(state, to)),
                _ => word,
            };
            let mut words: Vec<&str> =
                chosen.map(|c| named(state.names().element_word(c.key.element))).collect();
            words.arrange();
            words.dedup();
            if words.is_empty() { CellValue::Empty } else { CellValue::Words(words) }
        }
        Column::Cell(key) => match record.get(key) {
            Value::Empty => CellValue::Empty,
            Value::Text(text) => match column.ty(id.kind) {
                ColumnType::Exit => named(Exit::from_word(text).map(CellValue::Exit), text),
                ColumnType::Review => named(Review::from_word(text).map(CellValue::Review), text),
                _ => CellValue::Text(text),
            },
            // JSON of a newer version: shown as it came.
            Value::Unknown(text) => CellValue::Text(text),
            Value::Int(number) => CellValue::Int(*number),
            Value::Bool(yes) => CellValue::Bool(*yes),
            Value::Date(date) => CellValue::Date(*date),
            Value::Money(money) => {
                CellValue::Money { money: *money, yuan: facts.rules().rates.to_yuan(*money) }
            }
            Value::Ref(to) => CellValue::Ref { id: state.resolve(*to), name: name_of(state, *to) },
        },
    }
}

/// A known word as its meaning, an unknown one as text.
fn named<'a>(known: Option<CellValue<'a>>, text: &'a str) -> CellValue<'a> {
    known.unwrap_or(CellValue::Text(text))
}
