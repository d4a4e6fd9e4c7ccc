//! 按单位, 按人员, 按产业链: whose numbers a page shows, chosen above it and kept in its address.

use super::period::follow;
use crate::domain::Kind;
use crate::domain::lists::List;
use crate::i18n::{assess_progress as words, values};
use crate::ledger::State;
use crate::rules::metrics::Who;
use crate::rules::scoring::Subject;
use crate::rules::targets::Holder;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{set_query, use_query};
use crate::ui::widgets::{Choice, Segmented};
use leptos::prelude::*;

/// What the address calls it.
pub(super) const WHOSE: &str = "whose";

/// Whose numbers are asked for.
pub(super) fn whose() -> Memo<Subject> {
    let asked = use_query(WHOSE);
    Memo::new(move |_| match asked.read().as_str() {
        "person" => Subject::Person,
        "chain" => Subject::Chain,
        _ => Subject::Unit,
    })
}

/// How the address calls it.
pub(super) const fn word(subject: Subject) -> &'static str {
    match subject {
        Subject::Unit => "",
        Subject::Person => "person",
        Subject::Chain => "chain",
    }
}

/// The switch between some of them.
#[component]
pub(super) fn WhoseSwitch(subject: Memo<Subject>, all: &'static [Subject]) -> impl IntoView {
    let value = follow(move || word(subject.get()).to_owned());
    let options: Vec<Choice> = all.iter().map(|of| Choice::new(word(*of), words::by_subject(*of))).collect();
    let choose = |word: String| set_query(WHOSE, &word);
    view! { <div class="by"><Segmented label=words::WHOSE value options on_change=choose/></div> }.into_any()
}

/// What somebody is called.
pub(super) fn holder_name(state: &State, holder: &Holder) -> String {
    match holder {
        Holder::County => t(words::COUNTY).to_owned(),
        Holder::Record(id) => values::record_name(lang(), state, *id),
        Holder::Chain(word) => values::list_word(lang(), state, List::Chain, word),
    }
}

/// Whose records are behind the numbers of somebody.
pub(super) fn who_of(holder: &Holder) -> Who<'_> {
    match holder {
        Holder::County => Who::County,
        Holder::Record(id) if id.kind == Kind::Person => Who::Person(*id),
        Holder::Record(id) => Who::Unit(*id),
        Holder::Chain(word) => Who::Chain(word),
    }
}
