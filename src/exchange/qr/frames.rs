//! The frames a file is cut into.
//!
//! ```text
//! 'Z' 'Q' 1
//! how many frames there are, and which this is, from 0 (two bytes each, highest first)
//! crc32 of the whole file (4 bytes): which file it is
//! a part of the file
//! ```

/// What every frame begins with.
const MARK: [u8; 3] = *b"ZQ\x01";
/// The bytes before the part of the file.
const HEAD: usize = 11;
/// The bytes of the file in a frame: a code of 69 modules, which the camera of a laptop reads from another screen.
const PART: usize = 400;
/// A file of more frames takes too long to hold a laptop before a camera: two minutes.
pub const MAX_FRAMES: usize = 400;

/// A frame as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame<'a> {
    /// How many there are.
    pub count: usize,
    /// Which this is.
    pub number: usize,
    /// Of which file.
    pub file: u32,
    /// Its part of the file.
    pub part: &'a [u8],
}

/// Cuts a file into frames; `None` if it is empty or there would be too many.
pub fn frames(file: &[u8]) -> Option<Vec<Vec<u8>>> {
    let count = file.len().div_ceil(PART);
    if count == 0 || count > MAX_FRAMES {
        return None;
    }
    let sum = crc32fast::hash(file).to_be_bytes();
    let frame = |(number, part): (usize, &[u8])| {
        let two = |n: usize| u16::try_from(n).unwrap_or(u16::MAX).to_be_bytes();
        [&MARK[..], &two(count), &two(number), &sum, part].concat()
    };
    // Parts of one length, so that all codes have one size and the picture does not jump.
    let length = file.len().div_ceil(count);
    Some(file.chunks(length).enumerate().map(frame).collect())
}

impl<'a> Frame<'a> {
    /// Reads a frame; `None` from any other code.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let (head, part) = bytes.split_at_checked(HEAD)?;
        let two = |at: usize| usize::from(u16::from_be_bytes([head[at], head[at + 1]]));
        let (count, number) = (two(3), two(5));
        let is_ours = head.starts_with(&MARK) && number < count && count <= MAX_FRAMES && !part.is_empty();
        let file = u32::from_be_bytes([head[7], head[8], head[9], head[10]]);
        is_ours.then_some(Self { count, number, file, part })
    }
}
