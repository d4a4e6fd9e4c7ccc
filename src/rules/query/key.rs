//! Sort keys: what a cell is worth in an order, computed once a row.

use super::period::Step;
use super::{CellValue, GroupLabel};
use crate::rules::search::places;

/// A cell in an order. Empty cells come last whichever way a column is sorted, as in a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SortKey {
    /// Numbers, amounts in yuan, days, places in a fixed order.
    Number(i64),
    /// A text as a row of places, then what tells two records of one name apart.
    Text(Box<[u32]>, u64),
    /// Nothing.
    Nothing,
}

impl SortKey {
    /// The key of a cell.
    pub(super) fn of(value: &CellValue<'_>) -> Self {
        match value {
            CellValue::Empty => SortKey::Nothing,
            CellValue::Int(number) => SortKey::Number(*number),
            CellValue::Bool(yes) => SortKey::Number(i64::from(*yes)),
            CellValue::Date(day) => SortKey::Number(i64::from(day.days())),
            // An amount without a rate cannot be compared; it follows those that can.
            CellValue::Money { yuan, .. } => yuan.map_or(SortKey::Nothing, SortKey::Number),
            CellValue::Stage(stage) => SortKey::Number(*stage as i64),
            CellValue::Exit(exit) => SortKey::Number(*exit as i64),
            CellValue::Review(review) => SortKey::Number(*review as i64),
            CellValue::Text(text) => SortKey::Text(places(text).collect(), 0),
            CellValue::Ref { id, name } => SortKey::Text(places(name).collect(), id.key),
            CellValue::Words(words) => SortKey::Text(places(&words.join("、")).collect(), 0),
        }
    }

    /// The key and heading of the group a cell belongs to.
    pub(super) fn of_group(value: &CellValue<'_>, step: Step) -> (Self, GroupLabel) {
        match value {
            CellValue::Date(day) => {
                let start = step.start(*day);
                (SortKey::Number(i64::from(start.days())), GroupLabel::Period(start, step))
            }
            other => (SortKey::of(other), GroupLabel::of(other)),
        }
    }

    /// A number that orders keys in a direction as far as a number can; nothing stays last.
    pub(super) fn beginning(&self, descending: bool) -> u64 {
        let place = |places: &[u32], at: usize| u64::from(places.get(at).copied().unwrap_or(0));
        let ascending = match self {
            SortKey::Nothing => return u64::MAX,
            // The least number is 0 once the sign is turned.
            SortKey::Number(number) => (*number as u64) ^ (1 << 63),
            SortKey::Text(places, _) => place(places, 0) << 32 | place(places, 1),
        };
        if descending { !ascending } else { ascending }
    }

    /// Compares in a direction; nothing stays last.
    pub(super) fn compare(&self, other: &Self, descending: bool) -> std::cmp::Ordering {
        match (self, other) {
            (SortKey::Nothing, _) | (_, SortKey::Nothing) => self.cmp(other),
            _ if descending => other.cmp(self),
            _ => self.cmp(other),
        }
    }
}
