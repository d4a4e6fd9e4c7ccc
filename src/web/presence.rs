//! Whether anybody looks at the page, and when somebody does again.

use super::page;
use wasm_bindgen::prelude::*;

/// Whether the page is seen.
pub fn is_seen() -> bool {
    page::document().is_some_and(|document| !document.hidden())
}

/// Calls `report` whenever the page is seen again, and whenever the browser finds a network again.
pub fn on_return(report: impl Fn() + Clone + 'static) {
    let (Some(window), Some(document)) = (web_sys::window(), page::document()) else { return };
    let seen = report.clone();
    let seen = Closure::<dyn FnMut()>::new(move || {
        if is_seen() {
            seen();
        }
    });
    let online = Closure::<dyn FnMut()>::new(report);
    // For as long as the page lives; adding a listener fails only for options that are not given here.
    let _ =
        document.add_event_listener_with_callback("visibilitychange", seen.into_js_value().unchecked_ref());
    let _ = window.add_event_listener_with_callback("online", online.into_js_value().unchecked_ref());
}
