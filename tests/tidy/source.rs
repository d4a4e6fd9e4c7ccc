//! Just enough understanding of Rust source text to look at code and strings, not at comments.

/// The source with every comment removed; line breaks stay, so that line numbers do too.
pub fn without_comments(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let length = token_length(rest, c);
        let (token, after) = rest.split_at(length);
        if token.starts_with("//") || token.starts_with("/*") {
            out.extend(token.chars().filter(|c| *c == '\n'));
        } else {
            out.push_str(token);
        }
        rest = after;
    }
    out
}

/// Length in bytes of the comment, string, character, name or single character at the start.
fn token_length(text: &str, first: char) -> usize {
    if text.starts_with("//") {
        return text.find('\n').unwrap_or(text.len());
    }
    if text.starts_with("/*") {
        return block_comment(text);
    }
    match first {
        '"' => quoted(text, '"'),
        '\'' => character(text),
        'r' | 'b' | 'c' if raw_string(text).is_some() => raw_string(text).unwrap_or(1),
        c if c.is_alphanumeric() || c == '_' => {
            text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())
        }
        c => c.len_utf8(),
    }
}

/// Rust's block comments nest.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// A character literal, or the mark of a lifetime.
fn character(text: &str) -> usize {
    let mut chars = text.chars().skip(1);
    match (chars.next(), chars.next()) {
        (Some('\\'), _) => quoted(text, '\''),
        (Some(c), Some('\'')) => 2 + c.len_utf8(),
        _ => 1,
    }
}

/// `r"…"`, `br#"…"#` and the like; `None` if the text does not start with one.
fn raw_string(text: &str) -> Option<usize> {
    let marks = text.trim_start_matches(['b', 'c']).strip_prefix('r')?;
    let hashes = marks.bytes().take_while(|b| *b == b'#').count();
    let inner = marks[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let length = inner.find(&end).map_or(inner.len(), |at| at + end.len());
    Some(text.len() - inner.len() + length)
}

/// Whether `word` stands in the code, and not only as the end of a longer name.
pub fn has_word(code: &str, word: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| !code[..at].ends_with(inside))
}

/// The first two parts of every path that starts at `crate::`, also in groups:
/// `use crate::{a, b::c}` gives `[a]` and `[b, c]`.
pub fn paths_from_crate(code: &str) -> Vec<Vec<String>> {
    let starts = code.match_indices("crate::").map(|(at, mark)| &code[at + mark.len()..]);
    starts.flat_map(|rest| expand(rest, 2)).filter(|path| !path.is_empty()).collect()
}

fn expand(text: &str, depth: usize) -> Vec<Vec<String>> {
    let text = text.trim_start();
    if depth == 0 {
        return vec![Vec::new()];
    }
    if let Some(inner) = text.strip_prefix('{') {
        return group(inner).iter().flat_map(|item| expand(item, depth)).collect();
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    if end == 0 {
        return vec![Vec::new()];
    }
    let (name, rest) = text.split_at(end);
    let tails = rest.strip_prefix("::").map_or_else(|| vec![Vec::new()], |rest| expand(rest, depth - 1));
    tails.into_iter().map(|tail| [vec![name.to_owned()], tail].concat()).collect()
}

/// The items of a `{…}` group, up to its closing brace.
fn group(text: &str) -> Vec<&str> {
    let (mut depth, mut start, mut items) = (0_usize, 0, Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                items.push(&text[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    items
}

#[test]
fn comments_go_and_strings_stay() {
    let source = "a // 一\n/* 二 /* 三 */ 四 */ b \"// 五\" '\"' 'x r#\"/* 六 \"*/\"# '\\'' c //! 七";
    assert_eq!(without_comments(source), "a \n b \"// 五\" '\"' 'x r#\"/* 六 \"*/\"# '\\'' c ");
}

#[test]
fn words_are_whole_at_their_start() {
    assert!(has_word("x(rand::random())", "rand::"));
    assert!(!has_word("operand::new()", "rand::"));
}

#[test]
fn paths_are_found_alone_and_in_groups() {
    let code = "use crate::a::b::c; use crate::{d, e::{f, g::h}, i as j}; crate::k()";
    let found: Vec<_> = paths_from_crate(code).iter().map(|path| path.join("::")).collect();
    assert_eq!(found, ["a::b", "d", "e::f", "e::g", "i", "k"]);
}
