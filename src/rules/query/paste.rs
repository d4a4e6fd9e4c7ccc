//! Cells on the clipboard, as spreadsheets put them there, and what pasting them would do.

use super::read_cell::{Input, Parsed, read_cell};
use super::{Column, Facts, Refs};
use crate::domain::RecordId;
use crate::rules::typed::Typing;

/// Reads tab-separated cells as Excel copies them: cells with tabs, breaks or quotes stand in quotes.
pub fn from_tsv(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (cell, after) = take_cell(rest);
        row.push(cell);
        rest = after;
        if let Some(after) = rest.strip_prefix('\t') {
            rest = after;
            // A tab at the very end leaves an empty last cell.
            if rest.is_empty() {
                row.push(String::new());
            }
            continue;
        }
        rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest);
        rows.push(std::mem::take(&mut row));
    }
    if !row.is_empty() {
        rows.push(row);
    }
    rows
}

/// The first cell of a text and what follows it. A quote that is never closed is only a quote.
fn take_cell(text: &str) -> (String, &str) {
    if let Some(quoted) = text.strip_prefix('"')
        && let Some((cell, rest)) = take_quoted(quoted)
        && (rest.is_empty() || rest.starts_with(['\t', '\n', '\r']))
    {
        return (bare(&cell).to_owned(), rest);
    }
    let end = text.find(['\t', '\n', '\r']).unwrap_or(text.len());
    let (cell, rest) = text.split_at(end);
    (bare(cell).to_owned(), rest)
}

fn take_quoted(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let (part, after) = rest.split_once('"')?;
        cell.push_str(part);
        match after.strip_prefix('"') {
            Some(after) => {
                cell.push('"');
                rest = after;
            }
            None => return Some((cell.replace("\r\n", "\n"), after)),
        }
    }
}

/// A cell without the apostrophe that [`to_tsv`] puts before what a spreadsheet would compute.
fn bare(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(cell)
}

/// What makes a spreadsheet take a text for a formula.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// Whether a text, unlike a negative number, would be computed by a spreadsheet.
fn is_risky(text: &str) -> bool {
    text.starts_with(FORMULA) && text.parse::<f64>().is_err()
}

/// Writes cells as tab-separated text. Texts that a spreadsheet would take for formulas get an
/// apostrophe in front.
pub fn to_tsv(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                out.push('\t');
            }
            let guard = if is_risky(cell) { "'" } else { "" };
            if cell.contains(['\t', '\n', '\r', '"']) {
                out.push('"');
                out.push_str(guard);
                out.push_str(&cell.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(guard);
                out.push_str(cell);
            }
        }
        out.push_str("\r\n");
    }
    out
}

/// Writes cells as an HTML table, which spreadsheets and word processors prefer. Text columns are marked
/// as text, so that codes keep their zeros and nothing is computed.
pub fn to_html(rows: &[Vec<String>], is_text: &[bool]) -> String {
    let mut out = String::from("<table>");
    for row in rows {
        out.push_str("<tr>");
        for (at, cell) in row.iter().enumerate() {
            let text = is_text.get(at).copied().unwrap_or(true) || is_risky(cell);
            out.push_str(if text { "<td style=\"mso-number-format:'\\@'\">" } else { "<td>" });
            for c in cell.chars() {
                match c {
                    '&' => out.push_str("&amp;"),
                    '<' => out.push_str("&lt;"),
                    '>' => out.push_str("&gt;"),
                    '\n' => out.push_str("<br>"),
                    c if c.is_control() => {}
                    c => out.push(c),
                }
            }
            out.push_str("</td>");
        }
        out.push_str("</tr>");
    }
    out.push_str("</table>");
    out
}

/// One cell about to be pasted into.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedCell {
    /// The row.
    pub record: RecordId,
    /// The column.
    pub column: Column,
    /// What was on the clipboard.
    pub pasted: String,
    /// What was read from it.
    pub parsed: Parsed,
}

/// What pasting would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The cells, by row.
    pub cells: Vec<PlannedCell>,
    /// Rows of the clipboard beyond the last row of the table.
    pub rows_beyond: usize,
    /// Columns of the clipboard beyond the last column of the table.
    pub columns_beyond: usize,
}

impl Plan {
    /// Whether somebody should look at it before it is carried out.
    pub fn is_doubtful(&self) -> bool {
        self.rows_beyond > 0 || self.columns_beyond > 0 || self.cells.iter().any(|c| c.parsed.is_doubtful())
    }

    /// How many cells would be written.
    pub fn writable(&self) -> usize {
        self.cells.iter().filter(|cell| !matches!(cell.parsed.input, Input::Refused(_))).count()
    }
}

/// Plans pasting a block into a range that begins at the first of `rows` and `columns`; both run to the
/// end of the table. `selected` is the size of the selection (rows, columns): a block that fits into it
/// several times is repeated, as in a spreadsheet.
pub fn plan(
    facts: &dyn Facts,
    block: &[Vec<String>],
    rows: &[RecordId],
    columns: &[Column],
    selected: (usize, usize),
    typing: &Typing,
) -> Plan {
    let width = block.iter().map(Vec::len).max().unwrap_or(0);
    if width == 0 {
        return Plan::default();
    }
    let repeat =
        |selected: usize, size: usize| if selected.is_multiple_of(size) { selected.max(size) } else { size };
    let (height, across) = (repeat(selected.0, block.len()), repeat(selected.1, width));
    let mut refs = Refs::default();
    let mut cells = Vec::new();
    for (line, &record) in block.iter().cycle().take(height).zip(rows) {
        for (at, &column) in columns.iter().enumerate().take(across) {
            // Rows of a block may be short; a cell that is not there says nothing.
            let Some(pasted) = line.get(at % width) else { continue };
            let parsed = read_cell(facts, &mut refs, record, column, pasted, typing);
            cells.push(PlannedCell { record, column, pasted: pasted.clone(), parsed });
        }
    }
    Plan {
        cells,
        rows_beyond: height.saturating_sub(rows.len()),
        columns_beyond: across.saturating_sub(columns.len()),
    }
}
