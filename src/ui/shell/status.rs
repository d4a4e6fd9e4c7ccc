//! What the frame shows of the open workspace, and what it can do with it.

use leptos::prelude::*;

/// Whether everything is on disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is.
    #[default]
    Saved,
    /// Whether it is, is being looked at: the page has just opened.
    Checking,
    /// A write is under way.
    Saving,
    /// It is in the page's storage, and the copy beside it could not be made.
    OneCopy,
    /// The browser keeps nothing beyond the life of this page.
    Fleeting,
    /// Nothing may be written.
    ReadOnly,
    /// The last write failed; the message says why.
    Failed,
}

/// What is the matter with the stored data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A newer version wrote some of it: it can only be read.
    ReadOnly,
    /// The browser keeps nothing beyond the life of this page.
    Fleeting,
    /// So many stored values could not be read.
    Lost(usize),
}

/// The wires between the frame and the workspace. The application makes them; the frame knows nothing
/// of a store.
#[derive(Clone, Copy)]
pub struct ShellStatus {
    /// Whether everything is on disk.
    pub saved: Signal<SaveState>,
    /// What is the matter with the stored data, if anything is.
    pub trouble: Signal<Option<Trouble>>,
    /// What Undo would take back, in words; none if nothing.
    pub undo: Signal<Option<String>>,
    /// What Redo would do again, in words; none if nothing.
    pub redo: Signal<Option<String>>,
    /// Whether the sample workspace is open.
    pub sample: Signal<bool>,
    /// Takes the last action back.
    pub on_undo: Callback<()>,
    /// Does again what was taken back.
    pub on_redo: Callback<()>,
    /// Lets the user choose a past day to look at.
    pub on_look_back: Callback<()>,
    /// Leaves the sample workspace.
    pub on_leave_sample: Callback<()>,
}

impl ShellStatus {
    /// A frame without a workspace: before first run, and in the gallery.
    pub fn idle() -> ShellStatus {
        let nothing = Callback::new(|()| ());
        ShellStatus {
            saved: Signal::stored(SaveState::Saved),
            trouble: Signal::stored(None),
            undo: Signal::stored(None),
            redo: Signal::stored(None),
            sample: Signal::stored(false),
            on_undo: nothing,
            on_redo: nothing,
            on_look_back: nothing,
            on_leave_sample: nothing,
        }
    }
}
