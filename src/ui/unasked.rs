//! What pages are made from, computed before anybody asks, so that no page has to wait for it. While somebody is at work
//! it waits itself.

use crate::ui::session;
use crate::ui::state::page_lived;
use crate::web::clock::now_millis;
use crate::web::{activity, presence, timer};
use leptos::prelude::*;
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;

/// Something to be computed, by its number, from 0 on; whether there is more. Each takes some ten milliseconds, and next
/// to nothing where nothing changed since the last time.
pub type Piece = fn(usize) -> bool;

/// How long after the start the first piece comes: when the first page is there.
const START: Duration = Duration::from_millis(300);
/// The same after a change of the records: one edit is often followed by another.
const AFTER_CHANGE: Duration = Duration::from_secs(2);
/// How long the page is left alone between two pieces.
const PAUSE: Duration = Duration::from_millis(20);
/// For how long nobody may have touched the page, in milliseconds: longer than between two keys.
const QUIET: u64 = 500;

/// After how long it is looked again whether a page that is out of sight still is.
const UNSEEN: Duration = Duration::from_secs(2);

thread_local! {
    /// When the page was touched last.
    static TOUCHED: Cell<u64> = const { Cell::new(0) };
    /// The number of the last round.
    static ROUND: Cell<usize> = const { Cell::new(0) };
}

/// Begins with the pieces, one after the other, and anew after every change of the records.
pub fn begin(pieces: &'static [&'static [Piece]]) {
    activity::on_any(|| TOUCHED.set(now_millis()));
    page_lived(|| {
        Effect::new(move |began: Option<()>| {
            session::follow();
            let round = ROUND.get() + 1;
            ROUND.set(round);
            spawn_local(go_round(pieces, round, if began.is_some() { AFTER_CHANGE } else { START }));
        })
    });
}

/// One round, as long as no other begins.
async fn go_round(pieces: &'static [&'static [Piece]], round: usize, wait: Duration) {
    timer::sleep(wait).await;
    for piece in pieces.iter().copied().flatten() {
        for n in 0.. {
            quiet().await;
            if ROUND.get() != round {
                return;
            }
            if !piece(n) {
                break;
            }
        }
    }
}

/// Waits until the page is in sight and nobody touches it.
async fn quiet() {
    timer::sleep(PAUSE).await;
    loop {
        let since = now_millis().saturating_sub(TOUCHED.get());
        match (presence::is_seen(), QUIET.checked_sub(since)) {
            (false, _) => timer::sleep(UNSEEN).await,
            (true, Some(left)) if left > 0 => timer::sleep(Duration::from_millis(left)).await,
            (true, _) => return,
        }
    }
}
