//! The part of the ZIP format that office files use: reading within a budget, and writing.

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

struct Entry {
    name: String,
    encrypted: bool,
    method: u16,
    packed: usize,
    offset: usize,
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
        if entry.encrypted {
            return Err(ZipError::Encrypted);
        }
        let packed = data_of(self.bytes, entry).ok_or(ZipError::Corrupt)?;
        let data = match entry.method {
            0 if packed.len() <= self.budget => packed.to_vec(),
            0 => return Err(ZipError::TooLarge),
            8 => decompress_to_vec_with_limit(packed, self.budget).map_err(|e| match e.status {
                TINFLStatus::HasMoreOutput => ZipError::TooLarge,
                _ => ZipError::Corrupt,
            })?,
            _ => return Err(ZipError::Corrupt),
        };
        self.budget -= data.len();
        Ok(Some(data))
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

fn directory(bytes: &[u8]) -> Option<Vec<Entry>> {
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
    directory: Vec<u8>,
    count: u16,
}

impl Writer {
    /// Adds a deflated part. The time stamp is fixed, so equal parts make equal archives.
    pub fn add(&mut self, name: &str, data: &[u8]) {
        let packed = compress_to_vec(data, 6);
        // Office parts stay far below 4 GiB and name lengths below 64 KiB.
        let len = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).to_le_bytes();
        let name_len = u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes();
        let mut header = Vec::with_capacity(26);
        // Version 2.0; names in UTF-8; deflate; 1980-01-01 00:00.
        header.extend([20, 0, 0, 8, 8, 0, 0, 0, 0x21, 0]);
        header.extend(crc32(data).to_le_bytes());
        header.extend(len(packed.len()));
        header.extend(len(data.len()));
        header.extend(name_len);
        header.extend([0, 0]);
        self.directory.extend(*b"PK\x01\x02\x14\x00");
        self.directory.extend(&header);
        self.directory.extend([0; 10]);
        self.directory.extend(len(self.out.len()));
        self.directory.extend(name.as_bytes());
        self.out.extend(*b"PK\x03\x04");
        self.out.extend(&header);
        self.out.extend(name.as_bytes());
        self.out.extend(packed);
        self.count += 1;
    }

    /// The finished archive.
    pub fn finish(mut self) -> Vec<u8> {
        let start = u32::try_from(self.out.len()).unwrap_or(u32::MAX);
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

/// CRC-32 (ISO 3309), bit by bit: exports are small and a table would be larger than the loop.
fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    })
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
    fn the_checksum_is_the_standard_one() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
