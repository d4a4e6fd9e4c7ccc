//! Cleaning of typed text: widths, spaces, stray marks.

/// Words and strokes that mean "nothing here".
const EMPTY_MARKS: &str = "\
    - -- --- / // \\ — —— – ― ─ _ ~ . 、 * 无 暂无 没有 待定 暂定 未定 待补充 待填 不详 未知 \
    空 略 n/a na none null nil tbd 无数据 暂缺 尚无 尚未确定 未确定 待确定 待明确 不涉及 ? ?? \
    0000-00-00";

/// No empty mark is longer, in bytes: most cells are, and need not be compared with each.
const LONGEST_MARK: usize = 12;

/// With the brackets around it no empty mark has more characters than this.
const LONGEST_BRACKETED: usize = 40;

/// Whether a character is a Han character (the common planes).
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{323af}' | '\u{f900}'..='\u{faff}' | '〇')
}

/// Characters that take no room and carry no meaning.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{ad}')
        || (c.is_control() && !c.is_whitespace())
}

/// Full-width ASCII to ASCII, and the look-alikes that mean the same in a table.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' => ' ',
        '﹣' | '−' | '‐' | '‑' | '‒' => '-',
        '〔' | '﹝' => '(',
        '〕' | '﹞' => ')',
        '￥' => '¥',
        _ => c,
    }
}

/// Folds full-width forms to half-width and drops invisible characters; spaces and breaks stay.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    out.extend(text.chars().filter(|c| !is_invisible(*c)).map(half_width));
    out
}

/// Folds, and removes every space and line break: the form the value readers work on.
pub fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    out.extend(squeezed(text));
    out
}

fn squeezed(text: &str) -> impl Iterator<Item = char> + '_ {
    let seen = text.chars().filter(|c| !is_invisible(*c)).map(half_width);
    seen.filter(|c| !c.is_whitespace())
}

/// One clean line: folded, trimmed, runs of spaces made one. A line break inside a Chinese phrase is
/// only a wrapped cell and vanishes; a spread-out word ("张 三", "项 目 名 称") closes up.
pub fn tidy(text: &str) -> String {
    let folded = without_pinyin(&fold(text));
    let mut out = String::with_capacity(folded.len());
    for line in folded.lines().map(close_up).filter(|l| !l.is_empty()) {
        let joint = (out.chars().next_back(), line.chars().next());
        if !matches!(joint, (None, _)) && !matches!(joint, (Some(a), Some(b)) if is_wide(a) || is_wide(b)) {
            out.push(' ');
        }
        out.push_str(&line);
    }
    out
}

/// One line with its runs of spaces made one, and none at all when the pieces are the single
/// characters of one word or the two or three of a name.
fn close_up(line: &str) -> String {
    let pieces: Vec<&str> = line.split_whitespace().collect();
    let han = pieces.iter().all(|p| p.chars().all(is_han));
    let single = pieces.iter().all(|p| p.chars().count() == 1);
    let total: usize = pieces.iter().map(|p| p.chars().count()).sum();
    if han && (single || total <= 3) { pieces.concat() } else { pieces.join(" ") }
}

/// Long text: line breaks and Chinese punctuation stay as written; only letters, digits and spaces
/// are folded, line ends trimmed and empty lines at both ends dropped.
pub fn paragraph(text: &str) -> String {
    let text = without_pinyin(&text.replace("\r\n", "\n").replace('\r', "\n"));
    let folded: String = text
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| {
            let half = half_width(c);
            if half.is_ascii_alphanumeric() || half == ' ' { half } else { c }
        })
        .collect();
    let lines: Vec<&str> = folded.lines().map(str::trim).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// The name of a person or a thing: [`tidy`] without stray marks at its ends.
pub fn name(text: &str) -> String {
    let line = tidy(text);
    line.trim_matches(|c: char| matches!(c, ':' | ';' | ',' | '、' | ' ')).to_owned()
}

/// Whether the text is empty or one of the marks people write for "nothing".
pub fn is_empty_mark(text: &str) -> bool {
    let start: String = squeezed(text).take(LONGEST_BRACKETED + 1).collect();
    if start.chars().nth(LONGEST_BRACKETED).is_some() {
        return false;
    }
    let start = start.to_ascii_lowercase();
    let bare = start.trim_matches(|c| matches!(c, '(' | ')'));
    bare.len() <= LONGEST_MARK && (bare.is_empty() || EMPTY_MARKS.split(' ').any(|mark| mark == bare))
}

/// Characters beside which a line break is only a wrapped cell.
fn is_wide(c: char) -> bool {
    is_han(c) || matches!(c, '、' | '。' | '《' | '》' | '“' | '”' | '·')
}

/// No syllable with its tone takes more bytes.
const LONGEST_SYLLABLE: usize = 12;

/// Drops pinyin that some converters write after a character: "會(huì)議" → "會議".
/// Only letters with tone marks give it away; "电池(pack)" stays.
fn without_pinyin(text: &str) -> String {
    const TONED: &str = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('(') {
        let (before, tail) = rest.split_at(open);
        out.push_str(before);
        // A syllable is short: looking further would take the square of a long run of brackets.
        let inner_len = tail.bytes().skip(1).take(LONGEST_SYLLABLE + 1).position(|b| b == b')');
        let inner = inner_len.map(|n| &tail[1..1 + n]);
        let pinyin = inner.is_some_and(|s| {
            s.chars().all(|c| c.is_ascii_lowercase() || c == 'ü' || TONED.contains(c))
                && s.chars().any(|c| TONED.contains(c))
        });
        match inner_len {
            Some(n) if pinyin && out.chars().next_back().is_some_and(is_han) => rest = &tail[n + 2..],
            _ => {
                out.push('(');
                rest = &tail[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mark_is_longer_than_the_longest() {
        assert_eq!(EMPTY_MARKS.split(' ').map(str::len).max(), Some(LONGEST_MARK));
        assert!(EMPTY_MARKS.split(' ').all(is_empty_mark));
    }
}
