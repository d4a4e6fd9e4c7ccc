//! Plain numbers: counts, days, percentages.

use super::quantity;
use super::text::{is_empty_mark, squeeze};
use super::{Doubt, Reading};

/// Words that follow a count and say nothing more.
const COUNTERS: &[&str] = &[
    "人次", "人", "个", "家", "天", "日", "次", "条", "名", "户", "项", "批", "件", "台", "套", "%", "‰",
    "年", "个月", "月",
];

fn counter(text: &str) -> Option<((), usize)> {
    COUNTERS.iter().find(|w| text.starts_with(**w)).map(|w| ((), w.len()))
}

/// Reads a whole number: "120人", "约200", "1,200", "30-50".
pub fn whole(text: &str) -> Reading<i64> {
    scaled(text, 1)
}

/// Reads a number in hundredths: "0.5" is 50, "2天半" is 250, "半天" is 50.
pub fn decimal(text: &str) -> Reading<i64> {
    let plain = squeeze(text);
    if let Some(half) = half_days(&plain) {
        return Reading::sure(half);
    }
    scaled(text, 100)
}

/// Reads a percentage in hundredths of a per cent: "85.5%" is 8550, and so is "85.5".
/// A spreadsheet's own percentage (0.855 shown as 85.5%) comes as its shown text.
pub fn percent(text: &str) -> Reading<i64> {
    let plain = squeeze(text).replace("百分之", "");
    // 0.855 without a sign is a share, not less than one per cent.
    if plain.starts_with("0.") && !plain.contains('%') {
        let mut reading = scaled(&plain, 10_000);
        reading.doubts.push(Doubt::UnitAssumed);
        return reading;
    }
    scaled(&plain, 100)
}

/// "半天", "2天半", "一天半".
fn half_days(plain: &str) -> Option<i64> {
    if matches!(plain, "半天" | "半日" | "半") {
        return Some(50);
    }
    let whole_days = plain.strip_suffix('半')?.strip_suffix(['天', '日'])?;
    whole(whole_days).value?.checked_mul(100)?.checked_add(50)
}

fn scaled(text: &str, scale: i64) -> Reading<i64> {
    if is_empty_mark(text) {
        return Reading::none();
    }
    let Reading { value: Some(found), mut doubts } = quantity::read(text, counter) else {
        return Reading::unreadable();
    };
    let times = found.high.and_then(|p| p.times);
    let value = |p: &quantity::Part<()>| p.number.times(p.times.or(times).unwrap_or(1).checked_mul(scale)?);
    let low = found.low.iter().try_fold(0i64, |sum, p| sum.checked_add(value(p)?));
    match (low, found.high.as_ref().map(value)) {
        (Some(low), None) => {
            if scale == 1 && found.low.iter().any(|p| p.times.is_none() && p.number.has_fraction()) {
                doubts.push(Doubt::Approximate);
            }
            Reading { value: Some(low), doubts }
        }
        (Some(low), Some(Some(high))) => {
            let (low, high) = (low.min(high), low.max(high));
            doubts.push(Doubt::Range { low, high });
            Reading { value: Some(low), doubts }
        }
        _ => Reading::unreadable(),
    }
}
