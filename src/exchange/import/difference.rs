//! How what a row says differs from what the ledger holds.

use super::draft::Fact;
use super::heard::knows_numbers;
use crate::domain::{Field, RecordId, Value};
use crate::ledger::{CellKey, State};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// What taking a fact would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The cell is empty and would be filled.
    Fill,
    /// The cell holds another value.
    Replace,
    /// The cell held this value once and was changed since: the file is behind, and the ledger's value
    /// stays unless a person says otherwise.
    Older,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The field.
    pub field: Field,
    /// The element of a family; empty for a field that is one cell.
    pub element: Rc<str>,
    /// What the ledger holds.
    pub known: Value,
    /// What the row says.
    pub new: Value,
    /// What taking it would do.
    pub effect: Effect,
}

/// Cells that the rows before have been given, on top of the ledger.
pub(super) type Overlay = FxHashMap<(RecordId, Field, Rc<str>), Value>;

/// The cell of a fact, if its element is in use.
pub(super) fn key_of(state: &State, fact: &Fact) -> Option<CellKey> {
    state.names().find_element(&fact.element).map(|element| CellKey::of(fact.field, element))
}

/// How a fact differs from the record; `None` if it tells nothing new. An empty value tells nothing,
/// except that a note of the import's own is to go.
pub(super) fn difference(state: &State, overlay: &Overlay, id: RecordId, fact: &Fact) -> Option<Difference> {
    let key = key_of(state, fact);
    let stored = key.map_or(&Value::Empty, |key| state.get(id, key));
    let known = overlay.get(&(id, fact.field, fact.element.clone())).unwrap_or(stored);
    if same(state, known, &fact.value) || knows_numbers(id, fact.field, known, &fact.value) {
        return None;
    }
    let effect = if known.is_empty() {
        Effect::Fill
    } else if key.is_some_and(|key| was_so_before(state, id, key, &fact.value)) {
        Effect::Older
    } else {
        Effect::Replace
    };
    Some(Difference {
        field: fact.field,
        element: fact.element.clone(),
        known: known.clone(),
        new: fact.value.clone(),
        effect,
    })
}

/// Equal values; references are equal when one record stands for both.
fn same(state: &State, a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Ref(a), Value::Ref(b)) => state.resolve(*a) == state.resolve(*b),
        _ => a == b,
    }
}

fn was_so_before(state: &State, id: RecordId, key: CellKey, value: &Value) -> bool {
    if value.is_empty() || !state.has_past(id, key) {
        return false;
    }
    let changes = state.changes_of_cell(id, key);
    let is_said = |known: &Value| same(state, known, value) || knows_numbers(id, key.field, known, value);
    changes.iter().rev().skip(1).any(|change| is_said(&change.value))
}
