//! What a query may ask of the workspace.

use crate::domain::field::{
    CompanyField, ContactField, ContestField, HearingField, KeyTaskField, MetricField, PersonField,
    ProjectField, RuleSheetField, UnitField,
};
use crate::domain::{Field, Kind, RecordId};
use crate::ledger::State;
use crate::rules::{OfficeRules, ProjectSummary};

/// The folded records and what is computed from them.
pub trait Facts {
    /// The records.
    fn state(&self) -> &State;
    /// The office's settings in force.
    fn rules(&self) -> &OfficeRules;
    /// The summary of a live project.
    fn summary(&self, project: RecordId) -> Option<&ProjectSummary>;
    /// The live records of `kind` that point to `parent`: follow-ups and tranches of a project,
    /// contacts and projects of a company.
    fn children(&self, kind: Kind, parent: RecordId) -> &[RecordId];
}

/// The field that names a record of `kind`; `None` for kinds without a name.
pub fn name_field(kind: Kind) -> Option<Field> {
    Some(match kind {
        Kind::Unit => UnitField::Name.field(),
        Kind::Person => PersonField::Name.field(),
        Kind::Company => CompanyField::Name.field(),
        Kind::Contact => ContactField::Name.field(),
        Kind::Project => ProjectField::Name.field(),
        Kind::Metric => MetricField::Name.field(),
        Kind::RuleSheet => RuleSheetField::Name.field(),
        Kind::Contest => ContestField::Name.field(),
        Kind::KeyTask => KeyTaskField::Name.field(),
        Kind::Hearing => HearingField::Name.field(),
        _ => return None,
    })
}

/// The name of a record, or of the one it was merged into; empty where it has none.
pub fn name_of(state: &State, id: RecordId) -> &str {
    let Some(field) = name_field(id.kind) else { return "" };
    let Some(record) = state.record(id) else { return "" };
    // Few records were merged away: the usual case is one look-up.
    let name = match record.merged_into() {
        None => record.get(field),
        Some(_) => state.get(state.resolve(id), field),
    };
    name.as_text().unwrap_or("")
}
