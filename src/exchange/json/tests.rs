//! What export writes, import reads; what is wrong is said where it is; nothing makes it panic.

use super::*;
use crate::domain::field::{AuthorField, FollowUpField, ProjectField as P};
use crate::domain::{Date, Field, Kind, Milestone, Money, RecordId, Value};
use crate::exchange::seal::{Chain, DeviceKey, FileSignature, Held, Seal, Signer};
use crate::ledger::{CellKey, Change, NodeId, Stamp, State, VersionVector};
use proptest::prelude::*;

mod hostile;
mod newer;
mod previews;
mod round;

/// The clock of these tests: 2026-09-21.
const NOW: u64 = 1_790_000_000_000;

fn stamp(after: u64, node: u64) -> Stamp {
    Stamp::new(NOW - 1_000_000 + after, 0, NodeId(node))
}

fn project(key: u64) -> RecordId {
    RecordId::new(Kind::Project, key)
}

fn change(record: RecordId, cell: impl Into<CellKey>, value: Value, stamp: Stamp, over: &[Stamp]) -> Change {
    Change { record, cell: cell.into(), value, stamp, over: over.into() }
}

fn sender() -> Sender {
    Sender { node: NodeId(1), name: "李海燕".into(), unit: "城关镇".into() }
}

/// A small pipeline with something of everything.
fn sample() -> (State, VersionVector) {
    let mut state = State::default();
    let signed = CellKey::of(P::MilestoneDate, Milestone::Signed.element());
    let tag = CellKey::of(Field::TAGS, state.names_mut().element("重点"));
    let day = |d| Value::Date(Date::ymd(2026, 3, d).expect("a day"));
    let author = RecordId::new(Kind::Author, 2);
    let follow_up = RecordId::new(Kind::FollowUp, 5);
    for change in [
        change(author, AuthorField::Name, Value::text("王建国"), stamp(1, 2), &[]),
        change(project(1), P::Name, Value::text("景澄锂能"), stamp(2, 1), &[]),
        change(project(1), P::TotalInvestment, Value::Money(Money::yuan(350_000_000)), stamp(2, 1), &[]),
        change(
            project(1),
            P::TotalInvestment,
            Value::Money(Money::yuan(360_000_000)),
            stamp(3, 2),
            &[stamp(2, 1)],
        ),
        change(project(1), P::Remark, Value::text("甲"), stamp(4, 1), &[]),
        change(project(1), P::Remark, Value::text("乙"), stamp(5, 2), &[]),
        change(project(1), signed, day(1), stamp(2, 1), &[]),
        change(project(1), tag, Value::Bool(true), stamp(2, 1), &[]),
        change(project(1), P::LandArea, Value::Empty, stamp(2, 1), &[]),
        change(follow_up, FollowUpField::Project, Value::Ref(project(1)), stamp(6, 2), &[]),
        change(follow_up, FollowUpField::On, day(9), stamp(6, 2), &[]),
    ] {
        state.apply(change);
    }
    (state, [stamp(4, 1), stamp(6, 2)].into_iter().collect())
}

/// The same as a signed file, with the seals of both its devices.
fn signed_sample_file() -> String {
    let (state, have) = sample();
    let keys = [1, 2].map(|device| DeviceKey::from_seed(&[device; 32]));
    let chain = |node| Chain::over(&Held::of(&state), NodeId(node));
    let seals = keys.iter().zip(1..).filter_map(|(key, node)| Seal::make(key, &chain(node))).collect();
    export_signed(&state, &have, &Scope::All, (&sender(), NOW), Some(&Signer { key: &keys[0], seals }))
}

fn sample_file() -> String {
    let (state, have) = sample();
    export(&state, &have, &Scope::All, &sender(), NOW)
}

/// A state that holds just what a file says.
fn merged(bundle: Bundle) -> State {
    let mut state = State::default();
    let changes = bundle.into_changes(state.names_mut()).expect("room for names");
    changes.into_iter().for_each(|change| {
        state.apply(change);
    });
    state
}

fn read(file: &str) -> Bundle {
    parse(file.as_bytes(), NOW).expect("a good file")
}

/// The faults of a bad file, with the lines they stand in.
fn faults(file: &str) -> Vec<(usize, Fault)> {
    let problems = parse(file.as_bytes(), NOW).expect_err("a bad file");
    problems.into_iter().map(|problem| (problem.place.line, problem.fault)).collect()
}
