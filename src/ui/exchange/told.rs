//! Moments and notes as the exchange shows them.

use crate::exchange::notes::Notes;
use crate::store::persist::Workspace;
use crate::ui::startup;
use crate::ui::state::page_lived;
use crate::web::{clock, notes};
use leptos::prelude::*;

/// The name under which they are stored.
const NOTES: &str = "notes";

thread_local! {
    static REVISION: RwSignal<u32> = page_lived(|| RwSignal::new(0));
}

/// A moment where the user is: `2026-09-30 08:15`.
pub(super) fn moment(millis: u64) -> String {
    let local = clock::local(millis);
    local.map(|(day, hour, minute)| format!("{day} {hour:02}:{minute:02}")).unwrap_or_default()
}

/// What is remembered of files that came in; followed when read reactively.
pub(super) fn remembered() -> Notes {
    REVISION.with(|revision| *revision).track();
    Notes::read(&notes::load(workspace(startup::is_sample()), NOTES))
}

/// Changes what is remembered.
pub(super) fn remember(change: impl FnOnce(&mut Notes)) {
    let workspace = workspace(untrack(startup::is_sample));
    let mut known = Notes::read(&notes::load(workspace, NOTES));
    change(&mut known);
    notes::save(workspace, NOTES, &known.write());
    REVISION.with(|revision| *revision).update(|n| *n += 1);
}

fn workspace(sample: bool) -> Workspace {
    if sample { Workspace::Sample } else { Workspace::Real }
}
