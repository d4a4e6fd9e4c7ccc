//! The Leptos application.

pub mod session;

use leptos::prelude::*;

/// Mounts the application on the page.
pub fn start() {
    leptos::mount::mount_to_body(|| view! { <main><h1>"招商簿"</h1></main> });
}
