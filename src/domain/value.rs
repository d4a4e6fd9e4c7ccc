//! What one cell of a record may hold.

use super::{Date, Money, RecordId};
use std::cmp::Ordering;
use std::rc::Rc;

/// The value of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing: never filled in, or cleared.
    Empty,
    /// A text.
    Text(Rc<str>),
    /// A whole number: a count, an area in hundredths of a square metre, a share in hundredths of a
    /// percent, a moment in milliseconds. The field's type says which.
    Int(i64),
    /// Yes or no.
    Bool(bool),
    /// A day.
    Date(Date),
    /// An amount.
    Money(Money),
    /// Another record.
    Ref(RecordId),
    /// Something a newer version wrote, as JSON text; kept and handed on unchanged.
    Unknown(Rc<str>),
}

impl Value {
    /// A text value; the empty text is [`Value::Empty`].
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Value::Empty } else { Value::Text(text.into()) }
    }

    /// Whether nothing is held.
    pub fn is_empty(&self) -> bool {
        matches!(self, Value::Empty)
    }

    /// The text held, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        if let Value::Text(text) = self { Some(text) } else { None }
    }

    /// The number held, if it is one.
    pub fn as_int(&self) -> Option<i64> {
        if let Value::Int(number) = self { Some(*number) } else { None }
    }

    /// The day held, if it is one.
    pub fn as_date(&self) -> Option<Date> {
        if let Value::Date(date) = self { Some(*date) } else { None }
    }

    /// The amount held, if it is one.
    pub fn as_money(&self) -> Option<Money> {
        if let Value::Money(money) = self { Some(*money) } else { None }
    }

    /// The record pointed to, if it is one.
    pub fn as_ref_id(&self) -> Option<RecordId> {
        if let Value::Ref(id) = self { Some(*id) } else { None }
    }

    /// Whether this is a plain yes.
    pub fn is_true(&self) -> bool {
        matches!(self, Value::Bool(true))
    }

    fn rank(&self) -> u8 {
        match self {
            Value::Empty => 0,
            Value::Text(_) => 1,
            Value::Int(_) => 2,
            Value::Bool(_) => 3,
            Value::Date(_) => 4,
            Value::Money(_) => 5,
            Value::Ref(_) => 6,
            Value::Unknown(_) => 7,
        }
    }
}

/// A total order that has no meaning for people: it decides, the same way everywhere, between two
/// values that claim the very same stamp (a damaged file or a copied profile).
impl Ord for Value {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Value::Text(a), Value::Text(b)) | (Value::Unknown(a), Value::Unknown(b)) => a.cmp(b),
            (Value::Int(a), Value::Int(b)) => a.cmp(b),
            (Value::Bool(a), Value::Bool(b)) => a.cmp(b),
            (Value::Date(a), Value::Date(b)) => a.cmp(b),
            (Value::Money(a), Value::Money(b)) => a.cmp(b),
            (Value::Ref(a), Value::Ref(b)) => a.cmp(b),
            _ => self.rank().cmp(&other.rank()),
        }
    }
}

impl PartialOrd for Value {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
