//! This tab's place among the tabs of this laptop, and whose turn it is to compact.
//!
//! Kept by the browser's locks where it has them; otherwise by leases in storage.

use crate::ledger::Clock;
use crate::store::persist::{Lease, Storage, TabId, Workspace, take_slot};
use crate::web::clock::now_millis;
use crate::web::locks::{Asked, Held, try_lock};
use crate::web::random::random_u64;
use std::cell::Cell;
use std::rc::Rc;

/// This tab's place: no two tabs may give the same stamp.
pub struct Slot {
    number: Cell<u16>,
    kept: Kept,
}

enum Kept {
    /// Until this is dropped.
    Lock { _held: Held },
    /// As long as this tab writes now and then.
    Lease { storage: Rc<dyn Storage>, workspace: Workspace, tab: TabId },
}

impl Slot {
    /// Takes the first free place.
    pub async fn take(storage: &Rc<dyn Storage>, workspace: Workspace, tab: TabId) -> Self {
        for slot in 0..Clock::SLOTS {
            match try_lock(&format!("zs-slot-{}-{slot}", workspace.word())).await {
                Asked::Held(held) => {
                    return Self { number: Cell::new(slot), kept: Kept::Lock { _held: held } };
                }
                Asked::Taken => {}
                Asked::NoLocks => break,
            }
        }
        // A browser without locks, or more tabs than places.
        let number = Cell::new(lease_slot(&**storage, workspace, tab));
        Self { number, kept: Kept::Lease { storage: Rc::clone(storage), workspace, tab } }
    }

    /// Its number.
    pub fn number(&self) -> u16 {
        self.number.get()
    }

    /// Makes sure, before something is written, that the place is still this tab's: a tab that wrote
    /// nothing for long may have lost it. Gives the new number if it had to take another.
    pub fn keep(&self) -> Option<u16> {
        let Kept::Lease { storage, workspace, tab } = &self.kept else { return None };
        if Lease::of_slot(*workspace, self.number(), *tab).take(&**storage, now_millis()) {
            return None;
        }
        self.number.set(lease_slot(&**storage, *workspace, *tab));
        Some(self.number())
    }
}

fn lease_slot(storage: &dyn Storage, workspace: Workspace, tab: TabId) -> u16 {
    let first = (random_u64() % u64::from(Clock::SLOTS)) as u16;
    take_slot(storage, workspace, tab, first, Clock::SLOTS, now_millis())
}

/// The turn to compact, for as long as this is kept.
pub struct Turn(TurnKept);

enum TurnKept {
    Lock { _held: Held },
    Lease { storage: Rc<dyn Storage>, lease: Lease },
}

impl Turn {
    /// Takes the turn, unless another tab has it.
    pub async fn take(storage: &Rc<dyn Storage>, workspace: Workspace, tab: TabId) -> Option<Self> {
        match try_lock(&format!("zs-compact-{}", workspace.word())).await {
            Asked::Held(held) => Some(Self(TurnKept::Lock { _held: held })),
            Asked::Taken => None,
            Asked::NoLocks => {
                let lease = Lease::to_compact(workspace, tab);
                let storage = Rc::clone(storage);
                lease.take(&*storage, now_millis()).then(|| Self(TurnKept::Lease { storage, lease }))
            }
        }
    }

    /// Whether no other tab can have it too. Leases cannot promise that.
    pub fn is_sure(&self) -> bool {
        matches!(self.0, TurnKept::Lock { .. })
    }

    /// Says that the work goes on.
    pub fn renew(&self) {
        if let TurnKept::Lease { storage, lease } = &self.0 {
            lease.take(&**storage, now_millis());
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let TurnKept::Lease { storage, lease } = &self.0 {
            lease.release(&**storage);
        }
    }
}
