//! The record stream of a workbook ([MS-XLS]): a kind, a length, data, perhaps continued.

pub(super) const BOF: u16 = 0x0809;
pub(super) const EOF: u16 = 0x000a;
pub(super) const FILEPASS: u16 = 0x002f;
pub(super) const DATEMODE: u16 = 0x0022;
pub(super) const CONTINUE: u16 = 0x003c;
pub(super) const BOUNDSHEET: u16 = 0x0085;
pub(super) const SST: u16 = 0x00fc;
pub(super) const FORMAT: u16 = 0x041e;
pub(super) const XF: u16 = 0x00e0;
pub(super) const LABEL: u16 = 0x0204;
pub(super) const RICH_LABEL: u16 = 0x00d6;
pub(super) const LABEL_SST: u16 = 0x00fd;
pub(super) const NUMBER: u16 = 0x0203;
pub(super) const RK: u16 = 0x027e;
pub(super) const MULTI_RK: u16 = 0x00bd;
pub(super) const BOOL_ERR: u16 = 0x0205;
pub(super) const FORMULA: u16 = 0x0006;
pub(super) const STRING: u16 = 0x0207;
pub(super) const MERGED: u16 = 0x00e5;

/// One record with the records that continue it.
pub(super) struct Record<'a> {
    /// What it is.
    pub kind: u16,
    /// Its data; never empty of pieces, though a piece may be empty of bytes.
    pub pieces: Vec<&'a [u8]>,
}

impl<'a> Record<'a> {
    /// The data before any continuation.
    pub fn first(&self) -> &'a [u8] {
        self.pieces.first().copied().unwrap_or_default()
    }

    /// A byte.
    pub fn u8(&self, at: usize) -> Option<u8> {
        self.first().get(at).copied()
    }

    /// Two bytes, the low one first.
    pub fn u16(&self, at: usize) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8(at)?, self.u8(at.checked_add(1)?)?]))
    }

    /// Four bytes, the low one first.
    pub fn u32(&self, at: usize) -> Option<u32> {
        let b = self.first().get(at..at.checked_add(4)?)?;
        Some(u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
    }

    /// A floating-point number.
    pub fn f64(&self, at: usize) -> Option<f64> {
        let b: [u8; 8] = self.first().get(at..at.checked_add(8)?)?.try_into().ok()?;
        Some(f64::from_le_bytes(b))
    }
}

/// Walks a stream record by record; a cut stream ends early.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    /// Reads from the beginning of `stream`.
    pub fn new(stream: &'a [u8]) -> Self {
        Self { rest: stream }
    }

    fn take(&mut self) -> Option<(u16, &'a [u8])> {
        let (kind, len) = (self.rest.get(..2)?, self.rest.get(2..4)?);
        let len = usize::from(u16::from_le_bytes([len[0], len[1]]));
        let data = self.rest.get(4..4 + len)?;
        self.rest = &self.rest[4 + len..];
        Some((u16::from_le_bytes([kind[0], kind[1]]), data))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, data) = self.take()?;
        let mut pieces = vec![data];
        while self.rest.get(..2) == Some(&CONTINUE.to_le_bytes()) {
            match self.take() {
                Some((_, data)) => pieces.push(data),
                None => break,
            }
        }
        Some(Record { kind, pieces })
    }
}
