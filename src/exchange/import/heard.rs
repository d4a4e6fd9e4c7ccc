//! What the rows of one file say together of a record that several of them name: a contact, a company.
//!
//! The file is heard as one voice, so that a second import of it finds what the first one wrote.

use super::draft::Fact;
use crate::domain::field::{ContactField, PersonField};
use crate::domain::read;
use crate::domain::{Field, Kind, RecordId, Value};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// The word of the rows so far for each cell.
#[derive(Debug, Default)]
pub(super) struct Heard {
    cells: FxHashMap<(RecordId, Field, Rc<str>), Value>,
}

impl Heard {
    /// What a row's fact comes to beside those of the rows before: telephone numbers join theirs; of
    /// anything else the first row's value holds, and one that differs from it is `None`.
    pub fn hear(&mut self, id: RecordId, fact: &Fact) -> Option<Fact> {
        let key = (id, fact.field, fact.element.clone());
        let Some(before) = self.cells.get_mut(&key) else {
            self.cells.insert(key, fact.value.clone());
            return Some(fact.clone());
        };
        if *before != fact.value {
            *before = joined(id.kind, fact.field, before, &fact.value)?;
        }
        Some(Fact { value: before.clone(), ..fact.clone() })
    }
}

/// Whether a cell of this field holds the telephone numbers of a person or contact.
fn holds_numbers(kind: Kind, field: Field) -> bool {
    match kind {
        Kind::Contact => field == ContactField::Phone.field(),
        Kind::Person => field == PersonField::Phone.field(),
        _ => false,
    }
}

fn numbers(value: &Value) -> Vec<String> {
    value.as_text().and_then(|text| read::phones(text).value).unwrap_or_default()
}

/// The numbers of both, each once; `None` for a field of another kind.
fn joined(kind: Kind, field: Field, before: &Value, more: &Value) -> Option<Value> {
    if !holds_numbers(kind, field) {
        return None;
    }
    let mut all = numbers(before);
    let more = numbers(more).into_iter().filter(|number| !all.contains(number)).collect::<Vec<_>>();
    all.extend(more);
    Some(Value::text(&all.join("/")))
}

/// Whether every telephone number of `said` is among those of `known`.
pub(super) fn knows_numbers(id: RecordId, field: Field, known: &Value, said: &Value) -> bool {
    if !holds_numbers(id.kind, field) || known.is_empty() {
        return false;
    }
    let (known, said) = (numbers(known), numbers(said));
    !said.is_empty() && said.iter().all(|number| known.contains(number))
}
