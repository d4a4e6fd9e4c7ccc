//! Which records use a word of a list, and renaming it in all of them.

use super::edit::{NotAWord, check, entry_edits, set_retired};
use super::{all, item_id};
use crate::domain::field::{Elements, FieldType, ListItemField as F};
use crate::domain::lists::List;
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, Milestone, RecordId, Value};
use crate::ledger::{CellKey, Edit, Record, State};
use std::collections::BTreeMap;

/// An edit of a cell whose element is still a word: numbering it needs the ledger to write to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedEdit {
    /// The record.
    pub record: RecordId,
    /// The field.
    pub field: Field,
    /// The element's word; empty for a field that is one cell.
    pub element: String,
    /// The value to give it.
    pub value: Value,
}

impl NamedEdit {
    /// The edit itself; `number` gives a word its number.
    pub fn numbered(self, number: impl FnOnce(&str) -> u32) -> Edit {
        let element = if self.element.is_empty() { 0 } else { number(&self.element) };
        Edit::new(self.record, CellKey::of(self.field, element), self.value)
    }
}

impl From<Edit> for NamedEdit {
    /// An edit of a field that is one cell.
    fn from(edit: Edit) -> Self {
        Self { record: edit.record, field: edit.cell.field, element: String::new(), value: edit.value }
    }
}

/// Where the words of a list are used: fields of a kind, and how each holds them.
fn places(list: List) -> impl Iterator<Item = (Kind, Field, Elements)> {
    Kind::ALL.iter().flat_map(move |&kind| {
        Field::of(kind).filter_map(move |(field, def)| {
            let holds = match def.elements {
                Elements::One => def.ty == FieldType::Choice(list),
                Elements::Set(of) => of == list,
                Elements::Evidence => list == List::Evidence,
                Elements::Milestones | Elements::Free | Elements::Records(_) => false,
            };
            holds.then_some((kind, field, def.elements))
        })
    })
}

/// In how many live records each word of a list is used; words that nobody uses are not listed.
pub fn counts(state: &State, list: List) -> BTreeMap<String, usize> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (kind, field, elements) in places(list) {
        for (_, record) in state.live(kind) {
            let mut words: Vec<&str> = match elements {
                Elements::One => record.get(field).as_text().into_iter().collect(),
                _ => {
                    let held = record.family(field).iter();
                    let held = held.filter(|cell| !cell.value.is_empty() && cell.value != Value::Bool(false));
                    let elements = held.map(|cell| state.names().element_word(cell.key.element));
                    elements.map(|word| word.split_once('/').map_or(word, |(_, kind)| kind)).collect()
                }
            };
            words.arrange();
            words.dedup();
            for word in words {
                match counts.get_mut(word) {
                    Some(count) => *count += 1,
                    None => drop(counts.insert(word.to_owned(), 1)),
                }
            }
        }
    }
    counts
}

/// Every cell of a live record that holds the word: its record, its field, the word of its element.
fn using<'a>(
    state: &'a State,
    list: List,
    word: &'a str,
) -> impl Iterator<Item = (RecordId, Field, String, Value)> + 'a {
    places(list).flat_map(move |(kind, field, elements)| {
        let cells = move |record: &Record| cells_with(state, record, field, elements, word);
        state
            .live(kind)
            .flat_map(move |(id, record)| cells(record).into_iter().map(move |(e, v)| (id, field, e, v)))
    })
}

fn cells_with(
    state: &State,
    record: &Record,
    field: Field,
    elements: Elements,
    word: &str,
) -> Vec<(String, Value)> {
    match elements {
        Elements::One if record.get(field).as_text() == Some(word) => {
            vec![(String::new(), Value::text(word))]
        }
        Elements::Set(_) => {
            let cell = state.names().find_element(word).map(|e| record.get(CellKey::of(field, e)));
            cell.filter(|value| value.is_true())
                .map(|value| (word.to_owned(), value.clone()))
                .into_iter()
                .collect()
        }
        Elements::Evidence => Milestone::ALL
            .iter()
            .filter_map(|milestone| {
                let element = format!("{}/{word}", milestone.word());
                let value = record.get(CellKey::of(field, state.names().find_element(&element)?));
                (!value.is_empty()).then(|| (element, value.clone()))
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// Renames a word in the list and in every record that uses it. The old entry is retired, so that a
/// colleague who still uses it does not bring it back among the words offered.
///
/// Where a record's evidence has an entry under both words already, its own entry under the new word
/// stays.
///
/// # Errors
/// If the new word is no word, or on the list already.
pub fn rename(state: &State, list: List, from: &str, to: &str) -> Result<Vec<NamedEdit>, NotAWord> {
    let to = check(list, to)?;
    let entries = all(state, list);
    if entries.iter().any(|entry| entry.word == to && !entry.retired) {
        return Err(NotAWord::Exists);
    }
    let mut edits: Vec<NamedEdit> = Vec::new();
    let mut plain = |list: Vec<Edit>| edits.extend(list.into_iter().map(NamedEdit::from));
    plain(entry_edits(list, to));
    if let Some(entry) = entries.iter().find(|entry| entry.word == from) {
        plain(vec![
            Edit::new(item_id(list, to), F::Order, Value::Int(entry.order)),
            Edit::new(item_id(list, to), F::Retired, Value::Empty),
        ]);
    }
    plain(set_retired(list, from, true));
    for (record, field, element, value) in using(state, list, from) {
        if element.is_empty() {
            edits.push(NamedEdit { record, field, element, value: Value::text(to) });
            continue;
        }
        let renamed = match element.split_once('/') {
            Some((milestone, _)) => format!("{milestone}/{to}"),
            None => to.to_owned(),
        };
        let taken = state.names().find_element(&renamed).map(|e| state.get(record, CellKey::of(field, e)));
        if taken.is_none_or(|value| value.is_empty() || *value == Value::Bool(false)) {
            edits.push(NamedEdit { record, field, element: renamed, value });
        }
        edits.push(NamedEdit { record, field, element, value: Value::Empty });
    }
    Ok(edits)
}
