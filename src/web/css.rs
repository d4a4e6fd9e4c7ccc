//! Lengths as CSS writes them.

/// A length in CSS pixels: `12.5px`. Written by whole numbers, because the library's way of writing fractions would
/// be waited for before the first page.
pub fn px(length: f64) -> String {
    let hundredths = (length * 100.0).round() as i64;
    let sign = if hundredths < 0 { "-" } else { "" };
    let size = hundredths.unsigned_abs();
    match size % 100 {
        0 => format!("{sign}{}px", size / 100),
        part => format!("{sign}{}.{part:02}px", size / 100),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_kept_to_the_hundredth() {
        assert_eq!(
            [0.0, 36.0, 36.5, -0.05, 1234.567].map(px),
            ["0px", "36px", "36.50px", "-0.05px", "1234.57px"]
        );
    }
}
