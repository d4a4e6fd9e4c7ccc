//! One of two to five things, all in sight.

use super::Choice;
use super::id::unique_id;
use crate::ui::heard::heard;
use leptos::ev;
use leptos::prelude::*;

/// A group of radio buttons in one row. Arrow keys move, as the browser does it.
///
/// ```ignore
/// <Segmented label=table::UNIT value=unit options=vec![Choice::new("wan", table::WAN), Choice::new("yi", table::YI)]/>
/// ```
#[component]
pub fn Segmented(
    /// What is chosen here, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The chosen entry's `value`.
    #[prop(into)]
    value: RwSignal<String>,
    /// What can be chosen.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// Called after the user chose.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
) -> impl IntoView {
    let name = unique_id("segmented");
    let entries = move || {
        let entry = |choice: Choice| {
            let name = name.clone();
            let (this, chosen) = (choice.value.clone(), choice.value.clone());
            view! {
                <label>
                    <input
                        type="radio"
                        name=name
                        value=choice.value
                        prop:checked=move || *value.read() == this
                        on:change=heard(ev::change, move |_| {
                            value.try_set(chosen.clone());
                            if let Some(on_change) = on_change {
                                on_change.try_run(chosen.clone());
                            }
                        })
                    />
                    <span>{move || choice.label.show()}</span>
                </label>
            }
        };
        options.get().into_iter().map(entry).collect_view()
    };
    view! { <div class="segmented" role="radiogroup" aria-label=label>{entries}</div> }.into_any()
}
