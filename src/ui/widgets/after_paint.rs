//! What lies below the part of a page that is seen first.

use crate::web::timer;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Whether the page was painted since the calling component was made.
pub fn painted() -> ReadSignal<bool> {
    let (is_painted, set) = signal(false);
    spawn_local(async move {
        timer::painted().await;
        // The component may be gone by now.
        set.try_set(true);
    });
    is_painted
}

/// Makes its children once the page was painted, and holds the room for them until then: for what one scrolls to.
///
/// ```ignore
/// <AfterPaint><blocks::Losses pipeline/></AfterPaint>
/// ```
#[component]
pub fn AfterPaint(children: ChildrenFn) -> impl IntoView {
    let is_painted = painted();
    let body = move || is_painted.get().then(|| children());
    view! { <div class="after-paint" data-waiting=move || (!is_painted.get()).then_some("true")>{body}</div> }
        .into_any()
}
