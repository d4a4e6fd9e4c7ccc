//! Between what a person types into a field and the value a cell holds.
//!
//! The form, the table and the paste read with [`read`]; an editor opens with the text of [`write`],
//! which reads back to the very same value.

use crate::domain::money::{Currency, Money};
use crate::domain::read::{self, AreaUnit, DateHints, Decimal, Doubt, HUNDREDTHS_PER_MU, MoneyUnit, Reading};
use crate::domain::{Date, FieldType, Value};

/// What the field says about bare numbers and missing years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typing {
    /// Fills in the year of "9月30日" and the meaning of "本月".
    pub today: Date,
    /// The unit written inside a money field, which a bare number is counted in.
    pub money: MoneyUnit,
}

impl Typing {
    /// Money in 万元, as in most ledgers.
    pub const fn on(today: Date) -> Self {
        Self { today, money: MoneyUnit::WAN }
    }
}

/// Reads what was typed into a field. The empty text is [`Value::Empty`] without doubt; words that are
/// no value of the field's type give no value and [`Doubt::Unreadable`].
///
/// References are chosen, not typed, and read as unreadable.
pub fn read(ty: FieldType, text: &str, typing: &Typing) -> Reading<Value> {
    let text = text.trim();
    if text.is_empty() {
        return Reading::sure(Value::Empty);
    }
    let reading = match ty {
        FieldType::Text | FieldType::Phone | FieldType::Choice(_) => {
            Reading::sure(Value::text(&one_line(text)))
        }
        FieldType::LongText => Reading::sure(Value::text(text)),
        FieldType::Int => read::whole(text).map(Value::Int),
        FieldType::Area => area(text),
        FieldType::Percent => read::percent(text).map(Value::Int),
        FieldType::Rate => match Decimal::parse(&read::squeeze(text)).and_then(|d| d.times(RATE_SCALE)) {
            Some(rate) => Reading::sure(Value::Int(rate)),
            None => Reading::unreadable(),
        },
        FieldType::Days => match Decimal::parse(read::squeeze(text).trim_end_matches(['天', '日']))
            .and_then(|d| d.times(DAY_SCALE))
        {
            Some(days) => Reading::sure(Value::Int(days)),
            None => Reading::unreadable(),
        },
        FieldType::Number => match Decimal::parse(&read::squeeze(text)).and_then(|d| d.times(NUMBER_SCALE)) {
            Some(number) => Reading::sure(Value::Int(number)),
            None => Reading::unreadable(),
        },
        FieldType::Bool => read::yes_no(text).map(Value::Bool),
        FieldType::Date => date(text, typing.today),
        FieldType::Money => money(text, typing.money),
        FieldType::Moment | FieldType::Ref(_) | FieldType::Same => Reading::unreadable(),
    };
    // A mark such as "无" or "-" says on purpose that there is nothing.
    match reading {
        Reading { value: None, doubts } if doubts.is_empty() => Reading::sure(Value::Empty),
        other => other,
    }
}

/// The text an editor of the field opens with; reading it gives the value back. Empty for nothing and
/// for what is not typed (references, yes and no).
pub fn write(ty: FieldType, value: &Value, typing: &Typing) -> String {
    match (ty, value) {
        (_, Value::Text(text)) => text.to_string(),
        (_, Value::Date(day)) => day.to_string(),
        (_, Value::Money(money)) => write_money(*money, typing.money),
        (FieldType::Area, Value::Int(area)) => write_area(*area),
        // The sign matters: "0.5" alone would read as a half.
        (FieldType::Percent, Value::Int(share)) => format!("{}%", exact(*share, 100)),
        (FieldType::Rate, Value::Int(rate)) => exact(*rate, RATE_SCALE),
        (FieldType::Days, Value::Int(days)) => exact(*days, DAY_SCALE),
        (FieldType::Number, Value::Int(number)) => exact(*number, NUMBER_SCALE),
        (_, Value::Int(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// Days are kept in tenths.
const DAY_SCALE: i64 = 10;

/// A rate is kept in ten-thousandths.
const RATE_SCALE: i64 = 10_000;
const NUMBER_SCALE: i64 = 10_000;

fn one_line(text: &str) -> String {
    text.split(['\r', '\n', '\t'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn area(text: &str) -> Reading<Value> {
    read::area(text, Some(AreaUnit::MU)).map(|area| Value::Int(area.hundredths))
}

fn money(text: &str, unit: MoneyUnit) -> Reading<Value> {
    read::money(text, Some(unit)).map(Value::Money)
}

/// A day outside the years a record may hold is a slip of the pen. The written form is taken as it
/// stands: the reader of ledgers doubts years far from now.
fn date(text: &str, today: Date) -> Reading<Value> {
    if let Some(day) = Date::parse_iso(text) {
        return Reading::sure(Value::Date(day));
    }
    let Reading { value, doubts } = read::date(text, &DateHints::on(today.naive()));
    match value.map(Date::from_naive) {
        Some(Some(day)) => Reading { value: Some(Value::Date(day)), doubts },
        Some(None) => Reading { value: None, doubts: vec![Doubt::Unreadable] },
        None => Reading { value: None, doubts },
    }
}

/// Yuan in the field's unit; another currency with its code, by 万 where the field counts in 万 or 亿.
fn write_money(money: Money, unit: MoneyUnit) -> String {
    if money.currency == unit.currency {
        return exact(money.units, unit.scale);
    }
    let code = money.currency.code();
    match unit {
        MoneyUnit::WAN | MoneyUnit::YI if money.units % MoneyUnit::WAN.scale == 0 => {
            format!("{}万 {code}", money.units / MoneyUnit::WAN.scale)
        }
        _ => format!("{} {code}", money.units),
    }
}

/// In 亩 where that is exact to the hundredth, else in ㎡.
fn write_area(hundredths: i64) -> String {
    let mu = read::Area { hundredths }.mu_hundredths();
    let back = i128::from(mu) * i128::from(HUNDREDTHS_PER_MU);
    // The reader rounds half away from zero, as Decimal does.
    let rounded = (back + 50 * back.signum()) / 100;
    if rounded == i128::from(hundredths) { exact(mu, 100) } else { format!("{}㎡", exact(hundredths, 100)) }
}

/// `number / scale` written exactly, without trailing zeros; `scale` is a power of ten.
fn exact(number: i64, scale: i64) -> String {
    let (size, scale) = (number.unsigned_abs(), scale.unsigned_abs().max(1));
    let places = scale.ilog10() as usize;
    let sign = if number < 0 { "-" } else { "" };
    let fraction = format!("{:0places$}", size % scale);
    match fraction.trim_end_matches('0') {
        "" => format!("{sign}{}", size / scale),
        digits => format!("{sign}{}.{digits}", size / scale),
    }
}

/// Whether the value is one a person should look at once more: an amount far out of the ordinary, or
/// only one end of what was typed.
pub fn is_doubtful(doubts: &[Doubt]) -> bool {
    doubts.iter().any(|doubt| matches!(doubt, Doubt::Implausible | Doubt::Range { .. } | Doubt::Until(_)))
}

/// The currency a money value is stated in, if it is not the yuan.
pub fn foreign(value: &Value) -> Option<Currency> {
    value.as_money().map(|money| money.currency).filter(|&currency| currency != Currency::CNY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lists::List;
    use crate::domain::{Kind, RecordId};
    use proptest::prelude::*;

    fn typing() -> Typing {
        Typing::on(Date::ymd(2026, 9, 30).expect("a day"))
    }

    fn value(ty: FieldType, text: &str) -> Option<Value> {
        read(ty, text, &typing()).value
    }

    #[test]
    fn each_type_reads_its_usual_forms() {
        let money = |units, currency| Some(Value::Money(Money { units, currency }));
        assert_eq!(value(FieldType::Money, "3.5亿"), money(350_000_000, Currency::CNY));
        assert_eq!(value(FieldType::Money, "35000万"), money(350_000_000, Currency::CNY));
        assert_eq!(value(FieldType::Money, "35000"), money(350_000_000, Currency::CNY));
        assert_eq!(value(FieldType::Money, "1200万美元"), money(12_000_000, Currency::USD));
        assert_eq!(value(FieldType::Area, "100"), Some(Value::Int(6_666_700)));
        assert_eq!(value(FieldType::Date, "9月3日"), Date::ymd(2026, 9, 3).map(Value::Date));
        assert_eq!(value(FieldType::Bool, "否"), Some(Value::Bool(false)));
        assert_eq!(value(FieldType::Rate, "7.1234"), Some(Value::Int(71_234)));
        assert_eq!(value(FieldType::Days, "2.5天"), Some(Value::Int(25)));
        assert_eq!(value(FieldType::Text, " 一\n二 "), Some(Value::text("一 二")));
        assert_eq!(value(FieldType::LongText, "一\n二"), Some(Value::text("一\n二")));
    }

    #[test]
    fn nothing_is_not_an_error_and_nonsense_is() {
        for ty in [FieldType::Money, FieldType::Date, FieldType::Int, FieldType::Text] {
            assert_eq!(read(ty, "  ", &typing()), Reading::sure(Value::Empty), "{ty:?}");
        }
        assert_eq!(read(FieldType::Money, "待定", &typing()), Reading::sure(Value::Empty));
        for ty in [FieldType::Money, FieldType::Date, FieldType::Int, FieldType::Area, FieldType::Rate] {
            assert!(read(ty, "很多很多", &typing()).is_unreadable(), "{ty:?}");
        }
        assert!(read(FieldType::Ref(Kind::Unit), "东湖镇", &typing()).is_unreadable());
    }

    #[test]
    fn an_editor_opens_in_the_unit_of_the_field() {
        let money = |units, currency| Value::Money(Money { units, currency });
        let typed = |value: &Value| write(FieldType::Money, value, &typing());
        assert_eq!(typed(&money(350_000_000, Currency::CNY)), "35000");
        assert_eq!(typed(&money(12_345, Currency::CNY)), "1.2345");
        assert_eq!(typed(&money(12_000_000, Currency::USD)), "1200万 USD");
        let million = MoneyUnit { scale: 1_000_000, currency: Currency::CNY };
        let typing = Typing { money: million, ..typing() };
        assert_eq!(write(FieldType::Money, &money(350_000_000, Currency::CNY), &typing), "350");
        assert_eq!(write(FieldType::Money, &money(12_000_000, Currency::USD), &typing), "12000000 USD");
    }

    fn any_typed() -> impl Strategy<Value = (FieldType, Value)> {
        let day = Date::RANGE.prop_map(|d| Value::Date(Date::from_days(d).unwrap_or_else(Date::epoch)));
        let money = (0i64..1_000_000_000_000_000, 0..Currency::ALL.len())
            .prop_map(|(units, c)| Value::Money(Money { units, currency: Currency::ALL[c] }));
        prop_oneof![
            day.prop_map(|v| (FieldType::Date, v)),
            money.prop_map(|v| (FieldType::Money, v)),
            (0i64..1_000_000_000_000).prop_map(|n| (FieldType::Area, Value::Int(n))),
            (0i64..1_000_000).prop_map(|n| (FieldType::Percent, Value::Int(n))),
            (0i64..100_000_000).prop_map(|n| (FieldType::Rate, Value::Int(n))),
            (0i64..100_000).prop_map(|n| (FieldType::Days, Value::Int(n))),
            (-1_000_000i64..100_000_000).prop_map(|n| (FieldType::Number, Value::Int(n))),
            (0i64..1_000_000_000).prop_map(|n| (FieldType::Int, Value::Int(n))),
        ]
    }

    proptest! {
        #[test]
        fn what_an_editor_opens_with_reads_back((ty, value) in any_typed(), million: bool) {
            let mut typing = typing();
            if million {
                typing.money = MoneyUnit { scale: 1_000_000, currency: Currency::CNY };
            }
            let text = write(ty, &value, &typing);
            prop_assert_eq!(read(ty, &text, &typing).value, Some(value), "{}", text);
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC*", which in 0usize..14) {
            let types = [FieldType::Text, FieldType::LongText, FieldType::Phone, FieldType::Int, FieldType::Area,
                FieldType::Percent, FieldType::Rate, FieldType::Bool, FieldType::Date, FieldType::Money,
                FieldType::Days, FieldType::Number, FieldType::Choice(List::Industry), FieldType::Ref(RecordId::OFFICE.kind)];
            let reading = read(types[which], &text, &typing());
            prop_assert!(reading.value.is_some() || !reading.doubts.is_empty());
        }
    }
}
