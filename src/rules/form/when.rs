//! "下周三 送审协议": the day that a next step begins with, in the words people use.

use crate::domain::Date;
use crate::domain::read::{self, DateHints};
use chrono::Datelike;

/// Splits a text into the day it begins with and the rest. `None` if it begins with no day.
///
/// A weekday without "下" is the next one to come, today included only as "今天".
pub fn split_date(text: &str, today: Date) -> Option<(Date, &str)> {
    let text = text.trim_start();
    let (day, rest) = in_words(text, today).or_else(|| written(text, today))?;
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || "，,：:、".contains(c));
    Some((day, rest.trim_end()))
}

const NEAR: &[(&str, i32)] = &[
    ("今天", 0),
    ("今日", 0),
    ("today", 0),
    ("大后天", 3),
    ("明天", 1),
    ("明日", 1),
    ("tomorrow", 1),
    ("后天", 2),
];

const THIS_WEEK: &[&str] = &["本周", "这周", "周", "星期", "礼拜"];
const NEXT_WEEK: &[&str] = &["下周", "下星期", "下礼拜", "next "];
const WEEK_AFTER: &[&str] = &["下下周", "下下星期"];

const DAYS_ZH: &[char] = &['一', '二', '三', '四', '五', '六', '日'];
const DAYS_EN: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

fn in_words(text: &str, today: Date) -> Option<(Date, &str)> {
    for (word, days) in NEAR {
        if let Some(rest) = strip(text, word) {
            return Some((today.plus(*days), rest));
        }
    }
    days_ahead(text, today).or_else(|| month_end(text, today)).or_else(|| weekday_of(text, today))
}

/// Strips a word whatever its case; the rest keeps its own.
fn strip<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let head = text.get(..word.len())?;
    head.eq_ignore_ascii_case(word).then(|| &text[word.len()..])
}

/// "3天后", "两周后", "in 3 days", "in 2 weeks".
fn days_ahead(text: &str, today: Date) -> Option<(Date, &str)> {
    let english = strip(text, "in ");
    let (number, rest) = number(english.unwrap_or(text))?;
    let units: &[(&str, i32)] = match english {
        Some(_) => &[("days", 1), ("day", 1), ("weeks", 7), ("week", 7)],
        None => &[("天后", 1), ("天之后", 1), ("日后", 1), ("周后", 7), ("星期后", 7), ("个星期后", 7)],
    };
    let (rest, days) =
        units.iter().find_map(|(word, days)| Some((strip(rest.trim_start(), word)?, *days)))?;
    Some((today.plus(number.checked_mul(days)?), rest))
}

/// A number of at most three digits, or one Chinese numeral.
fn number(text: &str) -> Option<(i32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits) {
        return Some((text[..digits].parse().ok()?, &text[digits..]));
    }
    let first = text.chars().next()?;
    let value = "一二三四五六七八九十".chars().position(|c| c == first).map(|at| at as i32 + 1);
    let value = if first == '两' { Some(2) } else { value };
    Some((value?, &text[first.len_utf8()..]))
}

/// "月底", "本月底", "下月底".
fn month_end(text: &str, today: Date) -> Option<(Date, &str)> {
    let (months, rest) = [("下月底", 2), ("下个月底", 2), ("本月底", 1), ("月底", 1)]
        .iter()
        .find_map(|(word, months)| Some((*months, text.strip_prefix(word)?)))?;
    let first = today.naive().with_day(1)?.checked_add_months(chrono::Months::new(months))?;
    Some((Date::from_naive(first)?.plus(-1), rest))
}

/// "周三", "下周三", "下下周一", "下周" (its Monday), "Wed", "next Mon".
fn weekday_of(text: &str, today: Date) -> Option<(Date, &str)> {
    let monday = today.monday();
    let after = |words: &[&str]| words.iter().filter_map(|word| strip(text, word)).next();
    if let Some(rest) = after(WEEK_AFTER) {
        let (at, rest) = weekday(rest).unwrap_or((0, rest));
        return Some((monday.plus(14 + at), rest));
    }
    if let Some(rest) = after(NEXT_WEEK) {
        let english = strip(text, "next ").is_some();
        let (at, rest) = match (weekday(rest), english) {
            (Some(found), _) => found,
            (None, false) => (0, rest),
            (None, true) => (0, strip(rest, "week")?),
        };
        return Some((monday.plus(7 + at), rest));
    }
    let (at, rest) = match after(THIS_WEEK) {
        Some(rest) => weekday(rest)?,
        // "三方会谈" is no Wednesday: alone, only an English name is one.
        None => weekday(text).filter(|_| text.starts_with(|c: char| c.is_ascii()))?,
    };
    let day = monday.plus(at);
    Some((if day > today { day } else { day.plus(7) }, rest))
}

/// The weekday a text begins with, Monday 0.
fn weekday(text: &str) -> Option<(i32, &str)> {
    let first = text.chars().next()?;
    let first_known = if first == '天' { '日' } else { first };
    if let Some(at) = DAYS_ZH.iter().position(|&c| c == first_known) {
        return Some((at as i32, &text[first.len_utf8()..]));
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let word = &text[..text.len() - rest.len()];
    let names = |day: &&str| word.eq_ignore_ascii_case(day) || word.eq_ignore_ascii_case(&day[..3]);
    let at = DAYS_EN.iter().position(names)?;
    Some((at as i32, rest))
}

/// A written date up to the first space or end: "9月30日", "10-8", "2026.10.8".
fn written(text: &str, today: Date) -> Option<(Date, &str)> {
    let end = text.find('日').map(|at| at + '日'.len_utf8());
    let space = text.find(|c: char| c.is_whitespace() || c == '，' || c == ',');
    let end = end.filter(|&e| space.is_none_or(|s| e <= s)).or(space).unwrap_or(text.len());
    let (head, rest) = text.split_at(end);
    // A year or a month alone is no day to act on, and neither is "3天".
    let plain = head.chars().all(|c| c.is_ascii_digit() || "-/.年月日号".contains(c));
    let parts = head.chars().filter(|c| "-/.月".contains(*c)).count();
    if !plain || parts == 0 || !head.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let day = read::date(head, &DateHints::on(today.naive())).value.and_then(Date::from_naive)?;
    Some((day, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A Wednesday.
    fn today() -> Date {
        Date::ymd(2026, 9, 30).expect("a day")
    }

    #[test]
    fn days_in_words_begin_a_next_step() {
        for (text, day, rest) in [
            ("明天 打电话", "2026-10-01", "打电话"),
            ("大后天送审", "2026-10-03", "送审"),
            ("下周三 签约", "2026-10-07", "签约"),
            ("下周签约", "2026-10-05", "签约"),
            ("周五，现场看地", "2026-10-02", "现场看地"),
            ("周三开会", "2026-10-07", "开会"),
            ("星期天 回访", "2026-10-04", "回访"),
            ("3天后 回访", "2026-10-03", "回访"),
            ("两周后回访", "2026-10-14", "回访"),
            ("月底前报材料", "2026-09-30", "前报材料"),
            ("下月底", "2026-10-31", ""),
            ("10月8日 上会", "2026-10-08", "上会"),
            ("10月8日上会", "2026-10-08", "上会"),
            ("10-8 上会", "2026-10-08", "上会"),
            ("Tomorrow call", "2026-10-01", "call"),
            ("next Mon sign", "2026-10-05", "sign"),
            ("in 2 weeks visit", "2026-10-14", "visit"),
            ("Friday visit", "2026-10-02", "visit"),
        ] {
            let found = split_date(text, today()).map(|(day, rest)| (day.to_string(), rest));
            assert_eq!(found, Some((day.to_owned(), rest)), "{text}");
        }
    }

    #[test]
    fn other_words_are_no_day() {
        for text in
            ["", "送审协议", "3000万到位", "周转资金", "日报", "2026 计划", "三方会谈", "sunny", "一期开工"]
        {
            let found = split_date(text, today());
            assert_eq!(found, None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            split_date(&text, today());
        }

        #[test]
        fn neither_do_pieces_of_the_grammar(pieces in prop::collection::vec("(下|周|三|天|后|月|底|日|1|9|-| |in |next |mon|，)", 0..8)) {
            split_date(&pieces.concat(), today());
        }
    }
}
