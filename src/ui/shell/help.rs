//! The list of keyboard shortcuts that work on the page shown.

use crate::i18n::shell;
use crate::ui::lang::t;
use crate::ui::shortcuts;
use crate::ui::state::page_lived;
use crate::ui::widgets::{Dialog, Kbd};
use leptos::prelude::*;

thread_local! {
    static OPEN: RwSignal<bool> = page_lived(|| RwSignal::new(false));
}

/// Shows the list.
pub(super) fn show() {
    OPEN.with(|open| open.set(true));
}

/// The list, closed until `?` is pressed.
#[component]
pub(super) fn ShortcutHelp() -> impl IntoView {
    let open = OPEN.with(|open| *open);
    shortcuts::register("?", shell::SHOW_SHORTCUTS, show);
    let rows = || {
        let row = |shortcut: shortcuts::Shortcut| {
            view! {
                <dt>{move || t(shortcut.what)}</dt>
                <dd><Kbd keys=shortcut.keys/></dd>
            }
        };
        shortcuts::all().into_iter().map(row).collect_view()
    };
    view! {
        <Dialog open title=shell::SHORTCUTS>
            <dl class="shortcuts">{rows}</dl>
        </Dialog>
    }
    .into_any()
}
