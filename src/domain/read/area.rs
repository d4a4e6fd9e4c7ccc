//! Areas: 亩, ㎡, 公顷, kept as hundredths of a square metre.

use super::quantity::{self, Part};
use super::text::{is_empty_mark, squeeze};
use super::{Doubt, Reading};

/// One 亩 in hundredths of a square metre (666.67 ㎡, the figure ledgers use).
pub const HUNDREDTHS_PER_MU: i64 = 66_667;

/// An area in hundredths of a square metre.
///
/// A 亩 is 666.67 ㎡, so 66.5 亩 is 44 333.56 ㎡ (rounded to the hundredth), and that shows back as
/// 66.50 亩: the rounding is under 0.00001 亩, far below the second decimal. The property test holds
/// this for every hundredth of a 亩 up to 100 000 亩.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Area {
    /// Hundredths of a square metre.
    pub hundredths: i64,
}

impl Area {
    /// The area in hundredths of a 亩, rounded to the nearest.
    pub fn mu_hundredths(self) -> i64 {
        let scaled = i128::from(self.hundredths) * 100;
        let half = i128::from(HUNDREDTHS_PER_MU) / 2 * scaled.signum();
        // An area times 100 over 66 667 is smaller than the area itself, so it fits again.
        i64::try_from((scaled + half) / i128::from(HUNDREDTHS_PER_MU)).unwrap_or(self.hundredths)
    }
}

/// The unit that bare numbers of a column are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaUnit {
    /// Hundredths of a square metre in one.
    pub hundredths: i64,
}

impl AreaUnit {
    /// 亩, the unit assumed where none is named.
    pub const MU: Self = Self { hundredths: HUNDREDTHS_PER_MU };
    /// ㎡.
    pub const SQM: Self = Self { hundredths: 100 };
}

/// Area words, a longer one before any that it begins with.
const WORDS: &[(&str, i64)] = &[
    ("亩", HUNDREDTHS_PER_MU),
    ("畝", HUNDREDTHS_PER_MU),
    ("mu", HUNDREDTHS_PER_MU),
    ("平方公里", 100_000_000),
    ("平方千米", 100_000_000),
    ("平方米", 100),
    ("平方", 100),
    ("平米", 100),
    ("平", 100),
    ("㎡", 100),
    ("m2", 100),
    ("m²", 100),
    ("m^2", 100),
    ("sqm", 100),
    ("公顷", 1_000_000),
    ("ha", 1_000_000),
];

fn unit_word(text: &str) -> Option<(i64, usize)> {
    WORDS.iter().find(|(w, _)| text.starts_with(w)).map(|(w, scale)| (*scale, w.len()))
}

/// Reads an area. `unit` is what the heading says bare numbers are counted in; without it 亩 is
/// assumed and said.
pub fn area(text: &str, unit: Option<AreaUnit>) -> Reading<Area> {
    if is_empty_mark(text) {
        return Reading::none();
    }
    let Reading { value: Some(quantity), mut doubts } = quantity::read(text, unit_word) else {
        return Reading::unreadable();
    };
    let last = quantity.high.or(quantity.low.last().copied());
    let word = quantity.low.iter().chain(&last).find_map(|p| p.unit);
    if word.is_none() && unit.is_none() {
        doubts.push(Doubt::UnitAssumed);
    }
    let base = word.or(unit.map(|u| u.hundredths)).unwrap_or(HUNDREDTHS_PER_MU);
    let times = last.and_then(|p| p.times);
    let size = |part: &Part<i64>| {
        let scale = match part.times.or(times) {
            // "8万" in a column of 万㎡ means 80 000 ㎡, not 80 000 times 万㎡.
            Some(times)
                if word.is_none() && base >= AreaUnit::SQM.hundredths * 10_000 && base % 1_000_000 == 0 =>
            {
                base / 10_000 * times
            }
            Some(times) => part.unit.unwrap_or(base).checked_mul(times)?,
            None => part.unit.unwrap_or(base),
        };
        part.number.times(scale)
    };
    let low = quantity.low.iter().try_fold(0i64, |sum, p| sum.checked_add(size(p)?));
    let high = quantity.high.as_ref().map(size);
    let hundredths = match (low, high) {
        (Some(low), None) => low,
        (Some(low), Some(Some(high))) => {
            let (low, high) = (low.min(high), low.max(high));
            doubts.push(Doubt::Range { low, high });
            low
        }
        _ => return Reading::unreadable(),
    };
    if hundredths < 0 {
        doubts.push(Doubt::Implausible);
    }
    Reading { value: Some(Area { hundredths }), doubts }
}

/// The unit that a heading's words name: "亩", "(万平方米)", "㎡".
pub fn area_unit(text: &str) -> Option<AreaUnit> {
    let text = squeeze(text).to_ascii_lowercase();
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        let (scale, len) = quantity::multiplier(rest).unwrap_or((1, 0));
        // "亩均税收" speaks of a 亩 but is no area; "平台" and "水平" are none either.
        if let Some((unit, n)) = rest.get(len..).and_then(unit_word) {
            let after = rest.get(len + n..).unwrap_or("");
            let word = rest.get(len..len + n).unwrap_or("");
            let inside =
                after.starts_with(super::is_han) && !after.starts_with(['或', '、', '数', '和', '以']);
            if !inside
                && (word != "平" || after.is_empty())
                && !word.is_empty()
                && !matches!(word, "ha" | "mu" if after.starts_with(|c: char| c.is_ascii_alphanumeric()))
            {
                return unit.checked_mul(scale).map(|hundredths| AreaUnit { hundredths });
            }
        }
        rest = &rest[c.len_utf8()..];
    }
    None
}
