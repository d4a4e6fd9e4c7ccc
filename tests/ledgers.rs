//! Whole ledgers, from the file's bytes to typed rows, against what a person reads in them.

mod common;

use chrono::NaiveDate;
use common::{data, gb18030};
use serde_json::Value;
use zhaoshang::domain::read::{Doubt, StageWord};
use zhaoshang::exchange::sheet::targets::{PROJECT, TRIP};
use zhaoshang::exchange::sheet::{
    Context, Mapping, Proposal, Read, ReadRow, Table, TargetTable, Workbook, open, propose, read_rows, table,
};

/// The day on which the tests read.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 30).expect("a day")
}

/// Everything the pipeline makes of a file.
struct Ledger {
    table: Table,
    proposals: Vec<Proposal>,
    rows: Vec<ReadRow>,
}

fn ledger_of(book: &Workbook, targets: &TargetTable) -> Ledger {
    let table = table::rank(book, targets).into_iter().next().expect("a table").table;
    let proposals = propose(&book.sheets[table.layout.sheet], &table, targets);
    let rows = read_rows(book, &table, targets, &Mapping::of(&proposals), &Context::on(today()));
    Ledger { table, proposals, rows }
}

fn ledger(path: &str, targets: &TargetTable) -> Ledger {
    let book = open(&data(path), path, &gb18030).unwrap_or_else(|e| panic!("{path}: {e:?}"));
    ledger_of(&book, targets)
}

impl Ledger {
    /// The targets of the columns from left to right; `-` for a column kept as extra text.
    fn mapped(&self) -> Vec<&str> {
        self.proposals.iter().map(|p| p.choice.map_or("-", |c| c.key)).collect()
    }
}

fn text(row: &ReadRow, key: &str) -> Option<String> {
    match row.get(key)?.read.as_ref()? {
        Read::Text(text) => Some(text.clone()),
        Read::Date(day) => Some(day.to_string()),
        Read::People(people) => Some(people.iter().map(|p| p.name.as_str()).collect::<Vec<_>>().join("、")),
        Read::Phones(phones) => Some(phones.join("/")),
        Read::List(list) => Some(list.join("、")),
        _ => None,
    }
}

fn yuan(row: &ReadRow, key: &str) -> Option<i64> {
    match row.get(key)?.read.as_ref()? {
        Read::Money(money) => Some(money.units),
        _ => None,
    }
}

fn stage(row: &ReadRow) -> Option<StageWord> {
    match row.get("stage")?.read.as_ref()? {
        Read::Stage(stage) => Some(*stage),
        _ => None,
    }
}

/// Amounts agree exactly where the cell holds the exact amount. The expected files were computed from
/// figures before they were rounded (37 500 000 for a cell that holds 0.38亿) or cut (22999.9999万, from
/// binary floating point, for a cell that holds 22,999万). What a cell does not hold nobody can read from
/// it, so for those an amount may be off by half a unit of the last place shown, or less than one where
/// the expected figure ends in 9999.
fn assert_amount(row: &ReadRow, key: &str, unit: i64, expected: Option<i64>) {
    let read = yuan(row, key);
    let shown = row.get(key).map(|v| v.as_it_was.clone()).unwrap_or_default();
    let places = shown.split_once('.').map_or(0, |(_, f)| f.chars().take_while(char::is_ascii_digit).count());
    let last = unit / 10i64.pow(u32::try_from(places).expect("few places"));
    let near = match (read, expected) {
        (Some(read), Some(expected)) if expected % 10_000 == 9_999 => (read - expected).abs() < last,
        (Some(read), Some(expected)) if places == 2 => (read - expected).abs() <= last / 2,
        (read, expected) => read == expected,
    };
    assert!(near, "row {} {key}: {shown:?} read as {read:?}, expected {expected:?}", row.source_row);
}

fn expected(path: &str) -> Vec<Value> {
    let file: Value = serde_json::from_slice(&data(path)).expect("JSON");
    file["rows"].as_array().expect("rows").clone()
}

fn string(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(str::to_owned)
}

fn assert_texts(row: &ReadRow, expected: &Value, pairs: &[(&str, &str)]) {
    for (key, name) in pairs {
        assert_eq!(text(row, key), string(expected, name), "row {} {key}", row.source_row);
    }
}

#[test]
fn county_ledger() {
    let ledger = ledger("ledgers/county-ledger.xlsx", &PROJECT);
    assert_eq!(
        ledger.mapped(),
        [
            "seq",
            "name",
            "investor",
            "total_investment",
            "fixed_investment",
            "industry",
            "land_area",
            "unit",
            "leader",
            "owner",
            "contact_phone",
            "signed_on",
            "started_on",
            "progress"
        ]
    );
    assert_eq!((ledger.table.layout.header_from, ledger.table.layout.header_rows), (2, 2));
    assert_eq!(ledger.table.year, Some(2026));
    let expected = expected("ledgers/county-ledger.expected.json");
    assert_eq!(ledger.rows.len(), expected.len());
    for (row, expected) in ledger.rows.iter().zip(&expected) {
        assert_eq!(Some(row.source_row as u64), expected["row"].as_u64());
        let pairs = [("name", "name"), ("investor", "investor"), ("unit", "unit")];
        assert_texts(row, expected, &pairs);
        assert_amount(row, "total_investment", 100_000_000, expected["total_yuan"].as_i64());
        if expected.get("duplicate_of_row").is_some() {
            continue;
        }
        let pairs =
            [("signed_on", "signed"), ("started_on", "started"), ("leader", "leader"), ("owner", "owner")];
        assert_texts(row, expected, &pairs);
        assert_amount(row, "fixed_investment", 100_000_000, expected["fixed_yuan"].as_i64());
        let Some(Read::Area(area)) = row.get("land_area").and_then(|v| v.read.clone()) else {
            panic!("{row:?}")
        };
        let mu = expected["mu"].as_f64().expect("a number");
        assert_eq!(area.mu_hundredths(), (mu * 100.0).round() as i64);
        let Some(Read::People(people)) = row.get("contact_phone").and_then(|v| v.read.clone()) else {
            panic!("{row:?}")
        };
        assert_eq!(people.len(), 1);
        assert_eq!(Some(people[0].name.clone()), string(expected, "contact"));
        assert_eq!(people[0].phones.first().cloned(), string(expected, "phone"));
        let review = ["total_investment", "fixed_investment"]
            .iter()
            .any(|k| row.get(k).is_some_and(|v| !v.doubts.is_empty()));
        assert_eq!(
            Some(review),
            expected["review"].as_bool(),
            "row {}: {:?}",
            row.source_row,
            row.get("total_investment")
        );
        // The ledger has no stage column: the stage follows from the days.
        let stage = if row.get("started_on").is_some_and(|v| v.read.is_some()) {
            "开工"
        } else if row.get("signed_on").is_some_and(|v| v.read.is_some()) {
            "签约"
        } else {
            "在谈"
        };
        assert_eq!(Some(stage.to_owned()), string(expected, "stage"), "row {}", row.source_row);
    }
}

#[test]
fn town_ledger() {
    let ledger = ledger("ledgers/town-ledger-gbk.csv", &PROJECT);
    assert_eq!(
        ledger.mapped(),
        [
            "code",
            "name",
            "investor",
            "total_investment",
            "capital_origin",
            "stage",
            "signed_on",
            "started_on",
            "arrived_total",
            "unit",
            "owner",
            "phone"
        ]
    );
    let expected = expected("ledgers/town-ledger-gbk.expected.json");
    assert_eq!(ledger.rows.len(), expected.len());
    for (row, expected) in ledger.rows.iter().zip(&expected) {
        let pairs = [
            ("code", "code"),
            ("name", "name"),
            ("investor", "investor"),
            ("unit", "unit"),
            ("signed_on", "signed"),
            ("started_on", "started"),
            ("capital_origin", "origin"),
            ("owner", "owner"),
            ("phone", "phone"),
        ];
        assert_texts(row, expected, &pairs);
        assert_amount(row, "total_investment", 10_000, expected["total_yuan"].as_i64());
        assert_amount(row, "arrived_total", 10_000, expected["arrived_yuan"].as_i64());
        let word = string(expected, "stage").expect("a stage");
        assert_eq!(stage(row), zhaoshang::domain::read::stage(&word).value, "row {}", row.source_row);
        assert!(row.values.iter().all(|v| v.doubts.is_empty()), "{row:?}");
    }
}

#[test]
fn trips_are_only_another_table() {
    let ledger = ledger("ledgers/outbound-trips.xlsx", &TRIP);
    assert_eq!(
        ledger.mapped(),
        [
            "seq",
            "unit",
            "leader",
            "post",
            "followed",
            "start",
            "end",
            "days",
            "place",
            "companies",
            "leads",
            "remark"
        ]
    );
    let expected = expected("ledgers/outbound-trips.expected.json");
    assert_eq!(ledger.rows.len(), expected.len());
    for (row, expected) in ledger.rows.iter().zip(&expected) {
        assert_texts(
            row,
            expected,
            &[("unit", "unit"), ("leader", "leader"), ("start", "start"), ("end", "end"), ("place", "place")],
        );
        let read = |key: &str| row.get(key).and_then(|v| v.read.clone());
        let days = expected["days"].as_f64().expect("a number");
        assert_eq!(read("days"), Some(Read::Hundredths((days * 100.0).round() as i64)));
        assert_eq!(read("leads"), expected["leads"].as_i64().map(Read::Int));
        assert_eq!(read("followed"), Some(Read::YesNo(expected["kind"] == "accompanied")));
        let companies: Vec<String> = expected["companies"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|c| c.as_str().map(str::to_owned))
            .collect();
        assert_eq!(read("companies"), Some(Read::List(companies)));
        assert!(row.doubts.is_empty());
    }
}

#[test]
fn old_export_with_merged_units() {
    let ledger = ledger("sheets/export.xls", &PROJECT);
    assert_eq!(
        ledger.mapped(),
        [
            "seq",
            "unit",
            "name",
            "investor",
            "total_investment",
            "fixed_investment",
            "land_area",
            "-",
            "signed_on",
            "started_on",
            "contact_phone",
            "remark"
        ]
    );
    let units: Vec<_> = ledger.rows.iter().filter_map(|r| text(r, "unit")).collect();
    assert_eq!(units, ["新港镇", "新港镇", "新港镇", "海通镇", "海通镇"]);
    let totals: Vec<_> = ledger.rows.iter().map(|r| yuan(r, "total_investment")).collect();
    assert_eq!(
        totals,
        [Some(350_000_000), Some(120_005_000), Some(80_000_000), Some(500_000_000), Some(60_000_000)]
    );
    assert_eq!(
        ledger.rows[2].get("total_investment").map(|v| v.doubts.clone()),
        Some(vec![Doubt::Approximate])
    );
    assert_eq!(ledger.rows[0].extra, [("到位率".to_owned(), "42.0%".to_owned())]);
    assert_eq!(text(&ledger.rows[0], "contact_phone").as_deref(), Some("陈志强"));
    assert_eq!(text(&ledger.rows[4], "signed_on").as_deref(), Some("2026-07-01"));
}
