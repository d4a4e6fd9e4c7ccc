//! 试算: other weights, for the eye alone until they are saved as a version.

use crate::domain::Decimal;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The weights that are tried: as they are typed, by the key of their item.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::assessment) struct Trial(RwSignal<BTreeMap<String, String>>);

impl Trial {
    /// No trial yet.
    pub fn new() -> Self {
        Self(RwSignal::new(BTreeMap::new()))
    }

    /// What was typed for an item.
    pub fn text(self, key: &str) -> Option<String> {
        self.0.with(|typed| typed.get(key).cloned())
    }

    /// Tries a weight; the one that is kept ends the trial of it.
    pub fn set(self, key: &str, kept: Decimal, text: &str) {
        self.0.update(|typed| {
            if Decimal::parse(text) == Some(kept) {
                typed.remove(key);
            } else {
                typed.insert(key.to_owned(), text.to_owned());
            }
        });
    }

    /// Gives the trial up.
    pub fn clear(self) {
        if self.0.with_untracked(|typed| !typed.is_empty()) {
            self.0.set(BTreeMap::new());
        }
    }

    /// The weights that are understood; what is half typed does not count.
    pub fn weights(self) -> BTreeMap<String, Decimal> {
        let read = |(key, text): (&String, &String)| {
            Decimal::parse(text).filter(|weight| !weight.is_negative()).map(|weight| (key.clone(), weight))
        };
        self.0.with(|typed| typed.iter().filter_map(read).collect())
    }

    /// Whether something is tried.
    pub fn is_on(self) -> bool {
        self.0.with(|typed| !typed.is_empty())
    }
}
