//! The grammar shared by amounts and areas: a number, a multiplier, a unit, and all that people
//! write around them ("约1.5亿元", "3-4.5亿", "1亿5000万", "不低于2亿", "1.2亿(其中固投0.8亿)").

use super::chinese;
use super::decimal::Decimal;
use super::text::{squeeze, tidy};
use super::{Doubt, Reading};

/// One number as written, with the multiplier and unit that follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part<U> {
    pub number: Decimal,
    /// 万, 亿 …; `None` when nothing is written.
    pub times: Option<i64>,
    pub unit: Option<U>,
}

/// A value or a range, before units are settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quantity<U> {
    /// The lower end: one part, or several to be added ("1亿5000万").
    pub low: Vec<Part<U>>,
    /// The upper end of a range.
    pub high: Option<Part<U>>,
}

/// Words that only introduce an amount.
const NOISE: &str = "\
    总投资额 总投资 投资总额 计划 规划 拟 投资额 投资 总额 金额 合计 共计 共 总计 为 达到 达 折合 : \
    , 占地 用地 面积";
const APPROXIMATE: &str = "\
    大约 大概 约为 约 将近 接近 近 估算 预估 预计 左右 上下 初步 暂定 暂估 ≈ 意向";
const AT_LEAST: &str = "\
    不低于 不少于 不小于 至少 超过 大于 高于 以上 突破 ≥ >= > 逾 超 起 + 余 多";
const AT_MOST: &str = "\
    不超过 不高于 不大于 不多于 至多 最多 少于 小于 低于 以内 以下 之内 ≤ <= <";
const RANGE: &str = "--- -- —— — – ― - ~ 〜 ∼ 至 到";

/// Multipliers, the longest first.
const MULTIPLIERS: &[(&str, i64)] = &[
    ("千亿", 100_000_000_000),
    ("百亿", 10_000_000_000),
    ("十亿", 1_000_000_000),
    ("万亿", 1_000_000_000_000),
    ("千万", 10_000_000),
    ("仟万", 10_000_000),
    ("百万", 1_000_000),
    ("佰万", 1_000_000),
    ("十万", 100_000),
    ("亿", 100_000_000),
    ("億", 100_000_000),
    ("万", 10_000),
    ("萬", 10_000),
    ("w", 10_000),
    ("千", 1_000),
    ("仟", 1_000),
    ("k", 1_000),
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("bn", 1_000_000_000),
];

/// What may follow a numeral in characters besides a multiplier.
const COUNTED: [char; 21] = [
    '元', '圆', '美', '欧', '港', '亩', '平', '㎡', '公', '天', '日', '人', '个', '家', '次', '条', '多',
    '余', '至', '到', '-',
];

/// The scale of a multiplier word standing at the start of `text`, and its length in bytes.
pub(super) fn multiplier(text: &str) -> Option<(i64, usize)> {
    MULTIPLIERS.iter().find(|(w, _)| text.starts_with(w)).map(|(w, scale)| (*scale, w.len()))
}

/// Reads a quantity; `unit` recognises a unit word at the start of a text and gives its length.
pub(super) fn read<U: Copy>(text: &str, unit: impl Fn(&str) -> Option<(U, usize)>) -> Reading<Quantity<U>> {
    let mut doubts = Vec::new();
    let (main, aside) = set_notes_aside(&squeeze(text));
    let main = repair(&main.to_ascii_lowercase(), &mut doubts);
    let mut scan = Scan { rest: &main, unit, doubts, aside, low: Vec::new(), high: None };
    scan.run();
    let Scan { mut doubts, aside, low, high, .. } = scan;
    if !aside.is_empty() {
        doubts.push(Doubt::Aside(tidy(&aside)));
    }
    if low.is_empty() {
        return Reading::unreadable();
    }
    Reading { value: Some(Quantity { low, high }), doubts }
}

/// The state of one pass over the text.
struct Scan<'a, F, U> {
    rest: &'a str,
    unit: F,
    doubts: Vec<Doubt>,
    aside: String,
    low: Vec<Part<U>>,
    high: Option<Part<U>>,
}

impl<U: Copy, F: Fn(&str) -> Option<(U, usize)>> Scan<'_, F, U> {
    fn run(&mut self) {
        while let Some(c) = self.rest.chars().next() {
            let minus = self.low.is_empty() && c == '-';
            if let Some((number, len)) = minus.then(|| number_at(&self.rest[1..])).flatten() {
                self.take_number(number.negated(), len + 1);
            } else if let Some((number, len)) = number_at(self.rest) {
                self.take_number(number, len);
            } else if self.low.is_empty() && self.skip_any(NOISE) {
                continue;
            } else if self.skip_any(APPROXIMATE) {
                self.note(Doubt::Approximate);
            } else if self.skip_any(AT_MOST) {
                self.note(Doubt::UpperBound);
            } else if self.skip_any(AT_LEAST) {
                self.note(Doubt::LowerBound);
            } else if let Some((unit, len)) = (self.unit)(self.rest).filter(|_| self.low.is_empty()) {
                // "US$3.5亿", "¥500万": the unit stands before its number.
                self.rest = &self.rest[len..];
                if let Some((number, len)) = number_at(self.rest) {
                    self.take_number(number, len);
                    if let Some(part) = self.low.last_mut() {
                        part.unit = part.unit.or(Some(unit));
                    }
                }
            } else if matches!(c, '。' | ';' | '!' | ':' | '"' | '\'') && self.rest.len() == c.len_utf8() {
                return;
            } else if self.low.is_empty() {
                self.aside.push(c);
                self.rest = &self.rest[c.len_utf8()..];
            } else {
                self.leave_rest_aside();
            }
        }
    }

    fn note(&mut self, doubt: Doubt) {
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
    }

    fn skip_any(&mut self, words: &str) -> bool {
        match words.split(' ').find(|w| self.rest.starts_with(w)) {
            Some(word) => {
                self.rest = &self.rest[word.len()..];
                true
            }
            None => false,
        }
    }

    fn leave_rest_aside(&mut self) {
        let rest = self.rest.trim_matches(|c: char| matches!(c, ',' | ';' | '。' | '、' | '/' | '.'));
        if !self.aside.is_empty() && !rest.is_empty() {
            self.aside.push(',');
        }
        self.aside.push_str(rest);
        self.rest = "";
    }

    /// Takes the number at the front with what belongs to it, and a range end if one follows.
    fn take_number(&mut self, number: Decimal, len: usize) {
        let before = self.rest;
        let part = self.part(number, len);
        match self.low.last() {
            None => self.low.push(part),
            // "1亿5000万": a smaller multiplier straight after a larger one adds up.
            Some(last) if last.unit.is_none() && part.times < last.times => self.low.push(part),
            Some(_) => {
                self.rest = before;
                self.leave_rest_aside();
                return;
            }
        }
        let before = self.rest;
        if self.high.is_none() && self.low.len() == 1 && self.skip_any(RANGE) {
            self.skip_any(APPROXIMATE);
            match number_at(self.rest) {
                Some((number, len)) => self.high = Some(self.part(number, len)),
                None => self.rest = before,
            }
        }
    }

    fn part(&mut self, number: Decimal, len: usize) -> Part<U> {
        self.rest = &self.rest[len..];
        // "10多亿", "3余万": the word stands between the number and its multiplier.
        let tail = self.rest.strip_prefix(['多', '余']).filter(|t| multiplier(t).is_some());
        if let Some(tail) = tail {
            self.note(Doubt::LowerBound);
            self.rest = tail;
        }
        // "KRW" begins with a currency, not with k for a thousand.
        let unit_first = (self.unit)(self.rest).is_some();
        let times = multiplier(self.rest).filter(|_| !unit_first).map(|(scale, len)| {
            self.rest = &self.rest[len..];
            scale
        });
        let tail = self.rest.strip_prefix(['多', '余']).filter(|t| (self.unit)(t).is_some());
        if let Some(tail) = tail {
            self.note(Doubt::LowerBound);
            self.rest = tail;
        }
        let unit = (self.unit)(self.rest).map(|(unit, len)| {
            self.rest = &self.rest[len..];
            unit
        });
        Part { number, times, unit }
    }
}

/// The number at the start of `text` and its length in bytes: "1,200.5", "2026", "二十五".
fn number_at(text: &str) -> Option<(Decimal, usize)> {
    let bytes = text.as_bytes();
    let mut end = 0;
    let mut digits = String::new();
    while let Some(b) = bytes.get(end) {
        match b {
            b'0'..=b'9' => digits.push(char::from(*b)),
            b'.' if !digits.contains('.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) => {
                digits.push('.')
            }
            b',' if thousands_follow(&bytes[end + 1..]) && !digits.is_empty() && !digits.contains('.') => {}
            b'e' if exponent_len(&bytes[end..]) > 0 && !digits.is_empty() => {
                let len = exponent_len(&bytes[end..]);
                digits.push_str(text.get(end..end + len)?);
                end += len;
                break;
            }
            _ => break,
        }
        end += 1;
    }
    if !digits.is_empty() {
        // "2期" counts phases.
        let ordinal = text.get(end..)?.starts_with(['期', '批', '号', '#']);
        return Decimal::parse(&digits).filter(|_| !ordinal).map(|d| (d, end));
    }
    let len: usize = text.chars().take_while(|c| chinese::is_numeral(*c)).map(char::len_utf8).sum();
    let whole = chinese::number(text.get(..len)?)?;
    let tail = &text[len..];
    // "一点五亿"
    if let Some(after) = tail.strip_prefix('点') {
        let frac: usize = after.chars().take_while(|c| chinese::is_numeral(*c)).map(char::len_utf8).sum();
        let words = after.get(..frac)?;
        if let Some(value) = chinese::number(words).filter(|v| *v < 10 && words.chars().count() == 1) {
            return Decimal::parse(&format!("{whole}.{value}")).map(|d| (d, len + '点'.len_utf8() + frac));
        }
    }
    // "一期3亿" begins with a numeral that is no amount: only a multiplier or unit makes it one.
    let counted = tail.is_empty() || multiplier(tail).is_some() || tail.starts_with(COUNTED);
    counted.then_some((Decimal::whole(whole), len))
}

/// Whether exactly three digits follow, so that the comma before them parts thousands.
fn thousands_follow(bytes: &[u8]) -> bool {
    bytes.len() >= 3
        && bytes[..3].iter().all(u8::is_ascii_digit)
        && !bytes.get(3).is_some_and(u8::is_ascii_digit)
}

/// The length of "e+08" at the start, or 0.
fn exponent_len(bytes: &[u8]) -> usize {
    let sign = usize::from(matches!(bytes.get(1), Some(b'+' | b'-')));
    let digits = bytes.iter().skip(1 + sign).take_while(|b| b.is_ascii_digit()).count();
    if digits == 0 || digits > 2 { 0 } else { 1 + sign + digits }
}

/// Parts bracketed notes from the value: "1.2亿(其中固投0.8亿)". A unit or a word of approximation
/// in brackets stays with the value, and so does everything when there is nothing outside.
fn set_notes_aside(text: &str) -> (String, String) {
    let (mut main, mut aside, mut inner) = (String::new(), String::new(), String::new());
    let mut depth = 0usize;
    for c in text.chars() {
        match c {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    let short = inner.chars().count() <= 4 && !inner.chars().any(|c| c.is_ascii_digit());
                    if short {
                        main.push_str(&inner)
                    } else {
                        aside.push_str(&inner)
                    }
                    inner.clear();
                }
            }
            _ if depth > 0 => inner.push(c),
            _ => main.push(c),
        }
    }
    aside.push_str(&inner);
    if main.is_empty() { (aside, String::new()) } else { (main, aside) }
}

/// Puts right the slips seen in typed amounts, and says so.
fn repair(text: &str, doubts: &mut Vec<Doubt>) -> String {
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |i: Option<usize>| i.and_then(|i| chars.get(i)).is_some_and(char::is_ascii_digit);
    let mut out = String::with_capacity(text.len());
    let mut slip = false;
    for (i, c) in chars.iter().enumerate() {
        let (before, after) = (is_digit(i.checked_sub(1)), is_digit(Some(i + 1)));
        let lone_comma = *c == ',' && before && after && {
            let run = chars[i + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
            run < 3 && !text[..].contains('.')
        };
        match c {
            '。' | '·' if before && after => out.push('.'),
            'o' if before
                && (after
                    || chars
                        .get(i + 1)
                        .is_some_and(|n| *n == 'o' || multiplier(&n.to_string()).is_some())) =>
            {
                out.push('0')
            }
            'l' if after && (i == 0 || before) => out.push('1'),
            '.' if before && chars.get(i + 1) == Some(&'.') => {}
            _ if lone_comma => out.push('.'),
            _ => {
                out.push(*c);
                continue;
            }
        }
        slip = true;
    }
    if slip {
        doubts.push(Doubt::Typo);
    }
    out
}
