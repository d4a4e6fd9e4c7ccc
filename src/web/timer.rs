//! Doing something later.

use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Runs `work` once, after `millis` milliseconds.
pub fn after(millis: i32, work: impl FnOnce() + 'static) -> Timer {
    let work = Closure::once_into_js(work);
    let id = web_sys::window().and_then(|w| {
        w.set_timeout_with_callback_and_timeout_and_arguments_0(work.unchecked_ref(), millis).ok()
    });
    Timer(id)
}

/// Runs `work` when the browser is about to paint.
pub fn next_frame(work: impl FnOnce() + 'static) {
    let work = Closure::once_into_js(work);
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(work.unchecked_ref());
    }
}

/// Waits, in asynchronous work that must let the page paint between two steps.
pub async fn sleep(time: Duration) {
    let millis = i32::try_from(time.as_millis()).unwrap_or(i32::MAX);
    let wait = js_sys::Promise::new(&mut |done, _| call_after(&done, millis));
    let _ = wasm_bindgen_futures::JsFuture::from(wait).await;
}

/// A hidden page paints nothing: it is not waited for any longer than this many milliseconds.
const UNPAINTED: i32 = 100;

/// Waits until the browser has painted what the page shows now, before work that would hold it up.
pub async fn painted() {
    let wait = js_sys::Promise::new(&mut |done, _| {
        let soon = done.clone();
        // A frame's callbacks run before it is painted, timers after it.
        next_frame(move || call_after(&soon, 0));
        call_after(&done, UNPAINTED);
    });
    let _ = wasm_bindgen_futures::JsFuture::from(wait).await;
}

/// Waits for work that goes on by itself, but no longer than `limit`.
pub async fn at_most(limit: Duration, work: impl Future<Output = ()> + 'static) {
    let work = wasm_bindgen_futures::future_to_promise(async move {
        work.await;
        Ok(JsValue::UNDEFINED)
    });
    let limit = wasm_bindgen_futures::future_to_promise(async move {
        sleep(limit).await;
        Ok(JsValue::UNDEFINED)
    });
    let _ =
        wasm_bindgen_futures::JsFuture::from(js_sys::Promise::race(&js_sys::Array::of2(&work, &limit))).await;
}

fn call_after(done: &js_sys::Function, millis: i32) {
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(done, millis);
    }
}

/// Something that will run; let it go to have it run, or cancel it.
#[derive(Clone, Copy, Debug)]
pub struct Timer(Option<i32>);

impl Timer {
    /// Prevents the work, if it has not run yet.
    pub fn cancel(self) {
        if let (Some(id), Some(window)) = (self.0, web_sys::window()) {
            window.clear_timeout_with_handle(id);
        }
    }
}
