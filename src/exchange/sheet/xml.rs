//! A small forgiving reader of XML and HTML: tags, attributes and text, one after the other.
//!
//! It checks no grammar. A damaged document gives fewer tokens, never an error and never a panic;
//! whoever uses it decides what must be there.

use std::borrow::Cow;

/// One step through a document. Names come without their namespace prefix.
#[derive(Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// `<name …>`; `empty` for `<name …/>`.
    Open {
        /// The name without prefix.
        name: &'a str,
        /// What stands between name and bracket.
        attributes: Attributes<'a>,
        /// Whether it closes itself.
        empty: bool,
    },
    /// `</name>`.
    Close(&'a str),
    /// Text with its entities resolved.
    Text(Cow<'a, str>),
}

/// The attributes of a tag.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Attributes<'a>(&'a str);

/// Reads a document token by token.
pub(super) struct Tokens<'a> {
    rest: &'a str,
}

impl<'a> Tokens<'a> {
    /// Reads from the beginning of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { rest: text }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            if !self.rest.starts_with('<') {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, rest) = self.rest.split_at(end);
                self.rest = rest;
                return Some(Token::Text(unescape(text)));
            }
            if let Some(body) = self.rest.strip_prefix("<![CDATA[") {
                let (text, rest) = body.split_once("]]>").unwrap_or((body, ""));
                self.rest = rest;
                return Some(Token::Text(Cow::Borrowed(text)));
            }
            if let Some(body) = self.rest.strip_prefix("<!--") {
                self.rest = body.split_once("-->").map_or("", |(_, rest)| rest);
                continue;
            }
            let end = tag_end(self.rest)?;
            let tag = self.rest.get(1..end)?;
            self.rest = self.rest.get(end + 1..).unwrap_or("");
            if tag.starts_with(['?', '!']) {
                continue;
            }
            if let Some(name) = tag.strip_prefix('/') {
                return Some(Token::Close(local(name.trim())));
            }
            let (tag, empty) = match tag.strip_suffix('/') {
                Some(tag) => (tag, true),
                None => (tag, false),
            };
            let name_end = tag.find(char::is_whitespace).unwrap_or(tag.len());
            let (name, attributes) = tag.split_at(name_end);
            return Some(Token::Open { name: local(name), attributes: Attributes(attributes), empty });
        }
    }
}

/// Where the tag at the start of `text` ends; a `>` inside quotes does not end it.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (i, b) in text.bytes().enumerate() {
        match (quote, b) {
            (None, b'>') => return Some(i),
            (None, b'"' | b'\'') => quote = Some(b),
            (Some(q), _) if q == b => quote = None,
            _ => {}
        }
    }
    None
}

/// A name without its namespace prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

impl<'a> Attributes<'a> {
    /// The value of an attribute, by its name without prefix.
    pub fn get(&self, name: &str) -> Option<Cow<'a, str>> {
        let mut rest = self.0.trim_start();
        while !rest.is_empty() {
            let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
            let key = rest.get(..end)?;
            let after = rest.get(end..)?.trim_start();
            let Some(after) = after.strip_prefix('=') else {
                // An attribute without value, as in HTML.
                rest = after;
                continue;
            };
            let after = after.trim_start();
            let (value, next) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => {
                    let body = after.get(1..)?;
                    body.split_once(quote).unwrap_or((body, ""))
                }
                _ => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
            };
            if local(key).eq_ignore_ascii_case(name) {
                return Some(unescape(value));
            }
            rest = next.trim_start();
        }
        None
    }
}

/// Resolves entities; unknown ones stay as they are.
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        let body = &tail[1..];
        let entity = body.bytes().take(9).position(|b| b == b';').and_then(|n| body.get(..n));
        match entity.and_then(|e| Some((e, entity_char(e)?))) {
            Some((entity, c)) => {
                out.push(c);
                rest = &body[entity.len() + 1..];
            }
            None => {
                out.push('&');
                rest = body;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn entity_char(entity: &str) -> Option<char> {
    let code = match entity {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        "nbsp" => return Some(' '),
        _ => entity.strip_prefix('#')?,
    };
    let number = match code.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => code.parse().ok()?,
    };
    char::from_u32(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_of_a_small_document() {
        let text = "<?xml version=\"1.0\"?><x:a k='1 > 0' n:id=\"&lt;2&gt;\"><b/>甲&amp;乙<!-- > --><![CDATA[<c>]]></x:a>";
        let tokens: Vec<Token> = Tokens::new(text).collect();
        let Some(Token::Open { name: "a", attributes, empty: false }) = tokens.first() else {
            panic!("{tokens:?}")
        };
        assert_eq!(attributes.get("k").as_deref(), Some("1 > 0"));
        assert_eq!(attributes.get("id").as_deref(), Some("<2>"));
        assert_eq!(attributes.get("d"), None);
        assert!(matches!(tokens[1], Token::Open { name: "b", empty: true, .. }));
        assert_eq!(tokens[2], Token::Text("甲&乙".into()));
        assert_eq!(tokens[3], Token::Text("<c>".into()));
        assert_eq!(tokens[4], Token::Close("a"));
    }

    #[test]
    fn loose_html_attributes_and_broken_ends() {
        let Some(Token::Open { attributes, .. }) = Tokens::new("<td nowrap colspan=2 class=\"x\">").next()
        else {
            panic!("a tag")
        };
        assert_eq!(attributes.get("COLSPAN").as_deref(), Some("2"));
        assert_eq!(Tokens::new("<a href=\"x").count(), 0);
        assert_eq!(unescape("&#x4e00;&#20108;&bogus;&"), "一二&bogus;&");
    }
}
