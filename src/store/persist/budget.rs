//! What to move out when localStorage is full.
//!
//! Browsers give between 2.5 million (Safari) and 5.24 million UTF-16 units and do not say how many.
//! The limit is learnt from the first write that fails, not by probing: until then everything stays.
//! Then the values whose latest change is oldest go to IndexedDB, where each has been mirrored since it
//! was written. They are read at every start just like the others, a moment later.

use super::keys::Name;
use super::plan;
use crate::domain::sort::Arrange;
use crate::ledger::Stamp;

/// A stored value that could be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its name.
    pub name: Name,
    /// Its size in UTF-16 units.
    pub units: usize,
    /// Its latest change.
    pub latest: Stamp,
}

/// Smaller values stay: they are still being gathered, and moving them would free little.
const WORTH_MOVING: usize = plan::SEALED;

/// Which values to move so that `need` units fit, longest untouched first. A little more than needed,
/// so that not every following write has to move something. Empty if nothing is worth moving.
pub fn to_release(mut candidates: Vec<Candidate>, need: usize) -> Vec<Name> {
    let total: usize = candidates.iter().map(|candidate| candidate.units).sum();
    let goal = need.saturating_add(total / 16);
    candidates.retain(|candidate| candidate.units >= WORTH_MOVING);
    candidates.arrange_by_key(|candidate| (candidate.latest, candidate.name));
    let mut freed = 0;
    let enough = |candidate: &Candidate| {
        let go_on = freed < goal;
        freed += candidate.units;
        go_on
    };
    candidates.into_iter().take_while(enough).map(|candidate| candidate.name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::NodeId;
    use crate::store::persist::keys::{Role, TabId};

    fn candidate(seq: u64, units: usize, millis: u64) -> Candidate {
        let name = Name { role: Role::Chunk, tab: TabId::new(1), seq };
        Candidate { name, units, latest: Stamp::new(millis, 0, NodeId(1)) }
    }

    fn released(candidates: &[Candidate], need: usize) -> Vec<u64> {
        to_release(candidates.to_vec(), need).into_iter().map(|name| name.seq).collect()
    }

    #[test]
    fn the_longest_untouched_go_first_and_only_as_many_as_needed() {
        let all = [candidate(1, 50_000, 30), candidate(2, 50_000, 10), candidate(3, 50_000, 20)];
        assert_eq!(released(&all, 100), [2]);
        assert_eq!(released(&all, 60_000), [2, 3]);
        assert_eq!(released(&all, 1_000_000), [2, 3, 1]);
    }

    #[test]
    fn small_values_stay() {
        let all = [candidate(1, WORTH_MOVING - 1, 1), candidate(2, WORTH_MOVING, 2)];
        assert_eq!(released(&all, 100), [2]);
        assert_eq!(released(&all[..1], 100), Vec::<u64>::new());
    }
}
