//! Exact decimals: amounts are read without binary floating point.

/// A decimal number `mantissa / 10^places`, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    mantissa: i128,
    places: u32,
}

/// More digits than any ledger holds, few enough never to overflow `i128` when scaled.
const MAX_DIGITS: usize = 22;

impl Decimal {
    /// A whole number.
    pub fn whole(value: i64) -> Self {
        Self { mantissa: i128::from(value), places: 0 }
    }

    /// Reads plain digits with at most one point and an optional exponent ("2.62", "1.5E+8").
    pub fn parse(text: &str) -> Option<Self> {
        let (body, exponent) = match text.split_once(['e', 'E']) {
            Some((body, exp)) => (body, exp.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (negative, body) = match body.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, body.strip_prefix('+').unwrap_or(body)),
        };
        let (int, frac) = body.split_once('.').unwrap_or((body, ""));
        if int.len() + frac.len() == 0 || !int.bytes().chain(frac.bytes()).all(|b| b.is_ascii_digit()) {
            return None;
        }
        // Digits beyond the limit are below a millionth of a yuan: they are floating-point dust.
        let int = int.trim_start_matches('0');
        let frac = &frac[..frac.len().min(MAX_DIGITS.saturating_sub(int.len()))];
        let frac = frac.trim_end_matches('0');
        if int.len() > MAX_DIGITS {
            return None;
        }
        let digits = format!("{int}{frac}");
        let mut mantissa: i128 = if digits.is_empty() { 0 } else { digits.parse().ok()? };
        if negative {
            mantissa = -mantissa;
        }
        let places = i32::try_from(frac.len()).ok()?.checked_sub(exponent)?;
        Self { mantissa, places: 0 }.shifted(places)
    }

    /// The shortest decimal that a spreadsheet's binary number stands for: 2.62 is 2.62.
    pub fn from_f64(value: f64) -> Option<Self> {
        if value.is_finite() { Self::parse(&format!("{value}")) } else { None }
    }

    /// `self / 10^places`; a negative `places` multiplies.
    fn shifted(self, places: i32) -> Option<Self> {
        if places >= 0 {
            let places = u32::try_from(places).ok()?;
            (places <= 30).then_some(Self { mantissa: self.mantissa, places })
        } else {
            let factor = 10i128.checked_pow(places.unsigned_abs())?;
            Some(Self { mantissa: self.mantissa.checked_mul(factor)?, places: 0 })
        }
    }

    /// The same number with the other sign.
    pub fn negated(self) -> Self {
        Self { mantissa: -self.mantissa, ..self }
    }

    /// Whether the number is below zero.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Whether anything stands after the point.
    pub fn has_fraction(self) -> bool {
        self.places > 0
    }

    /// The number times `scale`, rounded half away from zero to a whole number.
    pub fn times(self, scale: i64) -> Option<i64> {
        let product = self.mantissa.checked_mul(i128::from(scale))?;
        let divisor = 10i128.checked_pow(self.places)?;
        let half = divisor / 2;
        let rounded =
            if product < 0 { product.checked_sub(half)? } else { product.checked_add(half)? } / divisor;
        i64::try_from(rounded).ok()
    }

    /// The whole number, if nothing stands after the point.
    pub fn as_whole(self) -> Option<i64> {
        if self.has_fraction() { None } else { self.times(1) }
    }
}
