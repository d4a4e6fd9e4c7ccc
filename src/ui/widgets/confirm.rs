//! "Are you sure", for what cannot be undone.

use super::{Button, ButtonKind, Dialog};
use crate::i18n::widgets;
use leptos::prelude::*;

/// A dialog with one action and a way out. Only for what Undo cannot take back; everything else
/// happens at once and offers Undo.
///
/// ```ignore
/// <Confirm open=asking title=settings::ERASE_TITLE action=settings::ERASE danger=true on_confirm=move || erase()>
///     <p>{move || t(settings::ERASE_TEXT)}</p>
/// </Confirm>
/// ```
#[component]
pub fn Confirm(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The question.
    #[prop(into)]
    title: Signal<String>,
    /// The verb of the action, repeated on its button.
    #[prop(into)]
    action: Signal<String>,
    /// The action throws something away.
    #[prop(optional)]
    danger: bool,
    /// Called when the user agrees.
    #[prop(into)]
    on_confirm: Callback<()>,
    /// What will happen.
    children: ChildrenFn,
) -> impl IntoView {
    let close = move || {
        open.try_set(false);
    };
    let agree = move || {
        close();
        on_confirm.try_run(());
    };
    let kind = if danger { ButtonKind::Danger } else { ButtonKind::Primary };
    let footer = move || {
        view! {
            <Button label=widgets::CANCEL on_press=close/>
            <Button label=action kind=kind on_press=agree/>
        }
    };
    view! { <Dialog open title footer>{children()}</Dialog> }.into_any()
}
