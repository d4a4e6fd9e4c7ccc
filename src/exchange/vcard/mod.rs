//! Business cards: vCard 2.1, 3.0 and 4.0 as phones and mail programs write them, several in a file.
//!
//! 1. [`read`] makes a [`Card`] of each, or says why it cannot ([`Unread`]).
//! 2. [`plan`] compares the cards with the ledger as a person decided on each ([`Decision`]).
//!
//! A reader of our own: the kept libraries for the format bring the time zones of the world or the tables of
//! all encodings along, while old phones write GBK, which the browser decodes ([`Decoder`]).
//!
//! Pictures, sounds and keys are passed over while reading, whatever their size.

mod card;
mod known;
mod lines;
mod name;
mod plan;
mod property;
mod reach;

pub use card::{Card, Doubt, Fault, Unread};
pub use plan::{Company, Counts, Decision, Employer, Kept, Outcome, Plan, Row, plan};

/// A file has at most this many bytes: an address book of thousands, with their pictures.
pub const MAX_BYTES: usize = 64 << 20;
/// Cards in a file.
pub const MAX_CARDS: usize = 5000;
/// Properties of a card that are looked at.
pub const MAX_PROPERTIES: usize = 500;
/// Bytes of a property's line, all its folds together.
pub const MAX_LINE: usize = 32 << 10;
/// Characters of a name, a post, a number.
pub const MAX_TEXT: usize = 120;
/// Characters of a note.
pub const MAX_NOTE: usize = 4000;
/// Numbers, and addresses, of one person.
pub const MAX_NUMBERS: usize = 12;

/// Decodes bytes in the encoding of this name (`gb18030`, `big5` …), or says that they are none.
///
/// Browsers have these decoders built in; carrying their tables in the program would cost hundreds of
/// kilobytes. So the caller brings it.
pub type Decoder<'a> = &'a dyn Fn(&str, &[u8]) -> Option<String>;

/// Why a file could not be read at all. Words for people are in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileError {
    /// It has no bytes.
    Empty,
    /// There is no card in it.
    NoCards,
    /// More bytes than [`MAX_BYTES`].
    TooLarge,
    /// More cards than [`MAX_CARDS`].
    TooMany,
}

/// Whether a file is one of cards, by its first bytes or, where there is no telling, its name.
pub fn is_cards(bytes: &[u8], file_name: &str) -> bool {
    const BEGIN: &[u8] = b"BEGIN:VCARD";
    // In UTF-16 a zero stands beside every letter.
    let start = bytes.iter().copied().filter(|b| b.is_ascii_graphic()).take(BEGIN.len());
    let begins = start.map(|b| b.to_ascii_uppercase()).eq(BEGIN.iter().copied());
    let name = file_name.to_ascii_lowercase();
    begins || name.ends_with(".vcf") || name.ends_with(".vcard")
}

/// Reads the cards of a file, in their order.
///
/// # Errors
/// See [`FileError`]. What is wrong with one card is in its place, and the others are read. No input makes it
/// panic, and none makes it use more memory than the limits allow.
pub fn read(bytes: &[u8], decode: Decoder) -> Result<Vec<Result<Card, Unread>>, FileError> {
    if bytes.is_empty() {
        return Err(FileError::Empty);
    }
    if bytes.len() > MAX_BYTES {
        return Err(FileError::TooLarge);
    }
    let cards = lines::cards(&lines::as_bytes(bytes), |raw| card::card(raw, decode))?;
    if cards.is_empty() { Err(FileError::NoCards) } else { Ok(cards) }
}

#[cfg(test)]
mod tests;
