//! Writes the table of Mandarin readings that the search uses.
//!
//! The readings come from the `pinyin` crate. The crate itself, linked into the page, would weigh
//! 100 kB after compression; a number for each character and reading weighs a quarter of that.

use pinyin::ToPinyinMulti;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The block "CJK Unified Ideographs", in which every character of common use stands.
const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let readings = |code: u32| -> Vec<&'static str> {
        let Some(multi) = char::from_u32(code).and_then(|c| c.to_pinyin_multi()) else { return Vec::new() };
        let mut plain: Vec<&'static str> = Vec::new();
        for reading in multi {
            if !plain.contains(&reading.plain()) {
                plain.push(reading.plain());
            }
        }
        plain
    };
    let mut numbers: BTreeMap<&str, u16> = BTreeMap::new();
    for code in FIRST..=LAST {
        for syllable in readings(code) {
            numbers.insert(syllable, 0);
        }
    }
    // 0 stands for "no reading"; syllables are numbered in alphabetical order from 1.
    for (number, slot) in (1..).zip(numbers.values_mut()) {
        *slot = number;
    }
    let mut first = Vec::new();
    // Steps, and the two bytes of the numbers, apart from each other: alike stands beside alike, and the
    // table compresses to 58 % of what pairs would.
    let (mut steps, mut low, mut high) = (Vec::new(), Vec::new(), Vec::new());
    let mut before = FIRST;
    for code in FIRST..=LAST {
        let mut all = readings(code).into_iter().map(|syllable| numbers[syllable]);
        first.extend(all.next().unwrap_or(0).to_le_bytes());
        for other in all {
            steps.push(u8::try_from(code - before).expect("the next character with two readings is near"));
            before = code;
            let [l, h] = other.to_le_bytes();
            low.push(l);
            high.push(h);
        }
    }
    let syllables: Vec<&str> = numbers.keys().copied().collect();
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let write =
        |name: &str, bytes: &[u8]| std::fs::write(out.join(name), bytes).expect("OUT_DIR is writable");
    write("pinyin_first.bin", &first);
    write("pinyin_more.bin", &[steps, low, high].concat());
    write("pinyin_syllables.txt", syllables.join(" ").as_bytes());
}
