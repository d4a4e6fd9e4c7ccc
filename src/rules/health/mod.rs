//! 储备与转化: how deep the pipeline is, how much of it moves on and how fast, and what was lost and why
//! (domain notes, rows 44, 54, 57 and §5.3).
//!
//! Everything is counted from [`Case`]s, one a project, read in one pass. A milestone counts as it does for the
//! stage: returned ones do not, and where the office asks for recognition, only recognised ones do.

mod behind;
mod breakdown;
mod coverage;
mod losses;
mod steps;

pub use behind::{Behind, filters};
pub use breakdown::{Breakdown, Dimension, breakdown};
pub use coverage::{Coverage, Outlook, SIGNED, coverage, set_target, targets};
pub use losses::{Loss, Losses, losses};
pub use steps::{Between, SPANS, Spanned, Step, between, spanned, steps};

use super::query::DayRange;
use super::{OfficeRules, ProjectSummary, reached};
use crate::domain::field::ProjectField as P;
use crate::domain::{Date, Exit, RecordId, Stage};
use crate::ledger::{Record, State};

/// The fewest cases from which a rate or a median is told: of fewer, one project would decide it.
pub const MIN_CASES: usize = 5;

/// What is known of one project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The project.
    pub id: RecordId,
    /// The furthest stage that counts.
    pub stage: Stage,
    /// Whether and how it left.
    pub exit: Option<Exit>,
    /// Total investment in yuan; `None` where not stated.
    pub yuan: Option<i64>,
    /// The day of each stage's milestone, where it counts and has one.
    pub days: [Option<Date>; Stage::ALL.len()],
    /// 退出日期.
    pub left_on: Option<Date>,
    /// 退出原因; empty where none is given.
    pub reason: String,
}

impl Case {
    /// Reads a project.
    fn read(rules: &OfficeRules, id: RecordId, project: &Record, summary: &ProjectSummary) -> Self {
        let milestones = reached(project);
        let mut days = [None; Stage::ALL.len()];
        for &stage in Stage::ALL {
            let milestone = &milestones[stage.milestone() as usize];
            days[stage as usize] = milestone.event.filter(|_| milestone.counts(rules.strict_stage));
        }
        let (left_on, reason) = match summary.exit {
            None => (None, String::new()),
            Some(_) => (
                project.get(P::ExitDate).as_date(),
                project.get(P::ExitReason).as_text().unwrap_or_default().to_owned(),
            ),
        };
        Self { id, stage: summary.stage, exit: summary.exit, yuan: summary.total_yuan, days, left_on, reason }
    }

    /// Whether it is in the pipeline.
    pub fn is_live(&self) -> bool {
        self.exit.is_none()
    }

    /// Whether it is gone for good: one on hold may come back.
    pub fn is_lost(&self) -> bool {
        matches!(self.exit, Some(Exit::Lost | Exit::Withdrawn))
    }

    /// The day of a stage's milestone, if it lies in a range.
    fn day_in(&self, stage: Stage, range: DayRange) -> Option<Date> {
        self.days[stage as usize].filter(|&day| range.holds(day))
    }
}

/// Every live record of a project, in no particular order.
pub fn cases<'a>(
    state: &State,
    rules: &OfficeRules,
    projects: impl Iterator<Item = (RecordId, &'a ProjectSummary)>,
) -> Vec<Case> {
    projects.filter_map(|(id, summary)| Some(Case::read(rules, id, state.record(id)?, summary))).collect()
}

/// The projects that stand at one stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Depth {
    /// How many.
    pub count: usize,
    /// Their total investment, as far as it is stated.
    pub yuan: i64,
    /// How many of them state none.
    pub unstated: usize,
}

impl Depth {
    fn add(&mut self, case: &Case) {
        self.count += 1;
        match case.yuan {
            Some(yuan) => self.yuan = self.yuan.saturating_add(yuan),
            None => self.unstated += 1,
        }
    }
}

/// 储备: how many projects of the pipeline stand at each stage.
pub fn depth(cases: &[Case]) -> [Depth; Stage::ALL.len()] {
    let mut depth = [Depth::default(); Stage::ALL.len()];
    for case in cases.iter().filter(|case| case.is_live()) {
        depth[case.stage as usize].add(case);
    }
    depth
}

/// The part of a whole that is told: none of too few cases.
pub fn is_enough(cases: usize) -> bool {
    cases >= MIN_CASES
}

#[cfg(test)]
mod tests;
