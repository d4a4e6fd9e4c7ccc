//! One property: its name, what is said of it, and its value as text.

use super::Decoder;
use super::lines::Line;

/// A property of a card.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Property {
    /// In capitals, without its group.
    pub name: String,
    /// What groups it with others: "item1"; empty for none.
    pub group: String,
    /// Pairs of name and value, in capitals; a bare word (as in 2.1) is a type.
    params: Vec<(String, String)>,
    value: Vec<u8>,
    /// It was longer than the limit.
    pub is_cut: bool,
}

impl Property {
    /// Reads a line; `None` if it is no property.
    pub fn parse(line: Line) -> Option<Self> {
        let colon = outside_quotes(&line.bytes, b':').next()?;
        let (head, value) = (&line.bytes[..colon], &line.bytes[colon + 1..]);
        let head = String::from_utf8_lossy(head).into_owned();
        let mut parts = split_quoted(&head, b';');
        let full = parts.next()?.trim();
        let (group, name) = full.rsplit_once('.').unwrap_or(("", full));
        let mut params = Vec::new();
        for part in parts {
            let (key, words) = part.split_once('=').unwrap_or(("TYPE", part));
            for word in split_quoted(words, b',') {
                params.push((
                    key.trim().to_ascii_uppercase(),
                    word.trim_matches(['"', ' ']).to_ascii_uppercase(),
                ));
            }
        }
        Some(Self {
            name: name.trim().to_ascii_uppercase(),
            group: group.trim().to_ascii_uppercase(),
            params,
            value: value.to_vec(),
            is_cut: line.is_cut,
        })
    }

    /// The values of a parameter.
    pub fn param<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.params.iter().filter(move |(k, _)| k == key).map(|(_, value)| value.as_str())
    }

    /// Whether it is of a type: "FAX", "CELL".
    pub fn is_of(&self, word: &str) -> bool {
        self.param("TYPE").any(|t| t == word)
    }

    /// Whether it comes before the others of its kind.
    pub fn is_preferred(&self) -> bool {
        self.is_of("PREF") || self.param("PREF").next().is_some()
    }

    /// The value as text, its escapes still in it; `None` if its encoding is not known.
    pub fn text(&self, decode: Decoder) -> Option<String> {
        let is_encoding = |word: &str| self.is_of(word) || self.param("ENCODING").any(|e| e == word);
        let unquoted;
        let bytes = if is_encoding("QUOTED-PRINTABLE") {
            unquoted = unquote(&self.value);
            &unquoted
        } else if ["B", "BASE64"].iter().any(|word| self.param("ENCODING").any(|e| e == *word)) {
            return None;
        } else {
            &self.value
        };
        let charset = self.param("CHARSET").next().unwrap_or_default().to_ascii_lowercase();
        let text = match charset.as_str() {
            // What says to be Unicode and is none was written by a phone that never asked.
            "" | "utf-8" | "utf8" | "us-ascii" => {
                let utf8 = std::str::from_utf8(bytes).ok().map(str::to_owned);
                utf8.or_else(|| decode("gb18030", bytes))
            }
            "gbk" | "gb2312" | "gb18030" | "hz-gb-2312" => decode("gb18030", bytes),
            other => decode(other, bytes),
        };
        text.map(|text| text.replace("\r\n", "\n").replace('\r', "\n"))
    }
}

/// The places of a mark outside quotation marks.
fn outside_quotes(bytes: &[u8], mark: u8) -> impl Iterator<Item = usize> + '_ {
    // A quotation mark that nothing closes is only a character.
    let mut left = bytes.iter().filter(|b| **b == b'"').count();
    let mut is_quoted = false;
    bytes.iter().enumerate().filter_map(move |(at, byte)| {
        if *byte == b'"' {
            left -= 1;
            is_quoted = !is_quoted && left > 0;
        }
        (*byte == mark && !is_quoted).then_some(at)
    })
}

fn split_quoted(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let ends = outside_quotes(text.as_bytes(), mark).chain([text.len()]);
    ends.scan(0, move |from, end| {
        let part = &text[*from..end];
        *from = end + 1;
        Some(part)
    })
}

/// Undoes quoted-printable. What is no escape stays as it is.
fn unquote(bytes: &[u8]) -> Vec<u8> {
    let digit = |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16));
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if let (b'=', Some(high), Some(low)) = (byte, digit(at + 1), digit(at + 2)) {
            out.push((high * 16 + low) as u8);
            at += 3;
        } else {
            out.push(byte);
            at += 1;
        }
    }
    out
}

/// The parts of a value that stand between marks, their escapes undone.
pub(super) fn parts(text: &str, mark: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let Some(last) = parts.last_mut() else { break };
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => last.push('\n'),
                Some(escaped @ ('\\' | ';' | ',' | ':' | '"')) => last.push(escaped),
                Some(other) => last.extend(['\\', other]),
                None => last.push('\\'),
            },
            c if c == mark => parts.push(String::new()),
            c => last.push(c),
        }
    }
    parts
}

/// A value as one text, its escapes undone.
pub(super) fn plain(text: &str) -> String {
    // No text holds this mark.
    parts(text, '\0').concat()
}
