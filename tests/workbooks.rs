//! Opening files: every format, against another reader, and against damage.

mod common;

use calamine::{Data, Reader as _};
use common::{data, gb18030};
use proptest::prelude::*;
use std::io::Cursor;
use zhaoshang::exchange::sheet::{Cell, Merge, OpenError, Raw, Sheet, Workbook, open, paste};

fn opened(path: &str) -> Workbook {
    open(&data(path), path, &gb18030).unwrap_or_else(|e| panic!("{path}: {e:?}"))
}

/// Compares every cell with what calamine, an independent reader, makes of it.
fn agrees<R: std::io::Read + std::io::Seek, W: calamine::Reader<R>>(
    ours: &Workbook,
    mut theirs: W,
    path: &str,
) {
    let cells = |n: usize| ours.sheets[n].clone();
    for (n, name) in theirs.sheet_names().into_iter().filter(|n| n != "图").enumerate() {
        let sheet = cells(n);
        assert_eq!(sheet.name, name, "{path}");
        let range = theirs.worksheet_range(&name).unwrap_or_else(|_| panic!("{path}: {name}"));
        let mut seen = 0;
        for (row, column, value) in range.used_cells() {
            let (top, left) = range.start().unwrap_or_default();
            let (row, column) = (row + top as usize, column + left as usize);
            let ours = sheet.cell(row, column);
            let same = match value {
                Data::Empty => ours.is_empty(),
                Data::String(text) if text.trim().is_empty() => ours.is_empty(),
                Data::String(text) => ours.shown == text.replace("\r\n", "\n"),
                Data::Float(number) => matches!(ours.raw, Raw::Number(n) if n == *number),
                Data::Int(number) => matches!(ours.raw, Raw::Number(n) if n == *number as f64),
                Data::Bool(yes) => ours.raw == Raw::Bool(*yes),
                Data::DateTime(at) => match ours.raw {
                    Raw::Date(day) => {
                        let (y, m, d, ..) = at.to_ymd_hms_milli();
                        format!("{y:04}-{m:02}-{d:02}") == day.date().to_string()
                    }
                    Raw::Number(n) => n == at.as_f64(),
                    _ => false,
                },
                Data::Error(_) => ours.raw == Raw::Error,
                _ => false,
            };
            assert!(same, "{path} {name} {row},{column}: {value:?} {ours:?}");
            seen += usize::from(!ours.is_empty());
        }
        let all = sheet.rows.iter().flatten().filter(|c| !c.is_empty()).count();
        assert_eq!(seen, all, "{path} {name}: as many cells");
    }
}

#[test]
fn every_cell_agrees_with_another_reader() {
    for path in [
        "ledgers/county-ledger.xlsx",
        "ledgers/outbound-trips.xlsx",
        "sheets/formats.xlsx",
        "sheets/inline.xlsx",
    ] {
        let theirs = calamine::Xlsx::new(Cursor::new(data(path))).expect("a workbook");
        agrees(&opened(path), theirs, path);
    }
    for path in ["sheets/export.xls", "sheets/from-1904.xls"] {
        let theirs = calamine::Xls::new(Cursor::new(data(path))).expect("a workbook");
        agrees(&opened(path), theirs, path);
    }
}

#[test]
fn cells_are_shown_as_excel_shows_them() {
    let book = opened("sheets/formats.xlsx");
    let shown: Vec<&str> = book.sheets[0].rows[0].iter().map(|c| c.shown.as_str()).collect();
    let expected =
        ["2026-01-01", "85.5%", "1.50亿元", "1,234,567", "0.38", "19900005750", "TRUE", "#DIV/0!", "甲乙"];
    assert_eq!(shown, expected);
    assert_eq!(book.sheets[0].cell(0, 4).raw, Raw::Number(0.375));
    assert_eq!(book.sheets[0].cell(1, 0).shown, "总投资(亿元) 约");
    assert_eq!(book.sheets[0].cell(1, 2).shown, "一\n二");
    assert_eq!(book.sheets[0].merges, [Merge { top: 2, left: 0, bottom: 3, right: 2 }]);
    assert!(book.from_1904);
    let hidden: Vec<bool> = book.sheets.iter().map(|s| s.hidden).collect();
    assert_eq!(hidden, [false, true, true]);
}

#[test]
fn old_workbooks() {
    let book = opened("sheets/export.xls");
    let sheet = &book.sheets[0];
    assert_eq!(sheet.cell(4, 8).shown, "2026-03-12");
    assert_eq!(sheet.cell(4, 7).shown, "42.0%");
    assert!(sheet.merges.contains(&Merge { top: 4, left: 1, bottom: 6, right: 1 }));
    assert!(book.sheets[1].hidden && !book.sheets[2].hidden);
    assert_eq!(opened("sheets/from-1904.xls").sheets[0].cell(0, 0).shown, "2026-01-01");
}

/// A record of a bare stream.
fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let len = u16::try_from(body.len()).expect("a short record");
    [&kind.to_le_bytes(), &len.to_le_bytes(), body].concat()
}

#[test]
fn excel_95_text_is_of_a_code_page() {
    let (name, text) = (b"\xcc\xa8\xd5\xcb", b"\xcf\xee\xc4\xbf\xc3\xfb\xb3\xc6");
    let bof = record(0x0809, &[0, 5, 5, 0, 0, 0, 0, 0]);
    let sheet_at = u32::try_from(bof.len() + 4 + 7 + name.len() + 4).expect("small");
    let listed = [&sheet_at.to_le_bytes()[..], &[0, 0, 4], name].concat();
    let label = [&[0, 0, 1, 0, 0, 0, 8, 0][..], text].concat();
    let sheet = [bof.clone(), record(0x0204, &label), record(0x000a, &[])].concat();
    let stream = [bof, record(0x0085, &listed), record(0x000a, &[]), sheet].concat();
    let book = open(&stream, "old.xls", &gb18030).expect("a workbook");
    assert_eq!(book.sheets[0].name, "台账");
    assert_eq!(book.sheets[0].cell(0, 1).shown, "项目名称");
}

#[test]
fn text_tables() {
    let book = opened("ledgers/town-ledger-gbk.csv");
    assert_eq!(book.sheets[0].cell(0, 1).shown, "项目名称");
    assert_eq!(book.sheets[0].cell(1, 3).shown, "5,000");
    let pasted = paste("项目名称\t总投资\n\"甲\n项目\"\t1,000\n").expect("cells");
    assert_eq!(pasted.sheets[0].cell(1, 0).shown, "甲\n项目");
    assert_eq!(paste(" \n"), Err(OpenError::Empty));
}

#[test]
fn html_tables_under_any_name() {
    let html = "<html><head><style>td{color:red}</style></head><body><table border=1>\
        <tr><td colspan=2>2026年台账<tr><th rowspan='2'>名称</th><th>总投资<br>(亿元)</th></tr>\
        <tr><td>1&nbsp;</td></tr></table></body></html>";
    for bytes in [html.as_bytes().to_vec(), encoding_rs::GB18030.encode(html).0.into_owned()] {
        let book = open(&bytes, "导出.xls", &gb18030).expect("a table");
        let sheet = &book.sheets[0];
        assert_eq!(sheet.cell(0, 0).shown, "2026年台账");
        assert_eq!(sheet.cell(1, 1).shown, "总投资\n(亿元)");
        assert_eq!((sheet.cell(2, 0).shown.as_str(), sheet.cell(2, 1).shown.as_str()), ("", "1"));
        let merge = |top, left, bottom, right| Merge { top, left, bottom, right };
        assert_eq!(sheet.merges, [merge(0, 0, 0, 1), merge(1, 0, 2, 0)]);
    }
}

#[test]
fn what_cannot_be_opened_is_said_exactly() {
    let case = |bytes: &[u8], name: &str| open(bytes, name, &gb18030).expect_err(name);
    assert_eq!(case(b"", "空.xlsx"), OpenError::Empty);
    assert_eq!(case(b",,\n,\n", "空.csv"), OpenError::Empty);
    assert_eq!(case(&data("sheets/encrypted.xlsx"), "密.xlsx"), OpenError::Encrypted);
    assert_eq!(case(b"%PDF-1.7 ...", "扫描.xlsx"), OpenError::NotASheet);
    assert_eq!(case(b"{\"a\":1}", "x.csv"), OpenError::NotASheet);
    assert_eq!(case(b"\xff\xff\xff\xff\x00\x00\x80", "x.csv"), OpenError::UnknownEncoding);
    let whole = data("ledgers/county-ledger.xlsx");
    assert_eq!(case(&whole[..whole.len() / 2], "cut.xlsx"), OpenError::Corrupt);
    assert_eq!(case(&data("sheets/export.xls")[..600], "cut.xls"), OpenError::Corrupt);
    let many_columns = "x,".repeat(300);
    assert_eq!(case(many_columns.as_bytes(), "wide.csv"), OpenError::TooLarge);
    let many_rows = "x\n".repeat(200_001);
    assert_eq!(case(many_rows.as_bytes(), "long.csv"), OpenError::TooLarge);
    let bomb = "<table>".to_owned() + &"<tr><td rowspan=99999999 colspan=200>x".repeat(3000);
    assert!(open(bomb.as_bytes(), "x.xls", &gb18030).is_err_and(|e| e == OpenError::TooLarge));
}

#[test]
fn a_far_cell_costs_no_memory_to_refuse() {
    let far = Sheet::default();
    assert_eq!(far.cell(usize::MAX, usize::MAX), &Cell::default());
}

/// Files to damage: one of each format, small enough to try many times.
fn originals() -> impl Strategy<Value = Vec<u8>> {
    let paths = [
        "ledgers/outbound-trips.xlsx",
        "sheets/formats.xlsx",
        "sheets/export.xls",
        "sheets/from-1904.xls",
        "ledgers/town-ledger-gbk.csv",
    ];
    prop::sample::select(paths.to_vec()).prop_map(data)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = open(&bytes, "x", &gb18030);
    }

    #[test]
    fn no_bytes_under_a_known_head_make_it_panic(
        head in prop::sample::select(vec![&b"PK\x03\x04"[..], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x09\x08\x10\x00\x00\x06", b"<table><tr><td ", b"\xff\xfe"]),
        bytes in prop::collection::vec(any::<u8>(), 0..2000),
    ) {
        let _ = open(&[head, &bytes].concat(), "x", &gb18030);
    }

    #[test]
    fn no_damage_makes_it_panic(
        mut bytes in originals(),
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        for (at, value) in flips {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = open(&bytes, "x.csv", &gb18030);
    }
}
