//! The hybrid logical clock of one node. The wall clock is handed in.

use super::{NodeId, Stamp};

/// Gives stamps that are later than every stamp it has given or seen, whatever the wall clock says.
///
/// The tabs of one browser profile are one node, yet no two of them may give the same stamp. So each
/// tab has a slot, and its clock gives only times whose counter leaves that remainder when divided by
/// [`Clock::SLOTS`]: a thousand for every millisecond.
#[derive(Clone, Debug)]
pub struct Clock {
    node: NodeId,
    slot: u64,
    last: u64,
}

impl Clock {
    /// How many clocks of one node can run beside each other.
    pub const SLOTS: u16 = 64;

    /// A clock for `node` that has seen nothing yet.
    pub const fn new(node: NodeId) -> Self {
        Self::in_slot(node, 0)
    }

    /// A clock for one of several tabs of `node`. Slots beyond [`Clock::SLOTS`] wrap around.
    pub const fn in_slot(node: NodeId, slot: u16) -> Self {
        Self { node, slot: (slot % Self::SLOTS) as u64, last: 0 }
    }

    /// Whose clock it is.
    pub const fn node(&self) -> NodeId {
        self.node
    }

    /// Goes on as another node, after all it has given and seen.
    pub fn set_node(&mut self, node: NodeId) {
        self.node = node;
    }

    /// Goes on in another slot; those beyond [`Clock::SLOTS`] wrap around.
    pub fn set_slot(&mut self, slot: u16) {
        self.slot = (slot % Self::SLOTS) as u64;
    }

    /// The next stamp. `wall` is the wall clock in milliseconds; it may stand still or run backwards.
    pub fn tick(&mut self, wall: u64) -> Stamp {
        let wall = wall.min(Stamp::MAX_MILLIS) << 16;
        let earliest = wall.max(self.last.saturating_add(1));
        let slots = u64::from(Self::SLOTS);
        let wait = (self.slot + slots - earliest % slots) % slots;
        self.last = earliest.saturating_add(wait);
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

    #[test]
    fn tabs_of_one_node_never_give_the_same_stamp() {
        let mut tabs = [0, 1, 63].map(|slot| Clock::in_slot(NodeId(1), slot));
        let mut given = std::collections::BTreeSet::new();
        for wall in [1000, 1000, 999, 1001] {
            for tab in &mut tabs {
                for _ in 0..2000 {
                    assert!(given.insert(tab.tick(wall)));
                }
            }
        }
        // A tab that hears of another's stamp goes on after it, in its own slot.
        let latest = *given.last().expect("some");
        for tab in &mut tabs {
            tab.observe(latest);
            let next = tab.tick(0);
            assert!(next > latest && given.insert(next));
        }
    }
}
