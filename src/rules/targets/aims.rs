//! The targets as they are recorded, and what a target is where only its parts or its whole are.

use super::Period;
use crate::domain::field::TargetField as G;
use crate::domain::{Decimal, Kind, Money, RecordId, Value};
use crate::ledger::{Edit, Record, State};
use crate::rules::OfficeRules;
use crate::rules::counting_year::first_month;
use crate::rules::metrics::{Metric, Unit, Window, standard, stated};
use rustc_hash::FxHashMap;
use std::str::FromStr;

/// Who is to do it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holder {
    /// The county.
    County,
    /// A unit or a person.
    Record(RecordId),
    /// A chain.
    Chain(String),
}

impl Holder {
    /// The key that stands for it among the numbers of a metric; nothing for the county.
    pub fn key(&self) -> String {
        match self {
            Holder::County => String::new(),
            Holder::Record(id) => id.to_string(),
            Holder::Chain(word) => word.clone(),
        }
    }

    /// Whose a target is.
    pub fn of(state: &State, record: &Record) -> Self {
        let to = |field: G| record.get(field).as_ref_id().map(|id| state.resolve(id));
        if let Some(id) = to(G::Person).or_else(|| to(G::Unit)) {
            return Holder::Record(id);
        }
        record.get(G::Chain).as_text().map_or(Holder::County, |word| Holder::Chain(word.to_owned()))
    }
}

/// One target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aim {
    /// How much.
    pub target: Decimal,
    /// Its records: more than one where two offices recorded it apart, and the later one counts.
    pub records: Vec<RecordId>,
    /// How it came about.
    pub from: AimFrom,
}

impl Recorded {
    fn aim(&self) -> Option<Aim> {
        let records = self.records.iter().map(|(id, _)| *id).collect();
        Some(Aim { target: self.records.first()?.1, records, from: AimFrom::Recorded })
    }
}

/// How a target came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AimFrom {
    /// As recorded.
    Recorded,
    /// The sum of the targets of its parts.
    Parts,
    /// The year's target times the period's share of the year.
    Prorated,
}

/// The records of one target.
#[derive(Clone, Debug)]
struct Recorded {
    period: Period,
    /// The one that counts is the first.
    records: Vec<(RecordId, Decimal)>,
}

/// Every target.
#[derive(Clone, Debug, Default)]
pub struct Aims {
    /// By metric and holder: most are asked for whom there is nothing.
    recorded: FxHashMap<String, FxHashMap<Holder, Vec<Recorded>>>,
    /// The month that the counting year begins with.
    first_month: u32,
    /// Targets whose period, metric or number is not understood.
    pub faulty: Vec<RecordId>,
}

impl Aims {
    /// Reads the targets, by the counting year of the office. Amounts in a currency without a rate are faulty.
    pub fn read(state: &State, rules: &OfficeRules, metrics: &[Metric]) -> Self {
        let words: FxHashMap<RecordId, &str> =
            metrics.iter().map(|metric| (standard::id(&metric.word), metric.word.as_str())).collect();
        let mut aims = Self { first_month: first_month(state), ..Self::default() };
        for (id, record) in state.live(Kind::Target) {
            let word = record.get(G::Metric).as_ref_id().and_then(|metric| words.get(&state.resolve(metric)));
            let period = record.get(G::Period).as_text().and_then(|text| Period::from_str(text).ok());
            let target = stated(rules, record, G::Amount, G::Number);
            match (word, period, target) {
                (Some(word), Some(period), Some(target)) => {
                    let held = aims.recorded.entry((*word).to_owned()).or_default();
                    let held = held.entry(Holder::of(state, record)).or_default();
                    match held.iter_mut().find(|of| of.period == period) {
                        Some(of) => of.records.push((id, target)),
                        None => held.push(Recorded { period, records: vec![(id, target)] }),
                    }
                }
                _ => aims.faulty.push(id),
            }
        }
        aims.faulty.sort_unstable();
        // Two records of one target: the later one counts, whichever came in first.
        for of in aims.recorded.values_mut().flat_map(FxHashMap::values_mut).flatten() {
            let written = |id: &RecordId| {
                let cells = state.record(*id).map(|record| record.cells());
                cells.and_then(|cells| cells.iter().map(|cell| cell.stamp).max())
            };
            of.records.sort_by_key(|(id, _)| (std::cmp::Reverse(written(id)), *id));
        }
        aims
    }

    /// The same targets by another counting year: of a paper that was made before the setting was changed.
    pub fn counted_from(self, first_month: u32) -> Self {
        Self { first_month, ..self }
    }

    /// The target as it is recorded.
    pub fn recorded(&self, metric: &str, holder: &Holder, period: Period) -> Option<Aim> {
        self.held(metric, holder)?.iter().find(|of| of.period == period).and_then(Recorded::aim)
    }

    /// The target of a period: as recorded, or the sum of its parts where each part has one.
    pub fn of(&self, metric: &str, holder: &Holder, period: Period) -> Option<Aim> {
        self.of_parts(self.held(metric, holder)?, period)
    }

    fn held(&self, metric: &str, holder: &Holder) -> Option<&[Recorded]> {
        self.recorded.get(metric)?.get(holder).map(Vec::as_slice)
    }

    fn of_parts(&self, held: &[Recorded], period: Period) -> Option<Aim> {
        if let Some(of) = held.iter().find(|of| of.period == period) {
            return of.aim();
        }
        period.parts(self.first_month).into_iter().find_map(|parts| {
            let aims: Option<Vec<Aim>> = parts.into_iter().map(|part| self.of_parts(held, part)).collect();
            let aims = aims.filter(|aims| !aims.is_empty())?;
            let target = aims.iter().map(|aim| aim.target).sum();
            let records = aims.into_iter().flat_map(|aim| aim.records).collect();
            Some(Aim { target, records, from: AimFrom::Parts })
        })
    }

    /// The target of a period, and where it has none, the year's times the period's share of the year's days.
    pub fn prorated(
        &self,
        metric: &str,
        holder: &Holder,
        period: Period,
        window: Window,
        year: Window,
    ) -> Option<Aim> {
        if let Some(aim) = self.of(metric, holder, period) {
            return Some(aim);
        }
        let of_year = self.of(metric, holder, Period::Year(chrono::Datelike::year(&year.to.naive())))?;
        let share = |days: i32| Decimal::whole(days.into());
        let target = of_year.target.share(share(window.days()), share(year.days()))?;
        Some(Aim { target, records: of_year.records, from: AimFrom::Prorated })
    }

    /// Everybody who has a target of a metric in a period or a part of it.
    pub fn holders(&self, metric: &str, period: Period) -> Vec<Holder> {
        let year = period.year(self.first_month);
        let is_asked = |of: Period| of == period || (year.is_some() && of.year(self.first_month) == year);
        let held = self.recorded.get(metric).into_iter().flatten();
        let mut found: Vec<Holder> = held
            .filter(|(_, held)| held.iter().any(|of| is_asked(of.period)))
            .map(|(holder, _)| holder.clone())
            .collect();
        found.sort();
        found
    }

    /// The metrics that have a target of any month.
    pub fn monthly(&self) -> Vec<String> {
        self.metrics_with(|period| matches!(period, Period::Month(..)))
            .into_iter()
            .map(str::to_owned)
            .collect()
    }

    /// The metrics that have a target in a counting year.
    pub fn metrics(&self, year: i32) -> Vec<&str> {
        self.metrics_with(|period| period.year(self.first_month) == Some(year))
    }

    /// The words of the metrics that have a target of such a period, sorted.
    fn metrics_with(&self, is_asked: impl Fn(Period) -> bool) -> Vec<&str> {
        let has =
            |held: &FxHashMap<Holder, Vec<Recorded>>| held.values().flatten().any(|of| is_asked(of.period));
        let with = self.recorded.iter().filter(|(_, held)| has(held));
        let mut words: Vec<&str> = with.map(|(word, _)| word.as_str()).collect();
        words.sort_unstable();
        words
    }
}

/// The record of a target: the same in every office, so that two that set it meet in one cell.
pub fn id(metric: &str, holder: &Holder, period: Period) -> RecordId {
    RecordId::derived(Kind::Target, &[metric, &holder.key(), &period.to_string()])
}

/// The edits that set a target, and give its metric a record if it has none. Nothing removes it.
pub fn set(
    state: &State,
    metric: &Metric,
    holder: &Holder,
    period: Period,
    target: Option<Decimal>,
) -> Vec<Edit> {
    let id = id(&metric.word, holder, period);
    let Some(target) = target else { return vec![Edit::delete(id)] };
    let mut edits = standard::adopt(state, &metric.word);
    if state.record(id).is_some_and(|record| !record.is_live()) {
        edits.push(Edit::new(id, crate::domain::Field::DELETED, Value::Bool(false)));
    }
    edits.push(Edit::new(id, G::Metric, Value::Ref(standard::id(&metric.word))));
    match holder {
        Holder::County => {}
        Holder::Record(of) => {
            let field = if of.kind == Kind::Person { G::Person } else { G::Unit };
            edits.push(Edit::new(id, field, Value::Ref(*of)));
        }
        Holder::Chain(word) => edits.push(Edit::new(id, G::Chain, Value::text(word))),
    }
    edits.push(Edit::new(id, G::Period, Value::text(&period.to_string())));
    edits.push(match metric.unit {
        Unit::Yuan => Edit::new(id, G::Amount, Value::Money(Money::yuan(target.trunc()))),
        _ => Edit::new(id, G::Number, Value::Int(target.as_millionths() / 100)),
    });
    edits
}
