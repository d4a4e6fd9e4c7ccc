//! A storage whose values of records are encrypted.
//!
//! A sealed value is an [envelope](super::frame) of its own version around the envelope of the records, so that a
//! version of the program that knows nothing of it says that the data is newer and touches nothing. Its key is
//! authenticated with it: no value can be put in the place of another. Names and numbers of values, the node id and
//! leases are in plain: they tell how much there is, and nothing of what.

use super::frame;
use super::keys::{Name, Workspace};
use super::pack15::{pack, unpack};
use super::storage::Storage;
use crate::exchange::encrypted::EncryptedWriter;
use crate::store::WriteError;
use std::rc::Rc;

/// What encrypts and opens values.
pub trait Cipher {
    /// Encrypts bytes for the place `key`; `None` without a source of randomness.
    fn seal(&self, key: &str, plain: &[u8]) -> Option<Vec<u8>>;
    /// Opens what was sealed for this place; `None` if it was not, or was altered.
    fn open(&self, key: &str, sealed: &[u8]) -> Option<Vec<u8>>;
    /// Encrypts a file for another computer, opened by the passphrase; `None` without a source of randomness.
    fn file(&self, plain: &[u8]) -> Option<Vec<u8>>;
    /// Begins such a file, to be written piece by piece, with its first bytes.
    fn begin_file(&self) -> Option<(EncryptedWriter, Vec<u8>)>;
    /// Opens such a file of the same key without its passphrase.
    fn open_file(&self, bytes: &[u8]) -> Option<Vec<u8>>;
}

/// Seals bytes as bytes for the place `key`: for what is too large to be a text.
pub fn seal_raw(cipher: &dyn Cipher, key: &str, plain: &[u8]) -> Option<Vec<u8>> {
    cipher.seal(key, plain).map(|body| frame::sealed(&body))
}

/// Opens what [`seal_raw`] made; `None` for any other bytes.
pub fn open_raw(cipher: &dyn Cipher, key: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    cipher.open(key, frame::sealed_body(bytes)?)
}

/// Seals bytes as text for the place `key`.
pub fn seal_bytes(cipher: &dyn Cipher, key: &str, plain: &[u8]) -> Option<String> {
    cipher.seal(key, plain).map(|body| pack(&frame::sealed(&body)))
}

/// Opens what [`seal_bytes`] made; `None` for any other text.
pub fn open_bytes(cipher: &dyn Cipher, key: &str, text: &str) -> Option<Vec<u8>> {
    let bytes = unpack(text).ok()?;
    cipher.open(key, frame::sealed_body(&bytes)?)
}

/// Whether a text is sealed, whole or not.
pub fn is_sealed(text: &str) -> bool {
    unpack(text).is_ok_and(|bytes| frame::is_sealed(&bytes))
}

/// A value of records as it is to be stored; as it came if it is sealed already or no such value.
pub fn seal_value(cipher: &dyn Cipher, key: &str, text: &str) -> Option<String> {
    match unpack(text) {
        Ok(bytes) if !frame::is_sealed(&bytes) => seal_bytes(cipher, key, &bytes),
        _ => Some(text.to_owned()),
    }
}

/// A value of records as it was before it was sealed; as it came if it cannot be opened or is not sealed.
pub fn open_value(cipher: &dyn Cipher, key: &str, text: String) -> String {
    open_bytes(cipher, key, &text).map_or(text, |bytes| pack(&bytes))
}

/// Whether the value under a key holds records.
pub fn holds_records(workspace: Workspace, key: &str) -> bool {
    Name::from_key(workspace, key).is_some() || Name::from_quarantine_key(workspace, key).is_some()
}

/// A storage that seals what it hands on and opens what it gets.
#[derive(Clone)]
pub struct Sealed {
    inner: Rc<dyn Storage>,
    workspace: Workspace,
    cipher: Rc<dyn Cipher>,
}

impl Sealed {
    /// Seals the records of one workspace.
    pub fn new(inner: Rc<dyn Storage>, workspace: Workspace, cipher: Rc<dyn Cipher>) -> Self {
        Self { inner, workspace, cipher }
    }
}

impl Storage for Sealed {
    fn keys(&self) -> Result<Vec<String>, WriteError> {
        self.inner.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, WriteError> {
        let text = self.inner.get(key)?;
        if !holds_records(self.workspace, key) {
            return Ok(text);
        }
        Ok(text.map(|text| open_value(&*self.cipher, key, text)))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), WriteError> {
        if !holds_records(self.workspace, key) {
            return self.inner.set(key, value);
        }
        let sealed = seal_value(&*self.cipher, key, value).ok_or(WriteError::Other)?;
        self.inner.set(key, &sealed)
    }

    fn remove(&self, key: &str) -> Result<(), WriteError> {
        self.inner.remove(key)
    }

    fn remove_here(&self, key: &str) -> Result<(), WriteError> {
        self.inner.remove_here(key)
    }

    fn release(&self, key: &str) -> bool {
        self.inner.release(key)
    }
}

/// Changes every value of records in a storage, sealed or opened by `change`; gives how many could not be.
///
/// # Errors
/// If the storage cannot be read.
pub fn convert(
    storage: &dyn Storage,
    workspace: Workspace,
    change: impl Fn(&str, &str) -> Option<String>,
) -> Result<usize, WriteError> {
    let mut left = 0;
    for key in storage.keys()?.into_iter().filter(|key| holds_records(workspace, key)) {
        let Some(text) = storage.get(&key)? else { continue };
        let done = match change(&key, &text) {
            Some(new) if new == text => true,
            Some(new) => storage.set(&key, &new).is_ok(),
            None => false,
        };
        left += usize::from(!done);
    }
    Ok(left)
}
