//! A short word or count set apart from the text.

use leptos::prelude::*;

/// A stage, a kind, a count. Never a warning: that is a `Light`.
///
/// ```ignore
/// <Badge text=move || count(n.get())/>
/// ```
#[component]
pub fn Badge(
    /// What it says.
    #[prop(into)]
    text: Signal<String>,
    /// In the accent colour: something waits to be done.
    #[prop(optional)]
    accent: bool,
) -> impl IntoView {
    view! { <span class="badge" data-accent=accent.then_some("true")>{text}</span> }.into_any()
}
