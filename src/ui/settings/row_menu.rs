//! What can be done with a unit or a person beside editing it: merging it into another, deleting it.

use crate::domain::RecordId;
use crate::i18n::{settings as words, values, widgets};
use crate::ledger::{Action, Edit};
use crate::rules::merge::merge;
use crate::ui::forms::records::{name_of, record_choices};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Combo, Dialog, Field, Glyph, Menu, MenuItem};
use leptos::prelude::*;

/// The menu of one record. `merging` opens the one dialog of the page.
pub(super) fn menu(id: RecordId, merging: RwSignal<Option<RecordId>>) -> AnyView {
    let label = move || {
        let name = session::watch(|store| values::record_name(lang(), store.state(), id)).unwrap_or_default();
        words::of(lang(), words::EDIT, &name)
    };
    let items = move || {
        vec![
            MenuItem::new(words::MERGE, move || merging.set(Some(id))),
            MenuItem::new(words::DELETE, move || {
                session::run(Action::Delete, vec![Edit::delete(id)]);
            }),
        ]
    };
    view! { <Menu label=Signal::derive(label) icon=Glyph::More bare=true align_end=true items/> }.into_any()
}

/// Asks into which record another is merged.
#[component]
pub(super) fn MergeDialog(
    /// The record that goes; set while the dialog is open.
    merging: RwSignal<Option<RecordId>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let stays = RwSignal::new(String::new());
    Effect::new(move || {
        open.set(merging.get().is_some());
        stays.set(String::new());
    });
    let title = move || {
        let Some(id) = merging.get() else { return String::new() };
        let name = session::watch(|store| values::record_name(lang(), store.state(), id));
        words::merge_title(lang(), &name.unwrap_or_default())
    };
    let search = move |typed: String| {
        let Some(goes) = merging.get() else { return Vec::new() };
        let goes_text = goes.to_string();
        record_choices(goes.kind, &typed).into_iter().filter(|choice| choice.value != goes_text).collect()
    };
    let go = move || {
        let (Some(goes), Ok(stays)) = (merging.get_untracked(), stays.get_untracked().parse()) else {
            return;
        };
        let edits = session::read(|store| merge(store.state(), goes, stays)).unwrap_or_default();
        if session::run(Action::MergeDuplicates, edits) {
            merging.set(None);
        }
    };
    let footer = move || {
        view! {
            <Button label=widgets::CANCEL on_press=move || merging.set(None)/>
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
        <Dialog open title=Signal::derive(title) footer on_close=move || merging.set(None)>
            <p>{move || t(words::MERGE_TEXT)}</p>
            <Field label=words::MERGE_INTO required=true>
                <Combo value=stays search=search shown=shown/>
            </Field>
        </Dialog>
    }
    .into_any()
}
