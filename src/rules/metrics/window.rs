//! 考核周期: the days that a number is of, and how much of them is over (domain notes §2.5, §8).

use crate::domain::{Date, Decimal};
use crate::rules::span::last_day;
use chrono::Datelike;
use serde::{Deserialize, Serialize};

/// 考核周期
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cycle {
    /// 月度
    Month,
    /// 双月
    TwoMonths,
    /// 季度
    Quarter,
    /// 半年
    Half,
    /// 年度
    #[default]
    Year,
    /// The days of a contest.
    Contest,
}

/// How the elapsed share of a period is counted (domain notes §2.5): published rules differ, so the office says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Elapsed {
    /// Months over months of the period; the month of the day counts whole.
    #[default]
    Months,
    /// Days over days of the period, the day itself included.
    Days,
}

/// The days of a period, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
}

impl Window {
    /// The days between two, whichever comes first.
    pub fn new(from: Date, to: Date) -> Self {
        Self { from: from.min(to), to: from.max(to) }
    }

    /// The period of a cycle that a day lies in; a contest has its own days. `first_month` is the month that the
    /// counting year begins with: 12 where it runs from 1 December to 30 November (鄞州 2008).
    pub fn of(cycle: Cycle, day: Date, first_month: u32) -> Self {
        let length = match cycle {
            Cycle::Month => 1,
            Cycle::TwoMonths => 2,
            Cycle::Quarter => 3,
            Cycle::Half => 6,
            Cycle::Year | Cycle::Contest => 12,
        };
        let first_month = if (1..=12).contains(&first_month) { first_month as i32 - 1 } else { 0 };
        let months = day.naive().year() * 12 + day.naive().month0() as i32 - first_month;
        let begin = months.div_euclid(length) * length + first_month;
        Self { from: month(begin), to: month(begin + length).plus(-1) }
    }

    /// The same days a year before.
    pub fn a_year_before(self) -> Self {
        let before = |day: Date| {
            let (year, month, date) = (day.naive().year() - 1, day.naive().month(), day.naive().day());
            // The end of February stays its end.
            if last_day(day) == day {
                return Date::ymd(year, month, 1).map_or(day, last_day);
            }
            Date::ymd(year, month, date).unwrap_or(day)
        };
        Self { from: before(self.from), to: before(self.to) }
    }

    /// The part of it that ends with a day; `None` before it begins.
    pub fn until(self, day: Date) -> Option<Self> {
        (day >= self.from).then(|| Self { from: self.from, to: self.to.min(day) })
    }

    /// Whether a day lies in it.
    pub fn holds(self, day: Date) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// How many days it has.
    pub fn days(self) -> i32 {
        self.to.since(self.from) + 1
    }

    /// How many months it touches.
    pub fn months(self) -> i32 {
        months_between(self.from, self.to)
    }
}

/// The elapsed share of a window on a day, from nothing to 1. By months the month of the day counts whole: June is 6/12
/// (光谷: annual 12 亿, June → 6 亿).
pub fn elapsed(window: Window, day: Date, by: Elapsed) -> Decimal {
    let Some(over) = window.until(day) else { return Decimal::ZERO };
    let (part, whole) = match by {
        Elapsed::Days => (over.days(), window.days()),
        Elapsed::Months => (over.months(), window.months()),
    };
    Decimal::whole(part.into()).over(Decimal::whole(whole.into())).unwrap_or(Decimal::ONE)
}

fn months_between(from: Date, to: Date) -> i32 {
    let number = |day: Date| day.naive().year() * 12 + day.naive().month0() as i32;
    number(to) - number(from) + 1
}

/// The first day of a month counted from the year 0.
fn month(number: i32) -> Date {
    let (year, month) = (number.div_euclid(12), number.rem_euclid(12));
    let edge = if year < 2000 { *Date::RANGE.start() } else { *Date::RANGE.end() };
    Date::ymd(year, month as u32 + 1, 1).or_else(|| Date::from_days(edge)).unwrap_or(Date::epoch())
}
