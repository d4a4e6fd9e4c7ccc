//! The numbers a sheet is worked out with, measured once for what is asked and once more for an earlier day.

use super::{Figures, Outcome, Question, RuleSheet, figures, metrics_of, score};
use crate::domain::{Date, RecordId};
use crate::rules::metrics::{Cycle, Measurer, Metric, Window, standard};
use crate::rules::query::Facts;
use crate::rules::targets::{Aims, Period};

/// What is asked: which sheet, for which days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The rules as they are kept.
    pub sheet: RuleSheet,
    /// Their record; none for an example.
    pub record: Option<RecordId>,
    /// The version of the record.
    pub version: String,
    /// The period.
    pub period: Period,
    /// Its days.
    pub window: Window,
    /// The day that the numbers are of.
    pub day: Date,
    /// The month that the counting year begins with.
    pub first_month: u32,
}

impl Asked {
    fn question(&self) -> Question {
        Question { period: self.period, window: self.window, day: self.day, first_month: self.first_month }
    }
}

/// The numbers of what is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// On the day.
    pub figures: Figures,
    /// On the earlier day that places are compared with.
    pub earlier: Option<(Date, Figures)>,
    /// The metrics of the sheet.
    pub metrics: Vec<Metric>,
}

/// Measures what is asked.
pub fn numbers(facts: &dyn Facts, measurer: &Measurer<'_>, asked: &Asked) -> Numbers {
    let office = standard::in_force(facts.state());
    let metrics = metrics_of(&asked.sheet, &office);
    let measured = measurer(&metrics, asked.day);
    let aims = Aims::read(facts.state(), facts.rules(), &office).counted_from(asked.first_month);
    let of = |question| figures(facts, &asked.sheet, &metrics, &measured, &aims, question);
    let earlier = earlier(facts, asked.question()).map(|question| (question.day, of(question)));
    Numbers { figures: of(asked.question()), earlier, metrics }
}

/// The end of the month before, or of the period before where the period is not older than that; in a contest a week
/// before.
fn earlier(facts: &dyn Facts, of: Question) -> Option<Question> {
    if matches!(of.period, Period::Contest(_)) {
        let day = of.day.plus(-7);
        return of.window.holds(day).then_some(Question { day, ..of });
    }
    let day = Window::of(Cycle::Month, of.day, of.first_month).from.plus(-1);
    if of.window.holds(day) {
        return Some(Question { day, ..of });
    }
    let cycle = match of.period {
        Period::Year(_) => Cycle::Year,
        Period::Half(..) => Cycle::Half,
        Period::Quarter(..) => Cycle::Quarter,
        Period::TwoMonths(..) => Cycle::TwoMonths,
        Period::Month(..) => Cycle::Month,
        Period::Contest(_) => return None,
    };
    let period = Period::of(cycle, of.window.from.plus(-1), of.first_month);
    let window = period.window(facts.state(), of.first_month)?;
    Some(Question { period, window, day: window.to, ..of })
}

/// Scores of a sheet, with the places of the earlier day in the figures, so that gains of places are known.
pub fn work_out(sheet: &RuleSheet, numbers: &Numbers) -> (Figures, Outcome) {
    let mut figures = numbers.figures.clone();
    if let Some((_, before)) = &numbers.earlier {
        let outcome = score(sheet, before);
        let place = |key: &str| {
            let at = before.subjects.iter().position(|subject| subject.key == key)?;
            outcome.scores.get(at)?.place
        };
        figures.earlier = figures.subjects.iter().map(|subject| place(&subject.key)).collect();
    }
    let outcome = score(sheet, &figures);
    (figures, outcome)
}
