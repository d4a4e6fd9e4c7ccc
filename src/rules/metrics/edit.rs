//! Editing the definition of a metric: what can be chosen for a source, and what of a definition stays when its source
//! is changed.

use super::attribution::attribution;
use super::metric::{Amount, Credit, DateOf, Entering, Metric, Source, Unit};
use super::standard;
use crate::domain::field::{Elements, Group, ProjectField};
use crate::domain::{Decimal, Exit, Field, FieldType, Kind, Label};
use crate::ledger::{Names, State};
use crate::rules::query::{Column, ColumnType, Filter, Test};

/// The words of the sources, as files name them, in the order in which they are offered.
pub const SOURCES: [&str; 5] = ["milestone", "funds", "standing", "records", "entered"];

/// The columns of projects that rules ask for most (domain notes §2.1): size, origin, exits, industry.
const USUAL: [&str; 6] =
    ["total_investment", "capital_origin", "exit", "fixed_investment", "industry", "chain"];

/// The word of a source.
pub fn source_word(source: &Source) -> &'static str {
    match source {
        Source::Milestone { .. } => "milestone",
        Source::Funds { .. } => "funds",
        Source::Standing { .. } => "standing",
        Source::Records { .. } => "records",
        Source::Entered { .. } => "entered",
    }
}

/// A metric to begin with: signed projects that did not leave the pipeline.
pub fn fresh(word: &str) -> Metric {
    let stays = vec![String::new(), Exit::OnHold.word().to_owned()];
    let key = Column::field(ProjectField::Exit).key(Kind::Project, &Names::default());
    Metric {
        word: word.to_owned(),
        filters: vec![Filter { key, test: Test::AnyOf(stays) }],
        ..Metric::default()
    }
}

/// The kind whose columns the conditions of a source are on; `None` for numbers entered by hand, which have none.
pub fn counted(source: &Source) -> Option<Kind> {
    match source {
        Source::Records { records, .. } => Kind::from_word(records),
        Source::Entered { .. } => None,
        _ => Some(Kind::Project),
    }
}

/// The kinds of record, besides projects, that a metric can count.
pub fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(|kind| attribution(*kind).is_some())
}

/// The field that says when a record of a kind counts.
pub fn dated_by(kind: Kind) -> Option<Field> {
    attribution(kind).map(|by| by.on)
}

/// Whether records of a kind say themselves whose they are; otherwise that of their person or project counts.
pub fn names_unit(kind: Kind) -> bool {
    attribution(kind).is_some_and(|by| by.unit.is_some())
}

/// The fields of a kind that can be summed, and the families whose members can be counted.
pub fn summed(kind: Kind) -> Vec<Field> {
    let all = Field::of(kind).filter(|(_, def)| def.group != Group::Internal);
    let can = all.filter(|(field, def)| match def.elements {
        Elements::One => {
            // A year or a place in an order has no sum.
            let is_number = Column::field(*field).ty(kind) != ColumnType::Year;
            is_number
                && matches!(
                    def.ty,
                    FieldType::Int
                        | FieldType::Days
                        | FieldType::Number
                        | FieldType::Percent
                        | FieldType::Money
                        | FieldType::Bool
                )
        }
        Elements::Records(_) => true,
        _ => false,
    });
    can.map(|(field, _)| field).collect()
}

/// The units that what a source gives can be counted in, the usual one first. A sum of money is money, days are days.
pub fn units(source: &Source) -> &'static [Unit] {
    const THINGS: &[Unit] = &[Unit::Piece, Unit::Time, Unit::Person];
    const TIMES: &[Unit] = &[Unit::Time, Unit::Piece, Unit::Person];
    const NUMBERS: &[Unit] =
        &[Unit::Piece, Unit::Time, Unit::Person, Unit::Day, Unit::Percent, Unit::Point, Unit::WanUsd];
    const ALL: &[Unit] = &[
        Unit::Piece,
        Unit::Time,
        Unit::Person,
        Unit::Day,
        Unit::Yuan,
        Unit::WanUsd,
        Unit::Percent,
        Unit::Point,
    ];
    match source {
        Source::Milestone { amount: Amount::Count, .. } | Source::Standing { amount: Amount::Count, .. } => {
            THINGS
        }
        Source::Milestone { .. } | Source::Standing { .. } | Source::Funds { .. } => &[Unit::Yuan],
        Source::Entered { .. } => ALL,
        Source::Records { records, field } => {
            let def = Kind::from_word(records).zip(field.as_deref()).and_then(|(kind, word)| {
                let field = Field::from_word(kind, word)?;
                field.def(kind)
            });
            match def {
                Some(def) if !matches!(def.elements, Elements::One) => TIMES,
                Some(def) => match def.ty {
                    FieldType::Days => &[Unit::Day],
                    FieldType::Money => &[Unit::Yuan],
                    FieldType::Percent => &[Unit::Percent],
                    FieldType::Bool => TIMES,
                    _ => NUMBERS,
                },
                None => TIMES,
            }
        }
    }
}

/// Changes a definition, and its unit where what it gives now cannot be counted in that.
pub fn change(metric: &mut Metric, change: impl FnOnce(&mut Source)) {
    let before = counted(&metric.source);
    change(&mut metric.source);
    let now = counted(&metric.source);
    if before != now {
        metric.filters.retain(|filter| before.zip(now).is_some_and(|(of, to)| fits(filter, of, to)));
    }
    let units = units(&metric.source);
    if !units.contains(&metric.unit) {
        metric.unit = units.first().copied().unwrap_or_default();
    }
}

/// Whether a condition on one kind means the same on another: both have the column, with cells of the same type.
fn fits(filter: &Filter, of: Kind, to: Kind) -> bool {
    let names = Names::default();
    let ty = |kind| Column::from_key(kind, &filter.key, &names).map(|column| column.ty(kind));
    ty(of).is_some() && ty(of) == ty(to)
}

/// Takes the numbers from another source. What both have stays: the amount that is summed, whether only what was
/// recognised counts, and the conditions if the same records are counted.
pub fn turn_to(metric: &mut Metric, word: &str) {
    let (amount, recognised_only) = match &metric.source {
        Source::Milestone { amount, recognised_only, .. } => (*amount, *recognised_only),
        Source::Standing { amount, .. } => (*amount, false),
        Source::Funds { recognised_only, .. } => (Amount::default(), *recognised_only),
        _ => (Amount::default(), false),
    };
    if word == source_word(&metric.source) {
        return;
    }
    change(metric, |source| {
        *source = match word {
            "funds" => Source::Funds { recognised_only, sources: Vec::new(), uses: Vec::new() },
            "standing" => Source::Standing { stages: Vec::new(), amount },
            "records" => Source::Records { records: Kind::OutboundTrip.word().to_owned(), field: None },
            "entered" => Source::Entered { entering: Entering::default() },
            _ => Source::Milestone {
                milestone: "signed".to_owned(),
                date: DateOf::default(),
                recognised_only,
                amount,
                dated_by: None,
                within: None,
            },
        };
    });
}

/// The columns that a condition can be on, those that rules ask for most first.
pub fn columns(kind: Kind, state: &State) -> Vec<Column> {
    let mut all = Column::all(kind, state);
    let names = state.names();
    // What does not read back from its key could not be kept.
    all.retain(|column| Column::from_key(kind, &column.key(kind, names), names) == Some(*column));
    if kind == Kind::Project {
        let place = |column: &Column| {
            let key = column.key(kind, names);
            USUAL.iter().position(|usual| *usual == key).unwrap_or(USUAL.len())
        };
        all.sort_by_cached_key(place);
    }
    all
}

/// Sets the condition at a place among the conditions: a new one without a place, none without a test. The place that
/// it has then.
pub fn put(filters: &mut Vec<Filter>, at: Option<usize>, key: &str, test: Option<Test>) -> Option<usize> {
    let held = at.filter(|at| filters.get(*at).is_some_and(|filter| filter.key == key));
    match (held, test) {
        (Some(at), Some(test)) => {
            filters[at].test = test;
            Some(at)
        }
        (Some(at), None) => {
            filters.remove(at);
            None
        }
        (None, Some(test)) => {
            filters.push(Filter { key: key.to_owned(), test });
            Some(filters.len() - 1)
        }
        (None, None) => None,
    }
}

/// The words that a credit is chosen by.
pub const CREDITS: [&str; 4] = ["responsible", "shares", "first_talk", "host"];

/// The word of a credit.
pub fn credit_word(credit: Credit) -> &'static str {
    match credit {
        Credit::Responsible => "responsible",
        Credit::Shares => "shares",
        Credit::FirstTalk(_) => "first_talk",
        Credit::Host(_) => "host",
    }
}

/// The credit of a word; a share is what the other one had, or 30 % (domain notes R19: 3:7).
pub fn credit(word: &str, before: Credit) -> Credit {
    let share = match before {
        Credit::FirstTalk(share) | Credit::Host(share) => share,
        _ => Decimal::ten_thousandths(3_000),
    };
    match word {
        "shares" => Credit::Shares,
        "first_talk" => Credit::FirstTalk(share),
        "host" => Credit::Host(share),
        _ => Credit::Responsible,
    }
}

/// Why a definition cannot be kept yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// It has no name.
    Name,
    /// No stage is chosen.
    Stages,
}

/// What is missing from a definition.
pub fn missing(metric: &Metric) -> Option<Missing> {
    let Label { zh, en } = &metric.name;
    if zh.trim().is_empty() && en.trim().is_empty() {
        return Some(Missing::Name);
    }
    matches!(&metric.source, Source::Standing { stages, .. } if stages.is_empty()).then_some(Missing::Stages)
}

/// The metric that is edited under a word: that of the office, or a new one where nobody has the word. `None` for one that
/// was retired.
pub fn opened(state: &State, word: &str) -> Option<Metric> {
    let known = standard::in_force(state).into_iter().find(|metric| metric.word == word);
    known.or_else(|| is_free(state, word).then(|| fresh(word)))
}

fn is_free(state: &State, word: &str) -> bool {
    let taken = state.record(standard::id(word)).is_some();
    !taken && standard::standard().iter().all(|metric| metric.word != word)
}

/// A word for a new metric that none has: `metric_3`. Metrics that were retired keep theirs.
pub fn free_word(state: &State) -> String {
    (1..).map(|n: usize| format!("metric_{n}")).find(|word| is_free(state, word)).unwrap_or_default()
}
