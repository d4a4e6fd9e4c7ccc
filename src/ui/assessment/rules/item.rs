//! The form of one item: title, clause, weight, gate, and its formula or what its group does.

use super::draft::Draft;
use super::fields::{choice, fixed, helped, lines, number, parted, text};
use super::formula::formula;
use crate::domain::Decimal;
use crate::i18n::{assess_rules as words, scoring};
use crate::rules::metrics::Metric;
use crate::rules::scoring::edit;
use crate::rules::scoring::{Combine, Gate, Item, Rule};
use crate::ui::lang::{lang, t};
use crate::ui::widgets::Choice;
use leptos::prelude::*;

/// The form of the item that is open.
pub(super) fn item_form(draft: Draft, item: Item, metrics: Vec<Metric>) -> AnyView {
    let points = t(words::POINTS).to_owned();
    let gate = gate_fields(draft, &item, &metrics);
    let rule = match &item.rule {
        Rule::Formula(of) => {
            let kinds =
                edit::KINDS.map(|kind| Choice::new(kind, scoring::formula_name(&edit::fresh(kind, ""))));
            let word =
                serde_json::to_value(of).ok().and_then(|json| json["kind"].as_str().map(str::to_owned));
            let metric = of.metrics().first().map(|word| (*word).to_owned());
            let metric =
                metric.or_else(|| metrics.first().map(|metric| metric.word.clone())).unwrap_or_default();
            let change = move |kind: String| {
                draft.change(|item| item.rule = Rule::Formula(edit::fresh(&kind, &metric)));
                draft.turn.update(|turn| *turn += 1);
            };
            view! {
                {choice(words::FORMULA, Signal::stored(kinds.to_vec()), word.unwrap_or_default(), change)}
                {formula(draft, of, metrics)}
            }
            .into_any()
        }
        Rule::Group(group) => {
            const ALL: [(&str, Combine); 4] = [
                ("sum", Combine::Sum),
                ("highest", Combine::Highest),
                ("lowest", Combine::Lowest),
                ("mean", Combine::Mean),
            ];
            let word = ALL.iter().find(|(_, of)| *of == group.combine).map_or("sum", |(word, _)| *word);
            let combine = move |to: String| {
                let of = ALL.iter().find(|(word, _)| *word == to).map(|(_, of)| *of).unwrap_or_default();
                draft.change(|item| {
                    if let Rule::Group(group) = &mut item.rule {
                        group.combine = of
                    }
                });
            };
            view! {
                {choice(words::COMBINE, fixed(ALL.map(|(word, of)| (word, scoring::combine(of)))), word.to_owned(), combine)}
                {number(words::CAP_POINTS, points.clone(), group.cap, Decimal::ONE, true, move |to| {
                    draft.change(|item| if let Rule::Group(group) = &mut item.rule { group.cap = to });
                })}
                {number(words::FLOOR_POINTS, points.clone(), group.floor, Decimal::ONE, true, move |to| {
                    draft.change(|item| if let Rule::Group(group) = &mut item.rule { group.floor = to });
                })}
            }
            .into_any()
        }
    };
    view! {
        <div class="rule-form">
            {text(words::TITLE, &item.title.zh, move |to| draft.change(|item| item.title.zh = to))}
            {text(words::TITLE_EN, &item.title.en, move |to| draft.change(|item| item.title.en = to))}
            <div class="whole">{lines(words::CLAUSE, &item.clause, move |to| draft.change(|item| item.clause = to))}</div>
            {number(words::WEIGHT, points, Some(item.weight), Decimal::ONE, false, move |to| {
                draft.change(|item| item.weight = to.unwrap_or_default());
            })}
            {rule}
            {gate}
            {helped(words::FOR_GROUPS, words::GROUPS_HELP, &item.groups.join(words::MARK), move |to| {
                draft.change(|item| item.groups = parted(&to));
            })}
        </div>
    }
    .into_any()
}

fn gate_fields(draft: Draft, item: &Item, metrics: &[Metric]) -> AnyView {
    let l = lang();
    let all = metrics.iter().map(|metric| Choice::new(metric.word.clone(), scoring::label(l, &metric.name)));
    let all: Vec<Choice> = [Choice::new("", words::NO_GATE)].into_iter().chain(all).collect();
    let word = item.gate.as_ref().map(|gate| gate.metric.clone()).unwrap_or_default();
    let reach = item.gate.as_ref().map(|gate| gate.reach);
    let set = move |metric: String| {
        draft.change(|item| {
            let reach = item.gate.as_ref().map_or(Decimal::ONE, |gate| gate.reach);
            item.gate = (!metric.is_empty()).then_some(Gate { metric, reach });
        });
        draft.turn.update(|turn| *turn += 1);
    };
    let reach = reach.map(|reach| {
        number(words::REACH, "%".to_owned(), Some(reach), Decimal::whole(100), false, move |to| {
            draft.change(|item| {
                if let Some(gate) = &mut item.gate {
                    gate.reach = to.unwrap_or(Decimal::ONE)
                }
            });
        })
    });
    view! { {choice(words::GATE, Signal::stored(all), word, set)} {reach} }.into_any()
}
