//! Making changes durable, and finding them again.
//!
//! What is stored is a set of changes, spread over values under many keys (see [`keys`]). Reading is
//! the union of all of them, so it does no harm if a change stands in two, and no value is ever edited
//! in place. That one property carries everything here:
//!
//! * A command is [one small value](journal) under a key that only this tab writes.
//! * [Compaction](compact) writes what it has gathered before it removes anything, and may stop at any
//!   point. Which values to gather is [decided by size](plan): each change is rewritten about three
//!   times in its life.
//! * Two tabs, a mirror in a second place, a restored backup: all are more values to unite.
//!
//! A [value](value) is the changes [in columns](codec), in an [envelope](frame) with a checksum,
//! [packed](pack15) into the UTF-16 units that localStorage counts. What is unreadable is said and
//! [set aside](aside), and everything else is read. When storage is full, [the longest untouched](budget)
//! moves to the second place.
//!
//! Measured with [`crate::store::generate`], 10,000 projects of twenty fields and 50,000 follow-ups
//! (580,000 changes; 6.8 MB as gzipped JSON): 2.18 million units, read in about 0.15 s natively; half as
//! many records, 1.09 million. 500 single edits write 51,000 units in all, compaction included:
//! less than 300 projects take once.

mod aside;
pub mod budget;
pub mod codec;
pub mod compact;
pub mod frame;
pub mod journal;
pub mod keys;
pub mod lease;
pub mod load;
pub mod node;
pub mod outbox;
pub mod pack15;
mod plan;
pub mod read;
pub mod repair;
pub mod sealed;
pub mod storage;
pub mod value;
pub mod vault;
pub mod wire;

#[cfg(test)]
pub(crate) mod faulty;
#[cfg(test)]
mod tests;

pub use compact::{Compaction, Progress};
pub use frame::{NewerVersion, Unreadable};
pub use journal::StoredJournal;
pub use keys::{Name, TabId, Workspace};
pub use lease::{Lease, take_slot};
pub use load::{Loaded, load};
pub use node::{node_id, renew_node_id};
pub use outbox::{Copies, Order, Outbox, Ticket};
pub use read::{News, Problem};
pub use repair::{Usage, unknown, wipe};
pub use sealed::{Cipher, Sealed};
pub use storage::{MemoryStorage, Storage};
pub use vault::{Tries, Vault};
