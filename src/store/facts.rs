//! The store as tables see it.

use super::Store;
use crate::domain::{Kind, RecordId};
use crate::ledger::State;
use crate::rules::query::Facts;
use crate::rules::{OfficeRules, ProjectSummary};

impl Facts for Store {
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
