//! Reads the records of a file into changes.

use super::authors::{BadStamp, Labels};
use super::cell::Cells;
use super::check::Check;
use super::problem::Problems;
use super::raw::{self, NotMembers};
use super::{Expected, Fault, Kept, Limit, MAX_CELLS, MAX_CHANGES, Place};
use crate::domain::id::Kind;
use crate::domain::{Field, RecordId, Value};
use crate::ledger::{CellKey, Change, NodeId, Stamp};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::ops::Range;

/// The records being read, and what was found in them.
pub(super) struct Records<'a> {
    /// Whether a value of the wrong type is a problem; in a newer file it is kept.
    pub(super) strict: bool,
    labels: Labels<'a>,
    pub(super) problems: Problems<'a>,
    pub(super) changes: Vec<Change>,
    pub(super) cells: Cells<'a>,
    /// Where each record's changes stand.
    pub(super) index: FxHashMap<RecordId, Range<usize>>,
    pub(super) kept: Kept,
    pub(super) check: Check,
    /// The latest time of each node's changes.
    pub(super) newest: FxHashMap<NodeId, u64>,
    pub(super) at: Here<'a>,
}

/// The record being read.
#[derive(Default)]
pub(super) struct Here<'a> {
    number: usize,
    /// The kind's word as the file writes it.
    pub(super) kind: Cow<'a, str>,
    /// The id as the file writes it.
    pub(super) id: Cow<'a, str>,
    /// The record.
    pub(super) record: Option<RecordId>,
    /// The stamp of every cell that has none of its own.
    pub(super) base: Option<Stamp>,
}

/// An object of the file by key.
pub(super) type Map<'a> = FxHashMap<Cow<'a, str>, &'a str>;

/// What a record says of its cells besides their values. Each entry is taken out when it is used; what
/// is left belongs to no cell.
#[derive(Default)]
pub(super) struct About<'a> {
    pub(super) stamps: Map<'a>,
    pub(super) over: Map<'a>,
    pub(super) history: Map<'a>,
    pub(super) kept: Map<'a>,
}

impl<'a> Records<'a> {
    pub(super) fn new(labels: Labels<'a>, problems: Problems<'a>, strict: bool) -> Self {
        Self {
            strict,
            labels,
            problems,
            changes: Vec::new(),
            cells: Cells::default(),
            index: FxHashMap::default(),
            kept: Kept::default(),
            check: Check::default(),
            newest: FxHashMap::default(),
            at: Here::default(),
        }
    }

    /// Reads all records.
    pub(super) fn read(&mut self, records: &[&'a str]) {
        for (number, text) in (1..).zip(records) {
            self.at = Here { number, ..Here::default() };
            self.record(text);
            if self.changes.len() > MAX_CHANGES {
                self.fault(text, "", Fault::TooMuch(Limit::Changes));
                return;
            }
        }
    }

    /// Adds a problem at `part`, a piece of the file, under `key`.
    pub(super) fn fault(&mut self, part: &str, key: &str, fault: Fault) {
        let place = Place {
            line: 0,
            record: Some(self.at.number),
            id: Some(self.at.id.to_string()).filter(|id| !id.is_empty()),
            key: Some(key.to_string()).filter(|key| !key.is_empty()),
        };
        self.problems.add(part, place, fault);
    }

    fn record(&mut self, text: &'a str) {
        let mut about = About::default();
        let mut fields = Vec::new();
        let mut stamp = None;
        for (key, value) in self.members(text, "") {
            match &*key {
                "kind" => self.at.kind = self.text(value, &key),
                "id" => self.at.id = self.text(value, &key),
                "stamp" => stamp = Some(value),
                "fields" => fields = self.members(value, &key),
                "stamps" => about.stamps = self.map(value, &key),
                "over" => about.over = self.map(value, &key),
                "history" => about.history = self.map(value, &key),
                "kept" => about.kept = self.map(value, &key),
                _ => self.kept.keys += 1,
            }
        }
        let Some(id) = self.identify(text) else { return };
        self.at.record = Some(id);
        match stamp {
            Some(text) => self.at.base = self.stamp(text, "stamp"),
            None => self.fault(text, "stamp", Fault::Missing("stamp")),
        }
        if fields.len() > MAX_CELLS {
            return self.fault(text, "fields", Fault::TooMuch(Limit::Cells));
        }
        let start = self.changes.len();
        for (name, value) in fields {
            self.cell(name, value, &mut about);
        }
        for (key, left) in
            [("stamps", about.stamps), ("over", about.over), ("history", about.history), ("kept", about.kept)]
        {
            for (name, text) in left {
                self.fault(text, &format!("{key}/{name}"), Fault::NoSuchCell);
            }
        }
        if self.changes.len() > start {
            self.wrap(id);
            self.index.insert(id, start..self.changes.len());
        }
    }

    /// The record's id in this program; `None` after a problem was added.
    fn identify(&mut self, text: &'a str) -> Option<RecordId> {
        let (kind, written) = (self.at.kind.as_ref(), self.at.id.as_ref());
        let word = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        let found = match Kind::from_word(kind) {
            Some(kind) => written.parse().ok().filter(|id: &RecordId| id.kind == kind),
            None => {
                let good = (1..=64).contains(&kind.len()) && kind.bytes().all(word);
                let good = good && (1..=256).contains(&written.len());
                good.then(|| RecordId::derived(Kind::Foreign, &[kind, written]))
            }
        };
        match found {
            None => self.fault(text, "id", Fault::Wrong(Expected::Id)),
            Some(id) if self.index.contains_key(&id) => self.fault(text, "id", Fault::RecordTwice),
            Some(_) => return found,
        }
        None
    }

    /// Notes the kind and id of a record of an unknown kind, so that it can be written again.
    fn wrap(&mut self, id: RecordId) {
        if id.kind != Kind::Foreign || Kind::from_word(&self.at.kind).is_some() {
            return;
        }
        *self.kept.kinds.entry(self.at.kind.to_string()).or_default() += 1;
        for (field, word) in [(Field::FOREIGN_KIND, &self.at.kind), (Field::FOREIGN_ID, &self.at.id)] {
            self.changes.push(Change {
                record: id,
                cell: CellKey::one(field),
                value: Value::text(word),
                stamp: Stamp::ZERO,
                over: Box::default(),
            });
        }
    }

    /// The members of an object; none after a problem was added.
    pub(super) fn members(&mut self, text: &'a str, key: &str) -> Vec<raw::Member<'a>> {
        match raw::members(text) {
            Ok(members) => return members,
            Err(NotMembers::NotObject) => self.fault(text, key, Fault::Wrong(Expected::Object)),
            Err(NotMembers::Twice(twice)) => self.fault(text, &twice, Fault::KeyTwice),
        }
        Vec::new()
    }

    fn map(&mut self, text: &'a str, key: &str) -> Map<'a> {
        self.members(text, key).into_iter().collect()
    }

    fn text(&mut self, text: &'a str, key: &str) -> Cow<'a, str> {
        raw::text(text).unwrap_or_else(|| {
            self.fault(text, key, Fault::Wrong(Expected::Text));
            Cow::default()
        })
    }

    /// A stamp; `None` after a problem was added.
    pub(super) fn stamp(&mut self, text: &'a str, key: &str) -> Option<Stamp> {
        match raw::text(text).ok_or(BadStamp::Form).and_then(|text| self.labels.read(&text)) {
            Ok(stamp) => Some(stamp),
            Err(bad) => {
                self.fault(text, key, bad.into());
                None
            }
        }
    }
}
