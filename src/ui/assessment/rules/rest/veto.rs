//! The form of a veto.

use super::super::draft::Draft;
use super::super::fields::{choice, fixed, number, text};
use super::{change_and_refill, metric_choices};
use crate::domain::{Decimal, Label};
use crate::i18n::{assess_rest as words, assess_rules};
use crate::rules::metrics::Metric;
use crate::rules::scoring::{RuleSheet, Veto, VetoEffect, VetoWhen};
use leptos::prelude::*;

/// A veto to begin with: one or more bars from awards.
pub(super) fn fresh(metric: String) -> Veto {
    let one = VetoWhen::AtLeast(Decimal::ONE);
    Veto { title: Label::default(), metric, when: one, effect: VetoEffect::Bar }
}

/// The word of a beginning, its number, and what the number is shown times.
fn parts(when: VetoWhen) -> (&'static str, Decimal, Decimal) {
    match when {
        VetoWhen::AtLeast(at) => ("at_least", at, Decimal::ONE),
        VetoWhen::Below(at) => ("below", at, Decimal::ONE),
        VetoWhen::CompletionBelow(at) => ("completion_below", at, Decimal::whole(100)),
    }
}

fn when(word: &str, at: Decimal) -> VetoWhen {
    match word {
        "below" => VetoWhen::Below(at),
        "completion_below" => VetoWhen::CompletionBelow(at),
        _ => VetoWhen::AtLeast(at),
    }
}

pub(super) fn form(draft: Draft, at: usize, metrics: Vec<Metric>) -> AnyView {
    let Some(veto) = draft.sheet.with_untracked(|sheet| sheet.vetoes.get(at).cloned()) else {
        return ().into_any();
    };
    let set = move |change: &dyn Fn(&mut Veto)| draft.sheet.update(|sheet| on(sheet, at, change));
    let (word, edge, by) = parts(veto.when);
    let begin = move |to: String| {
        let edge = if to == "completion_below" { Decimal::ONE } else { Decimal::whole(1) };
        change_and_refill(draft, |sheet| on(sheet, at, &|veto| veto.when = when(&to, edge)));
    };
    const WHENS: [(&str, crate::i18n::Text); 3] = [
        ("at_least", words::AT_LEAST),
        ("below", words::BELOW),
        ("completion_below", words::COMPLETION_BELOW),
    ];
    let suffix = if word == "completion_below" { "%" } else { "" };
    let effect = if veto.effect == VetoEffect::Zero { "zero" } else { "bar" };
    view! {
        <div class="rule-form">
            {text(assess_rules::NAME, &veto.title.zh, move |to| set(&|veto| veto.title.zh.clone_from(&to)))}
            {text(assess_rules::ENGLISH, &veto.title.en, move |to| set(&|veto| veto.title.en.clone_from(&to)))}
            {choice(words::METRIC, Signal::stored(metric_choices(&metrics)), veto.metric.clone(), move |to| set(&|veto| veto.metric.clone_from(&to)))}
            {choice(words::WHEN, fixed(WHENS), word.to_owned(), begin)}
            {number(words::EDGE, suffix.to_owned(), Some(edge), by, false, move |to| {
                set(&|veto| veto.when = when(word, to.unwrap_or_default()));
            })}
            {choice(words::EFFECT, fixed([("bar", words::BAR), ("zero", words::ZERO)]), effect.to_owned(), move |to| {
                set(&|veto| veto.effect = if to == "zero" { VetoEffect::Zero } else { VetoEffect::Bar });
            })}
        </div>
    }
    .into_any()
}

fn on(sheet: &mut RuleSheet, at: usize, change: &dyn Fn(&mut Veto)) {
    if let Some(veto) = sheet.vetoes.get_mut(at) {
        change(veto);
    }
}
