//! What an office has: for each node, the time up to which it holds every change.

use super::{NodeId, Stamp};
use std::collections::BTreeMap;

/// For each node, the latest time up to which *all* its changes are held. It says nothing of single
/// later changes that came with a partial file; those may be sent again, which does no harm.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VersionVector(BTreeMap<NodeId, u64>);

impl VersionVector {
    /// Whether every change of the stamp's node up to it is held.
    pub fn covers(&self, stamp: Stamp) -> bool {
        stamp.time == 0 || self.0.get(&stamp.node).is_some_and(|&time| stamp.time <= time)
    }

    /// The latest stamp of a node that is covered; the earliest of all stamps if none is.
    pub fn of(&self, node: NodeId) -> Stamp {
        Stamp { time: self.0.get(&node).copied().unwrap_or_default(), node }
    }

    /// Takes note that all changes of the node up to this stamp are held.
    pub fn advance(&mut self, stamp: Stamp) {
        if stamp.time > 0 {
            let time = self.0.entry(stamp.node).or_default();
            *time = (*time).max(stamp.time);
        }
    }

    /// Claims nothing of a node any more.
    pub fn forget(&mut self, node: NodeId) {
        self.0.remove(&node);
    }

    /// Takes over all that `other` covers.
    pub fn join(&mut self, other: &VersionVector) {
        for stamp in other.iter() {
            self.advance(stamp);
        }
    }

    /// Whether everything `other` covers is covered here.
    pub fn includes(&self, other: &VersionVector) -> bool {
        other.iter().all(|stamp| self.covers(stamp))
    }

    /// What is covered here and not by `other`, of each node the latest stamp.
    pub fn beyond(&self, other: &VersionVector) -> VersionVector {
        self.iter().filter(|&stamp| !other.covers(stamp)).collect()
    }

    /// Whether nothing is covered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The latest stamp covered of each node, in order of node.
    pub fn iter(&self) -> impl Iterator<Item = Stamp> + '_ {
        self.0.iter().map(|(&node, &time)| Stamp { time, node })
    }
}

impl FromIterator<Stamp> for VersionVector {
    fn from_iter<I: IntoIterator<Item = Stamp>>(stamps: I) -> Self {
        let mut vector = Self::default();
        stamps.into_iter().for_each(|stamp| vector.advance(stamp));
        vector
    }
}
