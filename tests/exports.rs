//! Written tables, read back by this reader and by another.

use calamine::{Data, Reader as _};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::io::Cursor;
use zhaoshang::exchange::sheet::write::{CellOut, ColumnOut, TableOut, csv, xlsx};
use zhaoshang::exchange::sheet::{Raw, Workbook, open};

fn day(y: i32, m: u32, d: u32) -> CellOut {
    CellOut::Date(NaiveDate::from_ymd_opt(y, m, d).expect("a day"))
}

fn sample() -> TableOut {
    let text = |t: &str| CellOut::Text(t.into());
    let columns = ["项目名称", "总投资(万元)", "天数", "签约时间", "备注"];
    TableOut {
        title: Some("重点项目[2026]: 一览表".into()),
        columns: columns.map(ColumnOut::new).into(),
        rows: vec![
            vec![
                text("年产2吨 <精密> & \"模具\"项目"),
                CellOut::Wan(230_000_000),
                CellOut::Number { value: 50, places: 2 },
                day(2026, 1, 26),
                text("=HYPERLINK(\"http://x\")"),
            ],
            vec![
                text(" 前后空格 "),
                CellOut::Wan(12_345),
                CellOut::Empty,
                CellOut::Empty,
                text("一\n二_x0041_\u{1}"),
            ],
            vec![
                text("-5"),
                CellOut::Wan(-1),
                CellOut::Number { value: 3, places: 0 },
                day(1899, 1, 1),
                text("+86 19900000000"),
            ],
            vec![text("@x"), text("USD 1,200")],
        ],
        totals: Some(vec![text("合计"), CellOut::Wan(230_012_344)]),
    }
}

fn read(bytes: &[u8], name: &str) -> Workbook {
    open(bytes, name, &|_| None).unwrap_or_else(|e| panic!("{name}: {e:?}"))
}

#[test]
fn a_workbook_reads_back() {
    let bytes = xlsx(&sample());
    let book = read(&bytes, "out.xlsx");
    let sheet = &book.sheets[0];
    assert_eq!(sheet.name, "重点项目2026 一览表");
    let shown = |row: usize, column: usize| sheet.cell(row, column).shown.as_str();
    assert_eq!(shown(0, 0), "重点项目[2026]: 一览表");
    assert_eq!(shown(1, 1), "总投资(万元)");
    assert_eq!(shown(2, 0), "年产2吨 <精密> & \"模具\"项目");
    assert_eq!(sheet.cell(2, 1).raw, Raw::Number(23_000.0));
    assert_eq!((shown(2, 1), shown(3, 1)), ("23,000", "1.2345"));
    assert_eq!(sheet.cell(2, 2).raw, Raw::Number(0.5));
    assert_eq!(shown(2, 3), "2026-01-26");
    assert_eq!((shown(2, 4), &sheet.cell(2, 4).raw), ("=HYPERLINK(\"http://x\")", &Raw::Text));
    assert_eq!(shown(3, 0), " 前后空格 ");
    assert_eq!(shown(3, 4), "一\n二_x0041_");
    assert_eq!((shown(4, 0), shown(4, 3)), ("-5", "1899-01-01"));
    assert_eq!((shown(6, 0), shown(6, 1)), ("合计", "23,001.2344"));
    assert_eq!(xlsx(&sample()), bytes, "equal tables give equal bytes");
}

#[test]
fn another_reader_finds_no_formula() {
    let mut book = calamine::Xlsx::new(Cursor::new(xlsx(&sample()))).expect("a workbook");
    let name = book.sheet_names()[0].clone();
    let formulas = book.worksheet_formula(&name).expect("a sheet");
    assert_eq!(formulas.used_cells().count(), 0);
    let cells = book.worksheet_range(&name).expect("a sheet");
    assert_eq!(cells.get_value((2, 4)), Some(&Data::String("=HYPERLINK(\"http://x\")".into())));
    assert_eq!(cells.get_value((2, 1)), Some(&Data::Float(23_000.0)));
    assert!(matches!(cells.get_value((2, 3)), Some(Data::DateTime(at)) if at.as_f64() == 46_048.0));
}

#[test]
fn comma_separated_text_is_harmless_and_reads_back() {
    let bytes = csv(&sample());
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    assert!(text.starts_with('\u{feff}'));
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split("\r\n").collect();
    assert_eq!(lines[1], "项目名称,总投资(万元),天数,签约时间,备注");
    assert_eq!(
        lines[2],
        "\"年产2吨 <精密> & \"\"模具\"\"项目\",23000,0.5,2026-01-26,\"'=HYPERLINK(\"\"http://x\"\")\""
    );
    assert_eq!(lines[4], "-5,-0.0001,3,1899-01-01,'+86 19900000000");
    assert_eq!(lines[5], "'@x,\"USD 1,200\",,,");
    let sheet = &read(&bytes, "out.csv").sheets[0];
    assert_eq!(sheet.cell(2, 4).shown, "=HYPERLINK(\"http://x\")");
    assert_eq!(sheet.cell(5, 0).shown, "@x");
    assert_eq!(sheet.cell(3, 4).shown, "一\n二_x0041_\u{1}");
}

#[test]
fn an_empty_table_is_still_a_file() {
    let table = TableOut { columns: vec![ColumnOut::new("项目名称")], ..TableOut::default() };
    assert_eq!(read(&xlsx(&table), "x.xlsx").sheets[0].cell(0, 0).shown, "项目名称");
    assert!(calamine::Xlsx::new(Cursor::new(xlsx(&TableOut::default()))).is_ok());
}

proptest! {
    #[test]
    fn any_text_survives_both_formats(texts in prop::collection::vec("[^\\p{C}]{1,20}", 1..12)) {
        let cells: Vec<CellOut> = texts.iter().cloned().map(CellOut::Text).collect();
        let columns = texts.iter().map(|_| ColumnOut::new("列")).collect();
        let table = TableOut { columns, rows: vec![cells], ..TableOut::default() };
        for book in [read(&xlsx(&table), "x.xlsx"), read(&csv(&table), "x.csv")] {
            for (i, text) in texts.iter().enumerate() {
                let cell = book.sheets[0].cell(1, i);
                prop_assert!(cell.shown == *text || cell.is_empty() && text.trim().is_empty(), "{:?} {:?}", text, cell);
                prop_assert!(matches!(cell.raw, Raw::Text | Raw::Empty));
            }
        }
    }
}
