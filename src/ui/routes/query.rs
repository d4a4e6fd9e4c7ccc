//! The state of a page in its address: `q=锂电&open=p-…`, percent-encoded.

use std::collections::BTreeMap;
use std::fmt;

/// Names and values, each name once, in the order of the names so that equal states have equal
/// addresses. An empty value is the same as none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(BTreeMap<String, String>);

impl Query {
    /// Reads `a=1&b=2`. A pair without a name or a value is dropped; of two values of one name the
    /// later counts.
    pub fn parse(text: &str) -> Query {
        let mut query = Query::default();
        for pair in text.split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            query.set(&decode(name), &decode(value));
        }
        query
    }

    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Gives a name a value; an empty value removes it.
    pub fn set(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            self.0.remove(name);
        } else if !name.is_empty() {
            self.0.insert(name.to_owned(), value.to_owned());
        }
    }

    /// Whether there is no state.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, (name, value)) in self.0.iter().enumerate() {
            let separator = if i == 0 { "" } else { "&" };
            write!(f, "{separator}{}={}", encode(name), encode(value))?;
        }
        Ok(())
    }
}

/// Encodes all but the unreserved characters of RFC 3986, as UTF-8 octets.
fn encode(text: &str) -> String {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => {
                out.push('%');
                // Both are below 16, the length of the table.
                out.push(HEX[usize::from(byte >> 4)]);
                out.push(HEX[usize::from(byte & 15)]);
            }
        }
    }
    out
}

/// Decodes `%xx`; a `%` that begins no octet stays, and octets that are no UTF-8 become U+FFFD.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while let Some(&byte) = bytes.get(i) {
        let hex = |at: usize| bytes.get(at).and_then(|&b| char::from(b).to_digit(16));
        match (byte, hex(i + 1), hex(i + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                i += 3;
            }
            _ => {
                out.push(byte);
                i += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn state_is_readable_and_ordered() {
        let query = Query::parse("view=v-1&q=%E9%94%82%E7%94%B5&empty=&q=x%20y");
        assert_eq!(query.get("q"), Some("x y"));
        assert_eq!(query.get("empty"), None);
        assert_eq!(query.to_string(), "q=x%20y&view=v-1");
    }

    #[test]
    fn a_damaged_address_is_read_as_far_as_it_goes() {
        assert_eq!(Query::parse("q=100%&r=%zz&s=%E9").get("q"), Some("100%"));
        assert_eq!(Query::parse("r=%zz").get("r"), Some("%zz"));
        assert_eq!(Query::parse("s=%E9").get("s"), Some("\u{fffd}"));
        assert!(Query::parse("&&=1&").is_empty());
    }

    proptest! {
        #[test]
        fn any_state_survives_the_address(name in ".+", value in ".+") {
            let mut query = Query::default();
            query.set(&name, &value);
            prop_assert_eq!(Query::parse(&query.to_string()), query);
        }

        #[test]
        fn any_address_is_read(text in ".*") {
            let query = Query::parse(&text);
            prop_assert_eq!(Query::parse(&query.to_string()), query);
        }
    }
}
