//! The chain over the commands of a node.

use super::digest::Digest;
use super::held::{Held, Told};
use crate::ledger::{NodeId, Stamp};
use sha2::{Digest as _, Sha256};

/// Where the chain over a node's commands stands after one of them.
///
/// Its head follows from the head before and the command, so whoever alters, adds or takes out anything
/// before it has another head. It begins with the node, so that no node's history passes for another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The command it goes up to; at no time if there is none yet.
    pub until: Stamp,
    /// How many commands there are up to it.
    pub count: u64,
    /// The hash over them.
    pub head: Digest,
}

impl Chain {
    /// The chain of a node that has done nothing yet.
    pub fn new(node: NodeId) -> Self {
        let start = Sha256::new().chain_update(b"zhaoshang chain 1\0").chain_update(node.0.to_be_bytes());
        Self { until: Stamp { time: 0, node }, count: 0, head: start.finalize().into() }
    }

    /// The chain over all commands of a node that are held.
    pub fn over(held: &Held<'_>, node: NodeId) -> Self {
        let mut chain = Self::new(node);
        chain.take(&held.told(|stamp| stamp.node == node));
        chain
    }

    /// The chain over the commands of its node that are held by now; only those after it are hashed. `None` if
    /// not as many as it has are held up to it: then it is not the chain of what is held.
    pub fn extended(&self, held: &Held<'_>) -> Option<Self> {
        let node = self.until.node;
        if held.commands(|stamp| stamp.node == node && stamp <= self.until) != self.count {
            return None;
        }
        let mut chain = *self;
        chain.take(&held.told(|stamp| stamp.node == node && stamp > self.until));
        Some(chain)
    }

    /// Goes on over commands of its node, in order.
    fn take(&mut self, told: &[Told]) {
        told.chunk_by(|a, b| a.stamp == b.stamp).for_each(|command| self.push(command));
    }

    /// Goes on over a command: its changes, in the order of their digests.
    pub(super) fn push(&mut self, command: &[Told]) {
        let Some(first) = command.first() else { return };
        let mut hash = Sha256::new().chain_update(self.head);
        hash.update(first.stamp.time.to_be_bytes());
        hash.update((command.len() as u64).to_be_bytes());
        command.iter().for_each(|told| hash.update(told.digest));
        self.head = hash.finalize().into();
        self.until = first.stamp;
        self.count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, change, state_of};
    use super::*;
    use crate::domain::Value;
    use crate::ledger::State;

    fn history() -> State {
        state_of((1..40u64).map(|n| {
            let value = Value::Int(n as i64 / 2);
            change(n % 5, value, at(n / 2 * 2, 1 + n % 2), &[])
        }))
    }

    #[test]
    fn a_chain_goes_on_from_where_it_stood() {
        let state = history();
        let whole = Chain::over(&Held::of(&state), NodeId(1));
        assert_eq!((whole.count, whole.until), (19, at(38, 1)));
        for until in 0..40 {
            let earlier = Chain::over(&Held::of(&state.as_of(at(until, 1).millis())), NodeId(1));
            assert_eq!(earlier.extended(&Held::of(&state)), Some(whole), "{until}");
        }
        let other = Chain::over(&Held::of(&state), NodeId(2));
        assert_ne!(other.head, whole.head);
        assert_eq!(Chain::over(&Held::of(&state), NodeId(9)), Chain::new(NodeId(9)));
    }

    #[test]
    fn a_chain_does_not_go_on_when_an_earlier_command_turned_up() {
        let mut state = history();
        let before = Chain::over(&Held::of(&state), NodeId(1));
        state.apply(change(0, Value::Int(99), at(7, 1), &[]));
        assert_eq!(before.extended(&Held::of(&state)), None);
        assert_ne!(Chain::over(&Held::of(&state), NodeId(1)).head, before.head);
    }
}
