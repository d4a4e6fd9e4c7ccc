//! A run of numbers in whichever of three forms is shortest.

use crate::store::persist::wire::{Malformed, Reader, Writer, unzigzag, zigzag};

/// Every number as it is.
const PLAIN: u8 = 0;
/// Every number as its difference from the one before.
const STEPS: u8 = 1;
/// Every number as its difference from its guess.
const GUESSED: u8 = 2;

/// Writes numbers. `guesses`, where there are any, are numbers the reader has too.
pub(super) fn write(w: &mut Writer, numbers: &[i64], guesses: Option<&[i64]>) {
    let plain = || numbers.iter().copied();
    let steps = || {
        let before = std::iter::once(0).chain(plain());
        plain().zip(before).map(|(n, before)| n.wrapping_sub(before))
    };
    let guessed = || {
        let guesses = guesses.unwrap_or_default().iter();
        plain().zip(guesses).map(|(n, guess)| n.wrapping_sub(*guess))
    };
    let guessed_cost = if guesses.is_some() { cost(guessed()) } else { usize::MAX };
    let costs = [(cost(plain()), PLAIN), (cost(steps()), STEPS), (guessed_cost, GUESSED)];
    let form = costs.into_iter().min().map_or(PLAIN, |(_, form)| form);
    w.byte(form);
    match form {
        STEPS => steps().for_each(|n| w.signed(n)),
        GUESSED => guessed().for_each(|n| w.signed(n)),
        _ => plain().for_each(|n| w.signed(n)),
    }
}

/// The bytes that numbers take as they are given.
fn cost(numbers: impl Iterator<Item = i64>) -> usize {
    numbers.map(|n| (64 - (zigzag(n) | 1).leading_zeros() as usize).div_ceil(7)).sum()
}

/// Reads `count` numbers. The caller has checked the count against the data it belongs to.
pub(super) fn read(r: &mut Reader<'_>, count: usize, guesses: Option<&[i64]>) -> Result<Vec<i64>, Malformed> {
    let form = r.byte()?;
    if count > r.rest().len() {
        return Err(Malformed::Short);
    }
    let mut numbers = Vec::with_capacity(count);
    let mut before = 0i64;
    for at in 0..count {
        let written = unzigzag(r.varint()?);
        let number = match form {
            PLAIN => written,
            STEPS => before.wrapping_add(written),
            GUESSED => {
                let guess = guesses.and_then(|g| g.get(at)).ok_or(Malformed::Index)?;
                guess.wrapping_add(written)
            }
            _ => return Err(Malformed::Range),
        };
        numbers.push(number);
        before = number;
    }
    Ok(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn round_trip(pairs in prop::collection::vec((any::<i64>(), any::<i64>()), 0..20), guess in any::<bool>()) {
            let numbers: Vec<i64> = pairs.iter().map(|p| p.0).collect();
            let guesses: Vec<i64> = pairs.iter().map(|p| p.1).collect();
            let guesses = guess.then_some(&guesses[..]);
            let mut w = Writer::default();
            write(&mut w, &numbers, guesses);
            let mut r = Reader::new(&w.0);
            prop_assert_eq!(read(&mut r, numbers.len(), guesses), Ok(numbers));
            prop_assert_eq!(r.end(), Ok(()));
        }
    }

    #[test]
    fn the_shortest_form_is_chosen() {
        let size = |numbers: &[i64], guesses: Option<&[i64]>| {
            let mut w = Writer::default();
            write(&mut w, numbers, guesses);
            w.0.len()
        };
        assert_eq!(size(&[1, -60, 3], None), 4);
        assert_eq!(size(&[100_000, 100_001, 100_000], None), 6);
        assert_eq!(size(&[100_000, 5, 900_000], Some(&[100_001, 4, 900_000])), 4);
    }
}
