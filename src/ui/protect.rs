//! Putting the office's own data under a passphrase, and taking it out again.

use crate::exchange::encrypted::Locked;
use crate::store::persist::sealed::{convert, open_value, seal_value};
use crate::store::persist::{Cipher, Storage, Tries, Vault, Workspace};
use crate::ui::startup;
use crate::web::contents::Contents;
use crate::web::idb::Database;
use crate::web::local::Local;
use crate::web::mirrored::{Mirrored, database_name};
use crate::web::{clock, notes, page, random, timer};
use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::Duration;

const REAL: Workspace = Workspace::Real;
/// How long the second place may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// What opens the key with the passphrase; `None` where there is no passphrase.
pub fn lock() -> Option<String> {
    stored(&REAL.lock_key())
}

fn stored(key: &str) -> Option<String> {
    page::local_storage()?.get_item(key).ok().flatten()
}

/// Opens the key with a passphrase, by what lies here or, where that is damaged, by its copy in the second place.
///
/// # Errors
/// Why neither opens.
pub async fn open(passphrase: &str) -> Result<Vault, Locked> {
    let here = lock().unwrap_or_default();
    let why = match Vault::open(&here, passphrase, random::fill) {
        Ok(vault) => return Ok(vault),
        Err(why) => why,
    };
    let there = match Database::open(&database_name(REAL)).await {
        Ok(database) => database.text(&REAL.lock_key()).await.ok().flatten(),
        Err(_) => None,
    };
    let Some(there) = there.filter(|there| *there != here) else { return Err(why) };
    let vault = Vault::open(&there, passphrase, random::fill).map_err(|_| why)?;
    if let Some(storage) = page::local_storage() {
        // Without room the copy is asked again next time.
        let _ = storage.set_item(&REAL.lock_key(), &there);
    }
    Ok(vault)
}

/// Whether the passphrase is set, changed or taken away when the value under this key changes.
pub fn concerns_lock(key: &str) -> bool {
    key == REAL.lock_key() || key == REAL.sealing_key()
}

/// The wrong passphrases in a row so far.
pub fn tries() -> Tries {
    Tries::read(&stored(&REAL.tries_key()).unwrap_or_default())
}

/// Notes whether a passphrase was right.
pub fn tried(is_right: bool) {
    let Some(storage) = page::local_storage() else { return };
    // Where it cannot be written there is no room; the next start knows less.
    let _ = if is_right {
        storage.remove_item(&REAL.tries_key())
    } else {
        storage.set_item(&REAL.tries_key(), &tries().and_one(clock::now_millis()).write())
    };
}

/// Goes under a passphrase: the lock is stored, here and in the second place, and the page begins anew. Values are
/// encrypted then, before anything is shown, when nobody writes: see [`finish`]. `false` if there was no room.
pub fn protect(vault: &Vault) -> bool {
    begin(SEAL) && set_lock(vault) && reload()
}

/// Takes the passphrase away: the page begins anew, and values are opened once it was given a last time. `false` if
/// there was no room.
pub fn unprotect() -> bool {
    begin(OPEN) && reload()
}

/// Puts the key behind another passphrase; nothing else changes.
pub fn set_lock(vault: &Vault) -> bool {
    let open = startup::opened().filter(|open| open.workspace() == REAL);
    open.is_some_and(|open| open.mirrored().set(&REAL.lock_key(), vault.lock()).is_ok())
}

/// What was begun with all values and is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfinished {
    /// They are being encrypted.
    Sealing,
    /// They are being opened for good.
    Opening,
}

const SEAL: &str = "seal";
const OPEN: &str = "open";

/// What was begun and is not done.
pub fn unfinished() -> Option<Unfinished> {
    let begun = stored(&REAL.sealing_key())?;
    Some(if begun == OPEN { Unfinished::Opening } else { Unfinished::Sealing })
}

fn begin(what: &str) -> bool {
    page::local_storage().is_some_and(|storage| storage.set_item(&REAL.sealing_key(), what).is_ok())
}

fn reload() -> bool {
    page::reload();
    true
}

/// Finishes what was begun with all values, while no workspace is open. What could not be done, for want of room or
/// of the second place, stays as it is and is tried at the next start: values of both sorts are read. Gives what the
/// workspace is to be opened with.
pub async fn finish(cipher: Rc<dyn Cipher>) -> Option<Rc<dyn Cipher>> {
    let Some(unfinished) = unfinished() else { return Some(cipher) };
    let Some(local) = Local::open() else { return Some(cipher) };
    let place = Rc::new(Mirrored::new(Rc::new(local), REAL, |_| {}));
    let is_done = Rc::new(Cell::new(false));
    // When the page no longer waits, the workspace is opened, and nothing more may change under it.
    let is_late = Rc::new(Cell::new(false));
    let (working, done, late) = (Rc::clone(&cipher), Rc::clone(&is_done), Rc::clone(&is_late));
    timer::at_most(PATIENCE, async move {
        let is_there = place.connect(&BTreeSet::new(), true).await.is_some();
        if late.get() {
            return;
        }
        let change = |key: &str, text: &str| match unfinished {
            Unfinished::Sealing => seal_value(&*working, key, text),
            Unfinished::Opening => Some(open_value(&*working, key, text.to_owned())),
        };
        let left = convert(&*place, REAL, change);
        let seals = unfinished == Unfinished::Sealing;
        if left != Ok(0)
            || !is_there
            || !place.convert(change).await
            || !Contents::convert(REAL, &*working, seals).await
            || late.get()
        {
            return;
        }
        match unfinished {
            Unfinished::Sealing => notes::seal(REAL, &*working),
            Unfinished::Opening => {
                notes::unseal(REAL, &*working);
                // Last of all: until here everything could still be opened.
                let _ = place.remove(&REAL.lock_key());
            }
        }
        let _ = place.remove(&REAL.sealing_key());
        done.set(true);
    })
    .await;
    is_late.set(true);
    let is_open = is_done.get() && unfinished == Unfinished::Opening;
    (!is_open).then_some(cipher)
}
