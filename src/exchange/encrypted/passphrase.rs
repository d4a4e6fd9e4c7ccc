//! Passphrases: what is too short, and what is offered.

use crate::domain::id::DIGITS;

/// The fewest characters of a passphrase that is taken.
pub const MIN_CHARS: usize = 10;
/// The random bytes that an offered passphrase is made of.
pub const RANDOM: usize = 20;

/// Why a passphrase is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It has fewer than [`MIN_CHARS`] characters.
    Short,
    /// The second time it was typed differently.
    Differs,
}

/// Whether a passphrase typed twice is taken.
///
/// # Errors
/// Why it is not.
pub fn fit(passphrase: &str, again: &str) -> Result<(), Unfit> {
    if passphrase.chars().count() < MIN_CHARS {
        Err(Unfit::Short)
    } else if passphrase != again {
        Err(Unfit::Differs)
    } else {
        Ok(())
    }
}

/// A passphrase of 100 random bits in groups that are easily read out: `k7mf-0x2d-…`.
pub fn offered(random: &[u8; RANDOM]) -> String {
    let letter = |byte: &u8| char::from(DIGITS[usize::from(byte % 32)]);
    let groups = random.chunks(4).map(|group| group.iter().map(letter).collect::<String>());
    groups.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_one_and_a_mistyped_one_are_not_taken() {
        assert_eq!(fit("123456789", "123456789"), Err(Unfit::Short));
        assert_eq!(fit("招商引资重点项目内部资料", "招商引资重点项目内部材料"), Err(Unfit::Differs));
        assert_eq!(fit("1234567890", "1234567890"), Ok(()));
    }

    #[test]
    fn the_offered_one_has_a_hundred_bits_and_is_taken() {
        let one = offered(&std::array::from_fn(|at| at as u8));
        assert_eq!(one, "0123-4567-89ab-cdef-ghjk");
        assert_eq!(fit(&one, &one), Ok(()));
        assert_eq!(offered(&[255; RANDOM]), "zzzz-zzzz-zzzz-zzzz-zzzz");
    }
}
