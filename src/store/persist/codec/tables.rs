//! The tables a set of changes refers to by index: nodes, words, ids and frequent texts.

use super::letters::Alphabet;
use crate::domain::sort::Arrange;
use crate::domain::{RecordId, Value};
use crate::ledger::{Change, NodeId, Stamp, VersionVector};
use crate::store::persist::wire::Writer;
use rustc_hash::FxHashMap;

/// The distinct node ids, in order.
pub(super) struct Nodes(Vec<NodeId>);

impl Nodes {
    pub(super) fn collect(changes: &[&Change], have: &VersionVector) -> Self {
        let stamps = changes.iter().flat_map(|c| c.over.iter().copied().chain([c.stamp])).chain(have.iter());
        let mut nodes: Vec<NodeId> = Vec::new();
        let mut last = None;
        for stamp in stamps {
            // Neighbours mostly share their node: look further only when they do not.
            if last != Some(stamp.node) {
                last = Some(stamp.node);
                if let Err(at) = nodes.binary_search(&stamp.node) {
                    nodes.insert(at, stamp.node);
                }
            }
        }
        Self(nodes)
    }

    /// The index of the stamp's node, which is one of those collected.
    pub(super) fn index(&self, stamp: Stamp) -> usize {
        self.0.binary_search(&stamp.node).unwrap_or_default()
    }

    pub(super) fn write(&self, w: &mut Writer) {
        w.len(self.0.len());
        self.0.iter().for_each(|node| w.fixed(node.0));
    }
}

/// Words in the order of their first use.
#[derive(Default)]
pub(super) struct Words<'a> {
    words: Vec<&'a str>,
    numbers: FxHashMap<&'a str, usize>,
}

impl<'a> Words<'a> {
    /// The index of a word, new or not.
    pub(super) fn index(&mut self, word: &'a str) -> usize {
        *self.numbers.entry(word).or_insert_with(|| {
            self.words.push(word);
            self.words.len() - 1
        })
    }

    pub(super) fn write(&self, w: &mut Writer) {
        w.len(self.words.len());
        self.words.iter().for_each(|word| w.text(word));
    }
}

/// Ids by index: the records of all groups in their order, then those only referred to.
#[derive(Default)]
pub(super) struct Ids {
    numbers: FxHashMap<RecordId, usize>,
    others: Vec<RecordId>,
}

impl Ids {
    pub(super) fn collect(records: impl Iterator<Item = RecordId>, changes: &[&Change]) -> Self {
        let mut ids = Self { numbers: records.zip(0..).collect(), others: Vec::new() };
        for change in changes {
            if let Value::Ref(id) = change.value {
                let next = ids.numbers.len();
                ids.numbers.entry(id).or_insert_with(|| {
                    ids.others.push(id);
                    next
                });
            }
        }
        ids
    }

    /// The index of an id that is one of those collected.
    pub(super) fn index(&self, id: RecordId) -> usize {
        self.numbers.get(&id).copied().unwrap_or_default()
    }

    /// The ids only referred to.
    pub(super) fn others(&self) -> &[RecordId] {
        &self.others
    }
}

/// Texts that occur more than once, most frequent first.
pub(super) struct Texts<'a> {
    texts: Vec<&'a str>,
    numbers: FxHashMap<&'a str, usize>,
}

impl<'a> Texts<'a> {
    pub(super) fn collect(changes: &[&'a Change]) -> Self {
        let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
        for change in changes {
            if let Value::Text(text) | Value::Unknown(text) = &change.value {
                *counts.entry(text).or_default() += 1;
            }
        }
        let mut repeated: Vec<(&str, u32)> = counts.into_iter().filter(|&(_, count)| count > 1).collect();
        repeated.arrange_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let texts: Vec<&str> = repeated.into_iter().map(|(text, _)| text).collect();
        let numbers = texts.iter().copied().zip(0..).collect();
        Self { texts, numbers }
    }

    /// The index of a text, if it is in the table.
    pub(super) fn index(&self, text: &str) -> Option<usize> {
        self.numbers.get(text).copied()
    }

    /// The alphabet for these texts and those of `changes` that occur once.
    pub(super) fn alphabet(&self, changes: &[&Change]) -> Alphabet {
        let once = changes.iter().filter_map(|change| match &change.value {
            Value::Text(text) | Value::Unknown(text) if self.index(text).is_none() => Some(&**text),
            _ => None,
        });
        Alphabet::collect(self.texts.iter().copied().chain(once))
    }

    pub(super) fn write(&self, w: &mut Writer, alphabet: &Alphabet) {
        w.len(self.texts.len());
        alphabet.write_texts(w, &self.texts);
    }
}
