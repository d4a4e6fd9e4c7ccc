//! Rows of conditions of an award.

use super::super::draft::Draft;
use super::super::fields::{choice, fixed, number};
use super::award::on;
use super::change_and_refill;
use crate::domain::Decimal;
use crate::i18n::{assess_rest as words, scoring};
use crate::rules::metrics::Metric;
use crate::rules::scoring::award::{AwardRule, Condition, Measure};
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Button, ButtonKind, Choice, Glyph, IconButton};
use leptos::prelude::*;

/// Which conditions of an award.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// All must hold.
    Requires,
    /// Any frees from it.
    Exempts,
}

impl Which {
    fn of(self, award: &mut AwardRule) -> &mut Vec<Condition> {
        match self {
            Which::Requires => &mut award.requires,
            Which::Exempts => &mut award.exempts,
        }
    }
}

/// The edges that a condition may have, in the order of its fields.
const EDGES: [(&str, crate::i18n::Text); 4] = [
    ("at_least", words::NOT_BELOW),
    ("at_most", words::NOT_ABOVE),
    ("above", words::ABOVE),
    ("below", words::UNDER),
];

fn edge_of(of: &Condition) -> (&'static str, Decimal) {
    let edges = [of.at_least, of.at_most, of.above, of.below];
    let found = EDGES.iter().zip(edges).find_map(|((word, _), edge)| Some((*word, edge?)));
    found.unwrap_or(("at_least", Decimal::ZERO))
}

fn put_edge(of: &mut Condition, word: &str, edge: Decimal) {
    let at = |name: &str| (name == word).then_some(edge);
    (of.at_least, of.at_most, of.above, of.below) = (at("at_least"), at("at_most"), at("above"), at("below"));
}

/// A measure as a word of a list.
fn word_of(of: &Measure) -> String {
    match of {
        Measure::Total => "total".to_owned(),
        Measure::Item(key) => format!("item:{key}"),
        Measure::Done(word) => format!("done:{word}"),
        Measure::Completion(word) => format!("completion:{word}"),
        Measure::Schedule(word) => format!("schedule:{word}"),
        Measure::Ahead(word) => format!("ahead:{word}"),
    }
}

fn measure(word: &str) -> Measure {
    let Some((kind, rest)) = word.split_once(':') else { return Measure::Total };
    let rest = rest.to_owned();
    match kind {
        "item" => Measure::Item(rest),
        "done" => Measure::Done(rest),
        "completion" => Measure::Completion(rest),
        "schedule" => Measure::Schedule(rest),
        _ => Measure::Ahead(rest),
    }
}

/// What a measure's number is shown times: shares as per cent.
const fn times(of: &Measure) -> (Decimal, &'static str) {
    match of {
        Measure::Total | Measure::Item(_) | Measure::Done(_) => (Decimal::ONE, ""),
        Measure::Completion(_) | Measure::Schedule(_) | Measure::Ahead(_) => (Decimal::whole(100), "%"),
    }
}

/// Everything that a condition may look at.
fn measures(draft: Draft, metrics: &[Metric]) -> Vec<Choice> {
    let l = lang();
    draft.sheet.with_untracked(|sheet| {
        let known = scoring::Known::of(sheet, metrics);
        let items = sheet.items.iter().map(|item| Measure::Item(item.key.clone()));
        let of_metrics = metrics.iter().flat_map(|metric| {
            let word = || metric.word.clone();
            [
                Measure::Done(word()),
                Measure::Completion(word()),
                Measure::Schedule(word()),
                Measure::Ahead(word()),
            ]
        });
        let all = [Measure::Total].into_iter().chain(items).chain(of_metrics);
        all.map(|of| Choice::new(word_of(&of), scoring::measure(l, &known, &of))).collect()
    })
}

/// The rows, with the button that adds one.
pub(super) fn conditions(
    draft: Draft,
    award: usize,
    which: Which,
    all: &[Condition],
    metrics: &[Metric],
) -> AnyView {
    let options = measures(draft, metrics);
    let change = move |at: usize, change: &dyn Fn(&mut Condition)| {
        draft.sheet.update(|sheet| {
            on(sheet, award, &|award| {
                if let Some(of) = which.of(award).get_mut(at) {
                    change(of);
                }
            });
        });
    };
    let row = |(at, of): (usize, &Condition)| {
        let (edge, value) = edge_of(of);
        let (by, suffix) = times(&of.of);
        let look = move |to: String| {
            change(at, &|of| of.of = measure(&to));
            draft.turn.update(|turn| *turn += 1);
        };
        let sort = move |to: String| {
            change(at, &|of| put_edge(of, &to, edge_of(of).1));
        };
        let remove = move || {
            change_and_refill(draft, |sheet| {
                on(sheet, award, &|award| {
                    let rows = which.of(award);
                    if at < rows.len() {
                        rows.remove(at);
                    }
                });
            });
        };
        view! {
            <div class="condition">
                {choice(words::LOOKS_AT, Signal::stored(options.clone()), word_of(&of.of), look)}
                {choice(words::WHEN, fixed(EDGES), edge.to_owned(), sort)}
                {number(words::EDGE, suffix.to_owned(), Some(value), by, false, move |to| {
                    change(at, &|of| put_edge(of, edge_of(of).0, to.unwrap_or_default()));
                })}
                <IconButton glyph=Glyph::Trash label=words::DELETE_CONDITION on_press=remove/>
            </div>
        }
    };
    let add = move || {
        change_and_refill(draft, |sheet| {
            on(sheet, award, &|award| {
                which.of(award).push(Condition {
                    of: Measure::Total,
                    at_least: Some(Decimal::ZERO),
                    at_most: None,
                    above: None,
                    below: None,
                });
            });
        });
    };
    let legend = match which {
        Which::Requires => words::REQUIRES,
        Which::Exempts => words::EXEMPTS,
    };
    view! {
        <fieldset class="whole rule-rows">
            <legend>{t(legend)}</legend>
            {all.iter().enumerate().map(row).collect_view()}
            <Button label=words::ADD_CONDITION kind=ButtonKind::Quiet icon=Glyph::Plus on_press=add/>
        </fieldset>
    }
    .into_any()
}
