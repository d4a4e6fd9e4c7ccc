//! Whose changes this laptop's are.
//!
//! The node id lives in storage only and is never exported as a setting; all tabs of a browser profile
//! share it. That they never give the same stamp is the matter of [`crate::ledger::Clock::in_slot`].

use super::keys::Workspace;
use super::storage::Storage;
use crate::ledger::NodeId;
use crate::store::WriteError;

/// The node id kept for a workspace. Where there is none yet, `random` becomes it.
///
/// # Errors
/// If it could neither be read nor written.
pub fn node_id(storage: &dyn Storage, workspace: Workspace, random: u64) -> Result<NodeId, WriteError> {
    let kept = storage.get(&workspace.node_key())?.and_then(|text| text.parse().ok());
    match kept {
        Some(node) => Ok(node),
        None => renew_node_id(storage, workspace, random),
    }
}

/// Takes a new node id: the old one was met in a colleague's file with stamps never given here, so this
/// browser profile is a copy of his.
///
/// # Errors
/// If it could not be written.
pub fn renew_node_id(storage: &dyn Storage, workspace: Workspace, random: u64) -> Result<NodeId, WriteError> {
    let node = NodeId(random);
    storage.set(&workspace.node_key(), &node.to_string())?;
    Ok(node)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::persist::storage::MemoryStorage;

    #[test]
    fn the_id_stays_until_renewed_and_is_each_workspaces_own() {
        let storage = MemoryStorage::default();
        let id = |workspace, random| node_id(&storage, workspace, random);
        assert_eq!(id(Workspace::Real, 5), Ok(NodeId(5)));
        assert_eq!(id(Workspace::Real, 6), Ok(NodeId(5)));
        assert_eq!(id(Workspace::Sample, 7), Ok(NodeId(7)));
        assert_eq!(renew_node_id(&storage, Workspace::Real, 8), Ok(NodeId(8)));
        assert_eq!(id(Workspace::Real, 9), Ok(NodeId(8)));
    }
}
