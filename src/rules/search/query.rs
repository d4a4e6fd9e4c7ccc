//! One typed query, and how well a text answers it.

use super::pinyin::readings;
use memchr::memmem::Finder;

/// What was typed, made ready: terms divided by spaces, all of which must be found.
#[derive(Clone, Debug)]
pub struct Query {
    terms: Vec<Term>,
}

#[derive(Clone, Debug)]
struct Term {
    /// Looks for the term to the letter: made once, because it is asked of every text there is.
    finder: Finder<'static>,
    /// Whether it could be pinyin or initials.
    latin: bool,
}

/// How well a text matches; greater is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// Somewhere, by pinyin or initials.
    Sound,
    /// From the beginning, by pinyin or initials.
    SoundFromStart,
    /// Somewhere, to the letter.
    Text,
    /// From the beginning, to the letter.
    TextFromStart,
}

impl Query {
    /// Reads what was typed; `None` if there is nothing to look for.
    pub fn new(typed: &str) -> Option<Self> {
        let terms: Vec<Term> = typed
            .split_whitespace()
            .map(normalise)
            .filter(|text| !text.is_empty())
            .map(|text| Term {
                latin: text.bytes().all(|b| b.is_ascii_lowercase() || b == b'\''),
                finder: Finder::new(&text).into_owned(),
            })
            .collect();
        (!terms.is_empty()).then_some(Self { terms })
    }

    /// How many terms must be found.
    pub fn terms(&self) -> usize {
        self.terms.len()
    }

    /// How well a text answers term number `term`.
    pub fn term_match(&self, term: usize, searched: &Searched) -> Option<Match> {
        let term = self.terms.get(term)?;
        let text: &str = &searched.text;
        match term.finder.find(text.as_bytes()) {
            Some(0) => return Some(Match::TextFromStart),
            Some(_) => return Some(Match::Text),
            None if !term.latin => return None,
            None => {}
        }
        let letters = term.finder.needle();
        let first = initial_bit(*letters.first()?);
        let may_start = text.char_indices().zip(&searched.initials).filter(|&(_, bits)| bits & first != 0);
        let mut starts = may_start.map(|((at, _), _)| at).filter(|&at| sounds_like(&text[at..], letters));
        starts.next().map(|at| if at == 0 { Match::SoundFromStart } else { Match::Sound })
    }

    /// Whether every term is found in `text` to the letter: for long texts, where sound would find
    /// too much.
    pub fn is_in(&self, text: &str) -> bool {
        self.terms.iter().all(|term| term.finder.find(text.as_bytes()).is_some())
    }
}

/// A text made ready to be searched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Searched {
    text: String,
    /// For each character the initials of its readings, a bit a letter: most characters are ruled out
    /// by it without looking at their syllables.
    initials: Box<[u32]>,
}

impl Searched {
    /// Makes a text ready.
    pub fn new(text: &str) -> Self {
        let text = normalise(text);
        let bits = |c: char| match u8::try_from(c).ok().filter(u8::is_ascii) {
            Some(byte) => initial_bit(byte),
            None => readings(c).filter_map(|s| s.bytes().next()).fold(0, |all, b| all | initial_bit(b)),
        };
        let initials = text.chars().map(bits).collect();
        Self { text, initials }
    }

    /// The text as it is searched.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// The bit of a lower-case letter; none for other bytes.
fn initial_bit(byte: u8) -> u32 {
    if byte.is_ascii_lowercase() { 1 << (byte - b'a') } else { 0 }
}

/// Lower case, half width, no spaces: both what is typed and what is searched.
pub fn normalise(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            // Full-width forms stand at a fixed distance from their ASCII twins.
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            other => other,
        })
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether `text` begins with characters whose sounds spell `letters`: each character gives its whole
/// syllable or its initial letter, the last one any beginning of its syllable. Latin letters and
/// digits in the text stand for themselves; an apostrophe may divide syllables (xi'an).
fn sounds_like(text: &str, letters: &[u8]) -> bool {
    let letters = letters.strip_prefix(b"'").unwrap_or(letters);
    let Some(&initial) = letters.first() else { return true };
    let mut rest = text.chars();
    let Some(character) = rest.next() else { return false };
    let rest = rest.as_str();
    if character.is_ascii() {
        return character == char::from(initial) && sounds_like(rest, &letters[1..]);
    }
    readings(character).any(|syllable| {
        let syllable = syllable.as_bytes();
        if syllable.first() != Some(&initial) {
            return false;
        }
        syllable.starts_with(letters)
            || letters.strip_prefix(syllable).is_some_and(|left| sounds_like(rest, left))
            || sounds_like(rest, &letters[1..])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(typed: &str, text: &str) -> Option<Match> {
        Query::new(typed).and_then(|q| q.term_match(0, &Searched::new(text)))
    }

    #[test]
    fn finds_by_text_pinyin_and_initials() {
        let name = "景澄锂能项目";
        assert_eq!(found("景澄", name), Some(Match::TextFromStart));
        assert_eq!(found("锂能", name), Some(Match::Text));
        assert_eq!(found("jcln", name), Some(Match::SoundFromStart));
        assert_eq!(found("JingChengLi", name), Some(Match::SoundFromStart));
        assert_eq!(found("lineng", name), Some(Match::Sound));
        assert_eq!(found("jingcln", name), Some(Match::SoundFromStart), "whole syllables and initials mix");
        assert_eq!(found("jcx", name), None);
        assert_eq!(found("xmjh", "厦门金禾瑞"), Some(Match::SoundFromStart), "any reading of a character");
        assert_eq!(found("xi'an", "西安"), Some(Match::SoundFromStart));
        assert_eq!(found("ZS2026", "zs20260001"), Some(Match::TextFromStart));
        assert_eq!(found("led", "LED芯片"), Some(Match::TextFromStart));
        assert_eq!(found("ledxp", "LED芯片"), Some(Match::SoundFromStart));
        assert!(Query::new("  ").is_none());
    }

    proptest! {
        #[test]
        fn any_part_of_a_text_is_found_in_it(text in "[a-z景澄锂能厦门0-9]{1,12}", from in 0usize..12, len in 1usize..6) {
            let part: String = text.chars().skip(from).take(len).collect();
            prop_assume!(!part.is_empty());
            prop_assert!(found(&part, &text).is_some());
        }

        #[test]
        fn never_panics(typed in ".{0,20}", text in ".{0,40}") {
            let _ = found(&typed, &text);
        }
    }
}
