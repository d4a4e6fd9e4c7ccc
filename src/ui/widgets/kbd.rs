//! Keys.

use leptos::prelude::*;

/// Keys as printed on the keyboard: `Ctrl+K`, or `g p` for one after the other.
///
/// ```ignore
/// <Kbd keys="Ctrl+K"/>
/// ```
#[component]
pub fn Kbd(
    /// The keys, written as in `shortcuts::register`.
    keys: &'static str,
) -> impl IntoView {
    let key = |key: &'static str| {
        let shown = match key {
            "ArrowUp" => "↑",
            "ArrowDown" => "↓",
            "ArrowLeft" => "←",
            "ArrowRight" => "→",
            "Escape" => "Esc",
            _ => key,
        };
        view! { <kbd>{shown}</kbd> }
    };
    let parts = keys.split([' ', '+']).filter(|part| !part.is_empty());
    view! { <span class="kbd">{parts.map(key).collect_view()}</span> }.into_any()
}
