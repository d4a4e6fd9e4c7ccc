//! Finds the profiles that a new one may repeat, by keys that alike ones share.

use super::compare::{Likeness, Profile, compare};
use crate::domain::sort::Arrange;
use rustc_hash::{FxHashMap, FxHashSet};

/// A key that more projects share than this tells nothing: the telephone of the office, the number of
/// a park. Names, codes and investors are never too common to look at.
const CROWD: usize = 12;

/// One profile that the new one may repeat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which profile, counted from 0 in the order added.
    pub at: usize,
    /// How alike, and why.
    pub likeness: Likeness,
}

/// What two alike projects have in common at least.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    UpperCode(Box<str>),
    Code(Box<str>),
    CreditCode(Box<str>),
    Name(Box<str>),
    Investor(Box<str>),
    Phone(Box<str>),
    Address(Box<str>),
}

/// Many profiles, ready to be asked.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    profiles: Vec<Profile>,
    by_key: FxHashMap<Key, Vec<usize>>,
}

impl Finder {
    /// Adds a profile; it is found from now on. Returns its place.
    pub fn add(&mut self, profile: Profile) -> usize {
        let at = self.profiles.len();
        for key in keys(&profile) {
            self.by_key.entry(key).or_default().push(at);
        }
        self.profiles.push(profile);
        at
    }

    /// The profile at a place.
    pub fn profile(&self, at: usize) -> Option<&Profile> {
        self.profiles.get(at)
    }

    /// Every profile that this one may repeat, the surest first, then in the order added.
    pub fn find(&self, profile: &Profile) -> Vec<Finding> {
        let mut seen = FxHashSet::default();
        let mut findings = Vec::new();
        for key in keys(profile) {
            let Some(sharing) = self.by_key.get(&key) else { continue };
            if matches!(key, Key::Phone(_) | Key::Address(_)) && sharing.len() > CROWD {
                continue;
            }
            for &at in sharing {
                if seen.insert(at)
                    && let Some(likeness) = compare(profile, &self.profiles[at])
                {
                    findings.push(Finding { at, likeness });
                }
            }
        }
        findings.arrange_by_key(|finding| (finding.likeness.level, finding.at));
        findings
    }
}

fn keys(profile: &Profile) -> Vec<Key> {
    let mut keys = Vec::with_capacity(6);
    let mut put = |make: fn(Box<str>) -> Key, text: &str| {
        if !text.is_empty() {
            keys.push(make(text.into()));
        }
    };
    put(Key::UpperCode, &profile.upper_code);
    put(Key::Code, &profile.code);
    put(Key::CreditCode, &profile.credit_code);
    put(Key::Name, &profile.name.key);
    put(Key::Investor, &profile.investor.core);
    profile.phones.iter().for_each(|phone| put(Key::Phone, phone));
    // Overlapping addresses end alike.
    let tail = profile.address.char_indices().rev().nth(5).map_or(0, |(at, _)| at);
    put(Key::Address, &profile.address[tail..]);
    keys
}
