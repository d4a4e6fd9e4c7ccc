//! What needs no language: the shape of tables and the digits of cells.

use super::paper::{Cell, Head, Table};
use crate::domain::Decimal;

fn number(text: &str, digits: u32) -> String {
    Cell::number(Decimal::parse(text).expect("a number"), digits).text()
}

#[test]
fn numbers_have_all_their_digits_and_zero_is_a_dash() {
    assert_eq!(number("1234567.891", 2), "1,234,567.89");
    assert_eq!(number("0.005", 2), "0.01", "half away from zero");
    assert_eq!(number("-1234.5", 1), "-1,234.5");
    assert_eq!(number("999", 0), "999");
    assert_eq!(number("1000", 0), "1,000");
    assert_eq!(number("0.004", 2), "–", "what rounds to nothing is nothing here");
    assert_eq!(Cell::percent(Decimal::parse("0.625")).text(), "62.5");
    assert_eq!(Cell::words("  "), Cell::Empty);
}

#[test]
fn heads_of_one_line_span_nothing() {
    let table = Table { heads: vec![Head::name("a"), Head::narrow("b")], ..Table::default() };
    let lines = table.head_lines();
    assert_eq!(lines.len(), 1);
    assert!(lines[0].iter().all(|cell| (cell.across, cell.down) == (1, 1)));
    assert_eq!(Table::default().head_lines().len(), 0);
}

#[test]
fn groups_that_stand_apart_stay_apart() {
    let of = |group: &str, own: &str| Head::narrow(own).under(group);
    let heads = vec![of("g", "a"), of("g", "b"), Head::name("x"), of("g", "c")];
    let lines = Table { heads, ..Table::default() }.head_lines();
    let first: Vec<(&str, usize)> = lines[0].iter().map(|cell| (cell.text.as_str(), cell.across)).collect();
    assert_eq!(first, [("g", 2), ("x", 1), ("g", 1)]);
}
