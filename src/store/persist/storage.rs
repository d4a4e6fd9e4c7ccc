//! What the journal asks of a place that keeps texts under keys, as localStorage does.

use crate::store::WriteError;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A place that keeps texts under keys. Every call is complete when it returns.
///
/// Other tabs may write and remove between any two calls.
pub trait Storage {
    /// Every key there is, those of other programs too, in any order.
    ///
    /// # Errors
    /// If the place cannot be read at all.
    fn keys(&self) -> Result<Vec<String>, WriteError>;

    /// The value under a key, if there is one.
    ///
    /// # Errors
    /// If the place cannot be read at all.
    fn get(&self, key: &str) -> Result<Option<String>, WriteError>;

    /// Puts a value under a key, whole or not at all.
    ///
    /// # Errors
    /// If it could not; what was there before is there still.
    fn set(&self, key: &str, value: &str) -> Result<(), WriteError>;

    /// Removes a value; there may be none.
    ///
    /// # Errors
    /// If it could not.
    fn remove(&self, key: &str) -> Result<(), WriteError>;

    /// Removes a value here and leaves any copy in a second place as it is.
    ///
    /// # Errors
    /// If it could not.
    fn remove_here(&self, key: &str) -> Result<(), WriteError> {
        self.remove(key)
    }

    /// Gives up the space of a value that rests safely in a second, roomier place, from which it will
    /// be read at the next start. False if there is no such place or the value is not there yet; then
    /// nothing has changed.
    fn release(&self, _key: &str) -> bool {
        false
    }
}

/// A storage that lasts as long as the page: for tests, and where the browser keeps nothing.
#[derive(Clone, Debug, Default)]
pub struct MemoryStorage(Rc<RefCell<BTreeMap<String, String>>>);

impl Storage for MemoryStorage {
    fn keys(&self) -> Result<Vec<String>, WriteError> {
        Ok(self.0.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, WriteError> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), WriteError> {
        self.0.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), WriteError> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }
}
