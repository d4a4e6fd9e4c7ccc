//! Numbers of rules and scores: exact to a millionth, never floating point inside.
//!
//! A score decides about people, so it may not depend on the order of a sum or on the machine. Sums and differences
//! are exact; a product or a quotient is rounded once, half away from zero, to a millionth. What does not fit is held
//! at the edge of the range, 9.2 million million: more yuan than any county counts.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};

/// A number in millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

/// Millionths in one.
const ONE: i64 = 1_000_000;

impl Decimal {
    /// 0
    pub const ZERO: Decimal = Decimal(0);
    /// 1
    pub const ONE: Decimal = Decimal(ONE);

    /// A whole number.
    pub const fn whole(number: i64) -> Self {
        Self(number.saturating_mul(ONE))
    }

    /// So many millionths.
    pub const fn millionths(number: i64) -> Self {
        Self(number)
    }

    /// So many ten-thousandths, as [`crate::domain::FieldType::Number`] is stored.
    pub const fn ten_thousandths(number: i64) -> Self {
        Self(number.saturating_mul(ONE / 10_000))
    }

    /// So many hundredths.
    pub const fn hundredths(number: i64) -> Self {
        Self(number.saturating_mul(ONE / 100))
    }

    /// Its millionths.
    pub const fn as_millionths(self) -> i64 {
        self.0
    }

    /// The whole part, towards zero.
    pub const fn trunc(self) -> i64 {
        self.0 / ONE
    }

    /// The greatest whole number that is not above it.
    pub const fn floor(self) -> Self {
        Self(self.0.div_euclid(ONE).saturating_mul(ONE))
    }

    /// Without its sign.
    pub const fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// Whether it is nothing.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether it is below nothing.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// `self × by`.
    pub fn times(self, by: Self) -> Self {
        divided(i128::from(self.0) * i128::from(by.0), i128::from(ONE))
    }

    /// `self ÷ by`; `None` for a division by nothing.
    pub fn over(self, by: Self) -> Option<Self> {
        (by.0 != 0).then(|| divided(i128::from(self.0) * i128::from(ONE), i128::from(by.0)))
    }

    /// `self × part ÷ whole`, rounded once; `None` for a division by nothing.
    pub fn share(self, part: Self, whole: Self) -> Option<Self> {
        (whole.0 != 0).then(|| divided(i128::from(self.0) * i128::from(part.0), i128::from(whole.0)))
    }

    /// Rounded to `digits` after the point, which are six at most.
    pub fn rounded(self, digits: u32, rounding: Rounding) -> Self {
        let step = 10_i64.pow(6 - digits.min(6));
        let whole = match rounding {
            Rounding::HalfUp => return Self(divided(self.0.into(), step.into()).0.saturating_mul(step)),
            Rounding::Down => self.0.div_euclid(step),
            Rounding::Up => -(-self.0).div_euclid(step),
        };
        Self(whole.saturating_mul(step))
    }

    /// The number a text such as `12`, `-0.5` or `1,200.25` writes, with six digits after the point at most.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().replace([',', '，'], "");
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.as_str()),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let numeric = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() && part.is_empty() || part.len() > 6 || !numeric(whole) || !numeric(part) {
            return None;
        }
        let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        let part: i64 = format!("{part:0<6}").parse().ok()?;
        Some(Self(whole.checked_mul(ONE)?.checked_add(part)?.checked_mul(sign)?))
    }
}

/// How a score is rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// 四舍五入: half away from zero.
    #[default]
    HalfUp,
    /// 舍去: towards the lower number.
    Down,
    /// 进位: towards the higher number.
    Up,
}

/// A quotient rounded half away from zero.
fn divided(number: i128, by: i128) -> Decimal {
    let (number, by) = if by < 0 { (-number, -by) } else { (number, by) };
    let half = by / 2 * number.signum();
    let quotient = (number + half) / by;
    Decimal(i64::try_from(quotient).unwrap_or(if quotient < 0 { i64::MIN } else { i64::MAX }))
}

impl Add for Decimal {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Decimal {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Decimal {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Decimal {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Decimal {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Decimal {
    /// `12`, `-0.5`: without digits that say nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) =
            (self.0.unsigned_abs() / ONE.unsigned_abs(), self.0.unsigned_abs() % ONE.unsigned_abs());
        let sign = if self.0 < 0 { "-" } else { "" };
        if part == 0 {
            return write!(f, "{sign}{whole}");
        }
        let part = format!("{part:06}");
        write!(f, "{sign}{whole}.{}", part.trim_end_matches('0'))
    }
}

/// A number in JSON, as people write it in a rule: `0.5`. Written as text where a reader of floating point would lose
/// digits of it.
impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        const EXACT: u64 = 1 << 52;
        if self.0 % ONE == 0 {
            serializer.serialize_i64(self.0 / ONE)
        } else if self.0.unsigned_abs() < EXACT {
            serializer.serialize_f64(self.0 as f64 / ONE as f64)
        } else {
            serializer.serialize_str(&self.to_string())
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Whole(i64),
            Part(f64),
            Text(String),
        }
        let fault = || serde::de::Error::custom("not a number with six digits after the point at most");
        match Written::deserialize(deserializer)? {
            Written::Whole(number) => number.checked_mul(ONE).map(Self).ok_or_else(fault),
            Written::Part(number) => {
                let millionths = (number * ONE as f64).round();
                (millionths.abs() < i64::MAX as f64).then_some(Self(millionths as i64)).ok_or_else(fault)
            }
            Written::Text(text) => Self::parse(&text).ok_or_else(fault),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(text: &str) -> Decimal {
        Decimal::parse(text).expect("a number")
    }

    #[test]
    fn reads_and_writes() {
        for text in ["0", "12", "-0.5", "0.000001", "-3.25", "9223372036854.775807"] {
            assert_eq!(of(text).to_string(), text);
        }
        assert_eq!(of(" 1,200.50 "), of("1200.5"));
        assert_eq!(of(".5"), of("0.5"));
        for bad in ["", "-", ".", "1.2.3", "1e3", "0.0000001", "9223372036854.775808", "一", "--1"] {
            assert_eq!(Decimal::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn products_and_quotients_are_rounded_once() {
        // 30 × 1 ÷ 3 is 10, and not 30 × 0.333333.
        assert_eq!(Decimal::whole(30).share(of("1"), of("3")), Some(of("10")));
        assert_eq!(of("1").over(of("3")), Some(of("0.333333")));
        assert_eq!(of("2").over(of("-3")), Some(of("-0.666667")));
        assert_eq!(of("1").over(Decimal::ZERO), None);
        assert_eq!(of("0.000001").times(of("0.5")), of("0.000001"), "half away from zero");
        assert_eq!(of("-0.000001").times(of("0.5")), of("-0.000001"));
    }

    #[test]
    fn rounding_is_as_stated() {
        let all = |text: &str| {
            [Rounding::HalfUp, Rounding::Down, Rounding::Up].map(|r| of(text).rounded(2, r).to_string())
        };
        assert_eq!(all("1.005"), ["1.01", "1", "1.01"]);
        assert_eq!(all("1.004999"), ["1", "1", "1.01"]);
        assert_eq!(all("-1.005"), ["-1.01", "-1.01", "-1"]);
        assert_eq!(all("2"), ["2", "2", "2"]);
    }

    #[test]
    fn json_is_as_people_write_it() {
        assert_eq!(
            serde_json::to_string(&[of("0.5"), of("30"), of("-1.25")]).expect("json"),
            "[0.5,30,-1.25]"
        );
        let read: Vec<Decimal> = serde_json::from_str("[0.1, 3, \"0.000001\", 1e2]").expect("numbers");
        assert_eq!(read, [of("0.1"), of("3"), of("0.000001"), of("100")]);
        for bad in ["1e300", "\"x\"", "null", "9223372036855"] {
            assert!(serde_json::from_str::<Decimal>(bad).is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(number in any::<i64>()) {
            prop_assume!(number != i64::MIN);
            let number = Decimal::millionths(number);
            prop_assert_eq!(Decimal::parse(&number.to_string()), Some(number));
            let json = serde_json::to_string(&number).expect("json");
            prop_assert_eq!(serde_json::from_str::<Decimal>(&json).expect("a number"), number);
        }

        #[test]
        fn a_share_grows_with_its_part(w in 0..1000_i64, a in 0..1_000_000_i64, b in 0..1_000_000_i64, c in 1..1_000_000_i64) {
            let share = |part| Decimal::whole(w).share(Decimal::whole(part), Decimal::whole(c));
            prop_assert!(share(a.min(b)) <= share(a.max(b)));
        }
    }
}
