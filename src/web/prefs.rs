//! What this browser remembers of its user's taste: language, colours, size.
//!
//! Kept apart from the pipeline: never exported, and losing it costs three clicks.

use super::page;
use crate::i18n::Lang;

/// Where the preferences lie. All files opened from one disk share a storage, hence the prefix.
const KEY: &str = "zs.prefs";

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// How large everything is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// For a person before a screen.
    #[default]
    Normal,
    /// For a meeting before a projector: one size up, high contrast, nothing personal.
    Projector,
}

/// The preferences of this browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prefs {
    /// Language; unset until the user chooses, so that the browser's own is followed.
    pub lang: Option<Lang>,
    /// Light or dark.
    pub theme: Theme,
    /// Normal or projector.
    pub size: Size,
}

impl Theme {
    const fn word(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

impl Size {
    const fn word(self) -> &'static str {
        match self {
            Size::Normal => "normal",
            Size::Projector => "projector",
        }
    }
}

impl Prefs {
    /// Reads the words of [`Prefs::written`], in any order and whatever stands between them: earlier versions wrote
    /// JSON. A reader of JSON is not worth waiting for before the first page.
    fn read(text: &str) -> Prefs {
        let says = |word: &str| text.split(|c: char| !c.is_ascii_alphabetic()).any(|found| found == word);
        Prefs {
            lang: Lang::ALL.into_iter().find(|lang| says(lang.word())),
            theme: [Theme::Light, Theme::Dark]
                .into_iter()
                .find(|theme| says(theme.word()))
                .unwrap_or_default(),
            size: [Size::Projector].into_iter().find(|size| says(size.word())).unwrap_or_default(),
        }
    }

    /// The words that are stored: `zh dark normal`.
    fn written(&self) -> String {
        let lang = self.lang.map(Lang::word).unwrap_or_default();
        [lang, self.theme.word(), self.size.word()].join(" ")
    }
}

/// The stored preferences; the defaults where none are stored or allowed.
pub fn load() -> Prefs {
    get(KEY).map(|text| Prefs::read(&text)).unwrap_or_default()
}

/// Stores the preferences. Without storage they hold until the page is closed.
pub fn save(prefs: &Prefs) {
    set(KEY, &prefs.written());
}

/// Where it is noted that the sample workspace is open.
const SAMPLE_KEY: &str = "zs.sample-open";

/// Whether the sample workspace was open last.
pub fn is_sample_open() -> bool {
    get(SAMPLE_KEY).as_deref() == Some("true")
}

/// Remembers whether the sample workspace is open. If it is forgotten, the office's own opens next time.
pub fn set_sample_open(open: bool) {
    set(SAMPLE_KEY, if open { "true" } else { "false" });
}

/// Where the minutes lie that a unit has at a hearing.
const HEARING_KEY: &str = "zs.hearing-minutes";

/// How many minutes a unit has at a hearing, as this browser remembers it.
pub fn hearing_minutes() -> Option<u32> {
    get(HEARING_KEY)?.parse().ok()
}

/// Remembers the minutes of a unit.
pub fn set_hearing_minutes(minutes: u32) {
    set(HEARING_KEY, &minutes.to_string());
}

fn get(key: &str) -> Option<String> {
    page::local_storage()?.get_item(key).ok().flatten()
}

/// A full storage is told by the pipeline's own writer; taste may be lost silently.
fn set(key: &str, text: &str) {
    if let Some(storage) = page::local_storage() {
        let _ = storage.set_item(key, text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_so_is_the_json_of_earlier_versions() {
        for lang in [None, Some(Lang::Zh), Some(Lang::En)] {
            for theme in [Theme::Auto, Theme::Light, Theme::Dark] {
                for size in [Size::Normal, Size::Projector] {
                    let prefs = Prefs { lang, theme, size };
                    assert_eq!(Prefs::read(&prefs.written()), prefs);
                }
            }
        }
        let earlier = r#"{"lang":"en","theme":"dark","size":"projector"}"#;
        let expected = Prefs { lang: Some(Lang::En), theme: Theme::Dark, size: Size::Projector };
        assert_eq!(Prefs::read(earlier), expected);
        assert_eq!(Prefs::read(""), Prefs::default());
    }
}
