//! What is known of the colleagues whose files came in: what they had, so that the next file to them
//! need only hold what is new.

use super::{Header, Scope};
use crate::ledger::{NodeId, VersionVector};
use std::collections::BTreeMap;

/// What is known of one colleague.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colleague {
    /// His name in his latest file.
    pub name: String,
    /// His unit in his latest file.
    pub unit: String,
    /// When he made it, by his clock, in milliseconds.
    pub made: u64,
    /// What he had, by all his files.
    pub have: VersionVector,
}

/// The colleagues, by node. The store keeps it beside the pipeline; it is not part of any file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colleagues(BTreeMap<NodeId, Colleague>);

impl Colleagues {
    /// Takes note of a file that was merged. Files may come in any order: what a colleague once had he
    /// still has, and his name is that of the latest.
    pub fn note(&mut self, header: &Header) {
        let from = &header.from;
        let colleague = self.0.entry(from.node).or_default();
        colleague.have.join(&header.have);
        if header.made >= colleague.made {
            colleague.made = header.made;
            colleague.name.clone_from(&from.name);
            colleague.unit.clone_from(&from.unit);
        }
    }

    /// Puts back what the store kept.
    pub fn insert(&mut self, node: NodeId, colleague: Colleague) {
        self.0.insert(node, colleague);
    }

    /// One colleague.
    pub fn get(&self, node: NodeId) -> Option<&Colleague> {
        self.0.get(&node)
    }

    /// All of them, in order of node.
    pub fn iter(&self) -> impl Iterator<Item = (NodeId, &Colleague)> {
        self.0.iter().map(|(&node, colleague)| (node, colleague))
    }

    /// What to send a colleague: what is new since his last file; `None` if none came from him yet.
    pub fn since(&self, node: NodeId) -> Option<Scope> {
        let since = self.get(node)?.have.clone();
        Some(Scope::Since { colleague: Some(node), since })
    }
}
