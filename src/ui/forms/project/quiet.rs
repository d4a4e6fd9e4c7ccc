//! Why nothing happened in a month: asked beside the composer while it is owed.

use crate::domain::field::ProjectField as P;
use crate::domain::{RecordId, Value};
use crate::i18n::quick as words;
use crate::ledger::{Action, CellKey, Edit};
use crate::rules::quiet::{asked, month_word};
use crate::ui::heard::heard;
use crate::ui::lang::lang;
use crate::ui::session;
use crate::ui::widgets::{Button, TextInput};
use leptos::ev;
use leptos::prelude::*;

/// The question; nothing where no reason is owed.
#[component]
pub(super) fn QuietMonth(id: RecordId) -> impl IntoView {
    let month = Memo::new(move |_| {
        session::watch(|store| {
            let stage = store.index().project(id)?.stage;
            let follow_ups = store.index().of(crate::domain::Kind::FollowUp, id);
            asked(store.state(), id, follow_ups, stage, session::today())
        })
        .flatten()
    });
    let reason = RwSignal::new(String::new());
    let ask = move |month: crate::domain::Date| {
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            let text = reason.get_untracked();
            if text.trim().is_empty() {
                return;
            }
            let cell = CellKey::of(P::NoProgress, session::element(&month_word(month)));
            if session::run(Action::Edit, vec![Edit::new(id, cell, Value::text(text.trim()))]) {
                reason.set(String::new());
            }
        };
        let question = Signal::derive(move || words::ask(lang(), month));
        view! {
            <form class="quiet-month" on:submit=heard(ev::submit, submit)>
                <p>{question}</p>
                <div class="line">
                    <TextInput value=reason label=question placeholder=words::REASON_HINT/>
                    <Button label=words::SAVE submit=true/>
                </div>
            </form>
        }
    };
    (move || month.get().map(ask)).into_any()
}
