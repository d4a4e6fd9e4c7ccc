//! A seal: a device says what its history was.

use super::chain::Chain;
use super::held::Held;
use super::key::{DeviceKey, PublicKey, Signed64, bytes, written};
use crate::ledger::{NodeId, Stamp};

/// What begins the signed bytes, so that nothing else a device signs passes for a seal.
const CONTEXT: &[u8] = b"zhaoshang seal 1\0";

/// What a device states of its own history: up to this command it is this chain.
///
/// A seal holds for ever: no honest device has commands before it that it did not have when it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seal {
    /// The last command it speaks of, and whose.
    pub until: Stamp,
    /// How many commands there are up to it.
    pub count: u64,
    /// The head of the chain over them.
    pub head: [u8; 32],
    /// The key that is said to have signed it.
    pub key: PublicKey,
    /// The signature.
    pub signature: Signed64,
}

impl Seal {
    /// States that this is the history of the chain's node; `None` while there is nothing to state.
    pub fn make(key: &DeviceKey, chain: &Chain) -> Option<Self> {
        let Chain { until, count, head } = *chain;
        let signature = key.sign(&message(until, count, &head));
        (count > 0).then(|| Self { until, count, head, key: key.public(), signature })
    }

    /// The seal that a file or note tells; `head` in base 64.
    pub fn from_parts(
        until: Stamp,
        count: u64,
        head: &str,
        key: PublicKey,
        signature: Signed64,
    ) -> Option<Self> {
        Some(Self { until, count, head: bytes(head).ok()?, key, signature })
    }

    /// The head in base 64.
    pub fn head_written(&self) -> String {
        written(&self.head)
    }

    /// Whose history it is.
    pub fn node(&self) -> NodeId {
        self.until.node
    }

    /// Whether the device with the key made it.
    pub fn is_genuine(&self) -> bool {
        self.key.has_signed(&message(self.until, self.count, &self.head), &self.signature)
    }

    /// Whether the history up to it is held as it states.
    pub fn fits(&self, held: &Held<'_>) -> bool {
        let mut chain = Chain::new(self.node());
        let told = held.told(|stamp| stamp.node == self.node() && stamp <= self.until);
        told.chunk_by(|a, b| a.stamp == b.stamp).for_each(|command| chain.push(command));
        self.states(&chain)
    }

    /// Whether it states this chain.
    pub(super) fn states(&self, chain: &Chain) -> bool {
        (self.until, self.count, &self.head) == (chain.until, chain.count, &chain.head)
    }

    /// The chain it states.
    pub(super) fn chain(&self) -> Chain {
        Chain { until: self.until, count: self.count, head: self.head }
    }
}

fn message(until: Stamp, count: u64, head: &[u8; 32]) -> Vec<u8> {
    let mut message = CONTEXT.to_vec();
    for number in [until.node.0, until.time, count] {
        message.extend(number.to_be_bytes());
    }
    message.extend(head);
    message
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, change, key, state_of};
    use super::*;
    use crate::domain::Value;

    #[test]
    fn a_seal_is_its_makers_and_states_one_history() {
        let state =
            state_of([change(1, Value::Int(1), at(1, 1), &[]), change(2, Value::Int(1), at(2, 1), &[])]);
        let chain = Chain::over(&Held::of(&state), NodeId(1));
        let seal = Seal::make(&key(1), &chain).expect("a history");
        assert!(seal.is_genuine() && seal.fits(&Held::of(&state)));
        for altered in [
            Seal { until: at(3, 1), ..seal },
            Seal { until: Stamp { node: NodeId(2), ..seal.until }, ..seal },
            Seal { count: 3, ..seal },
            Seal { head: [0; 32], ..seal },
            Seal { key: key(2).public(), ..seal },
        ] {
            assert!(!altered.is_genuine(), "{altered:?}");
        }
        let more =
            state_of([change(1, Value::Int(1), at(1, 1), &[]), change(2, Value::Int(2), at(2, 1), &[])]);
        assert!(!seal.fits(&Held::of(&more)));
        assert_eq!(Seal::make(&key(1), &Chain::new(NodeId(1))), None);
    }
}
