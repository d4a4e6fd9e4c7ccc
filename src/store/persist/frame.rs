//! The envelope of one stored value: what it is, whether it is whole, and what it makes superfluous.
//!
//! ```text
//! 'Z'  version  crc32 of the version and all that follows (4 bytes, lowest first)
//! flags: 1 another part follows, 2 the payload is deflated
//! which part of its group this is, from 0
//! length of the payload once inflated
//! covers: the names this one replaces
//! payload
//! ```
//! The first six bytes mean the same in every version to come, so a newer file is told from a damaged
//! one.

use super::keys::{Name, Role, TabId};
use super::wire::{Malformed, Reader, Writer};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};
use std::collections::BTreeSet;

/// The version this code writes, and the latest it reads.
pub const VERSION: u8 = 1;

/// The version of an envelope around an encrypted one; far from those that count up.
const SEALED: u8 = 0xe5;

/// No honest payload is larger once inflated: the splitter keeps parts far below.
const MAX_PAYLOAD: usize = 64 << 20;

/// Payloads below this size do not gain from deflating.
const MIN_DEFLATED: usize = 64;

/// How hard deflate tries, 1 to 10; found by measuring (see the module head of `codec`).
const LEVEL: u8 = 7;

/// Why a stored value cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It was cut or changed: the checksum does not fit.
    Damaged,
    /// A newer version of the program wrote it.
    Newer(NewerVersion),
    /// It was moved out of localStorage and is not where it was moved to.
    Missing,
    /// The checksum fits but the content makes no sense.
    Malformed(Malformed),
}

impl From<Malformed> for Unreadable {
    fn from(why: Malformed) -> Self {
        Unreadable::Malformed(why)
    }
}

/// A newer version of the program wrote some of the data, which this one must not touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NewerVersion {
    /// The version found.
    pub found: u8,
}

/// What the envelope says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// Which part of its group this is, from 0. Parts have consecutive numbers in their names.
    pub part: u64,
    /// Another part of the same group follows under the next number.
    pub more: bool,
    /// Names that the whole group replaces: together they hold just the changes it holds.
    pub covers: BTreeSet<Name>,
}

/// Puts a payload into its envelope.
pub fn seal(header: &Header, payload: &[u8]) -> Vec<u8> {
    let deflated = (payload.len() >= MIN_DEFLATED).then(|| compress_to_vec(payload, LEVEL));
    let deflated = deflated.filter(|short| short.len() < payload.len());
    let mut out = Writer(vec![b'Z', VERSION, 0, 0, 0, 0]);
    out.byte(u8::from(header.more) | u8::from(deflated.is_some()) << 1);
    out.varint(header.part);
    out.len(payload.len());
    write_covers(&mut out, &header.covers);
    let mut bytes = out.0;
    bytes.extend_from_slice(deflated.as_deref().unwrap_or(payload));
    let crc = checksum(&bytes);
    bytes[2..6].copy_from_slice(&crc.to_le_bytes());
    bytes
}

/// Puts encrypted bytes into an envelope of their own.
pub fn sealed(body: &[u8]) -> Vec<u8> {
    let mut bytes = vec![b'Z', SEALED, 0, 0, 0, 0];
    bytes.extend_from_slice(body);
    let crc = checksum(&bytes);
    bytes[2..6].copy_from_slice(&crc.to_le_bytes());
    bytes
}

/// Whether an envelope says that its content is encrypted.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(&[b'Z', SEALED])
}

/// The encrypted bytes of such an envelope; `None` for another, and for one that is damaged.
pub fn sealed_body(bytes: &[u8]) -> Option<&[u8]> {
    let is_whole = is_sealed(bytes) && bytes.get(2..6)? == checksum(bytes).to_le_bytes();
    bytes.get(6..).filter(|_| is_whole)
}

/// Checks an envelope and reads what it says, without opening it.
///
/// # Errors
/// If it is damaged or of a newer version.
pub fn inspect(bytes: &[u8]) -> Result<(Header, Sealed<'_>), Unreadable> {
    let (Some((&[magic, version], _)), Some(crc)) = (bytes.split_first_chunk(), bytes.get(2..6)) else {
        return Err(Unreadable::Damaged);
    };
    if magic != b'Z' || crc != checksum(bytes).to_le_bytes() {
        return Err(Unreadable::Damaged);
    }
    if version == SEALED {
        // It reached this place because no key fits it.
        return Err(Unreadable::Damaged);
    }
    if version > VERSION {
        return Err(Unreadable::Newer(NewerVersion { found: version }));
    }
    let mut r = Reader::new(&bytes[6..]);
    let flags = r.byte()?;
    if flags > 3 {
        return Err(Malformed::Range.into());
    }
    let part = r.varint()?;
    let len = usize::try_from(r.varint()?).map_err(|_| Malformed::TooLarge)?;
    if len > MAX_PAYLOAD {
        return Err(Malformed::TooLarge.into());
    }
    let covers = read_covers(&mut r)?;
    let header = Header { part, more: flags & 1 != 0, covers };
    Ok((header, Sealed { deflated: flags & 2 != 0, len, body: r.rest() }))
}

/// The closed part of an envelope that has been checked.
#[derive(Clone, Copy, Debug)]
pub struct Sealed<'a> {
    deflated: bool,
    len: usize,
    body: &'a [u8],
}

impl Sealed<'_> {
    /// The payload.
    ///
    /// # Errors
    /// If it does not inflate to the length it should have.
    pub fn open(&self) -> Result<Vec<u8>, Malformed> {
        if !self.deflated {
            return if self.body.len() == self.len { Ok(self.body.to_vec()) } else { Err(Malformed::Short) };
        }
        // Deflate cannot shrink anything more than 1032 times: a longer claim is a lie, and believing
        // it would set the memory aside.
        if self.len / 1040 > self.body.len() {
            return Err(Malformed::TooLarge);
        }
        let mut payload = vec![0; self.len];
        let flags = inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        let (status, _, written) =
            decompress(&mut DecompressorOxide::new(), self.body, &mut payload, 0, flags);
        if status != miniz_oxide::inflate::TINFLStatus::Done || written != self.len {
            return Err(Malformed::Short);
        }
        Ok(payload)
    }
}

/// CRC-32 of the version byte and everything after the checksum's own place.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    let mut crc = crc32fast::Hasher::new();
    crc.update(bytes.get(1..2).unwrap_or_default());
    crc.update(bytes.get(6..).unwrap_or_default());
    crc.finalize()
}

/// Names as runs of numbers, since a compaction takes a tab's segments one after the other.
fn write_covers(w: &mut Writer, covers: &BTreeSet<Name>) {
    let mut runs: Vec<(Name, u64)> = Vec::new();
    for &name in covers {
        match runs.last_mut() {
            Some((first, len))
                if (first.role, first.tab) == (name.role, name.tab) && first.seq + *len == name.seq =>
            {
                *len += 1;
            }
            _ => runs.push((name, 1)),
        }
    }
    w.len(runs.len());
    for (first, len) in runs {
        w.byte(first.role as u8);
        w.varint(first.tab.number());
        w.varint(first.seq);
        w.varint(len);
    }
}

fn read_covers(r: &mut Reader<'_>) -> Result<BTreeSet<Name>, Malformed> {
    /// More than any compaction takes together.
    const MAX: u64 = 100_000;
    let mut covers = BTreeSet::new();
    for _ in 0..r.count()? {
        let role = *Role::ALL.get(usize::from(r.byte()?)).ok_or(Malformed::Range)?;
        let tab = TabId::new(r.varint()?);
        let (first, len) = (r.varint()?, r.varint()?);
        let end = first.checked_add(len).ok_or(Malformed::Range)?;
        if covers.len() as u64 + len.min(MAX + 1) > MAX {
            return Err(Malformed::TooLarge);
        }
        covers.extend((first..end).map(|seq| Name { role, tab, seq }));
    }
    Ok(covers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn name(role: Role, tab: u64, seq: u64) -> Name {
        Name { role, tab: TabId::new(tab), seq }
    }

    fn any_header() -> impl Strategy<Value = Header> {
        let role = prop::sample::select(&Role::ALL[..]);
        let name = (role, 0u64..3, 0u64..30).prop_map(|(role, tab, seq)| name(role, tab, seq));
        let covers = prop::collection::btree_set(name, 0..20);
        (any::<u64>(), any::<bool>(), covers).prop_map(|(part, more, covers)| Header { part, more, covers })
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens(header in any_header(), payload in prop::collection::vec(0u8..4, 0..300)) {
            let bytes = seal(&header, &payload);
            let (read, sealed) = inspect(&bytes).expect("our own bytes");
            prop_assert_eq!(read, header);
            prop_assert_eq!(sealed.open(), Ok(payload));
        }

        #[test]
        fn any_single_change_or_cut_is_noticed(
            payload in prop::collection::vec(any::<u8>(), 0..100),
            at in any::<prop::sample::Index>(),
            flip in 1u8..,
        ) {
            let mut bytes = seal(&Header::default(), &payload);
            let at = at.index(bytes.len());
            prop_assert_eq!(inspect(&bytes[..at]).err(), Some(Unreadable::Damaged));
            bytes[at] ^= flip;
            prop_assert_eq!(inspect(&bytes).err(), Some(Unreadable::Damaged));
        }

        #[test]
        fn any_content_behind_a_valid_checksum_is_refused_or_opened(content in prop::collection::vec(any::<u8>(), 0..60)) {
            let bytes = with_checksum(VERSION, &content);
            if let Ok((_, sealed)) = inspect(&bytes) {
                let _ = sealed.open();
            }
        }
    }

    fn with_checksum(version: u8, content: &[u8]) -> Vec<u8> {
        let mut bytes = [&[b'Z', version, 0, 0, 0, 0], content].concat();
        let crc = checksum(&bytes).to_le_bytes();
        bytes[2..6].copy_from_slice(&crc);
        bytes
    }

    #[test]
    fn a_newer_version_is_not_damage() {
        let bytes = with_checksum(VERSION + 1, &[1, 2, 3]);
        assert_eq!(inspect(&bytes).err(), Some(Unreadable::Newer(NewerVersion { found: VERSION + 1 })));
    }

    #[test]
    fn a_few_bytes_cannot_ask_for_endless_memory() {
        let mut w = Writer::default();
        w.0.extend([2, 0]);
        w.len(MAX_PAYLOAD);
        w.len(0);
        let (_, sealed) =
            inspect(&with_checksum(VERSION, &w.0)).map(|(h, s)| (h, s.open())).expect("an envelope");
        assert_eq!(sealed, Err(Malformed::TooLarge));
        let mut w = Writer::default();
        w.0.extend([0, 0, 0]);
        w.len(1);
        w.0.extend([0, 0, 0]);
        w.varint(u64::MAX);
        assert_eq!(inspect(&with_checksum(VERSION, &w.0)).err(), Some(Malformed::TooLarge.into()));
    }

    #[test]
    fn runs_of_segments_cost_next_to_nothing() {
        let covers: BTreeSet<Name> = (1_000..1_032).map(|seq| name(Role::Segment, u64::MAX, seq)).collect();
        assert!(seal(&Header { covers, ..Header::default() }, &[]).len() < 24);
    }
}
