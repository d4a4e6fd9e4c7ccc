//! How much attachments take, and what of it nobody needs.

use crate::i18n::attachments as words;
use crate::rules::attachments::named;
use crate::ui::attachments::{clear, here, look};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, Confirm, Glyph};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The line.
#[component]
pub(super) fn Attachments() -> impl IntoView {
    look();
    let asking = RwSignal::new(false);
    let unused = Memo::new(move |_| {
        let named = session::watch_present(|store| named(store.state())).unwrap_or_default();
        let here = here().unwrap_or_default();
        here.iter().filter(|digest| !named.contains_key(*digest)).count()
    });
    let told = move || {
        let named = session::watch_present(|store| named(store.state())).unwrap_or_default();
        let stock = here().unwrap_or_default();
        let sizes = named.iter().filter(|(digest, _)| stock.contains(*digest)).map(|(_, size)| *size);
        let (n, bytes) = sizes.fold((0, 0), |(n, bytes), size| (n + 1, bytes + size));
        words::used(lang(), n, bytes, named.len() - n, unused.get())
    };
    let button = move || {
        (unused.get() > 0).then(|| {
            view! { <Button label=words::CLEAR icon=Glyph::Trash on_press=move || asking.set(true)/> }
        })
    };
    view! {
        <span data-attachments="">{told}</span>
        {button}
        <Confirm
            open=asking
            title=words::CLEAR
            action=words::CLEAR
            danger=true
            on_confirm=move || spawn_local(clear())
        >
            <p>{move || t(words::CLEAR_TEXT)}</p>
        </Confirm>
    }
    .into_any()
}
