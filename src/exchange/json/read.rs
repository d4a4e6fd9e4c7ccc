//! Reads a file: all of it is checked before anything is handed out.

use super::problem::Problems;
use super::records::Records;
use super::{Bundle, Expected, FORMAT, Fault, FileKind, Header, Kept, MAX_AHEAD};
use super::{Place, Problem, Scope, VERSION, header, migrate, raw, sniff, vouch};
use crate::domain::sort::Arrange;
use crate::ledger::{NodeId, Stamp, VersionVector};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Reads a file. `now` is this computer's clock in milliseconds.
///
/// # Errors
/// Everything that is wrong with the file, in the order it was found; at least one problem.
pub fn parse(bytes: &[u8], now: u64) -> Result<Bundle, Vec<Problem>> {
    let general = |fault| vec![Problem { place: Place::default(), fault }];
    let text = sniff::text(bytes).map_err(general)?;
    raw::well_formed(text).map_err(|error| vec![not_json(&error)])?;
    let top = members(text)?;
    let has_format = top.get("format").and_then(|text| raw::text(text)).is_some_and(|word| word == FORMAT);
    if !has_format {
        return Err(general(Fault::WrongFile(FileKind::OtherJson)));
    }
    let version = top.get("version").ok_or_else(|| general(Fault::Missing("version")))?;
    let Ok(version) = version.parse::<u32>() else {
        return Err(general(Fault::Wrong(Expected::Whole)));
    };
    let signature = vouch::signature(text, top.get("signature").copied());
    let mut bundle = if version < VERSION {
        let text = migrate::to_current(text, version).map_err(|problem| vec![problem])?;
        read(&text, members(&text)?, version, now)?
    } else {
        read(text, top, version, now)?
    };
    bundle.header.signature = signature;
    Ok(bundle)
}

/// The members of the file.
type Top<'a> = FxHashMap<Cow<'a, str>, &'a str>;

fn members(text: &str) -> Result<Top<'_>, Vec<Problem>> {
    let members = raw::members(text).map_err(|error| {
        let (key, fault) = match error {
            raw::NotMembers::Twice(key) => (Some(key), Fault::KeyTwice),
            raw::NotMembers::NotObject => (None, Fault::Wrong(Expected::Object)),
        };
        vec![Problem { place: Place { key, ..Place::default() }, fault }]
    })?;
    Ok(members.into_iter().collect())
}

fn not_json(error: &serde_json::Error) -> Problem {
    let place = Place { line: error.line(), ..Place::default() };
    let fault = if error.is_eof() { Fault::Cut } else { Fault::BadJson { column: error.column() } };
    Problem { place, fault }
}

/// Reads text in the form of this version or a newer one; `version` is what the file came in.
fn read<'a>(text: &'a str, mut top: Top<'a>, version: u32, now: u64) -> Result<Bundle, Vec<Problem>> {
    // Lines of a file brought up to date are not those the sender sees.
    let mut problems = Problems::new(if version < VERSION { "" } else { text });
    let (mut header, labels) = header::read(&mut top, version, &mut problems);
    let mut records = Records::new(labels, problems, version <= VERSION);
    match top.remove("records").map(raw::items) {
        Some(Some(items)) => records.read(&items),
        Some(None) => records.problems.add_general(Fault::Wrong(Expected::List)),
        None => records.problems.add_general(Fault::Missing("records")),
    }
    let newest = records.newest.values().map(|time| time >> 16).max().unwrap_or_default();
    if newest > now.saturating_add(MAX_AHEAD) {
        records.problems.add_general(Fault::Future { newest, now });
    }
    // Where something is wrong with the form, the sum is wrong too and says nothing more.
    records.problems.finish()?;
    if let Some(written) = top.remove("check") {
        let mut check = records.check;
        check.vector("have", &header.have);
        if let Some(Scope::Since { since, .. }) = &header.scope {
            check.vector("since", since);
        }
        // A newer version may count in what this one does not see.
        if version <= VERSION && raw::text(written).is_none_or(|written| written != check.written()) {
            return Err(vec![Problem { place: Place::default(), fault: Fault::Altered }]);
        }
    }
    header.borne_out = borne_out(&header, &records.newest);
    let unread = top.keys().filter(|key| !["format", "version", "signature"].contains(&&***key)).count();
    let mut index: Vec<_> = records.index.into_iter().collect();
    index.arrange_by_key(|(id, _)| *id);
    let kept = Kept { fields: records.cells.unknown(), keys: records.kept.keys + unread, ..records.kept };
    Ok(Bundle { header, kept, changes: records.changes, names: records.cells.names, index })
}

/// What of the sender's claim the file itself bears out. A whole sender's latest change of each node is
/// in the file, or left out because the colleague has it; a file cut by hand is believed less.
fn borne_out(header: &Header, newest: &FxHashMap<NodeId, u64>) -> VersionVector {
    let left_out = |stamp| matches!(&header.scope, Some(Scope::Since { since, .. }) if since.covers(stamp));
    let believed = |stamp: Stamp| {
        let held = newest.get(&stamp.node).copied().unwrap_or_default();
        if left_out(stamp) { stamp } else { Stamp { time: stamp.time.min(held), ..stamp } }
    };
    header.have.iter().map(believed).collect()
}
