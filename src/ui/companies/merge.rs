//! Merging a company into another that is the same firm.

use crate::domain::{Kind, RecordId};
use crate::i18n::{companies as words, widgets};
use crate::ledger::Action;
use crate::rules::merge::merge;
use crate::ui::forms::records::{name_of, record_choices};
use crate::ui::lang::t;
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Combo, Dialog, Field};
use leptos::prelude::*;

/// The dialog.
#[component]
pub(super) fn MergeDialog(
    /// The company that goes.
    id: RecordId,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let stays = RwSignal::new(String::new());
    Effect::new(move || {
        if open.get() {
            stays.set(String::new());
        }
    });
    let search = move |typed: String| {
        let own = id.to_string();
        let others = record_choices(Kind::Company, &typed).into_iter();
        others.filter(|choice| choice.value != own).collect::<Vec<_>>()
    };
    let go = move || {
        let Ok(stays) = stays.get_untracked().parse() else { return };
        let edits = session::read(|store| merge(store.state(), id, stays)).unwrap_or_default();
        open.set(false);
        session::run(Action::MergeDuplicates, edits);
    };
    let footer = move || {
        view! {
            <Button label=widgets::CANCEL on_press=move || open.set(false)/>
            <Button
                label=words::MERGE_DO
                kind=ButtonKind::Primary
                disabled=Signal::derive(move || stays.read().is_empty())
                on_press=go
            />
        }
    };
    let shown = Signal::derive(move || name_of(&stays.read()));
    view! {
        <Dialog open title=words::MERGE footer>
            <p>{move || t(words::MERGE_TEXT)}</p>
            <Field label=words::MERGE_INTO required=true><Combo value=stays search=search shown=shown/></Field>
        </Dialog>
    }
    .into_any()
}
