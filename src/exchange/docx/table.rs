//! A table of a text document: borders, heads that come again on each page, columns as wide as their content asks.

use super::{escape, paragraph};
use crate::rules::bulletin::{Cell, Table};
use std::fmt::Write as _;

/// The room at both sides of a cell, in twentieths of a point.
const PADDING: usize = 60;

/// The sizes of letters in half points, the largest first.
const SIZES: [usize; 4] = [21, 18, 16, 15];

/// Writes a table with its caption, `total` wide.
pub(super) fn write(out: &mut String, table: &Table, total: usize, breaks: bool) {
    if !table.caption.is_empty() {
        paragraph(out, "TableTitle", &table.caption, breaks);
    }
    if !table.basis.is_empty() {
        paragraph(out, "Basis", &table.basis, breaks && table.caption.is_empty());
    }
    if !table.heads.is_empty() {
        grid(out, table, total);
    }
    for note in &table.notes {
        paragraph(out, "Note", note, false);
    }
    // What follows a table may be another one, and the two must not grow together.
    if table.notes.is_empty() {
        out.push_str("<w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr></w:p>");
    }
}

fn grid(out: &mut String, table: &Table, total: usize) {
    let (size, widths) = widths(table, total);
    let side = |name: &str| format!("<w:{name} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
    let sides: String = ["top", "left", "bottom", "right", "insideH", "insideV"].map(side).concat();
    let _ = write!(
        out,
        "<w:tbl><w:tblPr><w:tblW w:w=\"{total}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>{sides}</w:tblBorders>\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"30\" w:type=\"dxa\"/><w:left w:w=\"{PADDING}\" w:type=\"dxa\"/>\
         <w:bottom w:w=\"30\" w:type=\"dxa\"/><w:right w:w=\"{PADDING}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
    );
    for width in &widths {
        let _ = write!(out, "<w:gridCol w:w=\"{width}\"/>");
    }
    out.push_str("</w:tblGrid>");
    heads(out, table, &widths, size);
    for row in &table.rows {
        line(out, row, &widths, size, false);
    }
    if let Some(row) = &table.total {
        line(out, row, &widths, size, true);
    }
    out.push_str("</w:tbl>");
}

/// The lines of heads, repeated on every page.
fn heads(out: &mut String, table: &Table, widths: &[usize], size: usize) {
    let lines = table.head_lines();
    for line in &lines {
        out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        let mut column = 0;
        while column < table.heads.len() {
            let own = line.iter().find(|cell| cell.column == column);
            // Where a head of a line above spans down, its column goes on.
            let across = own.map_or(1, |cell| cell.across);
            let merge = match own {
                Some(cell) if cell.down > 1 => "<w:vMerge w:val=\"restart\"/>",
                Some(_) => "",
                None => "<w:vMerge/>",
            };
            let width: usize = widths[column..column + across].iter().sum();
            let span = if across > 1 { format!("<w:gridSpan w:val=\"{across}\"/>") } else { String::new() };
            let text = own.map(|cell| cell.text.as_str()).unwrap_or_default();
            let _ = write!(
                out,
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}{merge}<w:vAlign w:val=\"center\"/></w:tcPr>{}</w:tc>",
                words("HeadCell", "", text, size, false)
            );
            column += across;
        }
        out.push_str("</w:tr>");
    }
}

fn line(out: &mut String, row: &[Cell], widths: &[usize], size: usize, bold: bool) {
    out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    for (cell, width) in row.iter().zip(widths) {
        let align = match cell {
            Cell::Number(..) => "<w:jc w:val=\"right\"/>",
            Cell::Day(_) => "<w:jc w:val=\"center\"/>",
            Cell::Words(_) | Cell::Empty => "",
        };
        let _ = write!(
            out,
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>{}</w:tc>",
            words("Cell", align, &cell.text(), size, bold)
        );
    }
    out.push_str("</w:tr>");
}

fn words(style: &str, align: &str, text: &str, size: usize, bold: bool) -> String {
    let bold = if bold { "<w:b/>" } else { "" };
    let run = match text {
        "" => String::new(),
        text => format!(
            "<w:r><w:rPr>{bold}<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
            escape(text)
        ),
    };
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{align}</w:pPr>{run}</w:p>")
}

/// The size of the letters and the width of each column. Numbers and days are as wide as they are, so that none breaks;
/// the letters are the largest in which heads and words have room too. What is left over goes to all columns alike, and
/// what is missing in the smallest letters is taken from the words.
fn widths(table: &Table, total: usize) -> (usize, Vec<usize>) {
    let wide = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let columns = table.heads.len();
    // In half-width letters: what may not break, and what reads well.
    let mut least = vec![4; columns];
    let mut well = vec![4; columns];
    for (at, head) in table.heads.iter().enumerate() {
        let own = head.path.last().map_or(0, |own| wide(own));
        // A head may take two lines.
        well[at] = own.div_ceil(2).next_multiple_of(2).clamp(4, 16);
        let most = usize::from(head.width.max(1)) * 6;
        for cell in table.rows.iter().chain(&table.total).filter_map(|row| row.get(at)) {
            let need = wide(&cell.text());
            match cell {
                Cell::Number(..) | Cell::Day(_) => least[at] = least[at].max(need + 1),
                Cell::Words(_) => well[at] = well[at].max(need.min(most)),
                Cell::Empty => {}
            }
        }
        well[at] = well[at].max(least[at]);
    }
    // A half-width letter is half as wide as it is high.
    let room = |letters: usize, size: usize| letters * size * 5 + 2 * PADDING + 20;
    let sum = |all: &[usize], size: usize| all.iter().map(|letters| room(*letters, size)).sum::<usize>();
    let size = SIZES.into_iter().find(|size| sum(&well, *size) <= total).unwrap_or(SIZES[3]);
    let mut widths: Vec<usize> = well.iter().map(|letters| room(*letters, size)).collect();
    let used = sum(&well, size);
    if used <= total {
        widths.iter_mut().for_each(|width| *width = *width * total / used.max(1));
    } else {
        let (hard, soft) = (sum(&least, size), used - sum(&least, size));
        for (width, letters) in widths.iter_mut().zip(&least) {
            let own = room(*letters, size);
            *width = match total.checked_sub(hard) {
                Some(rest) if soft > 0 => own + (*width - own) * rest / soft,
                _ => *width * total / used,
            };
        }
    }
    let used: usize = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += total.saturating_sub(used);
    }
    (size, widths)
}
