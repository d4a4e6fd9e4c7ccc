//! What a metric comes to: every record that counts, and the sums of any window.

use super::metric::Entering;
use super::{Who, Window};
use crate::domain::{Date, Decimal, RecordId};
use crate::ledger::State;
use crate::rules::scoring::Subject;
use crate::rules::targets::is_within;
use rustc_hash::FxHashMap;

/// What one record gives to a metric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The day it counts on; `None` where a metric asks for no day.
    pub on: Option<Date>,
    /// The record.
    pub record: RecordId,
    /// What it gives in all.
    pub amount: Decimal,
    /// What of it counts for each unit; sums to the whole, or is empty where no unit is named.
    pub units: Vec<(RecordId, Decimal)>,
    /// Whom it counts for, each in full.
    pub people: Vec<RecordId>,
    /// The chain, as its place in [`Measured::chains`].
    pub chain: Option<usize>,
}

/// Whose an entry is: its units, its people, its chain.
type Whose = (Vec<RecordId>, Vec<RecordId>, Option<usize>);

/// A metric with all that counts for it, whenever it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// What counts, the earliest first.
    pub entries: Vec<Entry>,
    /// Records that would count but state no amount, or one in a currency without a rate.
    pub left_out: Vec<RecordId>,
    /// Conditions, fields or kinds of the definition that are not known here: nothing counts rather than too much.
    pub not_understood: Vec<String>,
    /// The chains that occur.
    pub chains: Vec<String>,
    /// How several entries become one.
    pub entering: Entering,
}

impl Measured {
    /// The entries of a window; all of them where a metric asks for no day.
    pub fn within(&self, window: Window) -> impl Iterator<Item = &Entry> {
        let first = self.entries.partition_point(|entry| entry.on.is_some_and(|on| on < window.from));
        self.entries[first..].iter().take_while(move |entry| entry.on.is_none_or(|on| on <= window.to))
    }

    /// What of an entry counts for somebody; `None` where none of it does.
    pub fn part(&self, state: &State, entry: &Entry, who: Who<'_>) -> Option<Decimal> {
        match who {
            Who::County => Some(entry.amount),
            // What units below did counts for the unit above them.
            Who::Unit(unit) => {
                let mut parts = entry.units.iter().filter(|(of, _)| is_within(state, *of, unit)).peekable();
                parts.peek()?;
                Some(parts.map(|(_, part)| *part).sum())
            }
            Who::Person(person) => entry.people.contains(&person).then_some(entry.amount),
            Who::Chain(word) => {
                let chain = entry.chain.and_then(|at| self.chains.get(at));
                chain.is_some_and(|chain| chain == word).then_some(entry.amount)
            }
        }
    }

    /// The number of all together.
    pub fn total(&self, window: Window) -> Decimal {
        match self.entering {
            Entering::Sum => self.within(window).map(|entry| entry.amount).sum(),
            Entering::Latest => {
                let mut latest: FxHashMap<Whose, Decimal> = FxHashMap::default();
                for entry in self.within(window) {
                    let units = entry.units.iter().map(|(unit, _)| *unit).collect();
                    latest.insert((units, entry.people.clone(), entry.chain), entry.amount);
                }
                latest.into_values().sum()
            }
        }
    }

    /// The number of each, by the id of the unit or person, or the word of the chain.
    pub fn sums(&self, subject: Subject, window: Window) -> FxHashMap<String, Decimal> {
        let mut records: FxHashMap<RecordId, Decimal> = FxHashMap::default();
        let mut chains: FxHashMap<usize, Decimal> = FxHashMap::default();
        let add = |sum: &mut Decimal, amount| match self.entering {
            Entering::Sum => *sum += amount,
            Entering::Latest => *sum = amount,
        };
        for entry in self.within(window) {
            match subject {
                Subject::Unit => {
                    for &(unit, amount) in &entry.units {
                        add(records.entry(unit).or_default(), amount);
                    }
                }
                Subject::Person => {
                    for &person in &entry.people {
                        add(records.entry(person).or_default(), entry.amount);
                    }
                }
                Subject::Chain => {
                    if let Some(chain) = entry.chain {
                        add(chains.entry(chain).or_default(), entry.amount);
                    }
                }
            }
        }
        let records = records.into_iter().map(|(id, sum)| (id.to_string(), sum));
        let word = |chain: usize| self.chains.get(chain).cloned().unwrap_or_default();
        records.chain(chains.into_iter().map(|(chain, sum)| (word(chain), sum))).collect()
    }
}
