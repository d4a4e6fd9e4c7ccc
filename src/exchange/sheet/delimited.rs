//! Text tables: encodings, delimiters, quotes.

use super::cell::{Budget, Cell, Sheet, Workbook};
use super::open::{LegacyDecoder, OpenError};
use super::write::may_run;

/// The text of a file: UTF-8 or UTF-16 with or without mark, else GB 18030.
pub(super) fn decode(bytes: &[u8], legacy: LegacyDecoder) -> Result<String, OpenError> {
    let utf16 = |bytes: &[u8], join: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|b| join([b[0], b[1]])).collect();
        String::from_utf16(&units).map_err(|_| OpenError::UnknownEncoding)
    };
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => Ok(String::from_utf8_lossy(rest).into_owned()),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => {
            if let Ok(text) = std::str::from_utf8(bytes)
                && !text.contains('\0')
            {
                return Ok(text.to_owned());
            }
            // UTF-16 without mark: every second byte of its commas, digits and line ends is zero.
            let sample = &bytes[..bytes.len().min(4000)];
            let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
            let many = sample.len() / 40;
            if zeros(1) > many && zeros(0) == 0 {
                return utf16(bytes, u16::from_le_bytes);
            }
            if zeros(0) > many && zeros(1) == 0 {
                return utf16(bytes, u16::from_be_bytes);
            }
            legacy(bytes).filter(|t| !t.contains('\0')).ok_or(OpenError::UnknownEncoding)
        }
    }
}

/// Reads a text table as one sheet.
pub(super) fn open(text: &str, delimiter: Option<u8>, budget: &mut Budget) -> Result<Workbook, OpenError> {
    // Excel's own hint in the first line.
    let (declared, body) = match text.strip_prefix("sep=").and_then(|t| t.split_once('\n')) {
        Some((sep, body)) if sep.trim_end().len() == 1 => (sep.bytes().next(), body),
        _ => (None, text),
    };
    let delimiter = declared.or(delimiter).unwrap_or_else(|| guess(body));
    let mut sheet = Sheet::default();
    let (mut row, mut column, mut rest) = (0, 0, body);
    while !rest.is_empty() {
        let (value, tail) = field(rest, delimiter);
        let value = without_guard(&value);
        budget.put(&mut sheet, row, column, Cell::text(value))?;
        column += 1;
        // What follows a field is the delimiter, a line end or nothing.
        rest = match tail.as_bytes() {
            [b'\r', b'\n', ..] => &tail[2..],
            [_, ..] => &tail[1..],
            [] => "",
        };
        if !tail.starts_with(char::from(delimiter)) {
            (row, column) = (row + 1, 0);
        }
    }
    Ok(Workbook { sheets: vec![sheet], ..Workbook::default() })
}

/// Text without the apostrophe that exports put before what could run as a formula.
fn without_guard(value: &str) -> &str {
    value.strip_prefix('\'').filter(|text| may_run(text.trim_start_matches('\''))).unwrap_or(value)
}

/// The field at the start of `text`, and what follows it (a delimiter, a line end, or nothing).
///
/// As RFC 4180 has it, but forgiving: a quote inside a field is a quote, text after a closing quote
/// belongs to the field, and a quote that nothing closes is only a character.
fn field(text: &str, delimiter: u8) -> (String, &str) {
    let ends = |c: char| c == char::from(delimiter) || c == '\n' || c == '\r';
    let mut value = String::new();
    let mut rest = text;
    if let Some(mut quoted) = text.strip_prefix('"') {
        while let Some((part, tail)) = quoted.split_once('"') {
            value.push_str(part);
            match tail.strip_prefix('"') {
                Some(tail) => {
                    value.push('"');
                    quoted = tail;
                }
                None => {
                    let end = tail.find(ends).unwrap_or(tail.len());
                    value.push_str(&tail[..end]);
                    return (value, &tail[end..]);
                }
            }
        }
        value.clear();
        rest = text;
    }
    let end = rest.find(ends).unwrap_or(rest.len());
    value.push_str(&rest[..end]);
    rest = &rest[end..];
    (value, rest)
}

/// The delimiter that parts most lines alike.
fn guess(text: &str) -> u8 {
    let candidates = [b'\t', b',', b';', b'|'];
    let score = |delimiter: u8| {
        let counts: Vec<usize> = outside_quotes(text, delimiter);
        let most = counts.iter().copied().max().unwrap_or(0);
        let alike = counts.iter().filter(|c| **c == most).count();
        // Prose has commas here and there; a table has as many in most lines.
        if most == 0 || alike * 2 <= counts.len() {
            0
        } else {
            alike * 1000 / counts.len().max(1) + most.min(100)
        }
    };
    let mut best = (b',', 0);
    for candidate in candidates {
        let points = score(candidate);
        if points > best.1 {
            best = (candidate, points);
        }
    }
    best.0
}

/// How often the delimiter stands outside quotes in each of the first lines.
fn outside_quotes(text: &str, delimiter: u8) -> Vec<usize> {
    let (mut counts, mut count, mut quoted) = (Vec::new(), 0, false);
    for byte in text.bytes().take(20_000) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => {
                counts.push(count);
                count = 0;
            }
            b if b == delimiter && !quoted => count += 1,
            _ => {}
        }
        if counts.len() == 30 {
            return counts;
        }
    }
    if text.len() < 20_000 && !text.ends_with('\n') {
        counts.push(count);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let book = open(text, None, &mut Budget::default()).expect("within limits");
        let shown = |row: &Vec<Cell>| row.iter().map(|c| c.shown.clone()).collect();
        book.sheets[0].rows.iter().map(shown).collect()
    }

    #[test]
    fn quotes_breaks_and_blank_lines_keep_their_rows() {
        let text = "a,\"1,2\"\r\n\r\n\"x\ny\",\"say \"\"hi\"\"\"\n5\" pipe,\"open";
        let expected = [vec!["a", "1,2"], vec![], vec!["x\ny", "say \"hi\""], vec!["5\" pipe", "\"open"]];
        assert_eq!(rows(text), expected);
    }

    #[test]
    fn the_delimiter_is_found() {
        assert_eq!(rows("项目;投资,亿;备注\n甲;1,5;无\n乙;2,5;无")[1], ["甲", "1,5", "无"]);
        assert_eq!(rows("项目\t投资\n甲\t1,000")[1], ["甲", "1,000"]);
        assert_eq!(rows("sep=|\na|b,c")[0], ["a", "b,c"]);
        assert_eq!(rows("甲\n乙").len(), 2);
    }

    #[test]
    fn encodings_are_told_apart() {
        let none = |_: &[u8]| None;
        let units: Vec<u8> = "项目,1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked = [&[0xff, 0xfe], units.as_slice()].concat();
        assert_eq!(decode(&marked, &none).as_deref(), Ok("项目,1\n"));
        assert_eq!(decode(&units, &none).as_deref(), Ok("项目,1\n"));
        assert_eq!(decode("\u{feff}项目".as_bytes(), &none).as_deref(), Ok("项目"));
        assert_eq!(decode(b"\xcf\xee\xc4\xbf", &none), Err(OpenError::UnknownEncoding));
        assert_eq!(decode(b"\xcf\xee\xc4\xbf", &|_| Some("项目".into())).as_deref(), Ok("项目"));
    }
}
