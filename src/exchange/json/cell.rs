//! How a file names a cell: `name`, or for one cell of a family `milestone_date/signed`. One form for
//! all, so that a family this version does not know needs no special care.

use super::{MAX_UNKNOWN_FIELDS, raw};
use crate::domain::field::{Elements, FieldDef};
use crate::domain::{Field, Kind};
use crate::ledger::{CellKey, Names};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A cell's name in a file. Names order by field, then element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::exchange) struct CellName<'a> {
    /// The word of the field.
    pub(in crate::exchange) field: &'a str,
    /// The element; empty for a field that is one cell.
    pub(in crate::exchange) element: &'a str,
}

impl<'a> CellName<'a> {
    /// The name of a cell of a record of `kind`; `None` for a field that has no word.
    pub(in crate::exchange) fn of(kind: Kind, key: CellKey, names: &'a Names) -> Option<Self> {
        let field = match key.field.def(kind) {
            Some(def) => def.word,
            None => names.unknown_field_word(key.field),
        };
        let element = if key.element == 0 { "" } else { names.element_word(key.element) };
        (!field.is_empty()).then_some(Self { field, element })
    }

    /// Takes a written name apart; `None` if it is not one.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let (field, element) = match text.split_once('/') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (text, ""),
        };
        let letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        let good = (1..=64).contains(&field.len()) && field.bytes().all(letter);
        good.then_some(Self { field, element })
    }

    /// Writes the name as a JSON key.
    pub(super) fn write(self, out: &mut String) {
        if self.element.is_empty() {
            raw::write_text(out, self.field);
        } else {
            let at = out.len();
            raw::write_text(out, self.element);
            out.insert(at + 1, '/');
            out.insert_str(at + 1, self.field);
        }
    }
}

/// Whether a field with this declaration may have a cell with this element.
pub(super) fn has_shape(def: &FieldDef, element: &str) -> bool {
    match def.elements {
        Elements::One => element.is_empty(),
        Elements::Milestones | Elements::Set(_) | Elements::Evidence | Elements::Records(_) => {
            !element.is_empty()
        }
        // An import of a column without heading gives a cell without element.
        Elements::Free => true,
    }
}

/// Whether a field only serves to keep a record of an unknown kind; such cells are not written.
pub(in crate::exchange) fn is_wrapping(kind: Kind, field: Field) -> bool {
    kind == Kind::Foreign && (field == Field::FOREIGN_KIND || field == Field::FOREIGN_ID)
}

/// A cell as its name resolves for one kind.
#[derive(Clone, Copy)]
pub(super) struct Cell {
    pub(super) key: CellKey,
    /// Its field's declaration; `None` for a field this version does not know.
    pub(super) def: Option<&'static FieldDef>,
    /// Whether the field has cells of this shape.
    pub(super) shaped: bool,
}

/// Why a name in a file names no cell.
#[derive(Clone, Copy)]
pub(super) enum NoCell {
    BadName,
    TooManyUnknown,
}

/// The cells met in a file.
#[derive(Default)]
pub(super) struct Cells<'a> {
    /// The words behind the numbers given.
    pub(super) names: Names,
    met: FxHashMap<Kind, FxHashMap<Cow<'a, str>, Cell>>,
    /// How often each unknown field was met.
    unknown: BTreeMap<(Kind, Field), usize>,
}

impl<'a> Cells<'a> {
    /// The cell with this name.
    pub(super) fn find(&mut self, kind: Kind, name: Cow<'a, str>) -> Result<Cell, NoCell> {
        let met = self.met.entry(kind).or_default();
        let cell = match met.get(name.as_ref()) {
            Some(&cell) => cell,
            None => {
                let cell = resolve(kind, &name, &mut self.names)?;
                met.insert(name, cell);
                cell
            }
        };
        if cell.def.is_none() {
            *self.unknown.entry((kind, cell.key.field)).or_default() += 1;
        }
        Ok(cell)
    }

    /// How often each field was met that this version does not know.
    pub(super) fn unknown(&self) -> BTreeMap<(Kind, String), usize> {
        let word = |field| self.names.unknown_field_word(field).to_string();
        self.unknown.iter().map(|(&(kind, field), &count)| ((kind, word(field)), count)).collect()
    }
}

fn resolve(kind: Kind, text: &str, names: &mut Names) -> Result<Cell, NoCell> {
    let name = CellName::parse(text).ok_or(NoCell::BadName)?;
    let element = names.element(name.element);
    if let Some(field) = Field::from_word(kind, name.field) {
        if is_wrapping(kind, field) {
            return Err(NoCell::BadName);
        }
        let def = field.def(kind);
        let shaped = def.is_some_and(|def| has_shape(def, name.element));
        return Ok(Cell { key: CellKey { field, element }, def, shaped });
    }
    let field = names.unknown_field(name.field).ok_or(NoCell::TooManyUnknown)?;
    if usize::from(field.0 - Field::FIRST_UNKNOWN) >= MAX_UNKNOWN_FIELDS {
        return Err(NoCell::TooManyUnknown);
    }
    Ok(Cell { key: CellKey { field, element }, def: None, shaped: true })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::ProjectField as P;

    #[test]
    fn names_read_back() {
        let mut names = Names::default();
        let element = names.element("签约/协议\"扫描\"件");
        let unknown = names.unknown_field("carbon").expect("room");
        for (key, json) in [
            (CellKey::one(P::Name), r#""name""#),
            (CellKey::of(P::Evidence, element), r#""evidence/签约/协议\"扫描\"件""#),
            (CellKey::of(unknown, element), r#""carbon/签约/协议\"扫描\"件""#),
        ] {
            let name = CellName::of(Kind::Project, key, &names).expect("a word");
            let mut out = String::new();
            name.write(&mut out);
            assert_eq!(out, json);
            let text = raw::text(&out).expect("a text").into_owned();
            assert_eq!(CellName::parse(&text), Some(name));
        }
        for bad in ["", "/", "name/", "Name", "名称", "/a", "a b"] {
            assert_eq!(CellName::parse(bad), None, "{bad}");
        }
    }
}
