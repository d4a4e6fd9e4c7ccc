//! Damaged values, the second place, and taking everything away.

use super::codec::Batch;
use super::frame::Unreadable;
use super::journal::{Place, StoredJournal, units};
use super::keys::{Name, Role, Workspace};
use super::read::{Problem, Sink};
use super::storage::Storage;
use crate::ledger::{Change, State};
use crate::store::WriteError;
use std::collections::{BTreeMap, BTreeSet};

/// How many UTF-16 units of storage are used, keys included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// Single commands, not gathered yet.
    pub segments: usize,
    /// Gathered changes.
    pub chunks: usize,
    /// Damaged values that are kept.
    pub quarantine: usize,
    /// Everything else under this address: other workspaces, settings, other programs.
    pub other: usize,
    /// What rests in the second place for want of room; not part of the total.
    pub away: usize,
}

impl Usage {
    /// All that counts against the browser's limit.
    pub fn total(&self) -> usize {
        self.segments + self.chunks + self.quarantine + self.other
    }
}

impl StoredJournal {
    /// Measures what is stored.
    ///
    /// # Errors
    /// If the storage cannot be read at all.
    pub fn usage(&self) -> Result<Usage, WriteError> {
        let mut usage = Usage::default();
        for key in self.storage.keys()? {
            let name = Name::from_key(self.workspace, &key);
            let known = name.and_then(|name| self.held.get(&name)).map(|held| held.units);
            let size = match known {
                Some(units) => units,
                None => key.len() + self.storage.get(&key)?.map_or(0, |text| units(&text)),
            };
            match name {
                Some(Name { role: Role::Segment, .. }) => usage.segments += size,
                Some(Name { role: Role::Chunk, .. }) => usage.chunks += size,
                None if Name::from_quarantine_key(self.workspace, &key).is_some() => usage.quarantine += size,
                None => usage.other += size,
            }
        }
        let away = self.held.values().filter(|held| held.place == Place::Away);
        usage.away = away.map(|held| held.units).sum();
        Ok(usage)
    }

    /// Sets a damaged value aside under a key of its own, where it stays until a person decides. Does
    /// nothing if there is no room for that; the damaged value then stays where it is.
    ///
    /// # Errors
    /// If the storage cannot be read at all.
    pub fn quarantine(&mut self, name: Name) -> Result<(), WriteError> {
        let key = name.key(self.workspace);
        if let Some(raw) = self.storage.get(&key)?
            && self.storage.set(&name.quarantine_key(self.workspace), &raw).is_ok()
        {
            let _ = self.storage.remove(&key);
        }
        Ok(())
    }

    /// Reads values that the second place has and storage lacks, and keeps them from now on, in storage
    /// too unless they were moved out of it. `there` are all names that either place has, `away` those
    /// that are marked as moved out; one of these that is not found is a problem.
    ///
    /// The changes go to the sink; [`unknown`] tells which of them are news.
    pub fn rescue(
        &mut self,
        texts: BTreeMap<Name, String>,
        there: &BTreeSet<Name>,
        away: &BTreeSet<Name>,
        sink: &mut impl Sink,
    ) -> Vec<Problem> {
        let copies = texts.clone();
        for name in copies.keys() {
            self.unreadable.remove(name);
        }
        let mut problems = self.read_values(texts, there, Place::Away, sink);
        for (name, text) in copies {
            if let Some(held) = self.held.get_mut(&name)
                && !away.contains(&name)
                && self.storage.set(&name.key(self.workspace), &text).is_ok()
            {
                held.place = Place::Here;
            }
        }
        let is_missing = |name: &&Name| !there.contains(name);
        let missing = away.iter().filter(is_missing);
        problems.extend(missing.map(|&name| Problem { name, why: Unreadable::Missing }));
        problems
    }
}

/// The changes of a batch that a state does not hold yet.
pub fn unknown(state: &State, batch: Batch) -> Vec<Change> {
    let is_held = |change: &Change| {
        let held = state.changes_of_cell(change.record, change.cell);
        held.iter().any(|other| other.stamp == change.stamp)
    };
    batch.into_changes().filter(|change| !is_held(change)).collect()
}

/// Removes everything a workspace has stored.
///
/// # Errors
/// If something could not be removed.
pub fn wipe(storage: &dyn Storage, workspace: Workspace) -> Result<(), WriteError> {
    let prefix = workspace.prefix();
    for key in storage.keys()?.into_iter().filter(|key| key.starts_with(&prefix)) {
        storage.remove(&key)?;
    }
    Ok(())
}
