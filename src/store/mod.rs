//! The one writer. Everything that changes the pipeline goes through [`Store::execute`] or
//! [`Store::merge`]: the change is first made durable, then folded, then told.

mod facts;
pub mod generate;
pub mod index;
pub mod persist;
mod recent;
mod rehearse;
pub mod sample;
mod snapshot;
pub mod undo;

use crate::domain::sort::Arrange;
pub use index::Index;
pub use rehearse::rehearse;
pub use snapshot::Snapshot;
pub use undo::UndoStack;

use crate::domain::RecordId;
use crate::ledger::{
    Action, Change, Clock, Edit, Names, NodeId, Stamp, State, Undone, VersionVector, inverse,
};
use recent::Recent;

/// Where changes are made durable.
pub trait Journal {
    /// Appends one group of changes, all or nothing. `have` is what holding them lets this office claim
    /// to have without a gap.
    ///
    /// # Errors
    /// Says why nothing was written; the ledger then stays as it was.
    fn append(&mut self, changes: &[Change], have: &VersionVector, names: &Names) -> Result<(), WriteError>;
}

/// Why a write failed. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// The browser's space for this page is used up.
    Full,
    /// The browser does not let this page store anything.
    Blocked,
    /// The data was written by a newer version; this one only reads.
    ReadOnly,
    /// It is the pipeline of a past day.
    Past,
    /// Anything else the browser reported.
    Other,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The stamp of the command; [`Stamp::ZERO`] if it changed nothing.
    pub stamp: Stamp,
    /// What it was.
    pub action: Action,
    /// The records touched, sorted.
    pub touched: Vec<RecordId>,
    /// For undo and redo: what was undone, and how many cells were left as somebody else changed them.
    pub of: Option<(Action, usize)>,
}

/// The pipeline of one workspace with its index, clock and undo stack.
pub struct Store {
    state: State,
    index: Index,
    clock: Clock,
    have: VersionVector,
    undo: UndoStack,
    journal: Box<dyn Journal>,
    revision: u64,
    recent: Recent,
}

impl Store {
    /// Opens a store on a loaded state. `clock` gives the stamps of this tab.
    pub fn open(state: State, have: VersionVector, mut clock: Clock, journal: Box<dyn Journal>) -> Self {
        have.iter().for_each(|stamp| clock.observe(stamp));
        let index = Index::build(&state);
        let (undo, recent) = (UndoStack::default(), Recent::default());
        let mut store = Self { state, index, clock, have, undo, journal, revision: 1, recent };
        store.observe_state();
        store
    }

    /// The folded records.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What is computed from them.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// What this office holds without a gap.
    pub fn have(&self) -> &VersionVector {
        &self.have
    }

    /// Whose changes these are.
    pub fn node(&self) -> NodeId {
        self.clock.node()
    }

    /// Grows with every change, so that what was computed from an older one can be told apart.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The records touched after a revision; a record may be there more than once. `None` if they are too
    /// many to be remembered.
    pub fn touched_since(&self, revision: u64) -> Option<Vec<RecordId>> {
        self.recent.since(revision)
    }

    /// What was touched since somebody looked last, who then has seen it: `seen` is 0 before the first time. `None` if
    /// that is not known.
    pub fn touched_unseen(&self, seen: &mut u64) -> Option<Vec<RecordId>> {
        let before = std::mem::replace(seen, self.revision());
        self.touched_since(before).filter(|_| before > 0)
    }

    /// What undo and redo would do next.
    pub fn undo_stack(&self) -> &UndoStack {
        &self.undo
    }

    /// The number of an element word, for a cell key.
    pub fn element(&mut self, word: &str) -> u32 {
        self.state.names_mut().element(word)
    }

    /// The words behind numbers, to read a file into.
    pub fn names_mut(&mut self) -> &mut Names {
        self.state.names_mut()
    }

    /// Carries out a command. `wall` is the wall clock in milliseconds.
    ///
    /// # Errors
    /// If the changes could not be made durable; then nothing has changed.
    pub fn execute(&mut self, action: Action, edits: Vec<Edit>, wall: u64) -> Result<Receipt, WriteError> {
        let receipt = self.write(action, edits, wall)?;
        if receipt.stamp != Stamp::ZERO {
            self.undo.done(&receipt);
        }
        Ok(receipt)
    }

    /// Carries out a command that undo passes over, such as making the sample county: nobody who presses
    /// undo means that.
    ///
    /// # Errors
    /// As [`Store::execute`].
    pub fn execute_for_good(
        &mut self,
        action: Action,
        edits: Vec<Edit>,
        wall: u64,
    ) -> Result<Receipt, WriteError> {
        self.write(action, edits, wall)
    }

    /// Carries out commands at the moments given with them, in milliseconds, all or none: to make the sample
    /// county with its history. Later moments come later; no cell is given twice. Undo passes over them.
    ///
    /// # Errors
    /// As [`Store::execute`].
    pub fn execute_history(
        &mut self,
        commands: impl IntoIterator<Item = (u64, Vec<Edit>)>,
    ) -> Result<Receipt, WriteError> {
        let before = self.clock.clone();
        let mut stamp = Stamp::ZERO;
        let mut changes = Vec::new();
        for (wall, edits) in commands {
            stamp = self.clock.tick(wall);
            changes.extend(self.state.changes_for(edits, stamp));
        }
        self.commit(Action::Create, changes, stamp).inspect_err(|_| self.clock = before)
    }

    /// Takes back the latest command of this session, as far as nobody changed the same cells since.
    /// `None` if there is nothing to undo.
    ///
    /// # Errors
    /// As [`Store::execute`].
    pub fn undo(&mut self, wall: u64) -> Result<Option<Receipt>, WriteError> {
        let Some(step) = self.undo.next_undo().cloned() else { return Ok(None) };
        let undone = inverse(&self.state, step.stamp, Some(&step.touched));
        let mut receipt = self.write(Action::Undo, undone.edits, wall)?;
        receipt.of = Some((step.action, undone.kept));
        self.undo.undone(&receipt);
        Ok(Some(receipt))
    }

    /// Does again what undo took back last. `None` if there is nothing to redo.
    ///
    /// # Errors
    /// As [`Store::execute`].
    pub fn redo(&mut self, wall: u64) -> Result<Option<Receipt>, WriteError> {
        let Some(step) = self.undo.next_redo().cloned() else { return Ok(None) };
        let undone = inverse(&self.state, step.stamp, Some(&step.touched));
        let mut receipt = self.write(Action::Redo, undone.edits, wall)?;
        receipt.of = Some((step.action, undone.kept));
        self.undo.redone(&receipt);
        Ok(Some(receipt))
    }

    /// Carries out what takes an earlier command back, such as an import of days ago. It can itself be
    /// undone.
    ///
    /// # Errors
    /// As [`Store::execute`].
    pub fn take_back(&mut self, undone: Undone, of: Action, wall: u64) -> Result<Receipt, WriteError> {
        let mut receipt = self.execute(Action::Undo, undone.edits, wall)?;
        receipt.of = Some((of, undone.kept));
        Ok(receipt)
    }

    /// Unites the ledger with a colleague's changes. `have` is what that file lets this office claim
    /// to hold without a gap.
    ///
    /// # Errors
    /// As [`Store::execute`].
    pub fn merge(&mut self, changes: Vec<Change>, have: &VersionVector) -> Result<Receipt, WriteError> {
        self.journal.append(&changes, have, self.state.names())?;
        Ok(self.take_in(changes, have))
    }

    /// Folds changes that are durable already: another tab wrote them, or the rescue copy had them.
    pub fn take_in(&mut self, changes: Vec<Change>, have: &VersionVector) -> Receipt {
        let mut receipt =
            Receipt { stamp: Stamp::ZERO, action: Action::Receive, touched: Vec::new(), of: None };
        for change in &changes {
            self.clock.observe(change.stamp);
            receipt.stamp = receipt.stamp.max(change.stamp);
        }
        receipt.touched = touched(&changes);
        self.have.join(have);
        self.fold(changes, &receipt.touched);
        receipt
    }

    /// Goes on under another node id, because nobody can say any more what was written under the one in
    /// use; nothing is claimed of that any longer. `edits` say who works under the new one. They are
    /// no command of the user, so undo does not take them back.
    ///
    /// # Errors
    /// As [`Store::execute`]; the node then stays as it was.
    pub fn go_on_as(&mut self, node: NodeId, edits: Vec<Edit>, wall: u64) -> Result<Receipt, WriteError> {
        let before = self.node();
        self.clock.set_node(node);
        let written = self.write(Action::Settings, edits, wall);
        match written {
            Ok(_) => self.have.forget(before),
            Err(_) => self.clock.set_node(before),
        }
        written
    }

    /// Follows another tab of this laptop, which has gone on under another node id.
    pub fn follow_node(&mut self, node: NodeId) {
        if node != self.node() {
            self.have.forget(self.node());
            self.clock.set_node(node);
        }
    }

    /// Gives stamps in another slot from now on: another tab has taken this one's.
    pub fn set_slot(&mut self, slot: u16) {
        self.clock.set_slot(slot);
    }

    fn write(&mut self, action: Action, edits: Vec<Edit>, wall: u64) -> Result<Receipt, WriteError> {
        let before = self.clock.clone();
        let stamp = self.clock.tick(wall);
        let changes = self.state.changes_for(edits, stamp);
        if changes.is_empty() {
            self.clock = before;
            return Ok(Receipt { stamp: Stamp::ZERO, action, touched: Vec::new(), of: None });
        }
        self.commit(action, changes, stamp).inspect_err(|_| self.clock = before)
    }

    /// Makes changes durable, the latest of them under `stamp`, and folds them.
    fn commit(&mut self, action: Action, changes: Vec<Change>, stamp: Stamp) -> Result<Receipt, WriteError> {
        let have = VersionVector::from_iter([stamp]);
        self.journal.append(&changes, &have, self.state.names())?;
        let touched = touched(&changes);
        self.have.advance(stamp);
        self.fold(changes, &touched);
        Ok(Receipt { stamp, action, touched, of: None })
    }

    fn fold(&mut self, changes: Vec<Change>, touched: &[RecordId]) {
        self.index.before(&self.state, touched);
        for change in changes {
            self.state.apply(change);
        }
        self.index.after(&self.state, touched);
        self.revision += 1;
        self.recent.note(self.revision, touched);
    }

    /// The clock must be past every stamp in the ledger, those from partial files too.
    fn observe_state(&mut self) {
        for &kind in crate::domain::Kind::ALL {
            for (_, record) in self.state.records(kind) {
                record.cells().iter().for_each(|cell| self.clock.observe(cell.stamp));
            }
        }
    }
}

/// The records that changes touch, sorted, each once.
fn touched(changes: &[Change]) -> Vec<RecordId> {
    let mut ids: Vec<RecordId> = changes.iter().map(|change| change.record).collect();
    ids.arrange();
    ids.dedup();
    ids
}

#[cfg(test)]
mod tests;
