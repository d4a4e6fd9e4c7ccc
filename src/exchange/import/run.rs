//! The record of an import, through which a mapping is remembered.

use super::draft::Fact;
use super::edits::{Changes, Write};
use crate::domain::field::ImportRunField as I;
use crate::domain::{Kind, RecordId, Value};
use crate::exchange::sheet::{Mapping, TargetTable};
use crate::ledger::State;
use std::collections::BTreeMap;

/// What is kept of an import besides its records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The file's name.
    pub file: String,
    /// The sheet's name.
    pub sheet: String,
    /// The moment, in milliseconds since 1970 UTC.
    pub at: u64,
    /// The fingerprint of the headings.
    pub fingerprint: String,
    /// The mapping used, by [`write_mapping`].
    pub mapping: String,
}

impl Run {
    /// Adds the record of this import, named `id`, to what it changes. An import that changes nothing
    /// leaves no record.
    pub fn note(&self, id: RecordId, result: &mut Changes) {
        if result.is_empty() {
            return;
        }
        let count = |n: usize| Value::Int(i64::try_from(n).unwrap_or(i64::MAX));
        let facts = [
            Fact::one(I::File, Value::text(&self.file)),
            Fact::one(I::Sheet, Value::text(&self.sheet)),
            Fact::one(I::At, Value::Int(i64::try_from(self.at).unwrap_or(i64::MAX))),
            Fact::one(I::Created, count(result.created_of(Kind::Project))),
            Fact::one(I::Updated, count(result.updated.len())),
            Fact::one(I::Skipped, count(result.left_out.len())),
            Fact::one(I::Fingerprint, Value::text(&self.fingerprint)),
            Fact::one(I::Mapping, Value::text(&self.mapping)),
        ];
        let filled = facts.into_iter().filter(|fact| !fact.value.is_empty());
        result.writes.extend(filled.map(|fact| Write { record: id, fact }));
    }
}

/// A mapping as JSON: target by column, `{"1":"name","2":"investor"}`.
pub fn write_mapping(mapping: &Mapping) -> String {
    let by_column: BTreeMap<usize, &str> = mapping.columns.iter().copied().collect();
    serde_json::to_string(&by_column).unwrap_or_default()
}

/// Reads what [`write_mapping`] wrote; targets that this version does not know fall away.
pub fn read_mapping(text: &str, targets: &TargetTable) -> Option<Mapping> {
    let by_column: BTreeMap<usize, String> = serde_json::from_str(text).ok()?;
    let known = |(column, key): (usize, String)| Some((column, targets.get(&key)?.key));
    Some(Mapping { columns: by_column.into_iter().filter_map(known).collect() })
}

/// The mapping of the latest import of a table with the same headings.
pub fn remembered(state: &State, fingerprint: &str, targets: &TargetTable) -> Option<Mapping> {
    let runs = state.live(Kind::ImportRun);
    let alike = runs.filter(|(_, run)| run.get(I::Fingerprint).as_text() == Some(fingerprint));
    let (_, latest) = alike.max_by_key(|(id, run)| (run.get(I::At).as_int(), *id))?;
    read_mapping(latest.get(I::Mapping).as_text()?, targets)
}
