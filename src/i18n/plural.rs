//! English counts: `1 project`, `1,234 projects`.

use super::format::count;

/// `n`, with separators, and the words that agree with it: `one` for exactly one, `many` for all
/// others, none among them.
pub fn plural(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", count(n), if n == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_is_one() {
        let said = [0, 1, 2, 1234].map(|n| plural(n, "row lies", "rows lie"));
        assert_eq!(said, ["0 rows lie", "1 row lies", "2 rows lie", "1,234 rows lie"]);
    }
}
