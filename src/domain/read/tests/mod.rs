//! What people type, and what it means.

mod amounts;
mod dates;
mod properties;
mod words;

use super::*;

const YI_UNIT: Option<MoneyUnit> = Some(MoneyUnit::YI);
const WAN_UNIT: Option<MoneyUnit> = Some(MoneyUnit::WAN);

fn day(text: &str) -> NaiveDate {
    text.parse().expect("an ISO date in the test")
}

fn hints() -> DateHints {
    DateHints { year: Some(2026), ..DateHints::on(day("2026-09-30")) }
}
