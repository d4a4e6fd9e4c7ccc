//! Whose changes this laptop's are.
//!
//! The node id lives in storage only and is never exported as a setting; all tabs of a browser profile
//! share it. That they never give the same stamp is the matter of [`crate::ledger::Clock::in_slot`].

use super::keys::Workspace;
use super::storage::Storage;
use crate::ledger::NodeId;
use crate::store::WriteError;

/// The node id kept for a workspace. Where there is none yet, or none that can be read, `random`
/// becomes it.
///
/// # Errors
/// If it could neither be read nor written.
pub fn node_id(storage: &dyn Storage, workspace: Workspace, random: u64) -> Result<NodeId, WriteError> {
    match kept(storage, workspace)?.0 {
        Some(node) => Ok(node),
        None => renew_node_id(storage, workspace, random),
    }
}

/// Takes a new node id, because nobody can say any more what was written under the old one: stored
/// values were damaged, or stamps of it were met that were never given here, so that this browser
/// profile is a copy of another or was set back.
///
/// # Errors
/// If it could not be written; the old id then stays.
pub fn renew_node_id(storage: &dyn Storage, workspace: Workspace, random: u64) -> Result<NodeId, WriteError> {
    let (current, former) = kept(storage, workspace)?;
    let node = NodeId(random);
    let all = [node].into_iter().chain(current).chain(former);
    let words: Vec<String> = all.map(|node| node.to_string()).collect();
    storage.set(&workspace.node_key(), &words.join(" "))?;
    Ok(node)
}

/// The ids this laptop had before. Nothing is claimed to be held without a gap under one of them.
///
/// # Errors
/// If the storage cannot be read at all.
pub fn former_ids(storage: &dyn Storage, workspace: Workspace) -> Result<Vec<NodeId>, WriteError> {
    Ok(kept(storage, workspace)?.1)
}

/// The id in use, if all that is kept can be read, and those before it.
fn kept(storage: &dyn Storage, workspace: Workspace) -> Result<(Option<NodeId>, Vec<NodeId>), WriteError> {
    let text = storage.get(&workspace.node_key())?.unwrap_or_default();
    let words = text.split(' ').map(str::parse);
    let mut ids: Vec<NodeId> = words.clone().flatten().collect();
    // In a damaged list nobody can tell which one is the latest.
    let current = words.clone().all(|word| word.is_ok()).then(|| ids.remove(0));
    Ok((current, ids))
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
        assert_eq!(former_ids(&storage, Workspace::Real), Ok(vec![NodeId(5)]));
        assert_eq!(former_ids(&storage, Workspace::Sample), Ok(Vec::new()));
    }

    #[test]
    fn a_damaged_id_is_replaced_and_no_former_one_comes_back() {
        let storage = MemoryStorage::default();
        let key = Workspace::Real.node_key();
        storage.set(&key, &format!("0abc {}", NodeId(5))).expect("written");
        assert_eq!(node_id(&storage, Workspace::Real, 9), Ok(NodeId(9)));
        assert_eq!(former_ids(&storage, Workspace::Real), Ok(vec![NodeId(5)]));
        storage.set(&key, "").expect("written");
        assert_eq!(node_id(&storage, Workspace::Real, 10), Ok(NodeId(10)));
    }
}
