//! The desk that papers are written at: everything that is counted for them, counted once.

use super::paper::{Cell, written};
use super::say::Say;
use super::words::{Words, in_amounts};
use crate::domain::field::{OfficeField, UnitField};
use crate::domain::{Date, Decimal, RecordId};
use crate::ledger::State;
use crate::rules::counting_year::first_month;
use crate::rules::metrics::{Cycle, Elapsed, Measured, Measurer, Metric, Unit, Window, standard};
use crate::rules::query::{Facts, name_of};
use crate::rules::scoring::Subject;
use crate::rules::targets::{Aims, Ask, Period, Progress, progress};
use std::sync::Arc;

/// Everything that papers on one period are written from.
pub struct Desk<'a> {
    /// The records.
    pub facts: &'a dyn Facts,
    /// The language.
    pub words: &'a dyn Words,
    /// What the paper is about.
    pub period: Period,
    /// Its days.
    pub window: Window,
    /// The day that the numbers are of.
    pub day: Date,
    /// The period that targets are of: the year of a bulletin, which tells what was done since the year began.
    pub aim: Period,
    /// Its days.
    pub aim_window: Window,
    /// The metrics of the office.
    pub metrics: Vec<Metric>,
    /// What each of them comes to.
    pub measured: Vec<Arc<Measured>>,
    /// Measures what only one table asks for.
    pub(super) measurer: &'a Measurer<'a>,
    /// How far each has come in the period that targets are of.
    pub progress: Vec<Progress>,
    /// The targets.
    pub aims: Aims,
    /// The month that the counting year of the paper begins with.
    pub first_month: u32,
}

impl<'a> Desk<'a> {
    /// Counts everything for a bulletin of a period on a day: done since the year began, against the year's targets.
    /// `first_month` is the month that its counting year begins with. `None` for a period without days.
    pub fn open(
        facts: &'a dyn Facts,
        measurer: &'a Measurer<'a>,
        words: &'a dyn Words,
        period: Period,
        day: Date,
        first_month: u32,
    ) -> Option<Self> {
        let year = period.year(first_month).map(Period::Year);
        Self::against(facts, measurer, words, period, day, year.unwrap_or(period), first_month)
    }

    /// Counts everything for a table of a period by itself, in the counting year of the office: done in it, against
    /// its own targets.
    pub fn within(
        facts: &'a dyn Facts,
        measurer: &'a Measurer<'a>,
        words: &'a dyn Words,
        period: Period,
        day: Date,
    ) -> Option<Self> {
        Self::against(facts, measurer, words, period, day, period, first_month(facts.state()))
    }

    fn against(
        facts: &'a dyn Facts,
        measurer: &'a Measurer<'a>,
        words: &'a dyn Words,
        period: Period,
        day: Date,
        aim: Period,
        first_month: u32,
    ) -> Option<Self> {
        let state = facts.state();
        let window = period.window(state, first_month)?;
        let aim_window = aim.window(state, first_month)?;
        let metrics = standard::in_force(state);
        let measured = measurer(&metrics, day);
        let aims = Aims::read(state, facts.rules(), &metrics).counted_from(first_month);
        let mut desk = Self {
            facts,
            words,
            period,
            window,
            day,
            aim,
            aim_window,
            metrics,
            measured,
            measurer,
            progress: Vec::new(),
            aims,
            first_month,
        };
        let of = |(metric, measured): (&Metric, &Arc<Measured>)| desk.progress_of(&metric.word, measured);
        desk.progress = desk.metrics.iter().zip(&desk.measured).map(of).collect();
        Some(desk)
    }

    /// How far a metric has come in the period that targets are of.
    pub fn progress_of(&self, word: &str, measured: &Measured) -> Progress {
        let ask = Ask {
            period: self.aim,
            window: self.aim_window,
            day: self.day,
            earlier: None,
            by: Elapsed::Months,
            subject: Subject::Unit,
        };
        progress(self.facts.state(), &self.aims, word, measured, ask)
    }

    /// The records.
    pub fn state(&self) -> &'a State {
        self.facts.state()
    }

    /// The days of the period until the day; none before it begins.
    pub fn until(&self) -> Option<Window> {
        self.window.until(self.day)
    }

    /// What a period is called.
    pub fn named(&self, period: Period) -> String {
        self.words.period(period, self.first_month)
    }

    /// A metric with what it comes to.
    pub fn metric(&self, word: &str) -> Option<(&Metric, &Measured, &Progress)> {
        let at = self.metrics.iter().position(|metric| metric.word == word)?;
        Some((&self.metrics[at], &self.measured[at], &self.progress[at]))
    }

    /// A fixed word.
    pub fn say(&self, word: Say) -> String {
        self.words.say(word)
    }

    /// A number as a cell, amounts in the unit of the paper.
    pub fn figure(&self, unit: Unit, number: Decimal) -> Cell {
        match unit {
            Unit::Yuan => Cell::number(in_amounts(self.words, number), 2),
            Unit::Day => Cell::number(number, 1),
            Unit::Percent | Unit::Point | Unit::WanUsd => Cell::number(number, 2),
            // A credit that is shared may come to a half.
            _ if number == number.floor() => Cell::number(number, 0),
            _ => Cell::number(number, 2),
        }
    }

    /// The same where it is known.
    pub fn figure_if(&self, unit: Unit, number: Option<Decimal>) -> Cell {
        number.map_or(Cell::Empty, |number| self.figure(unit, number))
    }

    /// A number in running text: the digits of its cell, with its unit; 0 where a table has a dash.
    pub fn told(&self, unit: Unit, number: Decimal) -> String {
        let Cell::Number(number, digits) = self.figure(unit, number) else { return String::new() };
        let digits = if number.is_zero() { 0 } else { digits };
        self.words.counted(&written(number, digits), self.unit(unit))
    }

    /// A share in running text.
    pub fn told_share(&self, share: Decimal) -> String {
        written(share.times(Decimal::whole(100)), 1) + "%"
    }

    /// In what a metric is counted.
    pub fn unit(&self, unit: Unit) -> &'static str {
        match unit {
            Unit::Yuan => self.words.amounts().1,
            _ => self.words.unit(unit),
        }
    }

    /// The basis of a table: the period, the unit of amounts where there are any, the day.
    pub fn basis(&self, has_amounts: bool) -> String {
        self.basis_of(&self.named(self.aim), has_amounts)
    }

    /// The same with another first word.
    pub fn basis_of(&self, what: &str, has_amounts: bool) -> String {
        let amounts = has_amounts.then(|| self.words.tell(Say::AmountsIn, &[self.words.amounts().1]));
        let day = self.words.tell(Say::AsOf, &[&self.day.to_string()]);
        let parts = [Some(what.to_owned()), amounts, Some(day)];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// The name of a record.
    pub fn name(&self, id: RecordId) -> String {
        name_of(self.state(), id).to_owned()
    }

    /// 考核组别 of a unit.
    pub fn group(&self, unit: RecordId) -> String {
        let word = self.state().get(unit, UnitField::RankGroup).as_text().unwrap_or_default();
        self.words.choice(self.state(), crate::domain::lists::List::RankGroup, word)
    }

    /// What the office is called.
    pub fn office(&self) -> String {
        let name = self.state().get(RecordId::OFFICE, OfficeField::Name).as_text();
        name.map_or_else(|| self.say(Say::County), str::to_owned)
    }

    /// The month of the day.
    pub fn month(&self) -> Window {
        Window::of(Cycle::Month, self.day, self.first_month)
    }

    /// Names one after the other.
    pub fn listed(&self, names: impl IntoIterator<Item = String>) -> String {
        let names: Vec<String> = names.into_iter().collect();
        if names.is_empty() { self.say(Say::Nobody) } else { names.join(&self.say(Say::Comma)) }
    }
}
