//! Yes or no.

use crate::ui::heard::heard;
use leptos::ev;
use leptos::prelude::*;

/// A box to tick, with its words beside it.
///
/// ```ignore
/// <Checkbox checked=mine label=today::ONLY_MINE on_change=move |on| save(on)/>
/// ```
#[component]
pub fn Checkbox(
    /// Whether it is ticked.
    checked: RwSignal<bool>,
    /// What a tick means.
    #[prop(into)]
    label: Signal<String>,
    /// Some but not all of what it stands for are ticked.
    #[prop(optional, into)]
    mixed: Signal<bool>,
    /// The words are for screen readers alone, as in a table's column of boxes.
    #[prop(optional)]
    bare: bool,
    /// Called after the user changed it.
    #[prop(optional, into)]
    on_change: Option<Callback<bool>>,
    /// Cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <label class="checkbox">
            <input
                type="checkbox"
                prop:checked=move || checked.get()
                prop:indeterminate=move || mixed.get()
                disabled=move || disabled.get()
                on:change=heard(ev::change, move |event| {
                    let on = event_target_checked(&event);
                    checked.try_set(on);
                    if let Some(on_change) = on_change {
                        on_change.try_run(on);
                    }
                })
            />
            <span class:visually-hidden=bare>{label}</span>
        </label>
    }
    .into_any()
}
