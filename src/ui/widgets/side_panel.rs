//! Something opened beside the page, with the page still at work.

use super::id::unique_id;
use super::{Glyph, IconButton};
use crate::i18n::widgets;
use crate::ui::heard::heard;
use crate::web::page;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// A panel beside the page: a card's project, the list of columns. Not modal: the page can be used
/// while it is open. Esc inside it closes it. Put it into `Page`'s `aside`.
///
/// ```ignore
/// <SidePanel title=move || name.get() on_close=move || set_query("open", "")>…</SidePanel>
/// ```
#[component]
pub fn SidePanel(
    /// What is shown.
    #[prop(into)]
    title: Signal<String>,
    /// Closes it: the caller takes it off the page.
    #[prop(into)]
    on_close: Callback<()>,
    /// Buttons beside the title.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// Takes the focus when shown.
    #[prop(default = true)]
    take_focus: bool,
    /// Its content.
    children: Children,
) -> impl IntoView {
    let panel: NodeRef<html::Aside> = NodeRef::new();
    let title_id = unique_id("panel");
    let labelled_by = title_id.clone();
    let returns_to = StoredValue::new_local(page::focused());
    if take_focus {
        Effect::new(move || {
            if let Some(panel) = panel.get() {
                let _ = panel.focus();
            }
        });
    }
    let close = move || {
        on_close.try_run(());
        if let Some(element) = returns_to.try_get_value().flatten() {
            let _ = element.focus();
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            event.prevent_default();
            close();
        }
    };
    view! {
        <aside class="side-panel" aria-labelledby=labelled_by tabindex="-1" node_ref=panel on:keydown=heard(ev::keydown, on_key)>
            <header>
                <h2 id=title_id>{title}</h2>
                {actions.map(|actions| actions.run())}
                <IconButton glyph=Glyph::Close label=widgets::CLOSE on_press=close/>
            </header>
            <div class="body">{children()}</div>
        </aside>
    }
    .into_any()
}
