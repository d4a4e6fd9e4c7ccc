//! A newer version of the application that lies ready: told, and taken when the user says so.
//!
//! The page's own script (see `xtask/page/offline-site.js`) keeps the offline copy and sets
//! `data-update="ready"` on the root when a newer one is complete.

use super::page;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, ServiceWorkerRegistration, ServiceWorkerState};

/// Calls `report` when a newer version lies ready, at once if one does already. For the page's life.
pub fn on_ready(report: impl Fn() + 'static) {
    let ready = || page::document()?.document_element()?.get_attribute("data-update");
    if ready().is_some() {
        report();
    }
    let report = Closure::<dyn Fn(Event)>::new(move |_| report());
    if let Some(window) = web_sys::window() {
        let _ = window
            .add_event_listener_with_callback("zhaoshang:update-ready", report.as_ref().unchecked_ref());
    }
    // The window keeps it as long as the page lives.
    report.forget();
}

/// Puts the newer version in place and starts it. Other tabs keep theirs until they are reloaded.
pub fn take() {
    spawn_local(async {
        // Whatever fails here, the newer version runs at the next start.
        let _ = activate().await;
    });
}

async fn activate() -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let workers = window.navigator().service_worker();
    let registration: ServiceWorkerRegistration = JsFuture::from(workers.ready()?).await?.unchecked_into();
    let Some(waiting) = registration.waiting() else { return window.location().reload() };
    // Not `controllerchange`: a page that was loaded before there was an offline copy, or past it, has no
    // controller that could change.
    let worker = waiting.clone();
    let reload = Closure::<dyn Fn()>::new(move || {
        if worker.state() == ServiceWorkerState::Activated {
            let _ = window.location().reload();
        }
    });
    waiting.add_event_listener_with_callback("statechange", reload.as_ref().unchecked_ref())?;
    reload.forget();
    waiting.post_message(&JsValue::from_str("activate"))
}
