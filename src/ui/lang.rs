//! Language in the interface: [`t`] reads a string in the current language and follows it.
//!
//! Give widgets a [`Text`] as it is (`label=shell::SAVE`), a `String`, or a closure for words that
//! change (`label=move || n_rows(lang(), n.get())`); in a view write `{move || t(shell::SAVE)}`.

use crate::i18n::{Lang, Text};
use crate::ui::state::prefs;
use leptos::prelude::*;

/// The current language. Followed when read inside an effect, a memo or a view.
pub fn lang() -> Lang {
    prefs::language().get()
}

/// `text` in the current language. Followed when read inside an effect, a memo or a view.
pub fn t(text: Text) -> &'static str {
    text.get(lang())
}

/// `text` in the current language, not followed: for event handlers.
pub fn t_now(text: Text) -> &'static str {
    text.get(prefs::language().get_untracked())
}

/// Words of the interface, or words of the user: what a widget shows that cannot take a signal,
/// such as the entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// From `i18n`; follows the language.
    Text(Text),
    /// Data, or a string put together already.
    Plain(String),
}

impl Words {
    /// The words in language `l`.
    pub fn get(&self, l: Lang) -> &str {
        match self {
            Words::Text(text) => text.get(l),
            Words::Plain(plain) => plain,
        }
    }

    /// The words in the current language, followed like [`t`].
    pub fn show(&self) -> String {
        self.get(lang()).to_owned()
    }
}

impl Default for Words {
    fn default() -> Self {
        Words::Plain(String::new())
    }
}

impl From<Text> for Words {
    fn from(text: Text) -> Self {
        Words::Text(text)
    }
}

impl From<String> for Words {
    fn from(plain: String) -> Self {
        Words::Plain(plain)
    }
}

impl From<&str> for Words {
    fn from(plain: &str) -> Self {
        Words::Plain(plain.to_owned())
    }
}

impl From<Text> for Signal<String> {
    fn from(text: Text) -> Self {
        Signal::derive(move || t(text).to_owned())
    }
}

impl From<Words> for Signal<String> {
    fn from(words: Words) -> Self {
        Signal::derive(move || words.show())
    }
}
