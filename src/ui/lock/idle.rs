//! Locking by itself, when nobody touched the page for a while.

use crate::i18n::lock as words;
use crate::rules::idle::{DEFAULT_MINUTES, Idle, idle};
use crate::store::persist::Workspace;
use crate::ui::protect;
use crate::ui::widgets::toast;
use crate::web::{activity, cipher, clock, notes, page, timer};
use std::cell::Cell;

/// The name under which the minutes are stored.
const NOTE: &str = "lock-minutes";
/// How often it is looked at, in milliseconds.
const LOOK: i32 = 5_000;

thread_local! {
    /// When the page was touched last, in milliseconds since 1970.
    static LAST: Cell<u64> = const { Cell::new(0) };
    static WARNED: Cell<bool> = const { Cell::new(false) };
}

/// Begins to look.
pub(super) fn begin() {
    touched();
    activity::on_any(touched);
    look();
}

/// After how many minutes it locks.
pub(super) fn minutes() -> u32 {
    notes::load(Workspace::Real, NOTE).parse().unwrap_or(DEFAULT_MINUTES)
}

/// Sets after how many minutes it locks.
pub(super) fn set_minutes(minutes: u32) {
    notes::save(Workspace::Real, NOTE, &minutes.to_string());
}

fn touched() {
    LAST.set(clock::now_millis());
    WARNED.set(false);
}

fn look() {
    if cipher::current().is_some() && protect::lock().is_some() {
        match idle(clock::now_millis().saturating_sub(LAST.get()), minutes()) {
            Idle::No => {}
            Idle::Soon if !WARNED.replace(true) => toast(words::SOON),
            Idle::Soon => {}
            Idle::Lock => return page::reload(),
        }
    }
    timer::after(LOOK, look);
}
