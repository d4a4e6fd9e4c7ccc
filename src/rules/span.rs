//! The months that a table of what people did tells of, as they are chosen and written in an address.

use crate::domain::Date;
use crate::rules::query::{DayRange, Relative};
use chrono::Datelike;

/// A stretch of whole months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// 本月
    Month,
    /// 上月
    LastMonth,
    /// 本季
    Quarter,
    /// 本年
    #[default]
    Year,
    /// From the first day of one month to the last of another.
    Months(Date, Date),
}

impl Span {
    /// The spans that move with today, with their words in the address.
    pub const MOVING: [(&'static str, Span); 4] = [
        ("month", Span::Month),
        ("last_month", Span::LastMonth),
        ("quarter", Span::Quarter),
        ("year", Span::Year),
    ];

    /// The span written as `month`, `quarter`, `year` or `2026-01..2026-06`; this year for anything else.
    pub fn read(text: &str) -> Self {
        if let Some((_, span)) = Self::MOVING.iter().find(|(word, _)| *word == text) {
            return *span;
        }
        let first = |month: &str| Date::parse_iso(&format!("{month}-01"));
        let months = text.split_once("..").and_then(|(from, to)| Some((first(from)?, first(to)?)));
        months.map_or(Span::Year, |(a, b)| Span::Months(a.min(b), last_day(a.max(b))))
    }

    /// The written form that [`Span::read`] reads.
    pub fn write(self) -> String {
        match self {
            Span::Months(from, to) => format!("{}..{}", month(from), month(to)),
            _ => Self::MOVING.iter().find(|(_, span)| *span == self).map_or("", |(word, _)| word).to_owned(),
        }
    }

    /// Its first day and the last that counts: nothing beyond today was done yet. A span that lies ahead is empty,
    /// its end before its beginning.
    pub fn days(self, today: Date) -> (Date, Date) {
        let of = |relative: Relative| {
            let DayRange { from, to } = relative.on(today);
            (from.unwrap_or(today), to.unwrap_or(today))
        };
        let (from, to) = match self {
            Span::Month => of(Relative::ThisMonth),
            Span::LastMonth => of(Relative::LastMonth),
            Span::Quarter => of(Relative::ThisQuarter),
            Span::Year => of(Relative::ThisYear),
            Span::Months(from, to) => (from, to),
        };
        (from, to.min(today))
    }
}

/// A month as `2026-09`.
pub fn month(day: Date) -> String {
    format!("{:04}-{:02}", day.naive().year(), day.naive().month())
}

/// The first day of a day's month.
pub fn first_day(day: Date) -> Date {
    Date::ymd(day.naive().year(), day.naive().month(), 1).unwrap_or(day)
}

/// The last day of a day's month.
pub fn last_day(day: Date) -> Date {
    let (year, month) = (day.naive().year(), day.naive().month());
    let next = if month == 12 { Date::ymd(year + 1, 1, 1) } else { Date::ymd(year, month + 1, 1) };
    next.map_or(day, |next| next.plus(-1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(span: &str, today: &str) -> String {
        let (from, to) = Span::read(span).days(Date::parse_iso(today).expect("a day"));
        format!("{from}..{to}")
    }

    #[test]
    fn nothing_beyond_today_counts() {
        assert_eq!(days("month", "2026-09-30"), "2026-09-01..2026-09-30");
        assert_eq!(days("month", "2026-09-01"), "2026-09-01..2026-09-01");
        assert_eq!(days("last_month", "2026-01-31"), "2025-12-01..2025-12-31");
        assert_eq!(days("quarter", "2026-11-02"), "2026-10-01..2026-11-02");
        assert_eq!(days("", "2026-09-30"), "2026-01-01..2026-09-30");
        assert_eq!(days("2026-01..2026-06", "2026-09-30"), "2026-01-01..2026-06-30");
        assert_eq!(days("2026-06..2026-02", "2026-09-30"), "2026-02-01..2026-06-30", "either way round");
        assert_eq!(days("2024-02..2024-02", "2026-09-30"), "2024-02-01..2024-02-29");
        assert_eq!(days("2026-09..2026-12", "2026-09-30"), "2026-09-01..2026-09-30");
        assert_eq!(days("nonsense", "2026-09-30"), "2026-01-01..2026-09-30");
    }

    #[test]
    fn spans_read_back() {
        for word in ["month", "last_month", "quarter", "year", "2026-01..2026-12"] {
            assert_eq!(Span::read(word).write(), word);
        }
    }
}
