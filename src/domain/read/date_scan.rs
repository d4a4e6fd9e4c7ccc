//! Finds the parts of a date in squeezed text; `date` turns them into a day.

use super::date::{Found, day_of, valid, whole_year};
use super::{DateHints, Doubt};
use chrono::{Datelike, Months};

const PLANNED: &str = "\
    拟于 拟定于 拟 计划于 计划 预计于 预计 预期 力争 争取 将于 暂定 目标";
const APPROXIMATE: &str = "大约 大概 约 左右 前后 上下";
const BEFORE: &str = "之前 以前 前完成 前 不晚于 截止 截至";
const AFTER: &str = "以后 之后 以来 起 后";
const RANGE: &str = "-- —— — – - ~ 〜 至 到";
/// Words around a date that change nothing about it.
const PLAIN: &str = "\
    已于 于 在 自 从 已 正式 签约 签订 签署 开工 奠基 动工 竣工 完工 投产 投用 注册 落地 完成 建成 \
    举行 开始 启动 达产 达效 时间 : 日 号 份 内 间 , 。 ; ( ) 、";

pub(super) struct Scan<'a> {
    rest: &'a str,
    hints: &'a DateHints,
    doubts: Vec<Doubt>,
    aside: String,
}

impl<'a> Scan<'a> {
    pub fn new(text: &'a str, hints: &'a DateHints) -> Self {
        Self { rest: text, hints, doubts: Vec::new(), aside: String::new() }
    }

    pub fn take_doubts(&mut self) -> Vec<Doubt> {
        std::mem::take(&mut self.doubts)
    }

    /// The first date in the text.
    pub fn first(&mut self) -> Option<Found> {
        while !self.rest.is_empty() {
            if let Some(found) = self.date(None) {
                return Some(found);
            }
            // Digits that are no date must not be read from their middle.
            if self.rest.starts_with(|c: char| c.is_ascii_digit()) {
                return None;
            }
            self.skip_word();
        }
        None
    }

    /// The end of a range that follows the first date; it may borrow the year.
    pub fn end_of_range(&mut self, first: &Found) -> Option<Found> {
        let before = self.rest;
        if !self.skip_any(RANGE) {
            return None;
        }
        let end = self.date(Some(first));
        // Doubts about the end are not doubts about the value.
        self.doubts.clear();
        if end.is_none() {
            self.rest = before;
        }
        end
    }

    /// Notes what is left after the value.
    pub fn rest(mut self, doubts: &mut Vec<Doubt>) {
        while !self.rest.is_empty() {
            self.skip_word();
        }
        doubts.append(&mut self.doubts);
        let aside = self.aside.trim_matches(['-', '/', '.', '~', '年', '月']);
        if !aside.is_empty() {
            doubts.push(Doubt::Aside(aside.to_owned()));
        }
    }

    fn note(&mut self, doubt: Doubt) {
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
    }

    fn skip_any(&mut self, words: &str) -> bool {
        let found = words.split(' ').find(|w| self.rest.starts_with(w));
        if let Some(word) = found {
            self.rest = &self.rest[word.len()..];
        }
        found.is_some()
    }

    fn skip_word(&mut self) {
        if self.skip_any(PLANNED) {
            self.note(Doubt::Planned);
        } else if self.skip_any(APPROXIMATE) {
            self.note(Doubt::Approximate);
        } else if self.skip_any(BEFORE) {
            self.note(Doubt::UpperBound);
        } else if self.skip_any(AFTER) {
            self.note(Doubt::LowerBound);
        } else if !self.skip_any(PLAIN)
            && let Some(c) = self.rest.chars().next()
        {
            self.aside.push(c);
            self.rest = &self.rest[c.len_utf8()..];
        }
    }

    /// A run of digits at the front, taken if it is at most `max` long.
    fn digits(&mut self, max: usize) -> Option<(i32, usize)> {
        let len = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        if len == 0 || len > max {
            return None;
        }
        let (head, tail) = self.rest.split_at(len);
        self.rest = tail;
        Some((head.parse().ok()?, len))
    }

    /// A date at the front, or nothing taken.
    fn date(&mut self, from: Option<&Found>) -> Option<Found> {
        let before = self.rest;
        let found = self.relative().or_else(|| {
            self.rest = before;
            self.absolute(from)
        });
        if found.is_none() {
            self.rest = before;
        }
        found
    }

    /// "本月", "今年9月", "明年上半年".
    fn relative(&mut self) -> Option<Found> {
        let today = self.hints.today;
        for (word, shift) in
            [("上个月", -1i32), ("上月", -1), ("本月", 0), ("当月", 0), ("下个月", 1), ("下月", 1)]
        {
            if self.skip_any(word) {
                let first = today.with_day(1)?;
                let month = match shift {
                    -1 => first.checked_sub_months(Months::new(1))?,
                    n => first.checked_add_months(Months::new(n.unsigned_abs()))?,
                };
                self.note(Doubt::YearAssumed);
                return Some(self.within_month(month.year(), month.month()));
            }
        }
        for (word, shift) in
            [("今年", 0), ("本年度", 0), ("本年", 0), ("当年", 0), ("明年", 1), ("去年", -1), ("后年", 2)]
        {
            if self.skip_any(word) {
                self.note(Doubt::YearAssumed);
                return self.after_year(today.year() + shift);
            }
        }
        None
    }

    fn absolute(&mut self, from: Option<&Found>) -> Option<Found> {
        let (number, len) = match self.digits(8) {
            Some(found) => found,
            // "三季度" and "上半年" without a year.
            None => return self.season(None, from),
        };
        let u = |n: i32| u32::try_from(n).unwrap_or(0);
        match len {
            8 => Some(day_of(number / 10_000, u(number / 100 % 100), Some(u(number % 100)))).filter(valid),
            6 if (1949..=2150).contains(&(number / 100)) && (1..=12).contains(&(number % 100)) => {
                Some(self.within_month(number / 100, u(number % 100)))
            }
            6 => {
                let year = self.century(number / 10_000);
                Some(day_of(year, u(number / 100 % 100), Some(u(number % 100)))).filter(valid)
            }
            4 => self.after_year_number(number),
            1 | 2 => self.after_small_number(number, from),
            _ => None,
        }
    }

    /// What follows a four-digit year.
    fn after_year_number(&mut self, year: i32) -> Option<Found> {
        if self.skip_any("年度 年") {
            return self.after_year(year);
        }
        let before = self.rest;
        let Some(separator) = self.separator() else {
            return Some(whole_year(year));
        };
        match self.digits(2) {
            Some((month @ 1..=12, _)) => self.after_month(year, month.unsigned_abs(), Some(separator)),
            Some(_) => None,
            None => {
                // "2026-2027": the stroke belongs to a range.
                self.rest = before;
                Some(whole_year(year))
            }
        }
    }

    /// What follows "2026年".
    fn after_year(&mut self, year: i32) -> Option<Found> {
        let before = self.rest;
        if let Some((month @ 1..=12, _)) = self.digits(2) {
            if !self.rest.starts_with('季') {
                return self.after_month(year, month.unsigned_abs(), None);
            }
            self.rest = before;
        } else {
            self.rest = before;
        }
        self.season(Some(year), None).or_else(|| Some(whole_year(year)))
    }

    /// A year, month or day of one or two digits begins the date.
    fn after_small_number(&mut self, number: i32, from: Option<&Found>) -> Option<Found> {
        if self.skip_any("年") {
            let year = self.century(number);
            return self.after_year(year);
        }
        if self.rest.starts_with('季') {
            let year = self.assume_year(from);
            return self.quarter(number, year);
        }
        if self.skip_any("月份 月") {
            let year = self.assume_year(from);
            return (1..=12).contains(&number).then(|| self.after_month_sign(year, number.unsigned_abs()));
        }
        // "2026.9.1-5", "9月1-5日": the end of a range within the month.
        if let Some(first) =
            from.filter(|f| f.day.is_some() && (self.rest.is_empty() || self.rest.starts_with(['日', '号'])))
        {
            self.skip_any("日 号");
            return Some(day_of(first.year, first.months.0, Some(number.unsigned_abs()))).filter(valid);
        }
        let separator = self.separator()?;
        let (second, _) = self.digits(2)?;
        let before = self.rest;
        if self.separator() == Some(separator)
            && let Some((third, len)) = self.digits(4)
        {
            return if len == 4 {
                self.year_last(number, second, third)
            } else {
                self.year_first(number, second, third)
            };
        }
        self.rest = before;
        if number > 12 {
            let year = self.century(number);
            return (1..=12).contains(&second).then(|| self.within_month(year, second.unsigned_abs()));
        }
        let year = self.assume_year(from);
        Some(day_of(year, number.unsigned_abs(), Some(second.unsigned_abs()))).filter(valid)
    }

    /// "26.3.5".
    fn year_first(&mut self, year: i32, month: i32, day: i32) -> Option<Found> {
        let year = self.century(year);
        Some(day_of(year, month.unsigned_abs(), Some(day.unsigned_abs()))).filter(valid)
    }

    /// "9/2/2026": the month first, unless it cannot be one.
    fn year_last(&mut self, first: i32, second: i32, year: i32) -> Option<Found> {
        let (month, day) = if first > 12 { (second, first) } else { (first, second) };
        if first <= 12 && second <= 12 && first != second {
            self.note(Doubt::Uncertain);
        }
        Some(day_of(year, month.unsigned_abs(), Some(day.unsigned_abs()))).filter(valid)
    }

    /// What follows a month; `separator` is the stroke that stood before it, if any.
    fn after_month(&mut self, year: i32, month: u32, separator: Option<char>) -> Option<Found> {
        if self.skip_any("月份 月") {
            return Some(self.after_month_sign(year, month));
        }
        let before = self.rest;
        if let Some(next) = self.separator() {
            let alike = separator.is_none_or(|s| s == next);
            let day = self.digits(2).map(|(d, _)| d.unsigned_abs());
            match day.filter(|_| !self.rest.starts_with(['年', '月'])) {
                Some(1..=31) if alike => return Some(day_of(year, month, day)),
                Some(_) if alike => return None,
                // "2026.9-2" cannot be a range of months, so the stroke was a slip.
                Some(day) if (1..=month).contains(&day) => {
                    self.note(Doubt::Typo);
                    return Some(day_of(year, month, Some(day)));
                }
                _ => self.rest = before,
            }
        }
        Some(self.within_month(year, month))
    }

    /// What follows "9月": a day, "底", "中旬" or nothing.
    fn after_month_sign(&mut self, year: i32, month: u32) -> Found {
        let before = self.rest;
        if let Some((day @ 1..=31, _)) = self.digits(2) {
            if !self.rest.starts_with(['年', '月']) {
                self.skip_any("日 号");
                return day_of(year, month, Some(day.unsigned_abs()));
            }
            self.rest = before;
        } else {
            self.rest = before;
        }
        self.within_month(year, month)
    }

    /// "底", "上旬" … after a month.
    fn within_month(&mut self, year: i32, month: u32) -> Found {
        let mut found = day_of(year, month, None);
        if self.skip_any("月底 底 月末 末") {
            found.at_end = true;
        } else if self.skip_any("中下旬 中旬 中") {
            found.part_of_month = 11;
        } else if self.skip_any("下旬") {
            found.part_of_month = 21;
        } else {
            self.skip_any("上旬 初 月");
        }
        found
    }

    /// "一季度", "第3季度", "Q3", "上半年", "年底" of a year.
    fn season(&mut self, year: Option<i32>, from: Option<&Found>) -> Option<Found> {
        const SPANS: &[(&str, (u32, u32), bool)] = &[
            ("上半年", (1, 6), false),
            ("下半年", (7, 12), false),
            ("年底", (1, 12), true),
            ("年末", (1, 12), true),
            ("底", (1, 12), true),
            ("末", (1, 12), true),
            ("年初", (1, 12), false),
            ("年内", (1, 12), false),
        ];
        if let Some((_, months, at_end)) = SPANS.iter().find(|(word, ..)| self.skip_any(word)) {
            let year = year.unwrap_or_else(|| self.assume_year(from));
            let at_end = *at_end || self.skip_any("底 末");
            return Some(Found { year, months: *months, day: None, at_end, part_of_month: 1 });
        }
        self.skip_any("第");
        let sign = self.skip_any("q Q");
        let (n, _) = self.digits(1)?;
        if !sign && !self.rest.starts_with('季') {
            return None;
        }
        let year = year.unwrap_or_else(|| self.assume_year(from));
        self.quarter(n, year)
    }

    fn quarter(&mut self, n: i32, year: i32) -> Option<Found> {
        self.skip_any("季度 季");
        let first = n.unsigned_abs().checked_mul(3)?.checked_sub(2).filter(|m| *m <= 10)?;
        let at_end = self.skip_any("底 末");
        Some(Found { year, months: (first, first + 2), day: None, at_end, part_of_month: 1 })
    }

    /// The year for a date without one: the range's first, or, with a doubt, the title's or today's.
    fn assume_year(&mut self, from: Option<&Found>) -> i32 {
        match from {
            Some(first) => first.year,
            None => {
                self.note(Doubt::YearAssumed);
                self.hints.year.unwrap_or(self.hints.today.year())
            }
        }
    }

    /// The full year of two digits: not more than twenty years ahead of today.
    fn century(&mut self, year: i32) -> i32 {
        self.note(Doubt::CenturyAssumed);
        let this = self.hints.today.year();
        let near = this - this.rem_euclid(100) + year;
        if near > this + 20 { near - 100 } else { near }
    }

    fn separator(&mut self) -> Option<char> {
        let c = self.rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.' | '\\' | '、' | '。'))?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }
}
