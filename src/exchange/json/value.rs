//! Values as JSON text, both ways.

use super::raw;
use crate::domain::{Currency, Date, FieldType, Kind, Money, RecordId, Value};
use std::fmt::Write;

/// Writes a value. Cleared is `null`; what this version does not know is written as it came.
pub(super) fn write(out: &mut String, value: &Value) {
    let _ = match value {
        Value::Empty => out.write_str("null"),
        Value::Text(text) if text.is_empty() => out.write_str("null"),
        Value::Text(text) => return raw::write_text(out, text),
        Value::Int(number) => write!(out, "{number}"),
        Value::Bool(yes) => write!(out, "{yes}"),
        Value::Date(date) => write!(out, "\"{date}\""),
        Value::Money(money) => write!(out, "{{\"{}\":{}}}", money.currency.code(), money.units),
        Value::Ref(id) => write!(out, "\"{id}\""),
        Value::Unknown(text) => out.write_str(text),
    };
}

/// The JSON text is not of the field's type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WrongType;

/// Reads a value of a field of `kind` from well-formed JSON text.
pub(super) fn read(kind: Kind, ty: FieldType, text: &str) -> Result<Value, WrongType> {
    use FieldType as T;
    if text == "null" {
        return Ok(Value::Empty);
    }
    match ty {
        T::Text | T::LongText | T::Phone | T::Choice(_) => {
            raw::text(text).map(|text| Value::text(&text)).ok_or(WrongType)
        }
        T::Int | T::Area | T::Percent | T::Rate | T::Days | T::Number | T::Moment => {
            whole(text).map(Value::Int).ok_or(WrongType)
        }
        T::Bool => text.parse().map(Value::Bool).map_err(|_| WrongType),
        T::Date => raw::text(text).and_then(|t| Date::parse_iso(&t)).map(Value::Date).ok_or(WrongType),
        T::Money => money(text).map(Value::Money).ok_or(WrongType),
        T::Ref(to) => reference(to, text),
        T::Same => reference(kind, text),
    }
}

/// Whether a value, once written, is one that [`read`] takes for the field.
pub(super) fn fits(kind: Kind, ty: FieldType, value: &Value) -> bool {
    use FieldType as T;
    match value {
        Value::Empty => true,
        Value::Text(_) if matches!(ty, T::Text | T::LongText | T::Phone | T::Choice(_)) => true,
        Value::Int(_)
            if matches!(ty, T::Int | T::Area | T::Percent | T::Rate | T::Days | T::Number | T::Moment) =>
        {
            true
        }
        Value::Bool(_) if ty == T::Bool => true,
        Value::Date(_) if ty == T::Date => true,
        Value::Money(_) if ty == T::Money => true,
        Value::Ref(id) if ty == T::Ref(id.kind) => true,
        // Rare: a value of another type, or one that was kept unread.
        _ => {
            let mut text = String::new();
            write(&mut text, value);
            read(kind, ty, &text).is_ok()
        }
    }
}

fn reference(to: Kind, text: &str) -> Result<Value, WrongType> {
    let id: RecordId = raw::text(text).and_then(|t| t.parse().ok()).ok_or(WrongType)?;
    if id.kind == to { Ok(Value::Ref(id)) } else { Err(WrongType) }
}

/// Digits and a sign only: no fraction, no exponent.
fn whole(text: &str) -> Option<i64> {
    text.parse().ok()
}

fn money(text: &str) -> Option<Money> {
    let members = raw::members(text).ok()?;
    let [(code, units)] = &members[..] else { return None };
    Some(Money { units: whole(units)?, currency: Currency::from_code(code)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_reads_back() {
        let usd = Money { units: -12, currency: Currency::USD };
        let unit = RecordId::new(Kind::Unit, 7);
        let project = RecordId::new(Kind::Project, 7);
        for (ty, value, json) in [
            (FieldType::Text, Value::text("a\"甲\n"), r#""a\"甲\n""#),
            (FieldType::Int, Value::Int(i64::MIN), "-9223372036854775808"),
            (FieldType::Bool, Value::Bool(false), "false"),
            (FieldType::Date, Value::Date(Date::ymd(2026, 3, 1).expect("a day")), r#""2026-03-01""#),
            (FieldType::Money, Value::Money(usd), r#"{"USD":-12}"#),
            (FieldType::Ref(Kind::Unit), Value::Ref(unit), r#""u-0000000000007""#),
            (FieldType::Same, Value::Ref(project), r#""p-0000000000007""#),
            (FieldType::Date, Value::Empty, "null"),
        ] {
            let mut out = String::new();
            write(&mut out, &value);
            assert_eq!(out, json);
            assert_eq!(read(Kind::Project, ty, &out), Ok(value.clone()));
            assert!(fits(Kind::Project, ty, &value));
        }
    }

    #[test]
    fn other_types_are_refused() {
        for (ty, json) in [
            (FieldType::Text, "1"),
            (FieldType::Int, "1.5"),
            (FieldType::Int, "1e3"),
            (FieldType::Int, "9223372036854775808"),
            (FieldType::Bool, "1"),
            (FieldType::Date, r#""2026-02-30""#),
            (FieldType::Money, "350000000"),
            (FieldType::Money, r#"{"XYZ":1}"#),
            (FieldType::Money, r#"{"CNY":1,"USD":1}"#),
            (FieldType::Ref(Kind::Unit), r#""p-0000000000007""#),
            (FieldType::Same, r#""u-0000000000007""#),
        ] {
            assert_eq!(read(Kind::Project, ty, json), Err(WrongType), "{json}");
            assert!(!fits(Kind::Project, ty, &Value::Unknown(json.into())));
        }
    }
}
