//! The signature of a whole file.
//!
//! It stands at the very end, as the member `signature` after all others, and covers every byte before it
//! but carriage returns, which mail and editors add by themselves. So it can be made when all else is
//! written and checked where the file is read, and programs that do not know it need not care.

use super::key::{DeviceKey, PublicKey, Signed64};
use super::statement::Seal;
use sha2::{Digest, Sha256};

/// What begins the signed bytes.
const CONTEXT: &[u8] = b"zhaoshang file 1\0";
/// How the member is written, up to its value.
const BEFORE: &str = ",\n\"signature\": ";

/// Who signs a file, and what goes along to vouch for its content.
#[derive(Clone, Debug)]
pub struct Signer<'k> {
    /// The device's key.
    pub key: &'k DeviceKey,
    /// What is known of histories: the device's own latest seal, and the latest of each other.
    pub seals: Vec<Seal>,
}

impl<'k> Signer<'k> {
    /// Signs a file that is not the whole truth of any history, such as a redacted copy.
    pub fn without_seals(key: &'k DeviceKey) -> Self {
        Self { key, seals: Vec::new() }
    }
}

/// What the signature under a file says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileSignature {
    /// There is none.
    #[default]
    None,
    /// The device with this key made the file, and nothing of it was altered since.
    Whole(PublicKey),
    /// There is one that does not fit: the file was altered, or written anew by another program.
    Broken,
}

/// Signs a file whose last member is written and whose bracket is still open.
pub(in crate::exchange) fn sign(out: &mut String, key: &DeviceKey) {
    let signature = key.sign(&message(out));
    out.push_str(BEFORE);
    out.push_str(&format!("{{\"key\": \"{}\", \"signature\": \"{signature}\"}}", key.public()));
}

/// Whether `signature`, a piece of `text`, is the signature under that whole file. `parts` are the key and
/// the signature it consists of.
pub(in crate::exchange) fn check(
    text: &str,
    signature: &str,
    (key, signed): (PublicKey, Signed64),
) -> FileSignature {
    let start = (signature.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
    match covered(text, start, signature.len()) {
        Some(covered) if key.has_signed(&message(covered), &signed) => FileSignature::Whole(key),
        _ => FileSignature::Broken,
    }
}

/// What the signature at a place covers, if it is the last member.
fn covered(text: &str, start: usize, length: usize) -> Option<&str> {
    let (before, rest) = text.split_at_checked(start)?;
    let is_last = rest.get(length..)?.trim_ascii() == "}";
    let before = before.trim_ascii_end().strip_suffix(':')?.trim_ascii_end().strip_suffix("\"signature\"")?;
    let before = before.trim_ascii_end().strip_suffix(',')?;
    is_last.then(|| before.trim_ascii_end())
}

fn message(covered: &str) -> Vec<u8> {
    let mut hash = Sha256::new();
    covered.as_bytes().split(|&byte| byte == b'\r').for_each(|part| hash.update(part));
    let mut message = CONTEXT.to_vec();
    message.extend(hash.finalize());
    message
}
