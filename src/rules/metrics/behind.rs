//! The records behind the number of a metric, as conditions of the table of their kind.

use super::attribution::attribution;
use super::metric::{Amount, Credit, DateOf, Metric, PersonOf, Source};
use super::{Measured, Window, standard};
use crate::domain::field::{Elements, FigureField as F, ProjectField as P};
use crate::domain::milestone::Review;
use crate::domain::{Field, FieldType, Kind, Milestone, RecordId};
use crate::ledger::{CellKey, Names, State};
use crate::rules::query::{Column, Computed, Facts, Filter, Test};
use crate::rules::span::last_day;
use crate::rules::targets::above;
use rustc_hash::FxHashMap;

/// Whose number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who<'a> {
    /// All together.
    County,
    /// A unit with all that stand below it.
    Unit(RecordId),
    /// A person.
    Person(RecordId),
    /// A chain.
    Chain(&'a str),
}

/// Where the records behind a number are found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// Their kind.
    pub kind: Kind,
    /// The conditions.
    pub filters: Vec<Filter>,
    /// Whether the conditions find just these records. Money that arrived has no table of its own: the projects that
    /// received any are found. A share of joint credit is no column of a table either.
    pub is_exact: bool,
}

/// Finds the records behind the numbers of one metric; made once for all its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finder {
    metric: Metric,
    kind: Kind,
    /// The office counts what is recognised only.
    strict: bool,
    /// Everything that counts has the day that the columns filter by.
    dated: bool,
    /// Every record names its unit itself.
    named: bool,
    /// Nothing is left out for want of an amount.
    stated: bool,
    /// No amount is left out for want of a rate of its currency.
    rated: bool,
    /// Each unit with all that stand below it.
    below: FxHashMap<RecordId, Vec<RecordId>>,
}

impl Finder {
    /// The finder of a metric. `measured` is what it comes to.
    pub fn new(facts: &dyn Facts, metric: &Metric, measured: &Measured) -> Self {
        let state = facts.state();
        let kind = match &metric.source {
            Source::Records { records, .. } => Kind::from_word(records).unwrap_or(Kind::Project),
            Source::Entered { .. } => Kind::Figure,
            _ => Kind::Project,
        };
        let has = |field: CellKey| {
            let mut entries = measured.entries.iter();
            entries.all(|entry| !state.get(entry.record, field).is_empty())
        };
        let dated = match &metric.source {
            Source::Milestone { milestone, date: DateOf::Event, dated_by, .. } => {
                let words = [Some(milestone), dated_by.as_ref()].into_iter().flatten();
                let mut milestones = words.filter_map(|word| Milestone::from_word(word));
                milestones.all(|milestone| has(CellKey::of(P::MilestoneDate, milestone.element())))
            }
            _ => true,
        };
        let named = match &metric.source {
            Source::Records { .. } => {
                attribution(kind).and_then(|by| by.unit).is_some_and(|unit| has(unit.into()))
            }
            _ => true,
        };
        let amount = match &metric.source {
            Source::Milestone { amount, .. } | Source::Standing { amount, .. } => amount_field(*amount),
            _ => None,
        };
        let blank = |id: &RecordId| amount.is_none_or(|field| state.get(*id, field).is_empty());
        Self {
            metric: metric.clone(),
            kind,
            rated: measured.left_out.iter().all(blank),
            strict: facts.rules().strict_stage,
            dated,
            named,
            stated: measured.left_out.is_empty() && measured.not_understood.is_empty(),
            below: below(state),
        }
    }

    /// The records that count in a window, all of whose days are over.
    pub fn find(&self, window: Window, who: Who<'_>) -> Behind {
        let mut filters = self.metric.filters.clone();
        let mut is_exact = self.dated;
        match &self.metric.source {
            Source::Milestone { milestone, date, recognised_only, amount, dated_by, within } => {
                is_exact &= within.is_none();
                let strict = *recognised_only || self.strict;
                if let Some(own) = Milestone::from_word(milestone) {
                    match dated_by.as_deref().and_then(Milestone::from_word) {
                        Some(other) => {
                            filters.extend(reached(other, *date, strict, days(window)));
                            let by_then = Test::Days { from: None, to: Some(window.to.to_string()) };
                            filters.extend(reached(own, *date, strict, by_then));
                        }
                        None => filters.extend(reached(own, *date, strict, days(window))),
                    }
                }
                filters.extend(self.amount(*amount));
                is_exact &= self.rated;
            }
            Source::Standing { stages, amount } => {
                filters.push(filter(Computed::Stage.word(), Test::AnyOf(stages.clone())));
                filters.extend(self.amount(*amount));
                is_exact &= self.rated;
            }
            Source::Funds { .. } => {
                filters.push(filter(Computed::Arrived.word(), Test::Between { min: Some(1), max: None }));
                is_exact = false;
            }
            Source::Records { field, .. } => {
                is_exact &= field.is_none() || self.stated;
                if let Some(by) = attribution(self.kind) {
                    let test = if by.on.def(self.kind).is_some_and(|def| def.ty == FieldType::Date) {
                        days(window)
                    } else {
                        Test::AnyOf(months(window))
                    };
                    filters.push(filter(&key(self.kind, by.on), test));
                }
            }
            Source::Entered { .. } => {
                let metric = standard::id(&self.metric.word).to_string();
                filters.push(filter(&key(Kind::Figure, F::Metric.into()), Test::AnyOf(vec![metric])));
                filters.push(filter(&key(Kind::Figure, F::On.into()), days(window)));
                filters.push(filter(&key(Kind::Figure, F::Place.into()), Test::Empty));
                filters.push(filter(&key(Kind::Figure, F::Grader.into()), Test::Empty));
                is_exact &= self.stated;
            }
        }
        is_exact &= self.narrow(&mut filters, who);
        Behind { kind: self.kind, filters, is_exact }
    }

    /// Adds the conditions for whose number it is; whether they tell it exactly.
    fn narrow(&self, filters: &mut Vec<Filter>, who: Who<'_>) -> bool {
        match who {
            Who::County => true,
            Who::Unit(unit) => {
                let field = match self.kind {
                    Kind::Project => Some(P::Unit.field()),
                    Kind::Figure => Some(F::Unit.field()),
                    kind => attribution(kind).and_then(|by| by.unit),
                };
                let all = self.below.get(&unit).cloned().unwrap_or_else(|| vec![unit]);
                let words = all.iter().map(RecordId::to_string).collect();
                filters.extend(field.map(|field| filter(&key(self.kind, field), Test::AnyOf(words))));
                let whole = self.kind != Kind::Project || self.metric.credit == Credit::Responsible;
                field.is_some() && self.named && whole
            }
            Who::Person(person) => {
                let field = match self.kind {
                    Kind::Project if self.metric.person == PersonOf::Leader => Some(P::Leader.field()),
                    Kind::Project => Some(P::Owner.field()),
                    Kind::Figure => Some(F::Person.field()),
                    kind => attribution(kind).and_then(|by| match by.people {
                        [one] => Some(*one),
                        _ => None,
                    }),
                };
                let one = |field: &Field| {
                    field.def(self.kind).is_some_and(|def| matches!(def.elements, Elements::One))
                };
                let field = field.filter(one);
                let test = || Test::AnyOf(vec![person.to_string()]);
                filters.extend(field.map(|field| filter(&key(self.kind, field), test())));
                field.is_some()
            }
            Who::Chain(word) => {
                let field = match self.kind {
                    Kind::Project => Some(P::Chain.field()),
                    Kind::Figure => Some(F::Chain.field()),
                    _ => None,
                };
                let test = || Test::AnyOf(vec![word.to_owned()]);
                filters.extend(field.map(|field| filter(&key(self.kind, field), test())));
                field.is_some()
            }
        }
    }

    /// That the amount is stated, where any is not: such a project does not count.
    fn amount(&self, amount: Amount) -> Option<Filter> {
        let field = amount_field(amount).filter(|_| !self.stated)?;
        Some(filter(&key(Kind::Project, field.into()), Test::Filled))
    }
}

fn amount_field(amount: Amount) -> Option<P> {
    Some(match amount {
        Amount::Count => return None,
        Amount::Total => P::TotalInvestment,
        Amount::Fixed => P::FixedInvestment,
        Amount::Phase1 => P::Phase1Investment,
        Amount::Registered => P::RegisteredCapital,
        Amount::Fdi => P::FdiAmount,
    })
}

/// A milestone that counts, on a day that meets the test.
fn reached(milestone: Milestone, date: DateOf, strict: bool, test: Test) -> [Filter; 2] {
    let (field, strict) = match date {
        DateOf::Event => (P::MilestoneDate, strict),
        DateOf::Recognised => (P::MilestoneRecognised, true),
        DateOf::Other => (P::MilestoneOtherDate, strict),
    };
    let column = |field: P| Column::milestone(field, milestone).key(Kind::Project, &Names::default());
    let words: &[&str] = match strict {
        true => &[Review::Recognised.word()],
        false => &["", Review::Pending.word(), Review::Recognised.word()],
    };
    let words = words.iter().map(|word| (*word).to_owned()).collect();
    [filter(&column(field), test), filter(&column(P::MilestoneReview), Test::AnyOf(words))]
}

fn key(kind: Kind, field: Field) -> String {
    Column::field(field).key(kind, &Names::default())
}

fn filter(key: &str, test: Test) -> Filter {
    Filter { key: key.to_owned(), test }
}

fn days(window: Window) -> Test {
    Test::Days { from: Some(window.from.to_string()), to: Some(window.to.to_string()) }
}

/// The months, as records write them, whose last day lies in a window.
fn months(window: Window) -> Vec<String> {
    let mut found = Vec::new();
    let mut end = last_day(window.from);
    while end <= window.to {
        found.push(end.naive().format("%Y-%m").to_string());
        end = last_day(end.plus(1));
    }
    found
}

/// Each unit with all that stand below it, itself first.
fn below(state: &State) -> FxHashMap<RecordId, Vec<RecordId>> {
    let mut found: FxHashMap<RecordId, Vec<RecordId>> = FxHashMap::default();
    for (id, _) in state.live(Kind::Unit) {
        found.entry(id).or_default().insert(0, id);
        let mut at = above(state, id);
        while let Some(unit) = at {
            found.entry(unit).or_default().push(id);
            at = above(state, unit);
        }
    }
    found
}
