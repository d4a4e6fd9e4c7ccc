//! The periods by which the field reports, and the days on which they end.

use crate::domain::Date;
use chrono::Datelike;

/// A period of reports: the monthly schedule (月调度), the quarterly and the yearly account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// A year.
    Year,
}

impl Period {
    /// Every period, the shortest first.
    pub const ALL: [Period; 3] = [Period::Month, Period::Quarter, Period::Year];

    /// The last day of the latest period of this kind that was over before `today`.
    pub fn last_end(self, today: Date) -> Date {
        let (year, month) = (today.naive().year(), today.naive().month());
        let first = match self {
            Period::Month => month,
            Period::Quarter => (month - 1) / 3 * 3 + 1,
            Period::Year => 1,
        };
        Date::ymd(year, first, 1).unwrap_or(today).plus(-1)
    }
}

/// The ends of the latest periods before `today`, each day once, the latest first.
pub fn recent_ends(today: Date) -> Vec<(Period, Date)> {
    let mut ends: Vec<(Period, Date)> = Vec::new();
    for period in Period::ALL {
        let end = period.last_end(today);
        if ends.iter().all(|(_, day)| *day != end) {
            ends.push((period, end));
        }
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(today: &str) -> Vec<(Period, String)> {
        let today = Date::parse_iso(today).expect("a day");
        recent_ends(today).into_iter().map(|(period, day)| (period, day.to_string())).collect()
    }

    #[test]
    fn the_latest_periods_that_are_over() {
        use Period::{Month, Quarter, Year};
        let day = str::to_owned;
        assert_eq!(
            ends("2026-11-27"),
            [(Month, day("2026-10-31")), (Quarter, day("2026-09-30")), (Year, day("2025-12-31"))]
        );
        assert_eq!(ends("2024-03-01"), [(Month, day("2024-02-29")), (Quarter, day("2023-12-31"))]);
        assert_eq!(ends("2026-01-01"), [(Month, day("2025-12-31"))]);
        assert_eq!(
            ends("2026-04-30"),
            [(Month, day("2026-03-31")), (Year, day("2025-12-31"))],
            "the quarter ended with the month"
        );
    }
}
