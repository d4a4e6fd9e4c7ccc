//! Metrics as all pages of 考核 ask for them: measured once, and kept from one edit to the next.

use crate::domain::Date;
use crate::rules::metrics::{Kept, Measured, Metric, standard};
use crate::store::Store;
use crate::ui::session;
use crate::web::timer;
use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;

thread_local! {
    /// The metrics that were asked, and the revision of the store that they are of.
    static KEPT: RefCell<(u64, Kept)> = {
        session::on_other_records(|| drop(KEPT.take()));
        RefCell::default()
    };
}

/// Measures metrics on a day: what was not touched since they were asked last is not read again.
pub(super) fn measured(store: &Store, metrics: &[Metric], day: Date) -> Vec<Arc<Measured>> {
    KEPT.with_borrow_mut(|(revision, kept)| {
        let touched = store.touched_unseen(revision);
        kept.measured(store, touched.as_deref(), metrics, day)
    })
}

/// The same as something that rules can ask.
pub(super) fn measurer(store: &Store) -> impl Fn(&[Metric], Date) -> Vec<Arc<Measured>> + '_ {
    move |metrics, day| measured(store, metrics, day)
}

/// How long after the start metrics are measured before anybody asks.
const UNASKED: Duration = Duration::from_millis(1_500);
/// How long the page is left alone between two of them.
const PAUSE: Duration = Duration::from_millis(60);

/// Measures the office's metrics one by one before anybody asks, so that no page has to wait for all of them.
pub fn begin() {
    spawn_local(async {
        timer::sleep(UNASKED).await;
        let all = session::read(|store| standard::in_force(store.state())).unwrap_or_default();
        for metric in all {
            session::read(|store| drop(measured(store, &[metric], session::today())));
            timer::sleep(PAUSE).await;
        }
    });
}
