//! The two languages, and a string in both.

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese, the language of the offices.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages, Chinese first.
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// The BCP 47 tag for the `lang` attribute of the page.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }

    /// The word under which it is stored.
    pub const fn word(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    /// The language's own name, never translated, so that everyone finds theirs.
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::Zh => "中文",
            Lang::En => "English",
        }
    }

    /// The other language.
    pub const fn other(self) -> Lang {
        match self {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        }
    }

    /// The language for a browser that asks for `tag`: English for `en…`, Chinese otherwise.
    pub fn for_browser(tag: &str) -> Lang {
        match tag.get(..2) {
            Some(two) if two.eq_ignore_ascii_case("en") => Lang::En,
            _ => Lang::Zh,
        }
    }
}

/// A string without parameters, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Text {
    zh: &'static str,
    en: &'static str,
}

impl Text {
    /// A string in Chinese and English.
    pub const fn new(zh: &'static str, en: &'static str) -> Text {
        Text { zh, en }
    }

    /// The string in language `l`.
    pub const fn get(self, l: Lang) -> &'static str {
        match l {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_answers_in_the_language_asked_for() {
        const SAVE: Text = Text::new("保存", "Save");
        assert_eq!(SAVE.get(Lang::Zh), "保存");
        assert_eq!(SAVE.get(Lang::En), "Save");
    }

    #[test]
    fn chinese_is_the_language_of_every_browser_that_does_not_ask_for_english() {
        assert_eq!(Lang::for_browser("en-GB"), Lang::En);
        assert_eq!(Lang::for_browser("EN"), Lang::En);
        for tag in ["zh-CN", "zh-Hant-TW", "de", "", "e", "中文"] {
            assert_eq!(Lang::for_browser(tag), Lang::Zh, "{tag}");
        }
    }
}
