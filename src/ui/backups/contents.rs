//! The contents of attachments beside the backups in the folder: each written once, because a content never changes.

use super::FOLDER;
use crate::rules::attachments::{is_digest, named};
use crate::rules::backups::SEALED;
use crate::ui::{attachments, session};
use crate::web::cipher;
use crate::web::files;
use crate::web::folder::{Folder, FolderFailed};
use std::collections::BTreeMap;

/// The folder inside the backup folder.
const INSIDE: &str = "zhaoshang-files";

/// What is there, by digest: the names of the files.
async fn kept(inside: &Folder) -> Result<BTreeMap<String, String>, FolderFailed> {
    let names = inside.names().await?.into_iter();
    Ok(names.filter_map(|name| Some((name.get(..64).filter(|d| is_digest(d))?.to_owned(), name))).collect())
}

/// Writes what live attachments name and is not there yet.
pub(super) async fn write(folder: &Folder) -> Result<(), FolderFailed> {
    let named = session::read_present(|store| named(store.state())).unwrap_or_default();
    if named.is_empty() {
        return Ok(());
    }
    let inside = folder.inside(INSIDE).await?;
    let kept = kept(&inside).await?;
    let Some(contents) = attachments::contents().await else { return Ok(()) };
    for digest in named.into_keys().filter(|digest| !kept.contains_key(digest)) {
        // What is on another computer only is in the backups of that one.
        let Some(content) = contents.get(&digest).await else { continue };
        match cipher::current() {
            Some(cipher) => {
                let sealed = cipher.file(&content).ok_or(FolderFailed)?;
                inside.write(&format!("{digest}{SEALED}"), &sealed).await?;
            }
            None => inside.write(&digest, &content).await?,
        }
    }
    Ok(())
}

/// The contents that are in the folder.
pub struct KeptContents {
    inside: Folder,
    names: BTreeMap<String, String>,
}

/// Looks what is in the folder; `None` where there is none, or it cannot be read.
pub async fn kept_contents() -> Option<KeptContents> {
    let folder = FOLDER.with_borrow(Clone::clone)?;
    let inside = folder.inside(INSIDE).await.ok()?;
    let names = kept(&inside).await.ok()?;
    Some(KeptContents { inside, names })
}

impl KeptContents {
    /// A content; `None` if it is not there, or cannot be opened.
    pub async fn read(&self, digest: &str) -> Option<Vec<u8>> {
        let name = self.names.get(digest)?;
        let bytes = files::read(self.inside.file(name).await.ok()?).await.ok()?.bytes;
        if name.ends_with(SEALED) { attachments::opened(&bytes) } else { Some(bytes) }
    }
}
