//! Whose a file is.

use super::file::FileSignature;
use super::key::PublicKey;
use super::pinned::Seals;
use crate::exchange::json::Header;

/// What a reader is told of a file's sender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signed {
    /// The file is not signed: an older version made it, or the signature was taken out.
    Unsigned,
    /// It is of a device that a person here trusts.
    Known,
    /// It is of a device that nobody here has confirmed yet. The person who sent it can read out the
    /// fingerprint of this key.
    New(PublicKey),
    /// It says to be of a device whose key is another.
    Changed {
        /// The key known so far.
        was: PublicKey,
        /// The key that signed the file.
        now: PublicKey,
    },
    /// The signature does not fit: the file was altered after it was signed, if only by a program that wrote
    /// it anew.
    Broken,
}

/// Whose the file with this head is, by what this laptop has seen.
pub fn sender(header: &Header, seen: &Seals) -> Signed {
    let now = match header.signature {
        FileSignature::None => return Signed::Unsigned,
        FileSignature::Broken => return Signed::Broken,
        FileSignature::Whole(key) => key,
    };
    match seen.get(header.from.node) {
        Some(known) if known.key != now => Signed::Changed { was: known.key, now },
        _ if seen.trusts(now) => Signed::Known,
        _ => Signed::New(now),
    }
}
