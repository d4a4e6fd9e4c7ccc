//! A project as the rules see it, on a day.

use crate::domain::field::{FollowUpField as W, ProjectField as P};
use crate::domain::milestone::{Reached, stage};
use crate::domain::{Date, Exit, Kind, Milestone, RecordId, Stage};
use crate::ledger::Record;
use crate::rules::query::Facts;
use crate::rules::reached;

/// What is known of a project on a day.
pub(super) struct Case<'a> {
    pub id: RecordId,
    pub record: &'a Record,
    pub milestones: [Reached; Milestone::ALL.len()],
    pub stage: Stage,
    /// The latest follow-up.
    pub last: Option<Date>,
    /// Whether it left the pipeline.
    pub left: bool,
}

impl<'a> Case<'a> {
    /// As it stands now; `None` for what is no live project.
    pub fn now(facts: &'a dyn Facts, id: RecordId) -> Option<Self> {
        let summary = facts.summary(id)?;
        let record = facts.state().record(id)?;
        let milestones = reached(record);
        let left = summary.exit.is_some();
        Some(Self { id, record, milestones, stage: summary.stage, last: summary.last_follow_up, left })
    }

    /// As its dates say that it stood at the end of a day.
    pub fn at(facts: &'a dyn Facts, id: RecordId, day: Date) -> Option<Self> {
        let record = facts.state().record(id)?;
        let mut milestones = reached(record);
        for reached in &mut milestones {
            reached.event = reached.event.filter(|event| *event <= day);
            if reached.recognised.is_some_and(|on| on > day) {
                reached.recognised = None;
                reached.review = Default::default();
            }
        }
        let follow_ups = facts.children(Kind::FollowUp, id).iter();
        let days = follow_ups.filter_map(|&entry| facts.state().get(entry, W::On).as_date());
        let exit = record.get(P::Exit).as_text().and_then(Exit::from_word);
        let left = exit.is_some() && record.get(P::ExitDate).as_date().is_none_or(|on| on <= day);
        Some(Self {
            id,
            record,
            stage: stage(&milestones, facts.rules().strict_stage),
            milestones,
            last: days.filter(|on| *on <= day).max(),
            left,
        })
    }

    /// A date of the project itself.
    pub fn date(&self, field: P) -> Option<Date> {
        self.record.get(field).as_date()
    }

    /// The day of a milestone that was not returned.
    pub fn day_of(&self, milestone: Milestone) -> Option<Date> {
        let reached = self.milestones[milestone as usize];
        reached.counts(false).then(|| reached.event.or(reached.recognised)).flatten()
    }

    /// The day it entered its stage.
    pub fn stage_since(&self) -> Option<Date> {
        self.milestones[self.stage.milestone() as usize].event
    }

    /// The first day that anything is known of it.
    pub fn first_day(&self) -> Option<Date> {
        let milestones = self.milestones.iter().filter_map(|reached| reached.event).min();
        let said = [P::ContactedOn, P::EnteredOn, P::DeclaredOn, P::PooledOn];
        let said = said.into_iter().filter_map(|field| self.date(field)).min();
        [milestones, said, self.last].into_iter().flatten().min()
    }
}
