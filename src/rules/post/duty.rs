//! What a recruiter declared of a month, and what a published rule makes of it.

use super::Month;
use crate::domain::RecordId;
use crate::domain::field::DutyMonthField as D;
use crate::ledger::{Record, Stamp};

/// 在岗记录 of one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The record.
    pub id: RecordId,
    /// 在岗天数 in tenths; `None` where not declared.
    pub at_post: Option<i64>,
    /// 请假天数 in tenths.
    pub leave: i64,
    /// 查岗缺岗次数.
    pub absences: i64,
    /// When it was written last.
    pub written: Stamp,
}

impl Duty {
    pub(super) fn read(id: RecordId, record: &Record) -> Self {
        let number = |field: D| record.get(field).as_int();
        Self {
            id,
            at_post: number(D::AtPost),
            leave: number(D::Leave).unwrap_or(0),
            absences: number(D::Absences).unwrap_or(0),
            written: record.cells().iter().map(|cell| cell.stamp).max().unwrap_or(Stamp::ZERO),
        }
    }

    /// The score of 德清县 (R32); `None` without declared days.
    pub fn score(&self) -> Option<i64> {
        self.at_post.map(|tenths| score(tenths, self.absences))
    }
}

/// The score for days at post, by the monthly table of 德清县 (domain notes R32 and F3): 20 days and more 10, 15 to 19
/// days 9, 10 to 14 days 8, of 9 days 8 and 1 less for each day less, down to 0; then 10 less for each absence found,
/// down to 0. Half days do not fill a day. The public program of that county deducts for every day without sign-in
/// instead, so the rule is to be shown beside the number.
pub fn score(at_post_tenths: i64, absences: i64) -> i64 {
    let days = at_post_tenths.max(0) / 10;
    let score = match days {
        20.. => 10,
        15..=19 => 9,
        10..=14 => 8,
        _ => (days - 1).max(0),
    };
    (score - absences.max(0).saturating_mul(10)).max(0)
}

/// Reads a month as people write it: `2026-09`, `2026.9`, `2026年9月`, `202609`.
pub fn read_month(text: &str) -> Option<Month> {
    let parts: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (year, month) = match *parts.as_slice() {
        [year, month] => (year.parse().ok()?, month.parse().ok()?),
        [joined] if joined.len() == 6 => (joined.get(..4)?.parse().ok()?, joined.get(4..)?.parse().ok()?),
        _ => return None,
    };
    let is_month = (1900..2200).contains(&year) && (1..=12).contains(&month);
    is_month.then_some(Month { year, month })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_example() {
        // F3: 9 days give 8, 8 give 7, 1 gives 0, 20 give 10.
        assert_eq!([90, 80, 10, 200].map(|tenths| score(tenths, 0)), [8, 7, 0, 10]);
        // The edges of the bands.
        assert_eq!(
            [0, 20, 99, 100, 149, 150, 195, 199, 310].map(|t| score(t, 0)),
            [0, 1, 8, 8, 8, 9, 9, 9, 10]
        );
        assert_eq!((score(200, 1), score(150, 2), score(-10, -1)), (0, 0, 0));
    }

    #[test]
    fn months_are_read_as_they_are_written() {
        let september = Some(Month { year: 2026, month: 9 });
        for text in ["2026-09", "2026-9", "2026.09", "2026年9月", "202609", " 2026/09 "] {
            assert_eq!(read_month(text), september, "{text}");
        }
        for text in ["", "2026", "2026-13", "2026-00", "2026-09-01", "九月"] {
            assert_eq!(read_month(text), None, "{text}");
        }
        assert_eq!(Month { year: 2026, month: 9 }.to_string(), "2026-09");
    }
}
