//! Whose a file is, and whether the history in it is still the one that was made.
//!
//! Each device has a key pair ([`DeviceKey`]). It signs the files it sends ([`Signer`]), so that a reader
//! sees whose they are ([`sender`]). And it seals its own history ([`Seal`]): its commands form a chain of
//! hashes ([`Chain`]), and the seal states where that chain stands. Seals go along with files and are kept
//! by whoever gets them ([`Seals`]). A history that is altered, filled in later or thinned out does not fit
//! the seals any more, and [`findings`] says between which two.
//!
//! What it can not do: a device that was never heard of is believed the first time, until a person compares
//! fingerprints; and the first seal says nothing of how what it seals came about.
//!
//! # The signature scheme
//! Ed25519, from `ed25519-dalek` without its tables: 14 kB of the page after compression, as much as the
//! smallest other (`ed25519-compact`, built for size), 50 kB with the tables. It shares `sha2` with
//! what is here already and is looked after by many, which decides. A signature takes well under a
//! millisecond; only one a file is made.

mod chain;
mod digest;
mod file;
mod findings;
mod held;
mod key;
mod pinned;
mod sender;
mod statement;

pub use chain::Chain;
pub use file::{FileSignature, Signer};
pub use findings::{Finding, What, findings};
pub use held::Held;
pub use key::{DeviceKey, NotWritten, PublicKey, Signed64};
pub use pinned::{AtOdds, Pinned, Seals};
pub use sender::{Signed, sender};
pub use statement::Seal;

pub(in crate::exchange) use file::{check, sign};

#[cfg(test)]
mod tests;
