//! How much room there is: cards on a phone, and the height of rows.

use crate::ui::state::prefs;
use crate::web::page;
use leptos::ev;
use leptos::prelude::*;

/// Whether the window is as narrow as a phone's, followed.
pub fn is_narrow() -> Signal<bool> {
    let narrow = RwSignal::new(page::is_narrow());
    let watch = window_event_listener(ev::resize, move |_| {
        let now = page::is_narrow();
        if narrow.try_get_untracked() != Some(now) {
            narrow.try_set(now);
        }
    });
    on_cleanup(move || watch.remove());
    narrow.into()
}

/// The height of a row of the grid: dense, as in a ledger; higher on the projector.
pub fn row_height() -> Signal<f64> {
    Signal::derive(|| if prefs::on_projector() { 44.0 } else { 32.0 })
}
