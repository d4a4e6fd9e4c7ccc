//! One stored value: changes, sealed and packed as text.

use super::codec::{self, Batch};
use super::frame::{self, Header, Unreadable};
use super::keys::Name;
use super::pack15;
use crate::ledger::{Change, Names, VersionVector};
use std::collections::{BTreeMap, BTreeSet};

/// Writes changes as the text of one stored value.
pub fn write(header: &Header, changes: &[&Change], have: &VersionVector, names: &Names) -> String {
    pack15::pack(&frame::seal(header, &codec::encode(changes, have, names)))
}

/// A value that is whole, of a version known here, and not opened yet.
#[derive(Debug)]
pub struct Checked {
    /// What its envelope says.
    pub header: Header,
    bytes: Vec<u8>,
}

impl Checked {
    /// Checks the text of a stored value.
    ///
    /// # Errors
    /// If it is damaged or of a newer version.
    pub fn new(text: &str) -> Result<Self, Unreadable> {
        let bytes = pack15::unpack(text).map_err(|_| Unreadable::Damaged)?;
        let (header, _) = frame::inspect(&bytes)?;
        Ok(Self { header, bytes })
    }

    /// The changes in it.
    ///
    /// # Errors
    /// If the content makes no sense.
    pub fn read(&self, names: &mut Names) -> Result<Batch, Unreadable> {
        let (_, sealed) = frame::inspect(&self.bytes)?;
        Ok(codec::decode(&sealed.open()?, names)?)
    }
}

/// The parts of groups whose last part was never written: the power failed in the middle of a write
/// that nobody was told had succeeded. A group is written in order, so it is whole if its last part is
/// there.
///
/// `there` are all names in storage, damaged values too.
pub fn unfinished(values: &BTreeMap<Name, Checked>, there: &BTreeSet<Name>) -> BTreeSet<Name> {
    let mut unfinished = BTreeSet::new();
    for (name, value) in values.iter().rev() {
        let next = value.header.more.then(|| name.next());
        if next.is_some_and(|next| next.is_none_or(|n| !there.contains(&n) || unfinished.contains(&n))) {
            unfinished.insert(*name);
        }
    }
    unfinished
}

/// The names that are superfluous because a group which replaces them is there, every part of it
/// readable: a compaction was interrupted before it had removed them.
pub fn superfluous(headers: &BTreeMap<Name, Header>) -> BTreeSet<Name> {
    let mut covered = BTreeSet::new();
    for (last, header) in headers.iter().filter(|(_, header)| !header.more) {
        let is_there = |part: u64| {
            let seq = last.seq.checked_sub(header.part - part);
            let found = seq.and_then(|seq| headers.get(&Name { seq, ..*last }));
            found.is_some_and(|other| other.part == part)
        };
        if (0..header.part).all(is_there) {
            covered.extend(header.covers.iter().filter(|name| headers.contains_key(name)));
        }
    }
    covered
}
