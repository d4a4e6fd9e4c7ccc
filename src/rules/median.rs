//! The middle of numbers of days.

/// The middle of sorted days in tenths: of an even number, the mean of the two in the middle; `None` of none.
pub fn median_tenths(sorted: &[i32]) -> Option<i64> {
    let upper = i64::from(*sorted.get(sorted.len() / 2)?);
    let lower = i64::from(*sorted.get((sorted.len() - 1) / 2)?);
    Some((lower + upper) * 5)
}
