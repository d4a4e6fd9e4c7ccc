//! The county at one moment, beside the store: as it was, or as it would be. Nothing leads from it back to the store.

use super::{Index, Store};
use crate::domain::{Kind, RecordId};
use crate::ledger::{Edit, NodeId, Stamp, State};
use crate::rules::query::Facts;
use crate::rules::{OfficeRules, ProjectSummary};

/// A state with its index.
#[derive(Clone, Debug)]
pub struct Snapshot {
    state: State,
    index: Index,
}

impl Snapshot {
    /// What a state shows.
    pub fn of(state: State) -> Self {
        let index = Index::build(&state);
        Self { state, index }
    }

    /// What the store would show if these edits were made.
    pub fn supposing(store: &Store, edits: Vec<Edit>) -> Self {
        let mut state = store.state().clone();
        // Later than anything that anybody wrote, as what was written last holds.
        for change in state.changes_for(edits, Stamp::new(Stamp::MAX_MILLIS, 0, NodeId(0))) {
            state.apply(change);
        }
        Self::of(state)
    }
}

impl Facts for Snapshot {
    fn state(&self) -> &State {
        &self.state
    }

    fn rules(&self) -> &OfficeRules {
        self.index.rules()
    }

    fn summary(&self, project: RecordId) -> Option<&ProjectSummary> {
        self.index.project(project)
    }

    fn children(&self, kind: Kind, parent: RecordId) -> &[RecordId] {
        self.index.of(kind, parent)
    }
}
