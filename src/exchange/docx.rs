//! A paper as a text document (.docx): what a county office sends out, in the look of an official paper.
//!
//! The kept crate weighs 200 kB after compression and cannot repeat the heads of a table on its next page, so the few
//! parts of the format that papers need are written here; its reader reads them back in tests. Equal papers give equal
//! bytes: no clock, no chance, nothing of the machine.

mod table;

use super::zip::Writer;
use crate::rules::bulletin::{Paper, Part};
use std::fmt::Write as _;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The width between the margins of a page, in twentieths of a point: A4 upright with the margins of official papers
/// (28 mm and 26 mm), and on its side with 20 mm.
const UPRIGHT: usize = 8_844;
const ON_SIDE: usize = 14_570;

/// Writes a paper.
pub fn docx(paper: &Paper) -> Vec<u8> {
    let mut zip = Writer::default();
    let mut add = |name: &str, body: &str| zip.add(name, format!("{HEAD}{body}").as_bytes());
    add("[Content_Types].xml", &content_types());
    add(
        "_rels/.rels",
        &format!(
            "<Relationships xmlns=\"{PACKAGE}/relationships\">\
             <Relationship Id=\"rId1\" Type=\"{DOCUMENT}/officeDocument\" Target=\"word/document.xml\"/>\
             <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
             </Relationships>"
        ),
    );
    add(
        "docProps/core.xml",
        &format!(
            "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title></cp:coreProperties>",
            escape(&paper.title)
        ),
    );
    let relation = |id: usize, kind: &str| {
        format!("<Relationship Id=\"rId{id}\" Type=\"{DOCUMENT}/{kind}\" Target=\"{kind}.xml\"/>")
    };
    add(
        "word/_rels/document.xml.rels",
        &format!(
            "<Relationships xmlns=\"{PACKAGE}/relationships\">{}{}{}</Relationships>",
            relation(1, "styles"),
            relation(2, "fontTable"),
            relation(3, "footer")
        ),
    );
    add("word/styles.xml", &styles());
    add("word/fontTable.xml", &fonts());
    add("word/footer.xml", &footer());
    add("word/document.xml", &document(paper));
    zip.finish()
}

fn content_types() -> String {
    let part = |name: &str, kind: &str| {
        format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{TYPES}.{kind}+xml\"/>")
    };
    format!(
        "<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{}{}{}\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         </Types>",
        part("document", "document.main"),
        part("styles", "styles"),
        part("fontTable", "fontTable"),
        part("footer", "footer"),
    )
}

/// The fonts of official papers, each with one that every system has in its place.
fn fonts() -> String {
    let font = |name: &str, instead: &str| {
        format!(
            "<w:font w:name=\"{name}\"><w:altName w:val=\"{instead}\"/><w:charset w:val=\"86\"/></w:font>"
        )
    };
    format!(
        "<w:fonts xmlns:w=\"{MAIN}\">{}{}{}{}</w:fonts>",
        font("方正小标宋简体", "宋体"),
        font("仿宋_GB2312", "仿宋"),
        font("楷体_GB2312", "楷体"),
        font("黑体", "SimHei")
    )
}

/// The styles: name, font, size in half points, whether bold, and the rest of the paragraph.
fn styles() -> String {
    let style = |id: &str, name: &str, font: &str, size: u8, bold: bool, paragraph: &str| {
        let bold = if bold { "<w:b/>" } else { "" };
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
             <w:pPr>{paragraph}</w:pPr><w:rPr>{}{bold}<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>",
            run_fonts(font)
        )
    };
    let single = "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>";
    let centred = "<w:jc w:val=\"center\"/>";
    let song = "方正小标宋简体";
    format!(
        "<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>{}<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>\
         <w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>\
         <w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"560\" w:lineRule=\"exact\"/></w:pPr></w:style>{}</w:styles>",
        run_fonts("仿宋_GB2312"),
        [
            style(
                "Title",
                "Title",
                song,
                44,
                false,
                &format!("<w:keepNext/><w:spacing w:before=\"120\" w:after=\"120\" w:line=\"640\" w:lineRule=\"exact\"/>{centred}")
            ),
            style(
                "Subtitle",
                "Subtitle",
                "楷体_GB2312",
                28,
                false,
                &format!("<w:spacing w:before=\"0\" w:after=\"240\" w:line=\"480\" w:lineRule=\"exact\"/>{centred}")
            ),
            style(
                "Heading1",
                "heading 1",
                song,
                36,
                false,
                &format!("<w:keepNext/><w:spacing w:before=\"120\" w:after=\"240\" w:line=\"600\" w:lineRule=\"exact\"/>{centred}<w:outlineLvl w:val=\"0\"/>")
            ),
            style(
                "Heading2",
                "heading 2",
                "黑体",
                32,
                false,
                "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"0\" w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"1\"/>"
            ),
            style(
                "Heading3",
                "heading 3",
                "楷体_GB2312",
                32,
                false,
                "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"2\"/>"
            ),
            style(
                "Body",
                "Body",
                "仿宋_GB2312",
                32,
                false,
                // Not justified: of a full line LibreOffice then loses the mark that hangs over its end.
                "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>"
            ),
            style(
                "TableTitle",
                "Table title",
                "黑体",
                28,
                false,
                &format!("<w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\" w:line=\"360\" w:lineRule=\"auto\"/>{centred}")
            ),
            style(
                "Basis",
                "Table basis",
                "仿宋_GB2312",
                21,
                false,
                "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"right\"/>"
            ),
            style("Cell", "Table cell", "仿宋_GB2312", 21, false, single),
            style("HeadCell", "Table head", "黑体", 21, false, &format!("<w:keepNext/>{single}{centred}")),
            style("Note", "Table note", "仿宋_GB2312", 21, false, "<w:spacing w:before=\"60\" w:after=\"0\" w:line=\"280\" w:lineRule=\"auto\"/>"),
            style("Footer", "footer", "宋体", 28, false, &format!("{single}{centred}")),
        ]
        .concat()
    )
}

fn run_fonts(east: &str) -> String {
    format!(
        "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" w:eastAsia=\"{east}\"/>"
    )
}

/// The number of the page between dashes, as official papers have it.
fn footer() -> String {
    format!(
        "<w:ftr xmlns:w=\"{MAIN}\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t xml:space=\"preserve\">— </w:t></w:r>\
         <w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>"
    )
}

/// How the page lies.
fn section(is_wide: bool) -> String {
    let size = match is_wide {
        true => {
            "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1417\" w:right=\"1134\" w:bottom=\"1247\" w:left=\"1134\" w:header=\"851\" w:footer=\"680\" w:gutter=\"0\"/>"
        }
        false => {
            "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1985\" w:left=\"1588\" w:header=\"851\" w:footer=\"1304\" w:gutter=\"0\"/>"
        }
    };
    format!(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:type w:val=\"nextPage\"/>{size}</w:sectPr>"
    )
}

/// Whether each part stands on a page on its side: wide tables do, and the headings right before them.
fn sides(parts: &[Part]) -> Vec<bool> {
    let mut sides = vec![false; parts.len()];
    let mut next = false;
    for (at, part) in parts.iter().enumerate().rev() {
        sides[at] = match part {
            Part::Table(table) => table.is_wide(),
            Part::Text(_) => false,
            Part::Heading(..) | Part::NewPage => next,
        };
        next = sides[at];
    }
    sides
}

fn document(paper: &Paper) -> String {
    let mut out = format!("<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\"><w:body>");
    let sides = sides(&paper.parts);
    // A title goes with what it stands over.
    let mut is_wide = sides.first().copied().unwrap_or(false);
    let mut new_page = false;
    paragraph(&mut out, "Title", &paper.title, false);
    if !paper.subtitle.is_empty() {
        paragraph(&mut out, "Subtitle", &paper.subtitle, false);
    }
    for (part, &side) in paper.parts.iter().zip(&sides) {
        if side != is_wide {
            // The mark of the section stands in a paragraph of its own, as low as there is.
            let _ = write!(
                out,
                "<w:p><w:pPr><w:pStyle w:val=\"Cell\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>{}</w:pPr></w:p>",
                section(is_wide)
            );
            is_wide = side;
            new_page = false;
            if matches!(part, Part::NewPage) {
                continue;
            }
        }
        let breaks = std::mem::take(&mut new_page);
        match part {
            Part::Heading(level, text) => {
                paragraph(&mut out, &format!("Heading{}", (*level).clamp(1, 3)), text, breaks);
            }
            Part::Text(text) => paragraph(&mut out, "Body", text, breaks),
            Part::Table(of) => {
                table::write(&mut out, of, if is_wide { ON_SIDE } else { UPRIGHT }, breaks);
            }
            Part::NewPage => new_page = true,
        }
    }
    let _ = write!(out, "{}</w:body></w:document>", section(is_wide));
    out
}

/// A paragraph in a style, beginning a page if asked.
fn paragraph(out: &mut String, style: &str, text: &str, breaks: bool) {
    let breaks = if breaks { "<w:pageBreakBefore/>" } else { "" };
    let _ = write!(
        out,
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{breaks}</w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
        escape(text)
    );
}

/// Text for XML; characters that XML 1.0 does not allow are dropped.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;
