//! When a round is made: soon after a change, now and then, and when the page or the network comes back.

use super::contents::Stock;
use super::desk::{Pipeline, is_loose};
use super::noted::{Brought, Step, save_memory, stored_memory, update_standing};
use crate::domain::RecordId;
use crate::exchange::share::contents::{self, Moved};
use crate::exchange::share::{Desk, Memory, Outcome, RoundFailed, round};
use crate::ui::{attachments, session, startup};
use crate::web::locks::{Asked, try_lock};
use crate::web::places::AnyPlace;
use crate::web::timer::{self, Timer};
use crate::web::{clock, presence};
use std::cell::{Cell, RefCell};
use wasm_bindgen_futures::spawn_local;

/// The lock of whichever tab is at it.
const LOCK: &str = "zhaoshang-share";
/// How long after a change it is written, in milliseconds: who types is not held up.
const QUIET: i32 = 3_000;
/// How often others' changes are looked for while the page is seen, in milliseconds.
const OFTEN: i32 = 20_000;
/// How often while it is not.
const SELDOM: i32 = 5 * 60_000;
/// The longest wait after failures, in milliseconds.
const LONGEST: i32 = 10 * 60_000;

thread_local! {
    static PLACE: RefCell<Option<AnyPlace>> = const { RefCell::new(None) };
    /// What this tab remembers, and what of it was stored then: another tab may have gone on meanwhile.
    static MEMORY: RefCell<(Memory, String)> = RefCell::default();
    static TIMER: Cell<Option<Timer>> = const { Cell::new(None) };
    static RUNNING: Cell<bool> = const { Cell::new(false) };
    /// Counts the places entered: a round in one that was left says nothing any more.
    static ENTERED: Cell<u32> = const { Cell::new(0) };
    /// Records to hand on that came while a round was under way.
    static LATE: RefCell<Vec<RecordId>> = const { RefCell::new(Vec::new()) };
    /// Failures one after the other.
    static FAILURES: Cell<u32> = const { Cell::new(0) };
}

/// Goes to a place; the first round begins at once.
pub(super) fn enter(place: AnyPlace) {
    leave();
    PLACE.set(Some(place));
    soon();
}

/// Leaves the place.
pub(super) fn leave() {
    PLACE.take();
    MEMORY.take();
    FAILURES.set(0);
    ENTERED.set(ENTERED.get().wrapping_add(1));
    if let Some(timer) = TIMER.take() {
        timer.cancel();
    }
}

/// Something changed here.
pub(super) fn changed() {
    if !RUNNING.get() {
        schedule(QUIET);
    }
}

/// Makes a round now.
pub fn soon() {
    schedule(0);
}

/// Makes a round when the page is looked at again and when the network is back.
pub(super) fn listen() {
    presence::on_return(|| {
        FAILURES.set(0);
        soon();
    });
}

/// Takes note of records that came by hand, those of them that have gaps before them.
pub(super) fn pass_on(records: Vec<RecordId>) {
    let loose = session::read_present(|store| {
        records.into_iter().filter(|&id| is_loose(store, id)).collect::<Vec<_>>()
    });
    let loose = loose.unwrap_or_default();
    if !loose.is_empty() {
        // A round under way stores what it remembers when it ends.
        LATE.with_borrow_mut(|late| late.extend(loose.iter().copied()));
        let mut stored = Memory::read(&stored_memory());
        stored.pass_on(loose);
        save_memory(&stored);
    }
}

fn schedule(millis: i32) {
    if PLACE.with_borrow(Option::is_none) {
        return;
    }
    let next = timer::after(millis, || spawn_local(run()));
    if let Some(before) = TIMER.replace(Some(next)) {
        before.cancel();
    }
}

async fn run() {
    let Some(place) = PLACE.with_borrow(Clone::clone) else { return };
    if RUNNING.replace(true) {
        return;
    }
    let entered = ENTERED.get();
    let wait = match try_lock(LOCK).await {
        Asked::Taken => OFTEN,
        // Without locks two tabs may both be at it; each then meets the other's head and goes on.
        Asked::NoLocks => one(&place, entered).await,
        Asked::Held(held) => {
            let wait = one(&place, entered).await;
            drop(held);
            wait
        }
    };
    RUNNING.set(false);
    // Left meanwhile: whoever entered the next place has not been able to begin.
    schedule(if entered == ENTERED.get() { wait } else { 0 });
}

/// One round; how long to wait for the next.
async fn one(place: &AnyPlace, entered: u32) -> i32 {
    update_standing(|standing| standing.step = Step::Looking);
    let mut memory = recalled();
    let mut outcome = Outcome::default();
    let mut ended = round(place, &mut Pipeline, &mut memory, &mut outcome).await;
    let mut moved = Moved::default();
    if ended.is_ok() && entered == ENTERED.get() {
        let own = (Pipeline.node(), clock::now_millis());
        match contents::exchange(place, &Stock, &mut memory, own).await {
            Ok(done) => moved = done,
            Err(failed) => ended = Err(failed.into()),
        }
        if moved.read > 0 {
            attachments::look();
        }
    }
    if entered != ENTERED.get() {
        return 0;
    }
    let now = clock::now_millis();
    update_standing(|standing| {
        standing.step = ended.map_or_else(Step::Failed, |()| Step::Done(now));
        standing.colleagues = memory.colleagues();
        standing.coming = outcome.coming + moved.coming;
        for (node, came) in outcome.came.into_iter().filter(|(_, came)| came.changes > 0) {
            standing.brought.insert(node, Brought { at: now, came });
        }
    });
    keep(memory);
    match ended {
        Ok(()) => {
            FAILURES.set(0);
            match moved.is_more {
                true => QUIET,
                false if presence::is_seen() => OFTEN,
                false => SELDOM,
            }
        }
        Err(RoundFailed::Copied) => {
            startup::renew_node();
            after_failure()
        }
        Err(RoundFailed::Place(_) | RoundFailed::Desk(_)) => after_failure(),
    }
}

fn after_failure() -> i32 {
    let failures = FAILURES.get();
    FAILURES.set(failures.saturating_add(1));
    (OFTEN << failures.min(5)).min(LONGEST)
}

/// What this tab remembers, or, where another tab went on, what that one stored.
fn recalled() -> Memory {
    let (memory, before) = MEMORY.take();
    let stored = stored_memory();
    if stored == before { memory } else { Memory::read(&stored) }
}

fn keep(mut memory: Memory) {
    memory.pass_on(LATE.take());
    save_memory(&memory);
    let stored = memory.write();
    MEMORY.set((memory, stored));
}
