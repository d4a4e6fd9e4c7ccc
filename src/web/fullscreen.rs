//! The whole screen for the page, where the browser allows it. Best effort: without it the page fills its window.

use super::page::document;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    type Screen;

    #[wasm_bindgen(method, catch, js_name = requestFullscreen)]
    fn request_fullscreen(this: &Screen) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = exitFullscreen)]
    fn exit_fullscreen(this: &Screen) -> Result<Promise, JsValue>;
}

/// Asks for the whole screen; browsers grant it only while a click or a key is handled.
pub fn enter() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        finish(root.unchecked_ref::<Screen>().request_fullscreen());
    }
}

/// Gives the screen back.
pub fn leave() {
    if let Some(document) = document().filter(|_| is_on()) {
        finish(document.unchecked_ref::<Screen>().exit_fullscreen());
    }
}

/// Takes the whole screen, or gives it back.
pub fn toggle() {
    if is_on() { leave() } else { enter() }
}

/// Whether the browser lets a page have it.
pub fn is_allowed() -> bool {
    document().is_some_and(|document| document.fullscreen_enabled())
}

/// Whether the page has the whole screen.
pub fn is_on() -> bool {
    document().is_some_and(|document| document.fullscreen_element().is_some())
}

/// A refusal is no error: the page stays in its window.
fn finish(asked: Result<Promise, JsValue>) {
    if let Ok(promise) = asked {
        spawn_local(async {
            let _ = JsFuture::from(promise).await;
        });
    }
}
