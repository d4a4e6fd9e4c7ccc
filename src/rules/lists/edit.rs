//! Changing a list: adding, ordering, retiring an entry, giving it an English reading.

use super::{Entry, GAP, all, item_id};
use crate::domain::field::ListItemField as F;
use crate::domain::lists::List;
use crate::domain::{RecordId, Value};
use crate::ledger::{Edit, State};

/// Why a word cannot be added to a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAWord {
    /// There is nothing but spaces.
    Empty,
    /// The list offers it already.
    Exists,
    /// A slash divides milestone and kind in the name of a piece of evidence.
    Slash,
}

/// Adds a word at the end of a list. A retired word is offered again where it stood.
///
/// # Errors
/// If it is no word, or on the list already.
pub fn add(state: &State, list: List, word: &str, english: &str) -> Result<Vec<Edit>, NotAWord> {
    let word = check(list, word)?;
    let entries = all(state, list);
    if let Some(entry) = entries.iter().find(|entry| entry.word == word) {
        return if entry.retired { Ok(set_retired(list, word, false)) } else { Err(NotAWord::Exists) };
    }
    let last = entries.iter().map(|entry| entry.order).filter(|&order| order < i64::MAX).max();
    let order = last.unwrap_or(0).saturating_add(GAP);
    let mut edits = entry_edits(list, word);
    edits.push(Edit::new(item_id(list, word), F::Order, Value::Int(order)));
    if !english.trim().is_empty() {
        edits.push(Edit::new(item_id(list, word), F::English, Value::text(english.trim())));
    }
    Ok(edits)
}

/// Gives an entry another English reading; the empty one brings the shipped reading back.
pub fn change(list: List, word: &str, english: &str) -> Vec<Edit> {
    with(list, word, F::English, Value::text(english.trim()))
}

/// Stops offering a word, or offers it again. Records that hold it keep it.
pub fn set_retired(list: List, word: &str, retired: bool) -> Vec<Edit> {
    with(list, word, F::Retired, if retired { Value::Bool(true) } else { Value::Empty })
}

/// Moves a word to a place among all entries, counted without itself. One change where its new
/// neighbours leave room, else all of the list is numbered anew.
pub fn move_to(state: &State, list: List, word: &str, place: usize) -> Vec<Edit> {
    let mut entries = all(state, list);
    let Some(from) = entries.iter().position(|entry| entry.word == word) else { return Vec::new() };
    let moved = entries.remove(from);
    let place = place.min(entries.len());
    if place == from {
        return Vec::new();
    }
    let order = |at: Option<usize>| at.and_then(|at| entries.get(at)).map(|entry| entry.order);
    let room = between(order(place.checked_sub(1)), order(Some(place)));
    if let Some(order) = room {
        return with(list, word, F::Order, Value::Int(order));
    }
    entries.insert(place, moved);
    let anew = entries.iter().zip(1i64..).filter(|(entry, number)| entry.order != number * GAP);
    anew.flat_map(|(Entry { word, .. }, number)| with(list, word, F::Order, Value::Int(number * GAP)))
        .collect()
}

/// A number strictly between two, if there is one.
fn between(before: Option<i64>, after: Option<i64>) -> Option<i64> {
    match (before, after) {
        (None, None) => Some(GAP),
        (Some(before), None) => before.checked_add(GAP),
        (None, Some(after)) => after.checked_sub(GAP),
        (Some(before), Some(after)) => {
            let half = after.checked_sub(before)? / 2;
            (half > 0).then_some(before + half)
        }
    }
}

/// The word without spaces around it, if it may stand on the list.
pub(super) fn check(list: List, word: &str) -> Result<&str, NotAWord> {
    let word = word.trim();
    match word {
        "" => Err(NotAWord::Empty),
        _ if list == List::Evidence && word.contains('/') => Err(NotAWord::Slash),
        _ => Ok(word),
    }
}

/// One cell of an entry's record, with the cells that say which entry it is.
fn with(list: List, word: &str, field: F, value: Value) -> Vec<Edit> {
    let mut edits = entry_edits(list, word);
    edits.push(Edit::new(item_id(list, word), field, value));
    edits
}

/// The cells that say which entry a record is of.
pub(super) fn entry_edits(list: List, word: &str) -> Vec<Edit> {
    let id: RecordId = item_id(list, word);
    vec![
        Edit::new(id, F::List, Value::text(list.word())),
        Edit::new(id, F::Word, Value::text(word)),
        Edit::new(id, crate::domain::Field::DELETED, Value::Empty),
    ]
}
