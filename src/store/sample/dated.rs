//! The sample county as it was recorded day by day, so that its history and any past day can be looked at.

mod acts;

use crate::domain::field::{DutyMonthField, FollowUpField as W, FundTrancheField as T, ProjectField as P};
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

/// What can be read off the edits, each list in the order of its records.
struct Known {
    dates: Vec<((RecordId, CellKey), Date)>,
    /// When each project was first heard of, and when each company and contact was first named by one.
    firsts: Vec<(RecordId, Date)>,
    /// Which project a record belongs to.
    owners: Vec<(RecordId, RecordId)>,
    /// The first day of the month that a record is of.
    months: Vec<(RecordId, Date)>,
    /// When the office began.
    start: Date,
}

impl Known {
    /// Reads edits that are in the order of their cells.
    fn read(edits: &[Edit]) -> Self {
        let dates = edits.iter().filter_map(|edit| Some(((edit.record, edit.cell), edit.value.as_date()?)));
        let project = |edit: &Edit| edit.value.as_ref_id().filter(|to| to.kind == Kind::Project);
        let mut owners: Vec<_> =
            edits.iter().filter_map(|edit| Some((edit.record, project(edit)?))).collect();
        owners.dedup_by_key(|(record, _)| *record);
        let month = |edit: &Edit| {
            let is_month =
                edit.record.kind == Kind::DutyMonth && edit.cell.field == DutyMonthField::Month.field();
            let text = edit.value.as_text().filter(|_| is_month)?;
            Date::parse_iso(&format!("{text}-01"))
        };
        let months = edits.iter().filter_map(|edit| Some((edit.record, month(edit)?))).collect();
        let mut known =
            Self { dates: dates.collect(), firsts: Vec::new(), owners, months, start: Date::epoch() };
        let is_reached = |cell: &CellKey| cell.field == P::MilestoneDate.field();
        let mut firsts: Vec<(RecordId, Date)> = Vec::new();
        for ((record, _), day) in known.dates.iter().filter(|((_, cell), _)| is_reached(cell)) {
            match firsts.last_mut().filter(|(last, _)| last == record) {
                Some((_, first)) => *first = (*first).min(*day),
                None => firsts.push((*record, *day)),
            }
        }
        known.start = firsts.iter().map(|(_, day)| *day).min().unwrap_or(known.start).plus(-BEFORE);
        let is_party = |to: &RecordId| matches!(to.kind, Kind::Company | Kind::Contact);
        let named = edits.iter().filter(|edit| edit.record.kind == Kind::Project).filter_map(|edit| {
            let party = edit.value.as_ref_id().filter(is_party)?;
            Some((party, found(&firsts, edit.record)?))
        });
        let named: Vec<(RecordId, Date)> = named.collect();
        firsts.extend(named);
        firsts.arrange();
        // Of a company that several projects name the earliest stays.
        firsts.dedup_by_key(|(record, _)| *record);
        known.firsts = firsts;
        known
    }

    fn date(&self, record: RecordId, cell: CellKey) -> Option<Date> {
        found(&self.dates, (record, cell))
    }

    fn month(&self, record: RecordId) -> Option<Date> {
        found(&self.months, record)
    }

    /// When a record was there to be named.
    fn first(&self, record: RecordId) -> Date {
        found(&self.firsts, record).unwrap_or(self.start)
    }

    /// No record is there before the project that it belongs to, and none is named before it is there.
    fn day(&self, edit: &Edit, names: &Names) -> Date {
        let Edit { record, cell, value } = edit;
        let one = |field: Field| self.date(*record, CellKey::one(field));
        let owner = found(&self.owners, *record);
        let after = owner.map_or(self.start, |project| self.first(project));
        match record.kind {
            Kind::Project => self.day_of_project(edit, names).unwrap_or_else(|| self.first(*record)),
            Kind::FollowUp => {
                let on = one(W::On.field()).unwrap_or(self.start).max(after);
                let done = one(W::NextOn.field()).filter(|_| cell.field == W::NextDone.field());
                done.unwrap_or(on).max(on)
            }
            Kind::FundTranche => one(T::ArrivedOn.field()).unwrap_or(self.start).max(after),
            Kind::Company | Kind::Contact => self.first(*record),
            _ => {
                let signed = owner.and_then(|project| {
                    self.date(project, CellKey::of(P::MilestoneDate, Milestone::Signed.element()))
                });
                let is_planned = matches!(record.kind, Kind::Permit | Kind::PolicyPromise);
                let usual = signed.filter(|_| is_planned).unwrap_or(after);
                let said = self.day_of_act(edit, names).unwrap_or(usual);
                let named = value.as_ref_id().or_else(|| names.element_word(cell.element).parse().ok());
                said.max(after).max(named.map_or(self.start, |named| self.first(named)))
            }
        }
    }

    fn day_of_project(&self, edit: &Edit, names: &Names) -> Option<Date> {
        let of = |field: P, element: u32| self.date(edit.record, CellKey::of(field, element));
        let at = |milestone: Milestone| of(P::MilestoneDate, milestone.element());
        match P::from_field(edit.cell.field)? {
            P::MilestoneDate | P::RepliedOn | P::AssessedOn | P::FeedbackOn => edit.value.as_date(),
            P::MilestoneReview | P::MilestoneRecognised => of(P::MilestoneRecognised, edit.cell.element),
            P::Evidence => {
                let word = names.element_word(edit.cell.element).split('/').next()?;
                at(Milestone::from_word(word)?)
            }
            P::AgreementType
            | P::PromisedStart
            | P::PlannedCompletion
            | P::PlannedProduction
            | P::LandKind => at(Milestone::Signed),
            // As it was reported last.
            P::PhysicalProgress => at(Milestone::Completed).or(at(Milestone::Started)),
            P::NoProgress => {
                let month = names.element_word(edit.cell.element);
                Date::parse_iso(&format!("{month}-01")).map(|first| first.plus(27))
            }
            P::Exit | P::ExitDate | P::ExitReason => self.date(edit.record, CellKey::one(P::ExitDate)),
            _ => None,
        }
    }
}

/// What a list in order says of something.
fn found<K: Ord + Copy, V: Copy>(list: &[(K, V)], key: K) -> Option<V> {
    let at = list.binary_search_by(|(other, _)| other.cmp(&key)).ok()?;
    list.get(at).map(|(_, value)| *value)
}
