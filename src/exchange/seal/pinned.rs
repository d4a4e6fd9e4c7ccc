//! What a laptop has seen of others' keys and histories. Kept beside the pipeline and never sent.

use super::chain::Chain;
use super::file::{FileSignature, Signer};
use super::findings::Finding;
use super::held::Held;
use super::key::{DeviceKey, PublicKey};
use super::statement::Seal;
use crate::exchange::json::Header;
use crate::ledger::{NodeId, Stamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most seals that are kept of one node: two years, one a month.
const KEPT: usize = 24;
/// Most seals that are kept of a node whose history does not fit; of more the latest is kept.
const EVIDENCE: usize = 48;
/// A month, in milliseconds.
const MONTH: u64 = 30 * 24 * 3600 * 1000;
/// Most nodes that are remembered; a province has fewer.
const NODES: usize = 20_000;

/// What was seen of one node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pinned {
    /// The key seen first, or the one a person settled on.
    pub key: PublicKey,
    /// Whether a person said that it is the right one.
    pub trusted: bool,
    /// Whether its history was found not to fit, and no person has taken note of that. Then every seal is
    /// kept, for each is evidence.
    pub is_open: bool,
    /// Up to here a person has taken note of what does not fit.
    pub settled: Option<Stamp>,
    /// Its seals by that key: the latest, and one a month before. Earliest first, all genuine.
    seals: Vec<Seal>,
}

/// The device is at odds with what it sealed under its node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AtOdds;

impl Pinned {
    fn new(key: PublicKey) -> Self {
        Self { key, trusted: false, is_open: false, settled: None, seals: Vec::new() }
    }
}

/// The keys and seals that a laptop has seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seals(BTreeMap<NodeId, Pinned>);

impl Seals {
    /// What was seen of a node.
    pub fn get(&self, node: NodeId) -> Option<&Pinned> {
        self.0.get(&node)
    }

    /// All that was seen, in order of node.
    pub fn iter(&self) -> impl Iterator<Item = (NodeId, &Pinned)> {
        self.0.iter().map(|(&node, pinned)| (node, pinned))
    }

    /// The seals of a node, earliest first.
    pub fn seals(&self, node: NodeId) -> &[Seal] {
        self.get(node).map_or(&[], |pinned| &pinned.seals)
    }

    /// The latest seal of a node.
    pub fn latest(&self, node: NodeId) -> Option<&Seal> {
        self.seals(node).last()
    }

    /// A person said that this is the key of the node. What was sealed with another is forgotten.
    pub fn trust(&mut self, node: NodeId, key: PublicKey) {
        let known = self.0.remove(&node).filter(|pinned| pinned.key == key);
        let pinned = known.unwrap_or_else(|| Pinned::new(key));
        self.0.insert(node, Pinned { trusted: true, ..pinned });
    }

    /// A person has taken note that the history of the node does not fit its seals. What they say of it so
    /// far is not found again; what comes from now on is held against the latest of them.
    pub fn settle(&mut self, node: NodeId) {
        if let Some(pinned) = self.0.get_mut(&node) {
            pinned.settled = pinned.seals.last().map(|seal| seal.until).max(pinned.settled);
            pinned.is_open = false;
            thin(&mut pinned.seals);
        }
    }

    /// Takes note of a file that was merged: of its sender's key, of the seals it carries, and of what was
    /// found. A key that is not the one known is passed over.
    pub fn note(&mut self, header: &Header, found: &[Finding]) {
        for finding in found.iter().filter(|finding| finding.is_misfit()) {
            if let Some(pinned) = self.0.get_mut(&finding.node) {
                pinned.is_open = true;
            }
        }
        if let FileSignature::Whole(key) = header.signature {
            self.meet(header.from.node, key);
        }
        header.seals.iter().for_each(|seal| self.keep(seal));
    }

    /// Takes note of one seal, such as the device's own.
    pub fn keep(&mut self, seal: &Seal) {
        if self.seals(seal.node()).contains(seal) || !seal.is_genuine() {
            return;
        }
        self.meet(seal.node(), seal.key);
        if let Some(pinned) = self.0.get_mut(&seal.node()).filter(|pinned| pinned.key == seal.key) {
            let at = pinned.seals.partition_point(|other| other < seal);
            pinned.seals.insert(at, *seal);
            if !pinned.is_open {
                thin(&mut pinned.seals);
            } else if pinned.seals.len() > EVIDENCE {
                pinned.seals.remove(EVIDENCE - 1);
            }
        }
    }

    /// Seals what this device did under `node`, and keeps that. `None` while it has done nothing.
    ///
    /// # Errors
    /// If the device is at odds with what was sealed before under this node: commands before the latest seal
    /// are lost, or turned up later, or its key is another. Nobody can say any more what was made under the
    /// node; it has to go on under another, and keeps its key.
    pub fn seal(&mut self, key: &DeviceKey, held: &Held<'_>, node: NodeId) -> Result<Option<Seal>, AtOdds> {
        if self.get(node).is_some_and(|pinned| pinned.key != key.public()) {
            return Err(AtOdds);
        }
        let last = self.latest(node).copied();
        let chain = match last {
            Some(last) => last.chain().extended(held).ok_or(AtOdds)?,
            None => Chain::over(held, node),
        };
        self.trust(node, key.public());
        if last.is_some_and(|last| last.states(&chain)) {
            return Ok(last);
        }
        let seal = Seal::make(key, &chain);
        seal.iter().for_each(|seal| self.keep(seal));
        Ok(seal)
    }

    /// What signs and seals a file of this device, whose own seal is `own`.
    pub fn signer<'k>(&self, key: &'k DeviceKey, own: Option<Seal>) -> Signer<'k> {
        let others = self.0.values().filter_map(|pinned| pinned.seals.last());
        let others = others.filter(|seal| own.is_none_or(|own| own.node() != seal.node()));
        Signer { key, seals: others.copied().chain(own).collect() }
    }

    /// Whether a person trusts this key, under whatever id: a device that goes on under another keeps its key.
    pub(super) fn trusts(&self, key: PublicKey) -> bool {
        self.0.values().any(|pinned| pinned.trusted && pinned.key == key)
    }

    fn meet(&mut self, node: NodeId, key: PublicKey) {
        if self.0.len() < NODES {
            self.0.entry(node).or_insert(Pinned::new(key));
        }
    }

    /// The written form, as JSON.
    pub fn write(&self) -> String {
        let seal = |seal: &Seal| WrittenSeal {
            until: seal.until.to_string(),
            count: seal.count,
            head: seal.head_written(),
            signature: seal.signature.to_string(),
        };
        let node = |(node, pinned): (&NodeId, &Pinned)| WrittenNode {
            node: node.to_string(),
            key: pinned.key.to_string(),
            trusted: pinned.trusted,
            open: pinned.is_open,
            settled: pinned.settled.map(|stamp| stamp.to_string()).unwrap_or_default(),
            seals: pinned.seals.iter().map(seal).collect(),
        };
        // Plain structs of text and numbers always have a written form.
        serde_json::to_string(&Written { nodes: self.0.iter().map(node).collect() }).unwrap_or_default()
    }

    /// Reads the written form; what is damaged is forgotten, and met anew with the next file.
    pub fn read(text: &str) -> Self {
        let written: Written = serde_json::from_str(text).unwrap_or_default();
        let mut seals = Self::default();
        for of in written.nodes.into_iter().take(NODES) {
            let (Ok(node), Ok(key)) = (of.node.parse(), of.key.parse::<PublicKey>()) else { continue };
            let mut known: Vec<Seal> = of.seals.iter().filter_map(|seal| seal.read(node, key)).collect();
            known.sort_unstable();
            let settled = of.settled.parse().ok();
            let pinned = Pinned { key, trusted: of.trusted, is_open: of.open, settled, seals: known };
            seals.0.insert(node, pinned);
        }
        seals
    }
}

/// Keeps the latest, and before it the latest of each month, for two years.
fn thin(seals: &mut Vec<Seal>) {
    seals.dedup();
    let latest = seals.last().map(|seal| seal.until);
    let month = |seal: &Seal| seal.until.millis() / MONTH;
    let last_of_month: Vec<bool> = (0..seals.len())
        .map(|at| seals.get(at + 1).is_none_or(|next| month(next) != month(&seals[at])))
        .collect();
    // Of two seals up to one command, which only a device at odds with itself makes, both are kept.
    let mut at = 0;
    seals.retain(|seal| {
        at += 1;
        last_of_month[at - 1] || Some(seal.until) == latest
    });
    seals.drain(..seals.len().saturating_sub(KEPT));
}

/// The written form.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Written {
    nodes: Vec<WrittenNode>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct WrittenNode {
    node: String,
    key: String,
    trusted: bool,
    open: bool,
    settled: String,
    seals: Vec<WrittenSeal>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct WrittenSeal {
    until: String,
    count: u64,
    head: String,
    signature: String,
}

impl WrittenSeal {
    fn read(&self, node: NodeId, key: PublicKey) -> Option<Seal> {
        let until: Stamp = self.until.parse().ok().filter(|until: &Stamp| until.node == node)?;
        Seal::from_parts(until, self.count, &self.head, key, self.signature.parse().ok()?)
    }
}
