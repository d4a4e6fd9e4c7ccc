//! The list of companies: which are shown, and in what order.

use super::ProjectSummary;
use crate::domain::field::CompanyField as C;
use crate::domain::sort::Arrange;
use crate::domain::{Kind, RecordId};
use crate::ledger::State;
use crate::rules::search::places;
use std::cmp::Reverse;

/// What the list is ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The sum of its projects, the largest first.
    #[default]
    Sum,
    /// The number of its projects, the most first.
    Projects,
    /// Name, by pinyin.
    Name,
    /// Where it comes from, then name.
    Region,
}

/// A company's projects that are in the pipeline: exits do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Totals {
    /// How many.
    pub projects: usize,
    /// Their total investment in yuan, as far as stated.
    pub yuan: i64,
}

impl Totals {
    /// Adds up the projects of one company.
    pub fn of<'a>(projects: impl Iterator<Item = &'a ProjectSummary>) -> Self {
        projects.filter(|summary| summary.exit.is_none()).fold(Self::default(), |sum, summary| Self {
            projects: sum.projects + 1,
            yuan: sum.yuan.saturating_add(summary.total_yuan.unwrap_or(0)),
        })
    }
}

/// Every live company, or of `found` (sorted) only, in order.
pub fn list(
    state: &State,
    totals: impl Fn(RecordId) -> Totals,
    found: Option<&[RecordId]>,
    order: Order,
) -> Vec<RecordId> {
    let shown = |id: &RecordId| found.is_none_or(|found| found.binary_search(id).is_ok());
    let mut rows: Vec<_> = state
        .live(Kind::Company)
        .filter(|(id, _)| shown(id))
        .map(|(id, record)| {
            let sound = |text: &str| places(text).collect::<Box<[u32]>>();
            let text = |field: C| record.get(field).as_text().unwrap_or_default();
            let totals = totals(id);
            let figure = match order {
                Order::Sum => totals.yuan,
                Order::Projects => i64::try_from(totals.projects).unwrap_or(i64::MAX),
                Order::Name | Order::Region => 0,
            };
            // Whoever has no region comes last, not first.
            let region = if order == Order::Region { text(C::Region) } else { "" };
            let nowhere = order == Order::Region && region.is_empty();
            (Reverse(figure), nowhere, sound(region), sound(text(C::Name)), id)
        })
        .collect();
    rows.arrange();
    rows.into_iter().map(|(.., id)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Value;
    use crate::ledger::{Edit, NodeId, Stamp};

    #[test]
    fn companies_stand_by_sum_by_name_or_by_region() {
        let id = |key| RecordId::new(Kind::Company, key);
        let named = [(1, "乙", "上海"), (2, "甲", ""), (3, "丙", "北京")];
        let edits = named.into_iter().flat_map(|(key, name, region)| {
            [
                Edit::new(id(key), C::Name, Value::text(name)),
                Edit::new(id(key), C::Region, Value::text(region)),
            ]
        });
        let mut state = State::default();
        for change in state.changes_for(edits.collect(), Stamp::new(1, 0, NodeId(1))) {
            state.apply(change);
        }
        let totals = |id: RecordId| Totals { projects: 1, yuan: if id.key == 3 { 9 } else { 5 } };
        let keys = |found: Option<&[RecordId]>, order| -> Vec<u64> {
            list(&state, totals, found, order).into_iter().map(|id| id.key).collect()
        };
        assert_eq!(keys(None, Order::Sum), [3, 2, 1]);
        assert_eq!(keys(None, Order::Name), [3, 2, 1], "by pinyin: 丙, 甲, 乙");
        assert_eq!(keys(None, Order::Region), [3, 1, 2]);
        assert_eq!(keys(Some(&[id(1), id(2)]), Order::Sum), [2, 1]);
    }
}
