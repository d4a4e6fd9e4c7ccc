//! One of several things to choose from.

use crate::ui::lang::Words;

/// An entry of a list, a group of radio buttons or a row of tabs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is stored when it is chosen.
    pub value: String,
    /// What is shown.
    pub label: Words,
    /// A second, quieter line or figure; empty for none.
    pub hint: Words,
}

impl Choice {
    /// A choice stored as `value` and shown as `label`.
    pub fn new(value: impl Into<String>, label: impl Into<Words>) -> Choice {
        Choice { value: value.into(), label: label.into(), hint: Words::default() }
    }

    /// The same with a hint.
    pub fn hint(mut self, hint: impl Into<Words>) -> Choice {
        self.hint = hint.into();
        self
    }
}
