//! Counts, percentages and file sizes.

/// What a grid shows for zero or for nothing: an en dash.
pub const DASH: &str = "–";

/// An integer with thousands separators: `1234567` → `1,234,567`.
pub fn grouped(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if n < 0 {
        out.push('-');
    }
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// A count with thousands separators.
pub fn count(n: usize) -> String {
    grouped(i64::try_from(n).unwrap_or(i64::MAX))
}

/// An integer in a grid: separators, and a dash for zero.
pub fn number_cell(n: i64) -> String {
    if n == 0 { DASH.to_owned() } else { grouped(n) }
}

/// `part` of `whole` as a percentage with at most one decimal; a dash when `whole` is zero.
///
/// Integer arithmetic, rounded half away from zero, so that 49.95 % never turns into 49.9 %.
pub fn percent_of(part: i64, whole: i64) -> String {
    if whole == 0 {
        return DASH.to_owned();
    }
    let scaled = i128::from(part) * 1000;
    let whole = i128::from(whole);
    let half = whole.abs() / 2 * (scaled.signum() * whole.signum());
    let tenths = (scaled + half * whole.signum()) / whole;
    let sign = if tenths < 0 { "-" } else { "" };
    let (units, tenth) = (tenths.abs() / 10, tenths.abs() % 10);
    match tenth {
        0 => format!("{sign}{units}%"),
        _ => format!("{sign}{units}.{tenth}%"),
    }
}

/// A ratio as a percentage with at most one decimal; a dash when it is not a finite number.
pub fn percent(ratio: f64) -> String {
    if !ratio.is_finite() {
        return DASH.to_owned();
    }
    let text = format!("{:.1}", ratio * 100.0);
    let trimmed = text.strip_suffix(".0").unwrap_or(&text);
    // Rounding may leave a negative zero, which no one wants to read.
    format!("{}%", if trimmed == "-0" { "0" } else { trimmed })
}

/// A file size in the units people know: `512 B`, `3.2 kB`, `1.5 MB` (1 kB = 1000 B).
pub fn file_size(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    for (size, unit) in UNITS {
        if bytes >= size {
            let tenths = u128::from(bytes) * 10 / u128::from(size);
            return match tenths % 10 {
                0 => format!("{} {unit}", tenths / 10),
                t => format!("{}.{t} {unit}", tenths / 10),
            };
        }
    }
    format!("{bytes} B")
}

/// `number / 10^places` written exactly, without trailing zeros.
pub fn exact(number: i64, places: u32) -> String {
    let scale = 10u64.pow(places);
    let size = number.unsigned_abs();
    let sign = if number < 0 { "-" } else { "" };
    let fraction = format!("{:0width$}", size % scale, width = places as usize);
    match fraction.trim_end_matches('0') {
        "" => format!("{sign}{}", size / scale),
        digits => format!("{sign}{}.{digits}", size / scale),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn thousands_are_separated_and_zero_is_a_dash_in_grids() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(-1_234_567), "-1,234,567");
        assert_eq!(grouped(i64::MIN), "-9,223,372,036,854,775,808");
        assert_eq!(number_cell(0), "–");
        assert_eq!(count(10_000), "10,000");
    }

    #[test]
    fn percentages_round_half_away_from_zero() {
        assert_eq!(percent_of(1, 3), "33.3%");
        assert_eq!(percent_of(1, 2), "50%");
        assert_eq!(percent_of(9995, 20_000), "50%");
        assert_eq!(percent_of(-1, 3), "-33.3%");
        assert_eq!(percent_of(1, -3), "-33.3%");
        assert_eq!(percent_of(2, 3), "66.7%");
        assert_eq!(percent_of(3, 0), "–");
        assert_eq!(percent(0.1234), "12.3%");
        assert_eq!(percent(1.0), "100%");
        assert_eq!(percent(-0.0001), "0%");
        assert_eq!(percent(f64::NAN), "–");
    }

    #[test]
    fn sizes_take_the_largest_fitting_unit() {
        assert_eq!(file_size(0), "0 B");
        assert_eq!(file_size(999), "999 B");
        assert_eq!(file_size(1_000), "1 kB");
        assert_eq!(file_size(3_250), "3.2 kB");
        assert_eq!(file_size(1_500_000), "1.5 MB");
        assert_eq!(file_size(u64::MAX), "18446744073.7 GB");
    }

    proptest! {
        #[test]
        fn separators_never_change_the_number(n: i64) {
            prop_assert_eq!(grouped(n).replace(',', "").parse::<i64>(), Ok(n));
        }

        #[test]
        fn any_share_has_a_percentage(part: i64, whole: i64) {
            prop_assert!(percent_of(part, whole).ends_with('%') || whole == 0);
        }
    }
}
