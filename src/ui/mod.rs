//! The Leptos application.

pub mod session;

use leptos::prelude::*;

/// Mounts the application on the page.
pub fn start() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| view! { <main><h1>"招商簿"</h1></main> });
}
