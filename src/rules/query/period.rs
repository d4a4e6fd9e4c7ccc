//! Ranges of days, fixed or relative to today, and the steps that dates are grouped by.

use crate::domain::Date;
use chrono::Datelike;
use serde::{Deserialize, Serialize};

/// A range of days that moves with today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relative {
    /// 今天
    Today,
    /// 本周: Monday to Sunday.
    ThisWeek,
    /// 本月
    ThisMonth,
    /// 上月
    LastMonth,
    /// 本季度
    ThisQuarter,
    /// 本年
    ThisYear,
    /// 上年
    LastYear,
    /// 近 7 天, today included.
    Past7,
    /// 近 30 天, today included.
    Past30,
    /// 未来 7 天, today included.
    Next7,
    /// 未来 30 天, today included.
    Next30,
    /// 今天以前: before today.
    Before,
}

impl Relative {
    /// Every relative range, in menu order.
    pub const ALL: &'static [Relative] = &[
        Relative::Today,
        Relative::ThisWeek,
        Relative::ThisMonth,
        Relative::LastMonth,
        Relative::ThisQuarter,
        Relative::ThisYear,
        Relative::LastYear,
        Relative::Past7,
        Relative::Past30,
        Relative::Next7,
        Relative::Next30,
        Relative::Before,
    ];

    /// The range as of `today`.
    pub fn on(self, today: Date) -> DayRange {
        let (year, month) = (today.naive().year(), today.naive().month());
        let quarter = (month - 1) / 3 * 3 + 1;
        match self {
            Relative::Today => DayRange::of(today, today),
            Relative::ThisWeek => DayRange::of(today.monday(), today.monday().plus(6)),
            Relative::ThisMonth => months(year, month, 1),
            Relative::LastMonth if month == 1 => months(year - 1, 12, 1),
            Relative::LastMonth => months(year, month - 1, 1),
            Relative::ThisQuarter => months(year, quarter, 3),
            Relative::ThisYear => months(year, 1, 12),
            Relative::LastYear => months(year - 1, 1, 12),
            Relative::Past7 => DayRange::of(today.plus(-6), today),
            Relative::Past30 => DayRange::of(today.plus(-29), today),
            Relative::Next7 => DayRange::of(today, today.plus(6)),
            Relative::Next30 => DayRange::of(today, today.plus(29)),
            Relative::Before => DayRange { from: None, to: Some(today.plus(-1)) },
        }
    }
}

/// A range of days, both ends included; an end that is missing is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayRange {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

impl DayRange {
    fn of(from: Date, to: Date) -> Self {
        Self { from: Some(from), to: Some(to) }
    }

    /// Whether the range holds a day.
    pub fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// The `count` months from a month on; they never reach beyond the end of the year.
fn months(year: i32, month: u32, count: u32) -> DayRange {
    let next = month + count;
    let after = if next > 12 { Date::ymd(year + 1, next - 12, 1) } else { Date::ymd(year, next, 1) };
    DayRange { from: Date::ymd(year, month, 1), to: after.map(|day| day.plus(-1)) }
}

/// How far apart dates may be and still be in one group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The same month.
    #[default]
    Month,
    /// The same quarter.
    Quarter,
    /// The same year.
    Year,
}

impl Step {
    /// Every step.
    pub const ALL: &'static [Step] = &[Step::Month, Step::Quarter, Step::Year];

    /// The first day of the step that holds `day`.
    pub fn start(self, day: Date) -> Date {
        let (year, month) = (day.naive().year(), day.naive().month());
        let month = match self {
            Step::Month => month,
            Step::Quarter => (month - 1) / 3 * 3 + 1,
            Step::Year => 1,
        };
        Date::ymd(year, month, 1).unwrap_or(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_ranges_at_the_turn_of_the_year() {
        let day = |text| Date::parse_iso(text).expect("a day");
        let range = |relative: Relative, today| {
            let DayRange { from, to } = relative.on(day(today));
            format!("{}..{}", from.map_or_else(String::new, |d| d.to_string()), to.expect("an end"))
        };
        assert_eq!(range(Relative::LastMonth, "2026-01-31"), "2025-12-01..2025-12-31");
        assert_eq!(range(Relative::ThisMonth, "2024-02-10"), "2024-02-01..2024-02-29");
        assert_eq!(range(Relative::ThisQuarter, "2026-12-31"), "2026-10-01..2026-12-31");
        assert_eq!(range(Relative::ThisWeek, "2027-01-01"), "2026-12-28..2027-01-03");
        assert_eq!(range(Relative::Next7, "2026-12-28"), "2026-12-28..2027-01-03");
        assert_eq!(range(Relative::Before, "2026-01-01"), "..2025-12-31");
        assert_eq!(range(Relative::LastYear, "2026-07-01"), "2025-01-01..2025-12-31");
    }

    #[test]
    fn steps_begin_on_their_first_day() {
        let day = |text| Date::parse_iso(text).expect("a day");
        assert_eq!(Step::Month.start(day("2026-08-31")), day("2026-08-01"));
        assert_eq!(Step::Quarter.start(day("2026-08-31")), day("2026-07-01"));
        assert_eq!(Step::Year.start(day("2026-08-31")), day("2026-01-01"));
    }
}
