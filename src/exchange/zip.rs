//! The part of the ZIP format that office files and parcels use: reading within a budget, and writing.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

/// Why an archive or a part of it could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ZipError {
    /// Not an archive, or cut or damaged.
    Corrupt,
    /// A part is encrypted.
    Encrypted,
    /// A part unpacks to more than the budget.
    TooLarge,
}

/// An archive whose directory has been read.
pub(crate) struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
    /// Bytes that may still be unpacked.
    budget: usize,
}

/// A part as the directory has it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Its name, with the folders it lies in.
    pub name: String,
    encrypted: bool,
    method: u16,
    packed: usize,
    offset: usize,
}

impl Entry {
    /// How many bytes of the archive it takes.
    pub fn packed(&self) -> usize {
        self.packed
    }
}

/// More parts than any workbook has.
const MAX_ENTRIES: usize = 10_000;

fn u16_at(bytes: &[u8], at: usize) -> Option<usize> {
    let b = bytes.get(at..at.checked_add(2)?)?;
    Some(usize::from(u16::from_le_bytes([b[0], b[1]])))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    let b = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes([b[0], b[1], b[2], b[3]])).ok()
}

impl<'a> Archive<'a> {
    /// Reads the directory at the end of the archive. `budget` is how many bytes all parts together
    /// may unpack to; the sizes that the directory claims are not believed.
    pub fn open(bytes: &'a [u8], budget: usize) -> Result<Self, ZipError> {
        let entries = directory(bytes).ok_or(ZipError::Corrupt)?;
        Ok(Self { bytes, entries, budget })
    }

    /// Whether there is a part of this name, whatever its case.
    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    fn find(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|e| e.name.eq_ignore_ascii_case(name))
    }

    /// The unpacked bytes of a part; `None` if there is no such part.
    pub fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, ZipError> {
        let Some(entry) = self.find(name) else { return Ok(None) };
        let data = unpack(self.bytes, entry, self.budget)?;
        self.budget -= data.len();
        Ok(Some(data))
    }
}

/// The unpacked bytes of a part, if they are no more than `budget`.
pub(crate) fn unpack(bytes: &[u8], entry: &Entry, budget: usize) -> Result<Vec<u8>, ZipError> {
    if entry.encrypted {
        return Err(ZipError::Encrypted);
    }
    let packed = data_of(bytes, entry).ok_or(ZipError::Corrupt)?;
    match entry.method {
        0 if packed.len() <= budget => Ok(packed.to_vec()),
        0 => Err(ZipError::TooLarge),
        8 => decompress_to_vec_with_limit(packed, budget).map_err(|e| match e.status {
            TINFLStatus::HasMoreOutput => ZipError::TooLarge,
            _ => ZipError::Corrupt,
        }),
        _ => Err(ZipError::Corrupt),
    }
}

fn data_of<'a>(bytes: &'a [u8], entry: &Entry) -> Option<&'a [u8]> {
    let header = entry.offset;
    if u32_at(bytes, header)? != 0x0403_4b50 {
        return None;
    }
    let start = header
        .checked_add(30)?
        .checked_add(u16_at(bytes, header + 26)?)?
        .checked_add(u16_at(bytes, header + 28)?)?;
    bytes.get(start..start.checked_add(entry.packed)?)
}

/// The parts of an archive, from the directory at its end; `None` if there is none.
pub(crate) fn directory(bytes: &[u8]) -> Option<Vec<Entry>> {
    // The end record stands within the last 64 KiB: its comment is at most that long.
    let last = bytes.len().checked_sub(22)?;
    let end =
        (last.saturating_sub(65_535)..=last).rev().find(|at| u32_at(bytes, *at) == Some(0x0605_4b50))?;
    let count = u16_at(bytes, end + 10)?.min(MAX_ENTRIES);
    let mut at = u32_at(bytes, end + 16)?;
    let mut entries = Vec::new();
    for _ in 0..count {
        if u32_at(bytes, at)? != 0x0201_4b50 {
            return None;
        }
        let name_len = u16_at(bytes, at + 28)?;
        let name_at = at.checked_add(46)?;
        let name = bytes.get(name_at..name_at.checked_add(name_len)?)?;
        entries.push(Entry {
            // Some writers use the strokes of their own system.
            name: String::from_utf8_lossy(name).replace('\\', "/"),
            encrypted: u16_at(bytes, at + 8)? & 1 == 1,
            method: u16::try_from(u16_at(bytes, at + 10)?).ok()?,
            packed: u32_at(bytes, at + 20)?,
            offset: u32_at(bytes, at + 42)?,
        });
        at = name_at
            .checked_add(name_len)?
            .checked_add(u16_at(bytes, at + 30)?)?
            .checked_add(u16_at(bytes, at + 32)?)?;
    }
    Some(entries)
}

/// Writes an archive part by part.
#[derive(Default)]
pub(crate) struct Writer {
    out: Vec<u8>,
    /// How many bytes of the archive were handed out already.
    handed_out: usize,
    directory: Vec<u8>,
    count: u16,
}

/// As it is.
const STORED: u8 = 0;
const DEFLATED: u8 = 8;

impl Writer {
    /// Adds a deflated part. The time stamp is fixed, so equal parts make equal archives.
    pub fn add(&mut self, name: &str, data: &[u8]) {
        let packed = compress_to_vec(data, 6);
        self.head(name, DEFLATED, data, packed.len());
        self.out.extend(packed);
    }

    /// Adds a part as it is, for what is compressed already. Gives the bytes of the archive up to the content and
    /// not handed out before; the caller puts the content after them.
    pub fn store(&mut self, name: &str, content: &[u8]) -> Vec<u8> {
        self.head(name, STORED, content, content.len());
        let before = std::mem::take(&mut self.out);
        self.handed_out += before.len() + content.len();
        before
    }

    fn head(&mut self, name: &str, method: u8, data: &[u8], packed: usize) {
        // Parts stay far below 4 GiB and name lengths below 64 KiB.
        let len = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).to_le_bytes();
        let name_len = u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes();
        let mut header = Vec::with_capacity(26);
        // Version 2.0; names in UTF-8; the method; 1980-01-01 00:00.
        header.extend([20, 0, 0, 8, method, 0, 0, 0, 0x21, 0]);
        header.extend(crc32fast::hash(data).to_le_bytes());
        header.extend(len(packed));
        header.extend(len(data.len()));
        header.extend(name_len);
        header.extend([0, 0]);
        self.directory.extend(*b"PK\x01\x02\x14\x00");
        self.directory.extend(&header);
        self.directory.extend([0; 10]);
        self.directory.extend(len(self.handed_out + self.out.len()));
        self.directory.extend(name.as_bytes());
        self.out.extend(*b"PK\x03\x04");
        self.out.extend(&header);
        self.out.extend(name.as_bytes());
        self.count += 1;
    }

    /// The end of the archive: all that was not handed out yet.
    pub fn finish(mut self) -> Vec<u8> {
        let start = u32::try_from(self.handed_out + self.out.len()).unwrap_or(u32::MAX);
        let size = u32::try_from(self.directory.len()).unwrap_or(u32::MAX);
        self.out.append(&mut self.directory);
        self.out.extend(*b"PK\x05\x06\x00\x00\x00\x00");
        self.out.extend(self.count.to_le_bytes());
        self.out.extend(self.count.to_le_bytes());
        self.out.extend(size.to_le_bytes());
        self.out.extend(start.to_le_bytes());
        self.out.extend([0, 0]);
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut writer = Writer::default();
        writer.add("a/一.xml", "招商".repeat(100).as_bytes());
        writer.add("b.txt", b"");
        let bytes = writer.finish();
        let mut archive = Archive::open(&bytes, 1000).expect("a directory");
        assert!(archive.has("A/一.xml"));
        assert_eq!(archive.read("a/一.xml"), Ok(Some("招商".repeat(100).into_bytes())));
        assert_eq!(archive.read("b.txt"), Ok(Some(Vec::new())));
        assert_eq!(archive.read("c"), Ok(None));
    }

    #[test]
    fn a_part_that_unpacks_beyond_the_budget_is_refused() {
        let mut writer = Writer::default();
        writer.add("bomb", &vec![0; 1_000_000]);
        let bytes = writer.finish();
        assert!(bytes.len() < 2000);
        let mut archive = Archive::open(&bytes, 999_999).expect("a directory");
        assert_eq!(archive.read("bomb"), Err(ZipError::TooLarge));
    }

    #[test]
    fn a_part_that_is_handed_out_is_found_where_it_was_put() {
        let mut writer = Writer::default();
        writer.add("a", b"first");
        let mut bytes = writer.store("b/photo", b"as it is");
        bytes.extend(b"as it is");
        bytes.extend(writer.store("c", b""));
        bytes.extend(writer.finish());
        let mut archive = Archive::open(&bytes, 100).expect("a directory");
        assert_eq!(archive.read("a"), Ok(Some(b"first".to_vec())));
        assert_eq!(archive.read("b/photo"), Ok(Some(b"as it is".to_vec())));
        assert_eq!(archive.read("c"), Ok(Some(Vec::new())));
    }
}
