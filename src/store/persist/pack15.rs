//! Bytes as text for a store that counts and keeps UTF-16 units: 15 bits a unit.
//!
//! The units are the 32 768 characters from U+1000 on: none is a surrogate, so every JavaScript engine
//! and every Rust `String` carries them unharmed, and each is exactly three bytes of UTF-8, so that
//! unpacking runs over the bytes of the string at a fixed stride. A final 1 bit, then zeros, mark the
//! end, so that the number of bytes needs no place of its own.

/// The character that stands for fifteen zero bits.
const BASE: u32 = 0x1000;

/// The text is not what [`pack`] writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPacked;

/// How many UTF-16 units `bytes` bytes take when packed.
pub const fn units_for(bytes: usize) -> usize {
    (bytes * 8 + 1).div_ceil(15)
}

/// Packs bytes into text.
pub fn pack(bytes: &[u8]) -> String {
    let mut text = Vec::with_capacity(units_for(bytes.len()) * 3);
    let mut push = |unit: u32| {
        let code = BASE + unit;
        text.push(0xe0 | (code >> 12) as u8);
        text.push(0x80 | (code >> 6 & 0x3f) as u8);
        text.push(0x80 | (code & 0x3f) as u8);
    };
    let mut pending = 0u32;
    let mut bits = 0;
    for &byte in bytes {
        pending = pending << 8 | u32::from(byte);
        bits += 8;
        if bits >= 15 {
            bits -= 15;
            push(pending >> bits & 0x7fff);
        }
        pending &= (1 << bits) - 1;
    }
    // The closing 1 bit, then zeros up to a full unit.
    push((pending << 1 | 1) << (14 - bits));
    String::from_utf8(text).unwrap_or_default()
}

/// Reads what [`pack`] wrote.
///
/// # Errors
/// If the text holds any other character or does not end as it should.
pub fn unpack(text: &str) -> Result<Vec<u8>, NotPacked> {
    let mut bytes = Vec::with_capacity(text.len() / 3 * 15 / 8 + 1);
    let mut pending = 0u32;
    let mut bits = 0;
    let (units, rest) = text.as_bytes().as_chunks::<3>();
    for &[a, b, c] in units {
        let code = u32::from(a & 0x0f) << 12 | u32::from(b & 0x3f) << 6 | u32::from(c & 0x3f);
        let unit = code.wrapping_sub(BASE);
        // A valid string whose bytes do not fall into threes has a byte here that begins otherwise.
        if a & 0xf0 != 0xe0 || unit > 0x7fff {
            return Err(NotPacked);
        }
        pending = pending << 15 | unit;
        bits += 15;
        while bits >= 8 {
            bits -= 8;
            bytes.push((pending >> bits) as u8);
        }
        pending &= (1 << bits) - 1;
    }
    if !rest.is_empty() {
        return Err(NotPacked);
    }
    // The mark is the first bit after a whole number of bytes: at the head of what is pending, or it
    // filled up a last byte of its own.
    if bits > 0 && pending == 1 << (bits - 1) {
        return Ok(bytes);
    }
    match bytes.pop() {
        Some(0x80) if pending == 0 => Ok(bytes),
        _ => Err(NotPacked),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bytes_round_trip(bytes in prop::collection::vec(any::<u8>(), 0..70)) {
            let text = pack(&bytes);
            prop_assert_eq!(text.encode_utf16().count(), units_for(bytes.len()));
            let in_range = text.chars().all(|c| (0x1000..=0x8fff).contains(&u32::from(c)));
            prop_assert!(in_range);
            prop_assert_eq!(unpack(&text), Ok(bytes));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".*") {
            if let Ok(bytes) = unpack(&text) {
                prop_assert_eq!(pack(&bytes), text);
            }
        }

        #[test]
        fn a_cut_text_never_reads_as_the_whole(bytes in prop::collection::vec(any::<u8>(), 1..40), keep in 0usize..20) {
            let text = pack(&bytes);
            let cut: String = text.chars().take(keep.min(text.chars().count() - 1)).collect();
            prop_assert_ne!(unpack(&cut), Ok(bytes));
        }
    }

    #[test]
    fn edges() {
        assert_eq!(unpack(&pack(&[])), Ok(vec![]));
        for bad in ["", "a", "abc", "\u{1000}", "\u{0fff}", "\u{9000}", "é", "\u{10000}"] {
            assert_eq!(unpack(bad), Err(NotPacked), "{bad:?}");
        }
        for len in 0..40 {
            for fill in [0, 0x80, 0xff] {
                let bytes = vec![fill; len];
                assert_eq!(unpack(&pack(&bytes)), Ok(bytes));
            }
        }
    }
}
