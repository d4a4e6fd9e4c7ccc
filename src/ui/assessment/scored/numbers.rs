//! The numbers a sheet is worked out with, as the pages of scores ask for them.

use crate::rules::metrics::{Kept, standard};
use crate::rules::scoring::metrics_of;
use crate::rules::scoring::worked::counted;
pub(in crate::ui::assessment) use crate::rules::scoring::worked::{Asked, Numbers, work_out};
use crate::store::Store;
use crate::ui::session;
use std::cell::RefCell;

thread_local! {
    /// The metrics of the sheet that was asked last, and the revision of the store that they are of.
    static KEPT: RefCell<(u64, Kept)> = {
        session::on_other_records(|| drop(KEPT.take()));
        RefCell::default()
    };
}

/// Measures what is asked of the records as they are: what was not touched since it was asked last is not read again.
pub(in crate::ui::assessment) fn numbers(store: &Store, asked: &Asked) -> Numbers {
    let metrics = metrics_of(&asked.sheet, &standard::in_force(store.state()));
    KEPT.with_borrow_mut(|(revision, kept)| {
        let touched = store.touched_unseen(revision);
        let measured = kept.refresh(store, touched.as_deref(), &metrics, asked.day);
        counted(store, asked, metrics.clone(), measured)
    })
}
