//! A workbook of one sheet.
//!
//! Text is written as in-line strings, a type that no program evaluates; what begins like a formula
//! is also marked as quoted, so that it stays text when somebody edits the cell. Equal tables give
//! equal bytes.

use super::{CellOut, ColumnOut, TableOut, may_run};
use crate::exchange::zip::Writer;
use chrono::NaiveDate;
use std::fmt::Write as _;

/// Cell styles, by their place in [`STYLES`].
pub(super) mod style {
    pub const TITLE: u8 = 1;
    pub const HEADING: u8 = 2;
    pub const TEXT: u8 = 3;
    pub const QUOTED: u8 = 4;
    pub const DATE: u8 = 5;
    pub const WHOLE: u8 = 6;
    pub const FRACTION: u8 = 7;
    /// The same styles in bold, for the totals.
    pub const BOLD: u8 = 5;
    /// Numbers with exactly one and two digits after the point; each in bold right after.
    pub const ONE_DIGIT: u8 = 13;
    pub const TWO_DIGITS: u8 = 15;
    /// What stands under a title at the right, and under a table.
    pub const BASIS: u8 = 17;
    pub const NOTE: u8 = 18;
}

pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
pub(super) const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
pub(super) const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
pub(super) const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// The most UTF-16 units that Excel takes in a cell.
const MAX_TEXT: usize = 32_767;

/// Writes a table.
pub fn xlsx(table: &TableOut) -> Vec<u8> {
    let mut zip = Writer::default();
    let mut add = |name: &str, body: String| zip.add(name, format!("{HEAD}{body}").as_bytes());
    add("[Content_Types].xml", content_types());
    add("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml")]));
    add("xl/workbook.xml", workbook(&sheet_name(table.title.as_deref())));
    add(
        "xl/_rels/workbook.xml.rels",
        relations(&[("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")]),
    );
    add("xl/styles.xml", styles());
    add("xl/worksheets/sheet1.xml", sheet(table));
    zip.finish()
}

fn content_types() -> String {
    let part = |name: &str, kind: &str| {
        format!("<Override PartName=\"/xl/{name}.xml\" ContentType=\"{TYPES}.{kind}+xml\"/>")
    };
    format!(
        "<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{}{}</Types>",
        part("workbook", "sheet.main"),
        part("worksheets/sheet1", "worksheet"),
        part("styles", "styles")
    )
}

fn relations(targets: &[(&str, &str)]) -> String {
    let mut out = format!("<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (i, (kind, target)) in targets.iter().enumerate() {
        let _ =
            write!(out, "<Relationship Id=\"rId{}\" Type=\"{DOCUMENT}/{kind}\" Target=\"{target}\"/>", i + 1);
    }
    out + "</Relationships>"
}

fn workbook(name: &str) -> String {
    let name = escape(name);
    format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\"><sheets><sheet name=\"{name}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    )
}

/// A sheet name as Excel allows it: at most 31 characters, none of `[]:*?/\`, no apostrophe at its ends.
pub(super) fn sheet_name(title: Option<&str>) -> String {
    let allowed = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') && !c.is_control();
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= 31
    };
    let name: String = title.unwrap_or_default().trim().chars().filter(allowed).take_while(fits).collect();
    let name = name.trim().trim_matches('\'');
    if name.is_empty() { "Sheet1".to_owned() } else { name.to_owned() }
}

pub(super) fn styles() -> String {
    let font = |size: u8, bold: &str| {
        format!("<font>{bold}<sz val=\"{size}\"/><name val=\"宋体\"/><family val=\"3\"/></font>")
    };
    let side = |name: &str| format!("<{name} style=\"thin\"><color rgb=\"FFBFBFBF\"/></{name}>");
    let sides: String = ["left", "right", "top", "bottom"].map(side).concat();
    let xf = |number: u16, font: u8, fill: u8, border: u8, rest: &str| {
        format!(
            "<xf numFmtId=\"{number}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\"{rest}</xf>"
        )
    };
    let centred = "><alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/>";
    let text = "><alignment vertical=\"center\" wrapText=\"1\"/>";
    let quoted = " quotePrefix=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/>";
    let plain = "><alignment vertical=\"center\"/>";
    // The five kinds of values, in the regular font and then in bold.
    let values = |font| {
        [
            xf(49, font, 0, 1, text),
            xf(49, font, 0, 1, quoted),
            xf(164, font, 0, 1, plain),
            xf(3, font, 0, 1, plain),
            xf(165, font, 0, 1, plain),
        ]
        .concat()
    };
    format!(
        "<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>\
         <numFmt numFmtId=\"165\" formatCode=\"#,##0.0###\"/><numFmt numFmtId=\"166\" formatCode=\"#,##0.0\"/></numFmts>\
         <fonts count=\"3\">{}{}{}</fonts>\
         <fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
         <fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF2F2F2\"/></patternFill></fill></fills>\
         <borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>{sides}<diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"19\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>{}{}{}{}{}{}{}{}{}{}</cellXfs></styleSheet>",
        font(11, ""),
        font(11, "<b/>"),
        font(16, "<b/>"),
        xf(0, 2, 0, 0, centred),
        xf(49, 1, 2, 1, centred),
        values(0),
        values(1),
        xf(166, 0, 0, 1, plain),
        xf(166, 1, 0, 1, plain),
        xf(4, 0, 0, 1, plain),
        xf(4, 1, 0, 1, plain),
        xf(49, 0, 0, 0, "><alignment horizontal=\"right\" vertical=\"center\"/>"),
        xf(49, 0, 0, 0, text)
    )
}

fn sheet(table: &TableOut) -> String {
    let width = table.columns.len().max(1);
    let title_rows = usize::from(table.title.is_some());
    let header = title_rows + 1;
    let last_column = column_name(width - 1);
    let mut out = format!(
        "<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\">\
         <pane ySplit=\"{header}\" topLeftCell=\"A{}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>\
         <sheetFormatPr defaultRowHeight=\"18\"/><cols>",
        header + 1
    );
    for (i, column) in table.columns.iter().enumerate() {
        let _ = write!(
            out,
            "<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>",
            i + 1,
            column_width(table, i, column)
        );
    }
    if table.columns.is_empty() {
        out.push_str("<col min=\"1\" max=\"1\" width=\"10\"/>");
    }
    out.push_str("</cols><sheetData>");
    let mut row = 0;
    if let Some(title) = &table.title {
        let _ = write!(out, "<row r=\"1\" ht=\"30\" customHeight=\"1\">");
        string(&mut out, "A1", style::TITLE, title);
        out.push_str("</row>");
        row = 1;
    }
    row += 1;
    let _ = write!(out, "<row r=\"{row}\">");
    for (i, column) in table.columns.iter().enumerate() {
        string(&mut out, &format!("{}{row}", column_name(i)), style::HEADING, &column.heading);
    }
    out.push_str("</row>");
    let body = table.rows.iter().map(|r| (r, 0)).chain(table.totals.iter().map(|r| (r, style::BOLD)));
    for (cells, bold) in body {
        row += 1;
        let _ = write!(out, "<row r=\"{row}\">");
        for (i, value) in cells.iter().take(width).enumerate() {
            cell(&mut out, &format!("{}{row}", column_name(i)), bold, value);
        }
        out.push_str("</row>");
    }
    out.push_str("</sheetData>");
    if !table.rows.is_empty() {
        let _ = write!(out, "<autoFilter ref=\"A{header}:{last_column}{}\"/>", header + table.rows.len());
    }
    if title_rows > 0 && width > 1 {
        let _ = write!(out, "<mergeCells count=\"1\"><mergeCell ref=\"A1:{last_column}1\"/></mergeCells>");
    }
    out.push_str(
        "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>",
    );
    out.push_str("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
    out
}

pub(super) fn cell(out: &mut String, place: &str, bold: u8, value: &CellOut) {
    match value {
        CellOut::Empty => {
            let _ = write!(out, "<c r=\"{place}\" s=\"{}\"/>", style::TEXT + bold);
        }
        CellOut::Text(text) => {
            let style = if may_run(text) { style::QUOTED } else { style::TEXT };
            string(out, place, style + bold, text);
        }
        CellOut::Date(day) => {
            let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
            let number = day.signed_duration_since(epoch).num_days();
            // Before March 1900 Excel counts otherwise; such a day is written as text.
            if number > 60 {
                let _ = write!(out, "<c r=\"{place}\" s=\"{}\"><v>{number}</v></c>", style::DATE + bold);
            } else {
                string(out, place, style::TEXT + bold, &day.to_string());
            }
        }
        CellOut::Wan(_) | CellOut::Number { .. } => {
            let number = value.plain();
            let style = if number.contains('.') { style::FRACTION } else { style::WHOLE };
            let _ = write!(out, "<c r=\"{place}\" s=\"{}\"><v>{number}</v></c>", style + bold);
        }
    }
}

pub(super) fn string(out: &mut String, place: &str, style: u8, text: &str) {
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= MAX_TEXT
    };
    let text: String = text.chars().take_while(fits).collect();
    let text = escape(&text);
    let _ = write!(
        out,
        "<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
    );
}

/// Text for XML. Characters that XML 1.0 does not allow are dropped; a literal "_x0041_" is guarded,
/// because Excel would read it as the letter.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (i, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            '\r' => {}
            '_' if is_escape(&text[i..]) => out.push_str("_x005F_"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

fn is_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7 && bytes[1] == b'x' && bytes[6] == b'_' && bytes[2..6].iter().all(u8::is_ascii_hexdigit)
}

/// 0 is A, 26 is AA.
pub(super) fn column_name(index: usize) -> String {
    let mut name = Vec::new();
    let mut n = index + 1;
    while n > 0 {
        // The remainder is below 26.
        name.push(b'A' + ((n - 1) % 26) as u8);
        n = (n - 1) / 26;
    }
    name.iter().rev().map(|b| char::from(*b)).collect()
}

/// The width of a column in half-width characters: its own, or that of its longest content, within
/// bounds that keep a page readable.
fn column_width(table: &TableOut, index: usize, column: &ColumnOut) -> usize {
    if let Some(width) = column.width {
        return usize::from(width.clamp(2, 250));
    }
    let wide = |text: &str| -> usize {
        text.lines().map(|l| l.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()).max().unwrap_or(0)
    };
    let cells = table.rows.iter().chain(&table.totals).take(500).filter_map(|r| r.get(index));
    let longest = cells.map(|c| wide(&c.plain())).max().unwrap_or(0);
    (longest.max(wide(&column.heading)) + 2).clamp(6, 46)
}
