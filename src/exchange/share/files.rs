//! Files of changes as they lie in the place: compressed, so that a slow line carries less.

use super::MAX_PACKED;
use crate::exchange::json::MAX_BYTES;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::io::{Read, Write};

/// Compresses (gzip, RFC 1952, so that any tool opens it).
pub fn pack(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(text.len() / 6), Compression::default());
    // Writing into memory cannot fail.
    let _ = encoder.write_all(text.as_bytes());
    encoder.finish().unwrap_or_default()
}

/// The text of a compressed file; `None` if it is none, or unpacks to more than a file may hold.
pub fn unpack(bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.len() > MAX_PACKED {
        return None;
    }
    let mut text = Vec::with_capacity(bytes.len().saturating_mul(6).min(MAX_BYTES));
    let limit = MAX_BYTES as u64 + 1;
    GzDecoder::new(bytes).take(limit).read_to_end(&mut text).ok()?;
    (text.len() <= MAX_BYTES).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_unpacks_and_bombs_do_not() {
        let text = "招商引资".repeat(1000);
        let packed = pack(&text);
        assert!(packed.len() < text.len() / 20);
        assert_eq!(unpack(&packed).as_deref(), Some(text.as_bytes()));
        assert_eq!(unpack(&packed[..packed.len() / 2]), None);
        assert_eq!(unpack(b"{}"), None);
        assert_eq!(unpack(&[]), None);
        let bomb = {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
            let zeros = vec![0u8; 1 << 20];
            for _ in 0..=MAX_BYTES >> 20 {
                let _ = encoder.write_all(&zeros);
            }
            encoder.finish().unwrap_or_default()
        };
        assert!(bomb.len() < MAX_PACKED);
        assert_eq!(unpack(&bomb), None);
    }
}
