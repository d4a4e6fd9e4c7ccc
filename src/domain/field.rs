//! Which fields each kind of record has. The one place a field is declared: the form, the table, the
//! filter, the import, the JSON and its schema all read it from here.
//!
//! A field is stored under its *word*; its number is only good inside one running program.

use super::Kind;
use super::lists::List;

/// What a field holds, and how it is asked for and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// One line of text.
    Text,
    /// Several lines of text.
    LongText,
    /// A telephone number, kept as written.
    Phone,
    /// A count.
    Int,
    /// An area in hundredths of a square metre; shown in 亩 or ㎡.
    Area,
    /// A share in hundredths of a percent.
    Percent,
    /// A rate in ten-thousandths.
    Rate,
    /// A number of days in tenths: half days occur.
    Days,
    /// A number in ten-thousandths, in whatever unit: a target, a mark, a figure that was published.
    Number,
    /// A moment, in milliseconds since 1970 UTC.
    Moment,
    /// Yes or no.
    Bool,
    /// A day.
    Date,
    /// An amount with its currency.
    Money,
    /// One word of an editable list. The word itself is stored.
    Choice(List),
    /// Another record of this kind.
    Ref(Kind),
    /// Another record of the same kind.
    Same,
}

/// Whether a field is one cell or a family of cells named by an *element*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elements {
    /// One cell.
    One,
    /// One cell for each milestone; the element is the milestone's word.
    Milestones,
    /// A set: one yes/no cell for each word of an editable list.
    Set(List),
    /// Evidence: one text cell (number, file name or note) for each milestone and kind of evidence;
    /// the element is `milestone/kind`.
    Evidence,
    /// One cell for each free name, such as a column the import did not know.
    Free,
    /// One cell for each of several records of a kind; the element is the record's id. A set of records is a
    /// family of yes/no cells.
    Records(Kind),
}

/// The part of the form a field stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The few things asked first.
    First,
    /// What the project is.
    Description,
    /// Who invests and what is registered here.
    Investor,
    /// Amounts and yields.
    Amounts,
    /// Industry and chain.
    Industry,
    /// Land and site.
    Land,
    /// Approvals and constraints.
    Approvals,
    /// How it was found, who talked first, where it moved.
    Source,
    /// Who answers for it.
    Responsibility,
    /// Dates and evidence of milestones; edited through the milestone panel.
    Milestones,
    /// Assessment, exit and remarks.
    Assessment,
    /// Kept by the program or by a panel of its own; never asked for in a form.
    Internal,
}

/// One declared field.
#[derive(Debug)]
pub struct FieldDef {
    /// The word in files: snake_case, never changed once released.
    pub word: &'static str,
    /// What it holds.
    pub ty: FieldType,
    /// One cell or a family.
    pub elements: Elements,
    /// Where it stands in the form.
    pub group: Group,
}

/// A field of one kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Field(pub u16);

impl Field {
    /// 删除: the record is deleted (and can be restored). Every kind has it.
    pub const DELETED: Field = Field(0);
    /// 合并: the record was found to be the same as another, which stands for both.
    pub const MERGED_INTO: Field = Field(1);
    /// Text of columns an import did not know, by heading.
    pub const EXTRA: Field = Field(2);
    /// Free labels.
    pub const TAGS: Field = Field(3);
    /// The word of a kind this version does not know, on a [`Kind::Foreign`] record.
    pub const FOREIGN_KIND: Field = Field(4);
    /// The id of such a record as its file wrote it.
    pub const FOREIGN_ID: Field = Field(5);

    /// The first number of a field that this version does not know; such numbers index a table of
    /// words that the ledger keeps.
    pub const FIRST_UNKNOWN: u16 = 0x8000;

    /// Whether this version does not know the field.
    pub const fn is_unknown(self) -> bool {
        self.0 >= Self::FIRST_UNKNOWN
    }

    /// What is declared of the field for records of `kind`; `None` for a field not known there.
    pub fn def(self, kind: Kind) -> Option<&'static FieldDef> {
        let number = usize::from(self.0);
        COMMON.get(number).or_else(|| kind.own_fields().get(number.checked_sub(COMMON.len())?))
    }

    /// The field of `kind` with this word.
    pub fn from_word(kind: Kind, word: &str) -> Option<Field> {
        let defs = COMMON.iter().chain(kind.own_fields());
        defs.zip(0u16..).find(|(def, _)| def.word == word).map(|(_, number)| Field(number))
    }

    /// Every field of `kind` with its declaration, in form order.
    pub fn of(kind: Kind) -> impl Iterator<Item = (Field, &'static FieldDef)> {
        (0u16..).map(Field).zip(COMMON.iter().chain(kind.own_fields()))
    }
}

/// The fields every kind has.
const COMMON: &[FieldDef] = &[
    FieldDef { word: "deleted", ty: FieldType::Bool, elements: Elements::One, group: Group::Internal },
    FieldDef { word: "merged_into", ty: FieldType::Same, elements: Elements::One, group: Group::Internal },
    FieldDef { word: "extra", ty: FieldType::Text, elements: Elements::Free, group: Group::Internal },
    FieldDef { word: "tags", ty: FieldType::Bool, elements: Elements::Free, group: Group::Assessment },
    FieldDef { word: "foreign_kind", ty: FieldType::Text, elements: Elements::One, group: Group::Internal },
    FieldDef { word: "foreign_id", ty: FieldType::Text, elements: Elements::One, group: Group::Internal },
];

/// Declares the fields of one kind as an enum whose variants turn into [`Field`].
macro_rules! fields {
    ($(#[$meta:meta])* $enum:ident, $table:ident {
        $($group:ident { $($(#[$doc:meta])* $name:ident = $word:literal, $ty:expr $(, $elements:expr)?;)* })*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u16)]
        pub enum $enum { $($($(#[$doc])* $name,)*)* }

        impl $enum {
            /// Every field in form order.
            pub const ALL: &'static [$enum] = &[$($($enum::$name,)*)*];

            /// The field's number.
            pub const fn field(self) -> Field { Field(COMMON.len() as u16 + self as u16) }

            /// The field as one of this enum; `None` for a common or unknown field.
            pub fn from_field(field: Field) -> Option<Self> {
                Self::ALL.get(usize::from(field.0).checked_sub(COMMON.len())?).copied()
            }
        }

        impl From<$enum> for Field {
            fn from(field: $enum) -> Field { field.field() }
        }

        pub(super) const $table: &[FieldDef] = &[$($(FieldDef {
            word: $word,
            ty: $ty,
            elements: fields!(@elements $($elements)?),
            group: Group::$group,
        },)*)*];
    };
    (@elements) => { Elements::One };
    (@elements $elements:expr) => { $elements };
}

pub(super) mod tables;
pub use tables::*;

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn words_are_unique_in_a_kind_and_find_their_field() {
        for &kind in Kind::ALL {
            let mut seen = BTreeSet::new();
            for (field, def) in Field::of(kind) {
                assert!(seen.insert(def.word), "{} twice in {kind:?}", def.word);
                assert_eq!(Field::from_word(kind, def.word), Some(field));
                assert_eq!(field.def(kind).map(|d| d.word), Some(def.word));
            }
        }
    }

    #[test]
    fn the_first_screen_of_a_project_asks_for_seven_things() {
        let first = Field::of(Kind::Project).filter(|(_, def)| def.group == Group::First);
        assert_eq!(first.count(), 7);
    }
}
