//! Metrics, their units and periods in words.

use super::Lang;
use super::format::{money, month};
use crate::domain::decimal::Rounding;
use crate::domain::{Date, Decimal};
use crate::rules::metrics::{Metric, Unit, Window};
use crate::rules::targets::Period;
use chrono::Datelike;

/// What a metric is called; in Chinese where it has no English name.
pub fn metric_name(l: Lang, metric: &Metric) -> String {
    let name = match l {
        Lang::En if !metric.name.en.is_empty() => &metric.name.en,
        _ => &metric.name.zh,
    };
    if name.is_empty() { metric.word.clone() } else { name.clone() }
}

/// A unit in running text; amounts name theirs themselves.
pub const fn unit(l: Lang, unit: Unit) -> &'static str {
    match (l, unit) {
        (Lang::Zh, Unit::Piece) => "个",
        (Lang::Zh, Unit::Time) => "次",
        (Lang::Zh, Unit::Person) => "人次",
        (Lang::Zh, Unit::Day) => "天",
        (Lang::Zh, Unit::WanUsd) => "万美元",
        (Lang::Zh, Unit::Point) => "分",
        (_, Unit::Percent) => "%",
        (Lang::En, Unit::Person) => "people",
        (Lang::En, Unit::Day) => "days",
        (Lang::En, Unit::WanUsd) => "USD 10k",
        (Lang::En, Unit::Point) => "points",
        (_, Unit::Yuan) | (Lang::En, Unit::Piece | Unit::Time) => "",
    }
}

/// A column's head with the unit of what stands in it.
pub fn in_unit(l: Lang, name: &str, of: Unit) -> String {
    match (unit(l, of), l) {
        ("", _) => name.to_owned(),
        (unit, Lang::Zh) => format!("{name}（{unit}）"),
        (unit, Lang::En) => format!("{name}, {unit}"),
    }
}

/// A number with its unit in running text; amounts are in yuan.
pub fn number(l: Lang, of: Unit, number: Decimal) -> String {
    let number = match of {
        Unit::Yuan => return money(l, number.rounded(0, Rounding::HalfUp).trunc()),
        _ => number.rounded(2, Rounding::HalfUp),
    };
    match (unit(l, of), l) {
        ("", _) => number.to_string(),
        (unit @ "%", _) | (unit, Lang::Zh) => format!("{number}{unit}"),
        (unit, Lang::En) => format!("{number} {unit}"),
    }
}

/// A period; a contest is told by its own name. Where the counting year does not begin in January, its parts say which
/// months they are: 2026年度（2025年12月—2026年11月）.
pub fn period(l: Lang, period: Period, first_month: u32) -> String {
    const NTH: [&str; 4] = ["一", "二", "三", "四"];
    let first = |year, nth| Date::ymd(year, nth, 1).map(|day| month(l, day)).unwrap_or_default();
    if let Some(window) = period.days(first_month).filter(|_| first_month > 1) {
        let months = months(l, window);
        return match period {
            Period::TwoMonths(..) | Period::Month(..) => months,
            _ => period_name(l, period, first_month) + &super::marks::aside(l, &months),
        };
    }
    match (l, period) {
        (Lang::Zh, Period::Year(year)) => format!("{year}年"),
        (Lang::En, Period::Year(year)) => year.to_string(),
        (Lang::Zh, Period::Half(year, nth)) => format!("{year}年{}半年", if nth == 1 { "上" } else { "下" }),
        (Lang::En, Period::Half(year, nth)) => {
            format!("{} half of {year}", if nth == 1 { "First" } else { "Second" })
        }
        (Lang::Zh, Period::Quarter(year, nth)) => {
            format!("{year}年{}季度", NTH[(nth as usize).clamp(1, 4) - 1])
        }
        (Lang::En, Period::Quarter(year, nth)) => format!("Q{nth} {year}"),
        (Lang::Zh, Period::TwoMonths(year, nth)) => format!("{year}年{}—{}月", nth * 2 - 1, nth * 2),
        (Lang::En, Period::TwoMonths(year, nth)) => {
            format!("{} and {}", first(year, nth * 2 - 1), first(year, nth * 2))
        }
        (_, Period::Month(year, nth)) => first(year, nth),
        (_, Period::Contest(id)) => id.to_string(),
    }
}

/// The same where there is no room for the months: 2026年度, 2026年度一季度.
pub fn period_name(l: Lang, of: Period, first_month: u32) -> String {
    match (l, of) {
        (Lang::Zh, Period::Year(_) | Period::Half(..) | Period::Quarter(..)) if first_month > 1 => {
            period(l, of, 1).replacen('年', "年度", 1)
        }
        (_, Period::TwoMonths(..)) => period(l, of, first_month),
        _ => period(l, of, 1),
    }
}

/// The months of a window, the year once where it is the same: `2026年3—8月`, `Dec 2025–Nov 2026`.
pub fn months(l: Lang, window: Window) -> String {
    let (from, to) = (window.from.naive(), window.to.naive());
    let (first, last) = (month(l, window.from), month(l, window.to));
    match l {
        _ if first == last => first,
        Lang::Zh if from.year() == to.year() => format!("{}年{}—{}月", from.year(), from.month(), to.month()),
        Lang::Zh => format!("{first}—{last}"),
        Lang::En if from.year() == to.year() => format!("{}–{last}", from.format("%b")),
        Lang::En => format!("{first}–{last}"),
    }
}

/// What of its year a period is, for a choice beside the year.
pub fn part(l: Lang, of: Period, first_month: u32) -> String {
    const NTH: [&str; 4] = ["一", "二", "三", "四"];
    let name = |nth: u32| {
        let day = Date::ymd(2026, nth, 1).map(|day| day.naive().format("%b").to_string());
        day.unwrap_or_default()
    };
    // Where the year begins in another month, a part of it says which months it has.
    let window = of.days(first_month).filter(|_| first_month > 1);
    let between = window.map(|window| (window.from.naive().month(), window.to.naive().month()));
    let between = between.map(|(from, to)| match l {
        Lang::Zh => format!("{from}—{to}月"),
        Lang::En => format!("{}–{}", name(from), name(to)),
    });
    match (between, of) {
        (Some(between), Period::Half(..) | Period::Quarter(..)) => {
            return part(l, of, 1) + &super::marks::aside(l, &between);
        }
        (Some(between), Period::TwoMonths(..)) => return between,
        _ => {}
    }
    match (l, of) {
        (Lang::Zh, Period::Year(_)) => "全年".to_owned(),
        (Lang::En, Period::Year(_)) => "Whole year".to_owned(),
        (Lang::Zh, Period::Half(_, nth)) => if nth == 1 { "上半年" } else { "下半年" }.to_owned(),
        (Lang::En, Period::Half(_, nth)) => if nth == 1 { "First half" } else { "Second half" }.to_owned(),
        (Lang::Zh, Period::Quarter(_, nth)) => format!("{}季度", NTH[(nth as usize).clamp(1, 4) - 1]),
        (Lang::En, Period::Quarter(_, nth)) => format!("Q{nth}"),
        (Lang::Zh, Period::TwoMonths(_, nth)) => format!("{}—{}月", nth * 2 - 1, nth * 2),
        (Lang::En, Period::TwoMonths(_, nth)) => format!("{}–{}", name(nth * 2 - 1), name(nth * 2)),
        (Lang::Zh, Period::Month(_, nth)) => format!("{nth}月"),
        (Lang::En, Period::Month(_, nth)) => name(nth),
        (_, Period::Contest(id)) => id.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_named_as_offices_do() {
        let zh = |of| period(Lang::Zh, of, 1);
        let en = |of| period(Lang::En, of, 1);
        assert_eq!((zh(Period::Year(2026)), en(Period::Year(2026))), ("2026年".into(), "2026".into()));
        assert_eq!(zh(Period::Half(2026, 1)), "2026年上半年");
        assert_eq!(en(Period::Half(2026, 2)), "Second half of 2026");
        assert_eq!(
            (zh(Period::Quarter(2026, 3)), en(Period::Quarter(2026, 3))),
            ("2026年三季度".into(), "Q3 2026".into())
        );
        assert_eq!(zh(Period::TwoMonths(2026, 4)), "2026年7—8月");
        assert_eq!(
            (zh(Period::Month(2026, 9)), en(Period::Month(2026, 9))),
            ("2026年9月".into(), "Sep 2026".into())
        );
    }

    #[test]
    fn a_year_that_does_not_begin_in_january_says_its_months() {
        let zh = |of| period(Lang::Zh, of, 12);
        let en = |of| period(Lang::En, of, 12);
        assert_eq!(zh(Period::Year(2026)), "2026年度（2025年12月—2026年11月）");
        assert_eq!(en(Period::Year(2026)), "2026 (Dec 2025–Nov 2026)");
        let short = |of| (period_name(Lang::Zh, of, 12), period_name(Lang::En, of, 12));
        assert_eq!(short(Period::Year(2026)), ("2026年度".into(), "2026".into()));
        assert_eq!(short(Period::Quarter(2026, 1)), ("2026年度一季度".into(), "Q1 2026".into()));
        assert_eq!(period_name(Lang::Zh, Period::Half(2026, 1), 1), "2026年上半年");
        assert_eq!(zh(Period::Half(2026, 2)), "2026年度下半年（2026年6—11月）");
        assert_eq!(en(Period::Half(2026, 2)), "Second half of 2026 (Jun–Nov 2026)");
        assert_eq!(zh(Period::Quarter(2026, 1)), "2026年度一季度（2025年12月—2026年2月）");
        assert_eq!(en(Period::Quarter(2026, 2)), "Q2 2026 (Mar–May 2026)");
        assert_eq!(zh(Period::TwoMonths(2026, 1)), "2025年12月—2026年1月");
        // A month is one of the calendar.
        assert_eq!(
            (zh(Period::Month(2026, 1)), en(Period::Month(2026, 1))),
            ("2026年1月".into(), "Jan 2026".into())
        );
        assert_eq!(part(Lang::Zh, Period::Quarter(2026, 1), 12), "一季度（12—2月）");
        assert_eq!(part(Lang::En, Period::Half(2026, 1), 12), "First half (Dec–May)");
        assert_eq!(part(Lang::Zh, Period::TwoMonths(2026, 1), 12), "12—1月");
        assert_eq!(part(Lang::Zh, Period::Month(2025, 12), 12), "12月");
        assert_eq!(part(Lang::Zh, Period::Year(2026), 12), "全年");
    }

    #[test]
    fn heads_name_their_unit() {
        assert_eq!(in_unit(Lang::Zh, "目标", Unit::Piece), "目标（个）");
        assert_eq!(in_unit(Lang::En, "Target", Unit::Piece), "Target");
        assert_eq!(in_unit(Lang::En, "Target", Unit::Day), "Target, days");
    }
}
