//! Which place was chosen, and how it stands.

use crate::exchange::share::{Came, Colleague, Memory, RoundFailed};
use crate::ledger::NodeId;
use crate::store::persist::Workspace;
use crate::ui::state::page_lived;
use crate::web::notes;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The name under which the choice is stored beside the pipeline.
const CHOICE: &str = "share";
/// The name under which what has to be remembered of the place is stored.
const MEMORY: &str = "share-memory";

/// The place that was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Chosen {
    /// None.
    #[default]
    Nothing,
    /// The folder that the browser remembers.
    Folder,
    /// A server.
    Server { address: String, user: String, password: String },
}

/// Whether, and through what, this computer shares.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sharing {
    /// Not looked at yet.
    #[default]
    Unknown,
    /// It does not.
    Off,
    /// Through this folder, which the browser wants the user to allow again.
    Closed(String),
    /// Through this folder.
    Folder(String),
    /// Through the server at this address.
    Server(String),
}

/// What a round is at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// There was none yet.
    #[default]
    Waiting,
    /// It looks what is there.
    Looking,
    /// It reads: so many files of so many.
    Reading(usize, usize),
    /// The last one came to its end at this moment, by this computer's clock in milliseconds.
    Done(u64),
    /// The last one failed.
    Failed(RoundFailed),
}

/// What a colleague's files brought last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brought {
    /// When, by this computer's clock, in milliseconds.
    pub at: u64,
    /// What.
    pub came: Came,
}

/// How it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// What the round is at.
    pub step: Step,
    /// The other devices, the one seen last first.
    pub colleagues: Vec<Colleague>,
    /// What they brought since this page was opened.
    pub brought: BTreeMap<NodeId, Brought>,
    /// Files that are named and not whole yet.
    pub coming: usize,
}

thread_local! {
    static SIGNALS: (RwSignal<Sharing>, RwSignal<Standing>) =
        page_lived(|| (RwSignal::default(), RwSignal::default()));
}

/// Whether, and through what, this computer shares; followed when read reactively.
pub fn sharing() -> Sharing {
    SIGNALS.with(|signals| signals.0).get()
}

/// How it stands; followed when read reactively.
pub fn standing() -> Standing {
    SIGNALS.with(|signals| signals.1).get()
}

/// Tells whether this computer shares.
pub(super) fn set_sharing(sharing: Sharing) {
    let signal = SIGNALS.with(|signals| signals.0);
    if signal.with_untracked(|before| *before != sharing) {
        signal.set(sharing);
    }
}

/// Tells how it stands.
pub(super) fn update_standing(change: impl FnOnce(&mut Standing)) {
    let signal = SIGNALS.with(|signals| signals.1);
    let before = signal.get_untracked();
    let mut after = before.clone();
    change(&mut after);
    if after != before {
        signal.set(after);
    }
}

/// The place that was chosen.
pub(super) fn chosen() -> Chosen {
    serde_json::from_str(&notes::load(Workspace::Real, CHOICE)).unwrap_or_default()
}

/// Chooses a place. What was remembered of another one says nothing of it.
pub(super) fn choose(place: Chosen) {
    if place != chosen() {
        save_memory(&Memory::default());
        update_standing(|standing| *standing = Standing::default());
    }
    // A plain enum of text always has a written form.
    notes::save(Workspace::Real, CHOICE, &serde_json::to_string(&place).unwrap_or_default());
}

/// What has to be remembered of the place, as stored by any tab.
pub(super) fn stored_memory() -> String {
    notes::load(Workspace::Real, MEMORY)
}

/// Stores it.
pub(super) fn save_memory(memory: &Memory) {
    notes::save(Workspace::Real, MEMORY, &memory.write());
}
