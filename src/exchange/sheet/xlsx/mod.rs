//! Office Open XML workbooks (.xlsx, .xlsm), read from the bare parts.
//!
//! Why not a library: this needs number formats (is 46023 a day? is 0.855 shown as 85.5%?), limits
//! that hold against hostile files, and a share of the page's 600 kB that a library with all of its
//! formats would use up alone. The parts are few; tests compare the result with `calamine`.

mod sheet;
mod styles;

use super::cell::{Budget, Sheet, Workbook};
use super::open::OpenError;
use super::xml::{Token, Tokens};
use crate::exchange::zip::Archive;
use std::rc::Rc;
use styles::Styles;

/// Everything the cells of a sheet refer to.
struct Shared {
    strings: Vec<Rc<str>>,
    styles: Styles,
    from_1904: bool,
}

/// One line of a relationships part: id, the last word of its type, target path.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

/// A sheet as the workbook part lists it.
struct Listed {
    name: String,
    hidden: bool,
    relation: String,
}

/// Reads a workbook.
pub(super) fn open(archive: &mut Archive, budget: &mut Budget) -> Result<Workbook, OpenError> {
    let root = relations(archive, "_rels/.rels", "")?;
    let main =
        root.iter().find(|r| r.kind == "officeDocument").map_or("xl/workbook.xml", |r| r.target.as_str());
    let Some(text) = part(archive, main)? else { return Err(OpenError::NotASheet) };
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", main));
    let links = relations(archive, &join(folder, &format!("_rels/{file}.rels")), folder)?;
    let (listed, from_1904) = listed_sheets(&text);
    let target = |kind: &str| links.iter().find(|r| r.kind == kind).map(|r| r.target.clone());
    let strings = match target("sharedStrings") {
        Some(path) => strings(&part(archive, &path)?.unwrap_or_default()),
        None => Vec::new(),
    };
    let styles = match target("styles") {
        Some(path) => Styles::read(&part(archive, &path)?.unwrap_or_default()),
        None => Styles::default(),
    };
    let shared = Shared { strings, styles, from_1904 };
    let mut sheets = Vec::new();
    for Listed { name, hidden, relation } in listed {
        // Chart sheets and macro sheets are listed too, but hold no cells.
        let Some(link) = links.iter().find(|r| r.id == relation && r.kind == "worksheet") else { continue };
        let Some(text) = part(archive, &link.target)? else { return Err(OpenError::Corrupt) };
        let sheet = Sheet { name, hidden, ..Sheet::default() };
        sheets.push(sheet::read(&text, sheet, &shared, budget)?);
    }
    if sheets.is_empty() {
        Err(OpenError::Corrupt)
    } else {
        Ok(Workbook { sheets, from_1904, ..Workbook::default() })
    }
}

/// The text of a part. Parts are UTF-8 in practice; UTF-16 is allowed by the standard.
fn part(archive: &mut Archive, path: &str) -> Result<Option<String>, OpenError> {
    let Some(bytes) = archive.read(path)? else { return Ok(None) };
    let text = match bytes.as_slice() {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => super::delimited::decode(&bytes, &|_| None)?,
        _ => String::from_utf8(bytes).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned()),
    };
    Ok(Some(text))
}

fn relations(archive: &mut Archive, path: &str, folder: &str) -> Result<Vec<Relation>, OpenError> {
    let text = part(archive, path)?.unwrap_or_default();
    let mut found = Vec::new();
    for token in Tokens::new(&text) {
        let Token::Open { name: "Relationship", attributes, .. } = token else { continue };
        let (Some(id), Some(kind), Some(target)) =
            (attributes.get("Id"), attributes.get("Type"), attributes.get("Target"))
        else {
            continue;
        };
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        found.push(Relation { id: id.into_owned(), kind, target: join(folder, &target) });
    }
    Ok(found)
}

/// A target path: from the root if it begins with a slash, else from `folder`.
fn join(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for piece in target.split('/') {
        match piece {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            _ => parts.push(piece),
        }
    }
    parts.retain(|p| !p.is_empty());
    parts.join("/")
}

fn listed_sheets(workbook: &str) -> (Vec<Listed>, bool) {
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    for token in Tokens::new(workbook) {
        let Token::Open { name, attributes, .. } = token else { continue };
        if name == "workbookPr" {
            from_1904 = attributes.get("date1904").is_some_and(|v| v == "1" || v == "true");
        } else if name == "sheet" {
            sheets.push(Listed {
                name: attributes.get("name").unwrap_or_default().into_owned(),
                hidden: attributes.get("state").is_some_and(|s| s != "visible"),
                // `r:id` and `sheetId` are different names, so the local name is enough.
                relation: attributes.get("id").unwrap_or_default().into_owned(),
            });
        }
    }
    (sheets, from_1904)
}

fn strings(text: &str) -> Vec<Rc<str>> {
    let mut found: Vec<Rc<str>> = Vec::new();
    let mut tokens = Tokens::new(text);
    while let Some(token) = tokens.next() {
        match token {
            Token::Open { name: "si", empty: true, .. } => found.push("".into()),
            Token::Open { name: "si", .. } => found.push(rich_text(&mut tokens, "si").into()),
            _ => {}
        }
    }
    found
}

/// The text up to the end of element `until`: its runs joined, without the phonetic guides.
fn rich_text(tokens: &mut Tokens, until: &str) -> String {
    let (mut text, mut in_text, mut phonetic) = (String::new(), false, false);
    for token in tokens {
        match token {
            Token::Open { name: "t", empty, .. } => in_text = !empty,
            Token::Open { name: "rPh", empty, .. } => phonetic = !empty,
            Token::Close("t") => in_text = false,
            Token::Close("rPh") => phonetic = false,
            Token::Close(name) if name == until => break,
            Token::Text(piece) if in_text && !phonetic => text.push_str(&piece),
            _ => {}
        }
    }
    unescape_controls(text)
}

/// Excel writes control characters as `_x000D_`.
fn unescape_controls(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        let code = tail.get(2..6).filter(|_| tail.as_bytes().get(6) == Some(&b'_'));
        match code.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32) {
            Some(c) => {
                if c != '\r' {
                    out.push(c);
                }
                rest = &tail[7..];
            }
            None => {
                out.push_str("_x");
                rest = &tail[2..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::sheet::{table, targets};
    use crate::exchange::zip::Writer;
    use proptest::prelude::*;

    #[test]
    fn targets_are_joined() {
        assert_eq!(join("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(join("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(join("xl/a", "../b.xml"), "xl/b.xml");
        assert_eq!(join("", "../../b.xml"), "b.xml");
    }

    #[test]
    fn strings_lose_phonetics_and_control_escapes() {
        let text = "<sst><si><t>甲</t></si><si/><si><r><t xml:space=\"preserve\">乙 </t></r><r><t>丙</t></r><rPh><t>bing</t></rPh></si>\
                    <si><t>一_x000D_&#10;二_x</t></si></sst>";
        assert_eq!(strings(text).iter().map(|s| &**s).collect::<Vec<_>>(), ["甲", "", "乙 丙", "一\n二_x"]);
    }

    /// Words that worksheet parts are made of, for parts made of them at random.
    const PIECES: &str = "<row|<c| r=\"A1\"| r=\"ZZZZ99999999\"| r=\"XFD1048576\"| s=\"9\"| t=\"s\"| t=\"inlineStr\"| t=\"d\"|>|/>|<v>|</v>|</c>|</row>\
        |<is>|</is>|<t>|</t>|0|1e308|-1|46023|99999999999|&amp;|&#x110000;|一|<mergeCell ref=\"A1:XFD1048576\"/>|<![CDATA[|]]>|<!--|<si>|</si>|\
        <sheet name=\"x\" r:id=\"rId1\"/>|<numFmt numFmtId=\"0\" formatCode=\"|<cellXfs>|<xf numFmtId=\"14\"/>|_x|_x0000_|\"";

    proptest! {
        #[test]
        fn no_parts_make_it_panic(picks in prop::collection::vec((0usize..4, any::<prop::sample::Index>()), 0..120)) {
            let pieces: Vec<&str> = PIECES.split('|').collect();
            let mut parts = ["<workbook><sheet name='a' r:id='rId1'/>".to_owned(), String::new(), String::new(), String::new()];
            for (part, piece) in picks {
                parts[part].push_str(pieces[piece.index(pieces.len())]);
            }
            let mut zip = Writer::default();
            let names = ["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/sheet1.xml"];
            for (name, part) in names.iter().zip(&parts) {
                zip.add(name, part.as_bytes());
            }
            let link = |id: &str, kind: &str, target: &str| format!("<Relationship Id='{id}' Type='x/{kind}' Target='{target}'/>");
            let links = [link("rId1", "worksheet", "sheet1.xml"), link("b", "styles", "styles.xml"), link("c", "sharedStrings", "sharedStrings.xml")];
            zip.add("xl/_rels/workbook.xml.rels", links.concat().as_bytes());
            let bytes = zip.finish();
            let mut archive = Archive::open(&bytes, 1 << 20).expect("a directory");
            if let Ok(book) = open(&mut archive, &mut Budget::default()) {
                for targets in [&targets::PROJECT, &targets::TRIP] {
                    let _ = table::rank(&book, targets);
                }
            }
        }
    }
}
