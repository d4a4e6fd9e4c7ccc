//! The backups in the folder for automatic backups, each to be looked at before it is merged.

use crate::i18n::{backup as words, format};
use crate::ui::backups::{self, Kept, folder};
use crate::ui::lang::t;
use crate::ui::widgets::{Button, ButtonKind, LoadedFile, toast};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The list; nothing where there is no folder or it is empty. `on_open` is given what the user wants to see.
#[component]
pub(super) fn KeptBackups(on_open: Callback<LoadedFile>) -> impl IntoView {
    let kept = RwSignal::new(Vec::<Kept>::new());
    Effect::new(move || {
        folder();
        spawn_local(async move {
            let found = backups::kept().await;
            kept.try_set(found);
        });
    });
    let line = move |Kept { at, is_own, name }: Kept| {
        let when = format!("{} {:02}:{:02}", format::date(at.day), at.hour, at.minute);
        let whose =
            (!is_own).then(|| view! { <span class="quiet">{move || t(words::OTHER_COMPUTER)}</span> });
        let look = move || {
            let name = name.clone();
            spawn_local(async move {
                match backups::read(&name).await {
                    Some(file) => {
                        on_open.try_run(file);
                    }
                    None => toast(words::UNREADABLE),
                }
            });
        };
        view! {
            <li>
                <time>{when}</time>
                {whose}
                <Button label=words::LOOK kind=ButtonKind::Quiet on_press=look/>
            </li>
        }
    };
    let list = move || {
        let kept = kept.get();
        (!kept.is_empty()).then(|| {
            view! {
                <details class="kept-backups">
                    <summary>{move || t(words::KEPT)}" "<span class="count">{kept.len()}</span></summary>
                    <ul>{kept.clone().into_iter().map(line).collect_view()}</ul>
                </details>
            }
        })
    };
    view! { {list} }.into_any()
}
