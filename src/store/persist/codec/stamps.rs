//! Stamps: one base a record, and what differs from it.

use super::columns::{read_sparse, write_sparse};
use super::numbers;
use super::tables::Nodes;
use crate::ledger::{NodeId, Stamp};
use crate::store::persist::wire::{Malformed, Reader, Writer};

/// Writes stamps, each of which may lie near its guess.
pub(super) fn write(w: &mut Writer, stamps: &[Stamp], guesses: Option<&[Stamp]>, nodes: &Nodes) {
    stamps.iter().for_each(|&stamp| w.len(nodes.index(stamp)));
    numbers::write(w, &millis(stamps), guesses.map(millis).as_deref());
    stamps.iter().for_each(|stamp| w.varint(u64::from(stamp.counter())));
}

/// Reads `count` stamps.
pub(super) fn read(
    r: &mut Reader<'_>,
    count: usize,
    guesses: Option<&[Stamp]>,
    nodes: &[NodeId],
) -> Result<Vec<Stamp>, Malformed> {
    if count > r.rest().len() {
        return Err(Malformed::Short);
    }
    let mut stamps = Vec::with_capacity(count);
    for _ in 0..count {
        stamps.push(Stamp { time: 0, node: nodes[r.index(nodes.len())?] });
    }
    let numbers = numbers::read(r, count, guesses.map(millis).as_deref())?;
    for (stamp, millis) in stamps.iter_mut().zip(numbers) {
        if !(0..1 << 48).contains(&millis) {
            return Err(Malformed::Range);
        }
        stamp.time = (millis as u64) << 16;
    }
    for stamp in &mut stamps {
        stamp.time |= u64::from(u16::try_from(r.varint()?).map_err(|_| Malformed::Range)?);
    }
    Ok(stamps)
}

fn millis(stamps: &[Stamp]) -> Vec<i64> {
    stamps.iter().map(|stamp| stamp.millis() as i64).collect()
}

/// Writes those of a column's stamps that differ from the base of their record.
pub(super) fn write_differing(w: &mut Writer, stamps: &[Stamp], bases: &[Stamp], nodes: &Nodes) {
    let differing: Vec<usize> = (0..stamps.len()).filter(|&at| stamps[at] != bases[at]).collect();
    let pick = |from: &[Stamp]| differing.iter().map(|&at| from[at]).collect::<Vec<_>>();
    write_sparse(w, &differing);
    write(w, &pick(stamps), Some(&pick(bases)), nodes);
}

/// Turns the bases of a column's records into the stamps of its changes.
pub(super) fn read_differing(
    r: &mut Reader<'_>,
    stamps: &mut [Stamp],
    nodes: &[NodeId],
) -> Result<(), Malformed> {
    let differing = read_sparse(r, stamps.len())?;
    let bases: Vec<Stamp> = differing.iter().map(|&at| stamps[at]).collect();
    for (&at, stamp) in differing.iter().zip(read(r, differing.len(), Some(&bases), nodes)?) {
        stamps[at] = stamp;
    }
    Ok(())
}
