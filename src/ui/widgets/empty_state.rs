//! A page or list with nothing in it yet.

use leptos::prelude::*;

/// What this place is for, and the one action that fills it.
///
/// ```ignore
/// <EmptyState title=board::EMPTY text=board::EMPTY_TEXT><Button label=board::NEW kind=ButtonKind::Primary …/></EmptyState>
/// ```
#[component]
pub fn EmptyState(
    /// What is not here yet.
    #[prop(into)]
    title: Signal<String>,
    /// What will be here and how it comes about.
    #[prop(into)]
    text: Signal<String>,
    /// One button or link; none where nothing is to be done.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <h2>{title}</h2>
            <p>{text}</p>
            {children.map(|children| children())}
        </div>
    }
    .into_any()
}
