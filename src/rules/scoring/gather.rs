//! From the pipeline to the numbers a rule sheet is worked out with.

use super::{Column, Figures, Mark, Participant, RuleSheet, Subject};
use crate::domain::field::{
    ContestField as C, FigureField as F, PersonField as R, ProjectField as P, UnitField as U,
};
use crate::domain::{Date, Decimal, Kind, RecordId};
use crate::ledger::State;
use crate::rules::metrics::{Cycle, Measured, Metric, Window, elapsed, standard};
use crate::rules::query::{Facts, name_of};
use crate::rules::references::members;
use crate::rules::targets::{Aims, Holder, Period, rolled_up, units_in_order};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// When a sheet is worked out, and for whom.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// The period.
    pub period: Period,
    /// Its days.
    pub window: Window,
    /// The day.
    pub day: Date,
    /// The month that the counting year begins with.
    pub first_month: u32,
}

/// The metrics that a sheet asks for, its own before the office's, in the order in which it names them. A word that
/// neither knows is left out; [`super::check`] says so.
pub fn metrics_of(sheet: &RuleSheet, office: &[Metric]) -> Vec<Metric> {
    let find = |word: &str| sheet.metrics.iter().chain(office).find(|metric| metric.word == word).cloned();
    sheet.metric_words().into_iter().filter_map(find).collect()
}

/// Who is scored by a sheet: units of its groups (or of any group, or all where the office has no groups), people who
/// answer for projects, or the chains of projects.
pub fn participants(state: &State, sheet: &RuleSheet, period: Period) -> Vec<Participant> {
    match sheet.subject {
        Subject::Unit => units(state, sheet, period),
        Subject::Person => people(state, sheet),
        Subject::Chain => chains(state),
    }
}

fn units(state: &State, sheet: &RuleSheet, period: Period) -> Vec<Participant> {
    let chosen: Vec<RecordId> = match period {
        Period::Contest(contest) => state
            .record(state.resolve(contest))
            .map(|record| members(state, record, C::Units))
            .unwrap_or_default(),
        _ => Vec::new(),
    };
    let group = |id: RecordId| state.get(id, U::RankGroup).as_text().unwrap_or_default();
    let grouped = state.live(Kind::Unit).any(|(id, _)| !group(id).is_empty());
    let takes_part = |id: RecordId| {
        let of_contest = chosen.is_empty() || chosen.contains(&id);
        let of_group = if sheet.groups.is_empty() {
            !grouped || !group(id).is_empty() || !chosen.is_empty()
        } else {
            sheet.groups.iter().any(|word| word == group(id))
        };
        of_contest && of_group
    };
    let ids = units_in_order(state).into_iter().filter(|id| takes_part(*id));
    ids.map(|id| participant(state, id, group(id))).collect()
}

fn people(state: &State, sheet: &RuleSheet) -> Vec<Participant> {
    let mut ids: FxHashSet<RecordId> = FxHashSet::default();
    for (_, project) in state.live(Kind::Project) {
        ids.extend(project.get(P::Owner).as_ref_id().map(|id| state.resolve(id)));
    }
    for (_, duty) in state.live(Kind::DutyMonth) {
        let person = duty.get(crate::domain::field::DutyMonthField::Person).as_ref_id();
        ids.extend(person.map(|id| state.resolve(id)));
    }
    // People are compared across units, unless the sheet names groups: then inside those of their units.
    let group = |id: RecordId| {
        let unit = state.get(id, R::Unit).as_ref_id().map(|unit| state.resolve(unit));
        let group = unit.map(|unit| state.get(unit, U::RankGroup).as_text().unwrap_or_default());
        group.filter(|_| !sheet.groups.is_empty()).unwrap_or_default()
    };
    let live = |id: &RecordId| state.record(*id).is_some_and(|record| record.is_live());
    let listed =
        |id: &RecordId| sheet.groups.is_empty() || sheet.groups.iter().any(|word| word == group(*id));
    let mut ids: Vec<RecordId> = ids.into_iter().filter(|id| live(id) && listed(id)).collect();
    ids.sort_by_key(|&id| (name_of(state, id).to_owned(), id));
    ids.into_iter().map(|id| participant(state, id, group(id))).collect()
}

fn chains(state: &State) -> Vec<Participant> {
    let words = state.live(Kind::Project).filter_map(|(_, project)| project.get(P::Chain).as_text());
    let mut words: Vec<&str> = words.collect();
    words.sort_unstable();
    words.dedup();
    let of = |word: &str| Participant { key: word.to_owned(), name: word.to_owned(), group: String::new() };
    words.into_iter().map(of).collect()
}

fn participant(state: &State, id: RecordId, group: &str) -> Participant {
    Participant { key: id.to_string(), name: name_of(state, id).to_owned(), group: group.to_owned() }
}

/// The numbers of everybody. `measured` are the metrics in their order. What units below did counts for the unit above
/// them.
pub fn figures(
    facts: &dyn Facts,
    sheet: &RuleSheet,
    metrics: &[Metric],
    measured: &[Arc<Measured>],
    aims: &Aims,
    question: Question,
) -> Figures {
    let state = facts.state();
    let subjects = participants(state, sheet, question.period);
    let until = question.window.until(question.day);
    let year = Window::of(Cycle::Year, question.window.to, question.first_month);
    let mut found =
        Figures { elapsed: elapsed(question.window, question.day, sheet.elapsed), ..Figures::default() };
    for (metric, measured) in metrics.iter().zip(measured) {
        let sums = until.map(|window| measured.sums(sheet.subject, window)).unwrap_or_default();
        let sums: FxHashMap<String, Decimal> = match sheet.subject {
            Subject::Unit => {
                let rolled = rolled_up(state, sums);
                rolled.into_iter().map(|(id, sum)| (id.to_string(), sum)).collect()
            }
            Subject::Person | Subject::Chain => sums,
        };
        // What is counted is nothing where there is none; what is entered by hand is not known.
        let entered = matches!(metric.source, crate::rules::metrics::Source::Entered { .. });
        let none = if entered || !measured.not_understood.is_empty() { None } else { Some(Decimal::ZERO) };
        let aim = |subject: &Participant| {
            let holder = match sheet.subject {
                Subject::Chain => Holder::Chain(subject.key.clone()),
                _ => Holder::Record(subject.key.parse().ok()?),
            };
            let aim = if sheet.prorate {
                aims.prorated(&metric.word, &holder, question.period, question.window, year)
            } else {
                aims.of(&metric.word, &holder, question.period)
            };
            aim.map(|aim| aim.target)
        };
        let column = Column {
            done: subjects.iter().map(|subject| sums.get(&subject.key).copied().or(none)).collect(),
            target: subjects.iter().map(aim).collect(),
            marks: marks(state, &metric.word, &subjects, question.window),
        };
        found.metrics.insert(metric.word.clone(), column);
    }
    found.subjects = subjects;
    found
}

/// The marks of graders for a metric in a period; empty where there are none.
fn marks(state: &State, word: &str, subjects: &[Participant], window: Window) -> Vec<Vec<Mark>> {
    let metric = standard::id(word);
    let mut found: FxHashMap<String, Vec<(RecordId, Mark)>> = FxHashMap::default();
    for (id, record) in state.live(Kind::Figure) {
        let to = |field: F| record.get(field).as_ref_id().map(|id| state.resolve(id));
        let inside = record.get(F::On).as_date().is_some_and(|on| window.holds(on));
        let (Some(grader), true) = (record.get(F::Grader).as_text(), inside && to(F::Metric) == Some(metric))
        else {
            continue;
        };
        let whose = to(F::Person).or_else(|| to(F::Unit)).map(|id| id.to_string());
        let whose = whose.or_else(|| record.get(F::Chain).as_text().map(str::to_owned));
        let number = record.get(F::Number).as_int().map(Decimal::ten_thousandths);
        if let Some((whose, mark)) = whose.zip(number) {
            found.entry(whose).or_default().push((id, Mark { grader: grader.to_owned(), mark }));
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    let of = |subject: &Participant| {
        let mut marks = found.get(&subject.key).cloned().unwrap_or_default();
        marks.sort_by_key(|(id, _)| *id);
        marks.into_iter().map(|(_, mark)| mark).collect()
    };
    subjects.iter().map(of).collect()
}
