//! A storage that fails, fills up and loses power when a test says so.

use super::storage::{MemoryStorage, Storage};
use crate::store::WriteError;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A [`MemoryStorage`] with faults. Clones share everything.
#[derive(Clone, Debug, Default)]
pub(crate) struct FaultyStorage(Rc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    kept: MemoryStorage,
    /// Values that a second place holds too, once `release` may be called on them.
    elsewhere: RefCell<Option<BTreeMap<String, String>>>,
    /// How many units may be stored.
    limit: Cell<Option<usize>>,
    /// The number of the write (set or remove, from 0) that fails, once.
    failing: Cell<Option<usize>>,
    /// From this write on nothing reaches the storage any more.
    power_cut: Cell<Option<usize>>,
    writes: Cell<usize>,
    units_written: Cell<usize>,
}

impl FaultyStorage {
    pub(crate) fn limit(&self, units: usize) {
        self.0.limit.set(Some(units));
    }

    pub(crate) fn fail_write(&self, number: usize) {
        self.0.failing.set(Some(number));
    }

    pub(crate) fn cut_power_at_write(&self, number: usize) {
        self.0.power_cut.set(Some(number));
    }

    /// Gives the storage a second, roomier place that holds everything ever set.
    pub(crate) fn add_second_place(&self) {
        *self.0.elsewhere.borrow_mut() = Some(BTreeMap::new());
    }

    /// The value a second place holds under a key.
    pub(crate) fn second_place(&self, key: &str) -> Option<String> {
        self.0.elsewhere.borrow().as_ref().and_then(|kept| kept.get(key).cloned())
    }

    pub(crate) fn writes(&self) -> usize {
        self.0.writes.get()
    }

    /// All units ever handed to `set`.
    pub(crate) fn units_written(&self) -> usize {
        self.0.units_written.get()
    }

    /// Keys and values in UTF-16 units.
    pub(crate) fn units(&self) -> usize {
        let keys = self.keys().unwrap_or_default();
        keys.iter().map(|key| key.len() + self.value(key).chars().count()).sum()
    }

    pub(crate) fn value(&self, key: &str) -> String {
        self.get(key).ok().flatten().unwrap_or_default()
    }

    /// A copy as it would be found after a restart: without faults.
    pub(crate) fn after_restart(&self) -> MemoryStorage {
        let copy = MemoryStorage::default();
        for key in self.keys().unwrap_or_default() {
            let _ = copy.set(&key, &self.value(&key));
        }
        copy
    }

    /// Counts a write and says whether it happens.
    fn happens(&self) -> Result<bool, WriteError> {
        let number = self.0.writes.replace(self.0.writes.get() + 1);
        if self.0.failing.get() == Some(number) {
            return Err(WriteError::Other);
        }
        Ok(self.0.power_cut.get().is_none_or(|cut| number < cut))
    }
}

impl Storage for FaultyStorage {
    fn keys(&self) -> Result<Vec<String>, WriteError> {
        self.0.kept.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, WriteError> {
        self.0.kept.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), WriteError> {
        if !self.happens()? {
            // The program does not notice; what it writes is lost with the power.
            return Err(WriteError::Other);
        }
        let size = value.chars().count();
        let before = self.value(key).chars().count();
        if self.0.limit.get().is_some_and(|limit| self.units() - before + key.len() + size > limit) {
            return Err(WriteError::Full);
        }
        self.0.units_written.set(self.0.units_written.get() + key.len() + size);
        if let Some(elsewhere) = self.0.elsewhere.borrow_mut().as_mut() {
            elsewhere.insert(key.to_owned(), value.to_owned());
        }
        self.0.kept.set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), WriteError> {
        if self.happens()? { self.0.kept.remove(key) } else { Err(WriteError::Other) }
    }

    fn release(&self, key: &str) -> bool {
        self.second_place(key).is_some() && self.remove(key).is_ok()
    }
}
