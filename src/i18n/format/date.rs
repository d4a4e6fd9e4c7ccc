//! Dates: ISO in tables, near days in words. The caller says what day it is.

use crate::domain::Date;
use crate::i18n::Lang;
use chrono::{Datelike, Weekday};

/// A date in a table or a form: `2026-09-30`.
pub fn date(d: Date) -> String {
    d.to_string()
}

/// A day with its weekday, for headings: `9月30日 周三`, `Wed 30 Sep`.
pub fn day(l: Lang, d: Date) -> String {
    let d = d.naive();
    match l {
        Lang::Zh => format!("{}月{}日 {}", d.month(), d.day(), weekday(d.weekday())),
        Lang::En => d.format("%a %-d %b").to_string(),
    }
}

/// A month: `2026年9月`, `Sep 2026`.
pub fn month(l: Lang, d: Date) -> String {
    let d = d.naive();
    match l {
        Lang::Zh => format!("{}年{}月", d.year(), d.month()),
        Lang::En => d.format("%b %Y").to_string(),
    }
}

/// How far `d` is from `today`: `今天`, `3 天前`, `2 天后`; `today`, `3 days ago`, `in 2 days`.
pub fn relative_day(l: Lang, d: Date, today: Date) -> String {
    let days = d.since(today);
    let n = days.unsigned_abs();
    match (l, days) {
        (Lang::Zh, 0) => "今天".to_owned(),
        (Lang::Zh, -1) => "昨天".to_owned(),
        (Lang::Zh, 1) => "明天".to_owned(),
        (Lang::Zh, ..0) => format!("{n} 天前"),
        (Lang::Zh, _) => format!("{n} 天后"),
        (Lang::En, 0) => "today".to_owned(),
        (Lang::En, -1) => "yesterday".to_owned(),
        (Lang::En, 1) => "tomorrow".to_owned(),
        (Lang::En, ..0) => format!("{n} days ago"),
        (Lang::En, _) => format!("in {n} days"),
    }
}

/// A date in a stream: in words within 30 days of `today`, as a date further away.
///
/// The full date belongs on the element's `title`.
pub fn stream_date(l: Lang, d: Date, today: Date) -> String {
    if d.since(today).unsigned_abs() <= 30 { relative_day(l, d, today) } else { date(d) }
}

fn weekday(w: Weekday) -> &'static str {
    match w {
        Weekday::Mon => "周一",
        Weekday::Tue => "周二",
        Weekday::Wed => "周三",
        Weekday::Thu => "周四",
        Weekday::Fri => "周五",
        Weekday::Sat => "周六",
        Weekday::Sun => "周日",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ymd(y: i32, m: u32, d: u32) -> Date {
        Date::ymd(y, m, d).expect("a real date")
    }

    #[test]
    fn tables_show_iso_dates() {
        assert_eq!(date(ymd(2026, 9, 3)), "2026-09-03");
    }

    #[test]
    fn headings_name_the_weekday() {
        assert_eq!(day(Lang::Zh, ymd(2026, 9, 30)), "9月30日 周三");
        assert_eq!(day(Lang::En, ymd(2026, 9, 30)), "Wed 30 Sep");
        assert_eq!(month(Lang::Zh, ymd(2026, 9, 30)), "2026年9月");
        assert_eq!(month(Lang::En, ymd(2026, 9, 30)), "Sep 2026");
    }

    #[test]
    fn near_days_are_told_in_words() {
        let today = ymd(2026, 9, 30);
        for (d, zh, en) in [
            (ymd(2026, 9, 30), "今天", "today"),
            (ymd(2026, 9, 29), "昨天", "yesterday"),
            (ymd(2026, 10, 1), "明天", "tomorrow"),
            (ymd(2026, 9, 27), "3 天前", "3 days ago"),
            (ymd(2026, 10, 2), "2 天后", "in 2 days"),
        ] {
            assert_eq!(relative_day(Lang::Zh, d, today), zh);
            assert_eq!(relative_day(Lang::En, d, today), en);
        }
        assert_eq!(stream_date(Lang::Zh, ymd(2026, 8, 31), today), "30 天前");
        assert_eq!(stream_date(Lang::Zh, ymd(2026, 8, 30), today), "2026-08-30");
    }
}
