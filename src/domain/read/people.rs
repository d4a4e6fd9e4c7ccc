//! People and telephone numbers in one cell: "张文静(总经理)13800000000/0512-66668888", "张三、李四".

use super::text::{fold, is_empty_mark, is_han, tidy};
use super::{Doubt, Reading};

/// Somebody named in a cell, with the telephone numbers that stand beside the name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The name; empty when a number stands alone.
    pub name: String,
    /// Post or note in brackets or after the name, if any.
    pub title: Option<String>,
    /// Telephone numbers: mobiles as 11 digits, others with their dashes.
    pub phones: Vec<String>,
}

/// Labels that are no part of a name.
const LABELS: &str = "\
    联系人 联系电话 联系方式 电话 手机号码 手机号 手机 姓名 负责人 tel mobile phone";
/// Posts that people write beside a name without brackets.
const TITLES: &str = "\
    董事长 总经理 副总经理 副总 总监 经理 主任 副主任 局长 副局长 镇长 副镇长 书记 副书记 党委书记 \
    县长 副县长 部长 副部长 秘书 科长 副科长 股长 法人 法定代表人 厂长 会长 秘书长 负责人 招商员 \
    专员 助理 董秘 总裁 副总裁 先生 女士";

/// Reads names with the numbers and posts beside them.
pub fn people(text: &str) -> Reading<Vec<Person>> {
    if is_empty_mark(text) {
        return Reading::none();
    }
    let folded = fold(text);
    let mut people: Vec<Person> = Vec::new();
    let mut doubts = Vec::new();
    let mut words = String::new();
    let mut rest = folded.as_str();
    let mut glued = false;
    while let Some(c) = rest.chars().next() {
        match phone_at(rest, glued) {
            Some((phone, len)) => {
                take_names(&std::mem::take(&mut words), &mut people);
                let complete = phone.len() >= 7;
                match people.last_mut() {
                    Some(person) => person.phones.push(phone),
                    None => people.push(Person { phones: vec![phone], ..Person::default() }),
                }
                if !complete {
                    doubts.push(Doubt::Uncertain);
                }
                rest = &rest[len..];
                glued = true;
            }
            None => {
                glued = c.is_ascii_digit();
                words.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    take_names(&words, &mut people);
    people.retain(|p| !p.name.is_empty() || !p.phones.is_empty());
    if people.is_empty() {
        return Reading::unreadable();
    }
    if people.iter().any(|p| p.name.chars().any(|c| c.is_ascii_digit()) || p.name.chars().count() > 12) {
        doubts.push(Doubt::Uncertain);
    }
    Reading { value: Some(people), doubts }
}

/// Reads names alone: "张三、李 四".
pub fn names(text: &str) -> Reading<Vec<String>> {
    people(text).map(|people| people.into_iter().map(|p| p.name).filter(|n| !n.is_empty()).collect())
}

/// Reads telephone numbers alone: "13800000000/0512-66668888".
pub fn phones(text: &str) -> Reading<Vec<String>> {
    let Reading { value, mut doubts } = people(text);
    let Some(people) = value else {
        return Reading { value: None, doubts };
    };
    let named: Vec<&str> = people.iter().map(|p| p.name.as_str()).filter(|n| !n.is_empty()).collect();
    if !named.is_empty() {
        doubts.push(Doubt::Aside(named.join("、")));
    }
    let phones: Vec<String> = people.into_iter().flat_map(|p| p.phones).collect();
    if phones.is_empty() { Reading::unreadable() } else { Reading { value: Some(phones), doubts } }
}

/// A telephone number at the start of `text` and how many bytes it takes. A number may be spread
/// with spaces and dashes ("138 0000 0000"); digits glued to digits before them are none.
fn phone_at(text: &str, glued: bool) -> Option<(String, usize)> {
    if glued && text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let country =
        ["+86", "0086", "(+86)", "86-"].iter().find(|p| text.starts_with(**p)).map_or(0, |p| p.len());
    let tail = text.get(country..)?;
    let lead = tail.bytes().take_while(|b| matches!(b, b' ' | b'-')).count();
    let lead = if country > 0 { lead } else { 0 };
    let tail = tail.get(lead..)?;
    let bracket = usize::from(tail.starts_with("(0"));
    let (mut digits, mut groups, mut end, mut taken) = (String::new(), Vec::new(), 0, 0);
    for (i, b) in tail.bytes().enumerate().skip(bracket) {
        match b {
            b'0'..=b'9' => {
                digits.push(char::from(b));
                end = i + 1;
            }
            b'-' | b' ' | b')'
                if !digits.is_empty() && i == end && groups.len() < 3 && !complete(&digits) =>
            {
                groups.push(digits.len());
                end = i + 1;
            }
            _ => break,
        }
        if !digits.is_empty() && tail.as_bytes().get(i).is_some_and(u8::is_ascii_digit) {
            taken = i + 1;
        }
    }
    let phone = shape(&digits, &groups)?;
    let mut len = country + lead + taken;
    let mut phone = phone;
    // An extension: "0512-66668888转801".
    let after = text.get(len..)?;
    if let Some(ext) = ["转", "-", "ext", "EXT"].iter().find_map(|w| after.strip_prefix(w))
        && phone.contains('-')
    {
        let n = ext.bytes().take_while(u8::is_ascii_digit).count();
        if (1..=5).contains(&n) {
            phone = format!("{phone}-{}", ext.get(..n)?);
            len = text.len() - ext.len() + n;
        }
    }
    Some((phone, len))
}

/// Whether these digits are a whole number already, so that a space after them parts two numbers.
fn complete(digits: &str) -> bool {
    (digits.len() == 11 && digits.starts_with('1')) || digits.len() >= 12
}

/// The usual writing of a number, or `None` if these digits are none.
fn shape(digits: &str, groups: &[usize]) -> Option<String> {
    let bytes = digits.as_bytes();
    match digits.len() {
        11 if bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1]) => Some(digits.to_owned()),
        13 if digits.starts_with("861") => Some(digits[2..].to_owned()),
        10..=12 if bytes[0] == b'0' => {
            let area = groups
                .first()
                .copied()
                .filter(|g| *g == 3 || *g == 4)
                .unwrap_or(if matches!(bytes[1], b'1' | b'2') { 3 } else { 4 });
            Some(format!("{}-{}", &digits[..area], &digits[area..]))
        }
        10 if digits.starts_with("400") || digits.starts_with("800") => Some(digits.to_owned()),
        7 | 8 if bytes[0] != b'0' && bytes[0] != b'1' => Some(digits.to_owned()),
        _ => None,
    }
}

/// Splits the words between numbers into people and appends them.
fn take_names(words: &str, people: &mut Vec<Person>) {
    let mut depth = 0usize;
    let mut piece = String::new();
    for c in words.chars().chain(['\n']) {
        match c {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(c, '、' | ',' | ';' | '/' | '\n' | '\r' | '|' | '\\' | '和' | '及' | ':')
        {
            take_piece(&std::mem::take(&mut piece), people);
        } else {
            piece.push(c);
        }
    }
    take_piece(&piece, people);
}

/// One name with what stands beside it: "总经理 张文静", "张 三(镇长)", "张三 李四".
fn take_piece(piece: &str, people: &mut Vec<Person>) {
    let (plain, mut title) = split_brackets(piece);
    let line = tidy(&plain);
    if line.is_empty() || is_one_of(LABELS, &line) || is_empty_mark(&line) && title.is_none() {
        return;
    }
    let mut names: Vec<&str> = Vec::new();
    for word in line.split(' ') {
        if is_one_of(TITLES, word) {
            title.get_or_insert_with(|| word.to_owned());
        } else if !is_one_of(LABELS, word) {
            names.push(word);
        }
    }
    // Chinese names parted by a space are several people; the words of a foreign name are one.
    let chinese = names
        .iter()
        .all(|n| n.chars().all(|c| is_han(c) || c == '·') && (2..=4).contains(&n.chars().count()));
    let names: Vec<String> =
        if chinese { names.iter().map(|n| (*n).to_owned()).collect() } else { vec![names.join(" ")] };
    if names.iter().all(String::is_empty) {
        if let (Some(title), Some(last)) = (title, people.last_mut()) {
            last.title.get_or_insert(title);
        }
        return;
    }
    for name in names {
        people.push(Person { name, title: title.take(), phones: Vec::new() });
    }
}

/// Whether `word` is one of the space-parted `words`, whatever its case.
fn is_one_of(words: &str, word: &str) -> bool {
    words.split(' ').any(|w| w.eq_ignore_ascii_case(word))
}

/// The text without its brackets, and what they held.
fn split_brackets(piece: &str) -> (String, Option<String>) {
    let (mut plain, mut inner, mut depth) = (String::new(), String::new(), 0usize);
    for c in piece.chars() {
        match c {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            _ if depth > 0 => inner.push(c),
            _ => plain.push(c),
        }
    }
    let inner = tidy(&inner);
    (plain, (!inner.is_empty()).then_some(inner))
}
