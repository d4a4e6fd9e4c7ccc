//! Number formats: which numbers are days, and how a number looks in its cell.

use super::cell::{Cell, Raw};
use crate::domain::read::{Decimal, serial_day};
use chrono::{Days, NaiveDateTime, NaiveTime, Timelike};

/// A number format as far as it matters here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Format {
    /// General, text, and everything not understood: the number as it is.
    #[default]
    General,
    /// A day, perhaps with a time.
    Date,
    /// A time of day or an elapsed time.
    Time,
    /// Fixed decimals with words around them.
    Number(Pattern),
}

/// The parts of a format such as `#,##0.00"亿元"`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pattern {
    prefix: String,
    suffix: String,
    thousands: bool,
    /// Digits after the point that are always shown.
    fixed: usize,
    /// Digits after the point at most.
    most: usize,
    percent: bool,
    /// Commas after the digits: each divides by a thousand.
    scale: u32,
}

impl Format {
    /// One of the formats that are not written out in the file. Numbers 27 to 36 and 50 to 58 are
    /// days in Chinese, Japanese and Korean Excel.
    pub fn built_in(id: u32) -> Self {
        match id {
            1 => Self::parse("0"),
            2 => Self::parse("0.00"),
            3 => Self::parse("#,##0"),
            4 => Self::parse("#,##0.00"),
            9 => Self::parse("0%"),
            10 => Self::parse("0.00%"),
            14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Self::Date,
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => Self::Time,
            37 | 38 => Self::parse("#,##0"),
            39 | 40 | 43 => Self::parse("#,##0.00"),
            _ => Self::General,
        }
    }

    /// Understands the first section of a format code.
    pub fn parse(code: &str) -> Self {
        let mut pattern = Pattern::default();
        let (mut digits, mut after_point, mut pending_commas) = (0usize, false, 0u32);
        let (mut day, mut time) = (false, false);
        let mut chars = code.chars().peekable();
        while let Some(c) = chars.next() {
            let mut literal = None;
            match c {
                ';' => break,
                '"' => literal = Some(chars.by_ref().take_while(|c| *c != '"').collect::<String>()),
                '\\' | '!' => literal = chars.next().map(String::from),
                '_' | '*' => {
                    chars.next();
                }
                '[' => {
                    let inner: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    let elapsed = inner.chars().all(|c| matches!(c.to_ascii_lowercase(), 'h' | 'm' | 's'));
                    if elapsed && !inner.is_empty() {
                        time = true;
                    } else if inner.starts_with(['<', '>', '=']) {
                        return Self::General;
                    } else if let Some(currency) = inner.strip_prefix('$') {
                        literal = currency.split('-').next().map(str::to_owned);
                    }
                }
                '0' | '#' | '?' => {
                    digits += 1;
                    pattern.thousands |= pending_commas > 0;
                    pending_commas = 0;
                    if after_point {
                        pattern.most += 1;
                        if c == '0' {
                            pattern.fixed = pattern.most;
                        }
                    }
                    // Digits, words, digits again: a trick such as `0!.0,` that is not followed here.
                    if !pattern.suffix.is_empty() {
                        return Self::General;
                    }
                }
                '.' if digits > 0 || chars.peek() == Some(&'0') => after_point = true,
                ',' if digits > 0 => pending_commas += 1,
                '%' => {
                    pattern.percent = true;
                    literal = Some("%".into());
                }
                'y' | 'Y' | 'd' | 'D' | 'e' | 'b' if digits == 0 => day = true,
                'm' | 'M' | 'h' | 'H' | 's' | 'S' if digits == 0 => time = true,
                'G' | 'g' if code.to_ascii_lowercase().starts_with("general") => return Self::General,
                'E' | 'e' | '/' if digits > 0 => return Self::General,
                '@' => return Self::General,
                _ => literal = Some(c.to_string()),
            }
            if let Some(text) = literal {
                if digits == 0 { pattern.prefix.push_str(&text) } else { pattern.suffix.push_str(&text) }
            }
        }
        // "m" alone is a month ("m\"月\"d\"日\"" has a day; "yyyy\"年\"m\"月\"" a year), with "h" or "s" a minute.
        let lower = code.to_ascii_lowercase();
        let month = time && lower.contains('m') && !lower.contains(['h', 's']);
        if day || month {
            return Self::Date;
        }
        if time {
            return Self::Time;
        }
        if digits == 0 {
            return Self::General;
        }
        pattern.scale = pending_commas;
        Self::Number(pattern)
    }

    /// The cell of a number with this format.
    pub fn cell(&self, value: f64, from_1904: bool) -> Cell {
        let plain = || Cell { shown: plain(value), raw: Raw::Number(value) };
        match self {
            Self::General => plain(),
            Self::Date => match moment(value, from_1904) {
                Some(at) => Cell { shown: iso(at), raw: Raw::Date(at) },
                None => plain(),
            },
            Self::Time => match moment(value, from_1904) {
                // A day number under a time format is still a day; less than one day is a time only.
                Some(at) if value >= 1.0 => Cell { shown: iso(at), raw: Raw::Date(at) },
                Some(at) => Cell { shown: clock(at), raw: Raw::Number(value) },
                None => plain(),
            },
            Self::Number(pattern) => Cell { shown: pattern.show(value), raw: Raw::Number(value) },
        }
    }
}

/// The shortest decimal of a number, without an exponent.
pub(super) fn plain(value: f64) -> String {
    format!("{value}")
}

fn clock(at: NaiveDateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

fn iso(at: NaiveDateTime) -> String {
    let day = at.date();
    if at.time() == NaiveTime::MIN { day.to_string() } else { format!("{day} {}", clock(at)) }
}

/// The moment of a day number with its fraction.
pub(super) fn moment(value: f64, from_1904: bool) -> Option<NaiveDateTime> {
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    // In range, so both casts are exact enough: whole days, and seconds of a day.
    let day = serial_day(value.trunc() as i64, from_1904)?;
    let seconds = ((value.fract() * 86_400.0).round() as u32).min(86_400);
    match NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0) {
        Some(time) => Some(day.and_time(time)),
        None => Some(day.checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN)),
    }
}

impl Pattern {
    fn show(&self, value: f64) -> String {
        let factor = if self.percent { 100.0 } else { 1.0 };
        let scaled = value * factor / 1000f64.powi(i32::try_from(self.scale).unwrap_or(i32::MAX));
        if !scaled.is_finite() {
            return plain(value);
        }
        let mut digits = rounded(scaled.abs(), self.most.min(12));
        if self.most > self.fixed && digits.contains('.') {
            let keep = digits.len() - (self.most.min(12) - self.fixed);
            while digits.len() > keep && digits.ends_with('0') {
                digits.pop();
            }
            if digits.ends_with('.') {
                digits.pop();
            }
        }
        if self.thousands {
            digits = with_commas(&digits);
        }
        let zero = !digits.contains(|c: char| ('1'..='9').contains(&c));
        let sign = if scaled < 0.0 && !zero { "-" } else { "" };
        format!("{sign}{}{digits}{}", self.prefix, self.suffix)
    }
}

/// A number with `places` decimals, rounded as a decimal (0.125 is 0.13), not as a binary fraction.
fn rounded(value: f64, places: usize) -> String {
    let scale = 10i64.checked_pow(u32::try_from(places).unwrap_or(u32::MAX));
    match scale.and_then(|s| Decimal::from_f64(value)?.times(s)) {
        Some(whole) if places > 0 => {
            let text = format!("{whole:0>width$}", width = places + 1);
            let (int, frac) = text.split_at(text.len() - places);
            format!("{int}.{frac}")
        }
        Some(whole) => whole.to_string(),
        None => plain(value),
    }
}

fn with_commas(digits: &str) -> String {
    let (int, frac) = digits.split_once('.').map_or((digits, None), |(i, f)| (i, Some(f)));
    let mut out = String::new();
    for (i, c) in int.chars().enumerate() {
        if i > 0 && (int.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(c);
    }
    match frac {
        Some(frac) => format!("{out}.{frac}"),
        None => out,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_from_numbers() {
        for code in [
            "yyyy-mm-dd",
            "yyyy\"年\"m\"月\"d\"日\"",
            "[$-804]yyyy/m/d;@",
            "m\"月\"d\"日\"",
            "mmm-yy",
            "yyyy/m/d h:mm",
        ] {
            assert_eq!(Format::parse(code), Format::Date, "{code}");
        }
        for code in ["h:mm:ss", "[h]:mm", "mm:ss"] {
            assert_eq!(Format::parse(code), Format::Time, "{code}");
        }
        for code in
            ["General", "@", "# ?/?", "0.00E+00", "[>=100000000]0.00,,\"亿\"", "G/通用格式", "0!.0,\"万\""]
        {
            assert_eq!(Format::parse(code), Format::General, "{code}");
        }
    }

    #[test]
    fn numbers_look_as_in_excel() {
        for (code, value, shown) in [
            ("0.00", 0.375, "0.38"),
            ("0.00", 1.005, "1.01"),
            ("0", 2.5, "3"),
            ("#,##0", 1_234_567.0, "1,234,567"),
            ("#,##0.00_ ", 5000.0, "5,000.00"),
            ("0.##", 1.5, "1.5"),
            ("0.##", 2.0, "2"),
            ("0.0%", 0.855, "85.5%"),
            ("0.00\"亿元\"", 1.5, "1.50亿元"),
            ("0.0,\"千元\"", 1500.0, "1.5千元"),
            ("\"约\"0", 3.0, "约3"),
            ("[$¥-804]#,##0", 1200.0, "¥1,200"),
            ("0.00;[Red]-0.00", -1.5, "-1.50"),
            ("0", -0.2, "0"),
            ("General", 19_900_005_750.0, "19900005750"),
        ] {
            assert_eq!(Format::parse(code).cell(value, false).shown, shown, "{code}");
        }
    }

    #[test]
    fn days_are_shown_in_iso_form() {
        assert_eq!(Format::Date.cell(46_023.0, false).shown, "2026-01-01");
        assert_eq!(Format::Date.cell(46_023.5, false).shown, "2026-01-01 12:00");
        assert_eq!(Format::Date.cell(44_561.0, true).shown, "2026-01-01");
        assert_eq!(Format::Time.cell(0.75, false).shown, "18:00");
        assert_eq!(Format::Date.cell(-3.0, false).shown, "-3");
        assert_eq!(Format::Date.cell(1e300, false).raw, Raw::Number(1e300));
        assert_eq!(Format::Date.cell(46_022.999_999_999, false).shown, "2026-01-01");
    }
}
