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
        match kind {
            Kind::FollowUp => self.index.follow_ups(parent),
            Kind::FundTranche => self.index.tranches(parent),
            Kind::Contact => self.index.contacts(parent),
            Kind::Project => self.index.projects_of(parent),
            _ => &[],
        }
    }
}
