//! What a person is called: Chinese names begin with the family, whatever order a phone writes them in.

use crate::domain::read::{is_han, name};

/// The name, of what stands in N (family, given, further names) and of the name to be shown; empty for none.
pub(super) fn called(parts: &[String], shown: &str) -> String {
    let part = |at: usize| parts.get(at).map(|part| name(part)).unwrap_or_default();
    let (family, given, further) = (part(0), part(1), part(2));
    let shown_name = name(shown);
    let is_chinese = |text: &str| !text.is_empty() && text.chars().all(|c| is_han(c) || c == '·');
    // Written together it is as its owner writes it.
    if is_chinese(&shown_name) && !shown.trim().contains(char::is_whitespace) {
        return shown_name;
    }
    if is_chinese(&family) && is_chinese(&given) {
        return format!("{family}{given}");
    }
    if !shown_name.is_empty() {
        return shown_name;
    }
    let western: Vec<&str> = [&given, &further, &family].into_iter().map(String::as_str).collect();
    western.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
