//! What is stored, the second place, and taking everything away.

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

    /// Reads values from the second place: those that storage lacks, and those that are damaged here. What
    /// can be read is kept from now on, in storage too unless it was moved out of it. `away` are the
    /// names that are marked as moved out; one of these that is not found is a problem. `problems` were
    /// found before; those that remain are given back with the new ones.
    ///
    /// The changes go to the sink; [`unknown`] tells which of them are news. Afterwards
    /// [`StoredJournal::read_new`] may find groups complete that were not before.
    pub fn rescue(
        &mut self,
        texts: &BTreeMap<Name, String>,
        mut problems: Vec<Problem>,
        away: &BTreeSet<Name>,
        sink: &mut impl Sink,
    ) -> Result<Vec<Problem>, WriteError> {
        let mut there = self.known(&self.storage.keys()?);
        there.extend(texts.keys());
        for name in texts.keys() {
            self.unreadable.remove(name);
        }
        problems.extend(self.read_values(texts.clone(), &there, Place::Away, sink));
        for (name, text) in texts {
            if self.held.contains_key(name) {
                self.take_home(*name, text, away.contains(name));
            }
        }
        let is_missing = |name: &&Name| !self.held.contains_key(name) && !texts.contains_key(name);
        let missing = away.iter().filter(is_missing);
        problems.extend(missing.map(|&name| Problem { name, why: Unreadable::Missing }));
        let mut told = BTreeSet::new();
        problems.retain(|problem| !self.held.contains_key(&problem.name) && told.insert(problem.name));
        Ok(problems)
    }

    /// Keeps a value that was found whole in the second place, here too unless it was moved out.
    fn take_home(&mut self, name: Name, text: &str, is_away: bool) {
        if self.read_only.is_some() {
            return;
        }
        let kept = is_away || self.storage.set(&name.key(self.workspace), text).is_ok();
        if let Some(held) = self.held.get_mut(&name).filter(|_| kept && !is_away) {
            held.place = Place::Here;
        }
        // It was given up for lost before.
        let aside = name.quarantine_key(self.workspace);
        if kept && self.storage.get(&aside).is_ok_and(|raw| raw.is_some()) {
            let _ = self.storage.remove(&aside);
        }
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
