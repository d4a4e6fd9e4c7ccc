//! When typing becomes a value: on Enter and on leaving the field, and only if something changed.

use leptos::prelude::*;

/// A draft, what it was when the field was entered, and whom to tell of a change.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    value: RwSignal<String>,
    before: StoredValue<String>,
    on_commit: Option<Callback<String>>,
}

impl Draft {
    pub fn new(value: RwSignal<String>, on_commit: Option<Callback<String>>) -> Draft {
        Draft { value, before: StoredValue::new(value.get_untracked()), on_commit }
    }

    /// The field was entered.
    pub fn enter(self) {
        self.before.try_set_value(self.value.try_get_untracked().unwrap_or_default());
    }

    /// Something was typed.
    pub fn typed(self, text: String) {
        self.value.try_set(text);
    }

    /// The field was left, or the user pressed Enter.
    pub fn commit(self) {
        let Some(text) = self.value.try_get_untracked() else { return };
        if self.is_changed() {
            self.before.try_set_value(text.clone());
            if let Some(on_commit) = self.on_commit {
                on_commit.try_run(text);
            }
        }
    }

    /// Takes back what was typed; whether there was something to take back.
    pub fn revert(self) -> bool {
        let changed = self.is_changed();
        if changed {
            self.value.try_set(self.before.try_get_value().unwrap_or_default());
        }
        changed
    }

    fn is_changed(self) -> bool {
        self.before.try_get_value() != self.value.try_get_untracked()
    }
}
