//! 审批: which permits a project needs and by when, planned back from the promised start of works (倒排工期; domain notes
//! §1b, row 53).

pub mod plan;
pub mod template;

pub use plan::{Slot, backwards, plan_edits, replanned};
pub use template::{Template, restore, shipped, shipped_id, templates};

use crate::domain::field::{PermitField as F, ProjectField as P};
use crate::domain::{Date, Kind, RecordId};
use crate::ledger::{Record, State};
use rustc_hash::FxHashMap;

/// The days of a permit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// 办理天数, not below 0.
    pub days: i32,
    /// 计划办结.
    pub due: Option<Date>,
    /// 申报日期.
    pub applied: Option<Date>,
    /// 办结日期.
    pub done: Option<Date>,
}

impl Times {
    /// Reads the days of a permit, and nothing else of it: lists of many thousands ask for no more.
    pub fn read(record: &Record) -> Self {
        let day = |field: F| record.get(field).as_date();
        Self {
            days: whole_days(record.get(F::Days).as_int()),
            due: day(F::DueOn),
            applied: day(F::AppliedOn),
            done: day(F::DoneOn),
        }
    }

    /// 最迟申报: the last day on which it can be applied for and still be granted by the day planned.
    pub fn begin(&self) -> Option<Date> {
        Some(self.due?.plus(-self.days))
    }

    /// Whether neither an application nor a grant is noted.
    pub fn is_ahead(&self) -> bool {
        self.applied.is_none() && self.done.is_none()
    }

    /// Days beyond the day planned while it is not granted; `None` on the day itself and before.
    pub fn overdue(&self, today: Date) -> Option<i32> {
        let due = self.due.filter(|_| self.done.is_none())?;
        Some(today.since(due)).filter(|&days| days > 0)
    }

    /// Days beyond the last day for applying while nobody has; `None` on that day and before.
    pub fn begins_late(&self, today: Date) -> Option<i32> {
        let begin = self.begin().filter(|_| self.is_ahead())?;
        Some(today.since(begin)).filter(|&days| days > 0)
    }

    /// Days that it was granted after the day planned.
    pub fn granted_late(&self) -> Option<i32> {
        Some(self.done?.since(self.due?)).filter(|&days| days > 0)
    }
}

/// One permit of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permit {
    /// Its record.
    pub id: RecordId,
    /// 项目, after merges of duplicates.
    pub project: Option<RecordId>,
    /// 事项.
    pub name: String,
    /// 阶段: all of a phase is granted before the next one begins.
    pub phase: i64,
    /// 办理部门.
    pub department: Option<RecordId>,
    /// Its days.
    pub times: Times,
    /// What the last plan gave as 计划办结.
    pub planned_for: Option<Date>,
}

impl Permit {
    /// Whether its day was set by hand: it is not what the last plan gave. Such a day stays when the plan is made anew.
    pub fn is_by_hand(&self) -> bool {
        self.times.due.is_some() && self.times.due != self.planned_for
    }
}

/// Reads one permit.
pub fn read(state: &State, id: RecordId, record: &Record) -> Permit {
    let to = |field: F| record.get(field).as_ref_id().map(|id| state.resolve(id));
    Permit {
        id,
        project: to(F::Project),
        name: record.get(F::Name).as_text().unwrap_or_default().to_owned(),
        phase: record.get(F::Phase).as_int().unwrap_or(1),
        department: to(F::Department),
        times: Times::read(record),
        planned_for: record.get(F::PlannedFor).as_date(),
    }
}

/// A number of days as a plan can count with it: at most ten years.
fn whole_days(days: Option<i64>) -> i32 {
    i32::try_from(days.unwrap_or(0).clamp(0, 3_650)).unwrap_or(0)
}

/// The permits in the order in which they are to be granted.
pub fn in_order(permits: &mut [Permit]) {
    permits.sort_by(|a, b| {
        (a.phase, a.times.begin(), &a.name, a.id).cmp(&(b.phase, b.times.begin(), &b.name, b.id))
    });
}

/// Those of one project, in order. `ids` are the records that belong to it.
pub fn of_project(state: &State, ids: &[RecordId]) -> Vec<Permit> {
    let read = |&id: &RecordId| Some(read(state, id, state.record(id)?));
    let mut permits: Vec<Permit> = ids.iter().filter_map(read).collect();
    in_order(&mut permits);
    permits
}

/// 关键日期: the permit that has to be applied for next, by the earliest of the last days for applying; `None` once
/// all are under way, and where no day is planned.
pub fn critical(permits: &[Permit]) -> Option<(&Permit, Date)> {
    let ahead = permits.iter().filter(|permit| permit.times.is_ahead());
    ahead
        .filter_map(|permit| Some((permit, permit.times.begin()?)))
        .min_by_key(|(permit, begin)| (*begin, permit.id))
}

/// How the permits of one project stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The project.
    pub project: RecordId,
    /// 承诺开工时间.
    pub start: Option<Date>,
    /// How many it has.
    pub all: usize,
    /// How many were granted.
    pub done: usize,
    /// How many are overdue.
    pub overdue: usize,
    /// The days of the one that is overdue longest.
    pub longest: i32,
    /// The permit that has to be applied for next, and by when.
    pub critical: Option<(RecordId, String, Date)>,
}

impl Standing {
    /// Of a project without permits.
    const fn none(project: RecordId) -> Self {
        Self { project, start: None, all: 0, done: 0, overdue: 0, longest: 0, critical: None }
    }

    fn add(&mut self, id: RecordId, record: &Record, today: Date) {
        let times = Times::read(record);
        self.all += 1;
        self.done += usize::from(times.done.is_some());
        if let Some(days) = times.overdue(today) {
            self.overdue += 1;
            self.longest = self.longest.max(days);
        }
        if let Some(begin) = times.begin().filter(|_| times.is_ahead())
            && self.critical.as_ref().is_none_or(|(next, _, by)| (begin, id) < (*by, *next))
        {
            let name = record.get(F::Name).as_text().unwrap_or_default().to_owned();
            self.critical = Some((id, name, begin));
        }
    }
}

/// The projects that have permits which are not all granted, the one that is most pressing first: by the earlier of
/// its critical date and the day since which something is overdue.
pub fn standings(state: &State, today: Date) -> Vec<Standing> {
    let mut of: FxHashMap<RecordId, Standing> = FxHashMap::default();
    for (id, record) in state.live(Kind::Permit) {
        if let Some(project) = record.get(F::Project).as_ref_id() {
            let project = state.resolve(project);
            of.entry(project).or_insert_with(|| Standing::none(project)).add(id, record, today);
        }
    }
    let is_running = |project: &RecordId| {
        state.record(*project).is_some_and(|record| record.is_live() && record.get(P::Exit).is_empty())
    };
    let mut all: Vec<Standing> = of
        .into_values()
        .filter(|standing| standing.done < standing.all && is_running(&standing.project))
        .collect();
    for standing in &mut all {
        standing.start = state.get(standing.project, P::PromisedStart).as_date();
    }
    all.sort_unstable_by_key(|standing| {
        let late = (standing.longest > 0).then(|| today.plus(-standing.longest));
        let next = standing.critical.as_ref().map(|(_, _, begin)| *begin);
        let pressing = late.into_iter().chain(next).min();
        (pressing.is_none(), pressing, standing.project)
    });
    all
}

#[cfg(test)]
mod tests;
