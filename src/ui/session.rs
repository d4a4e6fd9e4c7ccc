//! The open workspace, as the screens see it.
//!
//! The truth lives outside the reactive graph, in one [`Store`]. Screens read it with [`watch`], which
//! runs again after every change, and write with [`run`]. Nothing else touches it. While a past day is
//! looked at ([`look_back`]), they read that instead.

mod answers;
mod past;

pub use answers::{Question, answer, ask, prepare};
pub use past::{Looking, choose_day, is_now, look_back, looking, past_day, return_to_now};

use crate::domain::{Date, Kind, RecordId};
use crate::ledger::{Action, Edit};
use crate::store::{Receipt, Store, WriteError};
use crate::ui::later;
use crate::ui::startup;
use crate::ui::state::page_lived;
use leptos::prelude::*;
use std::cell::RefCell;
use std::thread::LocalKey;

type Hooks = RefCell<Vec<fn()>>;
type Slot = LocalKey<RefCell<Option<Store>>>;

thread_local! {
    /// The present.
    static STORE: RefCell<Option<Store>> = const { RefCell::new(None) };
    /// The past that is looked at in its place.
    static PAST: RefCell<Option<Store>> = const { RefCell::new(None) };
    /// What to call when another workspace is opened.
    static ON_OPEN: Hooks = const { RefCell::new(Vec::new()) };
    /// What to call when other records are shown.
    static ON_OTHER_RECORDS: Hooks = const { RefCell::new(Vec::new()) };
    static SIGNALS: Signals = page_lived(|| Signals {
        revision: RwSignal::new(0),
        last: RwSignal::new(None),
        looking: RwSignal::new(Looking::AtNow),
    });
}

/// What the reactive graph knows of the store.
#[derive(Clone, Copy)]
struct Signals {
    /// Grows after every change of the store, and when another workspace is opened.
    revision: RwSignal<u64>,
    /// What was done last, for the toast and the undo buttons.
    last: RwSignal<Option<Result<Receipt, WriteError>>>,
    /// Which of the two stores is shown.
    looking: RwSignal<Looking>,
}

fn signals() -> Signals {
    SIGNALS.with(|signals| *signals)
}

/// Puts a loaded store in place; all screens read anew.
pub fn open(store: Store) {
    STORE.with(|slot| slot.replace(Some(store)));
    PAST.with(|slot| slot.replace(None));
    signals().last.set(None);
    signals().looking.set(Looking::AtNow);
    call(&ON_OPEN);
    call(&ON_OTHER_RECORDS);
    bump();
}

fn call(hooks: &'static LocalKey<Hooks>) {
    hooks.with_borrow(Clone::clone).into_iter().for_each(|hook| hook());
}

/// Has `forget` called whenever a workspace is opened. What a screen keeps beyond its own life speaks of
/// the records of one workspace and must never be met in another.
pub fn on_open(forget: fn()) {
    ON_OPEN.with_borrow_mut(|all| all.push(forget));
}

/// Has `forget` called whenever other records are shown, of another workspace or of another day: for what
/// is computed from records and told apart by their revision.
pub fn on_other_records(forget: fn()) {
    ON_OTHER_RECORDS.with_borrow_mut(|all| all.push(forget));
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
    shown().with(|slot| slot.try_borrow().ok()?.as_ref().map(reader))
}

/// Reads the present store whatever day is looked at: for files and backups.
pub fn read_present<R>(reader: impl FnOnce(&Store) -> R) -> Option<R> {
    STORE.with(|slot| slot.try_borrow().ok()?.as_ref().map(reader))
}

/// Reads the present store whatever day is looked at, and runs again after every change: for what is true
/// of this laptop and not of the pipeline.
pub fn watch_present<R>(reader: impl FnOnce(&Store) -> R) -> Option<R> {
    signals().revision.track();
    read_present(reader)
}

/// Runs again, in an effect, a memo or a view, after every change.
pub fn follow() {
    signals().revision.track();
}

/// Reads the store and runs again, in an effect, a memo or a view, after every change.
pub fn watch<R>(reader: impl FnOnce(&Store) -> R) -> Option<R> {
    signals().revision.track();
    read(reader)
}

/// Carries out a command. The outcome is shown by the shell (saved, toast with undo, or the error);
/// `true` means it was made durable.
pub fn run(action: Action, edits: Vec<Edit>) -> bool {
    commit(write(shown(), |store, now| store.execute(action, edits, now).map(Some)))
}

/// Undoes the latest command of this session.
pub fn undo() -> bool {
    commit(write(shown(), |store, now| store.undo(now)))
}

/// Redoes what was undone last.
pub fn redo() -> bool {
    commit(write(shown(), |store, now| store.redo(now)))
}

/// What was done last, or why it failed; for the shell.
pub fn last_outcome() -> Option<Result<Receipt, WriteError>> {
    signals().last.get()
}

/// Writes by any other way (a merge, an import).
pub fn write_with(writer: impl FnOnce(&mut Store, u64) -> Result<Option<Receipt>, WriteError>) -> bool {
    commit(write(shown(), writer))
}

/// Writes what the application itself has to keep, such as other tabs' changes: in the present, whatever
/// day is looked at.
pub fn keep(writer: impl FnOnce(&mut Store, u64) -> Result<Option<Receipt>, WriteError>) -> bool {
    report(write(&STORE, writer))
}

/// The number of an element word, for a cell key. 0 before a workspace is open.
pub fn element(word: &str) -> u32 {
    shown().with(|slot| {
        let mut slot = slot.try_borrow_mut().ok();
        slot.as_mut().and_then(|s| s.as_mut()).map_or(0, |store| store.element(word))
    })
}

/// A new id of `kind`.
pub fn new_id(kind: Kind) -> RecordId {
    RecordId::new(kind, crate::web::random::random_u64())
}

/// Today where the user is, or the past day that is looked at.
pub fn today() -> Date {
    match signals().looking.get_untracked() {
        Looking::At(day) => day,
        Looking::AtNow | Looking::Choosing => crate::web::clock::today(),
    }
}

/// The store that screens see.
fn shown() -> &'static Slot {
    if PAST.with(|slot| slot.try_borrow().is_ok_and(|slot| slot.is_none())) { &STORE } else { &PAST }
}

fn write(
    slot: &'static Slot,
    writer: impl FnOnce(&mut Store, u64) -> Result<Option<Receipt>, WriteError>,
) -> Option<Result<Option<Receipt>, WriteError>> {
    let now = crate::web::clock::now_millis();
    let is_present = std::ptr::eq(slot, &STORE);
    slot.with(|slot| {
        let mut slot = slot.try_borrow_mut().ok()?;
        let store = slot.as_mut()?;
        if is_present {
            startup::before_write(store);
        }
        Some(writer(store, now))
    })
}

/// Reports what the user did, and has it counted among what is in no backup.
fn commit(outcome: Option<Result<Option<Receipt>, WriteError>>) -> bool {
    let is_change = matches!(&outcome, Some(Ok(Some(receipt))) if !receipt.touched.is_empty());
    let done = report(outcome);
    if is_change {
        later::tell(|later| (later.changed)());
    }
    done
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
