//! The contents of attachments: in a database of their own, each once under its digest, with a small picture of it
//! where there is one. They are encrypted if the pipeline is; values of both sorts are read.

use super::cipher;
use super::idb::{Database, IdbFailed};
use crate::rules::attachments::digest as digest_of;
use crate::store::persist::sealed::{open_raw, seal_raw};
use crate::store::persist::{Cipher, Workspace};
use js_sys::Uint8Array;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// What the keys of contents begin with.
const CONTENT: &str = "c.";
/// What the keys of small pictures begin with.
const SMALL: &str = "t.";

/// The database of a workspace. Not one of those that the rescue page puts into its file: a year's photos are more
/// than one file can hold.
pub fn database_name(workspace: Workspace) -> String {
    format!("zs-files-{}", workspace.word())
}

/// The open database.
#[derive(Clone)]
pub struct Contents {
    database: Database,
    cipher: Option<Rc<dyn Cipher>>,
}

impl Contents {
    /// Opens it, or makes it.
    ///
    /// # Errors
    /// If the browser has none, or refuses.
    pub async fn open(workspace: Workspace) -> Result<Self, IdbFailed> {
        let database = Database::open(&database_name(workspace)).await?;
        Ok(Self { database, cipher: cipher::of(workspace) })
    }

    /// The contents that are here.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn digests(&self) -> Result<BTreeSet<String>, IdbFailed> {
        let keys = self.database.keys().await?;
        Ok(keys.iter().filter_map(|key| key.strip_prefix(CONTENT)).map(str::to_owned).collect())
    }

    /// Stores a content, with its small picture if it has one; `true` once it is on disk.
    pub async fn put(&self, digest: &str, content: &[u8], small: Option<&[u8]>) -> bool {
        let pieces = [(CONTENT, Some(content)), (SMALL, small)];
        let mut puts = Vec::new();
        for (begin, bytes) in pieces.into_iter().filter_map(|(begin, bytes)| Some((begin, bytes?))) {
            let key = format!("{begin}{digest}");
            let Some(value) = sealed(self.cipher.as_deref(), &key, bytes) else { return false };
            puts.push((key, value));
        }
        self.database.change(&puts, &[]).await
    }

    /// A content; `None` if it is not here, or is not what it was.
    pub async fn get(&self, digest: &str) -> Option<Vec<u8>> {
        let content = self.read(&format!("{CONTENT}{digest}")).await?;
        (digest_of(&content) == digest).then_some(content)
    }

    /// The small picture of a content.
    pub async fn small(&self, digest: &str) -> Option<Vec<u8>> {
        self.read(&format!("{SMALL}{digest}")).await
    }

    /// Removes contents for good; `true` once they are gone.
    pub async fn remove(&self, digests: &[String]) -> bool {
        let keys: Vec<String> = digests
            .iter()
            .flat_map(|digest| [CONTENT, SMALL].map(|begin| format!("{begin}{digest}")))
            .collect();
        self.database.change(&[], &keys).await
    }

    async fn read(&self, key: &str) -> Option<Vec<u8>> {
        Some(opened(self.cipher.as_deref(), key, bytes_of(self.database.get(key).await.ok()??)?))
    }

    /// Encrypts all that is here with this, or opens all of it for good; `true` if nothing is left as it was. It may
    /// be cut off at any point and begun again.
    pub async fn convert(workspace: Workspace, cipher: &dyn Cipher, seals: bool) -> bool {
        let Ok(database) = Database::open(&database_name(workspace)).await else { return false };
        let Ok(keys) = database.keys().await else { return false };
        let mut is_whole = true;
        for key in keys {
            let Some(bytes) = database.get(&key).await.ok().flatten().and_then(bytes_of) else { continue };
            let plain = open_raw(cipher, &key, &bytes);
            let new = match (plain, seals) {
                (None, true) => seal_raw(cipher, &key, &bytes),
                (Some(plain), false) => Some(plain),
                (Some(_), true) | (None, false) => continue,
            };
            is_whole &= match new {
                Some(new) => database.change(&[(key, Uint8Array::from(&new[..]).into())], &[]).await,
                None => false,
            };
        }
        is_whole
    }
}

/// A value as it is to be stored; `None` without a source of randomness.
fn sealed(cipher: Option<&dyn Cipher>, key: &str, bytes: &[u8]) -> Option<JsValue> {
    let sealed = match cipher {
        Some(cipher) => Some(seal_raw(cipher, key, bytes)?),
        None => None,
    };
    Some(Uint8Array::from(sealed.as_deref().unwrap_or(bytes)).into())
}

/// A value as it was before it was sealed; as it came if it was not.
fn opened(cipher: Option<&dyn Cipher>, key: &str, bytes: Vec<u8>) -> Vec<u8> {
    cipher.and_then(|cipher| open_raw(cipher, key, &bytes)).unwrap_or(bytes)
}

fn bytes_of(value: JsValue) -> Option<Vec<u8>> {
    value.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
}
