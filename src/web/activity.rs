//! Whether somebody is at the page.

use super::page;
use wasm_bindgen::prelude::*;

/// What a person does to a page, moving over it included.
const EVENTS: [&str; 6] = ["pointerdown", "pointermove", "keydown", "input", "wheel", "touchstart"];

/// Calls `report` whenever the page is touched, for as long as it lives.
pub fn on_any(report: fn()) {
    let Some(document) = page::document() else { return };
    let listener = Closure::<dyn FnMut()>::new(report).into_js_value();
    for event in EVENTS {
        // Before anything in the page can stop it. Fails only for options that are not given here.
        let _ = document.add_event_listener_with_callback_and_bool(event, listener.unchecked_ref(), true);
    }
}
