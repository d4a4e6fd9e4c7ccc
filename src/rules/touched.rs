//! Which projects are concerned when records were touched.

use crate::domain::{Field, Kind, RecordId};
use crate::ledger::{CellKey, State};
use rustc_hash::FxHashSet;

/// The projects among the records touched, and those that the others belong to or ever belonged to: a record that moved
/// to another project was one of the old one, and its history says whose it ever was. `belonging` names the field that
/// says whose a record of a kind is.
pub fn projects_of(state: &State, touched: &[RecordId], belonging: &[(Kind, Field)]) -> FxHashSet<RecordId> {
    let mut projects = FxHashSet::default();
    for &id in touched {
        if id.kind == Kind::Project {
            projects.insert(id);
        }
        for (_, field) in belonging.iter().filter(|(kind, _)| *kind == id.kind) {
            let changes = state.changes_of_cell(id, CellKey::one(*field));
            let named = changes.iter().filter_map(|change| change.value.as_ref_id());
            projects.extend(named.map(|project| state.resolve(project)));
        }
    }
    projects
}

/// Whether a record of these was made one with another: then everything that points to one of them means the other.
pub fn any_merged(state: &State, touched: &[RecordId]) -> bool {
    let merged =
        |id: &RecordId| state.record(*id).is_some_and(|record| record.cell(Field::MERGED_INTO).is_some());
    touched.iter().any(merged)
}
