//! What is told apart by signatures, keys and seals.

use super::*;
use crate::domain::field::ProjectField as P;
use crate::domain::{Kind, RecordId, Value};
use crate::exchange::json::{Bundle, Scope, Sender, export_signed, parse};
use crate::ledger::{CellKey, Change, Clock, Edit, NodeId, Stamp, State, VersionVector, inverse};

mod alarms;
mod device;
mod files;
mod pins;
mod quiet;

use device::Device;

/// The clock of these tests.
const T0: u64 = 1_790_000_000_000;

pub(super) fn at(after: u64, node: u64) -> Stamp {
    Stamp::new(T0 + after, 0, NodeId(node))
}

pub(super) fn key(device: u8) -> DeviceKey {
    DeviceKey::from_seed(&[device; 32])
}

fn project(key: u64) -> RecordId {
    RecordId::new(Kind::Project, key)
}

pub(super) fn change(of: u64, value: Value, stamp: Stamp, over: &[Stamp]) -> Change {
    Change { record: project(of), cell: P::Jobs.into(), value, stamp, over: over.into() }
}

pub(super) fn state_of(changes: impl IntoIterator<Item = Change>) -> State {
    let mut state = State::default();
    changes.into_iter().for_each(|change| {
        state.apply(change);
    });
    state
}

fn read(file: &str) -> Bundle {
    parse(file.as_bytes(), T0 + 1_000_000).expect("a good file")
}

/// Every change held.
fn changes_of(state: &State) -> Vec<Change> {
    let ids = Kind::ALL.iter().flat_map(|&kind| state.records(kind).map(|(id, _)| id));
    ids.flat_map(|id| state.changes_of(id)).collect()
}
