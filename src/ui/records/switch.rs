//! The pages of a place as links, for the `lead` of each of them.

use crate::i18n::work as words;
use crate::ui::lang::t;
use crate::ui::routes::{A, Place, Route, Work};
use crate::web::{page, timer};
use leptos::html;
use leptos::prelude::*;

/// Links between the pages of 行动, 监督 or 考核.
#[component]
pub fn WorkSwitch(
    /// The place.
    place: Place,
) -> impl IntoView {
    let (pages, name) = match place {
        Place::Supervision => (Work::SUPERVISION, words::SUPERVISION),
        Place::Assessment => (Work::ASSESSMENT, words::ASSESSMENT),
        _ => (Work::ACTIONS, words::ACTIONS),
    };
    let link = |work: Work| view! { <A to=Route::Work(work)>{move || t(work.title())}</A> };
    // On a phone the pages are wider than the screen: the one that is open is in sight.
    let links: NodeRef<html::Nav> = NodeRef::new();
    Effect::new(move || {
        if let Some(links) = links.get() {
            timer::next_frame(move || page::reveal_within(&links, "[aria-current=page]"));
        }
    });
    view! {
        <nav class="switch" node_ref=links aria-label=move || t(name)>{pages.iter().copied().map(link).collect_view()}</nav>
    }
    .into_any()
}
