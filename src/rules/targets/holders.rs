//! Whose numbers stand in a table: those of units, of people or of chains, in the order of the office.

use super::{Aims, Holder, Period, above, rolled_up};
use crate::domain::lists::List;
use crate::domain::{Decimal, Kind, RecordId};
use crate::ledger::State;
use crate::rules::lists;
use crate::rules::metrics::{Measured, Window};
use crate::rules::scoring::Subject;
use crate::rules::units::{people_in_order, units_in_order};
use rustc_hash::FxHashMap;

/// What each did in a window. What a unit below did counts for the unit above, too (一区多园); people and chains have
/// only their own, and of a project that several people share each has the whole.
pub(super) fn sums(
    state: &State,
    measured: &Measured,
    subject: Subject,
    window: Window,
) -> FxHashMap<Holder, Decimal> {
    let sums = measured.sums(subject, window);
    match subject {
        Subject::Unit => {
            rolled_up(state, sums).into_iter().map(|(id, sum)| (Holder::Record(id), sum)).collect()
        }
        Subject::Person => {
            let of = |(key, sum): (String, Decimal)| Some((Holder::Record(key.parse().ok()?), sum));
            sums.into_iter().filter_map(of).collect()
        }
        Subject::Chain => sums.into_iter().map(|(word, sum)| (Holder::Chain(word), sum)).collect(),
    }
}

/// Everybody of whom a table may tell. `did` are those that did something: chains are known by what names them.
pub(super) fn all(
    state: &State,
    aims: &Aims,
    metric: &str,
    period: Period,
    subject: Subject,
    did: impl Iterator<Item = Holder>,
) -> Vec<Holder> {
    let records = |ids: Vec<RecordId>| ids.into_iter().map(Holder::Record).collect();
    match subject {
        Subject::Unit => records(units_in_order(state)),
        Subject::Person => records(people_in_order(state)),
        Subject::Chain => {
            let aimed = aims.holders(metric, period);
            let words = aimed.into_iter().chain(did).filter_map(|holder| match holder {
                Holder::Chain(word) => Some(word),
                _ => None,
            });
            chains_in_order(state, words.collect()).into_iter().map(Holder::Chain).collect()
        }
    }
}

/// Chains as the office lists them, each once; those that it does not list come last.
pub(super) fn chains_in_order(state: &State, mut words: Vec<String>) -> Vec<String> {
    let listed: FxHashMap<String, usize> =
        lists::all(state, List::Chain).into_iter().map(|entry| entry.word).zip(0..).collect();
    let place = |word: &String| listed.get(word).copied().unwrap_or(usize::MAX);
    words.sort_by(|a, b| (place(a), a).cmp(&(place(b), b)));
    words.dedup();
    words
}

/// The unit of a person; nothing for others.
pub fn unit_of(state: &State, holder: &Holder) -> Option<RecordId> {
    match holder {
        Holder::Record(id) if id.kind == Kind::Person => above(state, *id),
        _ => None,
    }
}
