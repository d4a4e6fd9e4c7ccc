//! Whom a project counts for.

use super::super::fields::{choice, fixed, number};
use super::{Draft, said};
use crate::domain::Decimal;
use crate::i18n::assess_metric as words;
use crate::rules::metrics::{Credit, PersonOf, edit};
use crate::ui::lang::t;
use leptos::prelude::*;

/// The fields, or what holds where there is nothing to choose.
pub(super) fn fields(draft: Draft) -> AnyView {
    let word = Memo::new(move |_| draft.with(|metric| edit::source_word(&metric.source)));
    let rest = move || match word.get() {
        "records" => said(|| t(words::WHOSE_RECORD).to_owned()),
        "entered" => said(|| t(words::WHOSE_ENTRY).to_owned()),
        _ => view! { {credit(draft)} {person(draft)} }.into_any(),
    };
    view! { {rest} }.into_any()
}

fn credit(draft: Draft) -> AnyView {
    let word = Memo::new(move |_| draft.with(|metric| edit::credit_word(metric.credit)));
    let all = fixed(edit::CREDITS.map(|word| (word, words::credit(word))));
    let field = choice(words::CREDIT, all, word.get_untracked().to_owned(), move |to| {
        draft.update(|metric| metric.credit = edit::credit(&to, metric.credit));
    });
    let share = move || {
        let label = if word.get() == "host" { words::SHARE_HOST } else { words::SHARE_FIRST };
        let (Credit::FirstTalk(held) | Credit::Host(held)) = draft.with_untracked(|metric| metric.credit)
        else {
            return None;
        };
        let share = number(label, "%".to_owned(), Some(held), Decimal::whole(100), false, move |to| {
            draft.update(|metric| {
                if let Credit::FirstTalk(share) | Credit::Host(share) = &mut metric.credit {
                    *share = to.unwrap_or_default();
                }
            });
        });
        Some(share)
    };
    view! { {field} {share} }.into_any()
}

fn person(draft: Draft) -> AnyView {
    let all = fixed([("owner", words::PERSON_OWNER), ("leader", words::PERSON_LEADER)]);
    let is_leader = draft.with_untracked(|metric| metric.person == PersonOf::Leader);
    choice(words::PERSON, all, if is_leader { "leader" } else { "owner" }.to_owned(), move |to| {
        let person = if to == "leader" { PersonOf::Leader } else { PersonOf::Owner };
        draft.update(|metric| metric.person = person);
    })
}
