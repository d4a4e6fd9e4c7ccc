//! The keys of files whose passphrase was given: the contents beside a backup are encrypted with the backup's own.

use crate::exchange::encrypted::Passkey;
use crate::web::cipher;
use std::cell::RefCell;

thread_local! {
    static KEYS: RefCell<Vec<Passkey>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a key for as long as the page lives.
pub fn remember_key(key: Passkey) {
    KEYS.with_borrow_mut(|keys| keys.push(key));
}

/// Opens an encrypted content with a key that is known here.
pub fn opened(bytes: &[u8]) -> Option<Vec<u8>> {
    let own = cipher::current().and_then(|cipher| cipher.open_file(bytes));
    own.or_else(|| KEYS.with_borrow(|keys| keys.iter().find_map(|key| key.open_file(bytes).ok())))
}
