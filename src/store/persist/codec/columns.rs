//! Which records have a cell: positions in the group's list of records, in order. A position that
//! occurs again is a later change of the same cell.

use crate::store::persist::wire::{Malformed, Reader, Writer};

/// Every record has the cell.
const ALL: u8 = 0;
/// One bit a record.
const BITS: u8 = 1;
/// The positions themselves, as steps.
const LIST: u8 = 2;

/// Writes positions in order, those that occur more than once too, out of `records`.
pub(super) fn write_positions(w: &mut Writer, positions: &[u32], records: usize) {
    let mut distinct: Vec<usize> = Vec::with_capacity(positions.len());
    let mut again: Vec<(usize, u64)> = Vec::new();
    for &position in positions {
        if distinct.last() != Some(&(position as usize)) {
            distinct.push(position as usize);
            continue;
        }
        let at = distinct.len() - 1;
        match again.last_mut() {
            Some((last, times)) if *last == at => *times += 1,
            _ => again.push((at, 1)),
        }
    }
    if distinct.len() == records {
        w.byte(ALL);
    } else if distinct.len() > records / 8 {
        w.byte(BITS);
        let mut bits = vec![0u8; records.div_ceil(8)];
        distinct.iter().for_each(|&position| bits[position / 8] |= 1 << (position % 8));
        w.0.extend_from_slice(&bits);
    } else {
        w.byte(LIST);
        write_sparse(w, &distinct);
    }
    write_sparse(w, &again.iter().map(|&(at, _)| at).collect::<Vec<_>>());
    again.iter().for_each(|&(_, times)| w.varint(times));
}

/// Reads what [`write_positions`] wrote. `budget` is how many positions may still be read in all; it
/// goes down, so that a few bytes cannot ask for endless memory.
pub(super) fn read_positions(
    r: &mut Reader<'_>,
    records: usize,
    budget: &mut usize,
) -> Result<Vec<u32>, Malformed> {
    let mut spend = |count: usize| {
        *budget = budget.checked_sub(count).ok_or(Malformed::TooLarge)?;
        Ok(())
    };
    let form = r.byte()?;
    let distinct: Vec<u32> = match form {
        ALL => {
            spend(records)?;
            (0..records as u32).collect()
        }
        BITS => {
            let bits = r.take(records.div_ceil(8))?;
            spend(bits.iter().map(|byte| byte.count_ones() as usize).sum())?;
            let is_set = |at: &u32| bits[*at as usize / 8] >> (at % 8) & 1 == 1;
            if bits.last().is_some_and(|last| u32::from(*last) >> ((records + 7) % 8 + 1) != 0) {
                return Err(Malformed::Index);
            }
            (0..records as u32).filter(is_set).collect()
        }
        LIST => {
            let list = read_sparse(r, records)?;
            spend(list.len())?;
            list.into_iter().map(|at| at as u32).collect()
        }
        _ => return Err(Malformed::Range),
    };
    let again = read_sparse(r, distinct.len())?;
    if again.is_empty() {
        return Ok(distinct);
    }
    let mut times = vec![1usize; distinct.len()];
    for at in again {
        let more = usize::try_from(r.varint()?).map_err(|_| Malformed::TooLarge)?;
        spend(more)?;
        times[at] = times[at].checked_add(more).ok_or(Malformed::TooLarge)?;
    }
    Ok(distinct.iter().zip(times).flat_map(|(&at, times)| std::iter::repeat_n(at, times)).collect())
}

/// Writes a few positions in order, each once.
pub(super) fn write_sparse(w: &mut Writer, positions: &[usize]) {
    w.len(positions.len());
    let mut next = 0;
    for &position in positions {
        w.len(position - next);
        next = position + 1;
    }
}

/// Reads positions below `bound`.
pub(super) fn read_sparse(r: &mut Reader<'_>, bound: usize) -> Result<Vec<usize>, Malformed> {
    let count = r.count()?;
    let mut positions = Vec::with_capacity(count);
    let mut next = 0;
    for _ in 0..count {
        let at = r.index(bound.checked_sub(next).ok_or(Malformed::Index)?)? + next;
        positions.push(at);
        next = at + 1;
    }
    Ok(positions)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn positions_round_trip(mut positions in prop::collection::vec(0u32..40, 0..60), spare in 0usize..9) {
            positions.sort_unstable();
            let records = positions.last().map_or(0, |&p| p as usize + 1) + spare;
            let mut w = Writer::default();
            write_positions(&mut w, &positions, records);
            let mut r = Reader::new(&w.0);
            let mut budget = positions.len();
            prop_assert_eq!(read_positions(&mut r, records, &mut budget), Ok(positions));
            prop_assert_eq!((r.end(), budget), (Ok(()), 0));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..40), records in 0usize..100) {
            let mut budget = 1000;
            if let Ok(positions) = read_positions(&mut Reader::new(&bytes), records, &mut budget) {
                prop_assert!(positions.is_sorted() && positions.iter().all(|&p| (p as usize) < records));
                prop_assert_eq!(positions.len() + budget, 1000);
            }
        }
    }
}
