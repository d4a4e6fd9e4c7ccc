//! Appending changes: one small value a command, under a key of the tab's own.

use super::codec;
use super::frame::{Header, NewerVersion};
use super::keys::{Name, Role, TabId, Workspace};
use super::storage::Storage;
use super::{budget, value};
use crate::ledger::{Change, Names, Stamp, VersionVector};
use crate::store::{Journal, WriteError};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Where a value that is folded into memory is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In storage.
    Here,
    /// In the second place only, for want of room.
    Away,
    /// No more: other values hold its changes.
    Gone,
}

/// What is known of a value that is folded into memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Held {
    /// Its size with its key, in UTF-16 units.
    pub(super) units: usize,
    /// Its latest change.
    pub(super) latest: Stamp,
    pub(super) place: Place,
}

/// The stored values of one workspace as one tab knows them, and the pen to add more.
pub struct StoredJournal {
    pub(super) storage: Rc<dyn Storage>,
    pub(super) workspace: Workspace,
    tab: TabId,
    next_seq: u64,
    pub(super) held: BTreeMap<Name, Held>,
    /// Values that could not be read and were said so.
    pub(super) unreadable: BTreeSet<Name>,
    /// Parts of groups that lack their last part.
    pub(super) unfinished: BTreeSet<Name>,
    /// Those of them that lacked it already when the journal was tidied last.
    pub(super) abandoned: BTreeSet<Name>,
    /// Values that others have replaced and that could not be removed yet.
    pub(super) superfluous: BTreeSet<Name>,
    pub(super) read_only: Option<NewerVersion>,
}

impl StoredJournal {
    /// A journal that knows of nothing stored yet; [`super::load()`] gives one that does.
    pub(super) fn new(storage: Rc<dyn Storage>, workspace: Workspace, tab: TabId) -> Self {
        Self {
            storage,
            workspace,
            tab,
            next_seq: 0,
            held: BTreeMap::new(),
            unreadable: BTreeSet::new(),
            unfinished: BTreeSet::new(),
            abandoned: BTreeSet::new(),
            superfluous: BTreeSet::new(),
            read_only: None,
        }
    }

    /// The workspace it belongs to.
    pub fn workspace(&self) -> Workspace {
        self.workspace
    }

    /// The storage it writes to.
    pub fn storage(&self) -> &Rc<dyn Storage> {
        &self.storage
    }

    /// Whether data of a newer version was met, so that nothing may be written.
    pub fn read_only(&self) -> Option<NewerVersion> {
        self.read_only
    }

    /// Appends the changes of one command, and what holding them lets this office claim to have without
    /// a gap. Nearly always one value; a large import takes several, which count only together.
    ///
    /// # Errors
    /// Says why nothing was written.
    pub fn append(
        &mut self,
        changes: &[Change],
        have: &VersionVector,
        names: &Names,
    ) -> Result<(), WriteError> {
        if self.read_only.is_some() {
            return Err(WriteError::ReadOnly);
        }
        let changes: Vec<&Change> = changes.iter().collect();
        let mut parts = codec::split(&changes);
        if parts.is_empty() {
            if *have == VersionVector::default() {
                return Ok(());
            }
            parts.push(Vec::new());
        }
        let last = parts.len() - 1;
        let latest = latest(&changes);
        let mut group = self.new_group(Role::Segment, parts.len());
        for (at, part) in parts.into_iter().enumerate() {
            let header = Header { part: at as u64, more: at < last, ..Header::default() };
            // Only with the last part is everything held that `have` speaks of.
            let have = if at < last { &VersionVector::default() } else { have };
            let text = value::write(&header, &part, have, names);
            if let Err(error) = self.write_part(&mut group, &text, latest) {
                self.take_back(&group);
                return Err(error);
            }
        }
        Ok(())
    }

    /// Sets numbers aside for a group of `count` values.
    ///
    /// One number more than is needed stays unused: should the group fail and its first part be left
    /// behind, no later value can be taken for its continuation.
    pub(super) fn new_group(&mut self, role: Role, count: usize) -> Group {
        let first = self.next_seq;
        self.next_seq += count as u64 + 1;
        Group { next: Name { role, tab: self.tab, seq: first }, written: Vec::new() }
    }

    /// Writes the next part of a group.
    pub(super) fn write_part(
        &mut self,
        group: &mut Group,
        text: &str,
        latest: Stamp,
    ) -> Result<(), WriteError> {
        let name = group.next;
        let key = name.key(self.workspace);
        let units = key.len() + units(text);
        let mut result = self.storage.set(&key, text);
        while result == Err(WriteError::Full) && self.make_room(units) {
            result = self.storage.set(&key, text);
        }
        result?;
        self.held.insert(name, Held { units, latest, place: Place::Here });
        group.written.push(name);
        group.next.seq += 1;
        Ok(())
    }

    /// Removes what was written of a group that could not be written whole, its first part last, so
    /// that at no moment a part without its successor could pass for a whole.
    pub(super) fn take_back(&mut self, group: &Group) {
        for name in group.written.iter().rev() {
            self.held.remove(name);
            // If this fails too, the group still lacks its last part and no one will read it.
            let _ = self.storage.remove(&name.key(self.workspace));
        }
    }

    /// Moves something large and old out to the second place. False if there is nothing to move.
    fn make_room(&mut self, units: usize) -> bool {
        let here = self.held.iter().filter(|(_, held)| held.place == Place::Here);
        let candidates: Vec<budget::Candidate> = here
            .map(|(&name, held)| budget::Candidate { name, units: held.units, latest: held.latest })
            .collect();
        let mut freed = false;
        for name in budget::to_release(candidates, units) {
            if self.storage.release(&name.key(self.workspace)) {
                freed = true;
                if let Some(held) = self.held.get_mut(&name) {
                    held.place = Place::Away;
                }
                // Without the mark the value is still found at the next start, as if rescued.
                let _ = self.storage.set(&name.away_key(self.workspace), "");
            }
        }
        freed
    }
}

/// Values that count only together, while they are being written.
pub(super) struct Group {
    next: Name,
    pub(super) written: Vec<Name>,
}

/// The latest stamp among changes.
pub(super) fn latest(changes: &[&Change]) -> Stamp {
    changes.iter().map(|change| change.stamp).max().unwrap_or_default()
}

/// The size of a stored text in UTF-16 units. Everything stored here is within the basic plane, where
/// a character is a unit.
pub(super) fn units(text: &str) -> usize {
    text.chars().count()
}

/// One journal serves the store, which appends, and the page, which compacts and looks for news.
impl Journal for Rc<RefCell<StoredJournal>> {
    fn append(&mut self, changes: &[Change], have: &VersionVector, names: &Names) -> Result<(), WriteError> {
        match self.try_borrow_mut() {
            Ok(mut journal) => journal.append(changes, have, names),
            // Only if a storage called back into the program, which none does.
            Err(_) => Err(WriteError::Other),
        }
    }
}
