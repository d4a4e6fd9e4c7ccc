//! The writing half of a round: what the place lacks.

use super::desk::Desk;
use super::files::pack;
use super::head::{FileEntry, Head};
use super::memory::Memory;
use super::place::{Place, PlaceFailed};
use super::round::{Outcome, RoundFailed};
use super::spans::Span;
use crate::ledger::{NodeId, Stamp, VersionVector};
use std::collections::BTreeMap;

/// Most changes in one file: some megabytes of text, a second's work for a reader, and what is lost when a
/// line breaks.
const MOST: usize = 40_000;
/// So many files of about one size are joined into one: a device offers a dozen or two after years, and every
/// change is written some five times. They are joined without anything new, so that whoever has read them need
/// not read the joined one.
const JOIN: usize = 4;
/// Larger files are left as they are.
const JOINED: usize = 8 << 20;
/// How often a device shows that it is there, in milliseconds.
const HEARTBEAT: u64 = 10 * 60_000;
/// How long another device that is here is given to write its own changes, in milliseconds.
const PATIENCE: u64 = 10 * 60_000;
/// Devices that hold the same changes of one that is not here write them at different moments within this
/// time, in milliseconds, so that usually only the first does.
const SPREAD: u64 = 60_000;
/// How many own heads are remembered: a sync engine may show one before the last for a while.
const HEADS: usize = 16;
/// How many numbers are tried, should files be there that this device does not remember.
const TRIES: u32 = 100;

/// Writes what the place lacks, and the head.
pub(super) async fn write<P: Place, D: Desk>(
    place: &P,
    desk: &mut D,
    memory: &mut Memory,
    outcome: &mut Outcome,
) -> Result<(), RoundFailed> {
    let sender = desk.sender();
    let mut own = memory.own.clone().unwrap_or_default();
    let node = sender.node;
    let mut replaced = to_join(&own.files);
    if let Some(span) = replaced.iter().map(|file| file.span.clone()).reduce(|all, span| all.join(&span)) {
        let packed = pack(&desk.export(&span));
        let entry = write_file(place, desk, memory, outcome, (span, &packed)).await?;
        own.files.retain(|file| !replaced.contains(file));
        own.files.push(entry);
    }
    let held = coverage(memory, &own);
    let until = due(memory, &desk.have(), &held, node, desk.now());
    if !until.is_empty() {
        for span in desk.spans(&held, &until, MOST) {
            let packed = pack(&desk.export(&span));
            let entry = write_file(place, desk, memory, outcome, (span, &packed)).await?;
            own.files.push(entry);
        }
    }
    if memory.passes_on_anew {
        let records: Vec<_> = memory.to_pass_on.iter().copied().collect();
        let records = desk.loose(&records);
        replaced.extend(own.files.extract_if(.., |file| file.is_loose()));
        if !records.is_empty() {
            let packed = pack(&desk.export_records(&records));
            let entry = write_file(place, desk, memory, outcome, (Span::default(), &packed)).await?;
            own.files.push(entry);
        }
        memory.to_pass_on = records.into_iter().collect();
        memory.passes_on_anew = false;
    }
    let is_news = memory.own.as_ref().is_none_or(|before| before.files != own.files);
    if is_news || own.seen.saturating_add(HEARTBEAT) <= desk.now() || own.name != sender.name {
        own = Head { node: sender.node, name: sender.name, unit: sender.unit, seen: desk.now(), ..own };
        write_head(place, desk, memory, own).await?;
    }
    for file in replaced {
        // Left behind it only takes room; the next round does not try again.
        let _ = place.remove_file(node, file.number).await;
    }
    Ok(())
}

async fn write_head<P: Place, D: Desk>(
    place: &P,
    desk: &mut D,
    memory: &mut Memory,
    own: Head,
) -> Result<(), RoundFailed> {
    let bytes = own.write();
    memory.written.push(crc32fast::hash(&bytes));
    let old = memory.written.len().saturating_sub(HEADS);
    memory.written.drain(..old);
    // Before it is written, so that a page that dies between the two knows its own head again.
    desk.remember(memory);
    place.write_head(own.node, &bytes).await?;
    memory.own = Some(own);
    memory.own_tag = None;
    Ok(())
}

/// Writes a file under a number that was never used.
async fn write_file<P: Place, D: Desk>(
    place: &P,
    desk: &mut D,
    memory: &mut Memory,
    outcome: &mut Outcome,
    (span, packed): (Span, &[u8]),
) -> Result<FileEntry, RoundFailed> {
    for _ in 0..TRIES {
        memory.last_number = memory.last_number.saturating_add(1);
        desk.remember(memory);
        match place.write_file(desk.node(), memory.last_number, packed).await {
            Ok(()) => {
                outcome.written += 1;
                outcome.bytes_written += packed.len();
                let crc = crc32fast::hash(packed);
                return Ok(FileEntry { number: memory.last_number, bytes: packed.len(), crc, span });
            }
            Err(PlaceFailed::Taken) => continue,
            Err(failed) => return Err(failed.into()),
        }
    }
    Err(RoundFailed::Place(PlaceFailed::Taken))
}

/// The files at the end of the list that are to be joined; none until there are enough of about one size.
fn to_join(files: &[FileEntry]) -> Vec<FileEntry> {
    let end = files.iter().rev().filter(|file| !file.is_loose() && file.bytes <= JOINED);
    let joined: Vec<FileEntry> = end.take(JOIN).cloned().collect();
    match &joined[..] {
        [newer @ .., oldest] if joined.len() == JOIN => {
            let largest = newer.iter().map(|file| file.bytes).max().unwrap_or_default();
            if oldest.bytes <= 2 * largest { joined } else { Vec::new() }
        }
        _ => Vec::new(),
    }
}

/// What all files together hold without a gap, of each author from the first change on. For what this device
/// made itself it relies on its own files alone.
fn coverage(memory: &Memory, own: &Head) -> VersionVector {
    let mut ranges: BTreeMap<NodeId, Vec<(Stamp, Stamp)>> = BTreeMap::new();
    for head in memory.heads().chain([own]) {
        for file in head.files.iter().filter(|file| memory.counts_on(head.node, file)) {
            let relied_on = |author: NodeId| author != own.node || head.node == own.node;
            for have in file.span.have.iter().filter(|stamp| relied_on(stamp.node)) {
                ranges.entry(have.node).or_default().push((file.span.since.of(have.node), have));
            }
        }
    }
    let mut held = VersionVector::default();
    for ranges in ranges.values_mut() {
        ranges.sort();
        for (since, have) in ranges {
            if held.covers(*since) {
                held.advance(*have);
            }
        }
    }
    held
}

/// Up to where this device writes now: its own changes at once, those of others if they do not do it.
fn due(
    memory: &mut Memory,
    have: &VersionVector,
    held: &VersionVector,
    own: NodeId,
    now: u64,
) -> VersionVector {
    let beyond = have.beyond(held);
    if beyond.iter().all(|stamp| stamp.node == own) {
        memory.lacking = None;
        return beyond;
    }
    let since = *memory.lacking.get_or_insert(now);
    let waited = now.saturating_sub(since);
    let spread = if memory.heads.is_empty() { 0 } else { own.0 % SPREAD };
    let patience = |node| if memory.heads.contains_key(&node) { PATIENCE + spread } else { spread };
    let is_due = |stamp: &Stamp| stamp.node == own || waited >= patience(stamp.node);
    beyond.iter().filter(is_due).collect()
}
