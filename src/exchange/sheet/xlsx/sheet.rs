//! The cells of one worksheet part.

use super::{Shared, rich_text, unescape_controls};
use crate::exchange::sheet::cell::{Budget, Cell, Merge, Raw, Sheet};
use crate::exchange::sheet::open::OpenError;
use crate::exchange::sheet::xml::{Attributes, Token, Tokens};
use chrono::NaiveDate;

/// More merged ranges than any ledger has; further ones are left out.
const MAX_MERGES: usize = 50_000;

/// Reads the cells and merged ranges into `sheet`.
pub(super) fn read(
    text: &str,
    mut sheet: Sheet,
    shared: &Shared,
    budget: &mut Budget,
) -> Result<Sheet, OpenError> {
    let mut tokens = Tokens::new(text);
    // Places are counted on where the file leaves them out.
    let (mut row, mut column) = (0usize, 0usize);
    let mut next_row = 0usize;
    while let Some(token) = tokens.next() {
        match token {
            Token::Open { name: "row", attributes, .. } => {
                row = attributes
                    .get("r")
                    .and_then(|r| r.parse::<usize>().ok()?.checked_sub(1))
                    .unwrap_or(next_row);
                next_row = row.saturating_add(1);
                column = 0;
            }
            Token::Open { name: "c", attributes, empty } => {
                if let Some((r, c)) = attributes.get("r").and_then(|r| place(&r)) {
                    (row, column) = (r, c);
                    next_row = row.saturating_add(1);
                }
                if !empty {
                    let cell = cell(&mut tokens, &attributes, shared);
                    budget.put(&mut sheet, row, column, cell)?;
                }
                column = column.saturating_add(1);
            }
            Token::Open { name: "mergeCell", attributes, .. } if sheet.merges.len() < MAX_MERGES => {
                sheet.merges.extend(attributes.get("ref").and_then(|r| range(&r)));
            }
            _ => {}
        }
    }
    Ok(sheet)
}

/// Reads one cell up to its end tag.
fn cell(tokens: &mut Tokens, attributes: &Attributes, shared: &Shared) -> Cell {
    let (mut value, mut inline, mut in_value) = (String::new(), None, false);
    while let Some(token) = tokens.next() {
        match token {
            Token::Open { name: "v", empty, .. } => in_value = !empty,
            Token::Open { name: "is", empty: false, .. } => inline = Some(rich_text(tokens, "is")),
            Token::Close("v") => in_value = false,
            Token::Close("c") => break,
            Token::Text(text) if in_value => value.push_str(&text),
            _ => {}
        }
    }
    if let Some(text) = inline {
        return Cell::text(text);
    }
    let kind = attributes.get("t");
    let style = attributes.get("s").and_then(|s| s.parse().ok()).unwrap_or(0);
    match kind.as_deref() {
        Some("s") => {
            let text = value.trim().parse::<usize>().ok().and_then(|i| shared.strings.get(i));
            Cell::text(text.map_or("", |t| t))
        }
        Some("str" | "inlineStr") => Cell::text(unescape_controls(value)),
        Some("b") => {
            let yes = value.trim() == "1" || value.trim() == "true";
            Cell { shown: if yes { "TRUE" } else { "FALSE" }.into(), raw: Raw::Bool(yes) }
        }
        Some("e") => Cell { shown: value, raw: Raw::Error },
        Some("d") => iso_date(value.trim()).unwrap_or_else(|| Cell::text(value)),
        _ => match value.trim().parse::<f64>() {
            Ok(number) if number.is_finite() => shared.styles.format(style).cell(number, shared.from_1904),
            _ => Cell::text(value),
        },
    }
}

/// A day written out ("2026-01-26T08:30:00"), as the strict form of the format has it. The time of day
/// means nothing in a ledger.
fn iso_date(text: &str) -> Option<Cell> {
    let mut parts = text.split(['-', 'T', ' ']);
    let mut next = || parts.next()?.parse::<u32>().ok();
    let (year, month, day) = (next()?, next()?, next()?);
    let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    Some(Cell { shown: day.to_string(), raw: Raw::Date(day.into()) })
}

/// "BC12" → row 11, column 54.
fn place(reference: &str) -> Option<(usize, usize)> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = reference.split_at(letters);
    if letters.is_empty() || letters.len() > 4 {
        return None;
    }
    let column = letters.bytes().fold(0usize, |n, b| n * 26 + usize::from(b.to_ascii_uppercase() - b'A') + 1);
    Some((digits.parse::<usize>().ok()?.checked_sub(1)?, column - 1))
}

/// "A1:C2", its corners in order.
fn range(reference: &str) -> Option<Merge> {
    let (first, last) = reference.split_once(':')?;
    let ((a, b), (c, d)) = (place(first)?, place(last)?);
    Some(Merge { top: a.min(c), left: b.min(d), bottom: a.max(c), right: b.max(d) })
}
