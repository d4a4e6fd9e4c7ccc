//! What pages are made from, computed before anybody asks, so that no page has to wait for it. While somebody is at work
//! it waits itself.

use crate::web::clock::now_millis;
use crate::web::{activity, timer};
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;

/// Something to be computed: a piece of it at each call, until there is no more. Each takes some ten milliseconds.
pub type Piece = fn() -> bool;

/// How long after the start the first piece comes: when the first page is there.
const START: Duration = Duration::from_millis(300);
/// How long the page is left alone between two pieces.
const PAUSE: Duration = Duration::from_millis(60);
/// For how long nobody may have touched the page, in milliseconds: longer than between two keys.
const QUIET: u64 = 500;

thread_local! {
    /// When the page was touched last.
    static TOUCHED: Cell<u64> = const { Cell::new(0) };
}

/// Begins with the pieces, one after the other.
pub fn begin(pieces: &'static [Piece]) {
    activity::on_any(|| TOUCHED.set(now_millis()));
    spawn_local(async move {
        timer::sleep(START).await;
        for piece in pieces {
            loop {
                quiet().await;
                if !piece() {
                    break;
                }
            }
        }
    });
}

/// Waits until nobody touches the page.
async fn quiet() {
    timer::sleep(PAUSE).await;
    loop {
        let since = now_millis().saturating_sub(TOUCHED.get());
        if since >= QUIET {
            return;
        }
        timer::sleep(Duration::from_millis(QUIET - since)).await;
    }
}
