//! Moments as text: `2026-09-30T08:15:02.123Z`, always UTC, always 24 characters.

use crate::ledger::Stamp;
use chrono::{Datelike, NaiveDate};
use std::fmt::Write;

const DAY: u64 = 24 * 3600 * 1000;
/// 1970-01-01, counted as chrono counts days.
const EPOCH: i32 = 719_163;

/// Writes a moment given in milliseconds since 1970.
pub(super) fn write_moment(out: &mut String, millis: u64) {
    let days = i32::try_from(millis / DAY).ok().and_then(|d| d.checked_add(EPOCH));
    let date = days.and_then(NaiveDate::from_num_days_from_ce_opt).unwrap_or_default();
    let (second, milli) = (millis % DAY / 1000, millis % 1000);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    let (year, month, day) = (date.year(), date.month(), date.day());
    let _ = write!(out, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z");
}

/// Reads what [`write_moment`] writes, up to [`Stamp::MAX_MILLIS`].
pub(super) fn read_moment(text: &str) -> Option<u64> {
    let bytes: &[u8; 24] = text.as_bytes().try_into().ok()?;
    let marks = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':'), (19, b'.'), (23, b'Z')];
    if marks.iter().any(|&(at, mark)| bytes[at] != mark) {
        return None;
    }
    let number = |from: usize, to: usize| {
        bytes[from..to]
            .iter()
            .try_fold(0u32, |sum, b| b.is_ascii_digit().then(|| sum * 10 + u32::from(b - b'0')))
    };
    let date = NaiveDate::from_ymd_opt(number(0, 4)? as i32, number(5, 7)?, number(8, 10)?)?;
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let days = u64::try_from(date.num_days_from_ce() - EPOCH).ok()?;
    let seconds = u64::from((hour * 60 + minute) * 60 + second);
    let millis = days * DAY + seconds * 1000 + u64::from(number(20, 23)?);
    (millis <= Stamp::MAX_MILLIS).then_some(millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_form_reads_back() {
        for (millis, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (1_790_756_102_123, "2026-09-30T08:15:02.123Z"),
            (Stamp::MAX_MILLIS, "2200-01-01T00:00:00.000Z"),
        ] {
            let mut out = String::new();
            write_moment(&mut out, millis);
            assert_eq!(out, text);
            assert_eq!(read_moment(text), Some(millis));
        }
    }

    #[test]
    fn nothing_else_is_a_moment() {
        for bad in [
            "",
            "2026-09-30",
            "2026-09-30T08:15:02Z",
            "2026-09-30T08:15:02.123+",
            "2026-02-30T08:15:02.123Z",
            "2026-09-30T24:15:02.123Z",
            "1969-12-31T23:59:59.999Z",
            "2200-01-01T00:00:00.001Z",
            "二零二六-9-30T08:15Z",
        ] {
            assert_eq!(read_moment(bad), None, "{bad}");
        }
    }
}
