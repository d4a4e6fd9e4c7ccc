//! Turns taken by the tabs of one browser where it has no locks.
//!
//! A lease is one value: who has it, and until when. Storage is shared by processes that may see each
//! other's writes a moment late, so two tabs may believe for that moment that they hold one lease. What
//! is done under one must bear that: a compaction does, it would only do the work twice, and a tab looks
//! before every command whether its slot is still its own.

use super::keys::{TabId, Workspace};
use super::storage::Storage;

/// A tab's claim to do something alone for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    key: String,
    holder: TabId,
    span: u64,
}

impl Lease {
    /// How long a place among the tabs is kept for a tab that writes nothing, in milliseconds.
    pub const SLOT_SPAN: u64 = 600_000;
    /// How long a compaction may pause before another tab may begin one, in milliseconds.
    pub const COMPACTION_SPAN: u64 = 60_000;

    /// The lease to compact a workspace; not taken yet.
    pub fn to_compact(workspace: Workspace, holder: TabId) -> Self {
        Self { key: workspace.lease_key("compact"), holder, span: Self::COMPACTION_SPAN }
    }

    /// The lease of one place among the tabs; not taken yet.
    pub fn of_slot(workspace: Workspace, slot: u16, holder: TabId) -> Self {
        Self { key: workspace.lease_key(&format!("slot{slot}")), holder, span: Self::SLOT_SPAN }
    }

    /// Takes the lease, or goes on holding it. False if another tab has it. `now` is the wall clock in
    /// milliseconds. Where storage cannot be written the lease is given to whoever asks: then nothing
    /// else can be written either.
    pub fn take(&self, storage: &dyn Storage, now: u64) -> bool {
        let found = storage.get(&self.key).ok().flatten();
        // An end further off than any lease lasts was written by a clock that went wrong.
        let runs = |until: &u64| now < *until && *until <= now.saturating_add(self.span);
        if let Some((holder, until)) = found.as_deref().and_then(parse).filter(|(_, until)| runs(until)) {
            if holder != self.holder.number() {
                return false;
            }
            // Written again at half time only: a command must not cost two writes.
            if until - now > self.span / 2 {
                return true;
            }
        }
        let until = now.saturating_add(self.span);
        let _ = storage.set(&self.key, &format!("{} {until}", self.holder.number()));
        true
    }

    /// Gives it back, if it is still held.
    pub fn release(&self, storage: &dyn Storage) {
        let found = storage.get(&self.key).ok().flatten();
        if found.as_deref().and_then(parse).is_some_and(|(holder, _)| holder == self.holder.number()) {
            // Left behind, it ends by itself.
            let _ = storage.remove(&self.key);
        }
    }
}

/// Takes the first of `count` places that no other tab has, looking from `first` on; `first` itself
/// where all are taken. A random `first` keeps two tabs that open at one moment apart.
pub fn take_slot(
    storage: &dyn Storage,
    workspace: Workspace,
    holder: TabId,
    first: u16,
    count: u16,
    now: u64,
) -> u16 {
    let slots = (0..count).map(|step| (first % count + step) % count);
    let mut free = slots.filter(|&slot| Lease::of_slot(workspace, slot, holder).take(storage, now));
    free.next().unwrap_or(first % count)
}

fn parse(text: &str) -> Option<(u64, u64)> {
    let (holder, until) = text.split_once(' ')?;
    Some((holder.parse().ok()?, until.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::persist::storage::MemoryStorage;

    const REAL: Workspace = Workspace::Real;

    fn lease(tab: u64) -> Lease {
        Lease::to_compact(REAL, TabId::new(tab))
    }

    #[test]
    fn one_tab_at_a_time_until_it_gives_it_back_or_is_gone() {
        let storage = MemoryStorage::default();
        assert!(lease(1).take(&storage, 1_000));
        assert!(!lease(2).take(&storage, 2_000));
        assert!(lease(1).take(&storage, 50_000), "its holder goes on holding it");
        assert!(!lease(2).take(&storage, 100_000));
        assert!(lease(2).take(&storage, 110_000), "its holder is gone");
        lease(1).release(&storage);
        assert!(!lease(1).take(&storage, 111_000), "only its holder gives it back");
        lease(2).release(&storage);
        assert!(lease(1).take(&storage, 112_000));
    }

    #[test]
    fn a_clock_that_was_ahead_or_a_damaged_lease_blocks_nobody_for_ever() {
        let storage = MemoryStorage::default();
        assert!(lease(1).take(&storage, 9_000_000_000));
        assert!(lease(2).take(&storage, 1_000));
        storage.set(&REAL.lease_key("compact"), "no lease").expect("written");
        assert!(lease(1).take(&storage, 1_001));
    }

    #[test]
    fn every_tab_has_a_slot_of_its_own() {
        let storage = MemoryStorage::default();
        let mut taken = std::collections::BTreeSet::new();
        for tab in 0..4 {
            assert!(taken.insert(take_slot(&storage, REAL, TabId::new(tab), 3, 4, 1_000)));
        }
        assert_eq!(take_slot(&storage, REAL, TabId::new(9), 2, 4, 1_000), 2, "more tabs than places");
        let later = 2_000 + Lease::SLOT_SPAN;
        assert_eq!(take_slot(&storage, REAL, TabId::new(9), 2, 4, later), 2);
        assert!(
            !Lease::of_slot(REAL, 2, TabId::new(3)).take(&storage, later),
            "a sleeper has lost its place"
        );
    }
}
