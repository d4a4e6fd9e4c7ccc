//! The records behind each number, as conditions of the table of projects.

use super::Dimension;
use crate::domain::field::ProjectField as P;
use crate::domain::milestone::Review;
use crate::domain::{Exit, Kind, Stage};
use crate::ledger::Names;
use crate::rules::query::{Column, Computed, DayRange, Filter, Test};

/// What a number counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Behind {
    /// In the pipeline at one of these stages.
    Live(Vec<Stage>),
    /// In the pipeline at a stage, without a total investment that is known in yuan.
    Unstated(Stage),
    /// Reached a stage in the period.
    Reached(Stage),
    /// Of those, at or beyond another stage by now.
    Moved(Stage, Stage),
    /// Of those, left from it for good.
    LostAt(Stage),
    /// Of those, still there.
    Waiting(Stage),
    /// Reached the second in the period, and the first is dated.
    Between(Stage, Stage),
    /// Lost or withdrawn in the period.
    Lost,
    /// Of those, for one reason; the empty one where none is given.
    LostFor(String),
    /// Of those, from one stage.
    LostForAt(String, Stage),
    /// Lost or withdrawn on a day that nobody stated.
    LostUndated,
}

/// The conditions that find the records behind a number. `of` narrows them to one row of a breakdown; `strict` is the
/// office's [`strict_stage`](crate::rules::OfficeRules::strict_stage).
pub fn filters(what: &Behind, of: Option<(Dimension, &str)>, range: DayRange, strict: bool) -> Vec<Filter> {
    let gone = || exits(&[Exit::Lost, Exit::Withdrawn]);
    let left = || day(P::ExitDate, None, range);
    let lost_for = |reason: &String| {
        let reason = filter("exit_reason", Test::AnyOf(vec![reason.clone()]));
        [Some(gone()), left(), Some(reason)].into_iter().flatten()
    };
    let mut filters: Vec<Filter> = match what {
        Behind::Live(stages) => vec![stage_in(stages.iter().copied()), filter("exit", Test::Empty)],
        Behind::Unstated(stage) => vec![
            stage_in([*stage]),
            filter("exit", Test::Empty),
            filter(Computed::TotalYuan.word(), Test::Empty),
        ],
        Behind::Reached(from) => reached(*from, range, strict),
        Behind::Moved(from, to) => {
            let mut filters = reached(*from, range, strict);
            filters.push(stage_in(beyond(*to)));
            filters
        }
        Behind::LostAt(from) => {
            let mut filters = reached(*from, range, strict);
            filters.extend([stage_in([*from]), gone()]);
            filters
        }
        Behind::Waiting(from) => {
            let mut filters = reached(*from, range, strict);
            let words = vec![String::new(), Exit::OnHold.word().to_owned()];
            filters.extend([stage_in([*from]), filter("exit", Test::AnyOf(words))]);
            filters
        }
        Behind::Between(from, to) => {
            let mut filters = reached(*to, range, strict);
            filters.extend(reached(*from, DayRange::default(), strict));
            filters
        }
        Behind::Lost => [Some(gone()), left()].into_iter().flatten().collect(),
        Behind::LostFor(reason) => lost_for(reason).collect(),
        Behind::LostForAt(reason, stage) => lost_for(reason).chain([stage_in([*stage])]).collect(),
        Behind::LostUndated => vec![gone(), filter("exit_date", Test::Empty)],
    };
    if let Some((by, key)) = of {
        filters.push(filter(by.word(), Test::AnyOf(vec![key.to_owned()])));
    }
    filters
}

/// A stage and all after it.
fn beyond(stage: Stage) -> impl Iterator<Item = Stage> {
    Stage::ALL.iter().copied().filter(move |&other| other >= stage)
}

fn filter(key: &str, test: Test) -> Filter {
    Filter { key: key.to_owned(), test }
}

fn stage_in(stages: impl IntoIterator<Item = Stage>) -> Filter {
    let words = stages.into_iter().map(|stage| stage.word().to_owned()).collect();
    filter(Computed::Stage.word(), Test::AnyOf(words))
}

fn exits(exits: &[Exit]) -> Filter {
    filter("exit", Test::AnyOf(exits.iter().map(|exit| exit.word().to_owned()).collect()))
}

/// A milestone that counts and whose day lies in the range.
fn reached(stage: Stage, range: DayRange, strict: bool) -> Vec<Filter> {
    let milestone = stage.milestone();
    let key = |field: P| Column::milestone(field, milestone).key(Kind::Project, &Names::default());
    let words: &[&str] = if strict {
        &[Review::Recognised.word()]
    } else {
        &["", Review::Pending.word(), Review::Recognised.word()]
    };
    let dated = filter(&key(P::MilestoneDate), Test::Filled);
    let dated = day(P::MilestoneDate, Some(stage), range).unwrap_or(dated);
    vec![
        dated,
        filter(&key(P::MilestoneReview), Test::AnyOf(words.iter().map(|word| (*word).to_owned()).collect())),
    ]
}

/// A day in a range; nothing where the range is open on both sides.
fn day(field: P, stage: Option<Stage>, range: DayRange) -> Option<Filter> {
    if range == DayRange::default() {
        return None;
    }
    let column = match stage {
        Some(stage) => Column::milestone(field, stage.milestone()),
        None => Column::field(field),
    };
    let text = |day: Option<crate::domain::Date>| day.map(|day| day.to_string());
    let test = Test::Days { from: text(range.from), to: text(range.to) };
    Some(filter(&column.key(Kind::Project, &Names::default()), test))
}
