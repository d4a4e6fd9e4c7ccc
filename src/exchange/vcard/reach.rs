//! How a person is reached: numbers, addresses, WeChat.

use super::property::{Property, plain};
use crate::domain::read::{phones, tidy};

/// A telephone number as the ledger writes it: a Chinese mobile as eleven digits, a foreign one as it is.
pub(super) fn number(text: &str) -> String {
    let text = plain(text);
    let text = text.trim();
    let uri = text.get(..4).filter(|start| start.eq_ignore_ascii_case("tel:"));
    let bare = uri.map_or(text, |start| text[start.len()..].split(';').next().unwrap_or_default());
    // A stroke parts two numbers in the ledger.
    let line = tidy(bare).replace(['/', '|', ',', ';'], " ");
    let is_foreign = line.starts_with('+') && !line.starts_with("+86");
    match phones(&line).value.as_deref() {
        Some([one]) if !is_foreign => one.clone(),
        _ => line.trim().to_owned(),
    }
}

/// Whether words speak of WeChat.
fn is_wechat(words: &str) -> bool {
    let words = words.to_ascii_lowercase();
    ["wechat", "weixin", "微信"].iter().any(|name| words.contains(name))
}

/// The WeChat name that a property gives, if it gives one. `label` is what its group is called.
pub(super) fn wechat(property: &Property, value: &str, label: &str) -> Option<String> {
    let value = plain(value);
    let (scheme, rest) = value.split_once(':').unwrap_or(("", &value));
    let service = ["TYPE", "X-SERVICE-TYPE", "SERVICE-TYPE"];
    let says_so = || service.iter().any(|key| property.param(key).any(is_wechat)) || is_wechat(label);
    let found = match property.name.as_str() {
        name if name.starts_with("X-") && is_wechat(name) => &value,
        "IMPP" | "X-SOCIALPROFILE" | "SOCIALPROFILE" | "URL" | "X-IM" if is_wechat(scheme) => rest,
        // Apple writes "x-apple:" before a name of any service.
        "IMPP" | "X-SOCIALPROFILE" | "SOCIALPROFILE" | "X-IM" if says_so() => {
            if scheme.is_empty() || !scheme.eq_ignore_ascii_case("x-apple") { &value } else { rest }
        }
        _ => return None,
    };
    let found = tidy(found.trim_start_matches('/'));
    (!found.is_empty()).then_some(found)
}
