//! What this page encrypts with, once a passphrase was given.

use crate::store::persist::{Cipher, Workspace};
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    static CIPHER: RefCell<Option<Rc<dyn Cipher>>> = const { RefCell::new(None) };
}

/// The cipher; `None` where the office's data is not encrypted.
pub fn current() -> Option<Rc<dyn Cipher>> {
    CIPHER.with_borrow(Clone::clone)
}

/// What the values of a workspace are encrypted with: the sample county is nobody's secret.
pub fn of(workspace: Workspace) -> Option<Rc<dyn Cipher>> {
    current().filter(|_| workspace == Workspace::Real)
}

/// From now on everything written of the office's own data is encrypted with this, or nothing is.
pub fn set(cipher: Option<Rc<dyn Cipher>>) {
    CIPHER.set(cipher);
}
