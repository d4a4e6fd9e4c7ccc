//! Gathering many small values into few large ones, a little at a time.
//!
//! The new values are written first and read back; only then are the old ones removed. Whatever
//! happens in between, storage holds every change at least once, and a set of changes loses nothing by
//! holding one twice. So two tabs that do this at one moment lose nothing either; they only do the work
//! twice, and the page takes a lock, or a [lease](super::lease) where the browser has no locks, to spare
//! it.

use super::codec;
use super::frame::Header;
use super::journal::{Group, Place, StoredJournal, latest};
use super::keys::{Name, Role};
use super::plan;
use super::value::{self, Checked};
use crate::ledger::{Change, Names, VersionVector};
use crate::store::WriteError;
use std::collections::{BTreeSet, VecDeque};

/// How far a compaction has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// There is more to do.
    More,
    /// It is done.
    Done,
}

/// A compaction under way. Dropping it leaves nothing worse than some changes stored twice, which the
/// next start finds and removes.
pub struct Compaction {
    inputs: Vec<Name>,
    unread: VecDeque<Name>,
    names: Names,
    have: VersionVector,
    changes: Vec<Change>,
    unwritten: Option<VecDeque<Vec<Change>>>,
    group: Option<Group>,
    part: u64,
}

impl StoredJournal {
    /// Begins a compaction, if one is worth while.
    pub fn compaction(&self) -> Option<Compaction> {
        if self.read_only.is_some() {
            return None;
        }
        let here = self.held.iter().filter(|(_, held)| held.place == Place::Here);
        let inputs = plan::choose(here.map(|(&name, held)| (name, held.units)))?;
        Some(Compaction {
            unread: inputs.iter().copied().collect(),
            inputs,
            names: Names::default(),
            have: VersionVector::default(),
            changes: Vec::new(),
            unwritten: None,
            group: None,
            part: 0,
        })
    }

    /// Removes what an interrupted compaction or write left behind. Call it with the compaction lock
    /// held, after [`StoredJournal::read_new`], and only once the second place was asked: it may have the
    /// part that is missing here.
    ///
    /// What lacks its last part goes only when it still does the second time this is called: another
    /// tab may just be writing it.
    pub fn tidy(&mut self) {
        if self.read_only.is_some() {
            return;
        }
        let before = std::mem::replace(&mut self.abandoned, self.unfinished.clone());
        let abandoned: Vec<Name> = self.unfinished.intersection(&before).copied().collect();
        // The first part of a group goes last: without a successor it stays unfinished.
        for name in abandoned.into_iter().rev() {
            if self.storage.remove(&name.key(self.workspace)).is_ok() {
                self.unfinished.remove(&name);
            }
        }
        for name in std::mem::take(&mut self.superfluous) {
            self.discard(name);
        }
    }

    /// Removes a value whose changes others hold.
    fn discard(&mut self, name: Name) {
        if self.storage.remove(&name.key(self.workspace)).is_err() {
            self.superfluous.insert(name);
            return;
        }
        if let Some(held) = self.held.get_mut(&name) {
            held.place = Place::Gone;
        }
        // Another tab may have moved it to the second place meanwhile; nobody is to look for it there.
        let away = name.away_key(self.workspace);
        if self.storage.get(&away).is_ok_and(|mark| mark.is_some()) {
            let _ = self.storage.remove(&away);
        }
    }
}

impl Compaction {
    /// Does the next piece of work: reads one value, or writes one, or removes the old ones.
    ///
    /// # Errors
    /// If something could not be read or written; what was written is taken back, and the old values
    /// are as they were.
    pub fn step(&mut self, journal: &mut StoredJournal) -> Result<Progress, WriteError> {
        let result = self.work(journal);
        if result.is_err()
            && let Some(group) = self.group.take()
        {
            journal.take_back(&group);
        }
        result
    }

    fn work(&mut self, journal: &mut StoredJournal) -> Result<Progress, WriteError> {
        if let Some(name) = self.unread.pop_front() {
            self.read(journal, name)?;
            return Ok(Progress::More);
        }
        let unwritten = self.unwritten.get_or_insert_with(|| {
            let changes = std::mem::take(&mut self.changes);
            let parts = codec::split(&changes.iter().collect::<Vec<_>>());
            parts.into_iter().map(|part| part.into_iter().cloned().collect()).collect()
        });
        let group = self.group.get_or_insert_with(|| journal.new_group(Role::Chunk, unwritten.len().max(1)));
        // Values without changes may still say what this office has: then one part is written too.
        let part = unwritten.pop_front();
        if part.is_some() || self.part == 0 {
            let covers: BTreeSet<Name> = self.inputs.iter().copied().collect();
            let header = Header { part: self.part, more: !unwritten.is_empty(), covers };
            let changes = part.unwrap_or_default();
            let changes: Vec<&Change> = changes.iter().collect();
            let text = value::write(&header, &changes, &self.have, &self.names);
            journal.write_part(group, &text, latest(&changes))?;
            self.part += 1;
            check(journal, group, &text, changes.len())?;
            return Ok(Progress::More);
        }
        // Whatever another tab did meanwhile: nothing is removed unless all that replaces it is there.
        for name in &group.written {
            journal.storage.get(&name.key(journal.workspace))?.ok_or(WriteError::Other)?;
        }
        self.inputs.iter().for_each(|&name| journal.discard(name));
        Ok(Progress::Done)
    }

    fn read(&mut self, journal: &StoredJournal, name: Name) -> Result<(), WriteError> {
        let text = journal.storage.get(&name.key(journal.workspace))?.ok_or(WriteError::Other)?;
        let batch = Checked::new(&text).and_then(|value| value.read(&mut self.names));
        let batch = batch.map_err(|_| WriteError::Other)?;
        self.have.join(&batch.have);
        self.changes.extend(batch.into_changes());
        Ok(())
    }
}

/// Reads back what was written last and sees that it holds as many changes as it should.
fn check(journal: &StoredJournal, group: &Group, text: &str, changes: usize) -> Result<(), WriteError> {
    let key = group.written.last().ok_or(WriteError::Other)?.key(journal.workspace);
    let read = journal.storage.get(&key)?.filter(|read| read == text).ok_or(WriteError::Other)?;
    let batch = Checked::new(&read).and_then(|value| value.read(&mut Names::default()));
    batch.ok().filter(|batch| batch.len() == changes).map(|_| ()).ok_or(WriteError::Other)
}
