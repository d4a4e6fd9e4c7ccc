//! The targets, read once for all pages of 考核.

use crate::domain::Date;
use crate::rules::metrics::standard;
use crate::rules::targets::Aims;
use crate::store::Store;
use crate::ui::session::{self, Question};
use std::sync::Arc;

/// What targets are there, of the metrics of the office?
#[derive(PartialEq)]
struct Aimed;

impl Question for Aimed {
    type Answer = Aims;

    fn answer(&self, store: &Store, _: Date) -> Aims {
        Aims::read(store.state(), store.index().rules(), &standard::in_force(store.state()))
    }
}

/// The targets of the office's metrics.
pub(super) fn aims(store: &Store) -> Arc<Aims> {
    session::answer(store, Aimed)
}

/// Reads them before anybody asks (see [`crate::ui::unasked`]).
pub(super) fn prepare(_: usize) -> bool {
    session::prepare(Aimed);
    false
}
