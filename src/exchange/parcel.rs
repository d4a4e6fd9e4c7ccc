//! The pipeline, or a part of it, with the contents of its attachments: a ZIP that holds the JSON first and, in folders
//! named after the projects, the files as they are, so that anybody can open it.
//!
//! A content is known by its digest and not by its name: who unpacks the archive and packs it again loses nothing,
//! and what was altered is not taken for what it was.

use super::json::MAX_BYTES;
use super::zip::{Entry, Writer, directory, unpack};
use crate::domain::field::AttachmentField as E;
use crate::domain::{Field, Kind, RecordId};
use crate::ledger::State;
use crate::rules::attachments::{LARGEST, attachment, safe};
use std::collections::BTreeSet;

/// Contents beyond this, in bytes, do not go in one file: a page has 4 GB, and holds what it encrypts twice.
pub const MAX_CONTENTS: u64 = 1_000_000_000;
/// Most contents in one file.
pub const MAX_COUNT: usize = 9_000;

/// The ending of the part that is the pipeline.
const JSON: &str = ".json";
/// The first bytes of an archive.
const MAGIC: &[u8] = b"PK\x03\x04";
/// Where the first part's name begins, and its length stands.
const NAME_AT: usize = 30;
const NAME_LEN_AT: usize = 26;

/// Why a parcel cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It ends in the middle, or was damaged.
    Cut,
    /// It holds more than a parcel may.
    TooLarge,
}

/// The contents of a parcel.
pub struct Parcel {
    bytes: Vec<u8>,
    contents: Vec<Entry>,
}

/// Whether a file is a parcel, whole or cut: an archive with a pipeline in it, and no workbook.
pub fn is_parcel(bytes: &[u8]) -> bool {
    is_first(bytes) == Some(true)
        || (bytes.starts_with(MAGIC)
            && directory(bytes).is_some_and(|entries| {
                !entries.iter().any(|entry| entry.name == "[Content_Types].xml")
                    && pipeline(&entries).is_some()
            }))
}

/// Whether the first part is a pipeline.
fn is_first(bytes: &[u8]) -> Option<bool> {
    let len = bytes.strip_prefix(MAGIC).and(bytes.get(NAME_LEN_AT..NAME_LEN_AT + 2))?;
    let len = usize::from(u16::from_le_bytes([len[0], len[1]]));
    Some(bytes.get(NAME_AT..NAME_AT + len)?.ends_with(JSON.as_bytes()))
}

/// The pipeline is the part of that ending in the outermost folder.
fn pipeline(entries: &[Entry]) -> Option<usize> {
    let is_json = |entry: &Entry| entry.name.ends_with(JSON);
    let depth = |entry: &Entry| entry.name.matches('/').count();
    (0..entries.len()).filter(|&at| is_json(&entries[at])).min_by_key(|&at| depth(&entries[at]))
}

impl Parcel {
    /// Opens a parcel: the pipeline's text, and the contents.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn open(bytes: Vec<u8>) -> Result<(Vec<u8>, Parcel), Unreadable> {
        let mut entries = directory(&bytes).ok_or(Unreadable::Cut)?;
        let pipeline = entries.remove(pipeline(&entries).ok_or(Unreadable::Cut)?);
        let text = unpack(&bytes, &pipeline, MAX_BYTES).map_err(|error| match error {
            super::zip::ZipError::TooLarge => Unreadable::TooLarge,
            _ => Unreadable::Cut,
        })?;
        entries.retain(|entry| !entry.name.ends_with('/'));
        if entries.len() > MAX_COUNT {
            return Err(Unreadable::TooLarge);
        }
        Ok((text, Parcel { bytes, contents: entries }))
    }

    /// How many contents there are.
    pub fn count(&self) -> usize {
        self.contents.len()
    }

    /// How many bytes of the file they take.
    pub fn size(&self) -> u64 {
        self.contents.iter().map(|entry| entry.packed() as u64).sum()
    }

    /// A content; `None` if it cannot be unpacked or is larger than an attachment may be.
    pub fn content(&self, at: usize) -> Option<Vec<u8>> {
        let budget = usize::try_from(LARGEST).unwrap_or(usize::MAX);
        unpack(&self.bytes, self.contents.get(at)?, budget).ok()
    }
}

/// A content on its way, and where it lies in the parcel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// Its place in the archive.
    pub path: String,
    /// What names it.
    pub digest: String,
    /// Its bytes, as the record says.
    pub size: u64,
}

/// Why contents do not go in one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// They are more than [`MAX_CONTENTS`] bytes.
    Size,
    /// They are more than [`MAX_COUNT`].
    Count,
}

/// The bytes of contents. A record may say anything of its own, so the sum ends where numbers do.
pub fn size(contents: &[Packed]) -> u64 {
    contents.iter().fold(0, |sum, packed| sum.saturating_add(packed.size))
}

/// Why contents do not go in one file; `None` if they do.
pub fn excess(contents: &[Packed]) -> Option<Excess> {
    if size(contents) > MAX_CONTENTS {
        return Some(Excess::Size);
    }
    (contents.len() > MAX_COUNT).then_some(Excess::Count)
}

/// Where the contents of the live attachments among `ids` go, inside a folder `within`, each content once.
pub fn places(state: &State, ids: &[RecordId], within: &str) -> Vec<Packed> {
    let mut taken = BTreeSet::new();
    let mut packed = BTreeSet::new();
    let mut places = Vec::new();
    let is_live = |id: &&RecordId| {
        id.kind == Kind::Attachment && state.record(**id).is_some_and(|record| record.is_live())
    };
    for &id in ids.iter().filter(is_live) {
        let found = attachment(state, id);
        if found.digest.is_empty() || !packed.insert(found.digest.clone()) {
            continue;
        }
        let of = state.get(id, E::Project).as_ref_id().or_else(|| state.get(id, E::Inspection).as_ref_id());
        let of = of.map(|of| state.resolve(of));
        let named = of.and_then(|of| state.get(of, Field::from_word(of.kind, "name")?).as_text().map(safe));
        let folder = named.unwrap_or_else(|| of.map(|id| id.to_string()).unwrap_or_default());
        let (stem, ending) = split(&safe(&found.name));
        let path = (1..)
            .map(|n| match n {
                1 => format!("{within}/{folder}/{stem}{ending}"),
                n => format!("{within}/{folder}/{stem} ({n}){ending}"),
            })
            // Windows does not tell large letters from small ones.
            .find(|path| taken.insert(path.to_lowercase()));
        places.extend(path.map(|path| Packed { path, digest: found.digest, size: found.size }));
    }
    places
}

/// A name without its ending, and the ending with its stop.
fn split(name: &str) -> (String, String) {
    match name.rfind('.').filter(|&at| at > 0) {
        Some(at) => (name[..at].to_owned(), name[at..].to_owned()),
        None => (name.to_owned(), String::new()),
    }
}

/// Writes a parcel piece by piece.
pub struct ParcelWriter(Writer);

impl ParcelWriter {
    /// Begins with the pipeline, under the name of its file.
    pub fn new(name: &str, text: &str) -> Self {
        let mut writer = Writer::default();
        writer.add(name, text.as_bytes());
        Self(writer)
    }

    /// The bytes that stand before a content; the caller puts the content itself after them.
    pub fn before(&mut self, path: &str, content: &[u8]) -> Vec<u8> {
        self.0.store(path, content)
    }

    /// The end.
    pub fn finish(self) -> Vec<u8> {
        self.0.finish()
    }
}

#[cfg(test)]
mod tests;
