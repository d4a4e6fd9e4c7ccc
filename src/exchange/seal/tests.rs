//! What is told apart by signatures, keys and seals.

use super::*;
use crate::domain::field::ProjectField as P;
use crate::domain::{Kind, RecordId, Value};
use crate::ledger::{Change, NodeId, Stamp, State};

mod alarms;
mod files;
mod quiet;

/// The clock of these tests.
const T0: u64 = 1_790_000_000_000;

pub(super) fn at(after: u64, node: u64) -> Stamp {
    Stamp::new(T0 + after, 0, NodeId(node))
}

pub(super) fn key(device: u8) -> DeviceKey {
    DeviceKey::from_seed(&[device; 32])
}

pub(super) fn change(project: u64, value: Value, stamp: Stamp, over: &[Stamp]) -> Change {
    let record = RecordId::new(Kind::Project, project);
    Change { record, cell: P::Jobs.into(), value, stamp, over: over.into() }
}

pub(super) fn state_of(changes: impl IntoIterator<Item = Change>) -> State {
    let mut state = State::default();
    changes.into_iter().for_each(|change| {
        state.apply(change);
    });
    state
}
