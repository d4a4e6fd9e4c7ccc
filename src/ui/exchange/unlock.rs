//! A file that came in encrypted: its passphrase is asked for.

use super::incoming::Incoming;
use crate::exchange::encrypted::{self, Locked};
use crate::i18n::exchange::encrypt as words;
use crate::ui::attachments;
use crate::ui::heard::heard;
use crate::ui::lang::t;
use crate::ui::widgets::{Button, ButtonKind, Field, LoadedFile, TextInput};
use crate::web::timer;
use leptos::ev;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// The form; `on_open` is given what the file turned out to be.
pub(super) fn unlock(
    name: String,
    bytes: Rc<Vec<u8>>,
    on_open: impl Fn(Incoming) + Clone + 'static,
) -> AnyView {
    let typed = RwSignal::new(String::new());
    let failed = RwSignal::new(None::<Locked>);
    let opening = RwSignal::new(false);
    let open = move || {
        if opening.get_untracked() || typed.read_untracked().is_empty() {
            return;
        }
        opening.set(true);
        failed.set(None);
        let (name, bytes, on_open) = (name.clone(), bytes.clone(), on_open.clone());
        spawn_local(async move {
            // The page says that it works before it is busy for half a second.
            timer::painted().await;
            let Some(passphrase) = typed.try_get_untracked() else { return };
            let opened = encrypted::unlock(&bytes, &passphrase);
            opening.try_set(false);
            match opened {
                Ok((bytes, passkey)) => {
                    attachments::remember_key(passkey);
                    let name = name.strip_suffix(".age").unwrap_or(&name).to_owned();
                    on_open(Incoming::read(LoadedFile { name, bytes }));
                }
                Err(locked) => _ = failed.try_set(Some(locked)),
            }
        });
    };
    let submit = heard(ev::submit, move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        open();
    });
    let error =
        Signal::derive(move || failed.get().map(|f| t(words::locked(f)).to_owned()).unwrap_or_default());
    let label =
        Signal::derive(move || t(if opening.get() { words::OPENING } else { words::OPEN }).to_owned());
    view! {
        <form class="unlock" on:submit=submit>
            <p>{move || t(words::LOCKED)}</p>
            <Field label=words::PASSPHRASE error=error>
                <TextInput value=typed kind="password" autofocus=true/>
            </Field>
            <Button label kind=ButtonKind::Primary busy=opening submit=true/>
        </form>
    }
    .into_any()
}
