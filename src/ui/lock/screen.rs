//! The locked page: nothing is shown before the passphrase.

use crate::exchange::encrypted::Locked;
use crate::i18n::{lock as words, settings, widgets};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::protect::{self, Unfinished};
use crate::ui::startup;
use crate::ui::widgets::{Button, ButtonKind, Dialog, Field, TextInput};
use crate::web::{clock, timer};
use leptos::ev;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::SubmitEvent;

/// How often the rest of a wait is told, in milliseconds.
const TICK: i32 = 500;

/// The page; `on_open` is called when it was opened.
#[component]
pub fn LockScreen(on_open: fn()) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let opening = RwSignal::new(false);
    let failed = RwSignal::new(None::<Locked>);
    let wait = RwSignal::new(0);
    tick(wait);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if opening.get_untracked() || wait.get_untracked() > 0 || typed.read_untracked().is_empty() {
            return;
        }
        opening.set(true);
        failed.set(None);
        spawn_local(async move {
            // The page says that it works before it is busy for half a second.
            timer::painted().await;
            let Some(passphrase) = typed.try_get_untracked() else { return };
            match protect::open(&passphrase).await {
                Ok(vault) => {
                    protect::tried(true);
                    startup::unlock(Rc::new(vault)).await;
                    on_open();
                }
                Err(locked) => {
                    if locked == Locked::Wrong {
                        protect::tried(false);
                    }
                    failed.try_set(Some(locked));
                    typed.try_set(String::new());
                    opening.try_set(false);
                    tick(wait);
                }
            }
        });
    };
    let text = move || {
        t(match protect::unfinished() {
            Some(Unfinished::Sealing) => words::SEALING_TEXT,
            Some(Unfinished::Opening) => words::OPENING_TEXT,
            None => words::LOCKED_TEXT,
        })
    };
    let error = Signal::derive(move || match (wait.get(), failed.get()) {
        (0, None) => String::new(),
        (0, Some(failed)) => t(words::why(failed)).to_owned(),
        (seconds, _) => words::wait(lang(), seconds),
    });
    let label =
        Signal::derive(move || t(if opening.get() { words::UNLOCKING } else { words::UNLOCK }).to_owned());
    view! {
        <main class="lock-screen">
            <h1>{move || t(words::LOCKED)}</h1>
            <form on:submit=heard(ev::submit, submit)>
                <p>{text}</p>
                <Field label=settings_label() error>
                    <TextInput value=typed kind="password" autofocus=true/>
                </Field>
                <Button
                    label
                    kind=ButtonKind::Primary
                    submit=true
                    busy=opening
                    disabled=Signal::derive(move || wait.get() > 0)
                />
            </form>
            <Forgotten/>
        </main>
    }
    .into_any()
}

fn settings_label() -> Signal<String> {
    Signal::derive(|| t(crate::i18n::exchange::encrypt::PASSPHRASE).to_owned())
}

/// Tells how long it is until the next try, and goes on telling.
fn tick(wait: RwSignal<u64>) {
    let left = protect::tries().wait(clock::now_millis());
    if wait.try_set(left).is_none() && left > 0 {
        timer::after(TICK, move || tick(wait));
    }
}

/// What who forgot it can do.
#[component]
fn Forgotten() -> impl IntoView {
    let asking = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let agreed = move || typed.read().trim() == t(settings::WIPE_WORD);
    let erase = move || {
        asking.set(false);
        startup::wipe();
    };
    let footer = move || {
        view! {
            <Button label=widgets::CANCEL on_press=move || asking.set(false)/>
            <Button
                label=words::ERASE
                kind=ButtonKind::Danger
                disabled=Signal::derive(move || !agreed())
                on_press=erase
            />
        }
    };
    let label = Signal::derive(|| settings::type_to_wipe(lang()));
    view! {
        <details>
            <summary>{move || t(words::FORGOT)}</summary>
            <p>{move || t(words::FORGOT_TEXT)}</p>
            <Button label=words::ERASE kind=ButtonKind::Danger on_press=move || asking.set(true)/>
        </details>
        <Dialog open=asking title=words::ERASE footer>
            <p>{move || t(words::FORGOT_TEXT)}</p>
            <Field label><TextInput value=typed autofocus=true/></Field>
        </Dialog>
    }
    .into_any()
}
