//! Amounts of money in words and in columns.

use super::number::{DASH, exact, grouped};
use crate::domain::money::{Currency, Money, WAN, YI};
use crate::i18n::Lang;

/// The unit of a money column. The head of the column names it; cells do not repeat it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MoneyUnit {
    /// 万元, ten thousand yuan.
    #[default]
    Wan,
    /// 亿元, a hundred million yuan.
    Yi,
    /// A million yuan, the unit an English reader expects.
    Million,
}

impl MoneyUnit {
    /// How many yuan one unit holds.
    pub const fn yuan(self) -> i64 {
        match self {
            MoneyUnit::Wan => WAN,
            MoneyUnit::Yi => YI,
            MoneyUnit::Million => 100 * WAN,
        }
    }

    /// Decimals that make a cell exact to 万元, the precision of the ledgers.
    pub const fn decimals(self) -> u32 {
        match self {
            MoneyUnit::Wan => 0,
            MoneyUnit::Yi => 4,
            MoneyUnit::Million => 2,
        }
    }

    /// The name for a column head.
    pub const fn name(self, l: Lang) -> &'static str {
        match (self, l) {
            (MoneyUnit::Wan, Lang::Zh) => "万元",
            (MoneyUnit::Yi, Lang::Zh) => "亿元",
            (MoneyUnit::Million, Lang::Zh) => "百万元",
            (MoneyUnit::Wan, Lang::En) => "CNY 10k",
            (MoneyUnit::Yi, Lang::En) => "CNY 100 m",
            (MoneyUnit::Million, Lang::En) => "CNY m",
        }
    }

    /// The unit a reader of `l` expects when nothing else is chosen.
    pub const fn usual(l: Lang) -> MoneyUnit {
        match l {
            Lang::Zh => MoneyUnit::Yi,
            Lang::En => MoneyUnit::Million,
        }
    }
}

/// An amount of yuan in running text, exact, without trailing zeros.
///
/// Chinese takes the largest of 亿元, 万元 and 元 (`3.5亿元`, `8000万元`, `500元`); English takes
/// `CNY 1.2 bn`, `CNY 350 m` or `CNY 500,000`.
pub fn money(l: Lang, yuan: i64) -> String {
    money_of(l, Money::yuan(yuan))
}

/// An amount in its own currency in running text: `1200万美元`, `USD 12 m`.
pub fn money_of(l: Lang, money: Money) -> String {
    let Money { units, currency } = money;
    let size = units.unsigned_abs();
    match l {
        Lang::Zh => {
            let name = chinese_name(currency);
            match size {
                100_000_000.. => format!("{}亿{name}", exact(units, 8)),
                10_000.. => format!("{}万{name}", exact(units, 4)),
                _ => format!("{units}{name}"),
            }
        }
        Lang::En => {
            let code = currency.code();
            match size {
                1_000_000_000.. => format!("{code} {} bn", exact(units, 9)),
                1_000_000.. => format!("{code} {} m", exact(units, 6)),
                _ => format!("{code} {}", grouped(units)),
            }
        }
    }
}

/// An amount in a column: in the column's unit with exactly `decimals` decimals (at most 8),
/// thousands separators, rounded half away from zero; a dash for zero.
///
/// An amount that is not zero but rounds to zero is shown with its zeros (`0.00`), because a dash
/// would hide it.
pub fn money_cell(unit: MoneyUnit, yuan: i64, decimals: u32) -> String {
    if yuan == 0 {
        return DASH.to_owned();
    }
    let scale = 10i128.pow(decimals.min(8));
    let per_unit = i128::from(unit.yuan());
    let size = i128::from(yuan).abs();
    let rounded = (size * scale * 2 + per_unit) / (per_unit * 2);
    let sign = if yuan < 0 && rounded != 0 { "-" } else { "" };
    // The whole part is at most i64::MAX / 10_000 + 1.
    let whole = grouped(i64::try_from(rounded / scale).unwrap_or(i64::MAX));
    match decimals.min(8) {
        0 => format!("{sign}{whole}"),
        d => format!("{sign}{whole}.{:0width$}", rounded % scale, width = d as usize),
    }
}

/// The Chinese name of a currency.
const fn chinese_name(currency: Currency) -> &'static str {
    match currency {
        Currency::CNY => "元",
        Currency::USD => "美元",
        Currency::EUR => "欧元",
        Currency::HKD => "港元",
        Currency::JPY => "日元",
        Currency::GBP => "英镑",
        Currency::TWD => "新台币",
        Currency::KRW => "韩元",
        Currency::SGD => "新加坡元",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn chinese_text_takes_the_largest_unit_and_no_trailing_zeros() {
        for (yuan, shown) in [
            (350_000_000, "3.5亿元"),
            (80_000_000, "8000万元"),
            (100_000_000, "1亿元"),
            (1_234_560_000, "12.3456亿元"),
            (10_000, "1万元"),
            (12_345, "1.2345万元"),
            (500, "500元"),
            (0, "0元"),
            (-350_000_000, "-3.5亿元"),
        ] {
            assert_eq!(money(Lang::Zh, yuan), shown);
        }
    }

    #[test]
    fn english_text_counts_in_thousands_millions_and_billions() {
        for (yuan, shown) in [
            (350_000_000, "CNY 350 m"),
            (1_200_000_000, "CNY 1.2 bn"),
            (83_450_000, "CNY 83.45 m"),
            (500_000, "CNY 500,000"),
            (0, "CNY 0"),
        ] {
            assert_eq!(money(Lang::En, yuan), shown);
        }
    }

    #[test]
    fn foreign_money_keeps_its_currency() {
        let usd = Money { units: 12_000_000, currency: Currency::USD };
        assert_eq!(money_of(Lang::Zh, usd), "1200万美元");
        assert_eq!(money_of(Lang::En, usd), "USD 12 m");
    }

    #[test]
    fn a_column_has_one_unit_one_precision_and_a_dash_for_zero() {
        assert_eq!(money_cell(MoneyUnit::Yi, 350_000_000, 2), "3.50");
        assert_eq!(money_cell(MoneyUnit::Wan, 123_450_000, 0), "12,345");
        assert_eq!(money_cell(MoneyUnit::Wan, 15_000, 0), "2");
        assert_eq!(money_cell(MoneyUnit::Wan, -15_000, 0), "-2");
        assert_eq!(money_cell(MoneyUnit::Million, 350_000_000, 1), "350.0");
        assert_eq!(money_cell(MoneyUnit::Yi, 0, 2), "–");
        assert_eq!(money_cell(MoneyUnit::Yi, 10_000, 2), "0.00");
        assert_eq!(money_cell(MoneyUnit::Yi, -10_000, 2), "0.00");
    }

    proptest! {
        #[test]
        fn text_is_exact(yuan: i64) {
            let shown = money(Lang::Zh, yuan);
            let number = shown.trim_end_matches(['亿', '万', '元']);
            let places = if shown.ends_with("亿元") { 8 } else if shown.ends_with("万元") { 4 } else { 0 };
            let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
            let digits = format!("{whole}{fraction:0<places$}");
            prop_assert_eq!(digits.parse::<i128>(), Ok(i128::from(yuan)));
        }

        #[test]
        fn any_amount_fits_any_column(yuan: i64, decimals in 0u32..12) {
            for unit in [MoneyUnit::Wan, MoneyUnit::Yi, MoneyUnit::Million] {
                prop_assert!(!money_cell(unit, yuan, decimals).is_empty());
            }
        }
    }
}
