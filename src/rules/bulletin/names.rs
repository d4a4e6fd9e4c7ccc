//! The names that a text may use, with what they stand for on the day.

use super::sheet::Ranked;
use super::{Desk, Say};
use crate::domain::field::{ContestField, KeyTaskField as K};
use crate::domain::{Decimal, Kind};
use crate::rules::contests::{Stands, rounds};
use crate::rules::metrics::{Cycle, Metric, Window};
use crate::rules::pledges;
use crate::rules::targets::{Progress, Row, Standing, places};
use crate::rules::today::{Whose, day};
use crate::rules::warnings::{Level, Watch, worst};
use rustc_hash::FxHashMap;

/// One name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// What stands between the braces, in the language of the paper.
    pub name: String,
    /// What it stands for.
    pub value: String,
    /// Whether it is one of the usual: of a metric with a target, or of no metric.
    pub is_usual: bool,
}

/// All names that a text may use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// In their order, each once.
    pub names: Vec<Name>,
    at: FxHashMap<String, usize>,
}

impl Known {
    /// What a name stands for, in either language or by the word of its metric.
    pub fn get(&self, name: &str) -> Option<String> {
        self.at.get(&name.to_lowercase()).map(|at| self.names[*at].value.clone())
    }

    /// Adds a name; the ways to write it that nothing before it took.
    fn add(&mut self, name: String, ways: impl IntoIterator<Item = String>, value: String, is_usual: bool) {
        let at = self.names.len();
        for way in [name.clone()].into_iter().chain(ways) {
            self.at.entry(way.to_lowercase()).or_insert(at);
        }
        self.names.push(Name { name, value, is_usual });
    }
}

/// Works out every name at a desk. `ranked` are the rules in force.
pub fn known(desk: &Desk<'_>, ranked: Option<&Ranked>) -> Known {
    let mut known = Known::default();
    alone(desk, ranked, &mut known);
    // Metrics that somebody was to reach stand first.
    let aimed = |progress: &Progress| progress.total.aim.is_some();
    let all = || desk.metrics.iter().zip(&desk.progress);
    for (metric, progress) in all().filter(|(_, progress)| aimed(progress)) {
        of_metric(desk, metric, progress, true, &mut known);
    }
    for (metric, progress) in all().filter(|(_, progress)| !aimed(progress)) {
        of_metric(desk, metric, progress, false, &mut known);
    }
    known
}

/// The names of one metric.
fn of_metric(desk: &Desk<'_>, metric: &Metric, progress: &Progress, is_usual: bool, known: &mut Known) {
    let total = &progress.total;
    let none = || desk.say(Say::Nobody);
    let told = |number: Decimal| desk.told(metric.unit, number);
    let units = |is_meant: fn(&Row) -> bool| {
        let rows = progress.rows.iter().filter(|row| is_meant(row));
        desk.listed(rows.filter_map(Row::unit).map(|unit| desk.name(unit)))
    };
    let own = desk.metric(&metric.word).map(|(_, measured, _)| measured);
    let in_period = own.zip(desk.until()).map(|(own, until)| own.total(until)).unwrap_or_default();
    let place = || {
        let window = progress.window.until(desk.day)?;
        let all = places(desk.facts, &metric.word, total.done, window, desk.day);
        let own = all.iter().find(|place| place.name.is_none())?;
        Some(desk.words.tell(Say::PlaceOf, &[&own.rank.to_string(), &all.len().to_string()]))
    };
    let values = [
        (Say::NameDone, told(total.done)),
        (Say::NamePeriod, told(in_period)),
        (Say::NameTarget, total.aim.as_ref().map_or_else(none, |aim| told(aim.target))),
        (Say::NameShare, total.rate.map_or_else(none, |rate| desk.told_share(rate))),
        (Say::NameGap, total.left.map_or_else(none, told)),
        (Say::NameLastYear, told(total.year_before)),
        (Say::NameGrowth, total.growth().map_or_else(none, |growth| desk.told_share(growth))),
        (Say::NamePlace, place().unwrap_or_else(none)),
        (Say::NameAhead, units(|row| matches!(row.standing, Standing::Ahead | Standing::Met))),
        (Say::NameBehind, units(|row| row.standing == Standing::Behind)),
    ];
    for (part, value) in values {
        let metrics = [&metric.name.zh, &metric.name.en, &metric.word];
        let ways = metrics.into_iter().filter(|of| !of.is_empty());
        let ways: Vec<String> =
            ways.flat_map(|of| desk.words.both(part).map(|part| format!("{of}.{part}"))).collect();
        let name = format!("{}.{}", desk.words.metric(metric), desk.say(part));
        known.add(name, ways, value, is_usual);
    }
}

/// The names that stand alone.
fn alone(desk: &Desk<'_>, ranked: Option<&Ranked>, known: &mut Known) {
    let state = desk.state();
    let today = desk.day;
    let count = |count: usize| count.to_string();
    let projects = || state.live(Kind::Project).filter_map(|(id, _)| Some((id, desk.facts.summary(id)?)));
    let stale = day(state, desk.facts.rules(), projects(), Whose::All, today).stale.len();
    let watch = Watch::new(desk.facts, today);
    let red = projects().filter(|(id, _)| worst(&watch.of(*id)) == Some(Level::Red)).count();
    let ends = |first: bool| {
        let groups = ranked.map(Ranked::groups).unwrap_or_default();
        let of = groups.iter().filter_map(|(_, scores)| {
            let mut placed = scores.iter().filter(|score| score.place.is_some());
            if first { placed.next() } else { placed.next_back() }
        });
        let names = of.filter_map(|score| ranked.map(|ranked| ranked.name(score)));
        desk.listed(names)
    };
    let on = rounds(state).into_iter().find_map(|round| match round.stands(today) {
        Stands::Day(nth, of) => Some((round, nth, of)),
        _ => None,
    });
    let contest = on
        .as_ref()
        .map(|(round, ..)| state.get(round.id, ContestField::Name).as_text().unwrap_or_default().to_owned());
    let contest_day =
        on.map(|(_, nth, of)| desk.words.tell(Say::DayOf, &[&nth.to_string(), &of.to_string()]));
    let none = || desk.say(Say::Nobody);
    let all = pledges::all(state, desk.facts.rules());
    let facts = pledges::facts(state, &all, &desk.metrics, &desk.measured, today, desk.first_month);
    let broken = all
        .iter()
        .zip(facts)
        .filter(|(pledge, fact)| pledge.standing(*fact, today) == pledges::Standing::Broken)
        .count();
    let month = Window::of(Cycle::Month, today, desk.first_month);
    let next = Window::of(Cycle::Month, month.to.plus(1), desk.first_month);
    let open = |window: Window| {
        let due = move |task: &crate::ledger::Record| {
            let done = task.get(K::DoneOn).as_date().is_some_and(|done| done <= today);
            !done && task.get(K::DueOn).as_date().is_some_and(|due| window.holds(due))
        };
        state.live(Kind::KeyTask).filter(move |(_, task)| due(task)).count()
    };
    let begin = Window { from: crate::domain::Date::epoch(), to: today.plus(-1) };
    let share =
        crate::rules::metrics::elapsed(desk.aim_window, today, crate::rules::metrics::Elapsed::Months);
    let values = [
        (Say::NameOffice, desk.office()),
        (Say::NameSpan, desk.named(desk.period)),
        (Say::NameAsOf, today.to_string()),
        (Say::NameElapsed, desk.told_share(share)),
        (Say::NameStale, count(stale)),
        (Say::NameRed, count(red)),
        (Say::NameFirst, ends(true)),
        (Say::NameLast, ends(false)),
        (Say::NameContest, contest.unwrap_or_else(none)),
        (Say::NameContestDay, contest_day.unwrap_or_else(none)),
        (Say::NameBroken, count(broken)),
        (Say::NameLate, count(open(begin))),
        (Say::NameDueNext, count(open(next))),
    ];
    for (word, value) in values {
        known.add(desk.say(word), desk.words.both(word).map(str::to_owned), value, true);
    }
}
