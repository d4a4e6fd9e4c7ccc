//! 月月清: what was to be done in months that are over and is not done yet (domain notes row 7).
//!
//! A key task is carried over from the first day of the month after the one it was due in. A monthly target is
//! carried over as long as what was done since the year began does not reach what its months up to then asked for
//! together; what is done fills the oldest month first.

use super::{Aims, Holder, Period, above, rolled_up};
use crate::domain::field::KeyTaskField as K;
use crate::domain::{Date, Decimal, Kind, RecordId};
use crate::ledger::{Record, State};
use crate::rules::metrics::{Cycle, Measured, Metric, Window};
use crate::rules::scoring::Subject;
use crate::rules::units::units_in_order;
use std::sync::Arc;

/// A monthly target that is carried over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Short {
    /// The word of its metric.
    pub metric: String,
    /// What is missing of the months that are over.
    pub short: Decimal,
    /// The oldest month that is not filled.
    pub since: Period,
    /// The last day of that month.
    pub until: Date,
    /// How many months are not filled.
    pub months: usize,
}

/// What one unit carries over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// The unit; `None` for the county's own.
    pub unit: Option<RecordId>,
    /// Key tasks, the oldest first, with the day each was due.
    pub tasks: Vec<(RecordId, Date)>,
    /// Monthly targets.
    pub short: Vec<Short>,
}

impl Carried {
    /// How many items it carries.
    pub fn count(&self) -> usize {
        self.tasks.len() + self.short.len()
    }

    /// How many days the oldest is over.
    pub fn age(&self, today: Date) -> i32 {
        let due = self.tasks.iter().map(|(_, due)| *due).chain(self.short.iter().map(|short| short.until));
        due.map(|due| today.since(due)).max().unwrap_or(0)
    }
}

/// What is carried over on a day: of the county first where it has any, then of each unit that has, in the order of
/// the office. `measured` are the metrics in their order; `first_month` is the month that the counting year begins with.
pub fn carried(
    state: &State,
    aims: &Aims,
    metrics: &[Metric],
    measured: &[Arc<Measured>],
    today: Date,
    first_month: u32,
) -> Vec<Carried> {
    let month = Window::of(Cycle::Month, today, 1);
    let mut found: Vec<Carried> = [None]
        .into_iter()
        .chain(units_in_order(state).into_iter().map(Some))
        .map(|unit| Carried { unit, ..Carried::default() })
        .collect();
    let mut tasks: Vec<(RecordId, Date, Option<RecordId>)> = state
        .live(Kind::KeyTask)
        .filter_map(|(id, task)| {
            let due = task.get(K::DueOn).as_date().filter(|due| *due < month.from)?;
            let is_done = task.get(K::DoneOn).as_date().is_some_and(|done| done <= today);
            (!is_done).then(|| (id, due, unit_of(state, task)))
        })
        .collect();
    tasks.sort_by_key(|&(id, due, _)| (due, id));
    for (id, due, unit) in tasks {
        // A task of a unit that is gone is the county's.
        let line = found.iter().position(|line| line.unit == unit).unwrap_or(0);
        found[line].tasks.push((id, due));
    }
    // In the first month of a year it is the year before that is over.
    let last = month.from.plus(-1);
    let year = Window::of(Cycle::Year, last, first_month);
    let Some(until) = year.until(today) else { return Vec::new() };
    let months: Vec<(Period, Date)> = (1..=12)
        .filter_map(|nth| {
            let period = Period::nth_month(chrono::Datelike::year(&year.to.naive()), nth, first_month);
            Some((period, period.window(state, first_month)?.to))
        })
        .filter(|(_, end)| *end <= last)
        .collect();
    for (metric, measured) in metrics.iter().zip(measured) {
        let done = rolled_up(state, measured.sums(Subject::Unit, until));
        for line in &mut found {
            let holder = line.unit.map_or(Holder::County, Holder::Record);
            let done = match line.unit {
                None => measured.total(until),
                Some(unit) => done.get(&unit).copied().unwrap_or_default(),
            };
            let asked = months.iter().filter_map(|&(period, end)| {
                Some((period, end, aims.recorded(&metric.word, &holder, period)?.target))
            });
            line.short.extend(open(&metric.word, asked, done));
        }
    }
    found.retain(|line| line.count() > 0);
    found
}

/// What of some months' targets is open when `done` fills the oldest first.
fn open(metric: &str, asked: impl Iterator<Item = (Period, Date, Decimal)>, done: Decimal) -> Option<Short> {
    let mut sum = Decimal::ZERO;
    let mut found: Option<Short> = None;
    for (since, until, target) in asked.filter(|(_, _, target)| *target > Decimal::ZERO) {
        sum += target;
        if sum > done {
            let first = || Short { metric: metric.to_owned(), short: Decimal::ZERO, since, until, months: 0 };
            let short = found.get_or_insert_with(first);
            short.months += 1;
            short.short = sum - done;
        }
    }
    found
}

/// Whose a task is: its unit, or that of who answers for it.
fn unit_of(state: &State, task: &Record) -> Option<RecordId> {
    let to = |field: K| task.get(field).as_ref_id().map(|id| state.resolve(id));
    to(K::Unit).or_else(|| above(state, to(K::Owner)?))
}
