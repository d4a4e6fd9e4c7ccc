//! Moving a project along its milestones: forward with date and evidence, back with what is taken back,
//! out of the pipeline with a reason.
//!
//! Nothing here changes the stage, which is computed; these functions say which cells to set.

pub mod evidence;

pub use evidence::{Evidence, evidence, missing};

use super::reached;
use crate::domain::field::ProjectField as P;
use crate::domain::milestone::Review;
use crate::domain::{Date, Exit, Milestone, RecordId, Stage, Value};
use crate::ledger::{CellKey, Edit, Record};

/// What the review of a milestone found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// 待审核.
    #[default]
    Pending,
    /// 已认定.
    Recognised {
        /// 认定日期.
        on: Date,
        /// Who reviewed it; may be empty.
        by: String,
    },
    /// 退回: it does not count.
    Returned {
        /// Who reviewed it; may be empty.
        by: String,
    },
}

/// A milestone as its dialog records it, whole: what is empty here is cleared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advance {
    /// Which milestone.
    pub milestone: Milestone,
    /// When it happened.
    pub date: Date,
    /// Another bureau's date for it.
    pub other: Option<Date>,
    /// Milestones passed on the way, with their dates where known.
    pub passed: Vec<(Milestone, Date)>,
    /// Evidence: kind, and number, file name or note.
    pub evidence: Vec<(String, String)>,
    /// 协议类型; `None` leaves it as it is.
    pub agreement: Option<String>,
    /// A remark, or the reviewer's opinion.
    pub note: String,
    /// The review.
    pub verdict: Verdict,
}

impl Advance {
    /// The edits that record it. `element` gives the number of an element's word.
    pub fn edits(&self, id: RecordId, project: &Record, element: &mut dyn FnMut(&str) -> u32) -> Vec<Edit> {
        let mut edits = Vec::new();
        for &(milestone, date) in &self.passed {
            edits.push(Edit::new(id, cell(P::MilestoneDate, milestone), Value::Date(date)));
            // A milestone that was returned and is dated anew waits for its review again.
            if reached(project)[milestone as usize].review == Review::Returned {
                edits.push(Edit::new(id, cell(P::MilestoneReview, milestone), Value::Empty));
            }
        }
        let mut set = |field: P, value| edits.push(Edit::new(id, cell(field, self.milestone), value));
        let day = |date: Option<Date>| date.map_or(Value::Empty, Value::Date);
        let (review, on, by) = match &self.verdict {
            Verdict::Pending => (Value::Empty, None, ""),
            Verdict::Recognised { on, by } => {
                (Value::text(Review::Recognised.word()), Some(*on), by.as_str())
            }
            Verdict::Returned { by } => (Value::text(Review::Returned.word()), None, by.as_str()),
        };
        set(P::MilestoneDate, Value::Date(self.date));
        set(P::MilestoneOtherDate, day(self.other));
        set(P::MilestoneNote, Value::text(self.note.trim()));
        set(P::MilestoneReview, review);
        set(P::MilestoneRecognised, day(on));
        set(P::MilestoneReviewer, Value::text(by.trim()));
        for (kind, text) in &self.evidence {
            let number = element(&evidence::element_word(self.milestone, kind));
            edits.push(Edit::new(id, CellKey::of(P::Evidence, number), Value::text(text.trim())));
        }
        if let Some(agreement) = &self.agreement {
            edits.push(Edit::new(id, P::AgreementType, Value::text(agreement)));
        }
        edits
    }
}

/// The cell of one milestone.
pub fn cell(field: P, milestone: Milestone) -> CellKey {
    CellKey::of(field, milestone.element())
}

/// The milestones passed on the way to `to` that nobody dated yet. They may be dated or left open;
/// 注册 and 入统 are among them although they are no columns.
pub fn passed_open(project: &Record, from: Stage, to: Stage) -> Vec<Milestone> {
    let reached = reached(project);
    let between = |m: &Milestone| from.milestone() < *m && *m < to.milestone();
    let open = |m: &Milestone| reached[*m as usize].event.is_none();
    Milestone::ALL.iter().copied().filter(between).filter(open).collect()
}

/// The milestones that must be taken back for the project to stand at `to`: those of later stages
/// that hold a date or were recognised. 注册 and 入统 stay: they move no card.
pub fn taken_back(project: &Record, to: Stage) -> Vec<(Milestone, Option<Date>)> {
    let reached = reached(project);
    let later = Stage::ALL.iter().filter(|&&stage| stage > to).map(|stage| stage.milestone());
    let held = later.map(|m| (m, reached[m as usize]));
    held.filter(|(_, r)| r.event.is_some() || r.recognised.is_some())
        .map(|(m, r)| (m, r.event.or(r.recognised)))
        .collect()
}

/// Whether the milestone of `to` still has to be dated for a project to stand there.
pub fn needs_date(project: &Record, to: Stage, strict: bool) -> bool {
    to != Stage::Planned && !reached(project)[to.milestone() as usize].counts(strict)
}

/// The edits that take the later milestones back. Their evidence and remarks stay.
pub fn back_edits(id: RecordId, project: &Record, to: Stage) -> Vec<Edit> {
    let fields = [P::MilestoneDate, P::MilestoneRecognised, P::MilestoneReview];
    let cells = taken_back(project, to).into_iter().flat_map(|(m, _)| fields.map(|field| cell(field, m)));
    cells.map(|cell| Edit::new(id, cell, Value::Empty)).collect()
}

/// What is odd about a milestone's date, to be said beside it; it may be right all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateDoubt {
    /// It lies in the future: an intention, not yet a fact.
    Future,
    /// It lies before an earlier milestone.
    Before(Milestone, Date),
    /// It lies after a later milestone.
    After(Milestone, Date),
}

/// The first thing odd about dating `milestone` on `date`.
pub fn date_doubt(project: &Record, milestone: Milestone, date: Date, today: Date) -> Option<DateDoubt> {
    if date > today {
        return Some(DateDoubt::Future);
    }
    let reached = reached(project);
    let dated = Milestone::ALL.iter().filter_map(|&m| Some((m, reached[m as usize].event?)));
    dated.into_iter().find_map(|(other, on)| match () {
        () if other < milestone && on > date => Some(DateDoubt::Before(other, on)),
        () if other > milestone && on < date => Some(DateDoubt::After(other, on)),
        () => None,
    })
}

/// The edits that take a project out of the pipeline.
pub fn exit_edits(id: RecordId, exit: Exit, on: Date, reason: Option<&str>, note: &str) -> Vec<Edit> {
    vec![
        Edit::new(id, P::Exit, Value::text(exit.word())),
        Edit::new(id, P::ExitDate, Value::Date(on)),
        Edit::new(id, P::ExitReason, Value::text(reason.unwrap_or_default())),
        Edit::new(id, P::ExitNote, Value::text(note.trim())),
    ]
}

/// The edits that bring it back. Date, reason and note of the exit stay in the history.
pub fn revive_edits(id: RecordId) -> Vec<Edit> {
    let fields = [P::Exit, P::ExitDate, P::ExitReason, P::ExitNote];
    fields.map(|field| Edit::new(id, field, Value::Empty)).into()
}

#[cfg(test)]
mod tests;
