//! The editable lists of an office: the words shipped, changed by its own [`Kind::ListItem`] records.
//!
//! A record stores the Chinese word itself, so a word that is retired stays readable, and renaming one
//! means editing every record that uses it ([`rename`]).

pub mod edit;
pub mod usage;

use crate::domain::sort::Arrange;
pub use edit::{NotAWord, add, change, move_to, set_retired};
pub use usage::{NamedEdit, counts, rename};

use crate::domain::field::ListItemField as F;
use crate::domain::lists::List;
use crate::domain::{Kind, RecordId};
use crate::ledger::State;
use std::collections::BTreeMap;

/// How far two neighbours of a list stand apart at first, so that a word can move between them with one
/// change.
const GAP: i64 = 1024;

/// One entry of a list, offered or retired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The word, as records store it.
    pub word: String,
    /// How an English reader sees it; empty where nobody gave a reading.
    pub english: String,
    /// Its place: smaller comes first, equal places by word.
    pub order: i64,
    /// No longer offered.
    pub retired: bool,
}

/// The record of one entry of a list: derived, so that two offices that add the same word agree.
pub fn item_id(list: List, word: &str) -> RecordId {
    RecordId::derived(Kind::ListItem, &[list.word(), word])
}

/// The words offered when a field of this list is filled in, in the office's order.
pub fn entries(state: &State, list: List) -> Vec<String> {
    all(state, list).into_iter().filter(|entry| !entry.retired).map(|entry| entry.word).collect()
}

/// Every entry, retired ones too, in order.
pub fn all(state: &State, list: List) -> Vec<Entry> {
    let shipped = list.defaults().iter().zip(1..).map(|(&(word, english), place)| {
        let entry =
            Entry { word: word.to_owned(), english: english.to_owned(), order: place * GAP, retired: false };
        (entry.word.clone(), entry)
    });
    let mut found: BTreeMap<String, Entry> = shipped.collect();
    for (_, item) in state.live(Kind::ListItem) {
        let (Some(of), Some(word)) = (item.get(F::List).as_text(), item.get(F::Word).as_text()) else {
            continue;
        };
        if of != list.word() {
            continue;
        }
        let entry = found.entry(word.to_owned()).or_insert_with(|| Entry {
            word: word.to_owned(),
            english: String::new(),
            order: i64::MAX,
            retired: false,
        });
        if let Some(english) = item.get(F::English).as_text() {
            english.clone_into(&mut entry.english);
        }
        if let Some(order) = item.get(F::Order).as_int() {
            entry.order = order;
        }
        entry.retired = item.get(F::Retired).is_true();
    }
    let mut all: Vec<Entry> = found.into_values().collect();
    all.arrange_by(|a, b| (a.order, &a.word).cmp(&(b.order, &b.word)));
    all
}

#[cfg(test)]
mod tests;
