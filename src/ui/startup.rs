//! Which workspace is open: the office's own, or the sample county. They share nothing.

use crate::ledger::Action;
use crate::rules::introduce::{Identity, identity_of, introduce};
use crate::store::Store;
use crate::store::persist::{Cipher, Usage, Workspace, wipe as wipe_stored};
use crate::ui::later;
use crate::ui::protect;
use crate::ui::routes::{self, Route};
use crate::ui::session;
use crate::ui::state::page_lived;
use crate::ui::workspace::{self, Open};
use crate::web::clock::{self, now_millis};
use crate::web::{cipher, contents, idb, local::Local, mirrored, prefs};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// From when the sample county records its day to the end of it, in milliseconds: eight hours.
const EVENING: u64 = 8 * 60 * 60 * 1_000;

thread_local! {
    static OPEN: RefCell<Option<Rc<Open>>> = const { RefCell::new(None) };
    static SAMPLE: RwSignal<bool> = page_lived(|| RwSignal::new(false));
    /// The sample county is open and not made yet.
    static FILLING: RwSignal<bool> = page_lived(|| RwSignal::new(false));
    static LOCKED: RwSignal<bool> = page_lived(|| RwSignal::new(false));
}

/// Opens the workspace that was open last. Called once, before the page is shown.
pub fn open() {
    if protect::lock().is_some() {
        LOCKED.with(|locked| *locked).set(true);
    } else {
        spawn_local(async { show_last().await });
    }
}

/// Whether a passphrase must be given before anything is shown; followed when read reactively.
pub fn is_locked() -> bool {
    LOCKED.with(|locked| *locked).get()
}

/// Opens what was locked.
pub async fn unlock(with: Rc<dyn Cipher>) {
    cipher::set(protect::finish(with).await);
    show_last().await;
    LOCKED.with(|locked| *locked).set(false);
}

/// Opens the workspace that was open last.
async fn show_last() {
    show(if prefs::is_sample_open() { Workspace::Sample } else { Workspace::Real }).await;
}

/// Whether the sample workspace is open; followed when read reactively.
pub fn is_sample() -> bool {
    SAMPLE.with(|sample| *sample).get()
}

/// Whether the sample county is there to be looked at; followed.
pub fn is_sample_filled() -> bool {
    is_sample() && !FILLING.with(|filling| *filling).get()
}

/// Opens the sample county, making it anew if it is not there yet.
pub fn open_sample() {
    spawn_local(async {
        switch(Workspace::Sample).await;
        routes::navigate(Route::Board);
    });
}

/// Begins the office's own workspace, or goes on with it, under this identity, and goes to a page of it.
pub fn begin(who: Identity, to: Route) {
    spawn_local(async move {
        if SAMPLE.with(|sample| sample.get_untracked()) {
            switch(Workspace::Real).await;
        }
        if introduced(&who) {
            routes::replace(to);
        }
    });
}

/// Writes down who begins here, for good: who presses undo on the first page does not mean his own name.
fn introduced(who: &Identity) -> bool {
    session::write_with(|store, now| {
        let edits = introduce(store.state(), store.node(), who);
        store.execute_for_good(Action::Settings, edits, now).map(Some)
    })
}

/// Who works here, as he said himself; followed when read reactively.
pub fn identity() -> Identity {
    session::watch_present(|store| identity_of(store.state(), store.node())).unwrap_or_default()
}

/// Writes down who works here; `true` if that was made durable.
pub fn write_identity(who: &Identity) -> bool {
    let edits = session::read(|store| introduce(store.state(), store.node(), who));
    edits.is_some_and(|edits| session::run(Action::Settings, edits))
}

/// Leaves the sample county for the office's own workspace.
pub fn leave_sample() {
    spawn_local(async {
        switch(Workspace::Real).await;
        if routes::route() != Route::FirstRun {
            routes::navigate(Route::Today);
        }
    });
}

/// Something is about to be written.
pub fn before_write(store: &mut Store) {
    OPEN.with_borrow(|open| {
        if let Some(open) = open {
            open.keep_slot(store);
        }
    });
}

/// Something was made durable by this tab.
pub fn written() {
    OPEN.with_borrow(|open| {
        if let Some(open) = open {
            open.written();
        }
    });
}

/// How much of the browser's storage is used, by what; nothing before a workspace is open.
pub fn usage() -> Option<Usage> {
    opened().and_then(|open| open.usage())
}

/// Takes in what other tabs have written, before something is said of all there is.
pub fn read_news() {
    if let Some(open) = opened() {
        open.read_news();
    }
}

/// Goes on under a new node id: a file had changes under this laptop's own that it never made.
pub fn renew_node() {
    if let Some(open) = opened() {
        open.renew_node();
    }
}

/// Lets go of what could not be read and was set aside.
pub fn let_go() {
    if let Some(open) = opened() {
        open.let_go();
    }
}

/// The open workspace.
pub fn opened() -> Option<Rc<Open>> {
    OPEN.with_borrow(Option::clone)
}

/// Removes everything the open workspace has stored, here and in the mirror, and opens it empty. Where all is
/// locked and the passphrase forgotten, that is the office's own.
pub fn wipe() {
    let is_locked = LOCKED.with(|locked| locked.get_untracked());
    let locked = is_locked.then_some(Workspace::Real);
    let Some(workspace) = locked.or_else(|| opened().map(|open| open.workspace())) else { return };
    spawn_local(async move {
        // Closes the connection to the mirror, which could not be deleted otherwise.
        OPEN.with(|open| open.replace(None));
        if let Some(local) = Local::open() {
            let _ = wipe_stored(&local, workspace);
        }
        let _ = idb::delete(&mirrored::database_name(workspace)).await;
        let _ = idb::delete(&contents::database_name(workspace)).await;
        if workspace == Workspace::Real {
            cipher::set(None);
        }
        show(workspace).await;
        // Told where nothing was locked, it would make the first page again, and what is typed there by then would go.
        if is_locked {
            LOCKED.with(|locked| *locked).set(false);
        }
    });
}

/// Opens another workspace, and opens it again next time.
async fn switch(to: Workspace) {
    prefs::set_sample_open(to == Workspace::Sample);
    show(to).await;
}

/// Opens a workspace. What is to be opened next time is not touched: another tab may have chosen meanwhile.
async fn show(to: Workspace) {
    OPEN.with(|open| open.replace(None));
    let Ok(open) = workspace::open(to).await else { return };
    let read_only = open.is_read_only();
    OPEN.with(|slot| slot.replace(Some(open)));
    let sample = to == Workspace::Sample;
    // What only a newer version can read is not nothing.
    let blank = !read_only && session::read(|store| workspace::is_blank(store.state())).unwrap_or(false);
    FILLING.with(|signal| signal.set(blank && sample));
    SAMPLE.with(|signal| signal.set(sample));
    match (blank, sample) {
        (true, true) => fill().await,
        (true, false) => routes::replace(Route::FirstRun),
        _ => {}
    }
}

/// Makes the sample county, which the second part of the program has.
async fn fill() {
    // If the part does not arrive the county is empty, and made at the next start.
    if let Some(later) = later::arrived().await
        // Meanwhile another workspace may have been opened.
        && opened().is_some_and(|open| open.workspace() == Workspace::Sample)
    {
        session::write_with(|store, _| {
            let now = now_millis();
            // Recorded in the course of each day, and never ahead of the clock.
            let at = |day| clock::end_of(day).map_or(now, |end| end.saturating_sub(EVENING).min(now));
            let days = (later.county)(store.names_mut(), session::today()).into_iter();
            store.execute_history(days.map(|(day, edits)| (at(day), edits))).map(Some)
        });
    }
    FILLING.with(|signal| signal.set(false));
}
