//! What a device remembers of the place.

use super::head::{FileEntry, Head};
use super::spans::Span;
use crate::domain::RecordId;
use crate::ledger::NodeId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a device remembers of the place from one round to the next. Only what [`Memory::write`] writes need
/// outlive the page; the rest is read anew.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    /// The heads last read, with the tags they had.
    pub(super) heads: BTreeMap<NodeId, (String, Head)>,
    /// Files that are whole and no files between offices: not asked for again.
    pub(super) unreadable: BTreeSet<(NodeId, u32)>,
    /// Files that hold less than their heads say: merged, not asked for again, and not counted on.
    pub(super) overstated: BTreeSet<(NodeId, u32)>,
    /// Files that were merged while something before them was missing: what to claim, once that has come.
    pub(super) waiting: BTreeMap<(NodeId, u32), Span>,
    /// This device's own head as it stands in the place, once it was looked at.
    pub(super) own: Option<Head>,
    /// The tag that own head had when it was looked at; none since it was written.
    pub(super) own_tag: Option<String>,
    /// Since when the place has lacked changes of other devices.
    pub(super) lacking: Option<u64>,
    /// Lasting: the CRC-32 of the own heads written last. Another one in the place was written by a copy of
    /// this browser's profile.
    pub(super) written: Vec<u32>,
    /// Lasting: the number given last. None is given twice: others know files by them.
    pub(super) last_number: u32,
    /// Lasting: files with some records that were read.
    pub(super) loose: BTreeSet<(NodeId, u32)>,
    /// Lasting: records brought by hand with gaps before them, which only this device can hand on.
    pub(super) to_pass_on: BTreeSet<RecordId>,
    /// Lasting: whether some of those are not in the place yet.
    pub(super) passes_on_anew: bool,
    /// Lasting: the contents of attachments that the place has, put there by this device or read there.
    pub(super) offered: BTreeSet<String>,
    /// When contents that were not there are asked for again, in milliseconds.
    pub(super) asked: BTreeMap<String, u64>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Lasting {
    written: Vec<u32>,
    last_number: u32,
    loose: Vec<(String, u32)>,
    to_pass_on: Vec<String>,
    passes_on_anew: bool,
    offered: BTreeSet<String>,
}

impl Memory {
    /// What has to outlive the page, as JSON.
    pub fn write(&self) -> String {
        let lasting = Lasting {
            written: self.written.clone(),
            last_number: self.last_number,
            loose: self.loose.iter().map(|(node, number)| (node.to_string(), *number)).collect(),
            to_pass_on: self.to_pass_on.iter().map(|id| id.to_string()).collect(),
            passes_on_anew: self.passes_on_anew,
            offered: self.offered.clone(),
        };
        // Plain structs of text and numbers always have a written form.
        serde_json::to_string(&lasting).unwrap_or_default()
    }

    /// Reads that; what is damaged is forgotten, which costs reading some files again.
    pub fn read(text: &str) -> Self {
        let lasting: Lasting = serde_json::from_str(text).unwrap_or_default();
        let loose = lasting.loose.iter().filter_map(|(node, number)| Some((node.parse().ok()?, *number)));
        Self {
            written: lasting.written,
            last_number: lasting.last_number,
            loose: loose.collect(),
            to_pass_on: lasting.to_pass_on.iter().filter_map(|id| id.parse().ok()).collect(),
            passes_on_anew: lasting.passes_on_anew,
            offered: lasting.offered,
            ..Self::default()
        }
    }

    /// Takes note of records that came by hand with gaps before them: no vector tells the place that it
    /// lacks them.
    pub fn pass_on(&mut self, records: impl IntoIterator<Item = RecordId>) {
        for record in records {
            self.to_pass_on.insert(record);
            self.passes_on_anew = true;
        }
    }

    /// Forgets what this device wrote, because it goes by another id now. Everything is written again under
    /// that one.
    pub(super) fn forget_own(&mut self) {
        self.own = None;
        self.own_tag = None;
        self.written.clear();
        self.last_number = 0;
        self.offered.clear();
        self.passes_on_anew = !self.to_pass_on.is_empty();
    }

    /// Whether what a head says of a file counts.
    pub(super) fn counts_on(&self, node: NodeId, file: &FileEntry) -> bool {
        let key = (node, file.number);
        !self.unreadable.contains(&key) && !self.overstated.contains(&key)
    }

    /// The heads of the other devices, as last read.
    pub fn heads(&self) -> impl Iterator<Item = &Head> {
        self.heads.values().map(|(_, head)| head)
    }
}
