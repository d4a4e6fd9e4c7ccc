//! A shared place: a folder that any file-sync engine carries, or a collection on a WebDAV server, through
//! which offices exchange changes by themselves.
//!
//! Each device writes its own files there and no others, so two devices never write the same file and a sync
//! engine never meets a conflict:
//!
//! ```text
//! zhaoshang/
//!   0000000000001.json          the head of a device: who, when last seen, which files it offers
//!   0000000000001/000007.json.gz   a file of changes, never altered once written
//!   0000000000001/9f86d08188….bin  the content of an attachment, under its digest ([`contents`])
//! ```
//!
//! A file of changes is a [file between offices](super::json), compressed. The head says of each what it
//! holds ([`FileEntry`]), so a reader knows by his own version vector what he lacks, fetches that and no
//! more, and keeps no list of what he has read. What a head names and is not there yet, or not whole yet, is
//! still on its way and asked for again.
//!
//! [`round`] is all of it: read what is new, write what the place lacks. It reaches the place through
//! [`Place`] and the pipeline through [`Desk`], both of which tests and the simulation stand in for.

pub mod contents;
mod desk;
mod files;
mod head;
mod memory;
mod place;
mod round;
mod spans;
mod write;

pub use desk::{Came, Desk, DeskFailed, Taken};
pub use files::{pack, unpack};
pub use head::{FileEntry, Head, MAX_HEAD};
pub use memory::Memory;
pub use place::{Listed, Place, PlaceFailed};
pub use round::{Colleague, Outcome, RoundFailed, round};
pub use spans::{Span, spans};

/// Most bytes of a file of changes, packed: larger ones are not joined any further, and not read.
pub const MAX_PACKED: usize = 64 << 20;
