//! Another tab changed something in localStorage.

use wasm_bindgen::prelude::*;
use web_sys::StorageEvent;

/// Calls `report` with the key of each value that another tab changes, for as long as the page lives.
pub fn on_change(report: impl Fn(&str) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn FnMut(StorageEvent)>::new(move |event: StorageEvent| {
        if let Some(key) = event.key() {
            report(&key);
        }
    });
    // Fails only for options that are not given here.
    let _ = window.add_event_listener_with_callback("storage", listener.into_js_value().unchecked_ref());
}
