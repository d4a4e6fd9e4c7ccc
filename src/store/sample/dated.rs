//! The sample county as it was recorded day by day, so that its history and any past day can be looked at.
//!
//! Lists and not maps: the county is small, and this is in the part of the program that comes first.

use crate::domain::field::{FollowUpField as W, FundTrancheField as T, ProjectField as P};
use crate::domain::sort::Arrange;
use crate::domain::{Date, Field, Kind, Milestone, RecordId};
use crate::ledger::{CellKey, Edit, Names};

/// How many days before the first project the units, people and settings were there.
const BEFORE: i32 = 30;

/// Sorts edits by the day on which they would have been recorded: a project with its first date, a milestone
/// on its day, its recognition when it was recognised, a follow-up on the day of the talk. No day is after
/// `today`, and no cell is given twice.
pub(super) fn by_day(mut edits: Vec<Edit>, names: &Names, today: Date) -> Vec<(Date, Vec<Edit>)> {
    // An investor of two projects is written twice.
    edits.arrange_by_key(|edit| (edit.record, edit.cell));
    edits.dedup_by_key(|edit| (edit.record, edit.cell));
    let known = Known::read(&edits);
    let mut days: Vec<(Date, Vec<Edit>)> = Vec::new();
    let mut dated: Vec<(Date, Edit)> =
        edits.into_iter().map(|edit| (known.day(&edit, names).min(today), edit)).collect();
    dated.arrange_by_key(|(day, edit)| (*day, edit.record, edit.cell));
    for (day, edit) in dated {
        match days.last_mut().filter(|(last, _)| *last == day) {
            Some((_, edits)) => edits.push(edit),
            None => days.push((day, vec![edit])),
        }
    }
    days
}

/// What can be read off the edits.
struct Known {
    dates: Vec<(RecordId, CellKey, Date)>,
    /// Which record points to which.
    refs: Vec<(RecordId, RecordId)>,
    /// When the office began.
    start: Date,
}

impl Known {
    fn read(edits: &[Edit]) -> Self {
        let dates = edits.iter().filter_map(|edit| Some((edit.record, edit.cell, edit.value.as_date()?)));
        let refs = edits.iter().filter_map(|edit| Some((edit.record, edit.value.as_ref_id()?)));
        let mut known = Self { dates: dates.collect(), refs: refs.collect(), start: Date::epoch() };
        let reached = known.dates.iter().filter(|(_, cell, _)| cell.field == P::MilestoneDate.field());
        known.start = reached.map(|(.., day)| *day).min().unwrap_or(known.start).plus(-BEFORE);
        known
    }

    fn date(&self, record: RecordId, cell: CellKey) -> Option<Date> {
        self.dates.iter().find(|(of, key, _)| *of == record && *key == cell).map(|(.., day)| *day)
    }

    /// When a project was first heard of.
    fn first(&self, project: RecordId) -> Date {
        let reached = self
            .dates
            .iter()
            .filter(|(of, cell, _)| *of == project && cell.field == P::MilestoneDate.field());
        reached.map(|(.., day)| *day).min().unwrap_or(self.start)
    }

    fn day(&self, edit: &Edit, names: &Names) -> Date {
        let Edit { record, cell, .. } = edit;
        let one = |field: Field| self.date(*record, CellKey::one(field));
        // What belongs to a project is never there before it, and whom it names was there with the first.
        let owner = || self.refs.iter().find(|(from, to)| from == record && to.kind == Kind::Project);
        let after = || owner().map_or(self.start, |(_, project)| self.first(*project));
        match record.kind {
            Kind::Project => self.day_of_project(edit, names).unwrap_or_else(|| self.first(*record)),
            Kind::FollowUp => {
                let on = one(W::On.field()).unwrap_or(self.start).max(after());
                let done = one(W::NextOn.field()).filter(|_| cell.field == W::NextDone.field());
                done.unwrap_or(on).max(on)
            }
            Kind::FundTranche => one(T::ArrivedOn.field()).unwrap_or(self.start).max(after()),
            Kind::Company | Kind::Contact => {
                let named = self.refs.iter().filter(|(from, to)| to == record && from.kind == Kind::Project);
                named.map(|(from, _)| self.first(*from)).min().unwrap_or(self.start)
            }
            _ => self.start,
        }
    }

    fn day_of_project(&self, edit: &Edit, names: &Names) -> Option<Date> {
        let of = |field: P, element: u32| self.date(edit.record, CellKey::of(field, element));
        match P::from_field(edit.cell.field)? {
            P::MilestoneDate => edit.value.as_date(),
            P::MilestoneReview | P::MilestoneRecognised => of(P::MilestoneRecognised, edit.cell.element),
            P::Evidence => {
                let word = names.element_word(edit.cell.element).split('/').next()?;
                of(P::MilestoneDate, Milestone::from_word(word)?.element())
            }
            P::AgreementType => of(P::MilestoneDate, Milestone::Signed.element()),
            P::Exit | P::ExitDate | P::ExitReason => self.date(edit.record, CellKey::one(P::ExitDate)),
            _ => None,
        }
    }
}
