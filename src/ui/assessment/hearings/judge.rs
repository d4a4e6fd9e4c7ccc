//! What the office says of a pledge that no metric tells.

use crate::domain::field::PledgeField as L;
use crate::domain::{Kind, RecordId, Value};
use crate::i18n::assess_hearings as words;
use crate::ledger::{Action, Edit};
use crate::rules::pledges::{BROKEN, KEPT};
use crate::ui::session;
use crate::ui::widgets::{Button, Glyph};
use leptos::prelude::*;

/// Says that a pledge was kept or broken; with no word, takes that back.
pub(super) fn judge(id: RecordId, word: &str) {
    session::run(Action::Edit, vec![Edit::new(id, L::Outcome, Value::text(word))]);
}

/// Under the fields of a pledge: the judgement, of what the office may judge at any time.
pub(super) fn beyond(id: RecordId) -> AnyView {
    if id.kind != Kind::Pledge || !session::is_now() {
        return ().into_any();
    }
    let is_judged = Memo::new(move |_| {
        session::watch(|store| !store.state().get(id, L::Outcome).is_empty()).unwrap_or(false)
    });
    let back = move || {
        is_judged.get().then(|| view! { <Button label=words::JUDGE_NOT on_press=move || judge(id, "")/> })
    };
    view! {
        <p class="judge">
            <Button label=words::JUDGE_KEPT icon=Glyph::Check on_press=move || judge(id, KEPT)/>
            <Button label=words::JUDGE_BROKEN icon=Glyph::Close on_press=move || judge(id, BROKEN)/>
            {back}
        </p>
    }
    .into_any()
}
