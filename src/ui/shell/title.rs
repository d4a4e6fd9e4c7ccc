//! The title of the browser's tab follows the page and the language.

use crate::i18n::shell;
use crate::ui::lang::{lang, t};
use crate::ui::routes::route;
use crate::ui::state::page_lived;
use crate::web::{page, timer};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

thread_local! {
    static NAME: RwSignal<Option<Signal<String>>> = page_lived(|| RwSignal::new(None));
}

/// Names the page while the current component is shown: a project's page by its project. Without it
/// the page is named by its route. `Page` calls this with its title.
pub fn page_title(name: Signal<String>) {
    let slot = NAME.with(|slot| *slot);
    slot.set(Some(name));
    on_cleanup(move || {
        // The next page may have named itself already.
        slot.update(|now| {
            if *now == Some(name) {
                *now = None;
            }
        });
    });
}

/// Keeps the title right from now on. Called once, by the frame.
pub(super) fn keep() {
    let slot = NAME.with(|slot| *slot);
    Effect::new(move || {
        let own = slot.get().and_then(|name| name.try_get()).filter(|name| !name.is_empty());
        let name = own.unwrap_or_else(|| t(route().title()).to_owned());
        let title = shell::document_title(lang(), &name);
        // Nobody waits for it, and telling the browser takes a while.
        spawn_local(async move {
            timer::painted().await;
            page::set_title(&title);
        });
    });
}
