//! 口令: the key that records are encrypted with while they rest, and the passphrase that opens it.
//!
//! What is stored of it are the lines an age file begins with (see [`crate::exchange::encrypted`]): scrypt makes each
//! guess cost 64 MiB and half a second. The key of records follows from the key of files, so one passphrase opens
//! both, and a backup is a file of age. Values are sealed with XChaCha20-Poly1305 under random nonces of 24 bytes,
//! of which there are enough for ever.

use super::sealed::Cipher;
use crate::exchange::encrypted::{EncryptedWriter, Locked, Passkey};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};

/// What makes the key of records this program's own.
const LABEL: &[u8] = b"zhaoshang records";
/// The length of a nonce.
const NONCE: usize = 24;
/// How many wrong passphrases are answered at once.
const FREE_TRIES: u32 = 3;
/// The longest wait between two tries, in seconds.
const LONGEST_WAIT: u64 = 300;

/// An open key.
pub struct Vault {
    passkey: Passkey,
    records: XChaCha20Poly1305,
    random: fn(&mut [u8]) -> bool,
}

impl Vault {
    /// A new key behind a passphrase; `None` without a source of randomness. `random` fills bytes from a
    /// cryptographic source; `cost` is [`crate::exchange::encrypted::COST`] but in tests.
    pub fn new(passphrase: &str, cost: u8, random: fn(&mut [u8]) -> bool) -> Option<Self> {
        let (mut key, mut salt) = ([0; 16], [0; 16]);
        let is_random = random(&mut key) && random(&mut salt);
        is_random.then(|| Self::of(Passkey::new(passphrase, key, &salt, cost), random))
    }

    /// The key that a passphrase opens, from what [`Vault::lock`] gave.
    ///
    /// # Errors
    /// Why it does not open.
    pub fn open(lock: &str, passphrase: &str, random: fn(&mut [u8]) -> bool) -> Result<Self, Locked> {
        Ok(Self::of(Passkey::open(lock, passphrase)?, random))
    }

    fn of(passkey: Passkey, random: fn(&mut [u8]) -> bool) -> Self {
        let records = XChaCha20Poly1305::new(&Key::from(passkey.derived(LABEL)));
        Self { passkey, records, random }
    }

    /// The same key behind another passphrase; `None` without a source of randomness.
    pub fn behind(&self, passphrase: &str, cost: u8) -> Option<Self> {
        let mut salt = [0; 16];
        (self.random)(&mut salt).then(|| Self::of(self.passkey.behind(passphrase, &salt, cost), self.random))
    }

    /// What is stored, by which the passphrase opens the key.
    pub fn lock(&self) -> &str {
        self.passkey.header()
    }
}

impl Cipher for Vault {
    fn seal(&self, key: &str, plain: &[u8]) -> Option<Vec<u8>> {
        let mut nonce = [0; NONCE];
        if !(self.random)(&mut nonce) {
            return None;
        }
        let payload = Payload { msg: plain, aad: key.as_bytes() };
        let sealed = self.records.encrypt(&XNonce::from(nonce), payload).ok()?;
        Some([&nonce[..], &sealed].concat())
    }

    fn open(&self, key: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, body) = sealed.split_first_chunk::<NONCE>()?;
        self.records.decrypt(&XNonce::from(*nonce), Payload { msg: body, aad: key.as_bytes() }).ok()
    }

    fn file(&self, plain: &[u8]) -> Option<Vec<u8>> {
        let mut nonce = [0; 16];
        (self.random)(&mut nonce).then(|| self.passkey.encrypt(plain, &nonce))
    }

    fn begin_file(&self) -> Option<(EncryptedWriter, Vec<u8>)> {
        let mut nonce = [0; 16];
        (self.random)(&mut nonce).then(|| self.passkey.begin(&nonce))
    }

    fn open_file(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        self.passkey.open_file(bytes).ok()
    }
}

/// Wrong passphrases in a row, kept over reloads: each costs a longer wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tries {
    /// How many.
    pub wrong: u32,
    /// When the last was, in milliseconds since 1970.
    pub last: u64,
}

impl Tries {
    /// Reads what [`Tries::write`] wrote; none from anything else.
    pub fn read(text: &str) -> Self {
        let parts =
            text.split_once(' ').and_then(|(wrong, last)| Some((wrong.parse().ok()?, last.parse().ok()?)));
        parts.map_or_else(Self::default, |(wrong, last)| Self { wrong, last })
    }

    /// As text.
    pub fn write(self) -> String {
        format!("{} {}", self.wrong, self.last)
    }

    /// One more wrong one.
    #[must_use]
    pub fn and_one(self, now: u64) -> Self {
        Self { wrong: self.wrong.saturating_add(1), last: now }
    }

    /// How many seconds until the next is answered: none for the first three, then 2, 4, 8 … and 300 at most. A
    /// clock put back does not lengthen it, one put forward shortens it: it slows a person, not a program.
    pub fn wait(self, now: u64) -> u64 {
        let Some(dear) = self.wrong.checked_sub(FREE_TRIES).filter(|_| self.wrong > 0) else { return 0 };
        let pause = 1u64.checked_shl(dear + 1).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT);
        pause.saturating_sub(now.saturating_sub(self.last) / 1000).min(pause)
    }
}

#[cfg(test)]
mod tests;
