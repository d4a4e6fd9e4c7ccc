//! Large sets in parts of a handy size.
//!
//! A part is what a stored value holds, is inflated and read at a time, and is rewritten at most: so
//! that memory stays low and no single write is long. What belongs together goes into one part: a
//! company, its contacts, its projects, their follow-ups. Then few references point out of a part, and
//! like texts lie near each other.

use crate::domain::sort::Arrange;
use crate::domain::{Kind, RecordId, Value};
use crate::ledger::Change;
use rustc_hash::FxHashMap;

/// The estimated size of a part before deflating, in bytes.
const PART: usize = 1 << 20;

/// How far to follow a record to what it belongs to: follow-up, project, company, parent company.
const HOPS: usize = 4;

/// Divides changes into parts. Changes of one record stay together, except where a single record
/// outgrows a part.
pub fn split<'a>(changes: &[&'a Change]) -> Vec<Vec<&'a Change>> {
    split_at(changes, PART)
}

pub(super) fn split_at<'a>(changes: &[&'a Change], part: usize) -> Vec<Vec<&'a Change>> {
    if changes.iter().map(|change| weight(change)).sum::<usize>() <= part {
        return if changes.is_empty() { Vec::new() } else { vec![changes.to_vec()] };
    }
    let parents = parents(changes);
    let mut keyed: Vec<(RecordId, &Change)> =
        changes.iter().map(|&change| (root(&parents, change.record), change)).collect();
    keyed.arrange_by_key(|(root, change)| (*root, change.record));
    let mut parts = Vec::new();
    let mut current: Vec<&Change> = Vec::new();
    let mut full = 0;
    for record in keyed.chunk_by(|a, b| a.1.record == b.1.record) {
        let size: usize = record.iter().map(|(_, change)| weight(change)).sum();
        if full > 0 && full + size > part {
            parts.push(std::mem::take(&mut current));
            full = 0;
        }
        full += size;
        current.extend(record.iter().map(|(_, change)| change));
    }
    parts.push(current);
    parts
}

/// What a change takes before deflating, roughly.
fn weight(change: &Change) -> usize {
    let text = if let Value::Text(text) | Value::Unknown(text) = &change.value { text.len() } else { 2 };
    6 + text + 8 * change.over.len().saturating_sub(1)
}

/// The record that each record belongs to: the project it names, or else the company.
fn parents(changes: &[&Change]) -> FxHashMap<RecordId, RecordId> {
    let mut parents: FxHashMap<RecordId, RecordId> = FxHashMap::default();
    for change in changes {
        if let Value::Ref(to) = change.value
            && matches!(to.kind, Kind::Project | Kind::Company)
            && to != change.record
        {
            let parent = parents.entry(change.record).or_insert(to);
            // Projects come after companies in the order of kinds; the smallest of equals, to be
            // independent of order.
            if (to.kind, std::cmp::Reverse(to.key)) > (parent.kind, std::cmp::Reverse(parent.key)) {
                *parent = to;
            }
        }
    }
    parents
}

fn root(parents: &FxHashMap<RecordId, RecordId>, mut id: RecordId) -> RecordId {
    for _ in 0..HOPS {
        match parents.get(&id) {
            Some(&parent) => id = parent,
            None => break,
        }
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Date;
    use crate::store::generate::{Size, generate};
    use std::collections::BTreeMap;

    #[test]
    fn parts_hold_everything_once_and_what_belongs_together() {
        let today = Date::parse_iso("2026-09-30").expect("a day");
        let county = generate(Size { projects: 100, follow_ups_each: 4 }, 5, today);
        let changes: Vec<&Change> = county.iter().collect();
        let parts = split_at(&changes, 20_000);
        assert!(parts.len() > 3);
        assert_eq!(parts.iter().map(Vec::len).sum::<usize>(), county.len());
        let mut part_of: BTreeMap<RecordId, usize> = BTreeMap::new();
        for (number, part) in parts.iter().enumerate() {
            assert!(part.iter().map(|change| weight(change)).sum::<usize>() <= 20_000);
            for change in part {
                assert_eq!(
                    *part_of.entry(change.record).or_insert(number),
                    number,
                    "a record is in one part"
                );
            }
        }
        let follow_ups = county.iter().filter(|change| change.record.kind == Kind::FollowUp);
        let projects = follow_ups.filter_map(|c| Some((c.record, c.value.as_ref_id()?)));
        let (mut together, mut all) = (0, 0);
        for (follow_up, project) in projects.filter(|(_, to)| to.kind == Kind::Project) {
            all += 1;
            together += usize::from(part_of[&follow_up] == part_of[&project]);
        }
        assert!(together * 4 > all * 3, "{together} of {all} follow-ups are with their project");
    }

    #[test]
    fn a_small_set_is_one_part_and_an_empty_one_none() {
        let today = Date::parse_iso("2026-09-30").expect("a day");
        let county = generate(Size { projects: 2, follow_ups_each: 1 }, 5, today);
        assert_eq!(split(&county.iter().collect::<Vec<_>>()).len(), 1);
        assert_eq!(split(&[]), Vec::<Vec<&Change>>::new());
    }
}
