//! Headings: what they say once units, numbering and decoration are off, and how alike two are.

use crate::domain::read::{area_unit, chinese_numeral, money_unit, squeeze};

/// Remarks in brackets that say how to fill a column in and not what it holds.
const HINTS: &str = "必填 选填 可选 多选 单选 下拉 个 人 条 户 家 天 亩 万 亿 元 是/否 如有 简要 含税 单位 按实际 以协议为准 没有填无 请填写 格式";

/// Units that stand at the end of a heading without brackets.
const ENDINGS: &str = "亿元人民币 万元人民币 亿元 万元 亿美元 万美元 平方米 ㎡ 亩 元";

/// A heading in its plain form: squeezed, in lower case, without units, hints, numbering and strokes;
/// "2026年1-9月到位资金" becomes "年度到位资金".
pub(super) fn normal(heading: &str) -> String {
    let text = without_brackets(&squeeze(heading).to_ascii_lowercase());
    let text = text.trim_start_matches("其中").trim_start_matches([':', '*', '#', '、', '.']);
    let text = without_number(text);
    let text = without_period(text);
    let mut plain: String = text.chars().filter(|c| !is_stroke(*c)).collect();
    for ending in ENDINGS.split(' ') {
        if let Some(stem) =
            plain.strip_suffix(ending).filter(|s| s.chars().count() >= 2 && !s.ends_with(['单', '美']))
        {
            plain = stem.to_owned();
            break;
        }
    }
    plain
}

fn is_stroke(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ':' | '*' | '#' | '、' | ',' | '.' | '/' | '-' | '_' | ';' | '"' | '\'' | '“' | '”' | '·' | '&'
        )
}

/// Drops brackets with units and hints in them; other bracketed words join the heading.
fn without_brackets(text: &str) -> String {
    let (mut out, mut inner, mut depth) = (String::new(), String::new(), 0usize);
    for c in text.chars() {
        match c {
            '(' | '[' | '【' | '<' | '《' => depth += 1,
            ')' | ']' | '】' | '>' | '》' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    let taken = std::mem::take(&mut inner);
                    if !is_hint(&taken) {
                        out.push_str(&taken);
                    }
                }
            }
            _ if depth > 0 => inner.push(c),
            _ => out.push(c),
        }
    }
    out
}

fn is_hint(inner: &str) -> bool {
    let bare = inner.trim_start_matches("单位").trim_start_matches(':');
    money_unit(bare).is_some()
        || area_unit(bare).is_some()
        || HINTS.split(' ').any(|hint| bare == hint || inner.contains(hint) && hint.chars().count() > 1)
        || inner
            .chars()
            .all(|c| c.is_ascii_digit() || is_stroke(c) || matches!(c, '%' | '年' | '月' | '日' | '√' | '×'))
}

/// "1.项目名称", "(2)投资方", "一、概况".
fn without_number(text: &str) -> &str {
    let stem = text.trim_start_matches(|c: char| c.is_ascii_digit() || chinese_numeral(c));
    match stem.strip_prefix(['.', '、']) {
        Some(rest) if stem.len() < text.len() && !rest.is_empty() => rest,
        _ => text,
    }
}

/// Replaces years and spans of months by "年度": a column of this year's figures.
fn without_period(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let digits = rest.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'-' | b'~')).count();
        let tail = rest.get(digits..).unwrap_or("");
        let after = tail
            .strip_prefix("年度")
            .or_else(|| tail.strip_prefix('年'))
            .or_else(|| tail.strip_prefix("月份"))
            .or_else(|| tail.strip_prefix('月'));
        match after {
            Some(after) if digits > 0 && c.is_ascii_digit() => {
                if !out.ends_with("年度") {
                    out.push_str("年度");
                }
                rest = after;
            }
            _ => {
                out.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    out
}

/// A heading or a name in plain form, made ready to be compared with many.
#[derive(Debug)]
pub(super) struct Plain {
    /// The plain form.
    pub text: String,
    chars: Vec<char>,
    /// One bit for each character, shared by some: texts without a bit in common share no character.
    letters: u64,
}

impl Plain {
    /// Of a heading as it is written.
    pub fn of(heading: &str) -> Self {
        Self::new(normal(heading))
    }

    /// Of what is in plain form already.
    pub fn new(text: String) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let letters = chars.iter().fold(0, |bits, c| bits | 1 << (*c as u32 % 64));
        Self { text, chars, letters }
    }

    fn contains(&self, other: &Plain) -> bool {
        other.letters & !self.letters == 0 && self.chars.windows(other.chars.len()).any(|w| w == other.chars)
    }
}

/// How alike a heading and a name are: 1 for equal, 0 for nothing in common.
pub(super) fn likeness(heading: &Plain, name: &Plain) -> f32 {
    // True of empty ones, too.
    if heading.letters & name.letters == 0 {
        return 0.0;
    }
    if heading.chars == name.chars {
        return 1.0;
    }
    let (h, n) = (heading.chars.len() as f32, name.chars.len() as f32);
    let contained = if n >= 2.0 && heading.contains(name) {
        // The end of a Chinese compound says what it is: "计划总投资" is a total investment.
        let at_end = if heading.chars.ends_with(&name.chars) { 0.08 } else { 0.0 };
        0.55 + 0.35 * n / h + at_end
    } else if h >= 2.0 && name.contains(heading) {
        0.50 + 0.35 * h / n
    } else {
        0.0
    };
    // Texts of very different length cannot have most of their characters in common.
    let similar = if h.min(n) * 2.0 > h.max(n) { 0.88 * common(&heading.chars, &name.chars) } else { 0.0 };
    contained.max(similar).min(0.97)
}

/// The share of characters two texts have in common, whatever their order.
fn common(a: &[char], b: &[char]) -> f32 {
    // Headings are short: looking each character up again costs less than counting them in a map.
    let times = |text: &[char], c: char| text.iter().filter(|x| **x == c).count();
    let first = |i: usize, c: char| !a[..i].contains(&c);
    let each = a.iter().enumerate().filter(|(i, c)| first(*i, **c));
    let shared: usize = each.map(|(_, c)| times(a, *c).min(times(b, *c))).sum();
    let share = 2.0 * shared as f32 / (a.len() + b.len()) as f32;
    // Two of four characters in common means nothing in Chinese.
    if share >= 0.7 { share } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_plain_form() {
        for (heading, plain) in [
            ("总投资\n(亿元)", "总投资"),
            ("其中:固定资产", "固定资产"),
            ("*1.项目名称", "项目名称"),
            ("项 目 名 称", "项目名称"),
            ("2026年计划投资(万元)", "年度计划投资"),
            ("2026年1-9月到位资金", "年度到位资金"),
            ("开工时间(发改)", "开工时间发改"),
            ("签约时间(年/月/日)", "签约时间"),
            ("总投资亿元", "总投资"),
            ("联系人及电话", "联系人及电话"),
            ("内/外资", "内外资"),
            ("新增线索(条)", "新增线索"),
            ("单元", "单元"),
        ] {
            assert_eq!(normal(heading), plain, "{heading}");
        }
    }

    #[test]
    fn likeness_is_ordered() {
        let likeness = |a: &str, b: &str| likeness(&Plain::new(a.into()), &Plain::new(b.into()));
        assert!(likeness("计划总投资", "总投资") > likeness("总投资", "固定资产投资"));
        assert!(likeness("累计到位资金", "到位资金累计") > 0.8);
        assert!(likeness("备注", "项目名称") < 0.1);
        assert!(likeness("签约情况时间", "签约时间") > 0.6);
        assert_eq!(likeness("", ""), 0.0);
    }
}
