//! Opening a workspace.

use super::journal::StoredJournal;
use super::keys::{Name, TabId, Workspace};
use super::node::former_ids;
use super::read::{Problem, Sink};
use super::storage::Storage;
use crate::ledger::{Names, State, VersionVector};
use crate::store::WriteError;
use std::collections::BTreeSet;
use std::rc::Rc;

/// What was found in storage.
pub struct Loaded {
    /// The records.
    pub state: State,
    /// What this office holds without a gap. Nothing while anything is unread: then colleagues send all
    /// they have, and what was lost here comes back.
    pub have: VersionVector,
    /// What it may claim too once everything has been read after all, from the second place.
    pub held_back: VersionVector,
    /// Knows what is stored, and adds to it.
    pub journal: StoredJournal,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// Values that rest in the second place for want of room, to be read from there.
    pub away: BTreeSet<Name>,
}

/// Folds what is read and joins what it lets this office claim.
#[derive(Default)]
struct Gathered {
    state: State,
    have: VersionVector,
}

impl Sink for Gathered {
    fn names(&mut self) -> &mut Names {
        self.state.names_mut()
    }

    fn take(&mut self, batch: super::codec::Batch) {
        self.have.join(&batch.have);
        batch.fold_into(&mut self.state);
    }
}

/// Reads a workspace. Nothing is written. `tab` is a new random id.
///
/// # Errors
/// If the storage cannot be read at all.
pub fn load(storage: Rc<dyn Storage>, workspace: Workspace, tab: TabId) -> Result<Loaded, WriteError> {
    let keys = storage.keys()?;
    let mut away: BTreeSet<Name> =
        keys.iter().filter_map(|key| Name::from_away_key(workspace, key)).collect();
    let mut journal = StoredJournal::new(storage, workspace, tab);
    let mut gathered = Gathered::default();
    let problems = journal.read_new(&mut gathered)?;
    let Gathered { state, mut have } = gathered;
    for former in former_ids(&**journal.storage(), workspace)? {
        have.forget(former);
    }
    away.retain(|name| !journal.held.contains_key(name));
    let mut held_back = VersionVector::default();
    if !problems.is_empty() || !away.is_empty() || !journal.set_aside()?.is_empty() {
        std::mem::swap(&mut have, &mut held_back);
    }
    Ok(Loaded { state, have, held_back, journal, problems, away })
}
