//! Locks between the tabs of one browser.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &JsValue,
        callback: &JsValue,
    ) -> Result<Promise, JsValue>;
}

/// A lock that is held until this is dropped, or the tab ends.
pub struct Held(Function);

impl Drop for Held {
    fn drop(&mut self) {
        // Resolving the promise gives the lock back; it cannot fail.
        let _ = self.0.call0(&JsValue::NULL);
    }
}

/// Takes the lock `name` if no other tab holds it now. A browser without locks gives none.
pub async fn try_lock(name: &str) -> Option<Held> {
    let navigator = web_sys::window()?.navigator();
    let manager = Reflect::get(&navigator, &"locks".into()).ok().filter(|m| m.is_object())?;
    let options = js_sys::Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE).ok()?;
    let mut release = None;
    // What the lock is held for: a promise that is resolved by dropping `Held`.
    let held_for = Promise::new(&mut |resolve, _| release = Some(resolve));
    let answered = Promise::new(&mut |answer, refuse| {
        let held_for = held_for.clone();
        let callback = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            let _ = answer.call1(&JsValue::NULL, &lock.is_object().into());
            if lock.is_object() { held_for.into() } else { JsValue::UNDEFINED }
        });
        let manager: &LockManager = manager.unchecked_ref();
        if manager.request(name, &options, &callback).is_err() {
            let _ = refuse.call0(&JsValue::NULL);
        }
    });
    let granted = JsFuture::from(answered).await.ok()?.is_truthy();
    release.filter(|_| granted).map(Held)
}
