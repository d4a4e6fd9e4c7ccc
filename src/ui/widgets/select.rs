//! One of a few fixed things, by the browser's own list.

use super::Choice;
use super::field::FieldLinks;
use crate::ui::heard::heard;
use leptos::ev;
use leptos::prelude::*;

/// A native list. For more than a dozen entries, or entries the user may add, take `Combo`.
///
/// ```ignore
/// <Select value=stage options=stages on_change=move |stage| save(stage)/>
/// ```
#[component]
pub fn Select(
    /// The chosen entry's `value`.
    value: RwSignal<String>,
    /// What can be chosen. Add `Choice::new("", …)` where nothing may be chosen.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// Called after the user chose.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
    /// Name for screen readers where no `Field` stands around it.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// Cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let links = FieldLinks::here();
    let described_by = links.description();
    let list = move || {
        let entry = |choice: Choice| {
            let this = choice.value.clone();
            view! {
                <option value=choice.value prop:selected=move || *value.read() == this>
                    {move || choice.label.show()}
                </option>
            }
        };
        options.get().into_iter().map(entry).collect_view()
    };
    view! {
        <select
            id=links.input
            aria-label=move || label.map(|l| l.get())
            aria-describedby=described_by
            aria-invalid=move || links.invalid.get().then_some("true")
            aria-required=links.required.then_some("true")
            disabled=move || disabled.get()
            on:change=heard(ev::change, move |event| {
                let chosen = event_target_value(&event);
                value.try_set(chosen.clone());
                if let Some(on_change) = on_change {
                    on_change.try_run(chosen);
                }
            })
        >
            {list}
        </select>
    }
    .into_any()
}
