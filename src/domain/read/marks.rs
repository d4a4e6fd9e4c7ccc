//! Short marks: yes and no, credit codes, enumerations.

use super::text::{is_empty_mark, squeeze, tidy};
use super::{Doubt, Reading};

const YES: &str = "\
    是 有 √ ✓ ✔ ☑ y yes true t 1 对 已 已完成 已办理 完成 符合 ● ☆ ★ 跟随 v";
const NO: &str = "\
    否 无 没有 不是 × ✗ ✘ x n no false f 0 未 未完成 未办理 不 非 不符合 ○ 独立 ☐ □";

/// Reads 是/否 and its many spellings; "是(FDI)" keeps the words beside it as a doubt.
/// Here "无" is an answer, not an empty mark.
pub fn yes_no(text: &str) -> Reading<bool> {
    let plain = squeeze(text).to_ascii_lowercase();
    if YES.split(' ').any(|w| w == plain) {
        return Reading::sure(true);
    }
    if NO.split(' ').any(|w| w == plain) {
        return Reading::sure(false);
    }
    if is_empty_mark(text) {
        return Reading::none();
    }
    let aside = |rest: &str| vec![Doubt::Aside(rest.trim_matches(['(', ')', ',', ':', '。']).to_owned())];
    // "不是" and "没有" are in the list above, so a leading 不, 未 or 无 negates whatever follows.
    if let Some(rest) = ["否", "不", "未", "无", "没"].iter().find_map(|w| plain.strip_prefix(w)) {
        return Reading { value: Some(false), doubts: aside(rest) };
    }
    if let Some(rest) = ["是", "有", "已", "√"].iter().find_map(|w| plain.strip_prefix(w)) {
        return Reading { value: Some(true), doubts: aside(rest) };
    }
    Reading::unreadable()
}

/// The symbols of a unified social credit code in the order of their values (GB 32100-2015).
const CODE_SYMBOLS: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Reads a unified social credit code. A code of the right shape whose check symbol is wrong is kept
/// with [`Doubt::Uncertain`]; letters O and I typed for digits are put right with [`Doubt::Typo`].
pub fn credit_code(text: &str) -> Reading<String> {
    if is_empty_mark(text) {
        return Reading::none();
    }
    let typed: String =
        squeeze(text).to_uppercase().chars().filter(|c| !matches!(c, '-' | '\'' | ':')).collect();
    let code = typed.replace('O', "0").replace('I', "1");
    if code.len() != 18 || !code.bytes().all(|b| CODE_SYMBOLS.contains(&b)) {
        return Reading::unreadable();
    }
    let mut doubts = Vec::new();
    if code != typed {
        doubts.push(Doubt::Typo);
    }
    if !check_symbol_holds(&code) {
        doubts.push(Doubt::Uncertain);
    }
    Reading { value: Some(code), doubts }
}

/// Whether the 18th symbol fits the other 17: weights 3^i mod 31.
fn check_symbol_holds(code: &str) -> bool {
    let value = |b: u8| CODE_SYMBOLS.iter().position(|s| *s == b);
    let mut weight = 1;
    let mut sum = 0;
    let mut values = code.bytes().filter_map(value);
    for v in values.by_ref().take(17) {
        sum += v * weight;
        weight = weight * 3 % 31;
    }
    values.next() == Some((31 - sum % 31) % 31)
}

/// Splits an enumeration: "甲公司、乙公司;丙公司" or one entry a line. Numbering is dropped.
pub fn list(text: &str) -> Reading<Vec<String>> {
    if is_empty_mark(text) {
        return Reading::none();
    }
    let mut depth = 0usize;
    let parts = text.split(|c: char| {
        match c {
            '(' | '\u{ff08}' => depth += 1,
            ')' | '\u{ff09}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, '、' | ';' | '\u{ff1b}' | ',' | '\u{ff0c}' | '\n' | '\r' | '|')
    });
    let entries: Vec<String> =
        parts.map(|p| without_number(&tidy(p)).to_owned()).filter(|p| !is_empty_mark(p)).collect();
    if entries.is_empty() { Reading::unreadable() } else { Reading::sure(entries) }
}

/// "1.甲公司" → "甲公司".
fn without_number(entry: &str) -> &str {
    let entry = entry.trim_end_matches(['。', '.']);
    let digits = entry.trim_start_matches(|c: char| c.is_ascii_digit());
    match digits.strip_prefix(['.', ')']) {
        Some(rest) if digits.len() < entry.len() && !rest.starts_with(|c: char| c.is_ascii_digit()) => {
            rest.trim()
        }
        _ => entry,
    }
}
