//! A WebDAV server's listing (RFC 4918, section 14.16), read by the browser's own XML reader.

use web_sys::{DomParser, Element, SupportedType};

/// The namespace of everything in a listing.
const DAV: &str = "DAV:";

/// A member of a collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The last part of its address.
    pub(super) name: String,
    /// Whether it is a collection itself.
    pub(super) is_collection: bool,
    /// Changes whenever it is written: its entity tag, or its time and size where the server gives none.
    pub(super) tag: String,
}

/// The members of a listing; `None` if it is none.
pub(super) fn members(bytes: &[u8]) -> Option<Vec<Found>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let document = DomParser::new().ok()?.parse_from_string(text, SupportedType::ApplicationXml).ok()?;
    let root = document.document_element()?;
    if root.local_name() != "multistatus" {
        return None;
    }
    let responses = root.get_elements_by_tag_name_ns(Some(DAV), "response").ok()?;
    let found = (0..responses.length()).filter_map(|at| member(&responses.item(at)?));
    Some(found.collect())
}

fn member(response: &Element) -> Option<Found> {
    let text = |name: &str| first(response, name).unwrap_or_default();
    let address = first(response, "href")?;
    // The address of a collection ends in a slash.
    let plain = address.strip_suffix('/');
    let name = plain.unwrap_or(&address).rsplit('/').next()?.to_owned();
    let tag = match text("getetag") {
        tag if tag.is_empty() => format!("{}-{}", text("getlastmodified"), text("getcontentlength")),
        tag => tag,
    };
    Some(Found { name, is_collection: plain.is_some(), tag })
}

fn first(within: &Element, name: &str) -> Option<String> {
    let found = within.get_elements_by_tag_name_ns(Some(DAV), name).ok()?.item(0)?;
    found.text_content().map(|text| text.trim().to_owned())
}
