//! What does not fit the seals.

use super::chain::Chain;
use super::held::{Held, Told};
use super::key::PublicKey;
use super::pinned::Seals;
use super::statement::Seal;
use crate::ledger::{NodeId, Stamp, VersionVector};
use std::collections::{BTreeMap, BTreeSet};

/// Something that does not fit, and of whose history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The node.
    pub node: NodeId,
    /// What it is.
    pub what: What,
}

/// What does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Between two seals something was altered, filled in later or taken out. Rarely it is that the
    /// device's browser profile was copied or set back and has not noticed yet.
    Altered {
        /// The last seal before it that fits; `None` if there is none.
        after: Option<Stamp>,
        /// The seal that does not fit.
        until: Stamp,
    },
    /// The device has two histories under this id, and goes on under another: as it does when its browser
    /// profile was copied or set back. No accusation, but worth knowing.
    Divided {
        /// The last seal before they part that fits; `None` if there is none.
        after: Option<Stamp>,
        /// The seal that does not fit.
        until: Stamp,
        /// The id it goes on under.
        into: NodeId,
    },
    /// A seal was not made with the key it names.
    Forged,
    /// A seal was made with another key than the device is known by.
    Rekeyed {
        /// The key known so far.
        was: PublicKey,
        /// The key of the seal.
        now: PublicKey,
    },
}

impl Finding {
    /// Whether the history held does not fit.
    pub fn is_misfit(&self) -> bool {
        matches!(self.what, What::Altered { .. } | What::Divided { .. })
    }

    /// Whether it says that somebody did what he should not have done.
    pub fn accuses(&self) -> bool {
        !matches!(self.what, What::Divided { .. })
    }
}

/// What of the changes held does not fit the seals `seen` and those `brought` by files, in order of node.
///
/// `have` is what is held without a gap, once the files are merged. Of a seal beyond it nothing follows.
/// All that is sealed and covered is hashed, which takes
/// half a second for 200,000 changes.
pub fn findings(held: &Held<'_>, have: &VersionVector, seen: &Seals, brought: &[Seal]) -> Vec<Finding> {
    let mut found = Vec::new();
    let nodes = judge(seen, brought, &mut found);
    let covered: BTreeMap<NodeId, Vec<Seal>> = nodes
        .iter()
        .map(|(&node, of_node)| (node, of_node.seals.iter().filter(|seal| have.covers(seal.until)).copied()))
        .map(|(node, seals)| (node, seals.collect::<Vec<_>>()))
        .filter(|(_, seals)| !seals.is_empty())
        .collect();
    let last = |node: NodeId| covered.get(&node).and_then(|seals| seals.last()).map(|seal| seal.until);
    let told = held.told(|stamp| last(stamp.node).is_some_and(|last| stamp <= last));
    for (&node, seals) in &covered {
        let start = told.partition_point(|told| told.stamp.node < node);
        let end = told.partition_point(|told| told.stamp.node <= node);
        let disputed = held.disputed().iter().filter(|stamp| stamp.node == node);
        let settled = seen.get(node).and_then(|pinned| pinned.settled);
        let unsettled = |stamp: &Stamp| settled.is_none_or(|settled| *stamp > settled);
        let disputed = disputed.copied().filter(unsettled);
        let misfits = misfits(&told[start..end], seals, settled, disputed);
        let into = goes_on_as(&nodes, node);
        found.extend(misfits.into_iter().map(|(after, until)| {
            let what = match into {
                Some(into) => What::Divided { after, until, into },
                None => What::Altered { after, until },
            };
            Finding { node, what }
        }));
    }
    found.sort_by_key(|finding| finding.node);
    found
}

/// What counts of one node: the key it is known by and the genuine seals made with it, earliest first.
struct Counting {
    key: PublicKey,
    seals: BTreeSet<Seal>,
}

/// Sorts out the seals that do not count.
fn judge(seen: &Seals, brought: &[Seal], found: &mut Vec<Finding>) -> BTreeMap<NodeId, Counting> {
    let known = seen.iter();
    let known = known.map(|(node, of)| {
        (node, Counting { key: of.key, seals: seen.seals(node).iter().copied().collect() })
    });
    let mut nodes: BTreeMap<NodeId, Counting> = known.collect();
    for seal in brought {
        let node = seal.node();
        let of_node = nodes.get_mut(&node);
        if of_node.as_ref().is_some_and(|of_node| of_node.seals.contains(seal)) {
            continue;
        }
        let mut note = |what| {
            let finding = Finding { node, what };
            if !found.contains(&finding) {
                found.push(finding);
            }
        };
        match of_node {
            _ if !seal.is_genuine() => note(What::Forged),
            Some(of_node) if of_node.key != seal.key => {
                note(What::Rekeyed { was: of_node.key, now: seal.key })
            }
            Some(of_node) => _ = of_node.seals.insert(*seal),
            None => _ = nodes.insert(node, Counting { key: seal.key, seals: BTreeSet::from([*seal]) }),
        }
    }
    nodes
}

/// Another id that the device of a node has sealed a history under: the one it used last.
fn goes_on_as(nodes: &BTreeMap<NodeId, Counting>, node: NodeId) -> Option<NodeId> {
    let key = nodes.get(&node)?.key;
    let others = nodes.iter().filter(|(other, of)| **other != node && of.key == key);
    let last = others.filter_map(|(other, of)| Some((of.seals.last()?.until.time, *other))).max();
    last.map(|(_, other)| other)
}

/// The seals that do not fit the commands of their node, each with the last before that does.
///
/// A seal fits if the whole history up to it gives its head, or the commands since the seal before it give it
/// from that one's: so an alteration is found where it is, and not in all that was sealed after it. What a
/// person has taken note of counts as fitting.
fn misfits(
    told: &[Told],
    seals: &[Seal],
    settled: Option<Stamp>,
    disputed: impl Iterator<Item = Stamp>,
) -> Vec<(Option<Stamp>, Stamp)> {
    let Some(first) = seals.first() else { return Vec::new() };
    let mut commands = told.chunk_by(|a, b| a.stamp == b.stamp).peekable();
    let mut whole = Chain::new(first.node());
    // From the seal before, where that is not the whole.
    let mut part: Option<Chain> = None;
    let mut found: Vec<(Option<Stamp>, Stamp)> = Vec::new();
    let mut good: Vec<Stamp> = Vec::new();
    for seal in seals {
        while let Some(command) = commands.next_if(|command| command[0].stamp <= seal.until) {
            whole.push(command);
            if let Some(part) = &mut part {
                part.push(command);
            }
        }
        let fits_whole = seal.states(&whole);
        let is_settled = settled.is_some_and(|settled| seal.until <= settled);
        if fits_whole || is_settled || part.is_some_and(|part| seal.states(&part)) {
            good.push(seal.until);
        } else {
            let good = good.iter().rfind(|good| **good < seal.until).copied();
            match found.last_mut() {
                Some((after, until)) if *after == good => *until = seal.until,
                _ => found.push((good, seal.until)),
            }
        }
        part = (!fits_whole).then(|| seal.chain());
    }
    // A file tells a sealed change otherwise than it is held and sealed.
    for stamp in disputed {
        let at = seals.partition_point(|seal| seal.until < stamp);
        let after = at.checked_sub(1).and_then(|before| seals.get(before)).map(|seal| seal.until);
        let Some(until) = seals.get(at).map(|seal| seal.until) else { continue };
        let covered = |&(after, until): &(Option<Stamp>, Stamp)| after < Some(stamp) && stamp <= until;
        if !found.iter().any(covered) {
            found.push((after, until));
        }
    }
    found.sort_unstable();
    found
}
