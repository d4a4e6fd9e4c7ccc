//! Bytes in and out: the few number forms all stored data is made of.
//!
//! Reading never panics and never believes a length it cannot check against the bytes that are left.

/// The bytes are not what this version's encoder writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// They end too early.
    Short,
    /// A number or a length is out of its range.
    Range,
    /// A text is not UTF-8.
    Text,
    /// A position points outside its table.
    Index,
    /// Something is left over at the end.
    Trailing,
    /// More is claimed than any honest file holds.
    TooLarge,
}

/// Appends numbers and texts to a buffer.
#[derive(Debug, Default)]
pub struct Writer(pub Vec<u8>);

impl Writer {
    /// One byte.
    pub fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    /// Seven bits a byte, lowest first.
    pub fn varint(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.0.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }

    /// A length or index.
    pub fn len(&mut self, value: usize) {
        self.varint(value as u64);
    }

    /// A signed number, small ones short whatever their sign.
    pub fn signed(&mut self, value: i64) {
        self.varint(zigzag(value));
    }

    /// Eight bytes, lowest first: for random bits, which no shorter form fits.
    pub fn fixed(&mut self, value: u64) {
        self.0.extend_from_slice(&value.to_le_bytes());
    }

    /// A text with its length.
    pub fn text(&mut self, text: &str) {
        self.len(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }
}

/// Takes apart what a [`Writer`] wrote.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Reads from the start of `bytes`.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// What has not been read yet.
    pub const fn rest(&self) -> &'a [u8] {
        self.0
    }

    /// One byte.
    pub fn byte(&mut self) -> Result<u8, Malformed> {
        let (&first, rest) = self.0.split_first().ok_or(Malformed::Short)?;
        self.0 = rest;
        Ok(first)
    }

    /// A number of at most 64 bits.
    pub fn varint(&mut self) -> Result<u64, Malformed> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            if shift == 63 && bits > 1 {
                return Err(Malformed::Range);
            }
            value |= bits << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(Malformed::Range)
    }

    /// A count of things that take at least one byte each, so that it can be checked against what is
    /// left and memory may be set aside for it.
    pub fn count(&mut self) -> Result<usize, Malformed> {
        let count = usize::try_from(self.varint()?).map_err(|_| Malformed::Range)?;
        if count > self.0.len() { Err(Malformed::Short) } else { Ok(count) }
    }

    /// A number below `bound`, such as an index into a table of that length.
    pub fn index(&mut self, bound: usize) -> Result<usize, Malformed> {
        let index = usize::try_from(self.varint()?).map_err(|_| Malformed::Index)?;
        if index < bound { Ok(index) } else { Err(Malformed::Index) }
    }

    /// A signed number.
    pub fn signed(&mut self) -> Result<i64, Malformed> {
        self.varint().map(unzigzag)
    }

    /// Eight bytes.
    pub fn fixed(&mut self) -> Result<u64, Malformed> {
        let (bytes, rest) = self.0.split_first_chunk().ok_or(Malformed::Short)?;
        self.0 = rest;
        Ok(u64::from_le_bytes(*bytes))
    }

    /// The next `len` bytes.
    pub fn take(&mut self, len: usize) -> Result<&'a [u8], Malformed> {
        let (taken, rest) = self.0.split_at_checked(len).ok_or(Malformed::Short)?;
        self.0 = rest;
        Ok(taken)
    }

    /// The next `len` bytes as text.
    pub fn text_of(&mut self, len: usize) -> Result<&'a str, Malformed> {
        std::str::from_utf8(self.take(len)?).map_err(|_| Malformed::Text)
    }

    /// A text with its length.
    pub fn text(&mut self) -> Result<&'a str, Malformed> {
        let len = self.count()?;
        self.text_of(len)
    }

    /// Checks that everything was read.
    pub fn end(&self) -> Result<(), Malformed> {
        if self.0.is_empty() { Ok(()) } else { Err(Malformed::Trailing) }
    }
}

/// Folds the sign into the lowest bit.
pub const fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

/// Undoes [`zigzag`].
pub const fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_round_trip(value in any::<u64>(), signed in any::<i64>(), text in ".*") {
            let mut w = Writer::default();
            w.varint(value);
            w.signed(signed);
            w.fixed(value);
            w.text(&text);
            let mut r = Reader::new(&w.0);
            prop_assert_eq!(r.varint(), Ok(value));
            prop_assert_eq!(r.signed(), Ok(signed));
            prop_assert_eq!(r.fixed(), Ok(value));
            prop_assert_eq!(r.text(), Ok(text.as_str()));
            prop_assert_eq!(r.end(), Ok(()));
        }
    }

    #[test]
    fn lies_about_length_are_refused() {
        assert_eq!(Reader::new(&[0xff; 11]).varint(), Err(Malformed::Range));
        assert_eq!(Reader::new(&[0x80]).varint(), Err(Malformed::Short));
        assert_eq!(Reader::new(&[5, 1, 2]).count(), Err(Malformed::Short));
        assert_eq!(Reader::new(&[2]).index(2), Err(Malformed::Index));
        assert_eq!(Reader::new(&[1, 0xff]).text(), Err(Malformed::Text));
        assert_eq!(Reader::new(&[0]).end(), Err(Malformed::Trailing));
    }
}
