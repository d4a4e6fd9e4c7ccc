//! Shared places that a browser can reach: a folder of this computer, and a WebDAV collection.

mod dav;
mod folder;
mod multistatus;

pub use dav::{Account, Dav};
pub use folder::SharedFolder;

use crate::exchange::share::contents::ContentPlace;
use crate::exchange::share::{Listed, Place, PlaceFailed};
use crate::ledger::NodeId;

/// A place of either sort.
#[derive(Clone)]
pub enum AnyPlace {
    /// A folder.
    Folder(SharedFolder),
    /// A collection on a server.
    Dav(Dav),
}

/// Does the same with whichever it is.
macro_rules! either {
    ($place:expr, $inner:ident => $call:expr) => {
        match $place {
            AnyPlace::Folder($inner) => $call.await,
            AnyPlace::Dav($inner) => $call.await,
        }
    };
}

impl Place for AnyPlace {
    async fn heads(&self) -> Result<Vec<Listed>, PlaceFailed> {
        either!(self, place => place.heads())
    }

    async fn read_head(&self, node: NodeId) -> Result<Vec<u8>, PlaceFailed> {
        either!(self, place => place.read_head(node))
    }

    async fn write_head(&self, node: NodeId, bytes: &[u8]) -> Result<(), PlaceFailed> {
        either!(self, place => place.write_head(node, bytes))
    }

    async fn read_file(&self, node: NodeId, number: u32, size: usize) -> Result<Vec<u8>, PlaceFailed> {
        either!(self, place => place.read_file(node, number, size))
    }

    async fn write_file(&self, node: NodeId, number: u32, bytes: &[u8]) -> Result<(), PlaceFailed> {
        either!(self, place => place.write_file(node, number, bytes))
    }

    async fn remove_file(&self, node: NodeId, number: u32) -> Result<(), PlaceFailed> {
        either!(self, place => place.remove_file(node, number))
    }
}

impl ContentPlace for AnyPlace {
    async fn read_content(&self, node: NodeId, digest: &str) -> Result<Vec<u8>, PlaceFailed> {
        either!(self, place => place.read_content(node, digest))
    }

    async fn write_content(&self, node: NodeId, digest: &str, bytes: &[u8]) -> Result<(), PlaceFailed> {
        either!(self, place => place.write_content(node, digest, bytes))
    }
}

/// The name of a content, in the folder of the device that put it there. The ending keeps sync engines and servers
/// from guessing what it is.
fn content_name(digest: &str) -> String {
    format!("{digest}.bin")
}

/// The name of a device's head.
fn head_name(node: NodeId) -> String {
    format!("{node}.json")
}

/// The device whose head has this name.
fn node_of(name: &str) -> Option<NodeId> {
    let node: NodeId = name.strip_suffix(".json")?.parse().ok()?;
    // One name a device: the text of a node can be written in more than one way.
    (head_name(node) == name).then_some(node)
}

/// The name of a file of changes, in its device's folder.
fn file_name(number: u32) -> String {
    format!("{number:06}.json.gz")
}
