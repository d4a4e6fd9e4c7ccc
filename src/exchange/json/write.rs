//! Writes a file. Equal states give equal bytes.

use super::authors::{Authors, author_record};
use super::check::Check;
use super::part::{Line, Named, Part};
use super::vouch;
use super::{Scope, Sender, header, raw, scope, value};
use crate::domain::{Kind, RecordId};
use crate::exchange::seal::{Signer, sign};
use crate::ledger::{Change, Stamp, State, VersionVector};
use rustc_hash::FxHashSet;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Writes the part of `state` that `scope` names. `have` is what this office holds without a gap,
/// `made` its clock in milliseconds.
pub fn export(state: &State, have: &VersionVector, scope: &Scope, from: &Sender, made: u64) -> String {
    export_signed(state, have, scope, (from, made), None)
}

/// As [`export`], signed by the device and with the seals it knows of.
pub fn export_signed(
    state: &State,
    have: &VersionVector,
    scope: &Scope,
    from: (&Sender, u64),
    signer: Option<&Signer<'_>>,
) -> String {
    write(Part::new(state, scope), have, scope, from, signer)
}

/// Writes the changes that lie between two version vectors: none that `scope` covers, and none that `until`
/// does not. The file claims `until` and no more.
pub fn export_until(state: &State, until: &VersionVector, scope: &Scope, from: &Sender, made: u64) -> String {
    export_until_signed(state, until, scope, (from, made), None)
}

/// As [`export_until`], signed by the device and with the seals it knows of.
pub fn export_until_signed(
    state: &State,
    until: &VersionVector,
    scope: &Scope,
    from: (&Sender, u64),
    signer: Option<&Signer<'_>>,
) -> String {
    write(Part::new(state, scope).until(until), until, scope, from, signer)
}

fn write(
    part: Part<'_>,
    have: &VersionVector,
    scope: &Scope,
    (from, made): (&Sender, u64),
    signer: Option<&Signer<'_>>,
) -> String {
    let seals = signer.map_or(&[][..], |signer| &signer.seals);
    let seals = vouch::fitting(seals, have, from.node);
    let state = part.state;
    let mut nodes = part.nodes();
    nodes.insert(from.node);
    nodes.extend(have.iter().map(|stamp| stamp.node));
    nodes.extend(seals.clone().map(|seal| seal.node()));
    if let Scope::Since { since, .. } = scope {
        nodes.extend(since.iter().map(|stamp| stamp.node));
    }
    let authors = Authors::new(nodes);
    let mut check = Check::default();
    let mut out = String::from("{\n");
    header::write(&mut out, &mut check, &authors, have, scope, (from, made));
    header::write_authors(&mut out, &authors, |node, field| state.get(author_record(node), field).as_text());
    write_records(&mut out, &authors, &mut check, &part);
    vouch::write(&mut out, &authors, seals);
    out.push_str(",\n\"check\": \"");
    out.push_str(&check.written());
    out.push('"');
    if let Some(signer) = signer {
        sign(&mut out, signer.key);
    }
    out.push_str("\n}\n");
    out
}

/// How many records of each kind the file for `scope` would hold.
pub fn contents(state: &State, scope: &Scope) -> BTreeMap<Kind, usize> {
    let mut counts = BTreeMap::new();
    for named in &Part::new(state, scope).records {
        *counts.entry(named.record.kind).or_default() += 1;
    }
    counts
}

/// The attachments of which the file for `scope` would tell something.
pub fn attachments_of(state: &State, scope: &Scope) -> Vec<RecordId> {
    let part = Part::new(state, scope);
    let ids = part.records.iter().map(|named| named.record);
    ids.filter(|id| id.kind == Kind::Attachment && !part.lines(*id).is_empty()).collect()
}

/// The records that the file for `scope` would hold; `None` for all of them.
pub fn records_of(state: &State, scope: &Scope) -> Option<FxHashSet<RecordId>> {
    scope::records(state, scope)
}

/// The whole state without a header, to compare two offices.
pub fn canonical(state: &State) -> String {
    let part = Part::new(state, &Scope::All);
    let authors = Authors::new(part.nodes());
    let mut out = String::from("{\n");
    header::write_authors(&mut out, &authors, |_, _| None);
    write_records(&mut out, &authors, &mut Check::default(), &part);
    out.push_str("\n}\n");
    out
}

fn write_records(out: &mut String, authors: &Authors, check: &mut Check, part: &Part<'_>) {
    out.push_str("\"records\": [");
    let mut between = "\n";
    for named in &part.records {
        let lines = part.lines(named.record);
        if lines.is_empty() {
            continue;
        }
        out.push_str(between);
        between = ",\n";
        write_record(out, authors, named, &lines);
        add_to(check, named, &lines);
    }
    out.push(']');
}

fn write_record(out: &mut String, authors: &Authors, named: &Named<'_>, lines: &[Line<'_>]) {
    let base = base_stamp(lines);
    out.push_str("{\"kind\": ");
    raw::write_text(out, named.kind);
    out.push_str(", \"id\": ");
    raw::write_text(out, &named.id);
    out.push_str(", \"stamp\": \"");
    authors.write(out, base);
    out.push('"');
    let all = || lines.iter();
    write_map(out, "fields", all(), |out, line| value::write(out, &line.latest.value));
    let stamped = all().filter(|line| line.latest.stamp != base);
    write_map(out, "stamps", stamped, |out, line| write_stamp(out, authors, line.latest.stamp));
    let joined = all().filter(|line| !is_implied(&line.latest, line.earlier.last()));
    write_map(out, "over", joined, |out, line| write_stamps(out, authors, &line.latest.over));
    let long = all().filter(|line| !line.earlier.is_empty());
    write_map(out, "history", long, |out, line| write_earlier(out, authors, &line.earlier));
    write_map(out, "kept", all().filter(|line| line.kept), |out, _| out.push_str("true"));
    out.push('}');
}

/// Writes `"key": {name: …}` with the cells given; nothing if there are none.
fn write_map<'l, 's: 'l>(
    out: &mut String,
    key: &str,
    lines: impl Iterator<Item = &'l Line<'s>>,
    mut write: impl FnMut(&mut String, &'l Line<'s>),
) {
    let mut open = false;
    for line in lines {
        if open {
            out.push_str(",\n  ");
        } else {
            out.push_str(",\n \"");
            out.push_str(key);
            out.push_str("\": {\n  ");
            open = true;
        }
        line.name.write(out);
        out.push_str(": ");
        write(out, line);
    }
    if open {
        out.push('}');
    }
}

fn write_earlier(out: &mut String, authors: &Authors, changes: &[Change]) {
    let mut before = None;
    for change in changes {
        out.push_str(if before.is_none() { "[\n   " } else { ",\n   " });
        out.push_str("{\"value\": ");
        value::write(out, &change.value);
        out.push_str(", \"stamp\": ");
        write_stamp(out, authors, change.stamp);
        if !is_implied(change, before) {
            out.push_str(", \"over\": ");
            write_stamps(out, authors, &change.over);
        }
        out.push('}');
        before = Some(change);
    }
    out.push(']');
}

/// Writes a stamp.
pub(super) fn write_stamp(out: &mut String, authors: &Authors, stamp: Stamp) {
    out.push('"');
    authors.write(out, stamp);
    out.push('"');
}

/// Writes a list of stamps.
pub(super) fn write_stamps<'a>(
    out: &mut String,
    authors: &Authors,
    stamps: impl IntoIterator<Item = &'a Stamp>,
) {
    out.push('[');
    for (i, &stamp) in stamps.into_iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        write_stamp(out, authors, stamp);
    }
    out.push(']');
}

/// Whether what a change replaced goes without saying: the change before it in the file, or nothing
/// for the first.
fn is_implied(change: &Change, before: Option<&Change>) -> bool {
    *change.over == *before.map(|before| before.stamp).as_slice()
}

/// The stamp that most cells of a record have; of several, the earliest.
fn base_stamp(lines: &[Line<'_>]) -> Stamp {
    let mut counts = BTreeMap::new();
    for line in lines {
        *counts.entry(line.latest.stamp).or_insert(0usize) += 1;
    }
    let most = counts.iter().max_by_key(|&(&stamp, &count)| (count, Reverse(stamp)));
    most.map_or(Stamp::ZERO, |(&stamp, _)| stamp)
}

fn add_to(check: &mut Check, named: &Named<'_>, lines: &[Line<'_>]) {
    let mut text = String::new();
    for line in lines {
        for change in line.earlier.iter().chain([&line.latest]) {
            text.clear();
            value::write(&mut text, &change.value);
            check.change((named.kind, &named.id), line.name, &text, (change.stamp, &change.over));
        }
    }
}
