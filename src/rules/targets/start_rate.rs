//! 开工率 on its two bases, which published figures mix up (domain notes §2.5): of what was signed in the period
//! (六安), or of all projects on the list (连南 33/50 = 66 %).

use super::rolled_up;
use crate::domain::{Decimal, Exit, RecordId, Stage};
use crate::ledger::State;
use crate::rules::metrics::{Measured, Metric, Source, Window, standard};
use crate::rules::query::{Filter, Test};
use crate::rules::scoring::Subject;
use crate::rules::units::units_in_order;

/// The two rates of a unit, or of all together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StartRate {
    /// The unit; `None` for all together.
    pub unit: Option<RecordId>,
    /// 当年签约: signed in the period.
    pub signed: Decimal,
    /// 当年签约已开工: of those, started by now.
    pub signed_started: Decimal,
    /// 在库: all projects that were not lost or withdrawn, those in talks included.
    pub listed: Decimal,
    /// 在库已开工: of those, started or further.
    pub listed_started: Decimal,
}

impl StartRate {
    /// 当年签约已开工 ÷ 当年签约.
    pub fn of_signed(&self) -> Option<Decimal> {
        self.signed_started.over(self.signed)
    }

    /// 在库已开工 ÷ 全部在库.
    pub fn of_listed(&self) -> Option<Decimal> {
        self.listed_started.over(self.listed)
    }
}

/// The metrics of the four numbers in the order of [`StartRate`]; the first two as the office defines them.
pub fn start_rate_metrics(office: &[Metric]) -> [Metric; 4] {
    let usual = standard::standard();
    let find = |word: &str| office.iter().chain(&usual).find(|metric| metric.word == word).cloned();
    let there = vec![String::new(), Exit::OnHold.word().to_owned()];
    let standing = |from: Stage| {
        let stages = Stage::ALL.iter().filter(|stage| **stage >= from);
        Metric {
            source: Source::Standing {
                stages: stages.map(|stage| stage.word().to_owned()).collect(),
                amount: Default::default(),
            },
            filters: vec![Filter { key: "exit".to_owned(), test: Test::AnyOf(there.clone()) }],
            ..Metric::default()
        }
    };
    [
        find("signed").unwrap_or_default(),
        find("started_of_signed").unwrap_or_default(),
        standing(Stage::Planned),
        standing(Stage::Started),
    ]
}

/// The rates of every unit that has any project, in the order of the office, and of all together at the end.
/// `measured` are the metrics of [`start_rate_metrics`]; `window` ends with the day asked.
pub fn start_rates(state: &State, measured: [&Measured; 4], window: Window) -> Vec<StartRate> {
    let sums = measured.map(|measured| rolled_up(state, measured.sums(Subject::Unit, window)));
    let line = |unit: RecordId| {
        let of = |at: usize| sums[at].get(&unit).copied().unwrap_or_default();
        StartRate {
            unit: Some(unit),
            signed: of(0),
            signed_started: of(1),
            listed: of(2),
            listed_started: of(3),
        }
    };
    let says = |rate: &StartRate| !rate.signed.is_zero() || !rate.listed.is_zero();
    let mut lines: Vec<StartRate> = units_in_order(state).into_iter().map(line).filter(says).collect();
    let [signed, signed_started, listed, listed_started] = measured.map(|measured| measured.total(window));
    lines.push(StartRate { unit: None, signed, signed_started, listed, listed_started });
    lines
}
