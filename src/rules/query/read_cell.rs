//! From typed or pasted text to edits.

use super::cell::{CellValue, cell};
use super::refs::{Found, Refs};
use super::{Column, ColumnType, Facts, name_field};
use crate::domain::read::{self, Doubt, Reading};
use crate::domain::{Field, FieldType, Kind, RecordId, Value};
use crate::ledger::{CellKey, Edit, State};
use crate::rules::lists;
use crate::rules::typed::{self, Typing};

/// What was read from the text of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The value.
    pub input: Input,
    /// Everything that should be confirmed before it is believed.
    pub doubts: Vec<Doubt>,
}

/// The value read for one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// One value; [`Value::Empty`] clears the cell.
    Value(Value),
    /// The words of a set.
    Words(Vec<String>),
    /// A record that does not exist yet, to be made with this name.
    NewRecord(RecordId, String),
    /// Nothing that can be stored there.
    Refused(Refusal),
}

/// Why a text cannot be stored in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The column is computed or has its own panel.
    ReadOnly,
    /// No value of the column's type can be read from it.
    Unreadable,
}

impl Parsed {
    fn sure(input: Input) -> Self {
        Self { input, doubts: Vec::new() }
    }

    fn refused(why: Refusal) -> Self {
        Self::sure(Input::Refused(why))
    }

    fn of(Reading { value, doubts }: Reading<Value>) -> Self {
        let input = value.map_or(Input::Refused(Refusal::Unreadable), Input::Value);
        Self { input, doubts }
    }

    /// Whether somebody should look at it before it is stored.
    pub fn is_doubtful(&self) -> bool {
        !self.doubts.is_empty() || matches!(self.input, Input::Refused(_) | Input::NewRecord(..))
    }
}

/// Reads the text typed or pasted into one cell of the row of `id`.
pub fn read_cell(
    facts: &dyn Facts,
    refs: &mut Refs,
    id: RecordId,
    column: Column,
    text: &str,
    typing: &Typing,
) -> Parsed {
    if !column.is_editable(id.kind) {
        return Parsed::refused(Refusal::ReadOnly);
    }
    let state = facts.state();
    match column.ty(id.kind) {
        ColumnType::Ref(kind) => reference(state, refs, id, kind, text),
        ColumnType::Choice(list) => {
            let known = lists::entries(state, list);
            choice(&known, text)
        }
        ColumnType::Words(list) => words(list.map(|list| lists::entries(state, list)), text),
        _ => Parsed::of(typed::read(field_type(column, id.kind), text, typing)),
    }
}

/// The type of the field behind a column that can be typed into.
fn field_type(column: Column, kind: Kind) -> FieldType {
    let def = if let Column::Cell(cell) = column { cell.field.def(kind) } else { None };
    def.map_or(FieldType::Text, |def| def.ty)
}

/// The text an editor of the cell opens with; [`read_cell`] reads it back to the very same value. Money
/// is written in the unit of `typing`, a reference by name, a set word by word.
pub fn editor_text(facts: &dyn Facts, id: RecordId, column: Column, typing: &Typing) -> String {
    match (cell(facts, id, column, typing.today), column) {
        (CellValue::Ref { name, .. }, _) => name.to_owned(),
        (CellValue::Words(words), _) => words.join("、"),
        (_, Column::Cell(key)) => {
            typed::write(field_type(column, id.kind), facts.state().get(id, key), typing)
        }
        _ => String::new(),
    }
}

/// One word of a list; a word the list does not have is stored but doubted.
fn choice(known: &[String], text: &str) -> Parsed {
    if read::is_empty_mark(text) && !known.iter().any(|word| word == text.trim()) {
        return Parsed::sure(Input::Value(Value::Empty));
    }
    let (word, sure) = one_word(known, text);
    let doubts = if sure { Vec::new() } else { vec![Doubt::Uncertain] };
    Parsed { input: Input::Value(Value::text(&word)), doubts }
}

/// The words of a set, each as in [`choice`].
fn words(known: Option<Vec<String>>, text: &str) -> Parsed {
    let reading = read::list(text);
    let mut doubts = reading.doubts;
    let mut words = Vec::new();
    for typed in reading.value.unwrap_or_default() {
        let (word, sure) = known.as_ref().map_or((typed.clone(), true), |known| one_word(known, &typed));
        if !sure && !doubts.contains(&Doubt::Uncertain) {
            doubts.push(Doubt::Uncertain);
        }
        if !words.contains(&word) {
            words.push(word);
        }
    }
    Parsed { input: Input::Words(words), doubts }
}

/// The list's own spelling of a word, and whether the list has it.
fn one_word(known: &[String], text: &str) -> (String, bool) {
    let typed = read::name(text);
    let plain = read::squeeze(&typed).to_lowercase();
    let found = known.iter().find(|word| read::squeeze(word).to_lowercase() == plain);
    found.map_or((typed, false), |word| (word.clone(), true))
}

fn reference(state: &State, refs: &mut Refs, row: RecordId, kind: Kind, text: &str) -> Parsed {
    if read::is_empty_mark(text) {
        return Parsed::sure(Input::Value(Value::Empty));
    }
    // Some kinds have no name that could be typed.
    if name_field(kind).is_none() {
        return Parsed::refused(Refusal::ReadOnly);
    }
    let name = read::name(text);
    match refs.find(state, kind, &name, row) {
        Found::One(id) => Parsed::sure(Input::Value(Value::Ref(id))),
        Found::Several(id) => Parsed { input: Input::Value(Value::Ref(id)), doubts: vec![Doubt::Uncertain] },
        Found::New(id) => Parsed::sure(Input::NewRecord(id, name)),
    }
}

/// The edits that store what was read; none for what was refused. `element` numbers a word, see
/// `Store::element`.
pub fn edits(
    state: &State,
    id: RecordId,
    column: Column,
    input: &Input,
    element: &mut dyn FnMut(&str) -> u32,
) -> Vec<Edit> {
    match (column, input) {
        (Column::Cell(cell), Input::Value(value)) => vec![Edit { record: id, cell, value: value.clone() }],
        (Column::Cell(cell), Input::NewRecord(new, name)) => {
            let named = name_field(new.kind).map(|field| Edit::new(*new, field, Value::text(name)));
            named.into_iter().chain([Edit { record: id, cell, value: Value::Ref(*new) }]).collect()
        }
        (Column::Set(field), Input::Value(Value::Empty)) => set(state, id, field, &[]),
        (Column::Set(field), Input::Words(words)) => {
            let chosen: Vec<u32> = words.iter().map(|word| element(word)).collect();
            set(state, id, field, &chosen)
        }
        _ => Vec::new(),
    }
}

/// Makes a set hold exactly these elements.
fn set(state: &State, id: RecordId, field: Field, chosen: &[u32]) -> Vec<Edit> {
    let held = state.record(id).map_or(&[][..], |record| record.family(field));
    let dropped = held.iter().filter(|cell| cell.value.is_true() && !chosen.contains(&cell.key.element));
    let edit = |element, yes| Edit { record: id, cell: CellKey::of(field, element), value: Value::Bool(yes) };
    let dropped = dropped.map(|cell| edit(cell.key.element, false));
    dropped.chain(chosen.iter().map(|&element| edit(element, true))).collect()
}
