//! The check sum of a file: tells a file that lost or changed something on the way from a whole one.
//! It guards against accidents and well-meant editing, not against forgery.

use super::cell::CellName;
use crate::domain::id::base32;
use crate::ledger::{Stamp, VersionVector};

/// The sum of the hashes of a file's parts. The order of records and the layout do not matter.
#[derive(Clone, Copy, Default)]
pub(super) struct Check(u64);

impl Check {
    /// Adds one change; `value` as compact JSON.
    pub(super) fn change(
        &mut self,
        (kind, id): (&str, &str),
        name: CellName<'_>,
        value: &str,
        (stamp, over): (Stamp, &[Stamp]),
    ) {
        let mut hash = Hash::default();
        for text in [kind, id, name.field, name.element, value] {
            hash.text(text);
        }
        hash.stamp(stamp);
        over.iter().for_each(|&stamp| hash.stamp(stamp));
        self.add(hash);
    }

    /// Adds a version vector under the key it stands at.
    pub(super) fn vector(&mut self, key: &str, vector: &VersionVector) {
        for stamp in vector.iter() {
            let mut hash = Hash::default();
            hash.text(key);
            hash.stamp(stamp);
            self.add(hash);
        }
    }

    /// The sum as written in the file.
    pub(super) fn written(self) -> String {
        base32(self.0)
    }

    fn add(&mut self, hash: Hash) {
        self.0 = self.0.wrapping_add(hash.0);
    }
}

/// FNV-1a, 64 bits.
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    fn bytes(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// A text and a byte that no UTF-8 text holds, so that parts do not run together.
    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
        self.bytes(&[0xff]);
    }

    fn stamp(&mut self, stamp: Stamp) {
        self.bytes(&stamp.time.to_le_bytes());
        self.bytes(&stamp.node.0.to_le_bytes());
    }
}
