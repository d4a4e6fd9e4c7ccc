//! 三新: newly signed, started and completed of a quarter, and what the next one asks (domain notes row 65).

use super::{Aims, Holder, Period};
use crate::domain::{Decimal, RecordId};
use crate::ledger::State;
use crate::rules::metrics::{Measured, Window};
use crate::rules::scoring::Subject;
use crate::rules::units::units_in_order;

/// The words of its metrics: 新签约, 新开工, 新竣工.
pub const THREE_NEW: [&str; 3] = ["signed", "started", "completed"];

/// One line: what was to be done, what was done, and what comes next, of each of the three.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreeNew {
    /// The unit; `None` for all together.
    pub unit: Option<RecordId>,
    /// The target of the quarter.
    pub target: [Option<Decimal>; 3],
    /// What was done in it.
    pub done: [Decimal; 3],
    /// The target of the next quarter.
    pub next: [Option<Decimal>; 3],
}

/// The table of a quarter. `measured` are the three metrics in their order; units without any number are left out.
pub fn three_new(
    state: &State,
    aims: &Aims,
    measured: [&Measured; 3],
    quarter: Period,
    window: Window,
) -> Vec<ThreeNew> {
    let sums =
        measured.map(|measured| super::progress::rolled_up(state, measured.sums(Subject::Unit, window)));
    let aim = |holder: &Holder, period: Option<Period>| {
        THREE_NEW.map(|word| aims.of(word, holder, period?).map(|aim| aim.target))
    };
    let units = units_in_order(state);
    let line = |unit: RecordId| {
        let holder = Holder::Record(unit);
        let done = [0, 1, 2].map(|at: usize| sums[at].get(&unit).copied().unwrap_or_default());
        ThreeNew {
            unit: Some(unit),
            target: aim(&holder, Some(quarter)),
            done,
            next: aim(&holder, quarter.next()),
        }
    };
    let says = |line: &ThreeNew| {
        line.done.iter().any(|done| !done.is_zero())
            || line.target.iter().chain(&line.next).any(Option::is_some)
    };
    let mut lines: Vec<ThreeNew> = units.into_iter().map(line).filter(says).collect();
    // The county's own target, or else what its units are to do together.
    let all = |period: Option<Period>| {
        THREE_NEW.map(|word| {
            let own = aims.of(word, &Holder::County, period?).map(|aim| aim.target);
            own.or_else(|| super::cascade(state, aims, word, period?).divided)
        })
    };
    lines.push(ThreeNew {
        unit: None,
        target: all(Some(quarter)),
        done: measured.map(|measured| measured.total(window)),
        next: all(quarter.next()),
    });
    lines
}
