//! The SHA-256 of one change, the same on every laptop.
//!
//! Hashed are the words, ids and values that stand in a file, never a number of this program, so that a
//! laptop which knows a field or a kind of record and one which only keeps it agree. What was once hashed
//! must hash the same for ever: a later version that gives a field another word or its values another form
//! goes on hashing what version 1 of the format wrote.

use crate::domain::Value;
use crate::exchange::json::{CellName, Named};
use crate::ledger::Stamp;
use serde_json::Value as Json;
use sha2::{Digest as _, Sha256};

/// A SHA-256.
pub(super) type Digest = [u8; 32];

/// The digest of a change of this cell of this record. The stamp is not in it: that is the command's.
pub(super) fn of_change(record: &Named<'_>, cell: CellName<'_>, value: &Value, over: &[Stamp]) -> Digest {
    let mut hash = Hash(Sha256::new());
    for text in [record.kind, &record.id, cell.field, cell.element] {
        hash.text(text);
    }
    hash.value(value);
    hash.length(over.len());
    for stamp in over {
        hash.number(stamp.time);
        hash.number(stamp.node.0);
    }
    hash.0.finalize().into()
}

/// Parts with their lengths and types, so that none runs into the next.
struct Hash(Sha256);

impl Hash {
    fn tag(&mut self, tag: u8) {
        self.0.update([tag]);
    }

    fn number(&mut self, number: u64) {
        self.0.update(number.to_be_bytes());
    }

    fn length(&mut self, length: usize) {
        self.number(length as u64);
    }

    fn text(&mut self, text: &str) {
        self.length(text.len());
        self.0.update(text);
    }

    /// A value as the JSON it is written as.
    fn value(&mut self, value: &Value) {
        match value {
            Value::Empty => self.tag(b'z'),
            Value::Text(text) => self.top_text(text),
            Value::Int(number) => self.whole(&number.to_string()),
            Value::Bool(yes) => self.bool(*yes),
            Value::Date(date) => self.quoted(&date.to_string()),
            Value::Money(money) => {
                self.tag(b'o');
                self.length(1);
                self.text(money.currency.code());
                self.whole(&money.units.to_string());
            }
            Value::Ref(id) => self.quoted(&id.to_string()),
            Value::Unknown(text) => match serde_json::from_str(text) {
                Ok(Json::String(text)) => self.top_text(&text),
                Ok(json) => self.json(&json),
                // Nothing that was read from a file: kept text is JSON.
                Err(_) => {
                    self.tag(b'u');
                    self.text(text);
                }
            },
        }
    }

    /// An empty text is read as nothing.
    fn top_text(&mut self, text: &str) {
        if text.is_empty() { self.tag(b'z') } else { self.quoted(text) }
    }

    fn quoted(&mut self, text: &str) {
        self.tag(b's');
        self.text(text);
    }

    fn whole(&mut self, digits: &str) {
        self.tag(b'n');
        self.text(digits);
    }

    fn bool(&mut self, yes: bool) {
        self.0.update([b'b', u8::from(yes)]);
    }

    /// Layout, escapes and the order of members make no difference. Values are at most
    /// [`MAX_DEPTH`](crate::exchange::json::MAX_DEPTH) deep, and serde reads none deeper than 128.
    fn json(&mut self, json: &Json) {
        match json {
            Json::Null => self.tag(b'z'),
            Json::Bool(yes) => self.bool(*yes),
            Json::Number(number) => self.whole(&digits(number)),
            Json::String(text) => self.quoted(text),
            Json::Array(items) => {
                self.tag(b'l');
                self.length(items.len());
                items.iter().for_each(|item| self.json(item));
            }
            Json::Object(members) => {
                let mut members: Vec<_> = members.iter().collect();
                members.sort_unstable_by_key(|(key, _)| key.as_str());
                self.tag(b'o');
                self.length(members.len());
                for (key, member) in members {
                    self.text(key);
                    self.json(member);
                }
            }
        }
    }
}

/// A whole number by its digits, any other as Rust writes the nearest 64-bit float. `-0` is 0.
fn digits(number: &serde_json::Number) -> String {
    match (number.as_i64(), number.as_u64(), number.as_f64()) {
        (Some(whole), ..) => whole.to_string(),
        (_, Some(whole), _) => whole.to_string(),
        (.., Some(float)) if float != 0.0 => format!("{float:?}"),
        _ => "0".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Currency, Date, Kind, Money, RecordId};
    use crate::ledger::NodeId;
    use proptest::prelude::*;

    fn digest(value: &Value) -> Digest {
        let record = RecordId::new(Kind::Project, 1);
        let named = Named { kind: "project", id: record.to_string().into(), record };
        of_change(&named, CellName { field: "jobs", element: "" }, value, &[])
    }

    fn kept(json: &str) -> Value {
        Value::Unknown(json.into())
    }

    /// The form of hashed bytes is for ever.
    #[test]
    fn what_was_once_hashed_hashes_the_same() {
        let record = RecordId::new(Kind::Project, 1);
        let named = Named { kind: "project", id: record.to_string().into(), record };
        let cell = CellName { field: "milestone_date", element: "signed" };
        let day = Date::ymd(2026, 3, 1).map_or(Value::Empty, Value::Date);
        let first = of_change(&named, cell, &day, &[Stamp::new(5, 6, NodeId(7))]);
        let hex = first.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        assert_eq!(hex, "41d8c50d82674394ceeaa8bdc2652d456269aff2f6ddc9311e729af24af1dbfa");
    }

    #[test]
    fn layout_makes_no_difference_and_anything_else_does() {
        for (one, other) in [
            (r#"{"a":1,"b":[true,"中"]}"#, r#"{ "b" : [ true , "\u4e2d" ], "a" : 1 }"#),
            ("1.10", "1.1"),
            ("-0", "0"),
            (r#""""#, "null"),
            ("15000000000000000000000", "1.5e22"),
            ("0.00001", "1e-5"),
        ] {
            assert_eq!(digest(&kept(one)), digest(&kept(other)), "{one}");
        }
        let all =
            ["null", "0", "1", "1.5", r#""1""#, "true", "false", "[]", "[1]", "[[1]]", r#"{"1":1}"#, "{}"];
        let digests: std::collections::BTreeSet<Digest> =
            all.iter().map(|json| digest(&kept(json))).collect();
        assert_eq!(digests.len(), all.len());
        assert_ne!(digest(&kept("{")), digest(&kept("[")));
    }

    proptest! {
        /// Who knows the type of a field and who only keeps its value agree.
        #[test]
        fn known_and_kept_agree(text in any::<String>(), number in any::<i64>(), key in any::<u64>(), yes: bool) {
            let day = Date::ymd(1900 + (key % 300) as i32, 1 + (key % 12) as u32, 1 + (key % 28) as u32);
            let usd = Money { units: number, currency: Currency::USD };
            let id = RecordId::new(Kind::Unit, key);
            let quoted = serde_json::to_string(&text).expect("JSON");
            for (value, json) in [
                (Value::text(&text), quoted),
                (Value::Int(number), number.to_string()),
                (Value::Bool(yes), yes.to_string()),
                (Value::Ref(id), format!("\"{id}\"")),
                (Value::Money(usd), format!("{{\"USD\":{number}}}")),
                (Value::Empty, "null".to_owned()),
                (day.map_or(Value::Empty, Value::Date), day.map_or("null".into(), |day| format!("\"{day}\""))),
            ] {
                prop_assert_eq!(digest(&value), digest(&kept(&json)), "{}", json);
            }
        }
    }
}
