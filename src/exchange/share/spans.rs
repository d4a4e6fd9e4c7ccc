//! Cutting what is to be written into parts of bearable size.

use crate::domain::Kind;
use crate::ledger::{Stamp, State, VersionVector};
use std::collections::BTreeMap;

/// The changes that `have` covers and `since` does not. Both name only authors that have some.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// What is left out.
    pub since: VersionVector,
    /// What it goes up to.
    pub have: VersionVector,
}

impl Span {
    /// What two parts and all between them hold.
    pub fn join(&self, other: &Span) -> Span {
        let mut have = self.have.clone();
        have.join(&other.have);
        // An author that a part does not name at all is not cut by it.
        let start = |span: &Span, node| (!span.have.of(node).is_zero()).then(|| span.since.of(node));
        let first = |stamp: Stamp| {
            let starts = [self, other].into_iter().filter_map(|span| start(span, stamp.node));
            starts.min().unwrap_or_default()
        };
        let since = have.iter().map(first).filter(|stamp| !stamp.is_zero()).collect();
        Span { since, have }
    }
}

/// Parts of at most `most` changes each, of what `since` does not cover and `until` does, earliest first. One
/// command is never cut in two, so a part may be larger.
pub fn spans(state: &State, since: &VersionVector, until: &VersionVector, most: usize) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = since.clone();
    let mut part = Span::default();
    let mut held = 0;
    for (stamp, count) in counts(state, since, until) {
        if held > 0 && held + count > most {
            start.join(&part.have);
            parts.push(std::mem::take(&mut part));
            held = 0;
        }
        held += count;
        part.have.advance(stamp);
        part.since.advance(start.of(stamp.node));
    }
    if held > 0 {
        parts.push(part);
    }
    parts
}

/// How many changes each command made.
fn counts(state: &State, since: &VersionVector, until: &VersionVector) -> BTreeMap<Stamp, usize> {
    let mut counts = BTreeMap::new();
    let mut count = |stamp: Stamp| {
        if !since.covers(stamp) && until.covers(stamp) {
            *counts.entry(stamp).or_insert(0) += 1;
        }
    };
    for &kind in Kind::ALL {
        for (id, record) in state.records(kind) {
            for cell in record.cells() {
                if !state.has_past(id, cell.key) {
                    count(cell.stamp);
                } else {
                    state.changes_of_cell(id, cell.key).iter().for_each(|change| count(change.stamp));
                }
            }
        }
    }
    counts
}
