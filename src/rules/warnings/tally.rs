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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::{PermitField as K, ProjectField as P};
    use crate::domain::{Kind, Milestone, Value};
    use crate::rules::warnings::Watch;
    use crate::rules::warnings::fixture::{DEPARTMENT, OWNER, PROJECT, UNIT, day, office};

    #[test]
    fn warnings_are_counted_by_whom_they_are_with() {
        let mut office = office();
        let other = RecordId::new(Kind::Project, 2);
        office.set(other, P::Unit, Value::Ref(UNIT));
        office.reach(PROJECT, Milestone::Signed, "2026-01-01");
        let permit = office.child(Kind::Permit, K::Project, PROJECT);
        office.date(permit, K::DueOn, "2026-01-20");
        office.set(permit, K::Department, Value::Ref(DEPARTMENT));
        // On 01-30: the signed project is stale (red), has no evidence (yellow), and its permit is late (red, with the
        // department); the other has no leader (yellow).
        let found = office.with(|facts| {
            let watch = Watch::new(facts, day("2026-01-30"));
            let mut found = watch.of(PROJECT);
            watch.add(other, &mut found);
            found
        });
        let expected = [
            (Some(UNIT), Tally { red: 1, yellow: 2, projects: 2 }),
            (Some(DEPARTMENT), Tally { red: 1, yellow: 0, projects: 1 }),
        ];
        assert_eq!(tally(&found, |warning| warning.unit), expected);
        let by_person = tally(&found, |warning| warning.person);
        assert_eq!(by_person[0], (None, Tally { red: 1, yellow: 1, projects: 2 }));
        assert_eq!(by_person[1], (Some(OWNER), Tally { red: 1, yellow: 1, projects: 1 }));
    }
}
