//! The lead clock (domain notes R31): reply in a day, assess in three, tell the investor in a week.

use super::case::Case;
use super::{Level, Rule, Watch};
use crate::domain::field::ProjectField as P;
use crate::domain::{Date, Milestone, RecordId, Stage};

/// The steps in order, each with the cell that says on which day it was taken.
const STEPS: [(Rule, P); 3] =
    [(Rule::Reply, P::RepliedOn), (Rule::Assess, P::AssessedOn), (Rule::Feedback, P::FeedbackOn)];

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Taken; on which day, where that is stated.
    Yes(Option<Date>),
    /// Not yet.
    No,
}

/// A lead while its clock runs.
pub(super) struct Lead {
    /// 对接时间.
    pub contacted: Date,
    /// How each of [`STEPS`] stands.
    pub taken: [Taken; STEPS.len()],
    /// When the investor was told, where that is dated.
    pub told: Option<Date>,
}

impl Lead {
    /// Reads the clock of a project that is not signed; `None` where no day of contact is stated.
    ///
    /// A step is done when its day is stated, or that of a later one. A follow-up since then is a reply; an outcome of
    /// the assessment is one; and 洽谈 that are dated were begun by somebody who had been told.
    pub fn read(watch: &Watch<'_>, case: &Case<'_>) -> Option<Self> {
        if case.stage >= Stage::Signed {
            return None;
        }
        let contacted = case.date(P::ContactedOn).filter(|on| *on <= watch.today)?;
        let seen = |field| case.date(field).filter(|on| *on <= watch.today);
        let told = seen(P::FeedbackOn).or(case.day_of(Milestone::Negotiating));
        let is_told = told.is_some();
        let is_assessed = is_told
            || seen(P::AssessedOn).is_some()
            || (!watch.back && case.record.get(P::Screening).as_text().is_some());
        let is_answered =
            is_assessed || seen(P::RepliedOn).is_some() || case.last.is_some_and(|last| last >= contacted);
        let taken = |is_taken: bool, day| if is_taken { Taken::Yes(day) } else { Taken::No };
        let taken = [
            taken(is_answered, seen(P::RepliedOn)),
            taken(is_assessed, seen(P::AssessedOn)),
            taken(is_told, told),
        ];
        Some(Self { contacted, taken, told })
    }

    /// The first step that is open.
    pub fn next(&self) -> Option<(Rule, P)> {
        STEPS.into_iter().zip(self.taken).find(|(_, taken)| *taken == Taken::No).map(|(step, _)| step)
    }
}

/// A step of the clock, as a project's sheet shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeadStep {
    /// Which step, by the rule that watches it.
    pub rule: Rule,
    /// The cell with its day.
    pub field: P,
    /// How it stands.
    pub taken: Taken,
    /// The last day on which it is in time.
    pub due: Date,
    /// How late it is, if it is open.
    pub level: Option<Level>,
}

/// The clock of one project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeadClock {
    /// Nobody said when the investor was first in contact, so nothing is timed.
    NotBegun,
    /// It runs from the day of contact.
    Runs(Date, Vec<LeadStep>),
}

impl Watch<'_> {
    /// The lead clock of a project until it is signed; `None` where it has nothing more to say: the talks have begun,
    /// and no step is open.
    pub fn lead_clock(&self, project: RecordId) -> Option<LeadClock> {
        let case = Case::now(self.facts, project).filter(|case| !case.left)?;
        let Some(lead) = Lead::read(self, &case) else {
            let is_new = case.stage == Stage::Planned && case.date(P::ContactedOn).is_none();
            return is_new.then_some(LeadClock::NotBegun);
        };
        if case.stage > Stage::Planned && lead.next().is_none() {
            return None;
        }
        let step = |((rule, field), taken): ((Rule, P), Taken)| {
            let days = self.limits.get(rule, Level::Yellow).and_then(|days| i32::try_from(days).ok())?;
            let late = self.limits.after(rule, lead.contacted, self.today).map(|(level, _)| level);
            let level = late.filter(|_| taken == Taken::No);
            Some(LeadStep { rule, field, taken, due: lead.contacted.plus(days), level })
        };
        let used = STEPS.into_iter().zip(lead.taken).filter(|((rule, _), _)| self.uses(*rule));
        let steps: Vec<LeadStep> = used.filter_map(step).collect();
        (!steps.is_empty()).then_some(LeadClock::Runs(lead.contacted, steps))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::warnings::fixture::{Office, PROJECT, day, office};

    fn on(office: &Office, today: &str) -> Option<LeadClock> {
        office.with(|facts| Watch::new(facts, day(today)).lead_clock(PROJECT))
    }

    /// Day and lateness of each open step; the day of each that was taken.
    fn told(office: &Office, today: &str) -> Vec<(String, Option<Level>)> {
        let Some(LeadClock::Runs(_, steps)) = on(office, today) else { return Vec::new() };
        let step = |step: LeadStep| match step.taken {
            Taken::Yes(day) => (day.map_or("done".to_owned(), |day| format!("done {day}")), step.level),
            Taken::No => (step.due.to_string(), step.level),
        };
        steps.into_iter().map(step).collect()
    }

    #[test]
    fn every_step_has_its_last_day_and_is_late_the_day_after() {
        let mut office = office();
        assert_eq!(on(&office, "2026-03-01"), Some(LeadClock::NotBegun));
        office.date(PROJECT, P::ContactedOn, "2026-03-01");
        // 1 + 1, 1 + 3 and 1 + 7.
        let days = ["2026-03-02", "2026-03-04", "2026-03-08"].map(str::to_owned);
        let all = |levels: [Option<Level>; 3]| days.clone().into_iter().zip(levels).collect::<Vec<_>>();
        assert_eq!(told(&office, "2026-03-02"), all([None, None, None]));
        assert_eq!(told(&office, "2026-03-03"), all([Some(Level::Yellow), None, None]));
        assert_eq!(told(&office, "2026-03-05"), all([Some(Level::Red), Some(Level::Yellow), None]));
        office.date(PROJECT, P::AssessedOn, "2026-03-04");
        let answered = |last: (&str, _)| {
            let last = (last.0.to_owned(), last.1);
            vec![("done".to_owned(), None), ("done 2026-03-04".to_owned(), None), last]
        };
        assert_eq!(told(&office, "2026-03-09"), answered(("2026-03-08", Some(Level::Yellow))));
        office.date(PROJECT, P::FeedbackOn, "2026-03-09");
        assert_eq!(told(&office, "2026-03-20"), answered(("done 2026-03-09", None)));
        office.reach(PROJECT, Milestone::Negotiating, "2026-03-20");
        assert_eq!(on(&office, "2026-03-20"), None, "talks have begun and nothing is open");
    }
}
