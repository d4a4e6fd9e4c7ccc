//! The marks between words, which differ between the languages.

use super::Lang;

/// Between a name and what is said of it.
pub const fn colon(l: Lang) -> &'static str {
    match l {
        Lang::Zh => "：",
        Lang::En => ": ",
    }
}

/// Between statements of one sentence.
pub const fn semicolon(l: Lang) -> &'static str {
    match l {
        Lang::Zh => "；",
        Lang::En => "; ",
    }
}

/// Between short statements.
pub const fn comma(l: Lang) -> &'static str {
    match l {
        Lang::Zh => "，",
        Lang::En => ", ",
    }
}

/// Between the items of a list.
pub const fn listing(l: Lang) -> &'static str {
    match l {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}

/// Between sentences.
pub const fn stop(l: Lang) -> &'static str {
    match l {
        Lang::Zh => "。",
        Lang::En => ". ",
    }
}

/// Words beside others.
pub fn aside(l: Lang, words: &str) -> String {
    match l {
        Lang::Zh => format!("（{words}）"),
        Lang::En => format!(" ({words})"),
    }
}
