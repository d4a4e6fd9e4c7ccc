//! A paper as a workbook: its texts on the first sheet, one sheet for each table, heads merged as on paper.

use super::CellOut;
use super::xlsx::{
    DOCUMENT, HEAD, MAIN, PACKAGE, TYPES, cell, column_name, escape, sheet_name, string, style, styles,
};
use crate::exchange::zip::Writer;
use crate::rules::bulletin::{Cell, Paper, Part, Table};
use std::fmt::Write as _;

/// Writes a paper. Equal papers give equal bytes.
pub fn paper_xlsx(paper: &Paper) -> Vec<u8> {
    let mut sheets: Vec<(String, String)> = Vec::new();
    // For each sheet the lines that come again on each page, if any.
    let mut repeated: Vec<Option<(usize, usize)>> = Vec::new();
    let mut add = |name: &str, sheet: String, lines: Option<(usize, usize)>| {
        let name = unlike(&sheets, &sheet_name(Some(name)));
        sheets.push((name, sheet));
        repeated.push(lines);
    };
    let texts: Vec<&str> = paper
        .parts
        .iter()
        .filter_map(|part| match part {
            Part::Heading(_, text) | Part::Text(text) => Some(text.as_str()),
            Part::Table(_) | Part::NewPage => None,
        })
        .collect();
    if !texts.is_empty() {
        add(&paper.title, text_sheet(paper, &texts), None);
    }
    for table in paper.tables() {
        // A table that is a paper of its own has the title of the paper.
        let title = if table.caption.is_empty() { &paper.title } else { &table.caption };
        let (sheet, lines) = table_sheet(title, table);
        add(title, sheet, Some(lines));
    }
    let mut zip = Writer::default();
    let mut add = |name: &str, body: &str| zip.add(name, format!("{HEAD}{body}").as_bytes());
    let part = |name: &str, kind: &str| {
        format!("<Override PartName=\"/xl/{name}.xml\" ContentType=\"{TYPES}.{kind}+xml\"/>")
    };
    let each = |of: &dyn Fn(usize) -> String| (1..=sheets.len()).map(of).collect::<String>();
    add(
        "[Content_Types].xml",
        &format!(
            "<Types xmlns=\"{PACKAGE}/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{}{}</Types>",
            part("workbook", "sheet.main"),
            each(&|n| part(&format!("worksheets/sheet{n}"), "worksheet")),
            part("styles", "styles")
        ),
    );
    let relation = |id: usize, kind: &str, target: &str| {
        format!("<Relationship Id=\"rId{id}\" Type=\"{DOCUMENT}/{kind}\" Target=\"{target}\"/>")
    };
    let relations =
        |all: &str| format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{all}</Relationships>");
    add("_rels/.rels", &relations(&relation(1, "officeDocument", "xl/workbook.xml")));
    add("xl/workbook.xml", &workbook(&sheets, &repeated));
    let own = each(&|n| relation(n, "worksheet", &format!("worksheets/sheet{n}.xml")));
    add(
        "xl/_rels/workbook.xml.rels",
        &relations(&(own + &relation(sheets.len() + 1, "styles", "styles.xml"))),
    );
    add("xl/styles.xml", &styles());
    for (n, (_, sheet)) in (1..).zip(&sheets) {
        add(&format!("xl/worksheets/sheet{n}.xml"), sheet);
    }
    zip.finish()
}

/// A name that no sheet has yet.
fn unlike(sheets: &[(String, String)], name: &str) -> String {
    let taken = |name: &str| sheets.iter().any(|(other, _)| other.eq_ignore_ascii_case(name));
    if !taken(name) {
        return name.to_owned();
    }
    let short: String = name.chars().take(27).collect();
    let mut other = (2..).map(|n| format!("{short} {n}"));
    other.find(|name| !taken(name)).unwrap_or_default()
}

fn workbook(sheets: &[(String, String)], repeated: &[Option<(usize, usize)>]) -> String {
    let mut out = format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\"><sheets>");
    for (n, (name, _)) in (1..).zip(sheets) {
        let _ = write!(out, "<sheet name=\"{}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>", escape(name));
    }
    out.push_str("</sheets><definedNames>");
    for (at, ((name, _), lines)) in sheets.iter().zip(repeated).enumerate() {
        if let Some((first, last)) = lines {
            let name = escape(&name.replace('\'', "''"));
            let _ = write!(
                out,
                "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{at}\">'{name}'!${first}:${last}</definedName>"
            );
        }
    }
    out.push_str("</definedNames></workbook>");
    // Without any name the element may not be there.
    out.replace("<definedNames></definedNames>", "")
}

/// The end of a sheet: margins, and all columns on one page.
fn end(out: &mut String, merges: &[String], is_wide: bool) {
    if !merges.is_empty() {
        let _ = write!(out, "<mergeCells count=\"{}\">{}</mergeCells>", merges.len(), merges.concat());
    }
    let lies = if is_wide { "landscape" } else { "portrait" };
    let _ = write!(
        out,
        "<printOptions horizontalCentered=\"1\"/>\
         <pageMargins left=\"0.5\" right=\"0.5\" top=\"0.7\" bottom=\"0.7\" header=\"0.3\" footer=\"0.3\"/>\
         <pageSetup paperSize=\"9\" orientation=\"{lies}\" fitToWidth=\"1\" fitToHeight=\"0\"/>\
         <headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter></worksheet>"
    );
}

fn begin(views: &str) -> String {
    format!(
        "<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
         <sheetViews><sheetView workbookViewId=\"0\">{views}</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"18\"/>"
    )
}

/// The texts, one paragraph a row.
fn text_sheet(paper: &Paper, texts: &[&str]) -> String {
    let mut out = begin("");
    out.push_str("<cols><col min=\"1\" max=\"1\" width=\"90\" customWidth=\"1\"/></cols><sheetData>");
    let lines = [(style::TITLE, paper.title.as_str()), (style::BASIS, paper.subtitle.as_str())];
    let texts = texts.iter().map(|text| (style::TEXT, *text));
    for (row, (style, text)) in (1..).zip(lines.into_iter().chain(texts)) {
        let _ = write!(out, "<row r=\"{row}\">");
        string(&mut out, &format!("A{row}"), style, text);
        out.push_str("</row>");
    }
    out.push_str("</sheetData>");
    end(&mut out, &[], false);
    out
}

/// A table, and the lines of its heads.
fn table_sheet(title: &str, table: &Table) -> (String, (usize, usize)) {
    let width = table.heads.len().max(1);
    let last = column_name(width - 1);
    let heads = table.head_lines();
    let first = 3;
    let body = first + heads.len();
    let mut out = begin(&format!(
        "<pane ySplit=\"{}\" topLeftCell=\"A{body}\" activePane=\"bottomLeft\" state=\"frozen\"/>",
        body - 1
    ));
    out.push_str("<cols>");
    for (at, head) in table.heads.iter().enumerate() {
        let cells = table.rows.iter().chain(&table.total).take(500).filter_map(|row| row.get(at));
        let wide = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
        let need = cells.map(|cell| wide(&cell.text())).max().unwrap_or(0) + 2;
        let width = need.clamp(9, usize::from(head.width.max(1)) * 5 + 8);
        let _ = write!(out, "<col min=\"{0}\" max=\"{0}\" width=\"{width}\" customWidth=\"1\"/>", at + 1);
    }
    out.push_str("</cols><sheetData>");
    let mut merges: Vec<String> = Vec::new();
    let mut whole = |out: &mut String, row: usize, style: u8, text: &str| {
        let height = if style == style::TITLE { " ht=\"30\" customHeight=\"1\"" } else { "" };
        let _ = write!(out, "<row r=\"{row}\"{height}>");
        string(out, &format!("A{row}"), style, text);
        out.push_str("</row>");
        if width > 1 {
            merges.push(format!("<mergeCell ref=\"A{row}:{last}{row}\"/>"));
        }
    };
    whole(&mut out, 1, style::TITLE, title);
    whole(&mut out, 2, style::BASIS, &table.basis);
    let mut spans = Vec::new();
    for (row, line) in (first..).zip(&heads) {
        let _ = write!(out, "<row r=\"{row}\">");
        for column in 0..table.heads.len() {
            let place = format!("{}{row}", column_name(column));
            match line.iter().find(|cell| cell.column == column) {
                Some(head) => {
                    string(&mut out, &place, style::HEADING, &head.text);
                    if head.across > 1 || head.down > 1 {
                        let end = format!("{}{}", column_name(column + head.across - 1), row + head.down - 1);
                        spans.push(format!("<mergeCell ref=\"{place}:{end}\"/>"));
                    }
                }
                // What is merged has borders too.
                None => {
                    let _ = write!(out, "<c r=\"{place}\" s=\"{}\"/>", style::HEADING);
                }
            }
        }
        out.push_str("</row>");
    }
    let mut row = body;
    for (cells, bold) in
        table.rows.iter().map(|row| (row, 0)).chain(table.total.iter().map(|row| (row, style::BOLD)))
    {
        let _ = write!(out, "<row r=\"{row}\">");
        for (at, value) in cells.iter().take(width).enumerate() {
            written(&mut out, &format!("{}{row}", column_name(at)), bold, value);
        }
        out.push_str("</row>");
        row += 1;
    }
    for note in &table.notes {
        whole(&mut out, row, style::NOTE, note);
        row += 1;
    }
    out.push_str("</sheetData>");
    merges.extend(spans);
    end(&mut out, &merges, table.is_wide());
    (out, (first, body - 1))
}

fn written(out: &mut String, place: &str, bold: u8, value: &Cell) {
    match value {
        Cell::Empty => cell(out, place, bold, &CellOut::Empty),
        Cell::Words(words) => cell(out, place, bold, &CellOut::Text(words.clone())),
        Cell::Day(day) => cell(out, place, bold, &CellOut::Date(day.naive())),
        Cell::Number(number, digits) => {
            let style = match digits {
                0 => style::WHOLE + bold,
                1 => style::ONE_DIGIT + u8::from(bold > 0),
                _ => style::TWO_DIGITS + u8::from(bold > 0),
            };
            let _ = write!(out, "<c r=\"{place}\" s=\"{style}\"><v>{number}</v></c>");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Decimal;
    use crate::exchange::sheet::open;
    use crate::rules::bulletin::Head;

    fn paper() -> Paper {
        let table = |caption: &str| {
            Part::Table(Table {
                caption: caption.to_owned(),
                basis: "单位：亿元".to_owned(),
                heads: vec![
                    Head::name("单位"),
                    Head::narrow("目标值").under("组"),
                    Head::narrow("完成值").under("组"),
                ],
                rows: vec![vec![
                    Cell::words("=甲"),
                    Cell::number(Decimal::whole(4), 0),
                    Cell::number(Decimal::hundredths(150), 2),
                ]],
                total: None,
                notes: vec!["注".to_owned()],
            })
        };
        let text = Part::Text("正文".to_owned());
        Paper {
            title: "通报".to_owned(),
            subtitle: "县".to_owned(),
            parts: vec![text, table("表"), table("表")],
        }
    }

    #[test]
    fn the_same_paper_gives_the_same_bytes() {
        assert_eq!(paper_xlsx(&paper()), paper_xlsx(&paper()));
    }

    #[test]
    fn it_reads_back() {
        let bytes = paper_xlsx(&paper());
        let book = open(&bytes, "a.xlsx", &|_| None).expect("a workbook");
        let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(names, ["通报", "表", "表 2"]);
        let shown = |row: usize, column: usize| book.sheets[1].cell(row, column).shown.clone();
        assert_eq!((shown(0, 0), shown(1, 0)), ("表".to_owned(), "单位：亿元".to_owned()));
        assert_eq!((shown(2, 1), shown(3, 2)), ("组".to_owned(), "完成值".to_owned()));
        assert_eq!([shown(4, 0), shown(4, 1), shown(4, 2)], ["=甲", "4", "1.50"]);
    }
}
