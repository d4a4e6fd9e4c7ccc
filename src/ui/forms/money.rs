//! Amounts as the money input wants them: text, unit and reading in the user's language.

use crate::domain::field::OfficeField;
use crate::domain::read::MoneyUnit as ReadUnit;
use crate::domain::{Currency, Date, FieldType, Money, RecordId, Value};
use crate::i18n::format::MoneyUnit;
use crate::i18n::{Lang, project as words, values};
use crate::ledger::{CellKey, State};
use crate::rules::typed::{self, Typing};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::state::prefs;
use leptos::prelude::*;

/// What bare numbers are counted in: 万元, or a million yuan for an English reader.
fn typing(l: Lang) -> Typing {
    let mut typing = Typing::on(session::today());
    if l == Lang::En {
        typing.money = ReadUnit { scale: MoneyUnit::Million.yuan(), currency: Currency::CNY };
    }
    typing
}

fn now() -> Typing {
    typing(prefs::language().get_untracked())
}

/// The unit shown inside a money field.
pub fn unit() -> Signal<String> {
    Signal::derive(|| {
        let l = lang();
        let unit = if l == Lang::En { MoneyUnit::Million } else { MoneyUnit::Wan };
        unit.name(l).to_owned()
    })
}

/// The text a money field opens with; follows the language.
pub fn text(amount: Option<Money>) -> String {
    amount.map_or_else(String::new, |amount| {
        typed::write(FieldType::Money, &Value::Money(amount), &typing(lang()))
    })
}

/// The amount typed; `None` if it cannot be read.
pub fn read(text: &str) -> Option<Value> {
    typed::read(FieldType::Money, text, &now()).value
}

/// How an amount is understood, or what is wrong with it. Follows the language.
pub fn reading(text: String) -> Result<String, String> {
    let l = lang();
    let read = typed::read(FieldType::Money, &text, &typing(l));
    let doubtful = typed::is_doubtful(&read.doubts);
    match read.value {
        Some(Value::Money(amount)) if doubtful => Ok(words::please_check(l, &values::money(l, amount))),
        Some(Value::Money(amount)) => Ok(values::money(l, amount)),
        Some(_) => Ok(String::new()),
        None => Err(t(words::WRONG_MONEY).to_owned()),
    }
}

/// The day the office set its rate of a currency.
pub fn rate_day(state: &State, currency: Currency) -> Option<Date> {
    let element = state.names().find_element(currency.code())?;
    state.get(RecordId::OFFICE, CellKey::of(OfficeField::RateDate, element)).as_date()
}
