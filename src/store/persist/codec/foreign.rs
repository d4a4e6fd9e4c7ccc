//! Records of kinds that only a newer version knows.
//!
//! In memory such a record is of [`Kind::Foreign`], with its true kind and id in two cells. In storage
//! it stands under its true kind and id, so that after an upgrade it simply is what it always was.

use crate::domain::id::{base32, from_base32};
use crate::domain::{Field, Kind, RecordId, Value};
use crate::ledger::{Cell, CellKey, Change, Stamp};

/// The cells that tell what a foreign record truly is.
pub(super) const FIELDS: [Field; 2] = [Field::FOREIGN_KIND, Field::FOREIGN_ID];

/// The kind, letter and key under which a group of records is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Written<'a> {
    pub(super) kind: &'a str,
    pub(super) letter: char,
    pub(super) key: u64,
}

/// How a record is written. `changes` are those of the record that are written with it.
pub(super) fn written<'a>(id: RecordId, changes: &[&'a Change]) -> Written<'a> {
    let native = || Written { kind: id.kind.word(), letter: id.kind.letter(), key: id.key };
    if id.kind == Kind::Foreign { of_foreign(id, changes).unwrap_or_else(native) } else { native() }
}

fn of_foreign<'a>(id: RecordId, changes: &[&'a Change]) -> Option<Written<'a>> {
    let text = |field: Field| {
        let of_field = changes.iter().filter(|change| change.cell == CellKey::one(field));
        of_field.max_by_key(|change| change.stamp).and_then(|change| change.value.as_text())
    };
    let (kind, written) = (text(Field::FOREIGN_KIND)?, text(Field::FOREIGN_ID)?);
    let (letter, digits) = written.split_once('-')?;
    let mut letters = letter.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return None };
    let key = from_base32(digits)?;
    // Only if reading it back gives this very record.
    (Kind::from_word(kind).is_none() && RecordId::foreign(kind, written) == id).then_some(Written {
        kind,
        letter,
        key,
    })
}

/// The record that something written under this kind is here.
pub(super) fn id_of(written: Written<'_>) -> RecordId {
    match Kind::from_word(written.kind) {
        Some(kind) => RecordId::new(kind, written.key),
        None => RecordId::foreign(written.kind, &id_text(written)),
    }
}

/// The two cells that a record of a kind unknown here gets when a version that knows it wrote it.
pub(super) fn cells(written: Written<'_>, stamp: Stamp) -> [Cell; 2] {
    let cell = |field: Field, text: &str| Cell { key: CellKey::one(field), value: Value::text(text), stamp };
    [cell(Field::FOREIGN_KIND, written.kind), cell(Field::FOREIGN_ID, &id_text(written))]
}

fn id_text(written: Written<'_>) -> String {
    format!("{}-{}", written.letter, base32(written.key))
}
