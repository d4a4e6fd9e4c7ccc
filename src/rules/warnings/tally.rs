//! How many warnings there are, by unit, by person, by rule.

use super::{Level, Warning};
use crate::domain::RecordId;
use rustc_hash::{FxHashMap, FxHashSet};
use std::hash::Hash;

/// Warnings of one unit, person or rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Red warnings.
    pub red: usize,
    /// Yellow ones.
    pub yellow: usize,
    /// Projects that have any of them.
    pub projects: usize,
}

impl Tally {
    /// All of them.
    pub const fn all(self) -> usize {
        self.red + self.yellow
    }
}

/// Counts warnings by what `key` says of each; the worst first, then by key.
pub fn tally<K: Copy + Eq + Hash + Ord>(
    warnings: &[Warning],
    key: impl Fn(&Warning) -> K,
) -> Vec<(K, Tally)> {
    let mut counts: FxHashMap<K, Tally> = FxHashMap::default();
    let mut seen: FxHashSet<(K, RecordId)> = FxHashSet::default();
    for warning in warnings {
        let key = key(warning);
        let tally = counts.entry(key).or_default();
        match warning.level {
            Level::Red => tally.red += 1,
            Level::Yellow => tally.yellow += 1,
        }
        if seen.insert((key, warning.project)) {
            tally.projects += 1;
        }
    }
    let mut counts: Vec<(K, Tally)> = counts.into_iter().collect();
    counts.sort_unstable_by_key(|(key, tally)| {
        (std::cmp::Reverse(tally.red), std::cmp::Reverse(tally.yellow), *key)
    });
    counts
}
