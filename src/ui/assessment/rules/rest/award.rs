//! The form of an award: by which places it goes, what must hold and what frees from it.

use super::super::draft::Draft;
use super::super::fields::{choice, fixed, flag, lines, number, text};
use super::change_and_refill;
use super::condition::{Which, conditions};
use crate::domain::Decimal;
use crate::i18n::{assess_rest as words, assess_rules};
use crate::rules::metrics::Metric;
use crate::rules::scoring::RuleSheet;
use crate::rules::scoring::award::{AwardRule, Places};
use leptos::prelude::*;

/// An award to begin with: the first of each group. Its key is one that the sheet does not have.
pub(super) fn fresh(sheet: &RuleSheet) -> AwardRule {
    let free = |key: &String| sheet.awards.iter().all(|award| award.key != *key);
    let key = (1..).map(|n: usize| format!("award_{n}")).find(free).unwrap_or_default();
    AwardRule { key, honour: true, places: Places::First(1), ..AwardRule::default() }
}

pub(super) fn form(draft: Draft, at: usize, metrics: Vec<Metric>) -> AnyView {
    let Some(award) = draft.sheet.with_untracked(|sheet| sheet.awards.get(at).cloned()) else {
        return ().into_any();
    };
    let set = move |change: &dyn Fn(&mut AwardRule)| draft.sheet.update(|sheet| on(sheet, at, change));
    let (word, many) = match award.places {
        Places::First(many) => ("first", Some(many)),
        Places::Last(many) => ("last", Some(many)),
        Places::Any => ("any", None),
    };
    let places = move |word: &str, many: usize| match word {
        "first" => Places::First(many),
        "last" => Places::Last(many),
        _ => Places::Any,
    };
    let goes_by = move |to: String| {
        change_and_refill(draft, |sheet| {
            on(sheet, at, &|award| award.places = places(&to, many.unwrap_or(1)))
        });
    };
    let how_many = many.map(|many| {
        let shown = Decimal::whole(i64::try_from(many).unwrap_or(i64::MAX));
        number(words::HOW_MANY, String::new(), Some(shown), Decimal::ONE, false, move |to| {
            let many = usize::try_from(to.unwrap_or_default().trunc()).unwrap_or(0);
            set(&|award| award.places = places(word, many));
        })
    });
    const PLACES: [(&str, crate::i18n::Text); 3] =
        [("first", words::FIRST), ("last", words::LAST), ("any", words::ANY)];
    view! {
        <div class="rule-form">
            {text(assess_rules::NAME, &award.title.zh, move |to| set(&|award| award.title.zh.clone_from(&to)))}
            {text(assess_rules::ENGLISH, &award.title.en, move |to| set(&|award| award.title.en.clone_from(&to)))}
            <div class="whole">{lines(assess_rules::CLAUSE, &award.clause, move |to| set(&|award| award.clause.clone_from(&to)))}</div>
            {choice(words::PLACES, fixed(PLACES), word.to_owned(), goes_by)}
            {how_many}
            {flag(words::HONOUR, award.honour, move |to| set(&|award| award.honour = to))}
            {flag(words::MOVES_UP, award.moves_up, move |to| set(&|award| award.moves_up = to))}
            {conditions(draft, at, Which::Requires, &award.requires, &metrics)}
            {conditions(draft, at, Which::Exempts, &award.exempts, &metrics)}
        </div>
    }
    .into_any()
}

/// Changes one award.
pub(super) fn on(sheet: &mut RuleSheet, at: usize, change: &dyn Fn(&mut AwardRule)) {
    if let Some(award) = sheet.awards.get_mut(at) {
        change(award);
    }
}
