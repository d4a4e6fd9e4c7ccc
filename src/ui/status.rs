//! The wires between the frame and the open workspace: saved, undo, redo, and what to say after each.

use crate::i18n::{Lang, labels, shell};
use crate::ledger::{Action, Stamp};
use crate::store::persist::Copies;
use crate::store::undo::Step;
use crate::store::{Receipt, Store, WriteError};
use crate::ui::keeping::{Keeping, copies, keeping};
use crate::ui::lang::lang;
use crate::ui::session;
use crate::ui::shell::{SaveState, ShellStatus, Trouble};
use crate::ui::startup;
use crate::ui::state::prefs;
use crate::ui::widgets::{toast, toast_undo};
use leptos::prelude::*;

/// What the frame shows of the session, and what its buttons do.
pub fn of_session() -> ShellStatus {
    Effect::new(|| {
        if let Some(outcome) = session::last_outcome() {
            announce(&outcome);
        }
    });
    let step = |find: fn(&Store) -> Option<&Step>| {
        Signal::derive(move || {
            let action = session::watch(|store| find(store).map(|step| step.action)).flatten();
            action.map(|action| labels::action(action).get(lang()).to_owned())
        })
    };
    ShellStatus {
        saved: Signal::derive(save_state),
        trouble: Signal::derive(trouble),
        undo: step(|store| store.undo_stack().next_undo()),
        redo: step(|store| store.undo_stack().next_redo()),
        sample: Signal::derive(startup::is_sample_filled),
        on_undo: Callback::new(|()| {
            session::undo();
        }),
        on_redo: Callback::new(|()| {
            session::redo();
        }),
        on_look_back: Callback::new(|()| session::choose_day()),
        on_leave_sample: Callback::new(|()| startup::leave_sample()),
    }
}

fn save_state() -> SaveState {
    let Keeping { fleeting, read_only, .. } = keeping();
    match (session::last_outcome(), copies()) {
        _ if read_only => SaveState::ReadOnly,
        (Some(Err(error)), _) if error != WriteError::Past => SaveState::Failed,
        _ if fleeting => SaveState::Fleeting,
        (_, Copies::Unknown) => SaveState::Checking,
        (_, Copies::UnderWay) => SaveState::Saving,
        (_, Copies::One) => SaveState::OneCopy,
        (_, Copies::Both) => SaveState::Saved,
    }
}

/// What is the matter with the stored data for as long as it is, the worst first.
fn trouble() -> Option<Trouble> {
    let Keeping { fleeting, read_only, lost } = keeping();
    match lost.len() {
        _ if read_only => Some(Trouble::ReadOnly),
        _ if fleeting => Some(Trouble::Fleeting),
        0 => None,
        lost => Some(Trouble::Lost(lost)),
    }
}

/// Says what was done where the screen itself does not show it.
fn announce(outcome: &Result<Receipt, WriteError>) {
    let l = prefs::language().get_untracked();
    match outcome {
        Err(error) => toast(shell::write_error(*error).get(l).to_owned()),
        Ok(receipt) if receipt.stamp == Stamp::ZERO && receipt.of.is_none() => {}
        Ok(receipt) => say(l, receipt),
    }
}

fn say(l: Lang, receipt: &Receipt) {
    match (receipt.action, receipt.of) {
        (Action::Undo, Some((of, kept))) => toast(shell::undone(l, labels::action(of).get(l), kept)),
        (Action::Redo, Some((of, kept))) => toast(shell::redone(l, labels::action(of).get(l), kept)),
        // An edit shows where it was made; what touches many records, or takes them away, is said.
        (action @ (Action::Delete | Action::BulkEdit | Action::Paste | Action::Import), _)
        | (action @ (Action::MergeDuplicates | Action::Tick | Action::Advance | Action::StepBack), _) => {
            let done = shell::done(l, labels::action(action).get(l), receipt.touched.len());
            toast_undo(done, || {
                session::undo();
            });
        }
        _ => {}
    }
}
