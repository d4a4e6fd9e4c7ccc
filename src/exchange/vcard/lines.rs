//! From the bytes of a file to the lines of each card, with their folds undone.

use super::{FileError, MAX_CARDS, MAX_LINE, MAX_PROPERTIES};
use std::borrow::Cow;

/// What is read of a card; everything else is passed over.
const READ: [&str; 18] = [
    "VERSION",
    "FN",
    "N",
    "NICKNAME",
    "ORG",
    "TITLE",
    "ROLE",
    "TEL",
    "EMAIL",
    "NOTE",
    "ADR",
    "URL",
    "IMPP",
    "SOCIALPROFILE",
    "X-SOCIALPROFILE",
    "X-IM",
    "X-QQ",
    "X-ABLABEL",
];

/// A property with its folds undone.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub bytes: Vec<u8>,
    /// It went on beyond [`MAX_LINE`].
    pub is_cut: bool,
    /// It is quoted-printable: a stroke at the end of a line means that it goes on in the next.
    is_quoted: bool,
}

/// The lines of a card.
#[derive(Debug, Default)]
pub(super) struct RawCard {
    /// Its place among the cards, from 1.
    pub number: usize,
    /// The line in the file that it begins on, from 1.
    pub at: usize,
    pub lines: Vec<Line>,
    /// Its end was there.
    pub is_whole: bool,
    is_v2: bool,
    /// The property under way is passed over.
    is_passing: bool,
    /// The property under way is a card within this one.
    is_agent: bool,
    /// Cards within this one (AGENT) that are not at their end.
    nested: usize,
}

/// The bytes as the lines are looked for in: UTF-16 becomes UTF-8, anything else stays.
pub(super) fn as_bytes(bytes: &[u8]) -> Cow<'_, [u8]> {
    let utf16 = |bytes: &[u8], join: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|b| join([b[0], b[1]]));
        let text: String =
            char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        Cow::Owned(text.into_bytes())
    };
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => Cow::Borrowed(rest),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [b'B' | b'b', 0, ..] => utf16(bytes, u16::from_le_bytes),
        [0, b'B' | b'b', ..] => utf16(bytes, u16::from_be_bytes),
        _ => Cow::Borrowed(bytes),
    }
}

/// Hands each card's lines to `make`, in their order, and gives what it made.
pub(super) fn cards<T>(bytes: &[u8], make: impl Fn(RawCard) -> T) -> Result<Vec<T>, FileError> {
    let mut made = Vec::new();
    let mut open: Option<RawCard> = None;
    let begin = |number: usize, at: usize| Some(RawCard { number, at, ..RawCard::default() });
    for (at, line) in physical(bytes).enumerate() {
        let Some(card) = &mut open else {
            if is(line, b"BEGIN:VCARD") {
                open = begin(made.len() + 1, at + 1);
            }
            continue;
        };
        if is(line, b"BEGIN:VCARD") {
            if card.is_agent || card.nested > 0 {
                card.nested += 1;
                continue;
            }
            // The end of the one before is missing.
            made.extend(open.take().map(&make));
            open = begin(made.len() + 1, at + 1);
        } else if is(line, b"END:VCARD") && card.nested > 0 {
            card.nested -= 1;
        } else if is(line, b"END:VCARD") {
            card.is_whole = true;
            made.extend(open.take().map(&make));
        } else if card.nested == 0 {
            card.take(line);
        }
        if made.len() > MAX_CARDS || made.len() == MAX_CARDS && open.is_some() {
            return Err(FileError::TooMany);
        }
    }
    made.extend(open.map(&make));
    Ok(made)
}

/// The lines as they stand in the file, by whichever mark they end.
fn physical(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(bytes);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = text.iter().position(|b| matches!(b, b'\n' | b'\r')) else {
            rest = None;
            return Some(text);
        };
        let after = if text[end..].starts_with(b"\r\n") { end + 2 } else { end + 1 };
        rest = Some(&text[after..]);
        Some(&text[..end])
    })
}

fn is(line: &[u8], word: &[u8]) -> bool {
    line.trim_ascii().eq_ignore_ascii_case(word)
}

impl RawCard {
    /// Takes the next line of the file: a fold of the one before, or a new property.
    fn take(&mut self, line: &[u8]) {
        let softly = self.lines.last().is_some_and(|last| !self.is_passing && last.breaks_softly());
        if softly {
            if let Some(last) = self.lines.last_mut() {
                last.bytes.pop();
                // Some writers fold what is broken already.
                let folded = line.trim_ascii_start();
                last.push(if folded.starts_with(b"=") { folded } else { line });
            }
        } else if let [b' ' | b'\t', rest @ ..] = line {
            // Version 2.1 folds at a space, which stays; later ones put one in.
            let rest = if self.is_v2 { line } else { rest };
            if let Some(last) = self.lines.last_mut().filter(|_| !self.is_passing) {
                last.push(rest);
            }
        } else {
            self.begin(line);
        }
    }

    fn begin(&mut self, line: &[u8]) {
        // Without a colon it is no property: a rest of a picture, or nothing.
        let Some(colon) = line.iter().position(|b| *b == b':') else { return };
        let end = line[..colon].iter().position(|b| *b == b';').unwrap_or(colon);
        let name = line[..end].rsplit(|b| *b == b'.').next().unwrap_or_default().trim_ascii();
        let name = String::from_utf8_lossy(name).to_ascii_uppercase();
        self.is_agent = name == "AGENT";
        let is_read = READ.contains(&name.as_str()) || is_custom(&name);
        self.is_passing = !is_read || self.lines.len() >= MAX_PROPERTIES;
        if self.is_passing {
            return;
        }
        if name == "VERSION" {
            self.is_v2 = line[colon..].trim_ascii_end().starts_with(b":2");
        }
        let is_quoted = line[..colon].windows(16).any(|w| w.eq_ignore_ascii_case(b"QUOTED-PRINTABLE"));
        let mut new = Line { is_quoted, ..Line::default() };
        new.push(line);
        self.lines.push(new);
    }
}

/// Whether it is a name that programs made up for WeChat: X-WECHAT, X-WEIXIN-ID.
fn is_custom(name: &str) -> bool {
    name.starts_with("X-") && ["WECHAT", "WEIXIN"].iter().any(|word| name.contains(word))
}

impl Line {
    fn push(&mut self, bytes: &[u8]) {
        let room = MAX_LINE.saturating_sub(self.bytes.len());
        self.is_cut |= bytes.len() > room;
        self.bytes.extend_from_slice(&bytes[..bytes.len().min(room)]);
    }

    fn breaks_softly(&self) -> bool {
        self.is_quoted && self.bytes.ends_with(b"=")
    }
}
