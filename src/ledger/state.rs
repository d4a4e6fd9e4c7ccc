//! The folded state: what a set of changes amounts to.

use super::per_kind::PerKind;
use super::{CellKey, Change, Names, Stamp};
use crate::domain::{Field, Kind, RecordId, Value};
use indexmap::IndexMap;
use indexmap::map::Entry as Place;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::collections::BTreeSet;

/// One cell as shown: the value of its latest change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Which cell.
    pub key: CellKey,
    /// The latest value.
    pub value: Value,
    /// The change that gave it.
    pub stamp: Stamp,
}

/// One record as shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    cells: Vec<Cell>,
}

impl Record {
    /// The value of a cell; [`Value::Empty`] where it was never given.
    pub fn get(&self, key: impl Into<CellKey>) -> &Value {
        self.cell(key).map_or(&Value::Empty, |cell| &cell.value)
    }

    /// The cell itself, if it was ever given a value.
    pub fn cell(&self, key: impl Into<CellKey>) -> Option<&Cell> {
        let key = key.into();
        self.cells.binary_search_by_key(&key, |cell| cell.key).ok().map(|at| &self.cells[at])
    }

    /// All cells ever given a value, in order of key.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The cells of one family, in order of element.
    pub fn family(&self, field: impl Into<Field>) -> &[Cell] {
        let field = field.into();
        let from = self.cells.partition_point(|cell| cell.key.field < field);
        let to = self.cells.partition_point(|cell| cell.key.field <= field);
        &self.cells[from..to]
    }

    /// Whether the record is deleted.
    pub fn is_deleted(&self) -> bool {
        self.mark(Field::DELETED).is_true()
    }

    /// The record that stands for this one after a merge of duplicates.
    pub fn merged_into(&self) -> Option<RecordId> {
        self.mark(Field::MERGED_INTO).as_ref_id()
    }

    /// What [`Self::get`] says of the two fields with the smallest numbers, which are asked of every record all the
    /// time: their cells are the first, if they are there at all.
    fn mark(&self, field: Field) -> &Value {
        let key = CellKey::one(field);
        let cell = self.cells.iter().take_while(|cell| cell.key <= key).find(|cell| cell.key == key);
        cell.map_or(&Value::Empty, |cell| &cell.value)
    }

    /// Whether the record is shown: neither deleted nor merged into another.
    pub fn is_live(&self) -> bool {
        !self.is_deleted() && self.merged_into().is_none()
    }
}

/// One change of a cell that has more than one, or that covers a change not held.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    stamp: Stamp,
    value: Value,
    over: Box<[Stamp]>,
}

/// The changes of a cell whose single cell does not say it all.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Past {
    /// Every change, earliest first.
    entries: Vec<Entry>,
    /// The stamps of those that no other covers, sorted. Kept, because finding them anew at every change
    /// would cost the square of a cell edited thousands of times.
    heads: Vec<Stamp>,
}

/// What [`State::apply`] did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// The change was held already.
    Known,
    /// The change was new but a later one shows.
    Hidden,
    /// The change was new and shows.
    Shown,
}

/// The fold of a set of changes.
///
/// Two states that hold the same changes are equal in every way that can be asked, whatever the order
/// in which they came.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// In the order in which they came, which is that of the memory they lie in: rules read all records of a kind one
    /// after the other, and most of their time is waiting for memory.
    kinds: PerKind<IndexMap<u64, Record, FxBuildHasher>>,
    /// Whether a record of the kind was ever merged into another: of most kinds none is, and nothing need be followed.
    merges: PerKind<bool>,
    /// The changes of each cell whose single cell does not say it all.
    past: FxHashMap<(RecordId, CellKey), Past>,
    conflicts: BTreeSet<(RecordId, CellKey)>,
    names: Names,
}

impl State {
    /// The words behind element and field numbers.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// The words behind element and field numbers, to add one.
    pub fn names_mut(&mut self) -> &mut Names {
        &mut self.names
    }

    /// One record, deleted or not.
    pub fn record(&self, id: RecordId) -> Option<&Record> {
        self.kinds[id.kind].get(&id.key)
    }

    /// The value of a cell; [`Value::Empty`] where record or cell do not exist.
    pub fn get(&self, id: RecordId, key: impl Into<CellKey>) -> &Value {
        self.record(id).map_or(&Value::Empty, |record| record.get(key))
    }

    /// All records of a kind, deleted ones too, in no particular order.
    pub fn records(&self, kind: Kind) -> impl Iterator<Item = (RecordId, &Record)> {
        self.kinds[kind].iter().map(move |(&key, record)| (RecordId::new(kind, key), record))
    }

    /// The records of a kind that are shown, in no particular order.
    pub fn live(&self, kind: Kind) -> impl Iterator<Item = (RecordId, &Record)> {
        self.records(kind).filter(|(_, record)| record.is_live())
    }

    /// How many records of a kind there are, deleted ones too.
    pub fn count(&self, kind: Kind) -> usize {
        self.kinds[kind].len()
    }

    /// Makes room for records to come.
    pub fn reserve(&mut self, kind: Kind, records: usize) {
        self.kinds[kind].reserve(records);
    }

    /// The record that stands for `id`: itself, or the one it was merged into. Where two offices merged a
    /// pair in opposite directions, the smallest id of the ring.
    ///
    /// A chain is followed for [`Self::LONGEST_CHAIN`] merges: only a file that was made to do harm has a
    /// longer one.
    pub fn resolve(&self, id: RecordId) -> RecordId {
        if !self.merges[id.kind] {
            return id;
        }
        let mut at = id;
        let mut seen = Vec::new();
        while let Some(next) = self.record(at).and_then(Record::merged_into) {
            if let Some(start) = seen.iter().position(|&s| s == at) {
                return seen[start..].iter().copied().min().unwrap_or(at);
            }
            if seen.len() == Self::LONGEST_CHAIN {
                return at;
            }
            seen.push(at);
            at = next;
        }
        at
    }

    /// How many merges of duplicates are followed one after the other.
    pub const LONGEST_CHAIN: usize = 64;

    /// Adds one change to the set. The result does not depend on the order of such calls.
    ///
    /// Covered stamps that are not earlier than the change itself are dropped: no honest clock makes
    /// them, and without them the latest change is always a head.
    pub fn apply(&mut self, change: Change) -> Applied {
        let Change { record: id, cell: key, value, stamp, over } = change;
        let over = earlier_only(over, stamp);
        self.merges[id.kind] |= key.field == Field::MERGED_INTO;
        let record = self.kinds[id.kind].entry(id.key).or_default();
        let at = match record.cells.binary_search_by_key(&key, |cell| cell.key) {
            Err(at) => {
                if !over.is_empty() {
                    self.past.insert((id, key), Past::of(Entry { stamp, value: value.clone(), over }));
                }
                record.cells.insert(at, Cell { key, value, stamp });
                return Applied::Shown;
            }
            Ok(at) => at,
        };
        let cell = &mut record.cells[at];
        if cell.stamp == stamp && cell.value == value && over.is_empty() {
            // The usual case of reading a file twice; nothing can be learned from it.
            return Applied::Known;
        }
        let past = self.past.entry((id, key)).or_insert_with(|| {
            Past::of(Entry { stamp: cell.stamp, value: cell.value.clone(), over: Box::default() })
        });
        let known = !past.take(Entry { stamp, value, over });
        if let [only] = &past.entries[..]
            && only.over.is_empty()
        {
            cell.value = only.value.clone();
            self.past.remove(&(id, key));
            return if known { Applied::Known } else { Applied::Shown };
        }
        if let Some(latest) = past.entries.last() {
            cell.value = latest.value.clone();
            cell.stamp = latest.stamp;
        }
        if past.heads().any(|head| head.value != cell.value) {
            self.conflicts.insert((id, key));
        } else {
            self.conflicts.remove(&(id, key));
        }
        match () {
            () if known => Applied::Known,
            () if cell.stamp == stamp => Applied::Shown,
            () => Applied::Hidden,
        }
    }

    /// Adds changes of one record that cover nothing, one a cell: the same as [`State::apply`] for each,
    /// but at once where the record is new. For reading what is stored.
    ///
    /// `cells` must be in order of key, each key once.
    pub fn take_record(&mut self, id: RecordId, cells: Vec<Cell>) {
        debug_assert!(cells.is_sorted_by(|a, b| a.key < b.key));
        match self.kinds[id.kind].entry(id.key) {
            Place::Vacant(place) => {
                self.merges[id.kind] |= cells.iter().any(|cell| cell.key.field == Field::MERGED_INTO);
                place.insert(Record { cells });
            }
            Place::Occupied(_) => {
                for Cell { key, value, stamp } in cells {
                    self.apply(Change { record: id, cell: key, value, stamp, over: Box::default() });
                }
            }
        }
    }

    /// The stamps a new change of this cell covers: its present heads, sorted.
    pub fn heads(&self, id: RecordId, key: CellKey) -> Box<[Stamp]> {
        match self.past.get(&(id, key)) {
            Some(past) => past.heads.iter().copied().collect(),
            None => self.record(id).and_then(|r| r.cell(key)).map(|cell| cell.stamp).into_iter().collect(),
        }
    }

    /// Every change of one cell, earliest first.
    pub fn changes_of_cell(&self, id: RecordId, key: CellKey) -> Vec<Change> {
        let change = |value: &Value, stamp, over: &[Stamp]| Change {
            record: id,
            cell: key,
            value: value.clone(),
            stamp,
            over: over.into(),
        };
        match self.past.get(&(id, key)) {
            Some(past) => past.entries.iter().map(|e| change(&e.value, e.stamp, &e.over)).collect(),
            None => self
                .record(id)
                .and_then(|record| record.cell(key))
                .map(|cell| change(&cell.value, cell.stamp, &[]))
                .into_iter()
                .collect(),
        }
    }

    /// Every change of one record, by cell, each earliest first.
    pub fn changes_of(&self, id: RecordId) -> Vec<Change> {
        let cells = self.record(id).map_or(&[][..], Record::cells);
        cells.iter().flat_map(|cell| self.changes_of_cell(id, cell.key)).collect()
    }

    /// Whether more than one change of this cell is held.
    pub fn has_past(&self, id: RecordId, key: CellKey) -> bool {
        self.past.get(&(id, key)).is_some_and(|past| past.entries.len() > 1)
    }

    /// Whether the one cell shown does not say all that is held of it.
    pub(super) fn has_changes_besides(&self, id: RecordId, key: CellKey) -> bool {
        self.past.contains_key(&(id, key))
    }

    /// The stamp of the first change of a cell.
    pub(super) fn first_stamp(&self, id: RecordId, cell: &Cell) -> Option<Stamp> {
        match self.past.get(&(id, cell.key)) {
            Some(past) => past.entries.first().map(|entry| entry.stamp),
            None => Some(cell.stamp),
        }
    }

    /// Whether a command changed any cell of a record.
    pub fn has_changed_in(&self, id: RecordId, stamp: Stamp) -> bool {
        let cells = self.record(id).map_or(&[][..], Record::cells);
        cells.iter().any(|cell| {
            let past = self.past.get(&(id, cell.key));
            cell.stamp == stamp
                || past.is_some_and(|past| past.entries.binary_search_by_key(&stamp, |e| e.stamp).is_ok())
        })
    }

    /// The cells whose heads disagree, in order.
    pub fn conflict_cells(&self) -> impl Iterator<Item = (RecordId, CellKey)> + '_ {
        self.conflicts.iter().copied()
    }

    /// Whether the heads of a cell disagree.
    pub fn is_conflicting(&self, id: RecordId, key: CellKey) -> bool {
        self.conflicts.contains(&(id, key))
    }
}

impl Past {
    fn of(entry: Entry) -> Self {
        Self { heads: vec![entry.stamp], entries: vec![entry] }
    }

    /// Takes a change, or a second account of one; says whether that taught anything new.
    fn take(&mut self, entry: Entry) -> bool {
        match self.entries.binary_search_by_key(&entry.stamp, |entry| entry.stamp) {
            Err(place) => {
                // A change covers only earlier ones, so only a later one can cover it.
                let later = &self.entries[place..];
                let is_covered = later.iter().any(|other| other.over.binary_search(&entry.stamp).is_ok());
                self.cover(&entry.over);
                if !is_covered && let Err(at) = self.heads.binary_search(&entry.stamp) {
                    self.heads.insert(at, entry.stamp);
                }
                self.entries.insert(place, entry);
                true
            }
            Ok(place) => {
                self.cover(&entry.over);
                self.entries[place].absorb(entry.value, entry.over)
            }
        }
    }

    fn cover(&mut self, over: &[Stamp]) {
        for stamp in over {
            if let Ok(at) = self.heads.binary_search(stamp) {
                self.heads.remove(at);
            }
        }
    }

    /// The changes that no other covers; the latest is always one of them.
    fn heads(&self) -> impl Iterator<Item = &Entry> {
        self.heads.iter().filter_map(|head| {
            let at = self.entries.binary_search_by_key(head, |entry| entry.stamp).ok()?;
            self.entries.get(at)
        })
    }
}

impl Entry {
    /// Joins a second account of the same change; says whether that taught anything new.
    fn absorb(&mut self, value: Value, over: Box<[Stamp]>) -> bool {
        let mut changed = false;
        if value > self.value {
            self.value = value;
            changed = true;
        }
        if over.iter().any(|stamp| self.over.binary_search(stamp).is_err()) {
            let joined: BTreeSet<Stamp> = self.over.iter().chain(&over).copied().collect();
            self.over = joined.into_iter().collect();
            changed = true;
        }
        changed
    }
}

fn earlier_only(over: Box<[Stamp]>, stamp: Stamp) -> Box<[Stamp]> {
    if over.iter().all(|s| *s < stamp) && over.is_sorted_by(|a, b| a < b) {
        return over;
    }
    let kept: BTreeSet<Stamp> = over.iter().copied().filter(|s| *s < stamp).collect();
    kept.into_iter().collect()
}
