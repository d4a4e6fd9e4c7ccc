//! The names under which things are stored.
//!
//! ```text
//! zs.real.j.0a1b2c3d.12     segment 12 of the journal of one tab
//! zs.real.c.0a1b2c3d.13     chunk written by the same tab, number 13
//! zs.real.a.c.0a1b2c3d.13   (empty) chunk 13 rests in IndexedDB, localStorage had no room for it
//! zs.real.q.j.0a1b2c3d.7    what was found damaged under j.0a1b2c3d.7, kept as it was
//! zs.real.l.compact         which tab gathers values, where the browser has no locks
//! zs.real.node              this laptop's node id, and those it had before
//! zs.real.lock              the key that values are encrypted with, behind the passphrase
//! zs.real.sealing           (empty) values are being encrypted or opened, and it is not done
//! zs.real.tries             wrong passphrases in a row
//! ```
//! A tab writes only names that carry its own random id and a number it never uses again, so no two
//! tabs, and no two sessions, ever write the same key. There is no list of what is stored: the keys
//! that are there are the list.

use crate::domain::id::{base32, from_base32};
use std::fmt;

/// One of the fully separate sets of records kept by a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Workspace {
    /// The office's own data.
    Real,
    /// The sample county.
    Sample,
}

impl Workspace {
    /// Its word in keys.
    pub const fn word(self) -> &'static str {
        match self {
            Workspace::Real => "real",
            Workspace::Sample => "sample",
        }
    }

    /// What all its keys begin with.
    pub fn prefix(self) -> String {
        format!("zs.{}.", self.word())
    }

    /// The key under which this laptop's node id is kept.
    pub fn node_key(self) -> String {
        self.prefix() + "node"
    }

    /// The key under which the encrypted key lies, if there is a passphrase. It is in the second place too.
    pub fn lock_key(self) -> String {
        self.prefix() + "lock"
    }

    /// The key that says that not all values are encrypted, or opened, yet.
    pub fn sealing_key(self) -> String {
        self.prefix() + "sealing"
    }

    /// The key under which wrong passphrases are counted.
    pub fn tries_key(self) -> String {
        self.prefix() + "tries"
    }

    /// Whether the key is that of a note of this laptop: a text beside the records, such as which files came in.
    pub fn is_note(self, key: &str) -> bool {
        let own = [self.node_key(), self.lock_key(), self.sealing_key(), self.tries_key()];
        own_part(self, key).is_some_and(|part| !part.contains('.')) && !own.iter().any(|own| own == key)
    }

    /// The key of a lease, for browsers without locks.
    pub fn lease_key(self, what: &str) -> String {
        format!("{}l.{what}", self.prefix())
    }
}

/// The random id of one tab for one page load: 40 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TabId(u64);

impl TabId {
    /// How many digits of base 32 it is written in.
    const DIGITS: usize = 8;

    /// A tab id of random bits.
    pub const fn new(random: u64) -> Self {
        Self(random & ((1 << 40) - 1))
    }

    /// Its number.
    pub const fn number(self) -> u64 {
        self.0
    }
}

/// What a stored value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The changes of one command, or a part of them.
    Segment,
    /// The changes of many segments.
    Chunk,
}

impl Role {
    /// Every role, in the order of its number in covers.
    pub const ALL: [Role; 2] = [Role::Segment, Role::Chunk];

    const fn letter(self) -> &'static str {
        match self {
            Role::Segment => "j",
            Role::Chunk => "c",
        }
    }
}

/// The name of one stored set of changes inside its workspace.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    /// What it is.
    pub role: Role,
    /// The tab that wrote it.
    pub tab: TabId,
    /// That tab's number for it.
    pub seq: u64,
}

impl Name {
    /// The key in storage.
    pub fn key(self, workspace: Workspace) -> String {
        format!("{}{self}", workspace.prefix())
    }

    /// The key under which a damaged value is kept.
    pub fn quarantine_key(self, workspace: Workspace) -> String {
        format!("{}q.{self}", workspace.prefix())
    }

    /// The key that marks a value as resting in the second place.
    pub fn away_key(self, workspace: Workspace) -> String {
        format!("{}a.{self}", workspace.prefix())
    }

    /// The name behind a key of this workspace; `None` for any other key.
    pub fn from_key(workspace: Workspace, key: &str) -> Option<Self> {
        Self::parse(own_part(workspace, key)?)
    }

    /// The name behind a key that [`Name::away_key`] gave.
    pub fn from_away_key(workspace: Workspace, key: &str) -> Option<Self> {
        Self::parse(own_part(workspace, key)?.strip_prefix("a.")?)
    }

    /// The name behind a key that [`Name::quarantine_key`] gave.
    pub fn from_quarantine_key(workspace: Workspace, key: &str) -> Option<Self> {
        Self::parse(own_part(workspace, key)?.strip_prefix("q.")?)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let (letter, tab, seq) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || tab.len() != TabId::DIGITS {
            return None;
        }
        let role = Role::ALL.into_iter().find(|role| role.letter() == letter)?;
        let tab = TabId(from_base32(&format!("00000{tab}"))?);
        let name = Self { role, tab, seq: seq.parse().ok()? };
        // One spelling only: "+7" and "007" are somebody else's keys.
        (name.to_string() == text).then_some(name)
    }

    /// The name of the part that follows this one in the same group.
    pub fn next(self) -> Option<Self> {
        Some(Self { seq: self.seq.checked_add(1)?, ..self })
    }
}

/// What follows the workspace's prefix in a key.
fn own_part(workspace: Workspace, key: &str) -> Option<&str> {
    key.strip_prefix("zs.")?.strip_prefix(workspace.word())?.strip_prefix('.')
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.role.letter(), &base32(self.tab.0)[13 - TabId::DIGITS..], self.seq)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_back_and_workspaces_are_apart() {
        for role in Role::ALL {
            for (tab, seq) in [(0, 0), (u64::MAX, u64::MAX), (0x12_3456_789a, 42)] {
                let name = Name { role, tab: TabId::new(tab), seq };
                assert_eq!(Name::from_key(Workspace::Real, &name.key(Workspace::Real)), Some(name));
                assert_eq!(Name::from_key(Workspace::Sample, &name.key(Workspace::Real)), None);
                for key in [name.quarantine_key(Workspace::Real), name.away_key(Workspace::Real)] {
                    assert_eq!(Name::from_key(Workspace::Real, &key), None);
                }
                let key = name.away_key(Workspace::Real);
                assert_eq!(Name::from_away_key(Workspace::Real, &key), Some(name));
                assert_eq!(Name::from_quarantine_key(Workspace::Real, &key), None);
                let key = name.quarantine_key(Workspace::Real);
                assert_eq!(Name::from_quarantine_key(Workspace::Real, &key), Some(name));
            }
        }
        assert!(Workspace::Real.is_note("zs.real.notes"));
        for key in
            ["zs.real.node", "zs.real.lock", "zs.sample.notes", "zs.real.j.00000000.1", "zs.real.l.compact"]
        {
            assert!(!Workspace::Real.is_note(key), "{key}");
        }
        let bad = ["", "zs.real.node", "zs.real.j.0.1", "zs.real.j.00000000.+1", "zs.real.j.00000000.01"];
        for key in bad {
            assert_eq!(Name::from_key(Workspace::Real, key), None, "{key}");
        }
    }
}
