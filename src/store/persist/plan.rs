//! Which stored values to gather into one: a log-structured merge by size.
//!
//! A keystroke must not rewrite megabytes, and Chromium commits no more than 10 MiB of localStorage an
//! hour. So a value is rewritten only together with others of its own size: 32 segments become a small
//! chunk, four small chunks a larger one, and so on up to a size where a chunk is left alone for ever.
//! Every change is rewritten at most once for each of the four sizes. Nothing is ever dropped, so there
//! is nothing to gain from rewriting what is large already.

use super::keys::{Name, Role};

/// So many segments are worth gathering, whatever their size.
const SEGMENTS: usize = 32;
/// So many chunks of one size are.
const CHUNKS: usize = 4;
/// Values of so many units are left alone.
pub(super) const SEALED: usize = 48_000;
/// Most units to gather at a time.
const MOST: usize = 4 * SEALED;
/// The largest chunks of the smallest size.
const SMALLEST: usize = 1_500;

/// Chooses values to gather, given the name and units of all there are.
pub(super) fn choose(values: impl Iterator<Item = (Name, usize)>) -> Option<Vec<Name>> {
    let mut segments = Vec::new();
    let mut chunks: Vec<Vec<(Name, usize)>> = Vec::new();
    for (name, units) in values.filter(|(_, units)| *units < SEALED) {
        match name.role {
            Role::Segment => segments.push((name, units)),
            Role::Chunk => {
                let size = size_of(units);
                chunks.resize_with(chunks.len().max(size + 1), Vec::new);
                chunks[size].push((name, units));
            }
        }
    }
    let weight: usize = segments.iter().map(|(_, units)| units).sum();
    if segments.len() >= SEGMENTS || weight >= SEALED {
        return Some(up_to_most(segments));
    }
    chunks.into_iter().find(|same| same.len() >= CHUNKS).map(up_to_most)
}

/// The size class: each is four times the one before.
fn size_of(units: usize) -> usize {
    let mut size = 0;
    let mut bound = SMALLEST;
    while units > bound {
        bound *= 4;
        size += 1;
    }
    size
}

fn up_to_most(values: Vec<(Name, usize)>) -> Vec<Name> {
    let mut total = 0;
    let fits = |(_, units): &(Name, usize)| {
        total += units;
        total <= MOST
    };
    values.into_iter().take_while(fits).map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::persist::keys::TabId;

    fn values(role: Role, sizes: &[usize]) -> Vec<(Name, usize)> {
        let name = |seq| Name { role, tab: TabId::new(1), seq };
        sizes.iter().zip(0..).map(|(&units, seq)| (name(seq), units)).collect()
    }

    fn chosen(role: Role, sizes: &[usize]) -> Option<usize> {
        choose(values(role, sizes).into_iter()).map(|names| names.len())
    }

    #[test]
    fn many_segments_or_heavy_ones_are_gathered() {
        assert_eq!(chosen(Role::Segment, &[100; 31]), None);
        assert_eq!(chosen(Role::Segment, &[100; 32]), Some(32));
        assert_eq!(chosen(Role::Segment, &[20_000; 3]), Some(3));
        assert_eq!(chosen(Role::Segment, &[20_000; 31]), Some(9), "no more than a few parts at a time");
    }

    #[test]
    fn chunks_are_gathered_with_their_like() {
        assert_eq!(chosen(Role::Chunk, &[1_000, 5_000, 20_000, 1_000, 1_000]), None);
        assert_eq!(chosen(Role::Chunk, &[1_000, 5_000, 1_000, 1_000, 1_000]), Some(4));
        assert_eq!(chosen(Role::Chunk, &[SEALED; 9]), None);
    }
}
