//! The hybrid logical clock of one node. The wall clock is handed in.

use super::{NodeId, Stamp};

/// Gives stamps that are later than every stamp it has given or seen, whatever the wall clock says.
#[derive(Clone, Debug)]
pub struct Clock {
    node: NodeId,
    last: u64,
}

impl Clock {
    /// A clock for `node` that has seen nothing yet.
    pub const fn new(node: NodeId) -> Self {
        Self { node, last: 0 }
    }

    /// Whose clock it is.
    pub const fn node(&self) -> NodeId {
        self.node
    }

    /// The next stamp. `wall` is the wall clock in milliseconds; it may stand still or run backwards.
    pub fn tick(&mut self, wall: u64) -> Stamp {
        let wall = wall.min(Stamp::MAX_MILLIS) << 16;
        self.last = wall.max(self.last.saturating_add(1));
        Stamp { time: self.last, node: self.node }
    }

    /// Takes note of a stamp met in the journal or in a colleague's file.
    pub fn observe(&mut self, stamp: Stamp) {
        self.last = self.last.max(stamp.time);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_repeats_and_never_goes_back() {
        let mut clock = Clock::new(NodeId(1));
        let a = clock.tick(1000);
        let b = clock.tick(1000);
        let c = clock.tick(10);
        clock.observe(Stamp::new(5000, 3, NodeId(2)));
        let d = clock.tick(2000);
        assert!(a < b && b < c && c < d);
        assert!(d > Stamp::new(5000, 3, NodeId(2)));
        assert_eq!(a.millis(), 1000);
    }
}
