//! What is stored comes back.

mod crash;
mod damage;
mod lockless;
mod sealed;

use super::faulty::FaultyStorage;
use super::journal::latest;
use super::*;
use crate::domain::field::ProjectField as P;
use crate::domain::{Date, Kind, RecordId, Value};
use crate::ledger::{CellKey, Change, Clock, Edit, Names, NodeId, Stamp, State, VersionVector};
use crate::store::WriteError;
use crate::store::generate::{Size, generate};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

const REAL: Workspace = Workspace::Real;

/// Every change a state holds, in a fixed order.
fn everything(state: &State) -> Vec<Change> {
    let ids = Kind::ALL.iter().flat_map(|&kind| state.records(kind).map(|(id, _)| id));
    let mut ids: Vec<RecordId> = ids.collect();
    ids.sort_unstable();
    ids.into_iter().flat_map(|id| state.changes_of(id)).collect()
}

/// Asserts that two states hold the same changes, without printing them all.
#[track_caller]
fn same(a: &State, b: &State, when: &str) {
    let (a, b) = (everything(a), everything(b));
    let differing = a.iter().zip(&b).find(|(a, b)| a != b);
    assert!(a == b, "{when}: {} and {} changes, first difference {differing:?}", a.len(), b.len());
}

fn open(storage: &(impl Storage + Clone + 'static), tab: u64) -> Loaded {
    load(Rc::new(storage.clone()), REAL, TabId::new(tab)).expect("a readable storage")
}

/// A tab at work: what it holds in memory and the journal it writes to.
struct Tab {
    state: State,
    clock: Clock,
    journal: StoredJournal,
}

impl Tab {
    fn open(storage: &(impl Storage + Clone + 'static), tab: u64) -> Self {
        let loaded = open(storage, tab);
        assert_eq!(loaded.problems, []);
        Self { state: loaded.state, clock: Clock::in_slot(NodeId(1), tab as u16), journal: loaded.journal }
    }

    /// One command: sets the remark of a project. In memory only if it was stored.
    fn set(&mut self, wall: u64, key: u64, text: &str) -> Result<(), WriteError> {
        let stamp = self.clock.tick(wall);
        let edit = Edit::new(RecordId::new(Kind::Project, key), P::Remark, Value::text(text));
        let changes = self.state.changes_for(vec![edit], stamp);
        self.journal.append(&changes, &VersionVector::from_iter([stamp]), self.state.names())?;
        for change in changes {
            self.state.apply(change);
        }
        Ok(())
    }

    fn compact(&mut self) -> Result<bool, WriteError> {
        let Some(mut compaction) = self.journal.compaction() else { return Ok(false) };
        while compaction.step(&mut self.journal)? == Progress::More {}
        Ok(true)
    }

    fn catch_up(&mut self) {
        assert_eq!(self.journal.read_new(&mut self.state), Ok(Vec::new()));
    }
}

/// A few edits of few projects, so that cells have histories.
fn edit(tab: &mut Tab, count: u64) -> Result<(), WriteError> {
    (0..count).try_for_each(|n| tab.set(1_000 + n, n % 5, &format!("第{n}次")))
}

fn small_county() -> Vec<Change> {
    let today = Date::parse_iso("2026-09-30").expect("a day");
    generate(Size { projects: 60, follow_ups_each: 5 }, 3, today)
}

/// As large as three parts.
fn large_county() -> Vec<Change> {
    let today = Date::parse_iso("2026-09-30").expect("a day");
    generate(Size { projects: 1_200, follow_ups_each: 5 }, 3, today)
}

fn fold(changes: &[Change]) -> State {
    let mut state = State::default();
    changes.iter().for_each(|change| {
        state.apply(change.clone());
    });
    state
}

#[test]
fn what_was_appended_comes_back() {
    let storage = MemoryStorage::default();
    let mut tab = Tab::open(&storage, 1);
    edit(&mut tab, 10).expect("written");
    let county = large_county();
    let have = VersionVector::from_iter([Stamp::new(9, 0, NodeId(9))]);
    tab.journal.append(&county, &have, &Names::default()).expect("written");
    let loaded = open(&storage, 2);
    assert_eq!(loaded.problems, []);
    let mut expected = tab.state.clone();
    county.into_iter().for_each(|change| {
        expected.apply(change);
    });
    same(&loaded.state, &expected, "");
    assert!(
        loaded.have.covers(Stamp::new(9, 0, NodeId(9)))
            && loaded.have.covers(Stamp::new(1_009, 1, NodeId(1)))
    );
    let segments = storage.keys().expect("keys").len();
    assert!(segments > 12, "the county takes several parts: {segments}");
}

#[test]
fn workspaces_are_apart_and_wiped_apart() {
    let storage = MemoryStorage::default();
    edit(&mut Tab::open(&storage, 1), 3).expect("written");
    storage.set("somebody.else", "value").expect("written");
    let sample = || load(Rc::new(storage.clone()), Workspace::Sample, TabId::new(5)).expect("readable");
    let mut loaded = sample();
    assert_eq!(everything(&loaded.state), []);
    loaded.journal.append(&small_county(), &VersionVector::default(), &Names::default()).expect("written");
    wipe(&storage, REAL).expect("removed");
    assert_eq!(everything(&open(&storage, 2).state), []);
    same(&sample().state, &fold(&small_county()), "");
    assert_eq!(storage.get("somebody.else"), Ok(Some("value".to_owned())));
}

#[test]
fn compaction_keeps_everything_and_few_values() {
    let storage = FaultyStorage::default();
    let mut tab = Tab::open(&storage, 1);
    for n in 0..500 {
        tab.set(1_000 + n, n % 50, &format!("第{n}次联系,对方表示{n}日再谈")).expect("written");
        while tab.compact().expect("compacted") {}
    }
    let values = storage.keys().expect("keys").len();
    assert!(values < 31 + 4 * 3, "{values} values");
    let written = storage.units_written();
    println!("500 edits: {written} units written, {} kept in {values} values", storage.units());
    assert!(written < 250_000, "{written} units written for 500 edits");
    let loaded = open(&storage, 2);
    same(&loaded.state, &tab.state, "");
    assert!(loaded.have.covers(Stamp { time: tab.clock.clone().tick(0).time - 64, node: NodeId(1) }));
}

#[test]
fn tabs_see_each_other_through_appends_and_compactions() {
    let storage = MemoryStorage::default();
    let (mut a, mut b) = (Tab::open(&storage, 1), Tab::open(&storage, 2));
    edit(&mut a, 20).expect("written");
    b.catch_up();
    same(&a.state, &b.state, "");
    b.set(9_000, 1, "乙").expect("written");
    edit(&mut a, 20).expect("written");
    a.catch_up();
    assert!(a.compact().expect("compacted"));
    // b has not seen all that was compacted; a third tab begins with the chunk.
    b.catch_up();
    same(&a.state, &b.state, "");
    let c = Tab::open(&storage, 3);
    same(&a.state, &c.state, "");
    // b can go on as if nothing had happened.
    b.set(9_500, 2, "丙").expect("written");
    assert!(!b.compact().expect("nothing to do"));
    a.catch_up();
    same(&a.state, &b.state, "");
}

#[test]
fn one_history_over_several_values_is_one_history() {
    let storage = MemoryStorage::default();
    let mut tab = Tab::open(&storage, 1);
    for n in 0..200 {
        tab.set(1_000 + n, 0, &format!("{n}")).expect("written");
        tab.compact().expect("compacted");
    }
    let loaded = open(&storage, 2);
    let cell = CellKey::one(P::Remark);
    let changes = loaded.state.changes_of_cell(RecordId::new(Kind::Project, 0), cell);
    assert_eq!(changes.len(), 200);
    assert_eq!(changes, tab.state.changes_of_cell(RecordId::new(Kind::Project, 0), cell));
    assert_eq!(loaded.state.conflicts(), []);
    assert_eq!(latest(&changes.iter().collect::<Vec<_>>()), changes[199].stamp);
}
