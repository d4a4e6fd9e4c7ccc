//! The shared place as a round sees it.

use crate::ledger::NodeId;

/// Why something did not work in the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceFailed {
    /// It is not there: it never was, is not there yet, or was removed.
    Missing,
    /// A file of that name is there already, so it was not written.
    Taken,
    /// It is not permitted; somebody has to allow it or sign in.
    Denied,
    /// There is no room left.
    Full,
    /// The place cannot be reached now: no network, an unplugged disk, a server that is down.
    Unreachable,
    /// The same, and it is at another address than the page, which the page's security policy and the server
    /// must both allow.
    OtherOrigin,
    /// It answered something that nobody expects, such as another kind of server.
    Unexpected,
}

/// A device's head, as the listing of the place shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The device.
    pub node: NodeId,
    /// Changes whenever the head is written: an entity tag, or size and time of the file.
    pub tag: String,
}

/// A folder or a server's collection.
///
/// Files of changes are written once and never altered; `write_file` must fail with
/// [`PlaceFailed::Taken`] rather than write over one where the place can tell. Heads are written over, each
/// by its own device alone.
#[allow(async_fn_in_trait, reason = "everything runs in the one thread of the page")]
pub trait Place {
    /// The heads that are there.
    async fn heads(&self) -> Result<Vec<Listed>, PlaceFailed>;
    /// A device's head, at most [`MAX_HEAD`](super::MAX_HEAD) bytes of it.
    async fn read_head(&self, node: NodeId) -> Result<Vec<u8>, PlaceFailed>;
    /// Writes this device's head, whole or not at all where the place can do so.
    async fn write_head(&self, node: NodeId, bytes: &[u8]) -> Result<(), PlaceFailed>;
    /// A file of changes, of which its head says that it has `size` bytes.
    async fn read_file(&self, node: NodeId, number: u32, size: usize) -> Result<Vec<u8>, PlaceFailed>;
    /// Writes a file of changes.
    async fn write_file(&self, node: NodeId, number: u32, bytes: &[u8]) -> Result<(), PlaceFailed>;
    /// Removes a file of changes.
    async fn remove_file(&self, node: NodeId, number: u32) -> Result<(), PlaceFailed>;
}
