//! 红旗、蓝旗, red and black lists, cards: who gets which, and why somebody by his place did not (domain notes §2.4).
//!
//! The shared pattern of published rules: a place in the group, a threshold that must also be met or missed, an
//! exemption, a veto, and an approval at the end, which is a record and no rule.

use super::Figures;
use super::evaluate::Outcome;
use super::formula::{Basis, Place};
use super::sheet::{RuleSheet, VetoEffect};
use crate::domain::{Decimal, Label};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One award of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AwardRule {
    /// What tells it apart in its sheet.
    pub key: String,
    /// What it is called.
    pub title: Label,
    /// The clause of the written rule.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub clause: String,
    /// Whether it honours; otherwise it warns, and nobody who is honoured by the sheet gets it.
    pub honour: bool,
    /// By which places it goes.
    pub places: Places,
    /// Its places in single groups, where they differ.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub in_group: BTreeMap<String, usize>,
    /// What must hold, all of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requires: Vec<Condition>,
    /// What frees from it, any of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exempts: Vec<Condition>,
    /// Where somebody is barred, exempt or misses a condition, the next one moves up.
    pub moves_up: bool,
}

/// By which places an award goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Places {
    /// The first so many of a group; who shares the last of these places has it too.
    First(usize),
    /// The last so many.
    Last(usize),
    /// Whatever the place.
    #[default]
    Any,
}

/// A condition on the numbers of a subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// What is looked at.
    pub of: Measure,
    /// The least, itself included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Decimal>,
    /// The most, itself included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Decimal>,
    /// The edge it must lie above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<Decimal>,
    /// The edge it must stay below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<Decimal>,
}

/// What a condition looks at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The total.
    Total,
    /// The points of an item.
    Item(String),
    /// 完成值 of a metric.
    Done(String),
    /// 完成率 of a metric.
    Completion(String),
    /// 序时完成率 of a metric.
    Schedule(String),
    /// 超欠序时 of a metric.
    Ahead(String),
}

impl AwardRule {
    /// The words of the metrics that it asks for.
    pub(super) fn metrics(&self) -> Vec<&str> {
        let conditions = self.requires.iter().chain(&self.exempts);
        conditions
            .filter_map(|condition| match &condition.of {
                Measure::Total | Measure::Item(_) => None,
                Measure::Done(word) | Measure::Completion(word) => Some(word.as_str()),
                Measure::Schedule(word) | Measure::Ahead(word) => Some(word.as_str()),
            })
            .collect()
    }
}

/// What came of one subject and one award.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Considered {
    /// The place of the award in [`RuleSheet::awards`].
    pub award: usize,
    /// The place of the subject in [`Figures::subjects`].
    pub subject: usize,
    /// What came of it.
    pub verdict: Verdict,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It has the award.
    Given,
    /// Its place would do, but this condition is not met.
    Missed(usize),
    /// Its place would do, but this frees it.
    Exempt(usize),
    /// Its place would do, but this veto bars it.
    Barred(usize),
    /// Its place would do, but it is honoured by the same sheet.
    Honoured,
}

/// Everybody whose place would do for an award, in the order of awards and places.
pub fn awards(sheet: &RuleSheet, figures: &Figures, outcome: &Outcome) -> Vec<Considered> {
    let mut found: Vec<Considered> = Vec::new();
    let honours = sheet.awards.iter().enumerate().filter(|(_, award)| award.honour);
    let warnings = sheet.awards.iter().enumerate().filter(|(_, award)| !award.honour);
    for (at, award) in honours.chain(warnings) {
        let honoured: Vec<usize> = found
            .iter()
            .filter(|c| c.verdict == Verdict::Given && sheet.awards[c.award].honour)
            .map(|c| c.subject)
            .collect();
        let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for score in outcome.scores.iter().filter(|score| score.place.is_some()) {
            let group = figures.subjects.get(score.subject).map_or("", |subject| subject.group.as_str());
            groups.entry(group).or_default().push(score.subject);
        }
        for (group, members) in groups {
            let verdict = |subject| {
                let context = Context { sheet, figures, outcome, peers: &members };
                context.verdict(award, subject, &honoured)
            };
            let number = award.in_group.get(group).copied();
            let considered = near(award, number, &members, outcome, verdict);
            found.extend(considered.into_iter().map(|(subject, verdict)| Considered {
                award: at,
                subject,
                verdict,
            }));
        }
    }
    let group = |subject: usize| figures.subjects.get(subject).map_or("", |subject| subject.group.as_str());
    let listed = |subject| sheet.groups.iter().position(|word| word == group(subject)).unwrap_or(usize::MAX);
    found.sort_by_key(|c| {
        (c.award, listed(c.subject), group(c.subject), outcome.scores[c.subject].place, c.subject)
    });
    found
}

/// Those of a group whose places would do.
fn near(
    award: &AwardRule,
    number: Option<usize>,
    members: &[usize],
    outcome: &Outcome,
    verdict: impl Fn(usize) -> Verdict,
) -> Vec<(usize, Verdict)> {
    let place = |subject: usize| outcome.scores[subject].place.unwrap_or(usize::MAX);
    let all: Vec<(usize, Verdict)> = members.iter().map(|&subject| (subject, verdict(subject))).collect();
    let rivals = |subject: usize, first: bool| {
        let ahead =
            |other: usize| if first { place(other) < place(subject) } else { place(other) > place(subject) };
        let stands = |verdict: &Verdict| !award.moves_up || *verdict == Verdict::Given;
        all.iter().filter(|(other, verdict)| ahead(*other) && stands(verdict)).count()
    };
    let inside = |subject: usize| match award.places {
        Places::First(count) => rivals(subject, true) < number.unwrap_or(count),
        Places::Last(count) => rivals(subject, false) < number.unwrap_or(count),
        Places::Any => true,
    };
    all.iter()
        // Whatever the place, only those are of interest who have it or are freed from it.
        .filter(|(_, verdict)| award.places != Places::Any || !matches!(verdict, Verdict::Missed(_)))
        .filter(|(subject, _)| inside(*subject))
        .copied()
        .collect()
}

struct Context<'a> {
    sheet: &'a RuleSheet,
    figures: &'a Figures,
    outcome: &'a Outcome,
    peers: &'a [usize],
}

impl Context<'_> {
    fn verdict(&self, award: &AwardRule, subject: usize, honoured: &[usize]) -> Verdict {
        let score = &self.outcome.scores[subject];
        let bars =
            |&&veto: &&usize| self.sheet.vetoes.get(veto).is_some_and(|veto| veto.effect == VetoEffect::Bar);
        if let Some(missed) = award.requires.iter().position(|condition| !self.holds(condition, subject)) {
            return Verdict::Missed(missed);
        }
        if let Some(freed) = award.exempts.iter().position(|condition| self.holds(condition, subject)) {
            return Verdict::Exempt(freed);
        }
        if award.honour {
            // A total of nothing by veto bars as well.
            return score
                .vetoes
                .iter()
                .find(bars)
                .or(score.vetoes.first())
                .map_or(Verdict::Given, |&v| Verdict::Barred(v));
        }
        if honoured.contains(&subject) { Verdict::Honoured } else { Verdict::Given }
    }

    /// Whether a condition holds; one on a number that is not known does not.
    fn holds(&self, condition: &Condition, subject: usize) -> bool {
        let place = Place { figures: self.figures, subject, peers: self.peers, weight: Decimal::ZERO };
        let score = &self.outcome.scores[subject];
        let number = match &condition.of {
            Measure::Total => Some(score.total),
            Measure::Item(key) => score.item(key).map(|item| item.points),
            Measure::Done(metric) => place.done(metric).ok(),
            Measure::Completion(metric) => place.basis(Basis::Completion, metric).ok(),
            Measure::Schedule(metric) => place.basis(Basis::Schedule, metric).ok(),
            Measure::Ahead(metric) => place.basis(Basis::Ahead, metric).ok(),
        };
        number.is_some_and(|number| {
            condition.at_least.is_none_or(|least| number >= least)
                && condition.at_most.is_none_or(|most| number <= most)
                && condition.above.is_none_or(|edge| number > edge)
                && condition.below.is_none_or(|edge| number < edge)
        })
    }
}
