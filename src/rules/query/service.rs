//! What follows of a problem, a permit and a promise for their tables.

use super::cell::CellValue;
use super::computed::yuan;
use super::{Computed, Facts, name_of};
use crate::domain::sort::Arrange;
use crate::domain::{Date, RecordId};
use crate::ledger::{Record, State};
use crate::rules::permits::Times;
use crate::rules::{issues, promises};

impl Computed {
    pub(super) fn of_issue<'a>(
        self,
        state: &'a State,
        id: RecordId,
        record: &'a Record,
        today: Date,
    ) -> CellValue<'a> {
        let issue = issues::read(state, id, record);
        match self {
            Computed::IssueStanding => CellValue::Text(issue.standing.word()),
            Computed::Holder => issue.last().department.map_or(CellValue::Empty, |department| {
                CellValue::Ref { id: department, name: name_of(state, department) }
            }),
            Computed::HeldDays => issue.held_days(today).map(i64::from).into(),
            Computed::IssueOverdue => issue.overdue(today).map(i64::from).into(),
            Computed::HandOvers => CellValue::Int(i64::try_from(issue.hand_overs()).unwrap_or(i64::MAX)),
            Computed::Departments => {
                let mut names: Vec<&str> =
                    issue.turns.iter().filter_map(|turn| Some(name_of(state, turn.department?))).collect();
                names.arrange();
                names.dedup();
                if names.is_empty() { CellValue::Empty } else { CellValue::Words(names) }
            }
            _ => CellValue::Empty,
        }
    }

    pub(super) fn of_permit<'a>(self, record: &Record, today: Date) -> CellValue<'a> {
        let times = Times::read(record);
        match self {
            Computed::BeginBy => times.begin().map_or(CellValue::Empty, CellValue::Date),
            Computed::PermitOverdue => times.overdue(today).map(i64::from).into(),
            _ => CellValue::Empty,
        }
    }

    pub(super) fn of_promise<'a>(
        self,
        facts: &'a dyn Facts,
        id: RecordId,
        record: &'a Record,
        today: Date,
    ) -> CellValue<'a> {
        let promise = promises::read(facts.state(), facts.rules(), id, record);
        match self {
            Computed::PromiseStanding => CellValue::Text(promise.standing(today).word()),
            Computed::Unpaid => promise.amount.map_or(CellValue::Empty, |_| yuan(promise.unpaid())),
            Computed::NoRate => promise.no_rate.map_or(CellValue::Empty, |c| CellValue::Text(c.code())),
            Computed::Owed if promise.owed(today) > 0 => yuan(promise.owed(today)),
            _ => CellValue::Empty,
        }
    }
}
