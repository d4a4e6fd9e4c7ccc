//! Throwing the open workspace away, after a word was typed.

use crate::i18n::{settings as words, widgets};
use crate::ui::lang::{lang, t};
use crate::ui::startup;
use crate::ui::widgets::{Button, ButtonKind, Dialog, Field, TextInput};
use leptos::prelude::*;

/// The button and its dialog.
#[component]
pub(super) fn Wipe() -> impl IntoView {
    let open = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let ask = move || {
        typed.set(String::new());
        open.set(true);
    };
    let agreed = move || typed.read().trim() == t(words::WIPE_WORD);
    let go = move || {
        open.set(false);
        startup::wipe();
    };
    let footer = move || {
        view! {
            <Button label=widgets::CANCEL on_press=move || open.set(false)/>
            <Button
                label=words::WIPE_ASK
                kind=ButtonKind::Danger
                disabled=Signal::derive(move || !agreed())
                on_press=go
            />
        }
    };
    let label = Signal::derive(|| words::type_to_wipe(lang()));
    view! {
        <h3>{move || t(words::WIPE)}</h3>
        <p class="help">{move || t(words::WIPE_TEXT)}</p>
        <Button label=words::WIPE_ASK kind=ButtonKind::Danger on_press=ask/>
        <Dialog open title=words::WIPE_ASK footer>
            <p>{move || t(words::WIPE_TEXT)}</p>
            <Field label><TextInput value=typed autofocus=true/></Field>
        </Dialog>
    }
    .into_any()
}
