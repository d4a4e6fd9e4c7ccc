//! The records and changes of a scope, in the order they are written.

use super::Scope;
use super::cell::{CellName, has_shape, is_wrapping};
use super::{scope, value};
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, RecordId};
use crate::ledger::{Change, NodeId, Stamp, State, VersionVector};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The records of a scope.
pub(super) struct Part<'s> {
    pub(super) state: &'s State,
    /// What is left out.
    since: Option<&'s VersionVector>,
    /// What alone is taken.
    until: Option<&'s VersionVector>,
    /// In the order they are written.
    pub(super) records: Vec<Named<'s>>,
}

/// A record under the kind and id that files know it by. Orders by them.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::exchange) struct Named<'s> {
    pub(in crate::exchange) kind: &'s str,
    pub(in crate::exchange) id: Cow<'s, str>,
    pub(in crate::exchange) record: RecordId,
}

/// One cell and its changes.
pub(super) struct Line<'s> {
    pub(super) name: CellName<'s>,
    /// The changes before the latest, earliest first.
    pub(super) earlier: Vec<Change>,
    pub(super) latest: Change,
    /// Whether a reader of this version must be told to keep a value that does not fit its field.
    pub(super) kept: bool,
}

impl<'s> Part<'s> {
    pub(super) fn new(state: &'s State, scope: &'s Scope) -> Self {
        let chosen = scope::records(state, scope);
        let since = if let Scope::Since { since, .. } = scope { Some(since) } else { None };
        let ids = Kind::ALL.iter().flat_map(|&kind| state.records(kind).map(|(id, _)| id));
        let ids = ids.filter(|id| chosen.as_ref().is_none_or(|chosen| chosen.contains(id)));
        let mut records: Vec<Named<'s>> = ids.map(|id| named(state, id)).collect();
        records.arrange();
        Self { state, since, until: None, records }
    }

    /// Without the changes that `until` does not cover.
    pub(super) fn until(self, until: &'s VersionVector) -> Self {
        Self { until: Some(until), ..self }
    }

    /// Everybody whose stamp stands in the part.
    pub(super) fn nodes(&self) -> BTreeSet<NodeId> {
        let mut nodes = BTreeSet::new();
        for line in self.records.iter().flat_map(|named| self.lines(named.record)) {
            for change in line.earlier.iter().chain([&line.latest]) {
                nodes.insert(change.stamp.node);
                nodes.extend(change.over.iter().map(|stamp| stamp.node));
            }
        }
        nodes
    }

    /// The cells of a record that belong to the part, in order of name.
    pub(super) fn lines(&self, id: RecordId) -> Vec<Line<'s>> {
        let cells = self.state.record(id).map_or(&[][..], |record| record.cells());
        let known = |stamp: Stamp| self.since.is_some_and(|since| since.covers(stamp));
        let mut lines = Vec::with_capacity(if self.since.is_none() { cells.len() } else { 0 });
        for cell in cells {
            let nothing_new = known(cell.stamp) && !self.state.has_past(id, cell.key);
            if nothing_new || is_wrapping(id.kind, cell.key.field) {
                continue;
            }
            let mut changes = self.state.changes_of_cell(id, cell.key);
            let wanted = |stamp| !known(stamp) && self.until.is_none_or(|until| until.covers(stamp));
            changes.retain(|change| wanted(change.stamp));
            let Some(name) = CellName::of(id.kind, cell.key, self.state.names()) else { continue };
            let kept = !reads_back(id.kind, cell.key.field, name, &changes);
            let Some(latest) = changes.pop() else { continue };
            lines.push(Line { name, earlier: changes, latest, kept });
        }
        lines.arrange_by_key(|line| line.name);
        lines
    }
}

/// Whether a strict reader would find nothing wrong with the values of a cell.
fn reads_back(kind: Kind, field: Field, name: CellName<'_>, changes: &[Change]) -> bool {
    field.def(kind).is_none_or(|def| {
        has_shape(def, name.element) && changes.iter().all(|change| value::fits(kind, def.ty, &change.value))
    })
}

/// The kind and id that files know a record by.
pub(in crate::exchange) fn named(state: &State, record: RecordId) -> Named<'_> {
    if record.kind == Kind::Foreign {
        let text = |field: Field| state.record(record).and_then(|r| r.get(field).as_text());
        if let (Some(kind), Some(id)) = (text(Field::FOREIGN_KIND), text(Field::FOREIGN_ID)) {
            return Named { kind, id: id.into(), record };
        }
    }
    Named { kind: record.kind.word(), id: record.to_string().into(), record }
}
