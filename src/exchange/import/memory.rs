//! What is remembered of a table for the next file with the same headings: what its columns are, and what
//! amounts are counted in where no heading says it.

use crate::domain::Currency;
use crate::domain::field::ImportRunField as I;
use crate::domain::read::{AreaUnit, MoneyUnit};
use crate::domain::{Kind, Value};
use crate::exchange::sheet::{Column, Mapping, Table, TargetTable};
use crate::ledger::State;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One column, by its place among the columns that have anything in them: a column that was left empty
/// before them moves none of them.
#[derive(Debug, Serialize, Deserialize)]
struct Known {
    /// The key of its target.
    is: String,
    /// The scale and the currency of bare amounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    money: Option<(i64, String)>,
    /// What bare areas are counted in, in hundredths of a square metre.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    area: Option<i64>,
}

/// What is known of a table as JSON: `{"1":{"is":"name"},"3":{"is":"total_investment","money":[10000,"CNY"]}}`.
pub fn write_memory(table: &Table, mapping: &Mapping) -> String {
    let known = |(place, column): (usize, &Column)| {
        let is = mapping.target(column.index)?.to_owned();
        let money = column.money_unit.map(|unit| (unit.scale, unit.currency.code().to_owned()));
        Some((place, Known { is, money, area: column.area_unit.map(|unit| unit.hundredths) }))
    };
    let by_place: BTreeMap<usize, Known> = table.columns.iter().enumerate().filter_map(known).collect();
    // Words and numbers always serialise.
    serde_json::to_string(&by_place).unwrap_or_default()
}

/// The mapping that was remembered, for this table, and its units for columns whose headings say none.
/// Targets that this version does not know fall away. `None` for what is no memory at all.
pub fn read_memory(text: &str, table: &mut Table, targets: &TargetTable) -> Option<Mapping> {
    let by_place: BTreeMap<usize, Known> = serde_json::from_str(text).ok()?;
    let mut mapping = Mapping::default();
    for (place, known) in by_place {
        let (Some(column), Some(target)) = (table.columns.get_mut(place), targets.get(&known.is)) else {
            continue;
        };
        mapping.set(column.index, Some(target.key));
        if column.money_unit.is_none() || column.mixed_units {
            let unit = known.money.and_then(|(scale, code)| {
                let currency = Currency::from_code(&code)?;
                (scale > 0).then_some(MoneyUnit { scale, currency })
            });
            if unit.is_some() {
                (column.money_unit, column.mixed_units) = (unit, false);
            }
        }
        if column.area_unit.is_none() {
            column.area_unit = known.area.filter(|n| *n > 0).map(|hundredths| AreaUnit { hundredths });
        }
    }
    Some(mapping)
}

/// What the latest import of a table with these headings remembered.
pub fn remembered<'a>(state: &'a State, fingerprint: &str) -> Option<&'a str> {
    let runs = state.live(Kind::ImportRun);
    let alike = runs.filter(|(_, run)| run.get(I::Fingerprint).as_text() == Some(fingerprint));
    let (_, latest) = alike.max_by_key(|(id, run)| (run.get(I::At).as_int(), *id))?;
    Value::as_text(latest.get(I::Mapping))
}
