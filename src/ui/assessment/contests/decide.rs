//! 审定: what is decided on a nomination, by whom and when.

use crate::domain::{Date, RecordId};
use crate::i18n::{assess_contests as words, widgets as widget_words};
use crate::ledger::Action;
use crate::rules::nominations::{decide, decided_by_last};
use crate::ui::lang::t;
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, DateInput, Dialog, Field, TextInput};
use leptos::prelude::*;

/// What is about to be decided.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pick {
    pub id: RecordId,
    pub approved: bool,
    /// Whom and what it is about.
    pub title: String,
}

/// The dialog, while something is picked.
#[component]
pub(super) fn DecideDialog(pick: RwSignal<Option<Pick>>) -> impl IntoView {
    let open = RwSignal::new(false);
    let (by, on) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    Effect::new(move || {
        if pick.with(Option::is_some) {
            by.set(session::read(|store| decided_by_last(store.state())).unwrap_or_default());
            on.set(session::today().to_string());
            open.set(true);
        }
    });
    let save = move || {
        let day = Date::parse_iso(&on.get_untracked());
        let (Some(pick_of), Some(day)) = (pick.get_untracked(), day) else { return };
        let edits = decide(pick_of.id, pick_of.approved, &by.get_untracked(), day);
        if session::run(Action::Edit, edits) {
            open.set(false);
        }
    };
    let is_approval = Memo::new(move |_| pick.with(|pick| pick.as_ref().is_some_and(|pick| pick.approved)));
    let title = Signal::derive(move || {
        let what = t(if is_approval.get() { words::APPROVE } else { words::REFUSE });
        let of = pick.with(|pick| pick.as_ref().map(|pick| pick.title.clone())).unwrap_or_default();
        format!("{what} · {of}")
    });
    // An approval without who gave it is none.
    let off = Signal::derive(move || by.read().trim().is_empty() || Date::parse_iso(&on.read()).is_none());
    let footer = move || {
        let label = if is_approval.get() { words::APPROVE } else { words::REFUSE };
        view! {
            <Button label=widget_words::CANCEL on_press=move || open.set(false)/>
            <Button label kind=ButtonKind::Primary disabled=off on_press=save/>
        }
    };
    view! {
        <Dialog open title footer on_close=move |()| pick.set(None)>
            <Field label=words::DECIDED_BY required=true><TextInput value=by/></Field>
            <Field label=words::DECIDED_ON><DateInput value=on/></Field>
        </Dialog>
    }
    .into_any()
}
