//! One round: read what is new in the place, write what it lacks.

use super::desk::{Came, Desk, DeskFailed, Taken};
use super::head::{FileEntry, Head};
use super::memory::Memory;
use super::place::{Listed, Place, PlaceFailed};
use super::spans::Span;
use super::{MAX_PACKED, write};
use crate::ledger::{NodeId, VersionVector};
use std::collections::BTreeMap;

/// Why a round did not come to its end. What it had done by then stays done; the next one goes on from there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundFailed {
    /// The place failed.
    Place(PlaceFailed),
    /// The pipeline could not take something in.
    Desk(DeskFailed),
    /// Another device writes under this one's id: the browser's profile was copied. This device must go on
    /// under a new id.
    Copied,
}

impl From<PlaceFailed> for RoundFailed {
    fn from(failed: PlaceFailed) -> Self {
        RoundFailed::Place(failed)
    }
}

impl From<DeskFailed> for RoundFailed {
    fn from(failed: DeskFailed) -> Self {
        RoundFailed::Desk(failed)
    }
}

/// What a round did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// What came in, by the device whose file brought it.
    pub came: BTreeMap<NodeId, Came>,
    /// Files and heads that are still on their way.
    pub coming: usize,
    /// Files read.
    pub read: usize,
    /// Bytes read, packed.
    pub bytes_read: usize,
    /// Files written.
    pub written: usize,
    /// Bytes written, packed.
    pub bytes_written: usize,
}

/// A device of the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// The device.
    pub node: NodeId,
    /// Who works on it.
    pub name: String,
    /// His unit.
    pub unit: String,
    /// When it was last seen, by its own clock, in milliseconds.
    pub seen: u64,
    /// Files of it that could not be read: whole, and no files between offices.
    pub unreadable: usize,
}

impl Memory {
    /// The other devices of the place, the one seen last first.
    pub fn colleagues(&self) -> Vec<Colleague> {
        let colleague = |head: &Head| Colleague {
            node: head.node,
            name: head.name.clone(),
            unit: head.unit.clone(),
            seen: head.seen,
            unreadable: self.unreadable.iter().filter(|(node, _)| *node == head.node).count(),
        };
        let mut all: Vec<_> = self.heads().map(colleague).collect();
        all.sort_by_key(|colleague| (std::cmp::Reverse(colleague.seen), colleague.node));
        all
    }
}

/// Reads what is new in the place and writes what it lacks.
///
/// # Errors
/// If the place or the pipeline failed; `outcome` says what was done until then.
pub async fn round<P: Place, D: Desk>(
    place: &P,
    desk: &mut D,
    memory: &mut Memory,
    outcome: &mut Outcome,
) -> Result<(), RoundFailed> {
    let listed = place.heads().await?;
    look_at_own(place, desk, memory, &listed).await?;
    read_heads(place, desk, memory, &listed, outcome).await?;
    read_files(place, desk, memory, outcome).await?;
    write::write(place, desk, memory, outcome).await
}

/// Makes sure that nobody else writes under this device's id.
async fn look_at_own<P: Place, D: Desk>(
    place: &P,
    desk: &D,
    memory: &mut Memory,
    listed: &[Listed],
) -> Result<(), RoundFailed> {
    let node = desk.node();
    if memory.own.as_ref().is_some_and(|own| own.node != node) {
        memory.forget_own();
    }
    let Some(tag) = listed.iter().find(|listed| listed.node == node).map(|listed| &listed.tag) else {
        // A place that was emptied, or another one: everything is written again.
        memory.own = Some(Head { node, ..Head::default() });
        memory.offered.clear();
        return Ok(());
    };
    if memory.own.is_some() && memory.own_tag.as_ref() == Some(tag) {
        return Ok(());
    }
    let bytes = place.read_head(node).await?;
    if !memory.written.contains(&crc32fast::hash(&bytes)) {
        return Err(RoundFailed::Copied);
    }
    memory.own_tag = Some(tag.clone());
    if memory.own.is_none() {
        memory.own = Some(Head::read(node, &bytes).unwrap_or(Head { node, ..Head::default() }));
    }
    Ok(())
}

async fn read_heads<P: Place, D: Desk>(
    place: &P,
    desk: &mut D,
    memory: &mut Memory,
    listed: &[Listed],
    outcome: &mut Outcome,
) -> Result<(), RoundFailed> {
    let own = desk.node();
    memory.heads.retain(|node, _| listed.iter().any(|listed| listed.node == *node));
    for Listed { node, tag } in listed.iter().filter(|listed| listed.node != own) {
        if memory.heads.get(node).is_some_and(|(before, _)| before == tag) {
            continue;
        }
        let read = match place.read_head(*node).await {
            Ok(bytes) => Head::read(*node, &bytes),
            Err(PlaceFailed::Missing) => None,
            Err(failed) => return Err(failed.into()),
        };
        match read {
            Some(head) => drop(memory.heads.insert(*node, (tag.clone(), head))),
            // A sync engine is still writing it; what was read of it before still holds.
            None => outcome.coming += 1,
        }
    }
    // What a device no longer offers need not be remembered.
    let heads = &memory.heads;
    let offered = |(node, number): &(NodeId, u32)| {
        heads.get(node).is_some_and(|(_, head)| head.files.iter().any(|file| file.number == *number))
    };
    memory.unreadable.retain(offered);
    memory.overstated.retain(offered);
    memory.loose.retain(offered);
    memory.waiting.retain(|file, _| offered(file));
    Ok(())
}

async fn read_files<P: Place, D: Desk>(
    place: &P,
    desk: &mut D,
    memory: &mut Memory,
    outcome: &mut Outcome,
) -> Result<(), RoundFailed> {
    let wanted = wanted(memory, &desk.have());
    for (at, (node, entry)) in wanted.iter().enumerate() {
        desk.pause(at, wanted.len()).await;
        let key = (*node, entry.number);
        // Another device's file may have brought it meanwhile.
        if !is_wanted(memory, &desk.have(), *node, entry) {
            continue;
        }
        if entry.bytes > MAX_PACKED {
            memory.unreadable.insert(key);
            continue;
        }
        let bytes = match place.read_file(*node, entry.number, entry.bytes).await {
            Ok(bytes) if entry.fits(&bytes) => bytes,
            Ok(_) | Err(PlaceFailed::Missing) => {
                outcome.coming += 1;
                continue;
            }
            Err(failed) => return Err(failed.into()),
        };
        outcome.read += 1;
        outcome.bytes_read += bytes.len();
        let Some(Taken { came, claim }) = desk.take_in(&bytes)? else {
            memory.unreadable.insert(key);
            continue;
        };
        outcome.came.entry(*node).or_default().add(came);
        if entry.is_loose() {
            memory.loose.insert(key);
        } else if !claim.have.includes(&entry.span.have) {
            memory.overstated.insert(key);
        } else if !desk.have().includes(&entry.span.have) {
            memory.waiting.insert(key, claim);
        }
        fill_gaps(desk, memory)?;
    }
    if !wanted.is_empty() {
        desk.pause(wanted.len(), wanted.len()).await;
        desk.remember(memory);
    }
    Ok(())
}

/// The files that hold something this device lacks, those with the earliest changes first.
fn wanted(memory: &Memory, have: &VersionVector) -> Vec<(NodeId, FileEntry)> {
    let mut wanted = Vec::new();
    for (node, (_, head)) in &memory.heads {
        let files = head.files.iter().filter(|file| is_wanted(memory, have, *node, file));
        wanted.extend(files.map(|file| (*node, file.clone())));
    }
    let latest = |file: &FileEntry| file.span.have.iter().map(|stamp| stamp.time).max();
    wanted.sort_by_key(|(node, file)| (latest(file), *node, file.number));
    wanted
}

fn is_wanted(memory: &Memory, have: &VersionVector, node: NodeId, file: &FileEntry) -> bool {
    let key = (node, file.number);
    if !memory.counts_on(node, file) || memory.waiting.contains_key(&key) {
        return false;
    }
    match file.is_loose() {
        true => !memory.loose.contains(&key),
        false => !have.includes(&file.span.have),
    }
}

/// Claims what files that were merged before hold, now that what was missing before them has come.
fn fill_gaps<D: Desk>(desk: &mut D, memory: &mut Memory) -> Result<(), DeskFailed> {
    loop {
        let have = desk.have();
        let connected = memory.waiting.values().flat_map(|Span { since, have: claim }| {
            claim.iter().filter(|stamp| have.covers(since.of(stamp.node)) && !have.covers(*stamp))
        });
        let granted: VersionVector = connected.collect();
        if granted.is_empty() {
            memory.waiting.retain(|_, claim| !have.includes(&claim.have));
            return Ok(());
        }
        desk.grant(&granted)?;
    }
}
