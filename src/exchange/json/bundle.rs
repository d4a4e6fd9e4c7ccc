//! What a file says, once it is read and found whole.

use super::VERSION;
use crate::domain::{Field, Kind, RecordId, Value};
use crate::exchange::seal::{FileSignature, Seal};
use crate::ledger::{CellKey, Change, Names, NodeId, Stamp, VersionVector};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::ops::Range;

/// Whose file it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sender {
    /// The node that made the file.
    pub node: NodeId,
    /// The person's name.
    pub name: String,
    /// The person's unit.
    pub unit: String,
}

/// What part of the pipeline a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everything the sender has.
    All,
    /// One unit's projects and all that belongs to them.
    Unit(RecordId),
    /// Some projects and all that belongs to them.
    Selection(Vec<RecordId>),
    /// The changes that `since` does not cover.
    Since {
        /// The colleague it is for, who had `since` when he sent his last file; `None` if it is for whoever
        /// has it.
        colleague: Option<NodeId>,
        /// What is left out.
        since: VersionVector,
    },
}

/// The head of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The version of the format it was written in.
    pub version: u32,
    /// The sender's clock when he made it, in milliseconds.
    pub made: u64,
    /// Who made it.
    pub from: Sender,
    /// What part it holds; `None` for a part only a newer version knows of.
    pub scope: Option<Scope>,
    /// What the sender had without a gap.
    pub have: VersionVector,
    /// Name and unit of those whose stamps stand in it, as the sender knew them.
    pub authors: BTreeMap<NodeId, (String, String)>,
    /// The seals it carries, none of them checked yet.
    pub seals: Vec<Seal>,
    /// What the signature under it says.
    pub signature: FileSignature,
    /// So much of `have` as the file itself bears out.
    pub(super) borne_out: VersionVector,
}

impl Header {
    /// What merging the file lets an office that has `ours` claim to hold without a gap.
    ///
    /// A file with everything hands over all the sender had. One with only what was new does so for each
    /// author of whom we have what it left out. A file with some records says nothing of the others.
    pub fn grants(&self, ours: &VersionVector) -> VersionVector {
        match &self.scope {
            Some(Scope::All) => self.borne_out.clone(),
            Some(Scope::Since { since, .. }) => {
                let connects = |stamp: &Stamp| ours.covers(since.of(stamp.node));
                self.borne_out.iter().filter(connects).collect()
            }
            _ => VersionVector::default(),
        }
    }

    /// What the file leaves out.
    pub fn since(&self) -> VersionVector {
        match &self.scope {
            Some(Scope::Since { since, .. }) => since.clone(),
            _ => VersionVector::default(),
        }
    }

    /// So much of `have` as the file itself bears out.
    pub fn borne_out(&self) -> &VersionVector {
        &self.borne_out
    }

    /// Whether a newer version wrote it, so that some of it may be kept without being understood.
    pub fn is_newer(&self) -> bool {
        self.version > VERSION
    }

    /// Whether an older version wrote it, so that it was brought up to date while reading.
    pub fn is_older(&self) -> bool {
        self.version < VERSION
    }
}

/// What a file holds that this version does not understand and keeps as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Fields, with the number of cells of each.
    pub fields: BTreeMap<(Kind, String), usize>,
    /// Kinds of record, with the number of records of each.
    pub kinds: BTreeMap<String, usize>,
    /// Values of known fields.
    pub values: usize,
    /// Keys of the file or of a record that only a newer version knows. They carry no changes and are
    /// the one thing that is not kept.
    pub keys: usize,
}

impl Kept {
    /// Whether everything was understood.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A whole file, checked, not yet merged.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// From whom, when, and what part.
    pub header: Header,
    /// What is kept without being understood.
    pub kept: Kept,
    pub(super) changes: Vec<Change>,
    /// The words behind the numbers in the cells of `changes`.
    pub(super) names: Names,
    /// Where each record's changes stand, in order of id.
    pub(super) index: Vec<(RecordId, Range<usize>)>,
}

/// The file brings more unknown fields than one program can hold; only a hostile file does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyFields;

impl Bundle {
    /// The words behind the numbers in this bundle's cells, and in those of its preview.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// The records it speaks of, in order of id.
    pub fn records(&self) -> impl Iterator<Item = RecordId> + '_ {
        self.index.iter().map(|(id, _)| *id)
    }

    /// Every change of one record in the file, by cell, each earliest first.
    pub fn changes_of(&self, id: RecordId) -> &[Change] {
        match self.index.binary_search_by_key(&id, |(id, _)| *id) {
            Ok(at) => &self.changes[self.index[at].1.clone()],
            Err(_) => &[],
        }
    }

    /// The latest value the file gives a cell, to name a record that is not yet held.
    pub fn value(&self, id: RecordId, field: impl Into<Field>) -> &Value {
        let key = CellKey::one(field);
        let last = self.changes_of(id).iter().rev().find(|change| change.cell == key);
        last.map_or(&Value::Empty, |change| &change.value)
    }

    /// The numbers of its cells in `names`; without those that there is no room for.
    pub(in crate::exchange) fn numbers(&self, names: &mut Names) -> FxHashMap<CellKey, CellKey> {
        let mut met = FxHashMap::default();
        let mut refused = FxHashSet::default();
        for change in &self.changes {
            let cell = change.cell;
            if !met.contains_key(&cell) && !refused.contains(&cell) {
                match renumbered(cell, &self.names, names) {
                    Some(number) => _ = met.insert(cell, number),
                    None => _ = refused.insert(cell),
                }
            }
        }
        met
    }

    /// Hands over the changes, with cells numbered by `names`.
    ///
    /// # Errors
    /// If `names` has no room for the fields this version does not know.
    pub fn into_changes(mut self, names: &mut Names) -> Result<Vec<Change>, TooManyFields> {
        let mut cells = BTreeMap::new();
        for change in &mut self.changes {
            let old = change.cell;
            change.cell = match cells.get(&old) {
                Some(&new) => new,
                None => {
                    let new = renumbered(old, &self.names, names).ok_or(TooManyFields)?;
                    cells.insert(old, new);
                    new
                }
            };
        }
        Ok(self.changes)
    }
}

fn renumbered(key: CellKey, from: &Names, to: &mut Names) -> Option<CellKey> {
    let field = match key.field.is_unknown() {
        true => to.unknown_field(from.unknown_field_word(key.field))?,
        false => key.field,
    };
    Some(CellKey { field, element: to.element(from.element_word(key.element)) })
}
