//! What is computed from the records and kept up to date with them: which follow-ups belong to which
//! project, and each project's summary. Never stored.

use crate::domain::field::{
    AttachmentField, ContactField, FirstReportField, FollowUpField, FundTrancheField, InspectionField,
    IssueField, LeaderActivityField, OutboundTripField, PermitField, PolicyPromiseField, ProjectField,
    ReceptionField, TransferField,
};
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, RecordId, Value};
use crate::ledger::{CellKey, Record, State};
use crate::rules::references::members;
use crate::rules::{OfficeRules, ProjectSummary, summarise};
use rustc_hash::{FxHashMap, FxHashSet};

/// The computed side of the ledger.
#[derive(Clone, Debug, Default)]
pub struct Index {
    rules: OfficeRules,
    projects: FxHashMap<RecordId, ProjectSummary>,
    /// By kind of the child.
    children: FxHashMap<Kind, Children>,
}

/// Live records by the record they point to.
type Children = FxHashMap<RecordId, Vec<RecordId>>;

/// The kinds that are found by what they belong to, and the field that says it. A kind may be there twice.
const BELONGING: [(Kind, Field); 15] = [
    (Kind::FollowUp, FollowUpField::Project.field()),
    (Kind::FundTranche, FundTrancheField::Project.field()),
    (Kind::Contact, ContactField::Company.field()),
    (Kind::Project, ProjectField::Investor.field()),
    (Kind::FirstReport, FirstReportField::Project.field()),
    (Kind::Transfer, TransferField::Project.field()),
    (Kind::Attachment, AttachmentField::Project.field()),
    (Kind::Attachment, AttachmentField::Inspection.field()),
    (Kind::Issue, IssueField::Project.field()),
    (Kind::Permit, PermitField::Project.field()),
    (Kind::PolicyPromise, PolicyPromiseField::Project.field()),
    (Kind::Reception, ReceptionField::Project.field()),
    (Kind::LeaderActivity, LeaderActivityField::Project.field()),
    (Kind::Inspection, InspectionField::Project.field()),
    (Kind::OutboundTrip, OutboundTripField::Projects.field()),
];

/// The fields by which records of a kind are found.
fn parent_fields(kind: Kind) -> impl Iterator<Item = Field> {
    BELONGING.iter().filter(move |(of, _)| *of == kind).map(|(_, field)| *field)
}

impl Index {
    /// Computes everything from a state.
    pub fn build(state: &State) -> Self {
        let mut index = Self { rules: OfficeRules::read(state), ..Self::default() };
        for (kind, field) in BELONGING {
            let children = index.children.entry(kind).or_default();
            for (id, record) in state.live(kind) {
                each_parent(state, record, field, |parent| children.entry(parent).or_default().push(id));
            }
        }
        for children in index.children.values_mut() {
            children.values_mut().for_each(|ids| sort_children(state, ids));
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

    /// The live records of a kind that belong to a record, newest first where they have a day.
    pub fn of(&self, kind: Kind, parent: RecordId) -> &[RecordId] {
        self.children.get(&kind).and_then(|children| children.get(&parent)).map_or(&[], |ids| ids)
    }

    /// Takes touched records out of the lists. Call before the state changes.
    pub(super) fn before(&mut self, state: &State, touched: &[RecordId]) {
        for &id in touched {
            let (Some(record), Some(children)) = (state.record(id), self.children.get_mut(&id.kind)) else {
                continue;
            };
            for field in parent_fields(id.kind) {
                each_parent(state, record, field, |parent| {
                    if let Some(ids) = children.get_mut(&parent) {
                        ids.retain(|&other| other != id);
                    }
                });
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
            let Some(record) = state.record(id) else { continue };
            if id.kind == Kind::Project {
                stale.insert(id);
            }
            for field in parent_fields(id.kind) {
                let children = self.children.entry(id.kind).or_default();
                each_parent(state, record, field, |parent| {
                    if matters(id.kind) {
                        stale.insert(parent);
                    }
                    if record.is_live() {
                        let ids = children.entry(parent).or_default();
                        ids.push(id);
                        sort_children(state, ids);
                    }
                });
            }
        }
        // A record that moved to another project leaves the old one's summary behind: `before` could
        // not know, so every project whose list changed is in `touched` or found by its history.
        for &id in touched {
            for field in parent_fields(id.kind).filter(|_| matters(id.kind)) {
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
                let of = |kind| self.of(kind, id);
                let summary =
                    summarise(state, &self.rules, record, of(Kind::FollowUp), of(Kind::FundTranche));
                self.projects.insert(id, summary);
            }
            None => {
                self.projects.remove(&id);
            }
        }
    }
}

/// Whether a project's summary depends on its records of a kind.
fn matters(kind: Kind) -> bool {
    matches!(kind, Kind::FollowUp | Kind::FundTranche)
}

/// Tells each record that a field of a record points to, after merges of duplicates, once.
fn each_parent(state: &State, record: &Record, field: Field, mut see: impl FnMut(RecordId)) {
    match record.get(field) {
        Value::Ref(parent) => see(state.resolve(*parent)),
        _ => members(state, record, field).into_iter().for_each(see),
    }
}

/// Newest first for what has a day; by id otherwise and within a day.
fn sort_children(state: &State, ids: &mut [RecordId]) {
    ids.arrange_by_key(|&id| {
        let day = day_field(id.kind).and_then(|field| state.get(id, field).as_date());
        let born = state.record(id).and_then(|r| r.cells().iter().map(|c| c.stamp).min());
        (std::cmp::Reverse(day), std::cmp::Reverse(born), id)
    });
}

/// The day by which records of a kind are in order.
const fn day_field(kind: Kind) -> Option<Field> {
    Some(match kind {
        Kind::FollowUp => FollowUpField::On.field(),
        Kind::FundTranche => FundTrancheField::ArrivedOn.field(),
        Kind::FirstReport => FirstReportField::On.field(),
        Kind::Transfer => TransferField::On.field(),
        Kind::Attachment => AttachmentField::On.field(),
        Kind::Issue => IssueField::RaisedOn.field(),
        Kind::PolicyPromise => PolicyPromiseField::DueOn.field(),
        Kind::Reception => ReceptionField::On.field(),
        Kind::LeaderActivity => LeaderActivityField::On.field(),
        Kind::Inspection => InspectionField::On.field(),
        Kind::OutboundTrip => OutboundTripField::Start.field(),
        _ => return None,
    })
}
