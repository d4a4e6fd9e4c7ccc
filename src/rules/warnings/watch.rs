//! All rules together, over a project.

use super::case::Case;
use super::{Amount, Level, Limits, Remedy, Rule, Warning, duty, service, steps, works};
use crate::domain::field::ProjectField as P;
use crate::domain::{Date, RecordId};
use crate::rules::query::Facts;
use chrono::Datelike;

/// The rules in force on a day, ready for many projects.
pub struct Watch<'a> {
    pub(super) facts: &'a dyn Facts,
    pub(super) limits: Limits,
    pub(super) today: Date,
    /// The first day of the month that was over last, and the day after it.
    pub(super) month: (Date, Date),
    /// The element of that month's reason, if any project has one.
    pub(super) reason: Option<u32>,
    /// Looks back: only what is dated is judged.
    pub(super) back: bool,
}

impl<'a> Watch<'a> {
    /// The rules as the office has them, today.
    pub fn new(facts: &'a dyn Facts, today: Date) -> Self {
        Self::on(facts, Limits::read(facts.state()), today, false)
    }

    /// The same for a day that is over.
    pub(super) fn back(facts: &'a dyn Facts, limits: Limits, day: Date) -> Self {
        Self::on(facts, limits, day, true)
    }

    fn on(facts: &'a dyn Facts, limits: Limits, today: Date, back: bool) -> Self {
        let next = today.plus(1 - today.naive().day() as i32);
        let last = next.plus(-1);
        let first = last.plus(1 - last.naive().day() as i32);
        let reason = facts.state().names().find_element(&month_word(first));
        Self { facts, limits, today, month: (first, next), reason, back }
    }

    /// The limits in force.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The warnings of a project, in the order of the rules; none for one that left the pipeline.
    pub fn of(&self, project: RecordId) -> Vec<Warning> {
        let mut found = Vec::new();
        self.add(project, &mut found);
        found
    }

    /// Adds the warnings of a project to others.
    pub fn add(&self, project: RecordId, found: &mut Vec<Warning>) {
        if let Some(case) = Case::now(self.facts, project).filter(|case| !case.left) {
            self.judge(&case, found);
        }
    }

    pub(super) fn judge(&self, case: &Case<'_>, found: &mut Vec<Warning>) {
        steps::judge(self, case, found);
        works::judge(self, case, found);
        service::judge(self, case, found);
        if !self.back {
            duty::judge(self, case, found);
        }
        steps::no_progress(self, case, found);
    }

    /// Whether a rule is used.
    pub(super) fn uses(&self, rule: Rule) -> bool {
        self.limits.is_on(rule)
    }

    /// A warning that the owner of the project is to clear.
    pub(super) fn warning(
        &self,
        case: &Case<'_>,
        rule: Rule,
        (level, since): (Level, Date),
        amount: Amount,
        remedy: Remedy,
    ) -> Warning {
        let state = self.facts.state();
        let named = |field: P| case.record.get(field).as_ref_id().map(|id| state.resolve(id));
        Warning {
            project: case.id,
            rule,
            level,
            since,
            amount,
            about: None,
            unit: named(P::Unit),
            person: named(P::Owner),
            remedy,
        }
    }
}

/// The word of a month in the cells of its reasons: `2026-09`.
pub fn month_word(first: Date) -> String {
    let day = first.naive();
    format!("{:04}-{:02}", day.year(), day.month())
}
