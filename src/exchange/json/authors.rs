//! Short names for nodes inside one file, so that a stamp is short and can be read:
//! `2026-09-30T08:15:02.123Z#3 a1`.

use super::moment::{read_moment, write_moment};
use super::{Expected, Fault};
use crate::domain::{Kind, RecordId};
use crate::ledger::{NodeId, Stamp};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The record that says who wrote the changes of a node.
pub(super) const fn author_record(node: NodeId) -> RecordId {
    RecordId::new(Kind::Author, node.0)
}

/// The short names a writer gives: `a1`, `a2`, … in order of node.
pub(super) struct Authors(Vec<NodeId>);

impl Authors {
    pub(super) fn new(nodes: BTreeSet<NodeId>) -> Self {
        Self(nodes.into_iter().collect())
    }

    pub(super) fn nodes(&self) -> &[NodeId] {
        &self.0
    }

    /// Writes a stamp. The node is one of those given to [`Authors::new`].
    pub(super) fn write(&self, out: &mut String, stamp: Stamp) {
        write_moment(out, stamp.millis());
        if stamp.counter() != 0 {
            let _ = write!(out, "#{}", stamp.counter());
        }
        let at = self.0.binary_search(&stamp.node).unwrap_or_else(|at| at);
        let _ = write!(out, " a{}", at + 1);
    }
}

/// The short names a reader found.
#[derive(Default)]
pub(super) struct Labels<'a>(FxHashMap<Cow<'a, str>, NodeId>);

/// Why a text is no stamp of this file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum BadStamp {
    Form,
    UnknownAuthor,
}

impl From<BadStamp> for Fault {
    fn from(bad: BadStamp) -> Self {
        match bad {
            BadStamp::Form => Fault::Wrong(Expected::Stamp),
            BadStamp::UnknownAuthor => Fault::UnknownAuthor,
        }
    }
}

impl<'a> Labels<'a> {
    pub(super) fn insert(&mut self, label: Cow<'a, str>, node: NodeId) {
        self.0.insert(label, node);
    }

    pub(super) fn read(&self, text: &str) -> Result<Stamp, BadStamp> {
        let (time, label) = text.split_once(' ').ok_or(BadStamp::Form)?;
        let (moment, counter) = time.split_once('#').unwrap_or((time, "0"));
        let millis = read_moment(moment).ok_or(BadStamp::Form)?;
        if counter.is_empty() || !counter.bytes().all(|b| b.is_ascii_digit()) {
            return Err(BadStamp::Form);
        }
        let counter = counter.parse().map_err(|_| BadStamp::Form)?;
        let node = self.0.get(label).ok_or(BadStamp::UnknownAuthor)?;
        Ok(Stamp::new(millis, counter, *node))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_read_back() {
        let nodes = [NodeId(9), NodeId(4)];
        let authors = Authors::new(nodes.into());
        let mut labels = Labels::default();
        for (i, &node) in authors.nodes().iter().enumerate() {
            labels.insert(format!("a{}", i + 1).into(), node);
        }
        for stamp in [Stamp::new(1_790_756_102_123, 0, NodeId(9)), Stamp::new(5, 65_535, NodeId(4))] {
            let mut out = String::new();
            authors.write(&mut out, stamp);
            assert_eq!(labels.read(&out), Ok(stamp), "{out}");
        }
        let mut out = String::new();
        authors.write(&mut out, Stamp::new(1_790_756_102_123, 3, NodeId(4)));
        assert_eq!(out, "2026-09-30T08:15:02.123Z#3 a1");
        assert_eq!(labels.read("2026-09-30T08:15:02.123Z a7"), Err(BadStamp::UnknownAuthor));
        for bad in [
            "",
            "2026-09-30T08:15:02.123Z",
            "2026-09-30T08:15:02.123Z# a1",
            "2026-09-30T08:15:02.123Z#65536 a1",
        ] {
            assert_eq!(labels.read(bad), Err(BadStamp::Form), "{bad}");
        }
    }
}
