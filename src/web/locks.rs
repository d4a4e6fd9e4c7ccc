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

/// What came of asking for a lock.
pub enum Asked {
    /// It is held now.
    Held(Held),
    /// Another tab holds it.
    Taken,
    /// The browser has no locks: it is old, or the page came over plain http from another computer.
    NoLocks,
}

/// Takes the lock `name` if no other tab holds it now.
pub async fn try_lock(name: &str) -> Asked {
    match ask(name).await {
        Some((Some(held), true)) => Asked::Held(held),
        Some(_) => Asked::Taken,
        None => Asked::NoLocks,
    }
}

async fn ask(name: &str) -> Option<(Option<Held>, bool)> {
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
        match manager.request(name, &options, &callback) {
            // A page without an address of its own is refused this way, without the callback.
            Ok(request) => {
                let refused = Closure::once_into_js(move |_: JsValue| {
                    let _ = refuse.call0(&JsValue::NULL);
                });
                let _ = then(&request, &JsValue::UNDEFINED, &refused);
            }
            Err(_) => {
                let _ = refuse.call0(&JsValue::NULL);
            }
        }
    });
    let granted = JsFuture::from(answered).await.ok()?.is_truthy();
    Some((release.map(Held), granted))
}

/// `promise.then(done, failed)`.
fn then(promise: &Promise, done: &JsValue, failed: &JsValue) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(promise, &"then".into())?.dyn_into()?;
    method.call2(promise, done, failed)
}
