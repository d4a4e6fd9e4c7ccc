//! Cells and files as several hands and programs leave them: bounds and rough values, two currencies
//! in one column, parts of a month, numbers that a program has shortened, other delimiters.

#[path = "common/grid.rs"]
mod grid;

use chrono::NaiveDate;
use grid::{book, sheet};
use zhaoshang::domain::money::{Currency, Money};
use zhaoshang::domain::read::Doubt;
use zhaoshang::exchange::sheet::targets::PROJECT;
use zhaoshang::exchange::sheet::{
    Cell, Context, Mapping, Raw, Read, ReadRow, Workbook, open, propose, read_rows, table,
};

/// The targets of the likeliest table's columns, and its rows.
fn read(book: &Workbook) -> (Vec<&'static str>, Vec<ReadRow>) {
    let table = table::rank(book, &PROJECT).into_iter().next().expect("a table").table;
    let proposals = propose(&book.sheets[table.layout.sheet], &table, &PROJECT);
    let today = NaiveDate::from_ymd_opt(2026, 9, 30).expect("a day");
    let rows = read_rows(book, &table, &PROJECT, &Mapping::of(&proposals), &Context::on(today));
    (proposals.iter().map(|p| p.choice.map_or("-", |c| c.key)).collect(), rows)
}

fn value<'a>(row: &'a ReadRow, key: &str) -> (Option<&'a Read>, &'a [Doubt]) {
    row.get(key).map_or((None, &[]), |value| (value.read.as_ref(), &value.doubts))
}

fn wan(units: i64) -> Read {
    Read::Money(Money::yuan(units * 10_000))
}

fn day(month: u32, day: u32) -> Read {
    Read::Date(NaiveDate::from_ymd_opt(2026, month, day).expect("a day"))
}

#[test]
fn three_header_rows_below_a_unit_line() {
    let (mapped, rows) = read(&book([sheet(
        "Sheet1",
        "黄石市2026年招商引资签约项目进展情况表
         单位\u{ff1a}万元、亩
         序号|项目名称|投资方|投资及用地|||时间节点||联系人
         |||投资||用地面积|签约时间|开工时间|
         |||总投资|固定资产投资||||
         1|甲项目|甲公司|\u{2265}2亿|1.2亿元|\u{ff11}\u{ff12}\u{ff10}|2026年9月上旬|2026年10月中旬|试验员甲
         2|乙项目|乙公司|2亿元左右|\u{ff18}\u{ff10}\u{ff10}\u{ff10}|66.5|2026年8月下旬|2026年9月底|试验员乙
         3|丙项目|丙公司|500万美元|3000|50|2026.9.1|2026年四季度|试验员丙
         4|丁项目|丁公司|30000|2亿元|80|2026.7.1|2026.8.1|试验员丁",
        "A1:I1 A2:I2 A3:A5 B3:B5 C3:C5 D3:F3 D4:E4 F4:F5 G3:H3 G4:G5 H4:H5 I3:I5",
    )]));
    let wanted = ["seq", "name", "investor", "total_investment", "fixed_investment", "land_area"];
    assert_eq!(mapped[..6], wanted);
    assert_eq!(mapped[6..], ["signed_on", "started_on", "contact"]);
    assert_eq!(rows.len(), 4);
    assert_eq!(value(&rows[0], "total_investment"), (Some(&wan(20_000)), &[Doubt::LowerBound][..]));
    assert_eq!(value(&rows[1], "total_investment"), (Some(&wan(20_000)), &[Doubt::Approximate][..]));
    let dollars = Read::Money(Money { units: 5_000_000, currency: Currency::USD });
    assert_eq!(value(&rows[2], "total_investment"), (Some(&dollars), &[][..]));
    assert_eq!(value(&rows[3], "total_investment"), (Some(&wan(30_000)), &[][..]));
    assert_eq!(value(&rows[0], "fixed_investment"), (Some(&wan(12_000)), &[][..]));
    assert_eq!(value(&rows[1], "fixed_investment"), (Some(&wan(8_000)), &[][..]));
    let area = |row: usize| match value(&rows[row], "land_area") {
        (Some(Read::Area(area)), []) => area.mu_hundredths(),
        other => panic!("{other:?}"),
    };
    assert_eq!([area(0), area(1)], [12_000, 6_650]);
    assert_eq!(value(&rows[0], "signed_on"), (Some(&day(9, 1)), &[Doubt::DayMissing][..]));
    assert_eq!(value(&rows[1], "signed_on"), (Some(&day(8, 21)), &[Doubt::DayMissing][..]));
    assert_eq!(value(&rows[0], "started_on"), (Some(&day(10, 11)), &[Doubt::DayMissing][..]));
    assert_eq!(value(&rows[2], "started_on"), (Some(&day(10, 1)), &[Doubt::MonthMissing][..]));
}

#[test]
fn a_telephone_that_a_program_has_shortened() {
    let text = "项目名称|投资方|联系人|联系电话
         甲项目|甲公司|试验员甲|1.99E10
         乙项目|乙公司|试验员乙|19900000002
         丙项目|丙公司|试验员丙|19900000003";
    let mut short = sheet("台账", text, "");
    // In a workbook the number is whole behind what is shown.
    short.rows[1][3] = Cell { shown: "1.99E+10".into(), raw: Raw::Number(19_900_000_001.0) };
    let (_, rows) = read(&book([short]));
    let whole = Read::Phones(vec!["19900000001".to_owned()]);
    assert_eq!(value(&rows[0], "phone"), (Some(&whole), &[][..]));
    // In a text file its end is lost: that is no number, and nothing is made up.
    for lost in ["1.99E10", "1.99E+10", "1.990E+10"] {
        let text = format!(
            "项目名称,投资方,联系人,联系电话\n甲项目,甲公司,试验员甲,{lost}\n乙项目,乙公司,试验员乙,19900000002\n丙项目,丙公司,试验员丙,19900000003\n"
        );
        let (_, rows) = read(&open(text.as_bytes(), "表.csv", &|_| None).expect("a table"));
        let (read, doubts) = value(&rows[0], "phone");
        assert!(read.is_none() && doubts.contains(&Doubt::Unreadable), "{lost}: {read:?} {doubts:?}");
    }
}

#[test]
fn semicolons_and_utf_16_in_either_order() {
    let text = "项目名称;投资方;总投资(万元);签约时间;联系人\r\n甲项目;甲公司;5,000;2026.9.1;试验员甲\r\n乙项目;乙公司;6000;2026.8.1;试验员乙\r\n";
    let big: Vec<u8> =
        [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let little: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [text.as_bytes(), &big, &little] {
        let (mapped, rows) = read(&open(bytes, "表.csv", &|_| None).expect("a table"));
        assert_eq!(mapped, ["name", "investor", "total_investment", "signed_on", "contact"]);
        assert_eq!(value(&rows[0], "total_investment"), (Some(&wan(5_000)), &[][..]));
        assert_eq!(value(&rows[1], "signed_on"), (Some(&day(8, 1)), &[][..]));
    }
}
