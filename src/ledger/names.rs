//! Words turned into small numbers, so that a cell's key stays small.

use crate::domain::{Field, Milestone};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// The elements in use, and the fields this version does not know.
///
/// Numbers are good only within one running program; files carry the words.
#[derive(Clone, Debug)]
pub struct Names {
    elements: Table,
    unknown_fields: Table,
}

#[derive(Clone, Debug, Default)]
struct Table {
    words: Vec<Rc<str>>,
    numbers: FxHashMap<Rc<str>, u32>,
}

impl Table {
    fn intern(&mut self, word: &str) -> u32 {
        if let Some(&number) = self.numbers.get(word) {
            return number;
        }
        let number = self.words.len() as u32;
        let word: Rc<str> = word.into();
        self.words.push(word.clone());
        self.numbers.insert(word, number);
        number
    }
}

impl Default for Names {
    fn default() -> Self {
        let mut elements = Table::default();
        elements.intern("");
        for milestone in Milestone::ALL {
            elements.intern(milestone.word());
        }
        Self { elements, unknown_fields: Table::default() }
    }
}

impl Names {
    /// The number of an element; the empty word is 0, milestones have fixed numbers.
    pub fn element(&mut self, word: &str) -> u32 {
        self.elements.intern(word)
    }

    /// The number of an element if it is in use.
    pub fn find_element(&self, word: &str) -> Option<u32> {
        self.elements.numbers.get(word).copied()
    }

    /// The word of an element; empty for a number never given.
    pub fn element_word(&self, number: u32) -> &str {
        self.elements.words.get(number as usize).map_or("", |w| w)
    }

    /// A field this version does not know. `None` once 32 768 different ones have been met, which only
    /// a hostile file does.
    pub fn unknown_field(&mut self, word: &str) -> Option<Field> {
        let number = self.unknown_fields.intern(word);
        u16::try_from(number).ok().and_then(|n| Field::FIRST_UNKNOWN.checked_add(n)).map(Field)
    }

    /// The field this version does not know with this word, if it was met.
    pub fn find_unknown_field(&self, word: &str) -> Option<Field> {
        let number = self.unknown_fields.numbers.get(word).copied();
        number.and_then(|n| Field::FIRST_UNKNOWN.checked_add(u16::try_from(n).ok()?)).map(Field)
    }

    /// The word of a field this version does not know; empty for a number never given.
    pub fn unknown_field_word(&self, field: Field) -> &str {
        let number = field.0.checked_sub(Field::FIRST_UNKNOWN).map(usize::from);
        number.and_then(|n| self.unknown_fields.words.get(n)).map_or("", |w| w)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn milestones_have_their_fixed_numbers() {
        let names = Names::default();
        for milestone in Milestone::ALL {
            assert_eq!(names.find_element(milestone.word()), Some(milestone.element()));
            assert_eq!(names.element_word(milestone.element()), milestone.word());
        }
        assert_eq!(names.find_element(""), Some(0));
    }

    #[test]
    fn unknown_fields_keep_their_words() {
        let mut names = Names::default();
        let field = names.unknown_field("carbon").expect("room");
        assert!(field.is_unknown());
        assert_eq!(names.unknown_field("carbon"), Some(field));
        assert_eq!(names.unknown_field_word(field), "carbon");
        assert_eq!(names.find_unknown_field("carbon"), Some(field));
        assert_eq!(names.find_unknown_field("nitrogen"), None);
        assert_eq!(names.unknown_field_word(Field(3)), "");
    }
}
