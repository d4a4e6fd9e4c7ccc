//! What is computed from the records and kept up to date with them: which follow-ups belong to which
//! project, and each project's summary. Never stored.

use crate::domain::field::{
    AttachmentField, FirstReportField, FollowUpField, FundTrancheField, ProjectField, TransferField,
    owner_field,
};
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, RecordId};
use crate::ledger::{CellKey, State};
use crate::rules::{OfficeRules, ProjectSummary, summarise};
use rustc_hash::{FxHashMap, FxHashSet};

/// The computed side of the ledger.
#[derive(Clone, Debug, Default)]
pub struct Index {
    rules: OfficeRules,
    projects: FxHashMap<RecordId, ProjectSummary>,
    follow_ups: Children,
    tranches: Children,
    contacts: Children,
    investments: Children,
    first_reports: Children,
    transfers: Children,
    attachments: Children,
}

/// The kinds that are found by what they belong to.
const BELONGING: [Kind; 7] = [
    Kind::FollowUp,
    Kind::FundTranche,
    Kind::Contact,
    Kind::Project,
    Kind::FirstReport,
    Kind::Transfer,
    Kind::Attachment,
];

/// Live records by the record they point to.
type Children = FxHashMap<RecordId, Vec<RecordId>>;

/// Which field of a kind points to its parent, and which list of the index holds it.
fn parent_field(kind: Kind) -> Option<Field> {
    if kind == Kind::Project { Some(ProjectField::Investor.into()) } else { owner_field(kind) }
}

impl Index {
    /// Computes everything from a state.
    pub fn build(state: &State) -> Self {
        let mut index = Self { rules: OfficeRules::read(state), ..Self::default() };
        for kind in BELONGING {
            for (id, _) in state.live(kind) {
                if let Some(parent) = parent_of(state, id) {
                    index.children_mut(kind).entry(parent).or_default().push(id);
                }
            }
        }
        for kind in BELONGING {
            index.children_mut(kind).values_mut().for_each(|ids| sort_children(state, ids));
        }
        index.summarise_all(state);
        index
    }

    /// The settings in force.
    pub fn rules(&self) -> &OfficeRules {
        &self.rules
    }

    /// The summary of a live project.
    pub fn project(&self, id: RecordId) -> Option<&ProjectSummary> {
        self.projects.get(&id)
    }

    /// Every live project with its summary, in no particular order.
    pub fn projects(&self) -> impl Iterator<Item = (RecordId, &ProjectSummary)> {
        self.projects.iter().map(|(&id, summary)| (id, summary))
    }

    /// The live follow-ups of a project, newest first.
    pub fn follow_ups(&self, project: RecordId) -> &[RecordId] {
        self.follow_ups.get(&project).map_or(&[], |ids| ids)
    }

    /// The live tranches of a project, newest first.
    pub fn tranches(&self, project: RecordId) -> &[RecordId] {
        self.tranches.get(&project).map_or(&[], |ids| ids)
    }

    /// The live contacts of a company.
    pub fn contacts(&self, company: RecordId) -> &[RecordId] {
        self.contacts.get(&company).map_or(&[], |ids| ids)
    }

    /// The live projects of an investor.
    pub fn projects_of(&self, investor: RecordId) -> &[RecordId] {
        self.investments.get(&investor).map_or(&[], |ids| ids)
    }

    /// The live first reports filed for a project, newest first.
    pub fn first_reports(&self, project: RecordId) -> &[RecordId] {
        self.first_reports.get(&project).map_or(&[], |ids| ids)
    }

    /// The live transfers of a project, newest first.
    pub fn transfers(&self, project: RecordId) -> &[RecordId] {
        self.transfers.get(&project).map_or(&[], |ids| ids)
    }

    /// The live attachments of a project, newest first.
    pub fn attachments(&self, project: RecordId) -> &[RecordId] {
        self.attachments.get(&project).map_or(&[], |ids| ids)
    }

    /// Takes touched records out of the lists. Call before the state changes.
    pub(super) fn before(&mut self, state: &State, touched: &[RecordId]) {
        for &id in touched {
            if let Some(parent) = parent_of(state, id)
                && let Some(ids) = self.children_mut(id.kind).get_mut(&parent)
            {
                ids.retain(|&other| other != id);
            }
        }
    }

    /// Puts touched records back where they now belong and computes again what depends on them. Call
    /// after the state has changed.
    pub(super) fn after(&mut self, state: &State, touched: &[RecordId]) {
        // A merge of duplicates moves everything that points to them; it is rare, so start over.
        let merged = |id: &RecordId| state.record(*id).is_some_and(|r| r.cell(Field::MERGED_INTO).is_some());
        let rules = OfficeRules::read(state);
        if rules != self.rules || touched.iter().any(merged) {
            *self = Self::build(state);
            return;
        }
        let mut stale: FxHashSet<RecordId> = FxHashSet::default();
        for &id in touched {
            let live = state.record(id).is_some_and(|record| record.is_live());
            let parent = parent_of(state, id);
            if let (true, Some(parent)) = (live, parent) {
                let ids = self.children_mut(id.kind).entry(parent).or_default();
                ids.push(id);
                sort_children(state, ids);
            }
            match id.kind {
                Kind::Project => {
                    stale.insert(id);
                }
                Kind::FollowUp | Kind::FundTranche => stale.extend(parent),
                _ => {}
            }
        }
        // A record that moved to another project leaves the old one's summary behind: `before` could
        // not know, so every project whose list changed is in `touched` or found by its history.
        for &id in touched {
            if let Some(field) = parent_field(id.kind) {
                let changes = state.changes_of_cell(id, CellKey::one(field));
                stale.extend(changes.iter().filter_map(|c| c.value.as_ref_id()).map(|p| state.resolve(p)));
            }
        }
        for id in stale {
            if id.kind == Kind::Project {
                self.summarise_one(state, id);
            }
        }
    }

    fn summarise_all(&mut self, state: &State) {
        self.projects.reserve(state.count(Kind::Project));
        let ids: Vec<RecordId> = state.live(Kind::Project).map(|(id, _)| id).collect();
        for id in ids {
            self.summarise_one(state, id);
        }
    }

    fn summarise_one(&mut self, state: &State, id: RecordId) {
        match state.record(id).filter(|record| record.is_live()) {
            Some(record) => {
                let summary = summarise(state, &self.rules, record, self.follow_ups(id), self.tranches(id));
                self.projects.insert(id, summary);
            }
            None => {
                self.projects.remove(&id);
            }
        }
    }

    fn children_mut(&mut self, kind: Kind) -> &mut Children {
        match kind {
            Kind::FollowUp => &mut self.follow_ups,
            Kind::FundTranche => &mut self.tranches,
            Kind::Contact => &mut self.contacts,
            Kind::FirstReport => &mut self.first_reports,
            Kind::Transfer => &mut self.transfers,
            Kind::Attachment => &mut self.attachments,
            _ => &mut self.investments,
        }
    }
}

/// The record a live record belongs to, after merges of duplicates.
fn parent_of(state: &State, id: RecordId) -> Option<RecordId> {
    let field = parent_field(id.kind)?;
    state.get(id, field).as_ref_id().map(|parent| state.resolve(parent))
}

/// Newest first for what has a day; by id otherwise and within a day.
fn sort_children(state: &State, ids: &mut [RecordId]) {
    ids.arrange_by_key(|&id| {
        let day = match id.kind {
            Kind::FollowUp => state.get(id, FollowUpField::On).as_date(),
            Kind::FundTranche => state.get(id, FundTrancheField::ArrivedOn).as_date(),
            Kind::FirstReport => state.get(id, FirstReportField::On).as_date(),
            Kind::Transfer => state.get(id, TransferField::On).as_date(),
            Kind::Attachment => state.get(id, AttachmentField::On).as_date(),
            _ => None,
        };
        let born = state.record(id).and_then(|r| r.cells().iter().map(|c| c.stamp).min());
        (std::cmp::Reverse(day), std::cmp::Reverse(born), id)
    });
}
