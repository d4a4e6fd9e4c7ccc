//! Where notes of this laptop lie, beside the pipeline of their workspace and never sent: on files that were
//! received, on backups, on the shared place. They are encrypted if the pipeline is.

use super::{cipher, page};
use crate::store::persist::sealed::{is_sealed, open_bytes, seal_bytes};
use crate::store::persist::{Cipher, Workspace};

/// Under the prefix of the workspace, so that they go when it is wiped.
fn key(workspace: Workspace, what: &str) -> String {
    workspace.prefix() + what
}

/// The text stored; empty where there is none, and where it cannot be opened.
pub fn load(workspace: Workspace, what: &str) -> String {
    let key = key(workspace, what);
    let stored = page::local_storage().and_then(|storage| storage.get_item(&key).ok().flatten());
    stored.and_then(|text| opened(cipher::of(workspace).as_deref(), &key, text)).unwrap_or_default()
}

/// Stores the text. Where that fails the next file to a colleague is larger than it need be, and the next
/// backup comes earlier.
pub fn save(workspace: Workspace, what: &str, text: &str) {
    let key = key(workspace, what);
    if let Some(storage) = page::local_storage()
        && let Some(text) = closed(cipher::of(workspace).as_deref(), &key, text)
    {
        let _ = storage.set_item(&key, &text);
    }
}

/// Takes the text away.
pub fn remove(workspace: Workspace, what: &str) {
    if let Some(storage) = page::local_storage() {
        // Removing needs no room and cannot fail.
        let _ = storage.remove_item(&key(workspace, what));
    }
}

/// Encrypts every note of a workspace that is not encrypted yet. One that cannot be is taken away: it would tell what
/// the passphrase is to keep.
pub fn seal(workspace: Workspace, cipher: &dyn Cipher) {
    convert(
        workspace,
        |key, text| if is_sealed(&text) { Some(text) } else { closed(Some(cipher), key, &text) },
    );
}

/// Opens every encrypted note of a workspace for good.
pub fn unseal(workspace: Workspace, cipher: &dyn Cipher) {
    convert(workspace, |key, text| opened(Some(cipher), key, text));
}

fn convert(workspace: Workspace, change: impl Fn(&str, String) -> Option<String>) {
    let Some(storage) = page::local_storage() else { return };
    let count = storage.length().unwrap_or(0);
    let keys: Vec<String> = (0..count).filter_map(|at| storage.key(at).ok().flatten()).collect();
    for key in keys.into_iter().filter(|key| workspace.is_note(key)) {
        let Some(text) = storage.get_item(&key).ok().flatten() else { continue };
        let text = change(&key, text);
        if text.is_none_or(|text| storage.set_item(&key, &text).is_err()) {
            let _ = storage.remove_item(&key);
        }
    }
}

fn opened(cipher: Option<&dyn Cipher>, key: &str, text: String) -> Option<String> {
    if !is_sealed(&text) {
        return Some(text);
    }
    String::from_utf8(open_bytes(cipher?, key, &text)?).ok()
}

fn closed(cipher: Option<&dyn Cipher>, key: &str, text: &str) -> Option<String> {
    match cipher {
        None => Some(text.to_owned()),
        Some(cipher) => seal_bytes(cipher, key, text.as_bytes()),
    }
}
