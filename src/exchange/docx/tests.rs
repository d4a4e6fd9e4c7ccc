//! What is written is read back by the kept crate, and does not depend on anything but the paper.

use super::*;
use crate::domain::Decimal;
use crate::exchange::zip::Archive;
use crate::rules::bulletin::{Cell, Head, Table};

fn paper(columns: usize) -> Paper {
    let heads = (0..columns).map(|at| Head::narrow(format!("列{at}")).under("组")).collect();
    let row = |n: i64| (0..columns).map(|_| Cell::number(Decimal::whole(n), 2)).collect::<Vec<_>>();
    Paper {
        title: "2026年9月通报 <&>".to_owned(),
        subtitle: "某县".to_owned(),
        parts: vec![
            Part::Heading(2, "一、总体".to_owned()),
            Part::Text("完成\u{1}12个。".to_owned()),
            Part::NewPage,
            Part::Heading(2, "附表".to_owned()),
            Part::Table(Table {
                caption: "汇总表".to_owned(),
                basis: "单位：亿元".to_owned(),
                heads,
                rows: vec![row(1), row(1234)],
                total: Some(row(1235)),
                notes: vec!["注".to_owned()],
            }),
            Part::Text("完。".to_owned()),
        ],
    }
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = Archive::open(bytes, 1_000_000).expect("an archive");
    let bytes = archive.read(name).expect("sound").expect("there");
    String::from_utf8(bytes).expect("text")
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    assert_eq!(docx(&paper(4)), docx(&paper(4)));
    assert_ne!(docx(&paper(4)), docx(&paper(5)));
}

#[test]
fn only_wide_tables_lie_on_their_side() {
    let sections =
        |columns: usize| part(&docx(&paper(columns)), "word/document.xml").matches("landscape").count();
    assert_eq!((sections(9), sections(10)), (0, 1));
    // The heading goes with its table, and the text after it stands upright again.
    let wide = part(&docx(&paper(10)), "word/document.xml");
    assert_eq!(wide.matches("<w:sectPr>").count(), 3);
    let upright = part(&docx(&paper(9)), "word/document.xml");
    assert_eq!(upright.matches("<w:pageBreakBefore/>").count(), 1);
    assert!(!wide.contains("pageBreakBefore"), "the section begins a page by itself");
}

#[test]
fn heads_come_again_on_each_page_and_fill_the_width() {
    let document = part(&docx(&paper(5)), "word/document.xml");
    assert_eq!(document.matches("<w:tblHeader/>").count(), 2, "both lines of heads");
    let widths = document.split("<w:gridCol w:w=\"").skip(1);
    let widths: usize = widths.filter_map(|rest| rest.split('"').next()?.parse::<usize>().ok()).sum();
    assert_eq!(widths, UPRIGHT);
}

#[test]
fn the_kept_reader_reads_it() {
    let read = docx_rs::read_docx(&docx(&paper(5))).expect("a document");
    let mut texts = Vec::new();
    let mut tables = 0;
    for child in &read.document.children {
        match child {
            docx_rs::DocumentChild::Paragraph(paragraph) => texts.push(paragraph.raw_text()),
            docx_rs::DocumentChild::Table(table) => {
                tables += 1;
                assert_eq!(table.rows.len(), 5, "two lines of heads, two rows, the total");
            }
            _ => {}
        }
    }
    texts.retain(|text| !text.is_empty());
    let expected =
        ["2026年9月通报 <&>", "某县", "一、总体", "完成12个。", "附表", "汇总表", "单位：亿元", "注", "完。"];
    assert_eq!((texts, tables), (expected.map(str::to_owned).to_vec(), 1));
}
