//! When the browser's room for the page becomes short.

/// So much must be left, in bytes: room for the largest import and the copies made while it is tidied up.
const LEFT: u64 = 50_000_000;

/// Whether the user should be told to make a backup and room: more than four fifths of what the browser allows
/// is used, or less than 50 MB is left of it. Both in bytes; a browser that does not say allows 0.
pub fn is_short(used: u64, allowed: u64) -> bool {
    allowed > 0 && (used > allowed / 5 * 4 || allowed.saturating_sub(used) < LEFT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_is_four_fifths_or_little_left() {
        assert!(!is_short(0, 0));
        assert!(!is_short(5_000_000, 10_000_000_000));
        assert!(!is_short(8_000_000_000, 10_000_000_000));
        assert!(is_short(8_000_000_001, 10_000_000_000));
        assert!(!is_short(50_000_000, 100_000_000));
        assert!(is_short(51_000_000, 100_000_000));
        assert!(is_short(9, 1));
    }
}
