//! Reading stored values that are not in memory yet.

use super::codec::Batch;
use super::frame::{Header, NewerVersion, Unreadable};
use super::journal::{Held, Place, StoredJournal, units};
use super::keys::Name;
use super::value::{self, Checked};
use crate::domain::sort::Arrange;
use crate::ledger::{Names, State};
use crate::store::WriteError;
use std::collections::{BTreeMap, BTreeSet};

/// A stored value that could not be read. Everything else was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which.
    pub name: Name,
    /// Why.
    pub why: Unreadable,
}

/// Takes what was read, one value at a time, so that not everything is in memory twice.
pub trait Sink {
    /// The words that the changes to come are numbered by.
    fn names(&mut self) -> &mut Names;
    /// Takes the changes of one value.
    fn take(&mut self, batch: Batch);
}

impl Sink for State {
    fn names(&mut self) -> &mut Names {
        self.names_mut()
    }

    fn take(&mut self, batch: Batch) {
        batch.fold_into(self);
    }
}

/// Gathers what was read for a store that folds it itself.
pub struct News<'n> {
    names: &'n mut Names,
    /// What was read.
    pub batches: Vec<Batch>,
}

impl<'n> News<'n> {
    /// Nothing yet.
    pub fn new(names: &'n mut Names) -> Self {
        Self { names, batches: Vec::new() }
    }
}

impl Sink for News<'_> {
    fn names(&mut self) -> &mut Names {
        self.names
    }

    fn take(&mut self, batch: Batch) {
        self.batches.push(batch);
    }
}

impl StoredJournal {
    /// Reads every value of the workspace that is not in memory yet: all at the start, later what other
    /// tabs have stored since. Nothing is written. What could not be read is returned, each once.
    ///
    /// # Errors
    /// If the storage cannot be read at all.
    pub fn read_new(&mut self, sink: &mut impl Sink) -> Result<Vec<Problem>, WriteError> {
        let workspace = self.workspace;
        let keys = self.storage.keys()?;
        let here: BTreeSet<Name> = keys.iter().filter_map(|key| Name::from_key(workspace, key)).collect();
        let there = self.known(&keys);
        let is_new = |name: &Name| !self.held.contains_key(name) && !self.unreadable.contains(name);
        let fresh: BTreeSet<Name> =
            here.iter().copied().filter(|name| is_new(name) && !self.unfinished.contains(name)).collect();
        // An unfinished group is looked at again when the part it lacked has turned up.
        let is_completed = |name: &Name| {
            let mut rest = std::iter::successors(name.next(), |name| name.next());
            let lacking = rest.find(|name| !self.unfinished.contains(name));
            lacking.is_some_and(|name| self.held.contains_key(&name) || fresh.contains(&name))
        };
        let again = self.unfinished.iter().copied().filter(|name| here.contains(name) && is_completed(name));
        let mut texts = BTreeMap::new();
        for name in fresh.iter().copied().chain(again.collect::<Vec<_>>()) {
            // Another tab may have removed it since the keys were listed.
            if let Some(text) = self.storage.get(&name.key(workspace))? {
                texts.insert(name, text);
            }
        }
        let problems = self.read_values(texts, &there, Place::Here, sink);
        for (name, held) in &mut self.held {
            if held.place == Place::Here && !here.contains(name) {
                held.place = Place::Gone;
            }
        }
        Ok(problems)
    }

    /// Every name that was written whole, wherever it is: in storage, moved out of it, or set aside. A part
    /// of a group whose successor is among them belongs to a write that succeeded.
    pub(super) fn known(&self, keys: &[String]) -> BTreeSet<Name> {
        let name = |key: &String| {
            Name::from_key(self.workspace, key)
                .or_else(|| Name::from_away_key(self.workspace, key))
                .or_else(|| Name::from_quarantine_key(self.workspace, key))
        };
        keys.iter().filter_map(name).collect()
    }

    /// Reads values from wherever they came. `there` are all names that exist.
    pub(super) fn read_values(
        &mut self,
        texts: BTreeMap<Name, String>,
        there: &BTreeSet<Name>,
        place: Place,
        sink: &mut impl Sink,
    ) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut values: BTreeMap<Name, Checked> = BTreeMap::new();
        let mut sizes: Vec<(usize, Name)> = Vec::new();
        for (name, text) in texts {
            match Checked::new(&text) {
                Ok(value) => {
                    sizes.push((name.key(self.workspace).len() + units(&text), name));
                    values.insert(name, value);
                }
                Err(why) => problems.push(Problem { name, why }),
            }
        }
        let unfinished = value::unfinished(&values, there);
        // The largest first: whole new records fold fastest.
        sizes.arrange_by(|a, b| b.cmp(a));
        let mut headers: BTreeMap<Name, Header> = BTreeMap::new();
        for (units, name) in sizes {
            let Some(value) = values.remove(&name).filter(|_| !unfinished.contains(&name)) else { continue };
            let mut held = Held { units, latest: Default::default(), place };
            let covers = &value.header.covers;
            let is_known = !covers.is_empty() && covers.iter().all(|name| self.held.contains_key(name));
            if !is_known {
                match value.read(sink.names()) {
                    Ok(batch) => {
                        held.latest = batch.latest();
                        sink.take(batch);
                    }
                    Err(why) => {
                        problems.push(Problem { name, why });
                        continue;
                    }
                }
            }
            self.held.insert(name, held);
            headers.insert(name, value.header);
        }
        self.unfinished.retain(|name| !self.held.contains_key(name));
        self.unfinished.extend(unfinished);
        self.superfluous.extend(value::superfluous(&headers));
        self.unreadable.extend(problems.iter().map(|problem| problem.name));
        self.read_only = self.read_only.max(newest(&problems));
        problems
    }
}

/// The newest version met, if any is newer than this program.
fn newest(problems: &[Problem]) -> Option<NewerVersion> {
    let newer = problems.iter().filter_map(|problem| match problem.why {
        Unreadable::Newer(version) => Some(version),
        _ => None,
    });
    newer.max()
}
