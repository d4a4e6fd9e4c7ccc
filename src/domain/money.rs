//! Amounts of money: whole units of a currency, never floating point.

use std::fmt;

/// Declares the currencies an amount may be in.
macro_rules! currencies {
    ($($name:ident)*) => {
        /// A currency, by its ISO 4217 code.
        #[allow(clippy::upper_case_acronyms, reason = "the ISO codes are the standard terms")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Currency { $(#[doc = stringify!($name)] $name,)* }

        impl Currency {
            /// Every currency, yuan first.
            pub const ALL: &'static [Currency] = &[$(Currency::$name,)*];

            /// The ISO code.
            pub const fn code(self) -> &'static str {
                match self { $(Currency::$name => stringify!($name),)* }
            }
        }
    };
}

currencies! { CNY USD EUR HKD JPY GBP TWD KRW SGD }

impl Currency {
    /// The currency with this ISO code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.code() == code)
    }

    /// The currency with this storage number.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }
}

/// An amount in whole units (yuan, dollars, …) of its own currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    /// Whole units; may be negative in a correction.
    pub units: i64,
    /// The currency the amount was stated in.
    pub currency: Currency,
}

/// One 万元 in yuan.
pub const WAN: i64 = 10_000;
/// One 亿元 in yuan.
pub const YI: i64 = 100_000_000;

impl Money {
    /// An amount of yuan.
    pub const fn yuan(units: i64) -> Self {
        Self { units, currency: Currency::CNY }
    }
}

impl fmt::Display for Money {
    /// `USD 12000000`: for files and messages to developers, not for people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency.code(), self.units)
    }
}

/// What the office says one unit of a foreign currency is worth, as of a day.
///
/// Rates are in ten-thousandths of a yuan, so 7.1234 is 71 234.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rates {
    per_unit: [Option<i64>; Currency::ALL.len()],
}

impl Rates {
    /// Sets the rate of one currency in ten-thousandths of a yuan.
    pub fn set(&mut self, currency: Currency, ten_thousandths: i64) {
        self.per_unit[currency as usize] = Some(ten_thousandths);
    }

    /// The rate of a currency; the yuan is always worth itself.
    pub fn get(&self, currency: Currency) -> Option<i64> {
        if currency == Currency::CNY { Some(WAN) } else { self.per_unit[currency as usize] }
    }

    /// The amount in yuan, rounded half away from zero; `None` without a rate or beyond the range of
    /// an `i64`.
    pub fn to_yuan(&self, money: Money) -> Option<i64> {
        let product = i128::from(money.units) * i128::from(self.get(money.currency)?);
        let half = i128::from(WAN / 2) * product.signum();
        i64::try_from((product + half) / i128::from(WAN)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conversion_rounds_and_refuses_what_it_does_not_know() {
        let mut rates = Rates::default();
        rates.set(Currency::USD, 71_234);
        let usd = |units| Money { units, currency: Currency::USD };
        assert_eq!(rates.to_yuan(usd(12_000_000)), Some(85_480_800));
        assert_eq!(rates.to_yuan(usd(1)), Some(7));
        assert_eq!(rates.to_yuan(usd(-5)), Some(-36));
        assert_eq!(rates.to_yuan(usd(i64::MAX)), None);
        assert_eq!(rates.to_yuan(Money { units: 1, currency: Currency::EUR }), None);
        assert_eq!(rates.to_yuan(Money::yuan(350_000_000)), Some(350_000_000));
    }
}
