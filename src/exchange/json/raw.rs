//! Taking apart JSON text that is already known to be well formed, without copying it.

use super::MAX_DEPTH;
use rustc_hash::FxHashSet;
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// A member of an object: its key, and its value as text.
pub(super) type Member<'a> = (Cow<'a, str>, &'a str);

/// Why an object cannot be taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NotMembers {
    /// It is something else than an object.
    NotObject,
    /// A key stands there twice.
    Twice(String),
}

/// The members of an object, in order.
pub(super) fn members(text: &str) -> Result<Vec<Member<'_>>, NotMembers> {
    let Members(members) = serde_json::from_str(text).map_err(|_| NotMembers::NotObject)?;
    // Our own files have their keys in order, which makes this check cheap.
    if !members.is_sorted_by(|a, b| a.0 < b.0) {
        let mut seen = FxHashSet::default();
        if let Some((key, _)) = members.iter().find(|(key, _)| !seen.insert(key.as_ref())) {
            return Err(NotMembers::Twice(key.to_string()));
        }
    }
    Ok(members)
}

/// The elements of a list; `None` if it is none.
pub(super) fn items(text: &str) -> Option<Vec<&str>> {
    let items: Vec<&RawValue> = serde_json::from_str(text).ok()?;
    Some(items.into_iter().map(RawValue::get).collect())
}

/// A text; `None` if it is none, or holds half a surrogate pair.
pub(super) fn text(text: &str) -> Option<Cow<'_, str>> {
    let inside = text.strip_prefix('"')?.strip_suffix('"')?;
    if inside.contains('\\') {
        serde_json::from_str(text).ok().map(Cow::Owned)
    } else {
        Some(Cow::Borrowed(inside))
    }
}

/// Writes a JSON text.
pub(super) fn write_text(out: &mut String, text: &str) {
    if text.bytes().any(|b| b < b' ' || b == b'"' || b == b'\\') {
        // Writing a text into memory does not fail.
        out.push_str(&serde_json::to_string(text).unwrap_or_default());
    } else {
        out.push('"');
        out.push_str(text);
        out.push('"');
    }
}

/// Why a value cannot be kept as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotKept {
    TooDeep,
    /// A text in it that other programs could not read, or a number beyond all range.
    Unreadable,
}

/// The text without the white space between its parts, so that the same value is the same text.
pub(super) fn compact(text: &str) -> Result<Cow<'_, str>, NotKept> {
    let mut depth = 0usize;
    let mut deepest = 0;
    let mut spaces = false;
    structure(text, |byte| {
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b' ' | b'\n' | b'\r' | b'\t' => spaces = true,
            _ => {}
        }
        deepest = deepest.max(depth);
    });
    if deepest > MAX_DEPTH {
        return Err(NotKept::TooDeep);
    }
    if serde_json::from_str::<serde_json::Value>(text).is_err() {
        return Err(NotKept::Unreadable);
    }
    if !spaces {
        return Ok(Cow::Borrowed(text));
    }
    let (mut quoted, mut escaped) = (false, false);
    let kept = text.chars().filter(|&c| {
        let keep = quoted || !c.is_ascii_whitespace();
        quoted = if quoted { escaped || c != '"' } else { c == '"' };
        escaped = quoted && c == '\\' && !escaped;
        keep
    });
    Ok(Cow::Owned(kept.collect()))
}

/// Shows each byte outside texts.
fn structure(text: &str, mut see: impl FnMut(u8)) {
    let (mut quoted, mut escaped) = (false, false);
    for byte in text.bytes() {
        if !quoted {
            see(byte);
        }
        quoted = if quoted { escaped || byte != b'"' } else { byte == b'"' };
        escaped = quoted && byte == b'\\' && !escaped;
    }
}

/// Whether the whole text is one JSON value; the error says where not.
pub(super) fn well_formed(text: &str) -> Result<(), serde_json::Error> {
    serde_json::from_str::<IgnoredAny>(text).map(|_| ())
}

struct Members<'a>(Vec<Member<'a>>);

#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some((Key(key), value)) = map.next_entry::<Key<'de>, &'de RawValue>()? {
                    members.push((key, value.get()));
                }
                Ok(Members(members))
            }
        }
        from.deserialize_map(Collect)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_in_order_and_never_twice() {
        let found = members(r#" {"a": 1, "b\u4e2d": {"x": [2]} } "#).expect("an object");
        assert_eq!(found, [(Cow::from("a"), "1"), (Cow::from("b中"), r#"{"x": [2]}"#)]);
        assert_eq!(members(r#"{"b":1,"a":2,"b":3}"#), Err(NotMembers::Twice("b".into())));
        assert_eq!(members(r#"{"a":1,"a":2}"#), Err(NotMembers::Twice("a".into())));
        assert_eq!(members("[1]"), Err(NotMembers::NotObject));
    }

    #[test]
    fn compact_keeps_texts_as_they_are() {
        assert_eq!(
            compact("{ \"a b\" : [ 1 , \"x \\\" y\" ] }").as_deref(),
            Ok("{\"a b\":[1,\"x \\\" y\"]}")
        );
        assert_eq!(compact(r#""\\ " "#).as_deref(), Ok(r#""\\ ""#));
        assert_eq!(compact("1.10"), Ok(Cow::Borrowed("1.10")));
        let deep = |n| "[".repeat(n) + &"]".repeat(n);
        assert!(compact(&deep(MAX_DEPTH)).is_ok());
        assert_eq!(compact(&deep(MAX_DEPTH + 1)), Err(NotKept::TooDeep));
        assert_eq!(compact(r#""\ud800""#), Err(NotKept::Unreadable));
        assert_eq!(compact("1e999"), Err(NotKept::Unreadable));
    }

    #[test]
    fn texts_read_back() {
        for said in ["", "甲", "a\"b", "tab\t", "\u{1}", "back\\slash"] {
            let mut out = String::new();
            write_text(&mut out, said);
            assert_eq!(text(&out).as_deref(), Some(said));
        }
        assert_eq!(text("1"), None);
        assert_eq!(text(r#""\ud800""#), None);
    }
}
