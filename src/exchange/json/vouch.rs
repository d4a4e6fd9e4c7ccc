//! What vouches for a file: seals of histories, and the signature under it all.

use super::authors::{Authors, Labels};
use super::raw;
use super::write::write_stamp;
use crate::exchange::seal::{FileSignature, Seal, check};
use crate::ledger::{NodeId, VersionVector};

/// Most seals that are read of one file: one for each device of a large county.
const MAX_SEALS: usize = 1000;

/// The seals that belong in a file of this sender which claims this: those of others only say something to
/// whoever gets their changes.
pub(super) fn fitting<'s>(
    seals: &'s [Seal],
    have: &VersionVector,
    from: NodeId,
) -> impl Iterator<Item = &'s Seal> + Clone {
    seals.iter().filter(move |seal| seal.node() == from || !have.of(seal.node()).is_zero())
}

/// Writes the member `seals`, with the comma before it; nothing if there are none.
pub(super) fn write<'s>(out: &mut String, authors: &Authors, seals: impl Iterator<Item = &'s Seal>) {
    let mut between = ",\n\"seals\": [\n";
    for seal in seals {
        out.push_str(between);
        between = ",\n";
        out.push_str("{\"until\": ");
        write_stamp(out, authors, seal.until);
        out.push_str(&format!(
            ", \"count\": {}, \"head\": \"{}\",\n \"key\": \"{}\", \"signature\": \"{}\"}}",
            seal.count,
            seal.head_written(),
            seal.key,
            seal.signature
        ));
    }
    if between == ",\n" {
        out.push(']');
    }
}

/// Reads the member `seals`. One that cannot be read vouches for nothing and does no harm.
pub(super) fn seals(text: &str, labels: &Labels<'_>) -> Vec<Seal> {
    let items = raw::items(text).unwrap_or_default();
    items.into_iter().take(MAX_SEALS).filter_map(|item| seal(item, labels)).collect()
}

fn seal(text: &str, labels: &Labels<'_>) -> Option<Seal> {
    let members = raw::members(text).ok()?;
    let member = |key: &str| members.iter().find(|(k, _)| k == key).map(|&(_, text)| text);
    let words = |key: &str| member(key).and_then(raw::text);
    Seal::from_parts(
        labels.read(&words("until")?).ok()?,
        member("count")?.parse().ok()?,
        &words("head")?,
        words("key")?.parse().ok()?,
        words("signature")?.parse().ok()?,
    )
}

/// Whether the member `signature` is the signature under the whole of `file`.
pub(super) fn signature(file: &str, text: Option<&str>) -> FileSignature {
    let Some(text) = text else { return FileSignature::None };
    let parts = raw::members(text).ok().and_then(|members| {
        let member =
            |key: &str| members.iter().find(|(k, _)| k == key).and_then(|&(_, text)| raw::text(text));
        Some((member("key")?.parse().ok()?, member("signature")?.parse().ok()?))
    });
    parts.map_or(FileSignature::Broken, |parts| check(file, text, parts))
}
