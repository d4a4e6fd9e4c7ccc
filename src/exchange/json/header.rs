//! The head of a file: from whom, when, what part, who is who.

use super::authors::{Authors, BadStamp, Labels};
use super::check::Check;
use super::moment::{read_moment, write_moment};
use super::problem::Problems;
use super::vouch;
use super::write::write_stamps;
use super::{Expected, FORMAT, Fault, Header, Place, Scope, Sender, VERSION, raw};
use crate::domain::field::AuthorField;
use crate::exchange::seal::FileSignature;
use crate::ledger::{NodeId, Stamp, VersionVector};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Writes everything that stands before the authors.
pub(super) fn write(
    out: &mut String,
    check: &mut Check,
    authors: &Authors,
    have: &VersionVector,
    scope: &Scope,
    (from, made): (&Sender, u64),
) {
    out.push_str(&format!("\"format\": \"{FORMAT}\",\n\"version\": {VERSION},\n\"made\": \""));
    write_moment(out, made);
    out.push_str(&format!("\",\n\"from\": {{\"node\": \"{}\", \"name\": ", from.node));
    raw::write_text(out, &from.name);
    out.push_str(", \"unit\": ");
    raw::write_text(out, &from.unit);
    out.push_str("},\n\"scope\": ");
    write_scope(out, scope);
    write_vector(out, check, authors, "have", have);
    if let Scope::Since { since, .. } = scope {
        write_vector(out, check, authors, "since", since);
    }
    out.push_str(",\n");
}

fn write_scope(out: &mut String, scope: &Scope) {
    match scope {
        Scope::All => out.push_str(r#"{"kind": "all"}"#),
        Scope::Unit(unit) => out.push_str(&format!(r#"{{"kind": "unit", "unit": "{unit}"}}"#)),
        Scope::Selection(records) => {
            out.push_str(r#"{"kind": "selection", "records": ["#);
            for (i, id) in records.iter().enumerate() {
                out.push_str(&format!("{}\"{id}\"", if i == 0 { "" } else { ", " }));
            }
            out.push_str("]}");
        }
        Scope::Since { colleague: Some(node), .. } => {
            out.push_str(&format!(r#"{{"kind": "since", "colleague": "{node}"}}"#));
        }
        Scope::Since { colleague: None, .. } => out.push_str(r#"{"kind": "since"}"#),
    }
}

fn write_vector(out: &mut String, check: &mut Check, authors: &Authors, key: &str, vector: &VersionVector) {
    check.vector(key, vector);
    out.push_str(&format!(",\n\"{key}\": "));
    let stamps: Vec<Stamp> = vector.iter().collect();
    write_stamps(out, authors, &stamps);
}

/// Writes the table of authors. `name` gives a name and a unit, for whoever reads the file with his own
/// eyes.
pub(super) fn write_authors<'s>(
    out: &mut String,
    authors: &Authors,
    name: impl Fn(NodeId, AuthorField) -> Option<&'s str>,
) {
    out.push_str("\"authors\": {");
    for (i, &node) in authors.nodes().iter().enumerate() {
        out.push_str(if i == 0 { "\n " } else { ",\n " });
        out.push_str(&format!("\"a{}\": {{\"node\": \"{node}\"", i + 1));
        for (key, field) in [("name", AuthorField::Name), ("unit", AuthorField::Unit)] {
            if let Some(text) = name(node, field) {
                out.push_str(&format!(", \"{key}\": "));
                raw::write_text(out, text);
            }
        }
        out.push('}');
    }
    out.push_str("},\n");
}

/// Reads the head from the members of the file, and the names its stamps use. What is wrong is added to
/// `problems`; the header is then of no use.
pub(super) fn read<'a>(
    top: &mut FxHashMap<Cow<'a, str>, &'a str>,
    version: u32,
    problems: &mut Problems<'a>,
) -> (Header, Labels<'a>) {
    let mut head = Head { top, problems };
    let (labels, authors) = head.authors();
    let made = head.need("made", Expected::Moment, |text| read_moment(&raw::text(text)?));
    let from = head.need("from", Expected::Object, sender);
    let have = head.vector("have", &labels);
    let scope = head.scope(&labels, version);
    let header = Header {
        version,
        made: made.unwrap_or_default(),
        from: from.unwrap_or_default(),
        scope,
        have,
        authors,
        seals: top.remove("seals").map(|text| vouch::seals(text, &labels)).unwrap_or_default(),
        signature: FileSignature::None,
        borne_out: VersionVector::default(),
    };
    (header, labels)
}

/// The head of a file being read.
struct Head<'h, 'a> {
    top: &'h mut FxHashMap<Cow<'a, str>, &'a str>,
    problems: &'h mut Problems<'a>,
}

impl<'a> Head<'_, 'a> {
    fn fault(&mut self, part: &str, key: &str, fault: Fault) {
        self.problems.add(part, Place { key: Some(key.into()), ..Place::default() }, fault);
    }

    /// A member that must be there and of the expected form.
    fn need<T>(
        &mut self,
        key: &'static str,
        expected: Expected,
        read: impl FnOnce(&'a str) -> Option<T>,
    ) -> Option<T> {
        let Some(text) = self.top.remove(key) else {
            self.problems.add_general(Fault::Missing(key));
            return None;
        };
        let value = read(text);
        if value.is_none() {
            self.fault(text, key, Fault::Wrong(expected));
        }
        value
    }

    fn vector(&mut self, key: &'static str, labels: &Labels<'a>) -> VersionVector {
        let items = self.need(key, Expected::List, raw::items).unwrap_or_default();
        let mut vector = VersionVector::default();
        for item in items {
            match raw::text(item).ok_or(BadStamp::Form).and_then(|text| labels.read(&text)) {
                Ok(stamp) => vector.advance(stamp),
                Err(bad) => self.fault(item, key, bad.into()),
            }
        }
        vector
    }

    /// The table of authors.
    fn authors(&mut self) -> (Labels<'a>, BTreeMap<NodeId, (String, String)>) {
        let mut labels = Labels::default();
        let mut authors = BTreeMap::new();
        let members = self.need("authors", Expected::Object, |text| raw::members(text).ok());
        for (label, text) in members.unwrap_or_default() {
            match sender(text) {
                Some(author) => {
                    labels.insert(label, author.node);
                    authors.insert(author.node, (author.name, author.unit));
                }
                None => self.fault(text, "authors", Fault::Wrong(Expected::Node)),
            }
        }
        (labels, authors)
    }

    /// The scope; `None` too for one that only a newer version knows.
    fn scope(&mut self, labels: &Labels<'a>, version: u32) -> Option<Scope> {
        let members = self.need("scope", Expected::Object, |text| raw::members(text).ok())?;
        let member = |key: &str| members.iter().find(|(k, _)| k == key).map(|&(_, text)| text);
        let kind = member("kind").and_then(raw::text);
        let scope = match kind.as_deref() {
            Some("all") => Some(Scope::All),
            Some("unit") => {
                member("unit").and_then(raw::text).and_then(|id| id.parse().ok()).map(Scope::Unit)
            }
            Some("selection") => member("records").and_then(raw::items).and_then(|ids| {
                let ids: Option<_> = ids.into_iter().map(|id| raw::text(id)?.parse().ok()).collect();
                ids.map(Scope::Selection)
            }),
            Some("since") => {
                let since = self.vector("since", labels);
                match member("colleague").map(|text| raw::text(text).and_then(|node| node.parse().ok())) {
                    None => Some(Scope::Since { colleague: None, since }),
                    Some(Some(node)) => Some(Scope::Since { colleague: Some(node), since }),
                    Some(None) => None,
                }
            }
            _ => None,
        };
        if scope.is_none() && version <= VERSION {
            self.problems.add_general(Fault::Wrong(Expected::Scope));
        }
        scope
    }
}

/// `{"node": …, "name": …, "unit": …}`, of which only the node must be there.
fn sender(text: &str) -> Option<Sender> {
    let members = raw::members(text).ok()?;
    let mut from = Sender::default();
    let mut node = None;
    for (key, text) in members {
        match &*key {
            "node" => node = raw::text(text)?.parse().ok(),
            "name" => from.name = raw::text(text)?.into_owned(),
            "unit" => from.unit = raw::text(text)?.into_owned(),
            _ => {}
        }
    }
    Some(Sender { node: node?, ..from })
}
