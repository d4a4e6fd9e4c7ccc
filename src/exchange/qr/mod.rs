//! A file from a screen to a camera, without a network or a stick: as a sequence of QR codes that repeats until all
//! were seen.
//!
//! The file is compressed and cut into [frames](frames) of a few hundred bytes; each says how many there are and of
//! which file it is, so they may be seen in any order, and two files never mix. Codes are made with `qrcodegen` and
//! read with `rqrr`: browsers that read codes themselves are few.

mod assembly;
mod code;
mod frames;

pub use assembly::{Assembly, Seen};
pub use code::{Code, read};
pub use frames::{Frame, MAX_FRAMES, frames};
