//! The sample county as it was recorded day by day, so that its history and any past day can be looked at.

use crate::domain::field::{FollowUpField as W, FundTrancheField as T, ProjectField as P};
use crate::domain::{Date, Kind, Milestone, RecordId, Value};
use crate::ledger::{Edit, Names};
use std::collections::BTreeMap;

/// How many days before the first project the units, people and settings were there.
const BEFORE: i32 = 30;

/// Sorts edits by the day on which they would have been recorded: a project with its
/// first date, a milestone on its day, its recognition when it was recognised, a follow-up on the day of the
/// talk. No day is after `today`, and no cell is given
/// twice.
pub(super) fn by_day(edits: Vec<Edit>, names: &Names, today: Date) -> Vec<(Date, Vec<Edit>)> {
    let known = Known::read(&edits);
    // An investor of two projects is written twice.
    let once: BTreeMap<_, _> = edits.into_iter().map(|edit| ((edit.record, edit.cell), edit)).collect();
    let mut days: BTreeMap<Date, Vec<Edit>> = BTreeMap::new();
    for edit in once.into_values() {
        let day = known.day(&edit, names).min(today);
        days.entry(day).or_default().push(edit);
    }
    days.into_iter().collect()
}

/// The days that can be read off the edits.
struct Known {
    /// The day of a follow-up, an arrival, or the first of a project.
    records: BTreeMap<RecordId, Date>,
    /// When a project reached a milestone, and when that was recognised.
    reached: BTreeMap<(RecordId, u32), Date>,
    recognised: BTreeMap<(RecordId, u32), Date>,
    /// The projects that a record belongs to.
    projects: BTreeMap<RecordId, Vec<RecordId>>,
    /// When a project left, and when a next step was done.
    left: BTreeMap<RecordId, Date>,
    done: BTreeMap<RecordId, Date>,
    start: Date,
}

impl Known {
    fn read(edits: &[Edit]) -> Self {
        let mut known = Self {
            records: BTreeMap::new(),
            reached: BTreeMap::new(),
            recognised: BTreeMap::new(),
            projects: BTreeMap::new(),
            left: BTreeMap::new(),
            done: BTreeMap::new(),
            start: Date::epoch(),
        };
        for Edit { record, cell, value } in edits {
            let at = (*record, cell.element);
            match (record.kind, value) {
                (Kind::Project, Value::Date(day)) if cell.field == P::MilestoneDate.field() => {
                    known.reached.insert(at, *day);
                    let first = known.records.entry(*record).or_insert(*day);
                    *first = (*first).min(*day);
                }
                (Kind::Project, Value::Date(day)) if cell.field == P::MilestoneRecognised.field() => {
                    known.recognised.insert(at, *day);
                }
                (Kind::Project, Value::Date(day)) if cell.field == P::ExitDate.field() => {
                    known.left.insert(*record, *day);
                }
                (Kind::Project, Value::Ref(to)) if matches!(to.kind, Kind::Company | Kind::Contact) => {
                    known.projects.entry(*to).or_default().push(*record);
                }
                (Kind::FollowUp, Value::Date(day)) if cell.field == W::On.field() => {
                    known.records.insert(*record, *day);
                }
                (Kind::FollowUp, Value::Date(day)) if cell.field == W::NextOn.field() => {
                    known.done.insert(*record, *day);
                }
                (Kind::FundTranche, Value::Date(day)) if cell.field == T::ArrivedOn.field() => {
                    known.records.insert(*record, *day);
                }
                (Kind::FollowUp | Kind::FundTranche, Value::Ref(to)) if to.kind == Kind::Project => {
                    known.projects.entry(*record).or_default().push(*to);
                }
                _ => {}
            }
        }
        let first = known.records.values().min().copied().unwrap_or(Date::epoch());
        known.start = first.plus(-BEFORE);
        known
    }

    fn day(&self, edit: &Edit, names: &Names) -> Date {
        let Edit { record, cell, .. } = edit;
        let of = |id: &RecordId| self.records.get(id).copied();
        // What belongs to a project is never there before it.
        let owners = self.projects.get(record).into_iter().flatten();
        let owner = owners.filter_map(of).min().unwrap_or(self.start);
        let own = of(record).unwrap_or(owner).max(owner);
        match record.kind {
            Kind::Project => self.day_of_project(edit, names).unwrap_or(own),
            Kind::FollowUp if cell.field == W::NextDone.field() => {
                self.done.get(record).map_or(own, |done| (*done).max(own))
            }
            _ => own,
        }
    }

    fn day_of_project(&self, edit: &Edit, names: &Names) -> Option<Date> {
        let at = (edit.record, edit.cell.element);
        let reached = |milestone: Milestone| self.reached.get(&(edit.record, milestone.element())).copied();
        match P::from_field(edit.cell.field)? {
            P::MilestoneDate => self.reached.get(&at).copied(),
            P::MilestoneReview | P::MilestoneRecognised => self.recognised.get(&at).copied(),
            P::Evidence => {
                let word = names.element_word(edit.cell.element).split('/').next()?;
                reached(Milestone::from_word(word)?)
            }
            P::AgreementType => reached(Milestone::Signed),
            P::Exit | P::ExitDate | P::ExitReason => self.left.get(&edit.record).copied(),
            _ => None,
        }
    }
}
