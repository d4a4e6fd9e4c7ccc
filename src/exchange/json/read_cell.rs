//! Reads one cell of a record: its value, its stamp, and its earlier values.

use super::cell::{Cell, CellName, NoCell};
use super::records::{About, Records};
use super::{Expected, Fault, Limit, MAX_HISTORY, raw, value};
use crate::domain::Value;
use crate::domain::sort::Arrange;
use crate::ledger::{Change, Stamp};
use std::borrow::Cow;

/// A change as the file writes it; what it leaves out follows from the change before.
struct Written<'a> {
    value: &'a str,
    stamp: Option<&'a str>,
    over: Option<&'a str>,
}

/// The cell being read.
struct Reading<'n> {
    /// Its name as the file writes it.
    name: &'n str,
    cell: Cell,
    /// Whether the file says that a value which does not fit is to be kept.
    keep: bool,
    before: Option<Stamp>,
}

impl<'a> Records<'a> {
    /// Reads a cell with its history into changes.
    pub(super) fn cell(&mut self, name: Cow<'a, str>, text: &'a str, about: &mut About<'a>) {
        let keep = about.kept.remove(&name).is_some();
        let stamp = about.stamps.remove(&name);
        let over = about.over.remove(&name);
        let history = about.history.remove(&name);
        let Some(id) = self.at.record else { return };
        let cell = match self.cells.find(id.kind, name.clone()) {
            Ok(cell) => cell,
            Err(no_cell) => return self.fault(text, &name, no_cell.into()),
        };
        if !cell.shaped && self.strict && !keep {
            return self.fault(text, &name, Fault::Wrong(Expected::CellName));
        }
        let mut reading = Reading { name: &name, cell, keep, before: None };
        for earlier in history.map(|text| self.earlier(text, &name)).unwrap_or_default() {
            let stamp = earlier.stamp.and_then(|text| self.stamp(text, &name));
            self.change(&mut reading, earlier, stamp);
        }
        let latest = Written { value: text, stamp, over };
        let stamp = latest.stamp.map_or(self.at.base, |text| self.stamp(text, &name));
        self.change(&mut reading, latest, stamp);
    }

    /// The earlier changes of a cell.
    fn earlier(&mut self, text: &'a str, name: &str) -> Vec<Written<'a>> {
        let Some(items) = raw::items(text) else {
            self.fault(text, name, Fault::Wrong(Expected::List));
            return Vec::new();
        };
        if items.len() > MAX_HISTORY {
            self.fault(text, name, Fault::TooMuch(Limit::History));
            return Vec::new();
        }
        let mut found = Vec::with_capacity(items.len());
        for item in items {
            let (mut value, mut stamp, mut over) = (None, None, None);
            for (key, text) in self.members(item, name) {
                match &*key {
                    "value" => value = Some(text),
                    "stamp" => stamp = Some(text),
                    "over" => over = Some(text),
                    _ => self.kept.keys += 1,
                }
            }
            match (value, stamp) {
                (Some(value), Some(_)) => found.push(Written { value, stamp, over }),
                (None, _) => self.fault(item, name, Fault::Missing("value")),
                (_, None) => self.fault(item, name, Fault::Missing("stamp")),
            }
        }
        found
    }

    /// Adds one change. Without a stamp a problem was added already.
    fn change(&mut self, reading: &mut Reading<'_>, written: Written<'a>, stamp: Option<Stamp>) {
        let (Some(record), Some(stamp)) = (self.at.record, stamp) else { return };
        let over: Box<[Stamp]> = match written.over {
            Some(text) => self.over(text, reading.name),
            None => reading.before.into_iter().collect(),
        };
        if reading.before.is_some_and(|before| before >= stamp) || over.iter().any(|&over| over >= stamp) {
            return self.fault(written.value, reading.name, Fault::OutOfOrder);
        }
        reading.before = Some(stamp);
        let Some(value) = self.value(written.value, reading) else { return };
        if let Some(name) = CellName::parse(reading.name) {
            let mut text = String::new();
            value::write(&mut text, &value);
            self.check.change((&self.at.kind, &self.at.id), name, &text, (stamp, &over));
        }
        let newest = self.newest.entry(stamp.node).or_default();
        *newest = stamp.time.max(*newest);
        self.changes.push(Change { record, cell: reading.cell.key, value, stamp, over });
    }

    /// The stamps a change replaces.
    fn over(&mut self, text: &'a str, name: &str) -> Box<[Stamp]> {
        let Some(items) = raw::items(text) else {
            self.fault(text, name, Fault::Wrong(Expected::List));
            return Box::default();
        };
        let mut over: Vec<Stamp> = items.into_iter().filter_map(|item| self.stamp(item, name)).collect();
        over.arrange();
        over.dedup();
        over.into()
    }

    /// A value; `None` after a problem was added.
    fn value(&mut self, text: &'a str, reading: &Reading<'_>) -> Option<Value> {
        let kind = self.at.record?.kind;
        if let Some(def) = reading.cell.def {
            if let Ok(value) = value::read(kind, def.ty, text) {
                return Some(value);
            }
            if self.strict && !reading.keep {
                self.fault(text, reading.name, Fault::Wrong(Expected::Value(def.ty)));
                return None;
            }
            self.kept.values += 1;
        }
        if text == "null" {
            return Some(Value::Empty);
        }
        match raw::compact(text) {
            Ok(text) => Some(Value::Unknown(text.into())),
            Err(_) => {
                self.fault(text, reading.name, Fault::Wrong(Expected::Readable));
                None
            }
        }
    }
}

impl From<NoCell> for Fault {
    fn from(no_cell: NoCell) -> Self {
        match no_cell {
            NoCell::BadName => Fault::Wrong(Expected::CellName),
            NoCell::TooManyUnknown => Fault::TooMuch(Limit::UnknownFields),
        }
    }
}
