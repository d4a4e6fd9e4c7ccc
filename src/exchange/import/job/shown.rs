//! What is shown of a job, and what is kept of it: rows by filter, their cells in the file, the record of its run.

use super::super::memory::write_memory;
use super::super::plan::{Outcome, Twin};
use super::super::run::Run;
use super::{Job, Show};
use crate::exchange::sheet::columns::mapping_fingerprint;

impl Job {
    /// Whether a row has something to confirm.
    pub fn is_doubtful(&self, row: usize) -> bool {
        let read = self.rows.get(row);
        let cells = read.is_some_and(|row| row.values.iter().any(|value| !value.doubts.is_empty()));
        let whole = read.is_some_and(|row| !row.doubts.is_empty());
        let notes =
            self.plan.as_ref().and_then(|plan| plan.rows.get(row)).is_some_and(|row| !row.notes.is_empty());
        cells || whole || notes
    }

    /// The rows that a filter shows, in order.
    pub fn shown(&self, show: Show) -> Vec<usize> {
        let Some(plan) = &self.plan else { return Vec::new() };
        let wanted = |at: &usize| match (show, &plan.rows[*at].outcome) {
            (Show::All, _)
            | (Show::New, Outcome::New)
            | (Show::Updates, Outcome::Update(_))
            | (Show::Duplicates, Outcome::Duplicate(_))
            | (Show::Rejected, Outcome::Rejected(_)) => true,
            (Show::Doubtful, _) => self.is_doubtful(*at),
            _ => false,
        };
        (0..plan.rows.len()).filter(wanted).collect()
    }

    /// The next undecided duplicate after a row, around the end.
    pub fn next_open(&self, after: usize) -> Option<usize> {
        let rows = &self.plan.as_ref()?.rows;
        let open = |at: &usize| rows[*at].is_undecided();
        (after + 1..rows.len()).find(open).or_else(|| (0..rows.len().min(after + 1)).find(open))
    }

    /// The line in the file of the other account of a row.
    pub fn line_of(&self, twin: Twin) -> usize {
        match twin {
            Twin::Row(at) => self.rows.get(at).map_or(0, |row| row.source_row),
            Twin::Ledger(_) => 0,
        }
    }

    /// The cells of a row as they were in the file, by the table's columns.
    pub fn cells(&self, row: usize) -> Vec<String> {
        let (Some(table), Some(row)) = (self.table(), self.rows.get(row)) else { return Vec::new() };
        let Some(sheet) = self.book.sheets.get(table.layout.sheet) else { return Vec::new() };
        let line = row.source_row.saturating_sub(1);
        table.columns.iter().map(|column| sheet.seen(line, column.index).shown.clone()).collect()
    }

    /// The headings of the table's columns.
    pub fn headings(&self) -> Vec<String> {
        self.table().map(|table| table.columns.iter().map(|c| c.heading()).collect()).unwrap_or_default()
    }

    /// The record of this import, at a moment in milliseconds since 1970 UTC.
    pub fn run(&self, at: u64) -> Run {
        let table = self.table();
        let sheet = table.and_then(|table| self.book.sheets.get(table.layout.sheet));
        Run {
            file: self.book.file_name.clone(),
            sheet: sheet.map(|sheet| sheet.name.clone()).unwrap_or_default(),
            at,
            fingerprint: table.map(mapping_fingerprint).unwrap_or_default(),
            mapping: table.map(|table| write_memory(table, &self.mapping)).unwrap_or_default(),
        }
    }
}
