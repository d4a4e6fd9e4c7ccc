//! A link inside the application.

use super::{Location, route};
use leptos::prelude::*;

/// A link to a page. Knows whether it leads to the page shown (`aria-current="page"`).
///
/// ```ignore
/// <A to=Route::Project(id)>{name}</A>
/// ```
#[component]
pub fn A(
    /// Where it leads: a `Route`, a `Location`, or a closure giving a `Location`.
    #[prop(into)]
    to: Signal<Location>,
    /// What the link shows.
    children: Children,
) -> impl IntoView {
    let current = move || (route() == to.read().route).then_some("page");
    view! { <a href=move || to.read().href() aria-current=current>{children()}</a> }.into_any()
}

/// A link of a table to another page. It follows nothing: of these there are thousands, and none leads to its own page.
pub fn link(to: &Location, text: impl IntoView) -> AnyView {
    view! { <a href=to.href()>{text.into_view()}</a> }.into_any()
}

impl From<super::Route> for Signal<Location> {
    fn from(route: super::Route) -> Self {
        Signal::stored(route.into())
    }
}
