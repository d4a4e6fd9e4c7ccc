//! Amounts of money: whole yuan (or dollars, euros …) with their currency.

use super::decimal::Decimal;
use super::quantity::{self, Part};
use super::text::{is_empty_mark, squeeze};
use super::{Doubt, Reading};
use crate::domain::money::{Currency, Money, WAN, YI};

/// The unit a heading or a unit line gives to bare numbers: 万元, 亿元, 万美元 …
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoneyUnit {
    /// 1 for 元, 10 000 for 万元, 100 000 000 for 亿元.
    pub scale: i64,
    /// The currency.
    pub currency: Currency,
}

impl MoneyUnit {
    /// 万元, the unit of most ledgers and the one assumed where none is named.
    pub const WAN: Self = Self { scale: WAN, currency: Currency::CNY };
    /// 亿元.
    pub const YI: Self = Self { scale: YI, currency: Currency::CNY };
}

/// What a currency word stands for; `None` for currencies that are not read.
type Denomination = Option<Currency>;

/// Currency words, a longer one before any that it begins with.
const WORDS: &[(&str, Denomination)] = &[
    ("元人民币", Some(Currency::CNY)),
    ("人民币元", Some(Currency::CNY)),
    ("人民币", Some(Currency::CNY)),
    ("rmb", Some(Currency::CNY)),
    ("cny", Some(Currency::CNY)),
    ("¥", Some(Currency::CNY)),
    ("元", Some(Currency::CNY)),
    ("圆", Some(Currency::CNY)),
    ("美元", Some(Currency::USD)),
    ("美金", Some(Currency::USD)),
    ("美圆", Some(Currency::USD)),
    ("us$", Some(Currency::USD)),
    ("usd", Some(Currency::USD)),
    ("hk$", Some(Currency::HKD)),
    ("nt$", Some(Currency::TWD)),
    ("s$", Some(Currency::SGD)),
    ("$", Some(Currency::USD)),
    ("欧元", Some(Currency::EUR)),
    ("eur", Some(Currency::EUR)),
    ("€", Some(Currency::EUR)),
    ("港元", Some(Currency::HKD)),
    ("港币", Some(Currency::HKD)),
    ("hkd", Some(Currency::HKD)),
    ("日元", Some(Currency::JPY)),
    ("日圆", Some(Currency::JPY)),
    ("jpy", Some(Currency::JPY)),
    ("英镑", Some(Currency::GBP)),
    ("gbp", Some(Currency::GBP)),
    ("£", Some(Currency::GBP)),
    ("新台币", Some(Currency::TWD)),
    ("台币", Some(Currency::TWD)),
    ("twd", Some(Currency::TWD)),
    ("韩元", Some(Currency::KRW)),
    ("韩币", Some(Currency::KRW)),
    ("krw", Some(Currency::KRW)),
    ("新加坡元", Some(Currency::SGD)),
    ("新元", Some(Currency::SGD)),
    ("新币", Some(Currency::SGD)),
    ("坡币", Some(Currency::SGD)),
    ("sgd", Some(Currency::SGD)),
    ("加元", None),
    ("澳元", None),
    ("澳门元", None),
    ("澳门币", None),
    ("瑞士法郎", None),
    ("法郎", None),
    ("卢布", None),
    ("卢比", None),
    ("泰铢", None),
    ("越南盾", None),
    ("林吉特", None),
    ("迪拉姆", None),
];

fn currency_at(text: &str) -> Option<(Denomination, usize)> {
    WORDS.iter().find(|(w, _)| text.starts_with(w)).map(|(w, d)| (*d, w.len()))
}

/// Above this (a thousand 亿 yuan) a bare number was surely meant in a smaller unit.
const ABSURD: i64 = 100_000_000_000;

/// Reads an amount. `unit` is what the heading or unit line says bare numbers are counted in;
/// without it 万元 is assumed and said.
pub fn money(text: &str, unit: Option<MoneyUnit>) -> Reading<Money> {
    if is_empty_mark(text) {
        return Reading::none();
    }
    let Reading { value: Some(quantity), mut doubts } = quantity::read(text, currency_at) else {
        return Reading::unreadable();
    };
    let last = quantity.high.or(quantity.low.last().copied());
    let named = quantity.low.iter().chain(&quantity.high).any(|p| p.times.is_some() || p.unit.is_some());
    if !named && unit.is_none() {
        doubts.push(Doubt::UnitAssumed);
    }
    let unit = unit.unwrap_or(MoneyUnit::WAN);
    let currency = match quantity.low.iter().chain(&last).find_map(|p| p.unit) {
        Some(Some(currency)) => currency,
        Some(None) => return Reading::unreadable(),
        None => unit.currency,
    };
    // "3-4.5亿": the lower end borrows what only the upper end says.
    let inherited = last.and_then(|p| p.times);
    let amount_of = |part: &Part<Denomination>| {
        let scale =
            match (part.times.or(inherited), part.unit.is_some() || last.is_some_and(|p| p.unit.is_some())) {
                (Some(times), _) => times,
                (None, true) => 1,
                (None, false) => unit.scale,
            };
        part.number.times(scale)
    };
    let low = quantity.low.iter().try_fold(0i64, |sum, p| sum.checked_add(amount_of(p)?));
    let (Some(low), high) = (low, quantity.high.as_ref().map(amount_of)) else {
        return Reading::unreadable();
    };
    let amount = match high {
        Some(Some(high)) => {
            let (low, high) = (low.min(high), low.max(high));
            doubts.push(Doubt::Range { low, high });
            low
        }
        Some(None) => return Reading::unreadable(),
        None => low,
    };
    let bare = (!named).then(|| quantity.low.first().map(|p| p.number)).flatten();
    if implausible(amount, bare, unit)
        || (named
            && amount != 0
            && unit.scale > 1
            && quantity.low.iter().all(|p| p.times.is_none())
            && amount.abs() < 10_000)
    {
        doubts.push(Doubt::Implausible);
    }
    Reading { value: Some(Money { units: amount, currency }), doubts }
}

/// Whether a number without a unit of its own does not fit the column's unit: 5000 under 亿元,
/// 1.2 under 万元.
fn implausible(amount: i64, bare: Option<Decimal>, unit: MoneyUnit) -> bool {
    let Some(number) = bare else { return amount < 0 };
    let yuan = matches!(unit.currency, Currency::CNY | Currency::USD | Currency::EUR | Currency::GBP);
    let small = unit.scale == 10_000 && number.has_fraction() && amount.abs() < 100_000;
    amount < 0 || (yuan && amount > ABSURD) || small
}

/// The unit that a heading's words name: "万元", "(亿元人民币)", "万美元"; a bare "元" too.
pub fn money_unit(text: &str) -> Option<MoneyUnit> {
    money_units(text).into_iter().next()
}

/// All different units that a text names, in its order: "亿元/万美元" names two.
pub fn money_units(text: &str) -> Vec<MoneyUnit> {
    let text = squeeze(text).to_ascii_lowercase();
    let mut found = Vec::new();
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        match unit_at(rest) {
            Some((unit, len)) => {
                if !found.contains(&unit) {
                    found.push(unit);
                }
                rest = &rest[len..];
            }
            None => rest = &rest[c.len_utf8()..],
        }
    }
    found
}

/// A unit at the start of a text: multiplier and currency ("万美元", "亿"), or "元" alone.
fn unit_at(text: &str) -> Option<(MoneyUnit, usize)> {
    let (scale, len) = quantity::multiplier(text).filter(|(s, _)| *s >= 10_000).unwrap_or((1, 0));
    let tail = text.get(len..)?;
    match currency_at(tail) {
        // "单元" and "元件" are no money: "元" counts only after a multiplier or at the end.
        Some((Some(_), n)) if len == 0 && tail.get(n..).is_some_and(|t| t.starts_with(super::is_han)) => None,
        Some((Some(currency), n)) => Some((MoneyUnit { scale, currency }, len + n)),
        _ if tail.starts_with([
            '亩', '平', '㎡', 'm', '人', '吨', '台', '套', '个', '件', '户', '家', '千', '瓦', '立', '公',
        ]) =>
        {
            None
        }
        _ if text.starts_with('亿') || (text.starts_with('万') && tail.is_empty()) => {
            Some((MoneyUnit { scale, currency: Currency::CNY }, len))
        }
        _ => None,
    }
}
