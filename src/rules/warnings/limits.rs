//! The limits of the rules, as the office set them.

use super::{Level, Measure, Rule};
use crate::domain::field::OfficeField as O;
use crate::domain::{Date, RecordId, Value};
use crate::ledger::{CellKey, Edit, State};

/// The largest limit that makes sense, in days or points.
pub const MOST: i64 = 999;

/// What each rule holds a project to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits([Limit; Rule::ALL.len()]);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Limit {
    yellow: Option<i64>,
    red: Option<i64>,
    off: bool,
}

impl Default for Limits {
    fn default() -> Self {
        let mut limits = [Limit { yellow: None, red: None, off: false }; Rule::ALL.len()];
        for &rule in Rule::ALL {
            let (yellow, red) = rule.usual();
            limits[rule as usize] = Limit { yellow, red, off: false };
        }
        Self(limits)
    }
}

impl Limits {
    /// Reads the limits from the office record; what is not set there, or makes no sense, is as usual.
    pub fn read(state: &State) -> Self {
        let mut limits = Self::default();
        let Some(office) = state.record(RecordId::OFFICE) else { return limits };
        for cell in office.family(O::WarningLimit) {
            let word = state.names().element_word(cell.key.element);
            let Some((rule, part)) = word.split_once('.') else { continue };
            let (Some(rule), Some(number)) = (Rule::from_word(rule), cell.value.as_int()) else { continue };
            let limit = &mut limits.0[rule as usize];
            let is_sensible = (0..=MOST).contains(&number);
            match part {
                "off" => limit.off = number != 0,
                "yellow" if is_sensible && limit.yellow.is_some() => limit.yellow = Some(number),
                "red" if is_sensible && limit.red.is_some() => limit.red = Some(number),
                _ => {}
            }
        }
        limits
    }

    /// The limit of a rule at a level; `None` where it has none.
    pub fn get(&self, rule: Rule, level: Level) -> Option<i64> {
        let limit = self.0[rule as usize];
        match level {
            Level::Yellow => limit.yellow,
            Level::Red => limit.red,
        }
    }

    /// Whether the office uses the rule.
    pub fn is_on(&self, rule: Rule) -> bool {
        !self.0[rule as usize].off
    }

    /// The word under which the office record keeps a limit of a rule.
    pub fn word(rule: Rule, level: Level) -> String {
        format!("{}.{}", rule.word(), level.word())
    }

    /// The word under which it keeps that a rule is not used.
    pub fn off_word(rule: Rule) -> String {
        format!("{}.off", rule.word())
    }

    /// The edits that set every rule back to its usual limits.
    pub fn reset(state: &State) -> Vec<Edit> {
        let Some(office) = state.record(RecordId::OFFICE) else { return Vec::new() };
        let set = office.family(O::WarningLimit).iter().filter(|cell| !cell.value.is_empty());
        set.map(|cell| {
            Edit::new(RecordId::OFFICE, CellKey::of(O::WarningLimit, cell.key.element), Value::Empty)
        })
        .collect()
    }

    /// The level after so many days since `base`, and the day from which it is so.
    pub(super) fn after(&self, rule: Rule, base: Date, today: Date) -> Option<(Level, Date)> {
        debug_assert!(matches!(rule.measure(), Measure::After));
        [Level::Red, Level::Yellow].into_iter().find_map(|level| {
            let turns = base.plus(i32::try_from(self.get(rule, level)?).ok()?.saturating_add(1));
            (today >= turns).then_some((level, turns))
        })
    }

    /// The level of what is due on a day, and the day from which it is so.
    pub(super) fn due(&self, rule: Rule, due: Date, today: Date) -> Option<(Level, Date)> {
        debug_assert!(matches!(rule.measure(), Measure::Before));
        if today > due {
            return Some((Level::Red, due.plus(1)));
        }
        let turns = due.plus(-i32::try_from(self.get(rule, Level::Yellow)?).ok()?);
        (today >= turns).then_some((Level::Yellow, turns))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::warnings::fixture::office;

    #[test]
    fn the_settings_are_undone_together() {
        let mut office = office();
        office.set_element(RecordId::OFFICE, O::WarningLimit, "permit.yellow", Value::Int(14));
        office.set_element(RecordId::OFFICE, O::WarningLimit, "issue.off", Value::Int(1));
        let edits = office.with(|facts| {
            let limits = Limits::read(facts.state());
            assert_eq!(limits.get(Rule::Permit, Level::Yellow), Some(14));
            assert!(!limits.is_on(Rule::Issue) && limits.is_on(Rule::Permit));
            Limits::reset(facts.state())
        });
        assert_eq!(edits.len(), 2);
        for edit in edits {
            office.set(edit.record, edit.cell, edit.value);
        }
        assert_eq!(office.with(|facts| Limits::read(facts.state())), Limits::default());
    }
}
