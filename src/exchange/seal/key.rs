//! The key pair of a device.

use base64ct::{Base64Unpadded as Base64, Encoding};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

use crate::domain::id::DIGITS;

/// The secret half. It never leaves the device, and nothing shows it.
#[derive(Clone)]
pub struct DeviceKey(SigningKey);

/// The public half: who has it can tell what the device signed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey([u8; 32]);

/// What a device put under something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Signed64([u8; 64]);

impl DeviceKey {
    /// The key that follows from 32 random bytes, which the device keeps for itself.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The public half.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    /// Signs a message, which begins with a word that says what it is.
    pub(super) fn sign(&self, message: &[u8]) -> Signed64 {
        Signed64(self.0.sign(message).to_bytes())
    }
}

impl fmt::Debug for DeviceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DeviceKey({})", self.public().fingerprint())
    }
}

impl PublicKey {
    /// The key with these bytes; whether it is one shows when a signature is held against it.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// What two people read to each other to see that they mean the same key: four groups of four letters,
    /// 80 bits of the key's SHA-256.
    pub fn fingerprint(&self) -> String {
        let hash = Sha256::digest(self.0);
        let bits = hash.iter().take(10).fold(0u128, |bits, byte| bits << 8 | u128::from(*byte));
        let mut text = String::with_capacity(19);
        for at in 0..16u32 {
            if at > 0 && at % 4 == 0 {
                text.push('-');
            }
            text.push(char::from(DIGITS[(bits >> (75 - 5 * at)) as usize & 31]));
        }
        text
    }

    /// Whether the device with this key signed the message.
    pub(super) fn has_signed(&self, message: &[u8], signature: &Signed64) -> bool {
        let key = VerifyingKey::from_bytes(&self.0);
        key.is_ok_and(|key| key.verify_strict(message, &Signature::from_bytes(&signature.0)).is_ok())
    }
}

/// The text is not the written form of a key or signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotWritten;

/// Reads what [`written`] writes.
pub(super) fn bytes<const N: usize>(text: &str) -> Result<[u8; N], NotWritten> {
    let mut bytes = [0; N];
    match Base64::decode(text, &mut bytes) {
        Ok(read) if read.len() == N => Ok(bytes),
        _ => Err(NotWritten),
    }
}

/// Base 64 without padding.
pub(super) fn written(bytes: &[u8]) -> String {
    Base64::encode_string(bytes)
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&written(&self.0))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.fingerprint())
    }
}

impl FromStr for PublicKey {
    type Err = NotWritten;

    fn from_str(text: &str) -> Result<Self, NotWritten> {
        bytes(text).map(Self)
    }
}

impl fmt::Display for Signed64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&written(&self.0))
    }
}

impl fmt::Debug for Signed64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Signed64 {
    type Err = NotWritten;

    fn from_str(text: &str) -> Result<Self, NotWritten> {
        bytes(text).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_and_signature_of_the_standard() {
        // RFC 8032, 7.1, the second test.
        let hex = |text: &str| -> Vec<u8> {
            (0..text.len() / 2)
                .filter_map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok())
                .collect()
        };
        let seed = hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        let key = DeviceKey::from_seed(seed.as_slice().try_into().expect("32 bytes"));
        assert_eq!(
            key.public().as_bytes()[..],
            hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
        );
        let signature = key.sign(&[0x72]);
        assert_eq!(
            signature.0[..],
            hex(
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
            )
        );
        assert!(key.public().has_signed(&[0x72], &signature));
        assert!(!key.public().has_signed(&[0x73], &signature));
    }

    #[test]
    fn written_forms_read_back() {
        let key = DeviceKey::from_seed(&[7; 32]);
        let (public, signature) = (key.public(), key.sign(b"a"));
        assert_eq!(public.to_string().parse(), Ok(public));
        assert_eq!(signature.to_string().parse(), Ok(signature));
        for bad in ["", "AA", "招商", &format!("{public}A"), &signature.to_string(), &format!("{public}=")]
        {
            assert_eq!(bad.parse::<PublicKey>(), Err(NotWritten), "{bad}");
        }
    }

    #[test]
    fn a_fingerprint_can_be_read_out() {
        let print = DeviceKey::from_seed(&[7; 32]).public().fingerprint();
        assert_ne!(print, DeviceKey::from_seed(&[8; 32]).public().fingerprint());
        let groups: Vec<&str> = print.split('-').collect();
        assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [4; 4]);
        assert!(print.bytes().all(|b| b == b'-' || DIGITS.contains(&b)), "{print}");
        // A bare key is none: no signature fits it.
        let nothing = PublicKey::from_bytes([0; 32]);
        assert!(!nothing.has_signed(b"a", &Signed64([0; 64])));
    }
}
