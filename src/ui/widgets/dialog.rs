//! A question that must be answered before work goes on.

use super::id::unique_id;
use super::{Glyph, IconButton};
use crate::i18n::widgets;
use crate::ui::heard::heard;
use crate::web::page;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

/// A modal dialog on the browser's own `<dialog>`: Esc closes, the focus returns to where it was.
/// Its content exists only while it is open. Never open one over another: end the first, or ask
/// inside it.
///
/// ```ignore
/// <Dialog open=asking title=board::MOVE_TITLE footer=move || view! {
///     <Button label=widgets::CANCEL on_press=move || asking.set(false)/>
///     <Button label=board::MOVE kind=ButtonKind::Primary on_press=move || move_it()/>
/// }>
///     <Field …/>
/// </Dialog>
/// ```
#[component]
pub fn Dialog(
    /// Whether it is open; set to `false` when the user closes it.
    open: RwSignal<bool>,
    /// What it asks.
    #[prop(into)]
    title: Signal<String>,
    /// Buttons at its end, the main one last.
    #[prop(optional, into)]
    footer: Option<ViewFn>,
    /// Called when it was closed, in whichever way.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    /// Wide, for a comparison or a preview.
    #[prop(optional)]
    wide: bool,
    /// What it says and asks.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog: NodeRef<html::Dialog> = NodeRef::new();
    let title_id = unique_id("dialog");
    Effect::new(move || {
        let Some(element) = dialog.get() else { return };
        match (open.get(), element.open()) {
            // It fails only if the dialog has left the page, and then there is nothing to show.
            (true, false) => {
                if page::modal_open() {
                    leptos::logging::debug_warn!("a dialog opens over another");
                }
                drop(element.show_modal());
            }
            (false, true) => element.close(),
            _ => {}
        }
    });
    let closed = move |_| {
        open.try_set(false);
        if let Some(on_close) = on_close {
            on_close.try_run(());
        }
    };
    let labelled_by = title_id.clone();
    let content = move || {
        let (children, footer, title_id) = (children.clone(), footer.clone(), title_id.clone());
        open.get().then(move || {
            view! {
                <header>
                    <h2 id=title_id>{title}</h2>
                    <IconButton glyph=Glyph::Close label=widgets::CLOSE on_press=move || { open.try_set(false); }/>
                </header>
                <div class="body">{children()}</div>
                {footer.map(|footer| view! { <footer>{footer.run()}</footer> })}
            }
        })
    };
    view! {
        <dialog node_ref=dialog aria-labelledby=labelled_by data-wide=wide.then_some("true") on:close=heard(ev::close, closed)>
            {content}
        </dialog>
    }
    .into_any()
}
