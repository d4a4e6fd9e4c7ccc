//! localStorage, where the pipeline rests.

use super::page;
use crate::store::WriteError;
use crate::store::persist::Storage;
use wasm_bindgen::{JsCast, JsValue};

/// The localStorage of this address.
pub struct Local(web_sys::Storage);

impl Local {
    /// The storage, if the browser allows this page one.
    pub fn open() -> Option<Self> {
        page::local_storage().map(Self)
    }
}

impl Storage for Local {
    fn keys(&self) -> Result<Vec<String>, WriteError> {
        let count = self.0.length().map_err(|_| WriteError::Blocked)?;
        let mut keys = Vec::with_capacity(count as usize);
        for at in 0..count {
            keys.extend(self.0.key(at).map_err(|_| WriteError::Blocked)?);
        }
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<String>, WriteError> {
        self.0.get_item(key).map_err(|_| WriteError::Blocked)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), WriteError> {
        self.0.set_item(key, value).map_err(|error| why(&error))
    }

    fn remove(&self, key: &str) -> Result<(), WriteError> {
        self.0.remove_item(key).map_err(|_| WriteError::Blocked)
    }
}

fn why(error: &JsValue) -> WriteError {
    match error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => WriteError::Full,
        Some("SecurityError") => WriteError::Blocked,
        _ => WriteError::Other,
    }
}
