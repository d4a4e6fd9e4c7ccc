//! Files encrypted with a passphrase, in the format age (age-encryption.org/v1): any age or rage opens them.
//!
//! The passphrase is stretched with scrypt, which needs much memory for each guess; the content is
//! authenticated in pieces of 64 KiB (ChaCha20-Poly1305), so that nothing of an altered file is handed out. The
//! ciphers are RustCrypto's; only the frame around them is written here, because the crate `age` brings
//! translations, public keys and plugins along that no page needs. A test holds the two against each other.

pub mod passphrase;

use base64ct::{Base64, Base64Unpadded, Encoding};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// The first line.
const VERSION: &str = "age-encryption.org/v1";
/// Where an armored file begins and ends: the same as text.
const ARMOR: (&str, &str) = ("-----BEGIN AGE ENCRYPTED FILE-----", "-----END AGE ENCRYPTED FILE-----");
/// What makes the salt of scrypt this format's own.
const SALT_LABEL: &[u8] = b"age-encryption.org/v1/scrypt";
/// The binary logarithm of scrypt's cost: 64 MiB and half a second for each guess in a browser.
pub const COST: u8 = 16;
/// A file that costs more is refused: 256 MiB is what a page can ask for without failing.
pub const MAX_COST: u8 = 18;
/// The plain bytes of a piece.
const PIECE: usize = 64 << 10;
/// What authenticates a piece.
const TAG: usize = 16;

/// What must be random and never used twice.
#[derive(Clone, Copy)]
pub struct Seed {
    /// The key of this file.
    pub key: [u8; 16],
    /// The salt of the passphrase.
    pub salt: [u8; 16],
    /// The salt of the content's key.
    pub nonce: [u8; 16],
}

impl Seed {
    /// From 48 bytes of a cryptographic source.
    pub fn from_random(random: &[u8; 48]) -> Self {
        let part = |at: usize| std::array::from_fn(|n| random[at + n]);
        Self { key: part(0), salt: part(16), nonce: part(32) }
    }
}

/// Why a file cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locked {
    /// The passphrase is another one.
    Wrong,
    /// It was encrypted for somebody's key, not with a passphrase.
    ForAKey,
    /// It costs more memory than a page has.
    TooCostly,
    /// It was cut or altered.
    Damaged,
}

/// Whether a file is encrypted in this format.
pub fn is_encrypted(bytes: &[u8]) -> bool {
    bytes.starts_with(VERSION.as_bytes()) || bytes.starts_with(ARMOR.0.as_bytes())
}

/// A key with the lines that a passphrase opens it by. One key may encrypt many files, each under a nonce of its
/// own; so a page that keeps it asks for the passphrase, and takes half a second, once.
#[derive(Clone)]
pub struct Passkey {
    header: String,
    key: [u8; 16],
}

impl Passkey {
    /// A new key behind a passphrase. `cost` is the binary logarithm of scrypt's cost: [`COST`] but in tests.
    pub fn new(passphrase: &str, key: [u8; 16], salt: &[u8; 16], cost: u8) -> Self {
        let wrapped = seal(&stretched(passphrase, salt, cost), [0; 12], &key);
        let stanza = format!("-> scrypt {} {cost}", Base64Unpadded::encode_string(salt));
        let text = format!("{VERSION}\n{stanza}\n{}\n---", Base64Unpadded::encode_string(&wrapped));
        let header = format!("{text} {}\n", Base64Unpadded::encode_string(&mac(&key, &text)));
        Self { header, key }
    }

    /// The key that a passphrase opens, from the lines a file begins with.
    ///
    /// # Errors
    /// Why it does not open.
    pub fn open(header: &str, passphrase: &str) -> Result<Self, Locked> {
        head(header.as_bytes())?.0.unlock(passphrase)
    }

    /// The same key behind another passphrase.
    #[must_use]
    pub fn behind(&self, passphrase: &str, salt: &[u8; 16], cost: u8) -> Self {
        Self::new(passphrase, self.key, salt, cost)
    }

    /// The lines that every file of this key begins with. They give nothing away without the passphrase.
    pub fn header(&self) -> &str {
        &self.header
    }

    /// Encrypts a file. The nonce must be random and never used twice.
    pub fn encrypt(&self, plain: &[u8], nonce: &[u8; 16]) -> Vec<u8> {
        let (mut writer, mut out) = self.begin(nonce);
        out.extend(writer.write(plain));
        out.extend(writer.finish());
        out
    }

    /// Begins a file that is encrypted piece by piece, and gives its first bytes. The nonce must be random and never
    /// used twice.
    pub fn begin(&self, nonce: &[u8; 16]) -> (EncryptedWriter, Vec<u8>) {
        let content = derived(&self.key, nonce, b"payload");
        let head = [self.header.as_bytes(), nonce].concat();
        (EncryptedWriter { content, number: 0, held: Vec::new() }, head)
    }

    /// A key for something else than a file, the same each time.
    pub fn derived(&self, label: &[u8]) -> [u8; 32] {
        derived(&self.key, &[], label)
    }

    /// Decrypts a file of this key without asking for its passphrase again.
    ///
    /// # Errors
    /// [`Locked::Wrong`] if it is of another key; nothing of an altered file is handed out.
    pub fn open_file(&self, bytes: &[u8]) -> Result<Vec<u8>, Locked> {
        self.decrypt(bytes.strip_prefix(self.header.as_bytes()).ok_or(Locked::Wrong)?)
    }

    fn decrypt(&self, rest: &[u8]) -> Result<Vec<u8>, Locked> {
        let (nonce, pieces) = rest.split_at_checked(16).ok_or(Locked::Damaged)?;
        let content = derived(&self.key, nonce, b"payload");
        let count = pieces.len().div_ceil(PIECE + TAG);
        let mut out = Vec::with_capacity(pieces.len());
        for (number, piece) in pieces.chunks(PIECE + TAG).enumerate() {
            let is_last = number + 1 == count;
            let piece = open(&content, piece_nonce(number, is_last), piece).ok_or(Locked::Damaged)?;
            // An empty piece at the end would be a second way of writing the same.
            if piece.is_empty() && count > 1 {
                return Err(Locked::Damaged);
            }
            out.extend(piece);
        }
        if count == 0 { Err(Locked::Damaged) } else { Ok(out) }
    }
}

/// A file that is encrypted as it is written: a page need not hold it whole.
pub struct EncryptedWriter {
    content: [u8; 32],
    number: usize,
    /// What may yet be the last piece.
    held: Vec<u8>,
}

impl EncryptedWriter {
    /// The encrypted bytes that follow from these, as far as they can be told yet.
    pub fn write(&mut self, plain: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(plain.len() + TAG);
        for part in plain.chunks(PIECE) {
            let room = PIECE - self.held.len();
            let (now, later) = part.split_at(part.len().min(room));
            self.held.extend(now);
            // A full piece goes when it is known that another follows.
            if !later.is_empty() {
                out.extend(self.piece(false));
                self.held.extend(later);
            }
        }
        out
    }

    /// The end of the file.
    pub fn finish(mut self) -> Vec<u8> {
        self.piece(true)
    }

    fn piece(&mut self, is_last: bool) -> Vec<u8> {
        let sealed = seal(&self.content, piece_nonce(self.number, is_last), &self.held);
        self.number += 1;
        self.held.clear();
        sealed
    }
}

/// Encrypts with a passphrase. `cost` is the binary logarithm of scrypt's cost: [`COST`] but in tests.
pub fn encrypt(plain: &[u8], passphrase: &str, seed: &Seed, cost: u8) -> Vec<u8> {
    Passkey::new(passphrase, seed.key, &seed.salt, cost).encrypt(plain, &seed.nonce)
}

/// Decrypts with a passphrase.
///
/// # Errors
/// Why it cannot be opened; nothing of an altered file is handed out.
pub fn decrypt(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, Locked> {
    unlock(bytes, passphrase).map(|(plain, _)| plain)
}

/// Decrypts with a passphrase, and gives the key: other files of it open without asking again.
///
/// # Errors
/// Why it cannot be opened; nothing of an altered file is handed out.
pub fn unlock(bytes: &[u8], passphrase: &str) -> Result<(Vec<u8>, Passkey), Locked> {
    let plain;
    let bytes = if bytes.starts_with(ARMOR.0.as_bytes()) {
        plain = unarmored(bytes).ok_or(Locked::Damaged)?;
        &plain[..]
    } else {
        bytes
    };
    let (head, rest) = head(bytes)?;
    let passkey = head.unlock(passphrase)?;
    Ok((passkey.decrypt(rest)?, passkey))
}

/// The lines before the content.
struct Head<'a> {
    salt: [u8; 16],
    cost: u8,
    wrapped: Vec<u8>,
    mac: Vec<u8>,
    /// What the last line authenticates.
    text: &'a str,
    /// All of them, the last one with its end.
    whole: &'a str,
}

impl Head<'_> {
    fn unlock(&self, passphrase: &str) -> Result<Passkey, Locked> {
        let wrapping = stretched(passphrase, &self.salt, self.cost);
        let key = open(&wrapping, [0; 12], &self.wrapped).ok_or(Locked::Wrong)?;
        let key: [u8; 16] = key.try_into().map_err(|_| Locked::Damaged)?;
        let mut authentic = <Hmac<Sha256> as KeyInit>::new_from_slice(&derived(&key, &[], b"header"))
            .map_err(|_| Locked::Damaged)?;
        authentic.update(self.text.as_bytes());
        authentic.verify_slice(&self.mac).map_err(|_| Locked::Damaged)?;
        Ok(Passkey { header: self.whole.to_owned(), key })
    }
}

fn head(bytes: &[u8]) -> Result<(Head<'_>, &[u8]), Locked> {
    // Four short lines; a file for many keys has more, and is not for us.
    let ends: Vec<usize> =
        bytes.iter().take(4096).enumerate().filter(|(_, b)| **b == b'\n').map(|(at, _)| at).take(4).collect();
    let line = |at: usize| {
        let from = at.checked_sub(1).map_or(Some(0), |before| ends.get(before).map(|end| end + 1))?;
        std::str::from_utf8(bytes.get(from..*ends.get(at)?)?).ok()
    };
    let stanza = line(1).and_then(|line| line.strip_prefix("-> ")).ok_or(Locked::Damaged)?;
    let Some((salt, cost)) = stanza.strip_prefix("scrypt ").and_then(|rest| rest.split_once(' ')) else {
        return Err(Locked::ForAKey);
    };
    let cost = cost.parse::<u8>().ok().filter(|&n| n > 0 && !cost.starts_with('+')).ok_or(Locked::Damaged)?;
    if cost > MAX_COST {
        return Err(Locked::TooCostly);
    }
    let decoded = |text: &str| Base64Unpadded::decode_vec(text).map_err(|_| Locked::Damaged);
    let salt = decoded(salt)?.try_into().map_err(|_| Locked::Damaged)?;
    let wrapped = decoded(line(2).ok_or(Locked::Damaged)?)?;
    let last = line(3).and_then(|line| line.strip_prefix("--- ")).ok_or(Locked::Damaged)?;
    let mac = decoded(last)?;
    let end = *ends.get(3).ok_or(Locked::Damaged)?;
    let whole = std::str::from_utf8(&bytes[..=end]).map_err(|_| Locked::Damaged)?;
    let text = &whole[..end - last.len() - 1];
    Ok((Head { salt, cost, wrapped, mac, text, whole }, &bytes[end + 1..]))
}

fn unarmored(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?.trim();
    let inner = text.strip_prefix(ARMOR.0)?.strip_suffix(ARMOR.1)?;
    Base64::decode_vec(&inner.split_ascii_whitespace().collect::<String>()).ok()
}

/// The key that a passphrase stands for.
fn stretched(passphrase: &str, salt: &[u8; 16], cost: u8) -> [u8; 32] {
    let salt = [SALT_LABEL, salt].concat();
    let mut key = [0; 32];
    // Fails only for a cost of 0 or beyond the limit, and for lengths that are not these.
    if let Ok(params) = scrypt::Params::new(cost, 8, 1) {
        let _ = scrypt::scrypt(passphrase.as_bytes(), &salt, &params, &mut key);
    }
    key
}

fn derived(key: &[u8], salt: &[u8], label: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    // Fails only for outputs longer than 8160 bytes.
    let _ = Hkdf::<Sha256>::new(Some(salt), key).expand(label, &mut out);
    out
}

fn mac(key: &[u8], header: &str) -> Vec<u8> {
    // HMAC takes keys of any length.
    let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(&derived(key, &[], b"header")) else {
        return Vec::new();
    };
    mac.update(header.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// The nonce of a piece: its number, and whether it is the last.
fn piece_nonce(number: usize, is_last: bool) -> [u8; 12] {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&(number as u64).to_be_bytes());
    nonce[11] = u8::from(is_last);
    nonce
}

fn seal(key: &[u8; 32], nonce: [u8; 12], plain: &[u8]) -> Vec<u8> {
    // Fails only for more than 256 GiB.
    ChaCha20Poly1305::new(&Key::from(*key)).encrypt(&Nonce::from(nonce), plain).unwrap_or_default()
}

fn open(key: &[u8; 32], nonce: [u8; 12], sealed: &[u8]) -> Option<Vec<u8>> {
    ChaCha20Poly1305::new(&Key::from(*key)).decrypt(&Nonce::from(nonce), sealed).ok()
}

#[cfg(test)]
mod tests;
