//! The compound file: a small file system inside a file ([MS-CFB]).

use std::borrow::Cow;

/// A compound file whose tables have been read.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    mini: Vec<u8>,
    streams: Vec<Stream>,
}

struct Stream {
    name: String,
    start: u32,
    size: usize,
}

/// Streams shorter than this live in the mini stream, in sectors of 64 bytes.
const MINI_LIMIT: usize = 4096;
const MINI_SECTOR: usize = 64;

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let b = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let b = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([b[0], b[1]]))
}

impl<'a> Compound<'a> {
    /// Reads the tables and the directory; `None` if they are damaged.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut file = Self {
            bytes,
            sector,
            table: Vec::new(),
            mini_table: Vec::new(),
            mini: Vec::new(),
            streams: Vec::new(),
        };
        file.table = file.read_table()?;
        let directory = file.chain(u32_at(bytes, 48)?, usize::MAX);
        let mini_table = file.chain(u32_at(bytes, 60)?, usize::MAX);
        file.mini_table = mini_table.chunks_exact(4).filter_map(|b| u32_at(b, 0)).collect();
        for entry in directory.chunks_exact(128) {
            let (kind, start) = (*entry.get(66)?, u32_at(entry, 116)?);
            let size = usize::try_from(u32_at(entry, 120)?).ok()?;
            match kind {
                5 => file.mini = file.chain(start, size),
                2 => {
                    let len = usize::from(u16_at(entry, 64)?).min(64).saturating_sub(2);
                    let units: Vec<u16> =
                        entry.get(..len)?.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]])).collect();
                    file.streams.push(Stream { name: String::from_utf16_lossy(&units), start, size });
                }
                _ => {}
            }
        }
        Some(file)
    }

    /// Whether there is a stream of this name.
    pub fn has(&self, name: &str) -> bool {
        self.streams.iter().any(|s| s.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of a stream. A cut stream gives what is there.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let stream = self.streams.iter().find(|s| s.name.eq_ignore_ascii_case(name))?;
        if stream.size >= MINI_LIMIT {
            return Some(self.chain(stream.start, stream.size));
        }
        let mut out = Vec::new();
        for at in walk(&self.mini_table, stream.start) {
            let Some(piece) =
                self.mini.get(at.checked_mul(MINI_SECTOR)?..).map(|p| &p[..p.len().min(MINI_SECTOR)])
            else {
                break;
            };
            out.extend_from_slice(piece);
            if out.len() >= stream.size {
                break;
            }
        }
        out.truncate(stream.size);
        Some(out)
    }

    /// The allocation table: 109 of its sectors are named in the header, the others in a chain.
    fn read_table(&self) -> Option<Vec<u32>> {
        let mut sectors: Vec<u32> = (0..109).filter_map(|i| u32_at(self.bytes, 76 + 4 * i)).collect();
        let mut next = u32_at(self.bytes, 68)?;
        let per_sector = self.sector / 4 - 1;
        // No more steps than the file has sectors: a loop must end.
        for _ in 0..self.bytes.len() / self.sector {
            let Some(extra) = self.sector_at(next) else { break };
            sectors.extend((0..per_sector).filter_map(|i| u32_at(&extra, 4 * i)));
            next = u32_at(&extra, 4 * per_sector).unwrap_or(u32::MAX);
        }
        let most = self.bytes.len() / self.sector + 1;
        let mut table = Vec::new();
        for sector in sectors.into_iter().take(most) {
            let Some(data) = self.sector_at(sector) else { continue };
            table.extend(data.chunks_exact(4).filter_map(|b| u32_at(b, 0)));
        }
        Some(table)
    }

    /// One sector; the last one may be cut short.
    fn sector_at(&self, number: u32) -> Option<Cow<'a, [u8]>> {
        let start = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.bytes.get(start..).filter(|r| !r.is_empty())?;
        Some(Cow::Borrowed(&rest[..rest.len().min(self.sector)]))
    }

    /// The bytes of a chain of sectors, at most `size`.
    fn chain(&self, start: u32, size: usize) -> Vec<u8> {
        let mut out = Vec::new();
        for at in walk(&self.table, start) {
            let Some(data) = u32::try_from(at).ok().and_then(|n| self.sector_at(n)) else { break };
            out.extend_from_slice(&data);
            if out.len() >= size {
                break;
            }
        }
        out.truncate(size);
        out
    }
}

/// The numbers of a chain. It ends at an end mark, outside the table, or when it must be a loop.
fn walk(table: &[u32], start: u32) -> impl Iterator<Item = usize> + '_ {
    let mut next = usize::try_from(start).ok();
    std::iter::from_fn(move || {
        let at = next.filter(|n| *n < table.len())?;
        next = usize::try_from(*table.get(at)?).ok();
        Some(at)
    })
    .take(table.len())
}
