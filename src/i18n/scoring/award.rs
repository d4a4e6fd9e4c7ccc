//! Who gets an award, and why somebody by his place does not.

use super::formula::based;
use super::{Known, label, points, quantity, share};
use crate::domain::Decimal;
use crate::i18n::Lang;
use crate::rules::scoring::RuleSheet;
use crate::rules::scoring::award::{AwardRule, Condition, Measure, Verdict};
use crate::rules::scoring::formula::Basis;

/// A condition on the numbers of a subject: `总分不低于 60 分`.
pub fn condition(l: Lang, known: &Known, of: &Condition) -> String {
    let name = measure(l, known, &of.of);
    let number = |n: Decimal| match &of.of {
        Measure::Total | Measure::Item(_) => points(l, n),
        Measure::Done(word) => quantity(l, known.unit(word), n),
        Measure::Completion(_) | Measure::Schedule(_) | Measure::Ahead(_) => share(n),
    };
    let words = match l {
        Lang::Zh => ["不低于 ", "不高于 ", "高于 ", "低于 "],
        Lang::En => ["at least ", "at most ", "above ", "below "],
    };
    let edges = [of.at_least, of.at_most, of.above, of.below];
    let told = words.iter().zip(edges).filter_map(|(word, edge)| Some(format!("{word}{}", number(edge?))));
    let told: Vec<String> = told.collect();
    match l {
        Lang::Zh => format!("{name}{}", told.join("、")),
        Lang::En => format!("{name} {}", told.join(" and ")),
    }
}

/// What a condition looks at.
pub fn measure(l: Lang, known: &Known, of: &Measure) -> String {
    let by = |word: &str, basis| based(l, &known.name(l, word), basis);
    match of {
        Measure::Total if l == Lang::Zh => "总分".to_owned(),
        Measure::Total => "the total".to_owned(),
        Measure::Item(key) => known.item(l, key),
        Measure::Done(word) => known.name(l, word),
        Measure::Completion(word) => by(word, Basis::Completion),
        Measure::Schedule(word) => by(word, Basis::Schedule),
        Measure::Ahead(word) => by(word, Basis::Ahead),
    }
}

/// What came of a subject and an award: `未达条件：总分不低于 60 分`.
pub fn verdict(l: Lang, known: &Known, sheet: &RuleSheet, award: &AwardRule, of: Verdict) -> String {
    let told = |conditions: &[Condition], at: usize| {
        conditions.get(at).map(|of| condition(l, known, of)).unwrap_or_default()
    };
    let veto = |at: usize| sheet.vetoes.get(at).map(|veto| label(l, &veto.title)).unwrap_or_default();
    match (of, l) {
        (Verdict::Given, Lang::Zh) => "获得".to_owned(),
        (Verdict::Given, Lang::En) => "given".to_owned(),
        (Verdict::Missed(at), Lang::Zh) => format!("名次够，未达条件：{}", told(&award.requires, at)),
        (Verdict::Missed(at), Lang::En) => {
            format!("by place, but the condition is not met: {}", told(&award.requires, at))
        }
        (Verdict::Exempt(at), Lang::Zh) => format!("免予：{}", told(&award.exempts, at)),
        (Verdict::Exempt(at), Lang::En) => format!("exempt: {}", told(&award.exempts, at)),
        (Verdict::Barred(at), Lang::Zh) => format!("一票否决：{}", veto(at)),
        (Verdict::Barred(at), Lang::En) => format!("barred by veto: {}", veto(at)),
        (Verdict::Honoured, Lang::Zh) => "本办法已予表彰，不再列入".to_owned(),
        (Verdict::Honoured, Lang::En) => "honoured by the same rules".to_owned(),
    }
}
