//! How much of this computer's storage the page uses, and whether the browser promised to keep it.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// What is stored, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// All the browser counts for this site.
    pub used: u64,
    /// What the browser would allow.
    pub quota: u64,
    /// Whether the browser promised not to clear it on its own.
    pub persisted: bool,
}

/// What is stored now; zeros where the browser does not say.
pub async fn measure() -> Usage {
    let mut usage = Usage::default();
    let Some(storage) = manager() else { return usage };
    if let Ok(asked) = storage.estimate()
        && let Ok(estimate) = JsFuture::from(asked).await
    {
        let number = |name: &str| {
            let value = Reflect::get(&estimate, &JsValue::from_str(name)).ok().and_then(|v| v.as_f64());
            value.map_or(0, |bytes| bytes.max(0.0) as u64)
        };
        usage.used = number("usage");
        usage.quota = number("quota");
    }
    if let Ok(asked) = storage.persisted() {
        usage.persisted = JsFuture::from(asked).await.is_ok_and(|answer| answer.is_truthy());
    }
    usage
}

/// Asks the browser to keep the data for good; whether it promised.
pub async fn persist() -> bool {
    let Some(asked) = manager().and_then(|storage| storage.persist().ok()) else { return false };
    JsFuture::from(asked).await.is_ok_and(|answer| answer.is_truthy())
}

/// Absent on pages served over plain http from another computer.
fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let storage = Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
    (!storage.is_undefined()).then(|| storage.into())
}
