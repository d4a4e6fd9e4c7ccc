//! A folder of this computer that a sync engine or the network carries (File System Access).

use super::{content_name, file_name, head_name, node_of};
use crate::exchange::share::contents::ContentPlace;
use crate::exchange::share::{Listed, MAX_HEAD, Place, PlaceFailed};
use crate::ledger::NodeId;
use crate::rules::attachments::LARGEST;
use crate::web::folder::{Folder, folder_in, write_in};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, File, FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemHandle,
    FileSystemHandleKind,
};

/// The folder inside the one the user picked, so that ours lie beside his without being mixed up with them.
const INSIDE: &str = "zhaoshang";

/// A shared folder.
#[derive(Clone)]
pub struct SharedFolder(Folder);

impl SharedFolder {
    /// The shared place inside a folder the user picked.
    pub fn new(folder: Folder) -> Self {
        Self(folder)
    }

    /// The folder the user picked.
    pub fn folder(&self) -> &Folder {
        &self.0
    }

    /// Made anew where it was removed.
    async fn inside(&self) -> Result<FileSystemDirectoryHandle, PlaceFailed> {
        folder_in(self.0.handle(), INSIDE, true).await.map_err(why)
    }

    async fn own(&self, node: NodeId, make: bool) -> Result<FileSystemDirectoryHandle, PlaceFailed> {
        folder_in(&self.inside().await?, &node.to_string(), make).await.map_err(why)
    }
}

impl Place for SharedFolder {
    async fn heads(&self) -> Result<Vec<Listed>, PlaceFailed> {
        let mut listed = Vec::new();
        let values = self.inside().await?.values();
        loop {
            let next = JsFuture::from(values.next().map_err(why)?).await.map_err(why)?;
            if Reflect::get(&next, &"done".into()).map_err(why)?.is_truthy() {
                return Ok(listed);
            }
            let handle: FileSystemHandle =
                Reflect::get(&next, &"value".into()).map_err(why)?.unchecked_into();
            let Some(node) = node_of(&handle.name()) else { continue };
            if handle.kind() == FileSystemHandleKind::File {
                match open(handle.unchecked_ref()).await {
                    Ok(file) => {
                        let tag = format!("{}-{}", file.last_modified(), file.size());
                        listed.push(Listed { node, tag });
                    }
                    // The sync engine replaces it at this very moment.
                    Err(PlaceFailed::Missing) => {}
                    Err(failed) => return Err(failed),
                }
            }
        }
    }

    async fn read_head(&self, node: NodeId) -> Result<Vec<u8>, PlaceFailed> {
        read(&self.inside().await?, &head_name(node), MAX_HEAD).await
    }

    async fn write_head(&self, node: NodeId, bytes: &[u8]) -> Result<(), PlaceFailed> {
        write(&self.inside().await?, &head_name(node), bytes).await
    }

    async fn read_file(&self, node: NodeId, number: u32, size: usize) -> Result<Vec<u8>, PlaceFailed> {
        read(&self.own(node, false).await?, &file_name(number), size).await
    }

    async fn write_file(&self, node: NodeId, number: u32, bytes: &[u8]) -> Result<(), PlaceFailed> {
        let folder = self.own(node, true).await?;
        let name = file_name(number);
        match JsFuture::from(folder.get_file_handle(&name)).await.map_err(why) {
            Ok(_) => Err(PlaceFailed::Taken),
            Err(PlaceFailed::Missing) => write(&folder, &name, bytes).await,
            Err(failed) => Err(failed),
        }
    }

    async fn remove_file(&self, node: NodeId, number: u32) -> Result<(), PlaceFailed> {
        let folder = self.own(node, false).await?;
        JsFuture::from(folder.remove_entry(&file_name(number))).await.map_err(why)?;
        Ok(())
    }
}

impl ContentPlace for SharedFolder {
    async fn read_content(&self, node: NodeId, digest: &str) -> Result<Vec<u8>, PlaceFailed> {
        let most = usize::try_from(LARGEST).unwrap_or(usize::MAX);
        read(&self.own(node, false).await?, &content_name(digest), most).await
    }

    async fn write_content(&self, node: NodeId, digest: &str, bytes: &[u8]) -> Result<(), PlaceFailed> {
        write(&self.own(node, true).await?, &content_name(digest), bytes).await
    }
}

async fn open(file: &FileSystemFileHandle) -> Result<File, PlaceFailed> {
    Ok(JsFuture::from(file.get_file()).await.map_err(why)?.unchecked_into())
}

/// Reads a file, of a larger one as much as `most` and one byte, which is as good as all to whoever sees that
/// it does not fit.
async fn read(folder: &FileSystemDirectoryHandle, name: &str, most: usize) -> Result<Vec<u8>, PlaceFailed> {
    let handle: FileSystemFileHandle =
        JsFuture::from(folder.get_file_handle(name)).await.map_err(why)?.unchecked_into();
    let file = open(&handle).await?;
    let part = file.slice_with_f64_and_f64(0.0, most as f64 + 1.0).map_err(why)?;
    let buffer = JsFuture::from(part.array_buffer()).await.map_err(why)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

async fn write(folder: &FileSystemDirectoryHandle, name: &str, bytes: &[u8]) -> Result<(), PlaceFailed> {
    write_in(folder, name, bytes).await.map_err(why)
}

/// What the browser's error means.
fn why(error: JsValue) -> PlaceFailed {
    match error.dyn_ref::<DomException>().map(|error| error.name()).as_deref() {
        Some("NotFoundError") => PlaceFailed::Missing,
        Some("NotAllowedError" | "SecurityError") => PlaceFailed::Denied,
        Some("QuotaExceededError") => PlaceFailed::Full,
        Some("TypeMismatchError") => PlaceFailed::Unexpected,
        _ => PlaceFailed::Unreachable,
    }
}
