//! The head of a device: who it is, when it was last seen, and which files it offers.

use super::spans::Span;
use crate::ledger::{NodeId, Stamp, VersionVector};
use serde::{Deserialize, Serialize};

/// Most bytes of a head.
pub const MAX_HEAD: usize = 4 << 20;
/// Most files one device offers; joining keeps them at a few dozen.
const MAX_FILES: usize = 10_000;
/// The word that tells a head from every other JSON file.
const FORMAT: &str = "zhaoshang-share";
/// The version of the layout.
const VERSION: u32 = 1;

/// A head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The device.
    pub node: NodeId,
    /// Who works on it.
    pub name: String,
    /// His unit.
    pub unit: String,
    /// When it was last seen here, by its own clock, in milliseconds.
    pub seen: u64,
    /// The files it offers, earliest first.
    pub files: Vec<FileEntry>,
}

/// A file of changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileEntry {
    /// Its number; a device never gives one twice.
    pub number: u32,
    /// Its size in bytes.
    pub bytes: usize,
    /// Its CRC-32: what does not fit is not whole yet.
    pub crc: u32,
    /// The changes in it. Empty for a file with some records, which claims nothing.
    pub span: Span,
}

impl FileEntry {
    /// Whether it holds some records, such as a colleague's files by hand brought, with gaps before them.
    pub fn is_loose(&self) -> bool {
        self.span.have.is_empty()
    }

    /// Whether these bytes are the file.
    pub fn fits(&self, bytes: &[u8]) -> bool {
        bytes.len() == self.bytes && crc32fast::hash(bytes) == self.crc
    }
}

#[derive(Serialize, Deserialize)]
struct Written {
    format: String,
    version: u32,
    node: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    unit: String,
    seen: u64,
    files: Vec<WrittenFile>,
}

#[derive(Serialize, Deserialize)]
struct WrittenFile {
    number: u32,
    bytes: usize,
    crc: u32,
    #[serde(default)]
    since: Vec<String>,
    #[serde(default)]
    have: Vec<String>,
}

impl Head {
    /// The written form, as JSON.
    pub fn write(&self) -> Vec<u8> {
        let stamps = |vector: &VersionVector| vector.iter().map(|stamp| stamp.to_string()).collect();
        let file = |file: &FileEntry| WrittenFile {
            number: file.number,
            bytes: file.bytes,
            crc: file.crc,
            since: stamps(&file.span.since),
            have: stamps(&file.span.have),
        };
        let written = Written {
            format: FORMAT.to_owned(),
            version: VERSION,
            node: self.node.to_string(),
            name: self.name.clone(),
            unit: self.unit.clone(),
            seen: self.seen,
            files: self.files.iter().map(file).collect(),
        };
        // Plain structs of text and numbers always have a written form.
        serde_json::to_vec(&written).unwrap_or_default()
    }

    /// Reads the head of `node`; `None` if it is not whole, not that device's, or of a newer layout.
    pub fn read(node: NodeId, bytes: &[u8]) -> Option<Self> {
        if bytes.len() > MAX_HEAD {
            return None;
        }
        let written: Written = serde_json::from_slice(bytes).ok()?;
        let is_ours = written.format == FORMAT && written.version == VERSION;
        if !is_ours || written.node.parse() != Ok(node) || written.files.len() > MAX_FILES {
            return None;
        }
        let vector = |stamps: &[String]| -> Option<VersionVector> {
            stamps.iter().map(|stamp| stamp.parse::<Stamp>().ok()).collect()
        };
        let file = |file: WrittenFile| {
            let span = Span { since: vector(&file.since)?, have: vector(&file.have)? };
            Some(FileEntry { number: file.number, bytes: file.bytes, crc: file.crc, span })
        };
        let files = written.files.into_iter().map(file).collect::<Option<_>>()?;
        Some(Self { node, name: written.name, unit: written.unit, seen: written.seen, files })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn head() -> Head {
        let vector = |millis| VersionVector::from_iter([Stamp::new(millis, 3, NodeId(7))]);
        let span = Span { since: vector(5), have: vector(9) };
        let files = vec![
            FileEntry { number: 3, bytes: 120, crc: 77, span },
            FileEntry { number: 4, bytes: 1, ..FileEntry::default() },
        ];
        Head { node: NodeId(7), name: "李海燕".into(), unit: "城关镇".into(), seen: 8, files }
    }

    #[test]
    fn what_was_written_reads_back_for_its_own_device_only() {
        let bytes = head().write();
        assert_eq!(Head::read(NodeId(7), &bytes), Some(head()));
        assert_eq!(Head::read(NodeId(8), &bytes), None);
        assert_eq!(Head::read(NodeId(7), &bytes[..bytes.len() - 1]), None);
        assert_eq!(Head::read(NodeId(7), b""), None);
    }

    proptest! {
        #[test]
        fn damage_never_panics(at in 0usize..400, byte: u8) {
            let mut bytes = head().write();
            let at = at % bytes.len();
            bytes[at] = byte;
            if let Some(read) = Head::read(NodeId(7), &bytes) {
                prop_assert_eq!(read.node, NodeId(7));
            }
        }
    }
}
