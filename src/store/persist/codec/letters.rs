//! Texts in an alphabet of their own: one byte for each of the 192 most frequent characters of the set,
//! two for the others. UTF-8 spends three on every Chinese character; on follow-ups this takes a quarter
//! off after deflating, and halves what must be inflated.

use crate::domain::sort::Arrange;
use crate::store::persist::wire::{Malformed, Reader, Writer};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Characters with a code of one byte.
const SHORT: usize = 192;
/// The first byte of the form for characters beyond the alphabet: their number follows.
const ESCAPE: u8 = 0xff;
/// Characters in an alphabet: the second form counts from 192 to 254 in its first byte.
const MOST: usize = SHORT + 63 * 256;

/// The alphabet of a set.
pub(super) struct Alphabet {
    characters: Vec<char>,
    /// The characters with a short code come first.
    short: usize,
    codes: FxHashMap<char, usize>,
}

impl Alphabet {
    pub(super) fn collect<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut counts: FxHashMap<char, u32> = FxHashMap::default();
        for text in texts {
            text.chars().for_each(|c| *counts.entry(c).or_default() += 1);
        }
        let mut ranked: Vec<(char, u32)> = counts.into_iter().collect();
        ranked.arrange_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut characters: Vec<char> = ranked.into_iter().map(|(c, _)| c).take(MOST).collect();
        // In order of their numbers the table itself is short, and inside a length of code any order
        // deflates alike.
        let short = characters.len().min(SHORT);
        let (frequent, others) = characters.split_at_mut(short);
        frequent.arrange();
        others.arrange();
        let codes = characters.iter().copied().zip(0..).collect();
        Self { characters, short, codes }
    }

    pub(super) fn write(&self, w: &mut Writer) {
        w.len(self.characters.len());
        for tier in [&self.characters[..self.short], &self.characters[self.short..]] {
            let mut next = 0;
            for &character in tier {
                let number = u32::from(character);
                w.varint(u64::from(number - next));
                next = number + 1;
            }
        }
    }

    /// Writes texts: first all lengths in characters, then all characters.
    pub(super) fn write_texts(&self, w: &mut Writer, texts: &[&str]) {
        texts.iter().for_each(|text| w.len(text.chars().count()));
        for character in texts.iter().flat_map(|text| text.chars()) {
            match self.codes.get(&character) {
                Some(&code) if code < SHORT => w.byte(code as u8),
                Some(&code) => {
                    let code = code - SHORT;
                    w.byte((SHORT + (code >> 8)) as u8);
                    w.byte(code as u8);
                }
                None => {
                    w.byte(ESCAPE);
                    w.varint(u64::from(u32::from(character)));
                }
            }
        }
    }
}

/// The alphabet as read: the characters by code.
pub(super) struct Characters(Vec<char>);

impl Characters {
    pub(super) fn read(r: &mut Reader<'_>) -> Result<Self, Malformed> {
        let count = r.count()?;
        let mut characters = Vec::with_capacity(count);
        let mut next = 0u32;
        for code in 0..count {
            if code == SHORT {
                next = 0;
            }
            let step = u32::try_from(r.varint()?).map_err(|_| Malformed::Range)?;
            let character = next.checked_add(step).and_then(char::from_u32).ok_or(Malformed::Text)?;
            characters.push(character);
            next = u32::from(character) + 1;
        }
        Ok(Self(characters))
    }

    /// Reads `count` texts.
    pub(super) fn read_texts(&self, r: &mut Reader<'_>, count: usize) -> Result<Vec<Rc<str>>, Malformed> {
        if count > r.rest().len() {
            return Err(Malformed::Short);
        }
        let mut lengths = Vec::with_capacity(count);
        for _ in 0..count {
            lengths.push(r.varint()?);
        }
        let mut text = String::new();
        let mut texts = Vec::with_capacity(count);
        for length in lengths {
            text.clear();
            for _ in 0..length {
                text.push(self.read_character(r)?);
            }
            texts.push(Rc::from(text.as_str()));
        }
        Ok(texts)
    }

    fn read_character(&self, r: &mut Reader<'_>) -> Result<char, Malformed> {
        let first = r.byte()?;
        if first == ESCAPE {
            return u32::try_from(r.varint()?).ok().and_then(char::from_u32).ok_or(Malformed::Text);
        }
        let code = match usize::from(first) {
            short if short < SHORT => short,
            long => SHORT + ((long - SHORT) << 8 | usize::from(r.byte()?)),
        };
        self.0.get(code).copied().ok_or(Malformed::Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn round_trip(texts: &[&str]) -> Vec<String> {
        let alphabet = Alphabet::collect(texts.iter().copied());
        let mut w = Writer::default();
        alphabet.write(&mut w);
        alphabet.write_texts(&mut w, texts);
        let mut r = Reader::new(&w.0);
        let read = Characters::read(&mut r).and_then(|c| c.read_texts(&mut r, texts.len()));
        assert_eq!(r.end(), Ok(()));
        read.expect("our own bytes").iter().map(|text| text.to_string()).collect()
    }

    proptest! {
        #[test]
        fn texts_round_trip(texts in prop::collection::vec(".*", 0..8)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            prop_assert_eq!(round_trip(&texts), texts);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..60), count in 0usize..9) {
            let mut r = Reader::new(&bytes);
            if let Ok(characters) = Characters::read(&mut r) {
                let _ = characters.read_texts(&mut r, count);
            }
        }
    }

    #[test]
    fn more_characters_than_codes() {
        let all: String = (0x20..0x11000).filter_map(char::from_u32).collect();
        assert!(all.chars().count() > MOST);
        assert_eq!(round_trip(&[&all, "甲"]), [all.as_str(), "甲"]);
    }
}
