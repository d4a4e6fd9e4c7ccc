//! Where notes of this laptop lie, beside the pipeline of their workspace and never sent: on files that were
//! received, and on backups.

use super::page;
use crate::store::persist::Workspace;

/// Under the prefix of the workspace, so that they go when it is wiped.
fn key(workspace: Workspace, what: &str) -> String {
    workspace.prefix() + what
}

/// The text stored; empty where there is none.
pub fn load(workspace: Workspace, what: &str) -> String {
    let stored =
        page::local_storage().and_then(|storage| storage.get_item(&key(workspace, what)).ok().flatten());
    stored.unwrap_or_default()
}

/// Stores the text. Where that fails the next file to a colleague is larger than it need be, and the next
/// backup comes earlier.
pub fn save(workspace: Workspace, what: &str, text: &str) {
    if let Some(storage) = page::local_storage() {
        let _ = storage.set_item(&key(workspace, what), text);
    }
}
