//! The Mandarin readings of a character. The table is made by `build.rs`.

use std::sync::OnceLock;

const FIRST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pinyin_first.bin"));
/// Of each further reading the step from the character before, then of each the lower byte of its syllable
/// number, then of each the upper.
const MORE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pinyin_more.bin"));
const SYLLABLES: &str = include_str!(concat!(env!("OUT_DIR"), "/pinyin_syllables.txt"));

/// The start of the block "CJK Unified Ideographs".
const BLOCK: u32 = 0x4e00;

struct Table {
    syllables: Vec<&'static str>,
    /// Character (as an offset into the block) and syllable number, sorted by character.
    more: Vec<(u16, u16)>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let count = MORE.len() / 3;
        let (steps, numbers) = MORE.split_at(count);
        let (low, high) = numbers.split_at(count);
        let characters = steps.iter().scan(0, |character: &mut u16, &step| {
            *character += u16::from(step);
            Some(*character)
        });
        let numbers = low.iter().zip(high).map(|(&low, &high)| u16::from_le_bytes([low, high]));
        Table { syllables: SYLLABLES.split(' ').collect(), more: characters.zip(numbers).collect() }
    })
}

/// The places of a text's characters in the order in which people look up names: Chinese by pinyin,
/// capitals with their small letters.
pub fn places(text: &str) -> impl Iterator<Item = u32> {
    text.chars().map(|c| place(c.to_ascii_lowercase()))
}

/// The place of a character in an order of all characters in which Chinese stands by its usual reading,
/// after letters and marks. No two characters have the same place.
fn place(character: char) -> u32 {
    // Characters end below 0x11 << 16, so a syllable's number above that leaves them room.
    const ROOM: u32 = 0x11;
    let offset = u32::from(character).checked_sub(BLOCK).and_then(|o| u16::try_from(o).ok());
    let first = offset.and_then(|o| {
        let at = usize::from(o) * 2;
        Some(u16::from_le_bytes([*FIRST.get(at)?, *FIRST.get(at + 1)?]))
    });
    match (offset, first) {
        (Some(offset), Some(syllable @ 1..)) => (ROOM + u32::from(syllable)) << 16 | u32::from(offset),
        _ => u32::from(character),
    }
}

/// The readings of a character without tones, the usual one first; none for what is not Chinese.
pub fn readings(character: char) -> impl Iterator<Item = &'static str> {
    let table = table();
    let offset = u32::from(character).checked_sub(BLOCK).and_then(|o| u16::try_from(o).ok());
    let first = offset.and_then(|o| {
        let at = usize::from(o) * 2;
        Some(u16::from_le_bytes([*FIRST.get(at)?, *FIRST.get(at + 1)?]))
    });
    let others = offset.filter(|_| first.is_some()).map_or(&[][..], |o| {
        let from = table.more.partition_point(|&(c, _)| c < o);
        let to = table.more.partition_point(|&(c, _)| c <= o);
        &table.more[from..to]
    });
    let numbers = first.into_iter().chain(others.iter().map(|&(_, number)| number));
    numbers.filter_map(|n| table.syllables.get(usize::from(n).checked_sub(1)?).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_stands_in_the_order_of_its_readings() {
        let mut units = ["中山镇", "安丰镇", "Abc", "八滩镇", "安宜镇"];
        units.sort_by_key(|name| name.chars().map(place).collect::<Vec<_>>());
        assert_eq!(units, ["Abc", "安丰镇", "安宜镇", "八滩镇", "中山镇"]);
    }

    #[test]
    fn common_characters_have_their_readings() {
        let all = |c| readings(c).collect::<Vec<_>>();
        assert_eq!(all('景').first(), Some(&"jing"), "the usual reading comes first");
        assert!(all('厦').contains(&"xia") && all('厦').contains(&"sha"));
        assert!(all('重').contains(&"zhong") && all('重').contains(&"chong"));
        assert!(all('a').is_empty() && all(',').is_empty() && all('\u{1F600}').is_empty());
    }
}
