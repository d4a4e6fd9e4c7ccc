//! The open workspace, as the screens see it.
//!
//! The truth lives outside the reactive graph, in one [`Store`]. Screens read it with [`watch`], which
//! runs again after every change, and write with [`run`]. Nothing else touches it.

use crate::domain::{Date, Kind, RecordId};
use crate::ledger::{Action, Edit};
use crate::store::{Receipt, Store, WriteError};
use crate::ui::startup;
use crate::ui::state::page_lived;
use leptos::prelude::*;
use std::cell::RefCell;

thread_local! {
    static STORE: RefCell<Option<Store>> = const { RefCell::new(None) };
    static FORGET: RefCell<Vec<fn()>> = const { RefCell::new(Vec::new()) };
    static SIGNALS: Signals =
        page_lived(|| Signals { revision: RwSignal::new(0), last: RwSignal::new(None) });
}

/// What the reactive graph knows of the store.
#[derive(Clone, Copy)]
struct Signals {
    /// Grows after every change of the store, and when another workspace is opened.
    revision: RwSignal<u64>,
    /// What was done last, for the toast and the undo buttons.
    last: RwSignal<Option<Result<Receipt, WriteError>>>,
}

fn signals() -> Signals {
    SIGNALS.with(|signals| *signals)
}

/// Puts a loaded store in place; all screens read anew.
pub fn open(store: Store) {
    STORE.with(|slot| slot.replace(Some(store)));
    signals().last.set(None);
    for forget in FORGET.with_borrow(Clone::clone) {
        forget();
    }
    bump();
}

/// Has `forget` called whenever a workspace is opened. What a screen keeps beyond its own life speaks of
/// the records of one workspace and must never be met in another.
pub fn on_open(forget: fn()) {
    FORGET.with_borrow_mut(|all| all.push(forget));
}

/// Whether a workspace is open (it is not before first run).
pub fn is_open() -> bool {
    signals().revision.track();
    STORE.with_borrow(Option::is_some)
}

/// Reads the store now, without following later changes: for event handlers.
///
/// `None` before a workspace is open, or if called while the store is being written.
pub fn read<R>(reader: impl FnOnce(&Store) -> R) -> Option<R> {
    STORE.with(|slot| slot.try_borrow().ok()?.as_ref().map(reader))
}

/// Reads the store and runs again, in an effect, a memo or a view, after every change.
pub fn watch<R>(reader: impl FnOnce(&Store) -> R) -> Option<R> {
    signals().revision.track();
    read(reader)
}

/// Carries out a command. The outcome is shown by the shell (saved, toast with undo, or the error);
/// `true` means it was made durable.
pub fn run(action: Action, edits: Vec<Edit>) -> bool {
    report(write(|store, now| store.execute(action, edits, now).map(Some)))
}

/// Undoes the latest command of this session.
pub fn undo() -> bool {
    report(write(|store, now| store.undo(now)))
}

/// Redoes what was undone last.
pub fn redo() -> bool {
    report(write(|store, now| store.redo(now)))
}

/// What was done last, or why it failed; for the shell.
pub fn last_outcome() -> Option<Result<Receipt, WriteError>> {
    signals().last.get()
}

/// Writes by any other way (a merge, an import, taking in another tab's changes).
pub fn write_with(writer: impl FnOnce(&mut Store, u64) -> Result<Option<Receipt>, WriteError>) -> bool {
    report(write(writer))
}

/// The number of an element word, for a cell key. 0 before a workspace is open.
pub fn element(word: &str) -> u32 {
    STORE.with(|slot| {
        let mut slot = slot.try_borrow_mut().ok();
        slot.as_mut().and_then(|s| s.as_mut()).map_or(0, |store| store.element(word))
    })
}

/// A new id of `kind`.
pub fn new_id(kind: Kind) -> RecordId {
    RecordId::new(kind, crate::web::random::random_u64())
}

/// Today where the user is.
pub fn today() -> Date {
    crate::web::clock::today()
}

fn write(
    writer: impl FnOnce(&mut Store, u64) -> Result<Option<Receipt>, WriteError>,
) -> Option<Result<Option<Receipt>, WriteError>> {
    let now = crate::web::clock::now_millis();
    STORE.with(|slot| {
        let mut slot = slot.try_borrow_mut().ok()?;
        let store = slot.as_mut()?;
        startup::before_write(store);
        Some(writer(store, now))
    })
}

fn report(outcome: Option<Result<Option<Receipt>, WriteError>>) -> bool {
    match outcome {
        Some(Ok(Some(receipt))) => {
            let changed = !receipt.touched.is_empty();
            signals().last.set(Some(Ok(receipt)));
            if changed {
                startup::written();
                bump();
            }
            true
        }
        Some(Ok(None)) => true,
        Some(Err(error)) => {
            signals().last.set(Some(Err(error)));
            false
        }
        None => false,
    }
}

fn bump() {
    signals().revision.update(|revision| *revision += 1);
}
