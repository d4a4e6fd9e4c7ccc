//! Where the notes on received files lie, beside the pipeline of their workspace.

use super::page;
use crate::store::persist::Workspace;

/// Under the prefix of the workspace, so that they go when it is wiped.
fn key(workspace: Workspace) -> String {
    workspace.prefix() + "notes"
}

/// The text stored; empty where there is none.
pub fn load(workspace: Workspace) -> String {
    let stored = page::local_storage().and_then(|storage| storage.get_item(&key(workspace)).ok().flatten());
    stored.unwrap_or_default()
}

/// Stores the text. Where that fails the next file to a colleague is larger than it need be.
pub fn save(workspace: Workspace, text: &str) {
    if let Some(storage) = page::local_storage() {
        let _ = storage.set_item(&key(workspace), text);
    }
}
