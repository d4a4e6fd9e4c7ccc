//! The contents of attachments at a shared place.
//!
//! A content lies in the folder of the device that attached it, under its digest, and never changes: a reader knows
//! from the record whose folder to look into and what it must be. Who holds a content whose author is not at the place
//! hands it on. A few go in each round, so that records never wait for photos.

use super::memory::Memory;
use super::place::PlaceFailed;
use crate::ledger::NodeId;
use crate::rules::attachments::digest as digest_of;
use std::collections::BTreeSet;

/// Most contents written in one round, and most asked for.
pub const MOST_A_ROUND: usize = 10;
/// How long until a content that was not there is asked for again, in milliseconds.
const AGAIN: u64 = 2 * 60_000;
/// A device that handed on a content is looked for among so many at most.
const MOST_ASKED: usize = 20;

/// A content that a live attachment names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// What names it.
    pub digest: String,
    /// The device that attached it.
    pub author: NodeId,
}

/// The place, as far as contents go.
#[allow(async_fn_in_trait, reason = "everything runs in the one thread of the page")]
pub trait ContentPlace {
    /// A content in the folder of a device.
    async fn read_content(&self, node: NodeId, digest: &str) -> Result<Vec<u8>, PlaceFailed>;
    /// Writes a content into this device's folder; that it is there already is no failure.
    async fn write_content(&self, node: NodeId, digest: &str, bytes: &[u8]) -> Result<(), PlaceFailed>;
}

/// The contents on this device.
#[allow(async_fn_in_trait, reason = "everything runs in the one thread of the page")]
pub trait Shelf {
    /// What live attachments name.
    fn named(&self) -> Vec<Named>;
    /// The digests of what is here.
    async fn here(&self) -> BTreeSet<String>;
    /// A content that is here.
    async fn get(&self, digest: &str) -> Option<Vec<u8>>;
    /// Keeps a content; `false` if there is no room.
    async fn put(&self, digest: &str, content: &[u8]) -> bool;
}

/// What was done with contents in one round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// How many were written.
    pub written: usize,
    /// How many were read.
    pub read: usize,
    /// How many are still on their way.
    pub coming: usize,
    /// Whether there is more to do at once.
    pub is_more: bool,
}

/// Writes contents that the place lacks and only this device brings, and reads those that it lacks itself.
///
/// # Errors
/// If the place failed; what was moved until then stays.
pub async fn exchange<P: ContentPlace, S: Shelf>(
    place: &P,
    shelf: &S,
    memory: &mut Memory,
    (own, now): (NodeId, u64),
) -> Result<Moved, PlaceFailed> {
    let named = shelf.named();
    let mut moved = Moved::default();
    if named.is_empty() {
        return Ok(moved);
    }
    let here = shelf.here().await;
    write(place, shelf, memory, own, &named, &here, &mut moved).await?;
    read(place, shelf, memory, (own, now), &named, &here, &mut moved).await?;
    Ok(moved)
}

async fn write<P: ContentPlace, S: Shelf>(
    place: &P,
    shelf: &S,
    memory: &mut Memory,
    own: NodeId,
    named: &[Named],
    here: &BTreeSet<String>,
    moved: &mut Moved,
) -> Result<(), PlaceFailed> {
    for Named { digest, author } in named {
        let is_ours = *author == own || !memory.heads.contains_key(author);
        if !is_ours || memory.offered.contains(digest) || !here.contains(digest) {
            continue;
        }
        if moved.written == MOST_A_ROUND {
            moved.is_more = true;
            return Ok(());
        }
        // What is damaged here is not handed on.
        let Some(content) = shelf.get(digest).await else { continue };
        place.write_content(own, digest, &content).await?;
        memory.offered.insert(digest.clone());
        moved.written += 1;
    }
    Ok(())
}

async fn read<P: ContentPlace, S: Shelf>(
    place: &P,
    shelf: &S,
    memory: &mut Memory,
    (own, now): (NodeId, u64),
    named: &[Named],
    here: &BTreeSet<String>,
    moved: &mut Moved,
) -> Result<(), PlaceFailed> {
    let lacking = named.iter().filter(|named| !here.contains(&named.digest));
    let mut asked = 0;
    for Named { digest, author } in lacking {
        // A clock put back does not hold it up for longer.
        let waits = |&again: &u64| now < again && again <= now.saturating_add(AGAIN);
        if memory.asked.get(digest).is_some_and(waits) {
            moved.coming += 1;
            continue;
        }
        if asked == MOST_A_ROUND {
            moved.is_more = true;
            moved.coming += 1;
            continue;
        }
        asked += 1;
        let others = memory.heads.keys().filter(|&&node| node != own && node != *author);
        let holders: Vec<NodeId> = match memory.heads.contains_key(author) {
            true => vec![*author],
            false => others.copied().take(MOST_ASKED).collect(),
        };
        let mut has_come = false;
        for holder in holders {
            match place.read_content(holder, digest).await {
                // Half of it may be there, or something else; its digest tells.
                Ok(content) if digest_of(&content) == *digest => {
                    if !shelf.put(digest, &content).await {
                        return Err(PlaceFailed::Full);
                    }
                    has_come = true;
                    break;
                }
                Ok(_) | Err(PlaceFailed::Missing) => {}
                Err(failed) => return Err(failed),
            }
        }
        if has_come {
            memory.asked.remove(digest);
            // Who brought it there need not be joined by others.
            memory.offered.insert(digest.clone());
            moved.read += 1;
        } else {
            memory.asked.insert(digest.clone(), now.saturating_add(AGAIN));
            moved.coming += 1;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
