//! A number as a record states it: an amount where the metric is money, a plain number otherwise.

use crate::domain::{Decimal, Field, Value};
use crate::ledger::Record;
use crate::rules::OfficeRules;

/// What a target, a figure or a pledge says, amounts in yuan; `None` where it says nothing, or an amount in a currency
/// without a rate.
pub fn stated(
    rules: &OfficeRules,
    record: &Record,
    amount: impl Into<Field>,
    number: impl Into<Field>,
) -> Option<Decimal> {
    match record.get(amount.into()) {
        Value::Money(money) => rules.rates.to_yuan(*money).map(Decimal::whole),
        _ => record.get(number.into()).as_int().map(Decimal::ten_thousandths),
    }
}
