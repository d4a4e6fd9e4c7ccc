//! Metrics as all pages of 考核 ask for them: measured once, and kept from one edit to the next.

use crate::domain::Date;
use crate::rules::metrics::{Kept, Measured, Metric, standard};
use crate::store::Store;
use crate::ui::session;
use std::cell::RefCell;
use std::sync::Arc;

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

/// Measures one of the office's metrics before anybody asks (see [`crate::ui::unasked`]); whether there are more.
pub(super) fn prepare(n: usize) -> bool {
    let more = session::read(|store| {
        let all = standard::in_force(store.state());
        drop(measured(store, all.get(n..=n)?, session::today()));
        Some(n + 1 < all.len())
    });
    more.flatten().unwrap_or_default()
}
