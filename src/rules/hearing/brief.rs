//! What stands on the page of each unit, worked out for all of them in one pass over the records.

use super::{Hearing, Tracked, all, before};
use crate::domain::field::{ProjectField as P, UnitField};
use crate::domain::{Date, Decimal, RecordId};
use crate::ledger::State;
use crate::rules::OfficeRules;
use crate::rules::issues;
use crate::rules::metrics::{Cycle, Elapsed, Measurer, Metric, Window, elapsed, standard};
use crate::rules::pledges::{self, Pledge, Standing};
use crate::rules::query::Facts;
use crate::rules::scoring::Subject;
use crate::rules::targets::{Aims, Ask, Holder, Period, Row, above, progress, units_in_order};
use crate::rules::warnings::Warning;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::hash_map::Entry;

/// One metric of a unit against its target of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its place in [`Brief::metrics`].
    pub metric: usize,
    /// Target, done, rate, gap and place in the group.
    pub row: Row,
    /// How many of the group have a place.
    pub of: usize,
}

/// A project with red warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    /// The project.
    pub project: RecordId,
    /// The red warning that has been lit longest.
    pub oldest: Warning,
    /// How many others are lit.
    pub more: usize,
    /// Days since the last follow-up; `None` where there was none.
    pub idle: Option<i32>,
}

/// An open problem that a unit has in hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its record.
    pub issue: RecordId,
    /// Whose problem it is.
    pub project: Option<RecordId>,
    /// For how many days the unit has had it.
    pub held: Option<i32>,
    /// How many days it is overdue.
    pub overdue: Option<i32>,
}

/// The page of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitBrief {
    /// The unit.
    pub unit: RecordId,
    /// 考核组别
    pub group: String,
    /// Its metrics that have a target, in the order of the office.
    pub figures: Vec<Figure>,
    /// What it promised before: see [`brief`].
    pub before: Vec<Tracked>,
    /// What it promises at this hearing, in the order of their records' days and contents.
    pub given: Vec<Tracked>,
    /// Its projects with red warnings, the longest late first.
    pub late: Vec<Late>,
    /// Problems it has in hand, the longest overdue first.
    pub waiting: Vec<Waiting>,
}

/// A hearing with the page of each unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// The hearing.
    pub hearing: Hearing,
    /// The one before it.
    pub before: Option<Hearing>,
    /// The day that the numbers are of.
    pub as_of: Date,
    /// The elapsed share of the year on that day, by months.
    pub elapsed: Decimal,
    /// The metrics that have targets in the year.
    pub metrics: Vec<Metric>,
    /// Every metric of the office, for the next pledge.
    pub office: Vec<Metric>,
    /// The units that are heard, as the office lists them.
    pub units: Vec<UnitBrief>,
}

impl Brief {
    /// The page of a unit.
    pub fn of(&self, unit: RecordId) -> Option<&UnitBrief> {
        self.units.iter().find(|page| page.unit == unit)
    }

    /// Whether a unit has been heard: something was said of it, or it promised something.
    pub fn is_heard(&self, page: &UnitBrief) -> bool {
        !page.given.is_empty() || !self.hearing.said_of(page.unit).is_empty()
    }
}

/// Works out a hearing. Heard are the units with a target in its year, or all if no unit has any; and whoever promised
/// or was spoken of.
///
/// What a unit promised before is what it gave since the hearing before this one, and of what it gave earlier all that
/// is open, waits for judgement, or came due since then: nothing is forgotten between two hearings.
///
/// `red` are the red warnings of the pipeline as it is today, the longest lit first ([`Warning::order`]).
pub fn brief(
    (facts, measurer): (&dyn Facts, &Measurer<'_>),
    red: &[Warning],
    id: RecordId,
    today: Date,
) -> Option<Brief> {
    let state = facts.state();
    let hearings = all(state);
    let hearing = hearings.iter().find(|hearing| hearing.id == id)?.clone();
    let earlier = before(&hearings, &hearing, today).cloned();
    let as_of = hearing.as_of(today);
    let first_month = hearing.first_month;
    let period = Period::of(Cycle::Year, as_of, first_month);
    let window = period.window(state, first_month).unwrap_or(Window::of(Cycle::Year, as_of, first_month));

    let office = standard::in_force(state);
    let aims = Aims::read(state, facts.rules(), &office);
    let aimed = aims.metrics(period.year(first_month).unwrap_or_default());
    let metrics: Vec<Metric> =
        office.iter().filter(|metric| aimed.contains(&metric.word.as_str())).cloned().collect();

    let back = Back {
        hearing: &hearing,
        day: hearing.day(today),
        since: earlier.as_ref().and_then(|earlier| earlier.on),
        days: hearings.iter().map(|hearing| (hearing.id, hearing.on)).collect(),
    };
    let mut promised = pledges::all(state, facts.rules());
    let counts: FxHashSet<RecordId> = office.iter().map(|metric| standard::id(&metric.word)).collect();
    promised.retain(|pledge| !back.is_long_settled(pledge, &counts, as_of));
    // Metrics without a target may have been promised.
    let named: FxHashSet<RecordId> = promised.iter().filter_map(|pledge| pledge.metric).collect();
    let others = office.iter().filter(|metric| {
        named.contains(&standard::id(&metric.word)) && !metrics.iter().any(|aimed| aimed.word == metric.word)
    });
    let counted: Vec<Metric> = metrics.iter().chain(others).cloned().collect();
    let measured = measurer(&counted, as_of);

    let ask = Ask { period, window, day: as_of, earlier: None, by: Elapsed::Months, subject: Subject::Unit };
    let mut figures: FxHashMap<RecordId, Vec<Figure>> = FxHashMap::default();
    for (at, (metric, measured)) in metrics.iter().zip(&measured).enumerate() {
        let found = progress(state, &aims, &metric.word, measured, ask);
        let mut placed: FxHashMap<&str, usize> = FxHashMap::default();
        for row in found.rows.iter().filter(|row| row.place.is_some()) {
            *placed.entry(&row.group).or_default() += 1;
        }
        for row in &found.rows {
            let Some(unit) = row.unit().filter(|_| row.aim.is_some()) else { continue };
            let of = placed.get(row.group.as_str()).copied().unwrap_or_default();
            figures.entry(unit).or_default().push(Figure { metric: at, row: row.clone(), of });
        }
    }

    let mut looked_back: FxHashMap<RecordId, Vec<Tracked>> = FxHashMap::default();
    let mut given: FxHashMap<RecordId, Vec<Tracked>> = FxHashMap::default();
    let done = pledges::facts(state, &promised, &counted, &measured, as_of, first_month);
    for (pledge, fact) in promised.into_iter().zip(done) {
        let Some(unit) = pledge.unit else { continue };
        let standing = pledge.standing(fact, as_of);
        let list = if pledge.hearing == Some(id) {
            &mut given
        } else if back.holds(&pledge, standing) {
            &mut looked_back
        } else {
            continue;
        };
        list.entry(unit).or_default().push(Tracked { pledge, fact, standing });
    }
    for list in looked_back.values_mut().chain(given.values_mut()) {
        list.sort_by(|a, b| {
            let key = |tracked: &Tracked| (tracked.pledge.on, tracked.pledge.metric.is_none());
            key(a).cmp(&key(b)).then_with(|| a.pledge.content.cmp(&b.pledge.content))
        });
    }

    let mut late = late(facts, red, today);
    let mut waiting = waiting(facts, today);
    let is_anybody_aimed = !figures.is_empty();
    let said: FxHashSet<RecordId> = hearing.said.iter().map(|(unit, _)| *unit).collect();
    let units = units_in_order(state).into_iter().filter(|unit| {
        !is_anybody_aimed
            || figures.contains_key(unit)
            || looked_back.contains_key(unit)
            || given.contains_key(unit)
            || said.contains(unit)
    });
    let units: Vec<RecordId> = units.collect();
    let page = |unit: RecordId| UnitBrief {
        unit,
        group: state.get(unit, UnitField::RankGroup).as_text().unwrap_or_default().to_owned(),
        figures: figures.remove(&unit).unwrap_or_default(),
        before: looked_back.remove(&unit).unwrap_or_default(),
        given: given.remove(&unit).unwrap_or_default(),
        late: late.remove(&unit).unwrap_or_default(),
        waiting: waiting.remove(&unit).unwrap_or_default(),
    };
    let units = units.into_iter().map(page).collect();
    let elapsed = elapsed(window, as_of, Elapsed::Months);
    Some(Brief { hearing, before: earlier, as_of, elapsed, metrics, office, units })
}

/// How many units have a target of the year of a day; all, if none has.
pub fn called(state: &State, rules: &OfficeRules, day: Date, first_month: u32) -> usize {
    let office = standard::in_force(state);
    let aims = Aims::read(state, rules, &office);
    let period = Period::of(Cycle::Year, day, first_month);
    let metrics = aims.metrics(period.year(first_month).unwrap_or_default());
    let has = |unit: &RecordId| {
        metrics.iter().any(|metric| aims.of(metric, &Holder::Record(*unit), period).is_some())
    };
    let units = units_in_order(state);
    match units.iter().filter(|unit| has(unit)).count() {
        0 => units.len(),
        called => called,
    }
}

/// What a hearing looks back on.
struct Back<'a> {
    hearing: &'a Hearing,
    day: Date,
    /// The day of the hearing before.
    since: Option<Date>,
    days: FxHashMap<RecordId, Option<Date>>,
}

impl Back<'_> {
    fn holds(&self, pledge: &Pledge, standing: Standing) -> bool {
        debug_assert!(pledge.hearing != Some(self.hearing.id));
        if self.given(pledge).is_some_and(|given| given >= self.day) {
            return false;
        }
        !matches!(standing, Standing::Kept | Standing::Broken) || self.is_recent(pledge)
    }

    /// Whether a pledge was settled before the hearing before this one, whatever was done of its metric: of years of
    /// pledges nothing has to be counted. `counts` are the metrics in force.
    fn is_long_settled(&self, pledge: &Pledge, counts: &FxHashSet<RecordId>, as_of: Date) -> bool {
        let is_counted = || {
            let metric = pledge.metric.is_some_and(|metric| counts.contains(&metric));
            metric && pledge.unit.is_some() && pledge.promised.is_some()
        };
        let is_over = pledge.due.is_some_and(|due| due < as_of);
        let is_settled = pledge.outcome.is_some() || is_over && is_counted();
        is_settled && pledge.hearing != Some(self.hearing.id) && !self.is_recent(pledge)
    }

    /// Whether it was given, or came due, since the hearing before this one.
    fn is_recent(&self, pledge: &Pledge) -> bool {
        let since = |day: Option<Date>| match (day, self.since) {
            (Some(day), Some(since)) => day >= since,
            (_, None) => true,
            (None, _) => false,
        };
        since(self.given(pledge)) || since(pledge.due)
    }

    fn given(&self, pledge: &Pledge) -> Option<Date> {
        let at = pledge.hearing.and_then(|hearing| self.days.get(&hearing).copied().flatten());
        at.or(pledge.on)
    }
}

/// The projects with red warnings, by unit; what a unit below has counts for the unit above it, too.
fn late(facts: &dyn Facts, red: &[Warning], today: Date) -> FxHashMap<RecordId, Vec<Late>> {
    let state = facts.state();
    let mut projects: Vec<Late> = Vec::new();
    let mut at: FxHashMap<RecordId, usize> = FxHashMap::default();
    for &warning in red {
        let last = || facts.summary(warning.project).and_then(|summary| summary.last_follow_up);
        match at.entry(warning.project) {
            Entry::Occupied(place) => projects[*place.get()].more += 1,
            Entry::Vacant(place) => {
                place.insert(projects.len());
                let idle = last().map(|last| today.since(last));
                projects.push(Late { project: warning.project, oldest: warning, more: 0, idle });
            }
        }
    }
    let mut found: FxHashMap<RecordId, Vec<Late>> = FxHashMap::default();
    for late in projects {
        let mut at = state.get(late.project, P::Unit).as_ref_id().map(|unit| state.resolve(unit));
        while let Some(unit) = at {
            found.entry(unit).or_default().push(late);
            at = above(state, unit);
        }
    }
    found
}

/// The open problems by the unit that has them.
fn waiting(facts: &dyn Facts, today: Date) -> FxHashMap<RecordId, Vec<Waiting>> {
    let mut found: FxHashMap<RecordId, Vec<Waiting>> = FxHashMap::default();
    for issue in issues::all(facts.state()).filter(issues::Issue::is_open) {
        let Some(unit) = issue.last().department else { continue };
        let (held, overdue) = (issue.held_days(today), issue.overdue(today));
        let waiting = Waiting { issue: issue.id, project: issue.project, held, overdue };
        found.entry(unit).or_default().push(waiting);
    }
    for list in found.values_mut() {
        list.sort_by_key(|one| std::cmp::Reverse((one.overdue, one.held, std::cmp::Reverse(one.issue))));
    }
    found
}
