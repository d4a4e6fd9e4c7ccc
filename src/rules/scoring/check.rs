//! What is wrong with a rule sheet, so that its editor can say it before anybody is scored by it.

use super::award::Measure;
use super::formula::Formula;
use super::sheet::{Rule, RuleSheet, Tie, all_items};
use crate::domain::Decimal;

/// Something wrong with a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It has no items.
    Empty,
    /// Two items have this key.
    Twice(String),
    /// The item of this key asks for a metric that is not known.
    NoMetric(String, String),
    /// The item of this key has no title.
    NoTitle(String),
    /// The group of this key holds nothing.
    EmptyGroup(String),
    /// The weights inside the group of this key sum to the second number and not to its own weight.
    Weights(String, Decimal, Decimal),
    /// The shares of the item of this key sum to this and not to 1.
    Shares(String, Decimal),
    /// The item of this key has no bands.
    NoBands(String),
    /// The item of this key has a step of nothing.
    NoStep(String),
    /// A tie-break, a condition or a veto names an item or metric that is not there.
    Unknown(String),
}

/// Everything wrong with a sheet. `known` says whether a metric is there.
pub fn check(sheet: &RuleSheet, known: impl Fn(&str) -> bool) -> Vec<Problem> {
    let known = |word: &str| known(word) || sheet.metrics.iter().any(|metric| metric.word == word);
    let items = all_items(&sheet.items);
    let mut found = Vec::new();
    if items.is_empty() {
        found.push(Problem::Empty);
    }
    for (n, item) in items.iter().enumerate() {
        let key = || item.key.clone();
        if items[..n].iter().any(|other| other.key == item.key) {
            found.push(Problem::Twice(key()));
        }
        if item.title.zh.is_empty() && item.title.en.is_empty() {
            found.push(Problem::NoTitle(key()));
        }
        let gate = item.gate.iter().map(|gate| gate.metric.as_str());
        let own = match &item.rule {
            Rule::Formula(formula) => formula.metrics(),
            Rule::Group(_) => Vec::new(),
        };
        let missing = own.into_iter().chain(gate).filter(|word| !known(word));
        found.extend(missing.map(|word| Problem::NoMetric(key(), word.to_owned())));
        match &item.rule {
            Rule::Formula(formula) => found.extend(of_formula(&item.key, formula)),
            Rule::Group(group) if group.items.is_empty() => found.push(Problem::EmptyGroup(key())),
            Rule::Group(group) => {
                // Where each group has a part of the items, no unit is scored by all of them.
                let for_all = group.items.iter().all(|item| item.groups.is_empty());
                let sum: Decimal = group.items.iter().map(|item| item.weight).sum();
                let adds = group.combine == super::Combine::Sum && for_all && !item.weight.is_zero();
                if adds && sum != item.weight {
                    found.push(Problem::Weights(key(), item.weight, sum));
                }
            }
        }
    }
    let is_item = |key: &String| items.iter().any(|item| item.key == *key);
    let mut named: Vec<(bool, &String)> = Vec::new();
    named.extend(sheet.vetoes.iter().map(|veto| (known(&veto.metric), &veto.metric)));
    named.extend(sheet.ties.iter().map(|tie| match tie {
        Tie::More(word) | Tie::Less(word) => (known(word), word),
        Tie::Item(key) => (is_item(key), key),
    }));
    let conditions = sheet.awards.iter().flat_map(|award| award.requires.iter().chain(&award.exempts));
    named.extend(conditions.filter_map(|condition| match &condition.of {
        Measure::Total => None,
        Measure::Item(key) => Some((is_item(key), key)),
        Measure::Done(word) | Measure::Completion(word) | Measure::Schedule(word) | Measure::Ahead(word) => {
            Some((known(word), word))
        }
    }));
    found.extend(
        named.into_iter().filter(|(there, _)| !there).map(|(_, word)| Problem::Unknown(word.clone())),
    );
    found
}

fn of_formula(key: &str, formula: &Formula) -> Option<Problem> {
    let key = || key.to_owned();
    let shares = |sum: Decimal| (sum != Decimal::ONE).then(|| Problem::Shares(key(), sum));
    match formula {
        Formula::Blend(blend) => shares(blend.parts.iter().map(|part| part.share).sum()),
        Formula::Panel(panel) if !panel.graders.is_empty() => {
            shares(panel.graders.iter().map(|class| class.share).sum())
        }
        Formula::Bands(bands) if bands.bands.is_empty() => Some(Problem::NoBands(key())),
        Formula::OverTarget(over) if over.step <= Decimal::ZERO => Some(Problem::NoStep(key())),
        Formula::PerUnit(per) if per.per <= Decimal::ZERO => Some(Problem::NoStep(key())),
        _ => None,
    }
}
