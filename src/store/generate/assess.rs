//! What a county does by which it is scored: a hundred units, their targets of the year, and a rule sheet of twenty items.

use super::County;
use crate::domain::field::{RuleSheetField as S, UnitField as U};
use crate::domain::{Decimal, Kind, RecordId, Value};
use crate::ledger::{Edit, State};
use crate::rules::metrics::standard;
use crate::rules::scoring::{RuleSheet, office};
use crate::rules::targets::{Holder, Period, set};
use chrono::Datelike;

/// How many units are scored.
pub(super) const UNITS: usize = 100;
/// How many ranking groups they stand in.
const GROUPS: usize = 4;
/// The metrics that have targets, and how much of each a unit is to do in a year.
const TARGETS: [(&str, i64); 8] = [
    ("signed", 25),
    ("signed_amount", 6_000_000_000),
    ("started", 20),
    ("started_amount", 4_000_000_000),
    ("listed", 15),
    ("completed", 10),
    ("producing", 8),
    ("arrived", 1_000_000_000),
];
/// Twenty items, of the sorts of formula that ask most of the numbers.
const RULES: &str = include_str!("rules.json");

impl County {
    /// Adds units up to so many, before anybody belongs to one.
    pub(super) fn fill_units(&mut self, count: usize) {
        for at in self.units.len()..count {
            let (id, stamp) = (self.new_id(Kind::Unit), self.stamp_on(self.today));
            self.units.push(id);
            self.set(id, stamp, U::Name, Value::text(&format!("第{at}招商组")));
        }
    }

    /// Adds groups, targets and rules.
    pub(super) fn add_assessment(&mut self) {
        let stamp = self.stamp_on(self.today);
        let group = |at: usize| Value::text(&format!("第{}组", at % GROUPS + 1));
        for (at, unit) in self.units.clone().into_iter().enumerate() {
            self.set(unit, stamp, U::RankGroup, group(at));
        }
        let state = State::default();
        let metrics = standard::in_force(&state);
        let year = Period::Year(self.today.naive().year());
        let mut edits: Vec<Edit> = Vec::new();
        for (word, much) in TARGETS {
            let Some(metric) = metrics.iter().find(|metric| metric.word == word) else { continue };
            edits.extend(standard::adopt(&state, word));
            for &unit in &self.units {
                let target = Some(Decimal::whole(much));
                let of_unit = set(&state, metric, &Holder::Record(unit), year, target);
                // The record of the metric is there by now.
                edits.extend(of_unit.into_iter().filter(|edit| edit.record.kind == Kind::Target));
            }
        }
        let rules = RecordId::new(Kind::RuleSheet, 1);
        edits.extend(office::write(rules, &RuleSheet::read(RULES).unwrap_or_default(), "1", None));
        edits.push(Edit::new(rules, S::Order, Value::Int(0)));
        for edit in edits {
            self.set(edit.record, stamp, edit.cell, edit.value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_have_twenty_items_over_metrics_that_are_known() {
        let sheet = RuleSheet::read(RULES).expect("rules");
        assert_eq!(sheet.leaves().len(), 20);
        let known = standard::in_force(&State::default());
        for word in sheet.metric_words() {
            assert!(known.iter().any(|metric| metric.word == word), "{word}");
        }
    }
}
