//! Unicode strings of a record stream, which may be parted anywhere by a continuation.

use super::record::Record;
use std::rc::Rc;

/// Reads on across the pieces of a record.
struct Cursor<'a> {
    pieces: &'a [&'a [u8]],
    piece: usize,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn byte(&mut self) -> Option<u8> {
        loop {
            let data = self.pieces.get(self.piece)?;
            if let Some(b) = data.get(self.at) {
                self.at += 1;
                return Some(*b);
            }
            self.piece += 1;
            self.at = 0;
        }
    }

    fn u16(&mut self) -> Option<usize> {
        Some(usize::from(u16::from_le_bytes([self.byte()?, self.byte()?])))
    }

    fn u32(&mut self) -> Option<usize> {
        Some(self.u16()? | self.u16()? << 16)
    }

    /// Skips bytes; past the end is the end.
    fn skip(&mut self, mut count: usize) {
        while count > 0 {
            let Some(data) = self.pieces.get(self.piece) else { return };
            let step = count.min(data.len() - self.at.min(data.len()));
            self.at += step;
            count -= step;
            if count > 0 {
                self.piece += 1;
                self.at = 0;
            }
        }
    }

    /// A string whose character count has `width` bytes.
    fn string(&mut self, width: usize) -> Option<String> {
        let count = if width == 1 { usize::from(self.byte()?) } else { self.u16()? };
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { self.u16()? } else { 0 };
        let extra = if flags & 4 != 0 { self.u32()? } else { 0 };
        let text = self.characters(count, flags & 1 != 0)?;
        self.skip(runs * 4);
        self.skip(extra);
        Some(text)
    }

    fn characters(&mut self, count: usize, mut wide: bool) -> Option<String> {
        let mut units = Vec::with_capacity(count.min(4096));
        while units.len() < count {
            let data = self.pieces.get(self.piece)?;
            if self.at >= data.len() {
                // A continuation inside the characters begins with a flag of its own.
                self.piece += 1;
                self.at = 0;
                wide = self.byte()? & 1 != 0;
                continue;
            }
            let low = self.byte()?;
            let high = if wide { self.byte()? } else { 0 };
            units.push(u16::from_le_bytes([low, high]));
        }
        Some(String::from_utf16_lossy(&units))
    }
}

/// The string at a place of a record whose character count has `width` bytes.
pub(super) fn unicode(record: &Record, at: usize, width: usize) -> Option<String> {
    Cursor { pieces: &record.pieces, piece: 0, at }.string(width)
}

/// All strings of the shared string table; a damaged table gives those before the damage.
pub(super) fn shared(record: &Record) -> Option<Vec<Rc<str>>> {
    let mut cursor = Cursor { pieces: &record.pieces, piece: 0, at: 4 };
    let count = cursor.u32()?;
    let mut found = Vec::new();
    for _ in 0..count {
        let Some(text) = cursor.string(2) else { break };
        found.push(text.into());
    }
    Some(found)
}
