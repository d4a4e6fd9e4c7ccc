//! Who uses this computer.

use crate::i18n::first_run;
use crate::i18n::settings as words;
use crate::rules::introduce::Identity;
use crate::ui::lang::t;
use crate::ui::startup;
use crate::ui::widgets::{Button, Field, TextInput, toast};
use leptos::prelude::*;

/// Name, unit and computer of whoever makes the changes from now on.
#[component]
pub(super) fn Who() -> impl IntoView {
    let (name, unit, device) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let stored = Memo::new(move |_| startup::identity());
    Effect::new(move || {
        let Identity { name: n, unit: u, device: d } = stored.get();
        name.set(n);
        unit.set(u);
        device.set(d);
    });
    let drafted = move || Identity { name: name.get(), unit: unit.get(), device: device.get() };
    let incomplete = move || name.read().trim().is_empty() || unit.read().trim().is_empty();
    let unready = Signal::derive(move || incomplete() || drafted() == stored.get());
    let save = move || {
        let who = Identity {
            name: name.get_untracked(),
            unit: unit.get_untracked(),
            device: device.get_untracked(),
        };
        if startup::write_identity(&who) {
            toast(words::SAVED);
        }
    };
    view! {
        <h3>{move || t(words::WHO)}</h3>
        <p class="help">{move || t(words::WHO_TEXT)}</p>
        <div class="who">
            <Field label=first_run::NAME required=true><TextInput value=name/></Field>
            <Field label=first_run::UNIT required=true><TextInput value=unit/></Field>
            <Field label=words::DEVICE><TextInput value=device placeholder=words::DEVICE_HINT/></Field>
        </div>
        <Button label=words::SAVE disabled=unready on_press=save/>
    }
    .into_any()
}
