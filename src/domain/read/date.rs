//! Dates in every form seen in ledgers: "2026.09", "9月底前", "26.3.5", "2026.9.1-2027.3", day numbers.

use super::date_scan;
use super::text::{fold, is_empty_mark, squeeze};
use super::{Doubt, Reading, chinese};
use chrono::{Datelike, Days, NaiveDate};

/// What a date reader is told besides the words themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateHints {
    /// Decides the century of two-digit years, "本月" and "今年"; the last resort for a missing year.
    pub today: NaiveDate,
    /// The year named by the sheet's title, for dates without one.
    pub year: Option<i32>,
    /// Whether day numbers count from 1904 (old Macintosh workbooks) instead of 1900.
    pub from_1904: bool,
}

impl DateHints {
    /// Hints from today's date alone.
    pub fn on(today: NaiveDate) -> Self {
        Self { today, year: None, from_1904: false }
    }
}

/// The parts of one date, as far as they were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub year: i32,
    /// The month, or the first and last month of a quarter, half-year or year.
    pub months: (u32, u32),
    pub day: Option<u32>,
    /// "月底", "年底": the last day is meant.
    pub at_end: bool,
    /// Where a month without a day is taken to begin: 1, 11 (中旬) or 21 (下旬).
    pub part_of_month: u32,
}

/// Day numbers taken for dates where a bare number stands in a date column: 1954 to 2119.
const SERIALS: std::ops::RangeInclusive<i64> = 20_000..=80_000;

/// Reads a date typed as text.
pub fn date(text: &str, hints: &DateHints) -> Reading<NaiveDate> {
    if is_empty_mark(text) {
        return Reading::none();
    }
    let plain = arabic(&squeeze(&without_time(&fold(text))));
    if let Some(serial) = plain.parse::<i64>().ok().filter(|n| SERIALS.contains(n) && plain.len() == 5) {
        return serial_reading(serial, hints);
    }
    let mut scan = date_scan::Scan::new(&plain, hints);
    let Some(first) = scan.first() else {
        return Reading::unreadable();
    };
    let mut doubts = scan.take_doubts();
    let Some(start) = settle(&first, &mut doubts) else {
        return Reading::unreadable();
    };
    if let Some(end) = scan.end_of_range(&first) {
        let mut unused = Vec::new();
        if let Some(end) = settle(&end, &mut unused) {
            doubts.push(Doubt::Until(end));
        }
    }
    scan.rest(&mut doubts);
    Reading { value: Some(start), doubts }
}

/// Reads a date from a cell that holds a number: a day number, 2026, 202609, 20260902, or 2026.9
/// (which Excel also makes of 2026.90 and, for 2026.1, of 2026.10).
pub fn date_number(value: f64, hints: &DateHints) -> Reading<NaiveDate> {
    if !value.is_finite() || value < 0.0 {
        return Reading::unreadable();
    }
    // Truncation is meant: the fraction of a day number is a time of day.
    let whole = value.trunc() as i64;
    if SERIALS.contains(&whole) {
        return serial_reading(whole, hints);
    }
    let text = format!("{value}");
    let mut reading = date(&text, hints);
    if text.ends_with(".1") || text.ends_with(".2") || text.ends_with(".3") && whole <= 12 {
        reading.doubts.push(Doubt::MonthAmbiguous);
    }
    reading
}

fn serial_reading(serial: i64, hints: &DateHints) -> Reading<NaiveDate> {
    match serial_day(serial, hints.from_1904) {
        Some(day) => Reading { value: Some(day), doubts: vec![Doubt::SerialAssumed] },
        None => Reading::unreadable(),
    }
}

/// The date of a spreadsheet day number. In the 1900 system day 60 is the 29 February 1900 that
/// never was; the days before it are one off, and no ledger holds any.
pub fn serial_day(serial: i64, from_1904: bool) -> Option<NaiveDate> {
    let epoch =
        if from_1904 { NaiveDate::from_ymd_opt(1904, 1, 1)? } else { NaiveDate::from_ymd_opt(1899, 12, 30)? };
    let offset = if !from_1904 && (1..60).contains(&serial) { serial + 1 } else { serial };
    epoch.checked_add_days(Days::new(u64::try_from(offset).ok()?))
}

/// A year alone.
pub(super) fn whole_year(year: i32) -> Found {
    Found { year, months: (1, 12), day: None, at_end: false, part_of_month: 1 }
}

/// A month, or a day of it.
pub(super) fn day_of(year: i32, month: u32, day: Option<u32>) -> Found {
    Found { year, months: (month, month), day, at_end: false, part_of_month: 1 }
}

/// Whether month and day can be such.
pub(super) fn valid(found: &Found) -> bool {
    (1..=12).contains(&found.months.0) && found.day.is_none_or(|d| (1..=31).contains(&d))
}

/// Turns what was found into a day, noting what had to be assumed.
fn settle(found: &Found, doubts: &mut Vec<Doubt>) -> Option<NaiveDate> {
    if !(1949..=2150).contains(&found.year) {
        return None;
    }
    let (first, last) = (found.months.0, found.months.1);
    let month = if found.at_end { last } else { first };
    if found.months.0 != found.months.1 {
        doubts.push(Doubt::MonthMissing);
    } else if found.day.is_none() {
        doubts.push(Doubt::DayMissing);
    }
    let days = days_in(found.year, month)?;
    let day = match found.day {
        Some(day @ 29..=31) if day > days => {
            doubts.push(Doubt::Typo);
            days
        }
        Some(day) => day,
        None if found.at_end => days,
        None => found.part_of_month,
    };
    NaiveDate::from_ymd_opt(found.year, month, day)
}

fn days_in(year: i32, month: u32) -> Option<u32> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let next = first.checked_add_months(chrono::Months::new(1))?;
    Some(next.pred_opt()?.day())
}

/// Drops the time of day: "2026/9/2 0:00:00", "2026-09-02T00:00:00", "2026-9-2 上午9:30".
fn without_time(text: &str) -> String {
    let day = match text.split_once('T') {
        Some((day, time))
            if day.ends_with(|c: char| c.is_ascii_digit())
                && time.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            day
        }
        _ => text,
    };
    let kept: Vec<&str> = day.split_whitespace().filter(|piece| !is_time(piece)).collect();
    kept.concat()
}

fn is_time(piece: &str) -> bool {
    let bare = piece.trim_start_matches("上午").trim_start_matches("下午");
    !bare.contains(['年', '月', '-', '/', '.'])
        && bare.contains(':')
        && bare.starts_with(|c: char| c.is_ascii_digit())
}

/// Writes Chinese numerals before 年, 月, 日, 号 and 季 in digits: "二〇二六年九月" → "2026年9月".
fn arabic(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars() {
        if chinese::is_numeral(c) {
            run.push(c);
            continue;
        }
        if !run.is_empty() {
            match chinese::number(&run).filter(|_| matches!(c, '年' | '月' | '日' | '号' | '季')) {
                Some(n) => out.push_str(&n.to_string()),
                None => out.push_str(&run),
            }
            run.clear();
        }
        out.push(c);
    }
    out.push_str(&run);
    out
}

/// The year that a title, a sheet name or a file name speaks of: "2026年", "2026年度", "台账2026".
/// A year followed by 年 wins over a bare number.
pub fn year_in(text: &str) -> Option<i32> {
    let text = arabic(&squeeze(text));
    let chars: Vec<char> = text.chars().collect();
    let mut bare = None;
    for (i, window) in chars.windows(4).enumerate() {
        let digits: String = window.iter().collect();
        let alone =
            (i == 0 || !chars[i - 1].is_ascii_digit()) && !chars.get(i + 4).is_some_and(char::is_ascii_digit);
        let year = digits.parse::<i32>().ok().filter(|y| alone && (2000..=2099).contains(y));
        if year.is_some() && chars.get(i + 4) == Some(&'年') {
            return year;
        }
        bare = bare.or(year);
    }
    bare
}
