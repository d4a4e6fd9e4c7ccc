//! What can be undone in this session, and what was.

use super::Receipt;
use crate::domain::RecordId;
use crate::ledger::{Action, Stamp};

/// How many commands can be undone one after the other.
const DEPTH: usize = 200;

/// One command that can be undone or redone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What the user did.
    pub action: Action,
    /// The command to take back: his own, or the undo or redo that came last.
    pub stamp: Stamp,
    /// The records it touched.
    pub touched: Vec<RecordId>,
}

/// The commands done and undone in this session, latest last.
#[derive(Clone, Debug, Default)]
pub struct UndoStack {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl UndoStack {
    /// The command that undo takes back.
    pub fn next_undo(&self) -> Option<&Step> {
        self.done.last()
    }

    /// The command that redo does again.
    pub fn next_redo(&self) -> Option<&Step> {
        self.undone.last()
    }

    pub(super) fn done(&mut self, receipt: &Receipt) {
        self.undone.clear();
        push(&mut self.done, receipt.action, receipt);
    }

    pub(super) fn undone(&mut self, receipt: &Receipt) {
        if let Some(step) = self.done.pop() {
            push(&mut self.undone, step.action, receipt);
        }
    }

    pub(super) fn redone(&mut self, receipt: &Receipt) {
        if let Some(step) = self.undone.pop() {
            push(&mut self.done, step.action, receipt);
        }
    }
}

/// A command that changed nothing leaves nothing to take back.
fn push(stack: &mut Vec<Step>, action: Action, receipt: &Receipt) {
    if receipt.stamp == Stamp::ZERO {
        return;
    }
    if stack.len() == DEPTH {
        stack.remove(0);
    }
    stack.push(Step { action, stamp: receipt.stamp, touched: receipt.touched.clone() });
}
