//! 今日: what one recruiter, or the whole office, should do next.

use super::{OfficeRules, ProjectSummary, days_stale};
use crate::domain::field::ProjectField as P;
use crate::domain::sort::Arrange;
use crate::domain::{Date, RecordId};
use crate::ledger::State;

/// Whose day it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// One person's: the projects he follows.
    Person(RecordId),
    /// One unit's: the projects it answers for.
    Unit(RecordId),
    /// Everybody's.
    All,
}

/// One promised step on one project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The project.
    pub project: RecordId,
    /// The follow-up that promised the step.
    pub follow_up: RecordId,
    /// When it is due.
    pub on: Date,
}

/// One project that has gone too long without a follow-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The project.
    pub project: RecordId,
    /// Days beyond the limit of its stage.
    pub over: i32,
    /// Its latest follow-up, or the day it entered its stage; `None` if nothing dates it.
    pub last: Option<Date>,
}

/// One day's list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// Steps due before today, oldest first.
    pub overdue: Vec<Due>,
    /// Steps due today.
    pub today: Vec<Due>,
    /// Steps due later this week (to Sunday), soonest first.
    pub week: Vec<Due>,
    /// Stale projects, longest first.
    pub stale: Vec<Stale>,
    /// Open projects without any dated next step, to be given one.
    pub without_next: Vec<RecordId>,
    /// How many open projects were looked at.
    pub projects: usize,
}

/// The list for a day. Projects that left the pipeline are not on it.
pub fn day<'a>(
    state: &State,
    rules: &OfficeRules,
    projects: impl Iterator<Item = (RecordId, &'a ProjectSummary)>,
    whose: Whose,
    today: Date,
) -> Day {
    let mut day = Day::default();
    let sunday = today.monday().plus(6);
    for (id, summary) in projects.filter(|(id, s)| s.exit.is_none() && is_of(state, *id, whose)) {
        day.projects += 1;
        match summary.next {
            Some(next) => {
                let due = Due { project: id, follow_up: next.follow_up, on: next.on };
                if next.on < today {
                    day.overdue.push(due);
                } else if next.on == today {
                    day.today.push(due);
                } else if next.on <= sunday {
                    day.week.push(due);
                }
            }
            None => day.without_next.push(id),
        }
        let last = summary.last_follow_up.max(summary.stage_since);
        if let Some(over) = days_stale(&rules.stale, summary.stage, last, today) {
            day.stale.push(Stale { project: id, over, last });
        }
    }
    for list in [&mut day.overdue, &mut day.today, &mut day.week] {
        list.arrange_by_key(|due| (due.on, due.project));
    }
    // Nearly all projects of a county that is behind, at every edit: by the quicker sort.
    day.stale.sort_unstable_by_key(|stale| (std::cmp::Reverse(stale.over), stale.project));
    day.without_next.sort_unstable();
    day
}

fn is_of(state: &State, project: RecordId, whose: Whose) -> bool {
    let (field, wanted) = match whose {
        Whose::All => return true,
        Whose::Person(person) => (P::Owner, person),
        Whose::Unit(unit) => (P::Unit, unit),
    };
    state.get(project, field).as_ref_id().is_some_and(|id| state.resolve(id) == state.resolve(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Kind, Stage};
    use crate::rules::NextStep;

    fn on(text: &str) -> Date {
        Date::parse_iso(text).expect("a day")
    }

    fn summary(stage: Stage, last: Option<&str>, next: Option<&str>) -> ProjectSummary {
        let follow_up = RecordId::new(Kind::FollowUp, 1);
        ProjectSummary {
            stage,
            stage_since: None,
            exit: None,
            total_yuan: None,
            arrived_yuan: 0,
            follow_ups: 1,
            last_follow_up: last.map(on),
            next: next.map(|day| NextStep { on: on(day), follow_up }),
        }
    }

    #[test]
    fn steps_fall_into_overdue_today_and_this_week() {
        // 2026-09-30 is a Wednesday.
        let today = on("2026-09-30");
        let nexts = ["2026-09-29", "2026-09-30", "2026-10-01", "2026-10-04", "2026-10-05"];
        let summaries: Vec<_> =
            nexts.iter().map(|n| summary(Stage::Signed, Some("2026-09-29"), Some(n))).collect();
        let projects = (1u64..).map(|key| RecordId::new(Kind::Project, key)).zip(&summaries);
        let day = day(&State::default(), &OfficeRules::default(), projects, Whose::All, today);
        assert_eq!((day.overdue.len(), day.today.len(), day.week.len()), (1, 1, 2), "Monday is next week");
        assert_eq!((day.projects, day.stale.len(), day.without_next.len()), (5, 0, 0));
    }

    #[test]
    fn stale_projects_come_longest_first_and_exits_not_at_all() {
        let today = on("2026-09-30");
        let mut summaries = vec![
            summary(Stage::Signed, Some("2026-09-09"), None),
            summary(Stage::Negotiating, Some("2026-06-01"), None),
            summary(Stage::Signed, Some("2026-01-01"), None),
        ];
        summaries[2].exit = Some(crate::domain::Exit::Lost);
        let projects = (1u64..).map(|key| RecordId::new(Kind::Project, key)).zip(&summaries);
        let day = day(&State::default(), &OfficeRules::default(), projects, Whose::All, today);
        let over: Vec<i32> = day.stale.iter().map(|s| s.over).collect();
        assert_eq!(over, [91, 1]);
        assert_eq!(day.without_next.len(), 2);
    }
}
