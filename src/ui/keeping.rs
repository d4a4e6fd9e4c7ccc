//! How well what is written is kept: what the frame and the settings say of it.

use crate::store::persist::{Copies, Problem};
use crate::ui::state::page_lived;
use leptos::prelude::*;

/// How well the open workspace is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keeping {
    /// Whether the browser keeps nothing beyond the life of this page.
    pub fleeting: bool,
    /// Whether a newer version wrote some of it, so that nothing may be written.
    pub read_only: bool,
    /// What of the stored data could not be read.
    pub lost: Vec<Problem>,
}

thread_local! {
    static SIGNALS: (RwSignal<Keeping>, RwSignal<Copies>) =
        page_lived(|| (RwSignal::default(), RwSignal::default()));
}

/// How well the open workspace is kept; followed when read reactively.
pub fn keeping() -> Keeping {
    SIGNALS.with(|signals| signals.0).get()
}

/// In how many places what was written is known to be; followed when read reactively.
pub fn copies() -> Copies {
    SIGNALS.with(|signals| signals.1).get()
}

/// Tells how well the workspace is kept.
pub fn set_keeping(keeping: Keeping) {
    let signal = SIGNALS.with(|signals| signals.0);
    if signal.with_untracked(|before| *before != keeping) {
        signal.set(keeping);
    }
}

/// Tells in how many places what was written is.
pub fn set_copies(copies: Copies) {
    SIGNALS.with(|signals| signals.1).set(copies);
}
