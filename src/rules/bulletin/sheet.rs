//! The rules in force, worked out for a paper.

use super::{Desk, Say};
use crate::domain::{Date, Decimal};
use crate::rules::contests::rounds;
use crate::rules::metrics::{Cycle, Metric};
use crate::rules::scoring::examples::EXAMPLES;
use crate::rules::scoring::formula::Formula;
use crate::rules::scoring::worked::{Asked, numbers, work_out};
use crate::rules::scoring::{Figures, Item, Outcome, Rule, RuleSheet, Score, Subject, fitted, office};
use crate::rules::targets::Period;

/// A sheet with what it comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// What was asked.
    pub asked: Asked,
    /// Its numbers.
    pub figures: Figures,
    /// What they come to.
    pub outcome: Outcome,
    /// Its metrics.
    pub metrics: Vec<Metric>,
}

impl Ranked {
    /// The sheet of the office for these subjects that is in force on the day: the first that is not retired and had
    /// begun by then.
    pub fn in_force(desk: &Desk<'_>, subject: Subject) -> Option<Self> {
        let is_of = |sheet: &RuleSheet| sheet.subject == subject;
        Self::of(desk, is_of)
    }

    /// The same of the sheets that score people by the month.
    pub(super) fn monthly(desk: &Desk<'_>) -> Option<Self> {
        Self::of(desk, |sheet| sheet.subject == Subject::Person && sheet.period == Cycle::Month)
    }

    fn of(desk: &Desk<'_>, is_meant: impl Fn(&RuleSheet) -> bool) -> Option<Self> {
        let begun = |from: Option<Date>| from.is_none_or(|from| from <= desk.day);
        let kept = office::kept(desk.state())
            .into_iter()
            .find(|kept| !kept.retired && begun(kept.from) && kept.sheet.as_ref().is_ok_and(&is_meant))?;
        Self::work(desk, kept.sheet.ok()?, Some(kept.id), kept.version)
    }

    /// An example of a published rule, worked out for this office (domain notes §2.2).
    pub(super) fn example(desk: &Desk<'_>, word: &str) -> Option<Self> {
        let example = EXAMPLES.iter().find(|example| example.word == word)?;
        Self::work(desk, fitted(example.sheet(), &office::groups(desk.state())), None, String::new())
    }

    fn work(
        desk: &Desk<'_>,
        sheet: RuleSheet,
        record: Option<crate::domain::RecordId>,
        version: String,
    ) -> Option<Self> {
        let state = desk.state();
        let contest = || rounds(state).into_iter().find(|round| round.window.from <= desk.day);
        let (period, window) = match sheet.period {
            Cycle::Contest => contest().map(|round| (Period::Contest(round.id), round.window))?,
            cycle => {
                let period = Period::of(cycle, desk.day, desk.first_month);
                (period, period.window(state, desk.first_month)?)
            }
        };
        let asked =
            Asked { sheet, record, version, period, window, day: desk.day, first_month: desk.first_month };
        let numbers = numbers(desk.facts, desk.measurer, &asked);
        let (figures, outcome) = work_out(&asked.sheet, &numbers);
        Some(Self { asked, figures, outcome, metrics: numbers.metrics })
    }

    /// Its groups in the order of the sheet, each with its scores, the first place first.
    pub fn groups(&self) -> Vec<(String, Vec<&Score>)> {
        let mut groups: Vec<(String, Vec<&Score>)> =
            self.asked.sheet.groups.iter().map(|group| (group.clone(), Vec::new())).collect();
        for score in &self.outcome.scores {
            let group = self.figures.subjects.get(score.subject).map_or("", |subject| &subject.group);
            match groups.iter_mut().find(|(word, _)| word == group) {
                Some((_, scores)) => scores.push(score),
                None => groups.push((group.to_owned(), vec![score])),
            }
        }
        groups.retain(|(_, scores)| !scores.is_empty());
        for (_, scores) in &mut groups {
            scores.sort_by_key(|score| (score.place.unwrap_or(usize::MAX), score.subject));
        }
        groups
    }

    /// The name of a subject.
    pub fn name(&self, score: &Score) -> String {
        self.figures.subjects.get(score.subject).map(|subject| subject.name.clone()).unwrap_or_default()
    }

    /// What it is called, with its version and period.
    pub fn told(&self, desk: &Desk<'_>) -> String {
        let name = desk.words.label(&self.asked.sheet.name);
        let period = match self.asked.period {
            Period::Contest(id) => desk.name(id),
            period => desk.named(period),
        };
        let parts = [name, self.asked.version.clone(), period];
        let told = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ");
        desk.words.tell(Say::RankedBy, &[&told])
    }

    /// What was done and was to be done of a metric, of a subject.
    pub(super) fn number(&self, word: &str, subject: usize) -> (Option<Decimal>, Option<Decimal>) {
        let column = self.figures.metrics.get(word);
        let of = |numbers: &[Option<Decimal>]| numbers.get(subject).copied().flatten();
        column.map(|column| (of(&column.done), of(&column.target))).unwrap_or_default()
    }

    /// The metric that an item looks at first.
    pub(super) fn metric_of(&self, item: &Item) -> Option<&Metric> {
        let Rule::Formula(formula) = &item.rule else { return None };
        let words = Formula::metrics(formula);
        let word = words.first()?;
        self.metrics.iter().find(|metric| metric.word == *word)
    }
}
