//! 周期 as it is written: 2026, 2026-H1, 2026-Q3, 2026-B2 for the second two months, 2026-09, or the id of a contest.
//!
//! Halves, quarters and two months are parts of the counting year, whatever month it begins with. A month is one of
//! the calendar: 2026-09 is September everywhere, so that no month moves with the counting year.

use crate::domain::field::ContestField as C;
use crate::domain::{Date, Kind, RecordId};
use crate::ledger::State;
use crate::rules::metrics::{Cycle, Window};
use crate::rules::span::last_day;
use chrono::{Datelike, Months};
use std::fmt;
use std::str::FromStr;

/// A period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A year.
    Year(i32),
    /// A half of a year: 1 or 2.
    Half(i32, u32),
    /// A quarter: 1 to 4.
    Quarter(i32, u32),
    /// Two months: 1 to 6.
    TwoMonths(i32, u32),
    /// A month of the calendar: 1 to 12.
    Month(i32, u32),
    /// The days of a contest.
    Contest(RecordId),
}

impl Period {
    /// The period of a cycle that a day lies in; a contest is named by itself. Years are those of the counting year,
    /// by the calendar year in which it ends.
    pub fn of(cycle: Cycle, day: Date, first_month: u32) -> Self {
        let year_window = Window::of(Cycle::Year, day, first_month);
        let year = year_window.to.naive().year();
        let begin = year_window.from.naive();
        let months =
            (day.naive().year() - begin.year()) * 12 + day.naive().month0() as i32 - begin.month0() as i32;
        let nth = |length: i32| (months / length + 1) as u32;
        match cycle {
            Cycle::Year | Cycle::Contest => Period::Year(year),
            Cycle::Half => Period::Half(year, nth(6)),
            Cycle::Quarter => Period::Quarter(year, nth(3)),
            Cycle::TwoMonths => Period::TwoMonths(year, nth(2)),
            Cycle::Month => Period::Month(day.naive().year(), day.naive().month()),
        }
    }

    /// The nth month of a counting year.
    pub fn nth_month(year: i32, nth: u32, first_month: u32) -> Self {
        let first = if first_month > 1 { first_month as i32 - 13 } else { 0 };
        let months = year * 12 + first + nth as i32 - 1;
        Period::Month(months.div_euclid(12), months.rem_euclid(12) as u32 + 1)
    }

    /// Its days; `None` for a contest without days.
    pub fn window(self, state: &State, first_month: u32) -> Option<Window> {
        match self {
            Period::Contest(id) => {
                let day = |field: C| state.get(state.resolve(id), field).as_date();
                Some(Window::new(day(C::Start)?, day(C::End)?))
            }
            _ => self.days(first_month),
        }
    }

    /// Its days by the calendar and the counting year alone; `None` for a contest.
    pub fn days(self, first_month: u32) -> Option<Window> {
        let (year, length, nth) = match self {
            Period::Year(year) => (year, 12, 1),
            Period::Half(year, nth) => (year, 6, nth),
            Period::Quarter(year, nth) => (year, 3, nth),
            Period::TwoMonths(year, nth) => (year, 2, nth),
            Period::Month(year, nth) => {
                let from = Date::ymd(year, nth, 1)?;
                return Some(Window { from, to: last_day(from) });
            }
            Period::Contest(_) => return None,
        };
        let first_month = if (1..=12).contains(&first_month) { first_month } else { 1 };
        let year = if first_month > 1 { year - 1 } else { year };
        let begin = Date::ymd(year, first_month, 1)?.naive();
        let month = |months| begin.checked_add_months(Months::new(months)).and_then(Date::from_naive);
        Some(Window { from: month((nth - 1) * length)?, to: month(nth * length)?.plus(-1) })
    }

    /// The counting year that it is a part of; `None` for a contest.
    pub fn year(self, first_month: u32) -> Option<i32> {
        match self {
            Period::Year(year)
            | Period::Half(year, _)
            | Period::Quarter(year, _)
            | Period::TwoMonths(year, _) => Some(year),
            Period::Month(year, nth) => {
                Some(if first_month > 1 && nth >= first_month { year + 1 } else { year })
            }
            Period::Contest(_) => None,
        }
    }

    /// Whether its days are those of a contest.
    pub fn is_contest(self) -> bool {
        matches!(self, Period::Contest(_))
    }

    /// The next of its kind; a contest has none.
    pub fn next(self) -> Option<Self> {
        let step = |year, nth, count| if nth == count { (year + 1, 1) } else { (year, nth + 1) };
        Some(match self {
            Period::Year(year) => Period::Year(year + 1),
            Period::Half(year, nth) => {
                let (year, nth) = step(year, nth, 2);
                Period::Half(year, nth)
            }
            Period::Quarter(year, nth) => {
                let (year, nth) = step(year, nth, 4);
                Period::Quarter(year, nth)
            }
            Period::TwoMonths(year, nth) => {
                let (year, nth) = step(year, nth, 6);
                Period::TwoMonths(year, nth)
            }
            Period::Month(year, nth) => {
                let (year, nth) = step(year, nth, 12);
                Period::Month(year, nth)
            }
            Period::Contest(_) => return None,
        })
    }

    /// Ways to put it together from shorter periods, the longest parts first.
    pub(super) fn parts(self, first_month: u32) -> Vec<Vec<Period>> {
        let quarters = |year, from: u32, to: u32| (from..=to).map(|n| Period::Quarter(year, n)).collect();
        let months = |year, from: u32, to: u32| {
            (from..=to).map(|nth| Period::nth_month(year, nth, first_month)).collect()
        };
        match self {
            Period::Year(year) => vec![
                vec![Period::Half(year, 1), Period::Half(year, 2)],
                quarters(year, 1, 4),
                months(year, 1, 12),
            ],
            Period::Half(year, nth) => {
                vec![quarters(year, nth * 2 - 1, nth * 2), months(year, nth * 6 - 5, nth * 6)]
            }
            Period::Quarter(year, nth) => vec![months(year, nth * 3 - 2, nth * 3)],
            Period::TwoMonths(year, nth) => vec![months(year, nth * 2 - 1, nth * 2)],
            Period::Month(..) | Period::Contest(_) => Vec::new(),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Year(year) => write!(f, "{year}"),
            Period::Half(year, nth) => write!(f, "{year}-H{nth}"),
            Period::Quarter(year, nth) => write!(f, "{year}-Q{nth}"),
            Period::TwoMonths(year, nth) => write!(f, "{year}-B{nth}"),
            Period::Month(year, nth) => write!(f, "{year}-{nth:02}"),
            Period::Contest(id) => write!(f, "{id}"),
        }
    }
}

impl FromStr for Period {
    type Err = ();

    /// Reads also what people write: 2026年, 2026年上半年, 2026年一季度, 2026年3月, 2026.3.
    fn from_str(text: &str) -> Result<Self, ()> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let digits = text.chars().take_while(char::is_ascii_digit).count();
        if digits == 0 {
            let contest = text.parse().ok().filter(|id: &RecordId| id.kind == Kind::Contest);
            return contest.map(Period::Contest).ok_or(());
        }
        let year: i32 = text
            .get(..digits)
            .and_then(|year| year.parse().ok())
            .filter(|year| (1900..=2199).contains(year))
            .ok_or(())?;
        let rest = text[digits..].trim_start_matches(['年', '-', '.', '/', '度']);
        let rest = rest.trim_start_matches('第');
        let within = |text: &str, most: u32| text.parse().ok().filter(|n| (1..=most).contains(n)).ok_or(());
        if let Some(nth) = rest.strip_prefix(['H', 'h']) {
            return Ok(Period::Half(year, within(nth, 2)?));
        }
        if let Some(nth) = rest.strip_prefix(['Q', 'q']) {
            return Ok(Period::Quarter(year, within(nth, 4)?));
        }
        if let Some(nth) = rest.strip_prefix(['B', 'b']) {
            return Ok(Period::TwoMonths(year, within(nth, 6)?));
        }
        if let Some(quarter) = rest.strip_suffix("季度") {
            let nth = ["一", "二", "三", "四"].iter().position(|word| *word == quarter);
            return Ok(Period::Quarter(year, nth.map_or_else(|| within(quarter, 4), |n| Ok(n as u32 + 1))?));
        }
        match rest {
            "" | "全" | "全年" => Ok(Period::Year(year)),
            "上半年" => Ok(Period::Half(year, 1)),
            "下半年" => Ok(Period::Half(year, 2)),
            month => Ok(Period::Month(year, within(month.trim_end_matches(['月', '份']), 12)?)),
        }
    }
}
