//! The record of an import, through which what its columns are is remembered.

use super::draft::Fact;
use super::edits::{Changes, Write};
use crate::domain::field::ImportRunField as I;
use crate::domain::{Kind, RecordId, Value};

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
    /// What is remembered of its table, by [`write_memory`](super::write_memory).
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
            Fact::one(
                I::Created,
                count(result.created_of(Kind::Project) + result.created_of(Kind::OutboundTrip)),
            ),
            Fact::one(I::Updated, count(result.updated.len())),
            Fact::one(I::Skipped, count(result.left_out.len())),
            Fact::one(I::Fingerprint, Value::text(&self.fingerprint)),
            Fact::one(I::Mapping, Value::text(&self.mapping)),
        ];
        let filled = facts.into_iter().filter(|fact| !fact.value.is_empty());
        result.writes.extend(filled.map(|fact| Write { record: id, fact }));
    }
}
