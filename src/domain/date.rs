//! A calendar day. Records hold days, not moments: a signing has no time zone.

use chrono::{Datelike, NaiveDate};
use std::fmt;

/// A day, counted from 1970-01-01.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

impl Date {
    /// The first and last day a record may hold: years 1900 to 2199, which covers every ledger and
    /// catches slips of the pen such as 20226.
    pub const RANGE: std::ops::RangeInclusive<i32> = -25_567..=84_005;

    /// 1970-01-01.
    pub const fn epoch() -> Self {
        Self(0)
    }

    /// The day `days` after 1970-01-01; `None` outside [`Date::RANGE`].
    pub fn from_days(days: i32) -> Option<Self> {
        Self::RANGE.contains(&days).then_some(Self(days))
    }

    /// The day of a calendar date; `None` if there is no such day or it is outside the range.
    pub fn ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Self::from_naive)
    }

    /// The same day as a chrono date; `None` outside the range.
    pub fn from_naive(date: NaiveDate) -> Option<Self> {
        Self::from_days(date.num_days_from_ce() - 719_163)
    }

    /// Days since 1970-01-01.
    pub const fn days(self) -> i32 {
        self.0
    }

    /// The same day as a chrono date.
    pub fn naive(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0 + 719_163).unwrap_or_default()
    }

    /// The day `n` days later, or earlier if negative, held inside the range.
    pub fn plus(self, n: i32) -> Self {
        Self(self.0.saturating_add(n).clamp(*Self::RANGE.start(), *Self::RANGE.end()))
    }

    /// Days from `earlier` to this day.
    pub const fn since(self, earlier: Date) -> i32 {
        self.0 - earlier.0
    }

    /// The Monday of this day's week.
    pub fn monday(self) -> Self {
        self.plus(-(self.naive().weekday().num_days_from_monday() as i32))
    }

    /// Reads `2026-09-30`.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
        Self::ymd(number(0..4)? as i32, number(5..7)?, number(8..10)?)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.naive(), f)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_form_round_trips_at_the_edges() {
        for text in ["1900-01-01", "1970-01-01", "2024-02-29", "2199-12-31"] {
            assert_eq!(Date::parse_iso(text).map(|d| d.to_string()).as_deref(), Some(text));
        }
        for bad in ["1899-12-31", "2200-01-01", "2026-2-1", "2026-02-30", "+026-01-01", "二零二六-01-01"]
        {
            assert_eq!(Date::parse_iso(bad), None, "{bad}");
        }
    }

    #[test]
    fn monday_begins_the_week() {
        let day = |text| Date::parse_iso(text).expect("a day");
        assert_eq!(day("2026-09-30").monday(), day("2026-09-28"));
        assert_eq!(day("2026-09-28").monday(), day("2026-09-28"));
    }
}
